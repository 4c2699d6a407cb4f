package standing.app.platform.keys

import android.app.KeyguardManager
import android.content.pm.PackageManager
import android.os.UserManager
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.KeyProperties
import android.security.keystore.UserNotAuthenticatedException
import java.io.File
import java.security.ProviderException
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import standing.app.platform.FakeAndroidKeyStore
import standing.app.platform.system
import standing.core.SecretException

@RunWith(RobolectricTestRunner::class)
class KeystoreSecretsRoboTest {
    @get:Rule val hardware = FakeAndroidKeyStore()
    private val phone get() = RuntimeEnvironment.getApplication()
    private val folder get() = File(phone.noBackupFilesDir, "keys")
    private val secret = ByteArray(32) { it.toByte() }

    @Test
    fun `a secret outlives the process, and its file says nothing`() {
        KeystoreSecrets(phone).store("read", secret)
        assertArrayEquals(secret, KeystoreSecrets(phone).load("read"))
        val file = File(folder, "read").readBytes()
        assertEquals(12 + 32 + 16, file.size)
        assertFalse(file.toList().windowed(8).any { it == secret.toList().take(8) })
    }

    @Test
    fun `no secret is nothing, and erasing nothing is fine`() {
        assertNull(KeystoreSecrets(phone).load("read"))
        KeystoreSecrets(phone).erase("read")
        assertFalse(KeystoreSecrets(phone).isLost)
    }

    @Test
    fun `the same secret never looks the same twice`() {
        val secrets = KeystoreSecrets(phone)
        secrets.store("read", secret)
        val first = File(folder, "read").readBytes()
        secrets.store("read", secret)
        assertFalse(first.contentEquals(File(folder, "read").readBytes()))
    }

    @Test
    fun `one secret cannot be put in the place of another`() {
        val secrets = KeystoreSecrets(phone)
        secrets.store("read", secret)
        File(folder, "read").copyTo(File(folder, "send"))
        assertThrows(SecretException.Failed::class.java) { secrets.load("send") }
    }

    @Test
    fun `the key asks for what it must and stays in the hardware`() {
        KeystoreSecrets(phone).store("read", secret)
        val asked = FakeAndroidKeyStore.specs.getValue(WrappingKey.READING)
        assertEquals(listOf(KeyProperties.BLOCK_MODE_GCM), asked.blockModes.toList())
        assertEquals(256, asked.keySize)
        assertTrue(asked.isRandomizedEncryptionRequired)
        assertFalse(asked.isStrongBoxBacked)
        assertEquals(KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT, asked.purposes)
    }

    @Test
    fun `a chip of its own holds the key where there is one`() {
        shadowOf(phone.packageManager).setSystemFeature(PackageManager.FEATURE_STRONGBOX_KEYSTORE, true)
        KeystoreSecrets(phone).store("read", secret)
        assertTrue(FakeAndroidKeyStore.specs.getValue(WrappingKey.READING).isStrongBoxBacked)
    }

    @Test
    fun `a chip that is full is done without`() {
        shadowOf(phone.packageManager).setSystemFeature(PackageManager.FEATURE_STRONGBOX_KEYSTORE, true)
        FakeAndroidKeyStore.isStrongBoxFull = true
        KeystoreSecrets(phone).store("read", secret)
        assertFalse(FakeAndroidKeyStore.specs.getValue(WrappingKey.READING).isStrongBoxBacked)
        assertArrayEquals(secret, KeystoreSecrets(phone).load("read"))
    }

    @Test
    fun `before the first unlocking it is locked, not empty`() {
        KeystoreSecrets(phone).store("read", secret)
        shadowOf(phone.system<UserManager>()).setUserUnlocked(false)
        assertThrows(SecretException.Locked::class.java) { KeystoreSecrets(phone).load("read") }
        assertThrows(SecretException.Locked::class.java) { KeystoreSecrets(phone).load("never-kept") }
    }

    @Test
    fun `hardware that asks for the person is locked, and nothing is lost`() {
        val secrets = KeystoreSecrets(phone).apply { store("read", secret) }
        FakeAndroidKeyStore.failure = ProviderException(UserNotAuthenticatedException())
        assertThrows(SecretException.Locked::class.java) { secrets.load("read") }
        assertFalse(secrets.isLost)
    }

    @Test
    fun `only the key that reads asks for an unlocked phone`() {
        KeystoreSecrets(phone).apply { store("read", secret) }.store("send", secret)
        assertTrue(FakeAndroidKeyStore.specs.getValue(WrappingKey.READING).isUnlockedDeviceRequired)
        assertFalse(FakeAndroidKeyStore.specs.getValue(WrappingKey.SENDING).isUnlockedDeviceRequired)
    }

    @Test
    fun `while the phone lies locked, a key that it keeps to itself is locked, and nothing is lost`() {
        val secrets = KeystoreSecrets(phone).apply { store("read", secret) }
        shadowOf(phone.system<KeyguardManager>()).setIsDeviceLocked(true)
        for (refusal in listOf(ProviderException("device locked"), KeyPermanentlyInvalidatedException())) {
            FakeAndroidKeyStore.failure = refusal
            assertThrows(SecretException.Locked::class.java) { secrets.load("read") }
        }
        assertFalse(secrets.isLost)
    }

    @Test
    fun `hardware that fails once has lost nothing`() {
        val secrets = KeystoreSecrets(phone).apply { store("read", secret) }
        FakeAndroidKeyStore.failure = ProviderException("busy")
        assertThrows(SecretException.Failed::class.java) { secrets.load("read") }
        assertFalse(secrets.isLost)
        FakeAndroidKeyStore.failure = null
        assertArrayEquals(secret, secrets.load("read"))
    }

    @Test
    fun `a key that the phone has thrown away is called lost`() {
        val gone = KeystoreSecrets(phone).apply { store("read", secret) }
        FakeAndroidKeyStore.keys.clear()
        assertThrows(SecretException.Failed::class.java) { gone.load("read") }
        assertTrue(gone.isLost)
        val invalidated = KeystoreSecrets(phone)
        FakeAndroidKeyStore.failure = KeyPermanentlyInvalidatedException()
        assertThrows(SecretException.Failed::class.java) { invalidated.load("read") }
        assertTrue(invalidated.isLost)
    }

    @Test
    fun `a damaged or cut file is no secret, and never an empty one`() {
        val secrets = KeystoreSecrets(phone).apply { store("read", secret) }
        val file = File(folder, "read")
        file.writeBytes(file.readBytes().also { it[20] = (it[20] + 1).toByte() })
        assertThrows(SecretException.Failed::class.java) { secrets.load("read") }
        file.writeBytes(ByteArray(0))
        assertThrows(SecretException.Failed::class.java) { KeystoreSecrets(phone).load("read") }
    }

    @Test
    fun `a damaged counter counts as missing, and takes nothing with it`() {
        val secrets = KeystoreSecrets(phone).apply { store("generation", ByteArray(8)) }
        val file = File(folder, "generation")
        val whole = file.readBytes()
        for (damaged in listOf(whole.copyOf().also { it[20] = (it[20] + 1).toByte() }, ByteArray(0))) {
            file.writeBytes(damaged)
            assertNull(secrets.load("generation"))
            assertFalse(secrets.isLost)
        }
        secrets.store("read", secret)
        File(folder, "read").writeBytes(whole)
        assertThrows(SecretException.Failed::class.java) { secrets.load("read") }
        assertTrue(secrets.isLost)
    }

    @Test
    fun `a process killed while it wrote leaves the secret before`() {
        KeystoreSecrets(phone).store("read", secret)
        File(folder, "read.begun").writeBytes(byteArrayOf(1, 2, 3))
        assertArrayEquals(secret, KeystoreSecrets(phone).load("read"))
        val next = ByteArray(32) { 9 }
        KeystoreSecrets(phone).store("read", next)
        assertArrayEquals(next, KeystoreSecrets(phone).load("read"))
        assertEquals(listOf("read"), folder.list()?.toList())
    }

    @Test
    fun `a file that cannot be written is a failure that is told`() {
        folder.parentFile?.mkdirs()
        folder.writeText("in the way")
        assertThrows(SecretException.Failed::class.java) { KeystoreSecrets(phone).store("read", secret) }
    }

    @Test
    fun `the last secret takes the key with it`() {
        val secrets = KeystoreSecrets(phone)
        secrets.store("read", secret)
        secrets.store("send", secret)
        secrets.erase("read")
        assertNotEquals(emptySet<String>(), FakeAndroidKeyStore.keys.keys)
        secrets.erase("send")
        assertEquals(emptySet<String>(), FakeAndroidKeyStore.keys.keys)
    }

    @Test
    fun `what nobody can open can be thrown away, and then it starts over`() {
        val secrets = KeystoreSecrets(phone).apply { store("read", secret) }
        FakeAndroidKeyStore.keys.clear()
        assertThrows(SecretException.Failed::class.java) { secrets.load("read") }
        secrets.eraseAll()
        assertFalse(secrets.isLost)
        assertNull(secrets.load("read"))
        secrets.store("read", secret)
        assertArrayEquals(secret, secrets.load("read"))
    }

    @Test
    fun `secrets lie where no backup reads`() {
        KeystoreSecrets(phone).store("read", secret)
        assertTrue(folder.path.startsWith(phone.noBackupFilesDir.path))
        val elsewhere = phone.dataDir.walk().filter { it.isFile && !it.path.startsWith(phone.noBackupFilesDir.path) }
        assertEquals(emptyList<File>(), elsewhere.toList())
    }
}

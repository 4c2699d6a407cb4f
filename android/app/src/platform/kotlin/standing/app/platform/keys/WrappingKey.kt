package standing.app.platform.keys

import android.annotation.SuppressLint
import android.os.Build
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import android.security.keystore.StrongBoxUnavailableException
import java.security.GeneralSecurityException
import java.security.KeyStore
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/**
 * An AES key that never leaves the phone's key hardware, and what it wraps: iv (12 bytes), ciphertext, tag (16 bytes), bound
 * to a name, so that nobody can put one secret in the place of another.
 *
 * Each use may throw [GeneralSecurityException] or, on some phones, `ProviderException`.
 */
internal class WrappingKey(private val alias: String, private val strongBox: Boolean) {
    private val store: KeyStore by lazy { KeyStore.getInstance(PROVIDER).apply { load(null) } }

    fun exists(): Boolean = store.containsAlias(alias)

    fun wrap(name: String, secret: ByteArray): ByteArray {
        val cipher = Cipher.getInstance(TRANSFORMATION)
        cipher.init(Cipher.ENCRYPT_MODE, existing() ?: made())
        cipher.updateAAD(name.toByteArray())
        return cipher.iv + cipher.doFinal(secret)
    }

    /** The secret; null if the key hardware does not have the key any more. */
    fun unwrap(name: String, wrapped: ByteArray): ByteArray? {
        val key = existing() ?: return null
        if (wrapped.size < IV + TAG) throw AEADBadTagException("cut off")
        val cipher = Cipher.getInstance(TRANSFORMATION)
        cipher.init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(TAG * 8, wrapped, 0, IV))
        cipher.updateAAD(name.toByteArray())
        return cipher.doFinal(wrapped, IV, wrapped.size - IV)
    }

    fun forget() = store.deleteEntry(alias)

    private fun existing(): SecretKey? = store.getKey(alias, null) as SecretKey?

    /** In a chip of its own where the phone has one; where that is full or fails, in the processor's safe part. */
    @SuppressLint("NewApi")
    private fun made(): SecretKey {
        if (!strongBox) return generated(inStrongBox = false)
        return try {
            generated(inStrongBox = true)
        } catch (_: StrongBoxUnavailableException) {
            generated(inStrongBox = false)
        }
    }

    /**
     * A sync in the background finds the key that sends while the phone lies locked; the one that reads asks for an
     * unlocked phone from Android 15 on: before, such keys were lost with some ways of unlocking. Before the first unlocking
     * after a start the files themselves are out of reach.
     */
    @SuppressLint("NewApi")
    private fun generated(inStrongBox: Boolean): SecretKey {
        val purposes = KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT
        val spec = KeyGenParameterSpec.Builder(alias, purposes)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(256)
            .setRandomizedEncryptionRequired(true)
        if (alias == READING && Build.VERSION.SDK_INT >= RELIABLE) spec.setUnlockedDeviceRequired(true)
        if (inStrongBox && Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) spec.setIsStrongBoxBacked(true)
        val generator = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, PROVIDER)
        generator.init(spec.build())
        return generator.generateKey()
    }

    companion object {
        const val PROVIDER = "AndroidKeyStore"
        const val SENDING = "standing-sending"
        const val READING = "standing-reading"

        /** Android 15. */
        private const val RELIABLE = 35
        private const val TRANSFORMATION = "AES/GCM/NoPadding"
        private const val IV = 12
        private const val TAG = 16
    }
}

package standing.app.platform.keys

import android.app.KeyguardManager
import android.content.Context
import android.content.pm.PackageManager
import android.os.Build
import android.os.UserManager
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.UserNotAuthenticatedException
import java.io.File
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.ProviderException
import javax.crypto.AEADBadTagException
import standing.app.platform.system
import standing.core.SecretException
import standing.core.SecretStore

/**
 * The core's few secrets, each in a file of its own that only a key in the phone's key hardware opens. The files lie where
 * no backup reads: copied to another phone they would be useless, and would look like a lost key.
 *
 * Called from the core's threads, never the main one: key hardware may take half a second.
 */
class KeystoreSecrets(private val context: Context) : SecretStore {
    private val files = DurableFiles(File(context.noBackupFilesDir, FOLDER))
    private val sending = WrappingKey(WrappingKey.SENDING, hasStrongBox(context))
    private val reading = WrappingKey(WrappingKey.READING, hasStrongBox(context))

    /**
     * Set once a key to the papers is here that nothing can open any more: the phone has thrown its own key away, or the
     * file is damaged.
     */
    @Volatile
    var isLost = false
        private set

    override fun load(name: String): ByteArray? = answering { files.read(name)?.let { opened(name, it) } }

    override fun store(name: String, bytes: ByteArray) = answering { files.write(name, key(name).wrap(name, bytes)) }

    /** The last secret takes the keys with it, so that no copy of a file can be opened ever again. */
    override fun erase(name: String) = answering {
        files.erase(name)
        if (files.isEmpty()) listOf(sending, reading).filter { it.exists() }.forEach { it.forget() }
    }

    /** What is sent in the background needs no key that asks for an unlocked phone. */
    private fun key(name: String) = if (name == READ) reading else sending

    /** Throws away everything at once, without the core: all there is left to do once [isLost]. */
    fun eraseAll() = answering {
        sending.forget()
        reading.forget()
        File(context.noBackupFilesDir, FOLDER).deleteRecursively()
        isLost = false
    }

    private fun opened(name: String, wrapped: ByteArray): ByteArray? =
        try {
            key(name).unwrap(name, wrapped)
        } catch (_: KeyPermanentlyInvalidatedException) {
            null
        } catch (damaged: AEADBadTagException) {
            // The key hardware reports a lock it could not open through the same exception.
            if (damaged.isLock()) throw damaged
            null
        } ?: unopened(name)

    /**
     * Without the keys to the papers nothing can be read. Anything else, such as the counter that tells an older copy of the
     * folder, is no reason to throw papers away: it counts as missing, and the core writes it again.
     */
    private fun unopened(name: String): ByteArray? {
        if (name !in PAPERS) return null
        if (name == READ && isPhoneLocked()) throw SecretException.Locked()
        isLost = true
        throw SecretException.Failed()
    }

    /** Only "locked" and "failed" get out: other texts could hold anything, and the core drops them anyway. */
    @Synchronized
    private fun <T> answering(act: () -> T): T {
        if (!context.system<UserManager>().isUserUnlocked) throw SecretException.Locked()
        return try {
            act()
        } catch (known: SecretException) {
            throw known
        } catch (hardware: GeneralSecurityException) {
            throw hardware.told()
        } catch (hardware: ProviderException) {
            throw hardware.told()
        } catch (_: IOException) {
            throw SecretException.Failed()
        }
    }

    private fun isPhoneLocked() = context.system<KeyguardManager>().isDeviceLocked

    private fun Throwable.told() = if (isLock() || isPhoneLocked()) SecretException.Locked() else SecretException.Failed()

    private companion object {
        const val FOLDER = "keys"

        /** The core's names of the keys to what is sent and what is read. */
        const val READ = "read"
        val PAPERS = setOf("send", READ)

        fun Throwable.isLock(): Boolean = generateSequence(this) { it.cause }.take(8).any {
            it is UserNotAuthenticatedException || Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU &&
                it is android.security.KeyStoreException && it.requiresUserAuthentication()
        }

        fun hasStrongBox(context: Context) = Build.VERSION.SDK_INT >= Build.VERSION_CODES.P &&
            context.packageManager.hasSystemFeature(PackageManager.FEATURE_STRONGBOX_KEYSTORE)
    }
}

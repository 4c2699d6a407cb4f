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
internal class WrappingKey(private val strongBox: Boolean) {
    private val store: KeyStore by lazy { KeyStore.getInstance(PROVIDER).apply { load(null) } }

    fun exists(): Boolean = store.containsAlias(ALIAS)

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

    fun forget() = store.deleteEntry(ALIAS)

    private fun existing(): SecretKey? = store.getKey(ALIAS, null) as SecretKey?

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
     * No lock screen is asked for: a sync in the background must find its key while the phone lies locked. Before the first
     * unlocking after a start the files themselves are out of reach.
     */
    private fun generated(inStrongBox: Boolean): SecretKey {
        val purposes = KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT
        val spec = KeyGenParameterSpec.Builder(ALIAS, purposes)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(256)
            .setRandomizedEncryptionRequired(true)
        if (inStrongBox && Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) spec.setIsStrongBoxBacked(true)
        val generator = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, PROVIDER)
        generator.init(spec.build())
        return generator.generateKey()
    }

    companion object {
        const val PROVIDER = "AndroidKeyStore"
        const val ALIAS = "standing-secrets"
        private const val TRANSFORMATION = "AES/GCM/NoPadding"
        private const val IV = 12
        private const val TAG = 16
    }
}

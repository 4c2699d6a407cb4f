package standing.logic.records

import java.io.File
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.SecureRandom
import java.util.Base64
import javax.crypto.Cipher
import javax.crypto.spec.GCMParameterSpec
import javax.crypto.spec.SecretKeySpec
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.getAndUpdate

/** A photo that came from elsewhere than the form; only one that the person [chosen] for it takes the place of another. */
class OfferedPhoto(val jpeg: ByteArray, val chosen: Boolean)

/**
 * Where the photo of the open form lies, so that it survives the end of the process: a photo is too
 * large for what the phone keeps of a screen.
 *
 * The file is sealed with a key that is in the reference only. The reference is part of the screen's
 * saved state, which the phone holds in memory: when the form is gone, nobody can open what may be
 * left of the file. There is one form at a time, so one file. Call it away from the main thread.
 */
class PhotoStore(private val folder: File) {
    private val file get() = File(folder, "form-photo")
    private val offers = MutableStateFlow<OfferedPhoto?>(null)

    /** A photo that waits for a form to take it; null if there is none. In memory only. */
    val offered: StateFlow<OfferedPhoto?> = offers.asStateFlow()

    /** A photo for the form that is open, or for the next. */
    fun offer(photo: OfferedPhoto) {
        offers.value = photo
    }

    /** Takes it; null if another form was first. */
    fun take(): ByteArray? = offers.getAndUpdate { null }?.jpeg

    /**
     * Lays a photo down in place of the one before; what to find it by.
     *
     * @throws IOException if there is no space.
     */
    fun lay(jpeg: ByteArray): String {
        val key = ByteArray(KEY_BYTES).also(SecureRandom()::nextBytes)
        val next = File(folder, "form-photo.next")
        try {
            folder.mkdirs()
            next.writeBytes(cipher(Cipher.ENCRYPT_MODE, key).doFinal(jpeg))
            if (!next.renameTo(file)) throw IOException("the photo cannot be put in its place")
        } finally {
            next.delete()
        }
        return Base64.getEncoder().encodeToString(key)
    }

    /** The photo, or null if it is not there any more or is another one. */
    fun find(reference: String): ByteArray? =
        try {
            cipher(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(reference)).doFinal(file.readBytes())
        } catch (_: IOException) {
            null
        } catch (_: GeneralSecurityException) {
            null
        } catch (_: RuntimeException) {
            // What is no file of ours breaks some providers in ways that they do not declare.
            null
        }

    fun clear() {
        file.delete()
    }

    /** A key seals one photo only, so the nonce may be the same for each. */
    private fun cipher(mode: Int, key: ByteArray) =
        Cipher.getInstance("AES/GCM/NoPadding").apply {
            init(mode, SecretKeySpec(key, "AES"), GCMParameterSpec(TAG_BITS, ByteArray(NONCE_BYTES)))
        }

    private companion object {
        const val KEY_BYTES = 32
        const val NONCE_BYTES = 12
        const val TAG_BITS = 128
    }
}

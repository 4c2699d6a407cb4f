package standing.app.platform.incoming

import android.content.ContentResolver
import android.content.Context
import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.ImageDecoder
import android.net.Uri
import android.os.Build
import java.io.ByteArrayOutputStream
import java.io.IOException
import java.io.InputStream
import java.nio.ByteBuffer
import java.util.concurrent.atomic.AtomicReference
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withTimeoutOrNull
import standing.logic.PHOTO_LIMIT
import standing.logic.PhotoAnswer

/** Photos from other apps, as the JPEG that the core takes. */
class Photos(
    private val context: Context,
    worker: CoroutineDispatcher = Dispatchers.IO.limitedParallelism(READERS),
    private val patience: Duration = PATIENCE,
) {
    private val readers = CoroutineScope(worker)

    /**
     * Reads what a `content:` address gives, up to the limit. No other address is followed: a `file:` one could name
     * this app's own files, and so could one of this app.
     */
    suspend fun read(uri: Uri): PhotoAnswer {
        // Another user of the phone is named before an `@`.
        val isOurs = uri.authority?.substringAfterLast('@')?.startsWith(context.packageName) == true
        if (uri.scheme != ContentResolver.SCHEME_CONTENT || isOurs) return PhotoAnswer.None
        return inTime(uri)
    }

    /**
     * Another app may never go on with what it began to give. Whoever asked does not wait for it any longer than
     * [patience]; its stream is closed.
     */
    private suspend fun inTime(uri: Uri): PhotoAnswer {
        val given = AtomicReference<InputStream>()
        val answer = readers.async { fetched(uri) { given.set(it); ensureActive() } }
        return try {
            withTimeoutOrNull(patience) { answer.await() } ?: PhotoAnswer.Unreadable
        } finally {
            answer.cancel()
            closed(given.get())
        }
    }

    private fun closed(stream: InputStream?) =
        try {
            stream?.close()
        } catch (_: IOException) {
            // Nobody reads it any more.
            null
        }

    private fun fetched(uri: Uri, opened: (InputStream) -> Unit): PhotoAnswer =
        try {
            context.contentResolver.openInputStream(uri)?.use { opened(it); jpeg(it) } ?: PhotoAnswer.Unreadable
        } catch (_: IOException) {
            PhotoAnswer.Unreadable
        } catch (_: RuntimeException) {
            // Whatever the other app throws comes through: no right to read, no such thing, a defect of its own.
            PhotoAnswer.Unreadable
        } catch (_: OutOfMemoryError) {
            PhotoAnswer.TooLarge
        }

    private fun jpeg(stream: InputStream): PhotoAnswer {
        val bytes = upTo(stream, PHOTO_LIMIT) ?: return PhotoAnswer.TooLarge
        if (isJpeg(bytes)) return PhotoAnswer.Photo(bytes)
        return decoded(bytes)?.let { PhotoAnswer.Photo(encoded(it)) } ?: PhotoAnswer.Unreadable
    }

    /** A picture of another kind, no larger than the core keeps. */
    private fun decoded(bytes: ByteArray): Bitmap? = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) {
        ImageDecoder.decodeBitmap(ImageDecoder.createSource(ByteBuffer.wrap(bytes))) { decoder, info, _ ->
            decoder.allocator = ImageDecoder.ALLOCATOR_SOFTWARE
            decoder.setTargetSampleSize(sampleSize(info.size.width, info.size.height))
        }
    } else {
        val options = BitmapFactory.Options().apply { inJustDecodeBounds = true }
        BitmapFactory.decodeByteArray(bytes, 0, bytes.size, options)
        options.inSampleSize = sampleSize(options.outWidth, options.outHeight)
        options.inJustDecodeBounds = false
        BitmapFactory.decodeByteArray(bytes, 0, bytes.size, options)
    }

    private fun encoded(picture: Bitmap): ByteArray {
        // A JPEG has no transparency: what was clear would turn black, and a paper unreadable.
        val opaque = Bitmap.createBitmap(picture.width, picture.height, Bitmap.Config.ARGB_8888)
        Canvas(opaque).apply { drawColor(Color.WHITE) }.drawBitmap(picture, 0f, 0f, null)
        val written = ByteArrayOutputStream()
        opaque.compress(Bitmap.CompressFormat.JPEG, QUALITY, written)
        return written.toByteArray()
    }

    internal companion object {
        private const val QUALITY = 92

        /** Streams that hang hold no more threads than these, and none of those that the core works on. */
        private const val READERS = 4

        /** A photo from a place in the cloud is here by then. */
        private val PATIENCE = 30.seconds

        /** "Long side ≤ 2048" of what the core keeps. */
        private const val LONG_SIDE = 2048

        /** The power of two that leaves the long side at or just above what the core keeps. */
        fun sampleSize(width: Int, height: Int): Int {
            var size = 1
            while (maxOf(width, height) / (size * 2) >= LONG_SIDE) size *= 2
            return size
        }

        fun isJpeg(bytes: ByteArray) = bytes.size > 3 &&
            bytes[0] == 0xff.toByte() && bytes[1] == 0xd8.toByte() && bytes[2] == 0xff.toByte()

        /** All that a stream holds; null if it is more than [most] bytes, of which no more than that is read. */
        fun upTo(stream: InputStream, most: Int): ByteArray? {
            val taken = ByteArrayOutputStream()
            val piece = ByteArray(64 * 1024)
            while (true) {
                val read = stream.read(piece)
                if (read < 0) return taken.toByteArray()
                if (taken.size() + read > most) return null
                taken.write(piece, 0, read)
            }
        }
    }
}

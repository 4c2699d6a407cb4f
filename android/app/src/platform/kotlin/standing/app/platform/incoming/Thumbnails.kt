package standing.app.platform.incoming

import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Matrix
import android.media.ExifInterface
import java.io.IOException

/** A picture of a photo, upright, [side] pixels or somewhat more; null where it cannot be read. Takes its time: not on the main thread. */
fun thumbnail(jpeg: ByteArray, side: Int): Bitmap? {
    val options = BitmapFactory.Options().apply { inJustDecodeBounds = true }
    BitmapFactory.decodeByteArray(jpeg, 0, jpeg.size, options)
    if (minOf(options.outWidth, options.outHeight) <= 0) return null
    options.inSampleSize = sampleSize(options.outWidth, options.outHeight, side)
    options.inJustDecodeBounds = false
    return BitmapFactory.decodeByteArray(jpeg, 0, jpeg.size, options)?.let { turned(it, turn(jpeg)) }
}

/** The power of two, which the decoder is fast at, that leaves the short side just above [side] and no more than [MOST_PIXELS]. */
internal fun sampleSize(width: Int, height: Int, side: Int): Int {
    var size = Integer.highestOneBit(maxOf(1, minOf(width, height) / side))
    // A long strip has a short side that says nothing of how large it is; another app may send one.
    while (width.toLong() * height / (size.toLong() * size) > MOST_PIXELS) size *= 2
    return size
}

/** 16 MB in memory, and as much again while it is turned: much less than what the system refuses to draw. */
private const val MOST_PIXELS = 4_000_000L

/** Most cameras write how the phone was held, and leave the turning to whoever shows the photo. */
private fun turn(jpeg: ByteArray): Float =
    try {
        when (ExifInterface(jpeg.inputStream()).getAttributeInt(ExifInterface.TAG_ORIENTATION, ExifInterface.ORIENTATION_NORMAL)) {
            ExifInterface.ORIENTATION_ROTATE_90 -> 90f
            ExifInterface.ORIENTATION_ROTATE_180 -> 180f
            ExifInterface.ORIENTATION_ROTATE_270 -> 270f
            else -> 0f
        }
    } catch (_: IOException) {
        0f
    } catch (_: RuntimeException) {
        // What another app wrote there may break the reader of an older phone in ways that it does not declare.
        0f
    }

private fun turned(picture: Bitmap, degrees: Float): Bitmap =
    if (degrees == 0f) picture
    else Bitmap.createBitmap(picture, 0, 0, picture.width, picture.height, Matrix().apply { setRotate(degrees) }, true)

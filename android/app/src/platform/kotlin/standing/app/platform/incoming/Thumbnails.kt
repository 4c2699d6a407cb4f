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
    val shorter = minOf(options.outWidth, options.outHeight)
    if (shorter <= 0) return null
    // A power of two is what the decoder is fast at, and 120 million pixels are never in memory.
    options.inSampleSize = Integer.highestOneBit(maxOf(1, shorter / side))
    options.inJustDecodeBounds = false
    return BitmapFactory.decodeByteArray(jpeg, 0, jpeg.size, options)?.let { turned(it, turn(jpeg)) }
}

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
    }

private fun turned(picture: Bitmap, degrees: Float): Bitmap =
    if (degrees == 0f) picture
    else Bitmap.createBitmap(picture, 0, 0, picture.width, picture.height, Matrix().apply { setRotate(degrees) }, true)

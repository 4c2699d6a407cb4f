package standing.app.platform.incoming

import android.graphics.Bitmap
import android.graphics.BitmapFactory

/** A small picture of a photo, [side] pixels or somewhat more; null where it cannot be read. Takes its time: not on the main thread. */
fun thumbnail(jpeg: ByteArray, side: Int = 256): Bitmap? {
    val options = BitmapFactory.Options().apply { inJustDecodeBounds = true }
    BitmapFactory.decodeByteArray(jpeg, 0, jpeg.size, options)
    val shorter = minOf(options.outWidth, options.outHeight)
    if (shorter <= 0) return null
    // A power of two is what the decoder is fast at, and 120 million pixels are never in memory.
    options.inSampleSize = Integer.highestOneBit(maxOf(1, shorter / side))
    options.inJustDecodeBounds = false
    return BitmapFactory.decodeByteArray(jpeg, 0, jpeg.size, options)
}

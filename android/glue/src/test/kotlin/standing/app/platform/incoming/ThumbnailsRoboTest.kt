package standing.app.platform.incoming

import android.graphics.Bitmap
import android.graphics.Color
import java.io.ByteArrayOutputStream
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.GraphicsMode

@RunWith(RobolectricTestRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class ThumbnailsRoboTest {
    private fun photo(width: Int, height: Int): ByteArray {
        val bitmap = Bitmap.createBitmap(width, height, Bitmap.Config.ARGB_8888).apply { eraseColor(Color.RED) }
        return ByteArrayOutputStream().also { bitmap.compress(Bitmap.CompressFormat.JPEG, 90, it) }.toByteArray()
    }

    @Test
    fun `a large photo becomes small, a small one stays as it is`() {
        assertEquals(500 to 375, thumbnail(photo(2000, 1500), side = 256)?.run { width to height })
        assertEquals(100 to 50, thumbnail(photo(100, 50), side = 256)?.run { width to height })
    }

    @Test
    fun `a strip as long as a JPEG can be takes no more memory than a photo`() {
        for ((width, height) in listOf(65_500 to 511, 511 to 65_500, 65_500 to 65_500, 12_000 to 10_000)) {
            val size = sampleSize(width, height, side = 256)
            assertTrue("$width × $height: every ${size}th", width.toLong() * height / (size * size) in 1..4_000_000)
        }
        assertEquals(10_000 to 250, thumbnail(photo(20_000, 500), side = 256)?.run { width to height })
    }

    @Test
    fun `a photo that was taken with the phone held upright is shown upright`() {
        for ((orientation, size) in listOf(1 to (100 to 50), 3 to (100 to 50), 6 to (50 to 100), 8 to (50 to 100))) {
            assertEquals("orientation $orientation", size, thumbnail(held(photo(100, 50), orientation), side = 256)?.run { width to height })
        }
    }

    /** The photo with an Exif block that says how the phone was held. */
    private fun held(photo: ByteArray, orientation: Int): ByteArray {
        val tiff = byteArrayOf(0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation.toByte(), 0, 0, 0, 0, 0, 0, 0)
        val exif = "Exif".encodeToByteArray() + ByteArray(2) + tiff
        val length = exif.size + 2
        val head = byteArrayOf(0xFF.toByte(), 0xE1.toByte(), (length shr 8).toByte(), length.toByte())
        return photo.copyOfRange(0, 2) + head + exif + photo.copyOfRange(2, photo.size)
    }

    @Test
    fun `what is no photo has no picture`() {
        for (bytes in listOf(ByteArray(0), ByteArray(999), photo(64, 64).copyOf(20))) assertNull(thumbnail(bytes, side = 256))
    }
}

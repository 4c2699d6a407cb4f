package standing.app.platform.incoming

import android.graphics.Bitmap
import android.graphics.Color
import java.io.ByteArrayOutputStream
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
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
        assertEquals(100 to 50, thumbnail(photo(100, 50))?.run { width to height })
    }

    @Test
    fun `what is no photo has no picture`() {
        for (bytes in listOf(ByteArray(0), ByteArray(999), photo(64, 64).copyOf(20))) assertNull(thumbnail(bytes))
    }
}

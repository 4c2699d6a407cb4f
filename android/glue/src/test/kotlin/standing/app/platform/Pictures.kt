package standing.app.platform

import android.graphics.Bitmap
import android.graphics.Canvas
import android.os.Looper
import android.view.View
import java.io.File
import org.junit.Assert.assertTrue
import org.robolectric.Shadows.shadowOf

/** Draws a view as the phone would, and keeps the picture for a person to look at. */
fun picture(view: View, name: String) {
    shadowOf(Looper.getMainLooper()).idle()
    val bitmap = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
    view.draw(Canvas(bitmap))
    val pixels = IntArray(bitmap.width * bitmap.height)
    bitmap.getPixels(pixels, 0, bitmap.width, 0, 0, bitmap.width, bitmap.height)
    assertTrue("$name is empty", pixels.distinct().size > 2)
    val file = File(System.getProperty("standing.pictures"), "$name.png").apply { parentFile?.mkdirs() }
    file.outputStream().use { assertTrue(bitmap.compress(Bitmap.CompressFormat.PNG, 100, it)) }
}

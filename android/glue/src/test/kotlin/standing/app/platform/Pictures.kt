package standing.app.platform

import android.graphics.Bitmap
import android.graphics.Canvas
import android.view.View
import java.io.File
import org.junit.Assert.assertTrue

/** Draws a view as the phone would, and keeps the picture for a person to look at. */
fun picture(view: View, name: String) {
    val bitmap = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
    view.draw(Canvas(bitmap))
    val file = File(System.getProperty("standing.pictures"), "$name.png").apply { parentFile?.mkdirs() }
    file.outputStream().use { assertTrue(bitmap.compress(Bitmap.CompressFormat.PNG, 100, it)) }
    assertTrue("$name is empty", file.length() > 500)
}

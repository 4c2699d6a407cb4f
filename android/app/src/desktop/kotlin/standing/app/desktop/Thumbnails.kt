package standing.app.desktop

import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.toComposeImageBitmap
import org.jetbrains.skia.Image

/** A picture of a photo; null where it cannot be read. */
fun thumbnail(jpeg: ByteArray): ImageBitmap? =
    try {
        Image.makeFromEncoded(jpeg).toComposeImageBitmap()
    } catch (_: IllegalArgumentException) {
        null
    }

package standing.app.gallery

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.key
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.runtime.snapshots.Snapshot
import androidx.compose.ui.InternalComposeUiApi
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.asComposeCanvas
import androidx.compose.ui.layout.onSizeChanged
import androidx.compose.ui.scene.CanvasLayersComposeScene
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.IntSize
import org.jetbrains.skia.EncodedImageFormat
import org.jetbrains.skia.Surface
import standing.app.design.LocalBar
import standing.app.design.LocalWholePage
import standing.app.design.Look
import standing.app.design.NavBar
import standing.app.design.StandingTheme
import standing.core.Language
import standing.logic.Place
import standing.logic.words.Words

/** How a shot is looked at. [width] in dp; [density] in pixels for each dp. */
data class View(
    val language: Language,
    val dark: Boolean = false,
    val percent: Int = 100,
    val elder: Boolean = false,
    val width: Int = 412,
    val density: Float = 1.5f,
) {
    /** Such as `zh-dark-200`. */
    val name: String
        get() {
            val parts = listOf(if (language == Language.CHINESE) "zh" else "en", if (dark) "dark" else "light", if (elder) "elder" else "$percent")
            return parts.joinToString("-") + if (width == 412) "" else "-$width"
        }
}

/** A shot as the app would show it, but as high as its page. */
@Composable
fun Stage(shot: Shot, view: View, at: Place.Root?, whole: Boolean = true) {
    val words = Words.of(view.language)
    StandingTheme(words, Look(view.dark, view.elder), Modifier.fillMaxWidth()) {
        val bar: (@Composable () -> Unit)? = if (at == null) null else ({ NavBar(at, {}) })
        CompositionLocalProvider(LocalWholePage provides whole, LocalBar provides bar) { shot.content(view.language) }
    }
}

/** Takes pictures without a window. Close it to give its memory back. */
@OptIn(InternalComposeUiApi::class)
class Studio(private val view: View) : AutoCloseable {
    private val scale = if (view.elder) 1f else view.percent / 100f
    private val highest = (HIGHEST * view.density).toInt()
    private val scene = CanvasLayersComposeScene(Density(view.density, scale), size = IntSize((view.width * view.density).toInt(), highest))
    private var shown by mutableStateOf<Pair<Shot, Place.Root?>?>(null)
    private var height = 0
    private var time = 0L

    init {
        scene.setContent {
            shown?.let { (shot, at) ->
                key(shot) {
                    Box(Modifier.fillMaxWidth().onSizeChanged { height = it.height }) { Stage(shot, view, at) }
                }
            }
        }
    }

    /** The whole page as a PNG. */
    fun picture(shot: Shot, at: Place.Root?): ByteArray {
        shown = shot to at
        // The first frames lay out and carry out effects; what is kept comes after.
        repeat(SETTLING) { frame(1) }
        val page = if (height >= highest) BEGINNING * view.density else height.coerceAtLeast(1).toFloat()
        return frame(page.toInt())
    }

    private fun frame(rows: Int): ByteArray {
        time += FRAME
        // Else another thread tells the scene of what changed, and a frame may come before it.
        Snapshot.sendApplyNotifications()
        val surface = Surface.makeRasterN32Premul(scene.size!!.width, rows)
        try {
            scene.render(surface.canvas.asComposeCanvas(), time)
            if (rows == 1) return ByteArray(0)
            val image = surface.makeImageSnapshot()
            try {
                return image.encodeToData(EncodedImageFormat.PNG)!!.bytes
            } finally {
                image.close()
            }
        } finally {
            surface.close()
        }
    }

    override fun close() = scene.close()

    companion object {
        /** The highest page that is looked at whole, in dp; of a list of a thousand, the beginning says what there is to see. */
        const val HIGHEST = 12_000
        private const val BEGINNING = 2_000
        private const val SETTLING = 3
        private const val FRAME = 400_000_000L
    }
}

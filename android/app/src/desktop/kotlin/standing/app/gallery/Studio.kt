package standing.app.gallery

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
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
import androidx.compose.ui.unit.LayoutDirection
import kotlinx.coroutines.CoroutineExceptionHandler
import kotlinx.coroutines.Dispatchers
import org.jetbrains.skia.Surface
import org.jetbrains.skia.impl.use
import standing.app.design.LocalBar
import standing.app.design.LocalWholePage
import standing.app.design.Look
import standing.app.design.NavBar
import standing.app.design.StandingTheme
import standing.app.desktop.onWindowThread
import standing.app.records.LocalThumbnailWorker
import standing.core.Language
import standing.logic.Place
import standing.logic.words.Words

/**
 * How a shot is looked at. [width] in dp; [density] in pixels for each dp.
 *
 * @property high in dp, for what is seen at once on a screen of that height; null for the whole page.
 * @property fromRight on a phone set to a language that is written from the right.
 */
data class View(
    val language: Language,
    val dark: Boolean = false,
    val percent: Int = 100,
    val elder: Boolean = false,
    val width: Int = 412,
    val density: Float = 1.5f,
    val high: Int? = null,
    val fromRight: Boolean = false,
) {
    /** Such as `zh-dark-200`. */
    val name: String get() = (if (language == Language.CHINESE) "zh-" else "en-") + look

    /** The same in both languages, such as `dark-200`. */
    val look: String
        get() {
            val room = if (high != null) "-${width}x$high" else if (width != 412) "-$width" else ""
            return (if (dark) "dark-" else "light-") + (if (elder) "elder" else "$percent") + room
        }

    companion object {
        /** A phone in the hand: light and dark, with usual and with large text, and in elder mode. */
        val PHONE: List<View> =
            inBoth { View(it) } + inBoth { View(it, dark = true) } + inBoth { View(it, percent = 200) } +
                inBoth { View(it, dark = true, percent = 200) } + inBoth { View(it, elder = true) }

        fun inBoth(view: (Language) -> View): List<View> = listOf(Language.CHINESE, Language.ENGLISH).map(view)
    }
}

/** A shot as the app would show it, but as high as its page. */
@Composable
fun Stage(shot: Shot, view: View, at: Place.Root?, whole: Boolean = true) {
    val words = Words.of(view.language)
    StandingTheme(words, Look(view.dark, view.elder), if (view.high == null) Modifier.fillMaxWidth() else Modifier.fillMaxSize()) {
        val bar: (@Composable () -> Unit)? = if (at == null) null else ({ NavBar(at, {}) })
        CompositionLocalProvider(LocalWholePage provides whole, LocalBar provides bar, LocalThumbnailWorker provides Dispatchers.Unconfined) { shot.content(view.language) }
    }
}

/**
 * Takes pictures without a window. Close it to give its memory back, and after a shot that failed: nothing good comes of it any more.
 *
 * All of it happens on the thread of the windows, where Compose tells of what changed: on another one, a page would now and
 * then be put together by the one while it is drawn by the other.
 */
@OptIn(InternalComposeUiApi::class)
class Studio(private val view: View) : AutoCloseable {
    private val highest = pixels(view.high ?: HIGHEST)
    private var broken: Throwable? = null
    private var shown by mutableStateOf<Pair<Shot, Place.Root?>?>(null)
    private var height = 0
    private var time = 0L
    private val scene = onWindowThread(::scene)

    private fun scene() =
        CanvasLayersComposeScene(
            Density(view.density, if (view.elder) 1f else view.percent / 100f),
            if (view.fromRight) LayoutDirection.Rtl else LayoutDirection.Ltr,
            size = IntSize(pixels(view.width), highest),
            coroutineContext = Dispatchers.Unconfined + CoroutineExceptionHandler { _, problem -> broken = problem },
        ).apply {
            setContent {
                shown?.let { (shot, at) ->
                    val room = if (view.high == null) Modifier.fillMaxWidth() else Modifier.fillMaxSize()
                    key(shot) { Box(room.onSizeChanged { height = it.height }) { Stage(shot, view, at, whole = view.high == null) } }
                }
            }
        }

    /** The whole page, or what is seen of it at once. */
    fun picture(shot: Shot, at: Place.Root?): Picture = onWindowThread {
        shown = shot to at
        // The first frames put it together, lay it out and carry out effects; what is kept comes after.
        repeat(SETTLING) { frame(1) {} }
        val endless = view.high == null && height >= highest
        frame(if (endless) pixels(BEGINNING) else height.coerceAtLeast(1)) { surface ->
            surface.makeImageSnapshot().use { image -> image.peekPixels()!!.use { Picture(it.info.width, it.info.height, it.buffer.bytes) } }
        }
    }

    private fun <T> frame(rows: Int, look: (Surface) -> T): T {
        time += FRAME
        // Else it is told of what changed when this thread is free again, and that is after all frames.
        Snapshot.sendApplyNotifications()
        Surface.makeRasterN32Premul(pixels(view.width), rows).use { surface ->
            scene.render(surface.canvas.asComposeCanvas(), time)
            broken?.let { throw IllegalStateException("a shot could not be shown", it) }
            return look(surface)
        }
    }

    private fun pixels(dp: Int) = (dp * view.density).toInt()

    override fun close() = onWindowThread(scene::close)

    companion object {
        /** The highest page that is looked at whole, in dp; of a list of a thousand, the beginning says what there is to see. */
        const val HIGHEST = 12_000
        private const val BEGINNING = 2_000
        private const val SETTLING = 4
        private const val FRAME = 400_000_000L
    }
}

package standing.app.desktop

import androidx.compose.foundation.Image
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.runtime.withFrameNanos
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.toComposeImageBitmap
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.type
import androidx.compose.ui.layout.ContentScale
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import androidx.compose.ui.window.Window as ComposeWindow
import androidx.compose.ui.window.WindowPosition
import androidx.compose.ui.window.application
import androidx.compose.ui.window.rememberWindowState
import java.io.File
import java.util.Locale
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import org.jetbrains.skia.Image
import standing.app.Root
import standing.app.StandingApp
import standing.app.design.LocalViewfinder
import standing.app.records.LocalThumbnails
import standing.core.App
import standing.core.AppInterface
import standing.core.Fetch
import standing.core.Language
import standing.core.NetworkKind
import standing.core.Stopper

/**
 * The app in a window.
 *
 * `--folder DIR` keeps what the phone would keep. `--link L --code C`, once for each authority, and `--register L` join
 * before the window opens, unless `--fresh`. `--lang en|zh`, `--dark`, `--text 2.0` as the phone would say them.
 * `--camera FILE` and `--photo FILE` are what the camera sees and which photo is chosen.
 */
object Window {
    @JvmStatic
    fun main(arguments: Array<String>) {
        val begun = System.nanoTime()
        val wished = Wished(arguments)
        val core = App.open(wished.folder.path, wished.tag, FileSecrets(File(wished.folder, "keys")))
        if (!wished.fresh) join(core, wished)
        val opened = System.nanoTime()
        println("core ready after ${(opened - begun) / 1_000_000} ms")
        show(core, wished, opened)
    }

    private fun show(core: AppInterface, wished: Wished, opened: Long) =
        application {
            val root = remember { root(core, wished) }
            PhoneWindow(root, ::exitApplication, wished.dark, wished.text, wished.camera) {
                LaunchedEffect(Unit) {
                    root.shell.state.first { it.settings != null }
                    // The frame after the one that home was laid out in has been drawn.
                    repeat(2) { withFrameNanos {} }
                    println("window open after ${(System.nanoTime() - opened) / 1_000_000} ms more")
                }
            }
        }

    private fun root(core: AppInterface, wished: Wished): Root {
        val scope = CoroutineScope(Dispatchers.Main + SupervisorJob())
        val platform = DesktopPlatform(File(wished.folder, "saved"), wished.camera, wished.photo)
        val root = Root(core, platform, { wished.language }, scope, Dispatchers.IO, File(wished.folder, "cache"))
        platform.onSyncSoon = root.syncing::start
        return root
    }

    private fun join(core: AppInterface, wished: Wished) =
        runBlocking {
            if (core.memberships().isEmpty()) {
                for ((link, code) in wished.links.zip(wished.codes)) core.confirm(core.join(link, code, Stopper()).membership, true)
            }
            wished.registers.forEach { core.addRegister(it, true, Fetch.ALL, Stopper()) }
            if (wished.links.isNotEmpty() || wished.registers.isNotEmpty()) core.sync(NetworkKind.UNMETERED).wait()
        }
}

/** A window as large as a phone, with the app in it. Escape goes back. [text] is how large letters are, [camera] what it sees. */
@Composable
fun PhoneWindow(root: Root, close: () -> Unit, dark: Boolean = false, text: Float = 1f, camera: File? = null, beside: @Composable () -> Unit = {}) =
    ComposeWindow(
        onCloseRequest = close,
        state = rememberWindowState(position = WindowPosition(0.dp, 0.dp), size = DpSize(WIDTH.dp, HEIGHT.dp)),
        title = root.words().appName,
        onKeyEvent = { it.key == Key.Escape && it.type == KeyEventType.KeyUp && root.back() },
    ) {
        CompositionLocalProvider(LocalDensity provides Density(LocalDensity.current.density, text)) { DesktopApp(root, dark, camera) }
        beside()
    }

/** The app, with what a plain machine draws in the place of a phone's own views. */
@Composable
fun DesktopApp(root: Root, dark: Boolean, camera: File?) =
    CompositionLocalProvider(
        LocalViewfinder provides { modifier -> camera?.let { Seen(it, modifier) } },
        LocalThumbnails provides { jpeg, _ -> thumbnail(jpeg) },
    ) {
        StandingApp(root, dark)
    }

private const val WIDTH = 412
private const val HEIGHT = 892

/** What the camera sees. */
@Composable
private fun Seen(picture: File, modifier: Modifier) {
    val image = remember(picture) { Image.makeFromEncoded(picture.readBytes()).use { it.toComposeImageBitmap() } }
    Image(image, null, modifier, contentScale = ContentScale.Crop)
}

/** What the command line asks for. */
private class Wished(private val words: Array<String>) {
    val folder = File(one("--folder") ?: "target/app").absoluteFile.apply { mkdirs() }
    val links = all("--link")
    val codes = all("--code")
    val registers = all("--register")
    val camera = one("--camera")?.let(::File)
    val photo = one("--photo")?.let(::File)
    val text = one("--text")?.toFloat() ?: 1f
    val dark = "--dark" in words
    val fresh = "--fresh" in words
    val language = if ((one("--lang") ?: Locale.getDefault().language).startsWith("zh")) Language.CHINESE else Language.ENGLISH
    val tag = if (language == Language.CHINESE) "zh-Hans-CN" else "en"

    private fun one(name: String) = all(name).lastOrNull()

    private fun all(name: String) = words.toList().zipWithNext().filter { it.first == name }.map { it.second }
}

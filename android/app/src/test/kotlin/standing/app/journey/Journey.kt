package standing.app.journey

import java.awt.image.BufferedImage
import java.io.File
import java.nio.file.Files
import java.util.concurrent.ConcurrentLinkedQueue
import javax.imageio.ImageIO
import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Runnable
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import standing.app.Hand
import standing.app.Root
import standing.app.Stage
import standing.app.desktop.DesktopApp
import standing.app.inHand
import standing.core.Language
import standing.logic.fake.FakePlatform
import standing.logic.samples.Phone
import standing.logic.samples.Sandbox

/** A journey of one phone: every screen, the real core, the real sandbox. Only the phone's own doings are played. */
fun journey(language: Language = Language.ENGLISH, test: Journey.() -> Unit) {
    val tag = if (language == Language.CHINESE) "zh-Hans" else "en"
    Sandbox().use { sandbox -> Phone(tag).use { phone -> Journey(sandbox, phone, language).use { it.test() } } }
}

/**
 * One phone on its way through a day. It is written once and played on two stages: Compose's own for tests, and, in the
 * process that [WindowJourneyTest] starts, the window with a mouse and a keyboard.
 */
class Journey(val sandbox: Sandbox, val phone: Phone, private val language: Language) : AutoCloseable {
    val platform = FakePlatform()
    private val cache: File = Files.createTempDirectory("standing-cache").toFile()

    /** Opens the app. [kept] is what [Root.saved] gave before the process ended, [camera] what the finder shows. */
    fun open(kept: String? = null, camera: File? = null, test: Held.(Root) -> Unit) {
        val turns = Turns()
        val scope = CoroutineScope((if (IN_WINDOW) Dispatchers.Main else turns) + SupervisorJob())
        val root = Root(phone.app, platform, { language }, scope, Dispatchers.IO, cache, kept)
        if (IN_WINDOW) inWindow(root, camera) { Held(this).test(root) }
        else inHand(language, content = { DesktopApp(root, dark = false, camera) }) { Held(InTurns(this, turns)).test(root) }
        scope.cancel()
    }

    override fun close() {
        cache.deleteRecursively()
    }
}

/** Whether the journeys are played in the window now. */
private val IN_WINDOW = System.getProperty("standing.stage") == "window"

/** All that a journey is written in. Everything here waits for what takes its time. */
class Held(private val stage: Stage) {
    /** Waits until the text is on the screen. */
    fun await(text: String) = until("“$text” does not come") { sees(text) }

    /** Waits until the text is anywhere on the page, and scrolls to it. */
    fun seek(text: String) = until("“$text” is nowhere") { sees(text) || finds(text) }

    /** Waits until the text is on the screen, and taps what it stands on. */
    fun tap(text: String) = soon("there is no “$text” to tap") { stage.tap(text) }

    /** Taps a control that is only a sign, by its name for a screen reader. */
    fun sign(label: String) = soon("there is no sign “$label”") { stage.tapSign(label) }

    /** Types into the field of this name. */
    fun type(field: String, text: String) = soon("there is no field “$field”") { stage.type(field, text) }

    /** Whether the text is on the screen now. */
    fun sees(text: String): Boolean = stage.sees(text)

    /** Does something where the app does everything: on the main thread. */
    fun <T> onMain(act: () -> T): T = stage.onMain(act).also { stage.settle() }

    /** Waits until something holds. */
    fun until(otherwise: String, holds: () -> Boolean) {
        val end = System.nanoTime() + PATIENCE
        stage.settle()
        while (!holds()) {
            if (System.nanoTime() > end) throw AssertionError("$otherwise:\n${stage.all()}")
            Thread.sleep(10)
            stage.settle()
        }
    }

    /** Keeps a picture of what is seen now, in `target/pictures/journeys/`. */
    fun keep(name: String) {
        var picture: BufferedImage? = null
        // What is known to be on the screen is drawn a moment later.
        until("hardly anything is drawn") { stage.picture().also { picture = it }.colours() > FEW }
        val file = File(System.getProperty("standing.pictures"), "../../pictures/journeys/$name${if (IN_WINDOW) "-window" else ""}.png").canonicalFile
        file.parentFile.mkdirs()
        ImageIO.write(picture, "png", file)
    }

    private fun finds(text: String) = runCatching { stage.find(text) }.isSuccess

    /** Does it once what it needs is there: the app goes on while the hand moves, and may have taken it away again. */
    private fun soon(otherwise: String, act: () -> Unit) {
        until(otherwise) {
            try {
                act()
                true
            } catch (_: AssertionError) {
                false
            }
        }
        stage.settle()
    }

    private fun BufferedImage.colours() = (0 until height).flatMap { y -> (0 until width).map { x -> getRGB(x, y) } }.toSet().size

    private companion object {
        const val PATIENCE = 60_000_000_000

        /** Letters alone have more, for their edges are smooth. */
        const val FEW = 20
    }
}

/** What the app begins goes on whenever the hand waits, and at no other time. */
private class InTurns(private val hand: Hand, private val turns: Turns) : Stage by hand {
    override fun settle() {
        turns.take()
        hand.settle()
    }
}

/** The main thread, as far as the app knows: its turns are taken by the test, on the thread that draws. */
private class Turns : CoroutineDispatcher() {
    private val waiting = ConcurrentLinkedQueue<Runnable>()

    override fun dispatch(context: CoroutineContext, block: Runnable) {
        waiting += block
    }

    /** Everything that waits now, and what comes of it. */
    fun take() {
        while (true) (waiting.poll() ?: return).run()
    }
}

package standing.app.journey

import java.io.File
import java.nio.file.Files
import java.util.concurrent.ConcurrentLinkedQueue
import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Runnable
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import standing.app.Hand
import standing.app.Root
import standing.app.StandingApp
import standing.app.inHand
import standing.core.Language
import standing.logic.fake.FakePlatform
import standing.logic.samples.Phone
import standing.logic.samples.Sandbox

/** The whole app in the hand: every screen, the real core, the real sandbox. Only the phone's own doings are played. */
fun journey(language: Language = Language.ENGLISH, test: Journey.() -> Unit) {
    val tag = if (language == Language.CHINESE) "zh-Hans" else "en"
    Sandbox().use { sandbox -> Phone(tag).use { phone -> Journey(sandbox, phone, language).use { it.test() } } }
}

/** One phone on its way through a day. */
class Journey(val sandbox: Sandbox, val phone: Phone, private val language: Language) : AutoCloseable {
    val platform = FakePlatform()
    private val turns = Turns()
    private val scope = CoroutineScope(turns + SupervisorJob())
    private val cache: File = Files.createTempDirectory("standing-cache").toFile()

    /** Opens the app. [kept] is what [Root.saved] gave before the process ended. */
    fun open(kept: String? = null) = Root(phone.app, platform, { language }, scope, Dispatchers.IO, cache, kept)

    /** Takes the open app in the hand. */
    fun hold(root: Root, test: Held.() -> Unit) = inHand(language, content = { StandingApp(root, dark = false) }) { Held(this, turns).test() }

    override fun close() {
        scope.cancel()
        cache.deleteRecursively()
    }
}

/** A hand that waits for what takes its time. */
class Held(val hand: Hand, private val turns: Turns) {
    /** Waits until the text is on the screen. */
    fun await(text: String) = until("“$text” does not come") { hand.sees(text) }

    /** Waits until the text is anywhere on the page, and scrolls to it. */
    fun seek(text: String) = until("“$text” is nowhere") { hand.sees(text) || runCatching { hand.find(text) }.isSuccess }

    /** Waits until the text is on the screen, and taps it. */
    fun tap(text: String) {
        settle()
        until("there is no “$text” to tap") { hand.canTap(text) || runCatching { hand.find(text) }.isSuccess }
        hand.tap(text)
        settle()
    }

    fun sign(label: String) {
        hand.tapSign(label)
        settle()
    }

    fun type(field: String, text: String) {
        hand.type(field, text)
        settle()
    }

    /** What was begun and takes no time is done. */
    fun settle() {
        turns.take()
        hand.settle()
    }

    private fun until(otherwise: String, holds: () -> Boolean) {
        val end = System.nanoTime() + PATIENCE
        settle()
        while (!holds()) {
            if (System.nanoTime() > end) throw AssertionError("$otherwise:\n${hand.all()}")
            Thread.sleep(10)
            settle()
        }
    }

    private companion object {
        const val PATIENCE = 60_000_000_000
    }
}

/** The main thread, as far as the app knows: its turns are taken by the test, on the thread that draws. */
class Turns : CoroutineDispatcher() {
    private val waiting = ConcurrentLinkedQueue<Runnable>()

    override fun dispatch(context: CoroutineContext, block: Runnable) {
        waiting += block
    }

    /** Everything that waits now, and what comes of it. */
    fun take() {
        while (true) (waiting.poll() ?: return).run()
    }
}

package standing.app.journey

import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.design.LightTokens
import standing.logic.samples.Sandbox

/** The window itself, as `cargo xtask app` opens it, with a mouse and a keyboard. Pictures stay in `target/pictures/window/`. */
class WindowJourneyTest {
    private val c = LightTokens
    private val out = File(System.getProperty("standing.pictures"), "../../pictures/window").canonicalFile

    private fun window(test: Opened.() -> Unit) =
        Sandbox().use { sandbox -> Display().use { display -> Opened(display, sandbox, out).use { it.test() } } }

    @Test(timeout = 90_000)
    fun `the window opens at home, follows the mouse, and finds what is typed in Chinese`() = window {
        // The checks that hold, in their green, and the one filled button.
        val home = await("1-home") { it.chosen() == listOf(0) && it.count(c.holds) > 300 && it.count(c.accent) > 5_000 }
        assertEquals("nothing listed on home", 0, home.count(c.seal))

        tapTab(1)
        val businesses = await("2-businesses") { it.chosen() == listOf(1) && it.count(c.surface) > 5_000 }
        assertTrue("another page than home", businesses.apart(home) > 10_000)
        assertEquals("nothing found yet", 0, businesses.count(c.seal))

        tap(206, businesses.top(c.surface) + 20)
        type("西湖茶业")
        // It is on the red list, which is said in the colour of a seal.
        val found = await("3-found") { it.count(c.seal) > 100 }
        assertTrue("the answer is drawn", found.apart(businesses) > 5_000)

        tapTab(3)
        val more = await("4-more") { it.chosen() == listOf(3) && it.count(c.ink) > 1_000 }
        assertEquals("nothing found is left on it", 0, more.count(c.seal))
        assertTrue("another page than the search", more.apart(found) > 10_000)
    }
}

package standing.app.journey

import java.nio.file.Files
import kotlin.concurrent.thread
import org.junit.Test
import standing.app.desktop.Window
import standing.logic.samples.Sandbox

/** The window as `cargo xtask app` opens it, by its own main: joined already, and with a register. Played by [WindowJourneyTest]. */
class OpenedWindow {
    @Test
    fun `it opens at home, follows the mouse, and finds what is typed in Chinese`() {
        val folder = Files.createTempDirectory("standing-window").toFile()
        Sandbox().use { sandbox ->
            val asked = arrayOf("--folder", folder.path, "--link", sandbox.link, "--code", sandbox.code(), "--register", sandbox.register, "--lang", "en")
            // It ends with this process.
            thread(isDaemon = true) { Window.main(asked) }
            Held(InWindow(openWindow())).apply {
                await("Credit statement 8")
                keep("opened-1-home")
                tap("Businesses")
                type("Name or code", "西湖茶业")
                await("Red list")
                keep("opened-2-found")
            }
        }
        folder.deleteRecursively()
    }
}

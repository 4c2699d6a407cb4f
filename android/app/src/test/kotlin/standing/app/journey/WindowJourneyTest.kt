package standing.app.journey

import java.io.File
import java.util.concurrent.TimeUnit.SECONDS
import org.junit.Assert.assertTrue
import org.junit.Test

/** The journeys in the window, on a display that nobody sees: in one process of their own, for tests are told to draw without a display. */
class WindowJourneyTest {
    @Test
    fun `all journeys are also played in the window, with a mouse and a keyboard`() =
        Display().use { display ->
            val said = File(System.getProperty("standing.pictures"), "window.log")
            val process = display.java("org.junit.runner.JUnitCore", JourneyTest::class.java.name, OpenedWindow::class.java.name).redirectOutput(said).start()
            try {
                assertTrue("the window stands still: ${said.readText()}", process.waitFor(PATIENCE, SECONDS))
                assertTrue(said.readText(), process.exitValue() == 0)
            } finally {
                process.destroyForcibly()
            }
        }

    private companion object {
        const val PATIENCE = 300L
    }
}

/** A display that nobody sees, on a number that is free. */
private class Display : AutoCloseable {
    private val server: Process =
        ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "500x940x24", "-nolisten", "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
    private val name = ":" + (server.inputReader().readLine() ?: error("Xvfb names no display"))

    /** This same Java, with this display. */
    fun java(vararg main: String): ProcessBuilder {
        val java = File(System.getProperty("java.home"), "bin/java").path
        val known = listOf("jna.library.path", "standing.bin", "standing.pictures").map { "-D$it=${System.getProperty(it)}" }
        val options = listOf("-Xmx768m", "-Dfile.encoding=UTF-8", "-Dstanding.stage=window", "-cp", System.getProperty("java.class.path"))
        val builder = ProcessBuilder(listOf(java) + known + options + main).redirectErrorStream(true)
        // With Chinese on the keyboard, and without an input method of the machine's own.
        builder.environment() += mapOf("DISPLAY" to name, "LC_ALL" to "C.UTF-8", "XMODIFIERS" to "@im=none", "SKIKO_RENDER_API" to "SOFTWARE")
        builder.environment() -= "JAVA_TOOL_OPTIONS"
        return builder
    }

    override fun close() {
        server.destroy()
        if (!server.waitFor(5, SECONDS)) server.destroyForcibly()
    }
}

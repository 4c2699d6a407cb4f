package standing.app.journey

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.toArgb
import java.awt.Rectangle
import java.awt.image.BufferedImage
import java.io.File
import java.nio.file.Files
import java.util.concurrent.TimeUnit.SECONDS
import javax.imageio.ImageIO
import standing.app.design.LightTokens
import standing.logic.samples.Sandbox

/** A display that nobody sees, on a number that is free. */
class Display : AutoCloseable {
    private val server: Process =
        ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "500x940x24", "-nolisten", "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
    private val name = ":" + (server.inputReader().readLine() ?: error("Xvfb names no display"))

    /** A command that draws here, or looks, or taps. */
    fun command(words: List<String>): ProcessBuilder {
        val builder = ProcessBuilder(words).redirectErrorStream(true)
        // With Chinese on the keyboard, and without an input method of the machine's own.
        builder.environment() += mapOf("DISPLAY" to name, "LC_ALL" to "C.UTF-8", "XMODIFIERS" to "@im=none")
        // Tests are told to draw without a display.
        builder.environment() -= "JAVA_TOOL_OPTIONS"
        return builder
    }

    override fun close() = end(server)
}

/** The window, opened by its own main and joined with the sandbox. Its pictures and what it says go to [out]. */
class Opened(private val display: Display, sandbox: Sandbox, private val out: File) : AutoCloseable {
    private val phone: File = Files.createTempDirectory("standing-window").toFile()
    private val said = File(out.apply { mkdirs() }, "window.log")
    private val process: Process

    init {
        val java = File(System.getProperty("java.home"), "bin/java").path
        val library = "-Djna.library.path=${System.getProperty("jna.library.path")}"
        val main = listOf("-cp", System.getProperty("java.class.path"), "standing.app.desktop.Window")
        val asked = listOf("--folder", phone.path, "--link", sandbox.link, "--code", sandbox.code(), "--register", sandbox.register, "--lang", "en")
        val builder = display.command(listOf(java, "-Xmx512m", "-Dfile.encoding=UTF-8", library) + main + asked)
        builder.environment()["SKIKO_RENDER_API"] = "SOFTWARE"
        process = builder.redirectOutput(said).start()
    }

    /** Waits until the window looks like this, and keeps that picture; the last one, if it never does. */
    fun await(name: String, holds: (Seen) -> Boolean): Seen {
        val file = File(out, "$name.png")
        val end = System.nanoTime() + PATIENCE
        while (true) {
            run("import", "-window", "root", file.path)
            val seen = Seen(ImageIO.read(file))
            if (holds(seen)) return seen
            check(process.isAlive) { "the window is gone: ${said.readText()}" }
            check(System.nanoTime() < end) { "the window does not look like “$name”, see $file: ${said.readText()}" }
            Thread.sleep(200)
        }
    }

    /** Taps there, and takes the mouse away: what lies under it is drawn darker. */
    fun tap(x: Int, y: Int) {
        run("xdotool", "mousemove", "$x", "$y", "click", "1")
        Thread.sleep(100)
        run("xdotool", "mousemove", "490", "930")
    }

    /** Taps a tab, counted from the left. */
    fun tapTab(tab: Int) = Seen.tab(tab).let { tap(it.centerX.toInt(), it.centerY.toInt()) }

    fun type(text: String) = run("xdotool", "type", "--delay", "150", text)

    private fun run(vararg words: String) {
        val ran = display.command(words.toList()).start()
        val answer = ran.inputReader().readText()
        check(ran.waitFor() == 0) { "${words.first()}: $answer" }
    }

    override fun close() {
        end(process)
        phone.deleteRecursively()
    }

    private companion object {
        const val PATIENCE = 40_000_000_000
    }
}

/** What stands on the display. */
class Seen(private val image: BufferedImage) {
    /** How many pixels of a part have exactly this colour. */
    fun count(colour: Color, part: Rectangle = PAGE): Int = rows(part).sumOf { count(colour, part, it) }

    /** The tabs that are drawn as chosen, counted from the left. */
    fun chosen(): List<Int> = (0..3).filter { count(LightTokens.accentSoft, tab(it)) > 500 }

    /** The first line of the page that is mostly of this colour. */
    fun top(colour: Color): Int = rows(PAGE).first { count(colour, PAGE, it) > PAGE.width / 2 }

    /** How many pixels of the page another picture has in another colour. */
    fun apart(other: Seen): Int =
        rows(PAGE).sumOf { y -> (PAGE.x until PAGE.x + PAGE.width).count { image.getRGB(it, y) != other.image.getRGB(it, y) } }

    private fun count(colour: Color, part: Rectangle, y: Int) =
        (part.x until part.x + part.width).count { image.getRGB(it, y) and RGB == colour.toArgb() and RGB }

    private fun rows(part: Rectangle) = part.y until part.y + part.height

    companion object {
        private const val RGB = 0xFFFFFF

        /** Between the top of the window and its tabs. */
        private val PAGE = Rectangle(0, 0, 412, 800)

        /** Where a tab is tapped, counted from the left. */
        fun tab(number: Int) = Rectangle(number * 103, 812, 103, 80)
    }
}

/** Ends a process, also one that does not want to. */
private fun end(process: Process) {
    process.destroy()
    if (!process.waitFor(5, SECONDS)) process.destroyForcibly()
}

package standing.app.desktop

import java.io.File
import kotlin.system.exitProcess
import standing.app.gallery.GALLERY
import standing.app.gallery.GalleryPart

/**
 * Takes a picture of every screen in each of its states, and writes a page to browse them: `--out DIR`, and after it the
 * names of screens, for these alone. What was taken is kept when it is stopped. `--store DIR` takes those of stores instead.
 */
object Pictures {
    @JvmStatic
    fun main(arguments: Array<String>) {
        // There is nothing to be shown, also where something could be.
        System.setProperty("java.awt.headless", "true")
        if (arguments.firstOrNull() == "--store") {
            val shop = File(arguments.getOrElse(1) { "pictures" })
            println("${StorePictures.take(shop)} pictures for stores, below $shop")
            exitProcess(0)
        }
        val out = File(arguments.getOrNull(arguments.indexOf("--out") + 1) ?: "pictures")
        val names = arguments.toList() - setOf("--out", out.path)
        unknown(GALLERY, names)?.let {
            println(it)
            exitProcess(2)
        }
        val failed = take(GALLERY, names, out, ::println)
        // Threads of the drawing library would keep the process for a while.
        exitProcess(if (failed == 0) 0 else 1)
    }

    /** Takes the pictures of [parts], or of the screens of these [names]; how many could not be taken. */
    fun take(parts: List<GalleryPart>, names: List<String>, out: File, say: (String) -> Unit): Int {
        val page = File(out.apply { mkdirs() }, "index.html")
        page.writeText(page(parts, "This run has not come to its end."))
        val folder = File(out, FOLDER)
        // Else the pictures of a screen that is no more would stay for ever.
        if (names.isEmpty()) folder.deleteRecursively()
        val album = Album(folder, say)
        album.use { it.fill(parts, names) }
        say(album.result())
        val others = if (names.isEmpty()) "" else " Only ${names.joinToString()}: the others are as they were before."
        page.writeText(page(parts, album.result() + others, album.failures))
        return album.failures.size
    }

    /** A name is that of a part, of a screen, or of one of its states. */
    internal fun chosen(part: GalleryPart, names: List<String>) =
        part.shots.filter { shot -> names.isEmpty() || names.any { it == part.title || it == shot.name || it == shot.screen } }

    /** A line about the first of [names] that stands for nothing: the states that its screen has, or else all screens. */
    internal fun unknown(parts: List<GalleryPart>, names: List<String>): String? {
        val name = names.firstOrNull { name -> parts.all { chosen(it, listOf(name)).isEmpty() } } ?: return null
        val states = parts.flatMap { it.shots }.filter { it.screen == name.substringBefore('-') }.map { it.name }
        return "could not find a screen or a state named `$name`; there are: ${states.ifEmpty { screens(parts) }.joinToString()}"
    }

    private fun screens(parts: List<GalleryPart>) = parts.flatMap { part -> part.shots.map { it.screen } }.distinct().sorted()

    internal const val FOLDER = "android"
}

package standing.app.desktop

import java.io.File
import java.nio.file.Files
import java.nio.file.StandardCopyOption
import java.util.concurrent.ArrayBlockingQueue
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.ThreadPoolExecutor
import java.util.concurrent.TimeUnit
import standing.app.gallery.GalleryPart
import standing.app.gallery.Picture
import standing.app.gallery.Shot
import standing.app.gallery.Studio
import standing.app.gallery.View

/** Pictures in a folder. While one is drawn, another thread packs and writes those before it. */
internal class Album(private val folder: File, private val say: (String) -> Unit) : AutoCloseable {
    private val begun = System.nanoTime()
    private val told = ConcurrentLinkedQueue<String>()
    private var all = 0
    private var done = 0
    private var said = begun

    // The thread that draws helps when it is ahead: else the pictures would wait in the memory.
    private val writing = ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, ArrayBlockingQueue(WAITING), ThreadPoolExecutor.CallerRunsPolicy())

    /** A line for each picture that could not be taken. */
    val failures: List<String> get() = told.toList()

    /** One view of all screens after the other, so that the beginning of a run already shows each of them. */
    fun fill(parts: List<GalleryPart>, names: List<String>) {
        val views = parts.flatMap { it.views }.distinct()
        val shots = views.associateWith { view -> parts.filter { view in it.views }.flatMap { part -> Pictures.chosen(part, names).map { part to it } } }
        all = shots.values.sumOf { it.size }
        for ((view, some) in shots) if (some.isNotEmpty()) take(view, some)
    }

    private fun take(view: View, shots: List<Pair<GalleryPart, Shot>>) {
        var studio = Studio(view)
        for ((part, shot) in shots) {
            val name = "${part.title}/${shot.name}-${view.name}.png"
            try {
                val picture = studio.picture(shot, part.at)
                writing.execute { write(name, picture) }
            } catch (problem: Exception) {
                failed(name, problem)
                studio.close()
                studio = Studio(view)
            }
            done += 1
            progress()
        }
        studio.close()
    }

    /** What has a name has all of its bytes, whenever the run is stopped. */
    private fun write(name: String, picture: Picture) =
        try {
            val file = File(folder, name)
            file.parentFile.mkdirs()
            val half = File(folder, "$name.part")
            half.writeBytes(picture.png())
            Files.move(half.toPath(), file.toPath(), StandardCopyOption.REPLACE_EXISTING)
            Unit
        } catch (problem: Exception) {
            failed(name, problem)
        }

    private fun failed(name: String, problem: Exception) {
        File(folder, name).delete()
        val line = "$name: ${problem.cause ?: problem}"
        told += line
        say("could not take $line")
    }

    private fun progress() {
        val now = System.nanoTime()
        if (now - said < OFTEN) return
        said = now
        val left = (now - begun) / done * (all - done) / 1_000_000_000
        say("$done of $all pictures; about ${if (left < 90) "$left s" else "${(left + 30) / 60} min"} more")
    }

    /** Waits until everything is written. */
    override fun close() {
        writing.shutdown()
        writing.awaitTermination(1, TimeUnit.MINUTES)
    }

    /** How it went, in a line. */
    fun result(): String {
        val seconds = (System.nanoTime() - begun) / 1_000_000_000
        val lacking = if (told.isEmpty()) "" else "; ${told.size} of $all could not be taken"
        return "${all - told.size} pictures in $seconds s$lacking."
    }

    private companion object {
        const val WAITING = 4
        const val OFTEN = 10_000_000_000L
    }
}

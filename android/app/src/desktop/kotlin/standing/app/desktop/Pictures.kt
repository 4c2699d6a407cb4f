package standing.app.desktop

import java.io.File
import kotlin.system.exitProcess
import standing.app.gallery.GALLERY
import standing.app.gallery.GalleryPart
import standing.app.gallery.Studio
import standing.app.gallery.View
import standing.core.Language

/** Writes a picture of every screen in each of its states, and a page to browse them: `--out DIR`, and `--only NAME` for some. */
object Pictures {
    private val VIEWS: List<View> =
        Language.entries.flatMap { language ->
            listOf(
                View(language),
                View(language, dark = true),
                View(language, percent = 200),
                View(language, dark = true, percent = 200),
                View(language, elder = true),
            )
        }

    @JvmStatic
    fun main(arguments: Array<String>) {
        val out = File(after(arguments, "--out") ?: "pictures")
        val only = after(arguments, "--only").orEmpty()
        val parts = GALLERY.map { Part(it, it.shots.filter { shot -> only in shot.name }.map { shot -> shot.name }) }
        val begun = System.nanoTime()
        for (view in VIEWS) take(out, view, only)
        File(out, "index.html").writeText(page(parts.filter { it.names.isNotEmpty() }, VIEWS.map { it.name }))
        val count = parts.sumOf { it.names.size } * VIEWS.size
        println("$count pictures in ${(System.nanoTime() - begun) / 1_000_000} ms")
        // Threads of the drawing library would keep the process for a while.
        exitProcess(0)
    }

    private fun take(out: File, view: View, only: String) {
        Studio(view).use { studio ->
            for (part in GALLERY) {
                for (shot in part.shots) {
                    if (only !in shot.name) continue
                    val file = File(out, "${part.title}/${shot.name}-${view.name}.png")
                    file.parentFile.mkdirs()
                    file.writeBytes(studio.picture(shot, part.at))
                }
            }
        }
    }

    private fun after(arguments: Array<String>, name: String): String? =
        arguments.indexOf(name).takeIf { it >= 0 }?.let { arguments.getOrNull(it + 1) }

    private class Part(part: GalleryPart, val names: List<String>) {
        val title = part.title
    }

    /** One file, nothing from elsewhere: it opens from the disk. */
    private fun page(parts: List<Part>, views: List<String>): String {
        val rows =
            parts.joinToString("") { part ->
                val shots = part.names.joinToString("") { "<figure><img loading=lazy data-src=\"${part.title}/$it\" alt=\"$it\"><figcaption>$it</figcaption></figure>" }
                "<h2>${part.title}</h2><div>$shots</div>"
            }
        val options = views.joinToString("") { "<option>$it</option>" }
        return """<!doctype html><html lang=en><meta charset=utf-8><title>Standing: pictures</title>
            |<style>body{font:16px/1.5 sans-serif;margin:24px;background:#eee}div{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}
            |figure{margin:0}img{width:309px;border:1px solid #999}figcaption{font-size:14px}header{position:sticky;top:0;background:#eee;padding:8px 0}</style>
            |<header><label>Language, colours, size of text: <select id=v>$options</select></label></header>$rows
            |<script>const v=document.getElementById('v');function show(){for(const i of document.images)i.src=i.dataset.src+'-'+v.value+'.png'}
            |v.onchange=show;show()</script></html>
            |"""
            .trimMargin()
    }
}

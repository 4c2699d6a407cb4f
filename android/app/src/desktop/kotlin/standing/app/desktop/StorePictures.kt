package standing.app.desktop

import java.io.File
import standing.app.gallery.GALLERY
import standing.app.gallery.Shot
import standing.app.gallery.Studio
import standing.app.gallery.View
import standing.core.Language
import standing.logic.Place

/**
 * The pictures that stores show, drawn from the states that the tests hold: in the folders, under the names and in the sizes
 * that fastlane's `supply` and F-Droid read.
 */
object StorePictures {
    /** A kind of device. [shots] in the order in which a store shows them, of which it takes eight. */
    internal class Kind(val folder: String, val shots: List<String>, val view: (Language) -> View)

    internal val KINDS: List<Kind> =
        listOf(
            // 1080 x 1920.
            Kind("phoneScreenshots", listOf("home", "statement", "entry", "business-both-lists", "search-both-lists", "form", "records", "case")) {
                View(it, width = 360, high = 640, density = 3f)
            },
            // 1920 x 1200.
            Kind("tenInchScreenshots", listOf("wide-home", "wide-entry", "wide-business", "wide-item")) { View(it, width = 960, high = 600, density = 2f) },
        )

    /** The languages, as stores call them. */
    internal val LANGUAGES: Map<Language, String> = mapOf(Language.ENGLISH to "en-US", Language.CHINESE to "zh-CN")

    /** Draws all of them below [out]; how many. What was there of these folders goes, or a store would show what is no more. */
    internal fun take(out: File, kinds: List<Kind> = KINDS): Int {
        var count = 0
        for ((language, tag) in LANGUAGES) {
            for (kind in kinds) {
                val folder = File(out, "$tag/images/${kind.folder}").apply { deleteRecursively() }
                check(folder.mkdirs()) { "could not make $folder" }
                Studio(kind.view(language)).use { studio ->
                    kind.shots.forEachIndexed { index, name ->
                        val (shot, at) = shot(name)
                        File(folder, "${index + 1}_$name.png").writeBytes(studio.picture(shot, at).png())
                        count += 1
                    }
                }
            }
        }
        return count
    }

    /** A state of the gallery, and the place of the four that its bar shows. */
    internal fun shot(name: String): Pair<Shot, Place.Root?> =
        GALLERY.firstNotNullOf { part -> part.shots.firstOrNull { it.name == name }?.let { it to part.at } }
}

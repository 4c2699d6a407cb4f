package standing.app.gallery

import java.awt.image.BufferedImage
import java.io.File
import javax.imageio.ImageIO
import kotlin.math.abs
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.statement.HomeScreen
import standing.core.Language
import standing.logic.Load
import standing.logic.Place
import standing.logic.samples.Samples
import standing.logic.statement.HomeState

/**
 * Compares chosen shots with small committed pictures. `-Dstanding.bless=true` writes them again, for a change that is
 * meant. What differs is written to `goldens/` in the build folder: expected, actual, and where they differ, side by side.
 */
class GoldenTest {
    private val goldens = File(System.getProperty("standing.goldens"))
    private val out = File(System.getProperty("standing.pictures"), "goldens")
    private val bless = System.getProperty("standing.bless") == "true"

    private val views = listOf(View(Language.ENGLISH, density = 1f), View(Language.CHINESE, dark = true, density = 1f))

    @Test
    fun `the chosen screens look as they did`() {
        val different = views.flatMap { view -> Studio(view).use { studio -> GALLERY.flatMap { part -> compare(studio, part, view) } } }
        assertEquals("see $out", emptyList<String>(), different)
    }

    private fun compare(studio: Studio, part: GalleryPart, view: View): List<String> =
        part.shots.filter { it.golden }.mapNotNull { shot ->
            val name = "${shot.name}-${view.name}.png"
            val actual = halved(studio.picture(shot, part.at).image())
            val file = File(goldens, name)
            if (bless) {
                goldens.mkdirs()
                ImageIO.write(actual, "png", file)
            }
            val expected = if (file.exists()) ImageIO.read(file) else null
            name.takeIf { expected == null || differs(expected, actual) }?.also { show(name, expected, actual) }
        }

    /** The committed picture of Home. */
    private fun home(): BufferedImage = ImageIO.read(File(goldens, "home-${views.first().name}.png"))

    /** Home as it is drawn now, with this score. */
    private fun homeWith(score: String): BufferedImage {
        val samples = Samples.of(Language.ENGLISH)
        val view = samples.home.copy(statement = samples.home.statement?.copy(score = score))
        val shot = Shot("home") { HomeScreen(HomeState(samples.memberships, chosen = view.membership, home = Load.Ready(view)), {}, {}) }
        return Studio(views.first()).use { halved(it.picture(shot, Place.Home).image()) }
    }

    @Test
    fun `Home without its score differs`() {
        // As wide as two digits, so that nothing else moves.
        val without = homeWith("\u2007\u2007")
        assertEquals(home().height, without.height)
        assertTrue(differs(home(), without))
    }

    @Test
    fun `Home with its checks in red differs`() {
        val red = home()
        for (x in 0 until red.width) for (y in 0 until red.height) red.setRGB(x, y, redForGreen(red.getRGB(x, y)))
        assertTrue(differs(home(), red))
    }

    private fun redForGreen(colour: Int): Int {
        val (red, green, blue) = listOf(16, 8, 0).map { colour shr it and 0xFF }
        return if (green > red + GREEN) (green shl 16) or (red shl 8) or blue else colour
    }

    @Test
    fun `a picture with one word changed differs, and one with a few pixels does not`() {
        val page = BufferedImage(206, 400, BufferedImage.TYPE_INT_RGB)
        val other = BufferedImage(206, 400, BufferedImage.TYPE_INT_RGB)
        assertFalse(differs(page, other))
        for (x in 40..50) for (y in 100..110) other.setRGB(x, y, 0xFFFFFF)
        assertFalse(differs(page, other))
        for (x in 20..60) for (y in 100..110) other.setRGB(x, y, 0xFFFFFF)
        assertTrue(differs(page, other))
    }

    @Test
    fun `a page that became longer differs`() = assertTrue(differs(BufferedImage(206, 400, 1), BufferedImage(206, 410, 1)))

    private fun show(name: String, expected: BufferedImage?, actual: BufferedImage) {
        out.mkdirs()
        val before = expected ?: BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
        val width = maxOf(before.width, actual.width)
        val board = BufferedImage(width * 3, maxOf(before.height, actual.height), BufferedImage.TYPE_INT_RGB)
        board.graphics.drawImage(before, 0, 0, null)
        board.graphics.drawImage(actual, width, 0, null)
        for (x in 0 until minOf(before.width, actual.width)) {
            for (y in 0 until minOf(before.height, actual.height)) {
                if (apart(before.getRGB(x, y), actual.getRGB(x, y))) board.setRGB(2 * width + x, y, 0xFF0000)
            }
        }
        ImageIO.write(board, "png", File(out, name))
    }

    /**
     * Whether more than a little of any tile differs, or the sizes do. Of the whole page, a score or a mark is so small a part
     * that it could be missing.
     */
    private fun differs(one: BufferedImage, other: BufferedImage): Boolean {
        if (one.width != other.width || one.height != other.height) return true
        val tiles = (0 until one.width step TILE).flatMap { x -> (0 until one.height step TILE).map { y -> x to y } }
        return tiles.any { (left, top) ->
            val (right, bottom) = minOf(left + TILE, one.width) to minOf(top + TILE, one.height)
            val apart = (left until right).sumOf { x -> (top until bottom).count { y -> apart(one.getRGB(x, y), other.getRGB(x, y)) } }
            apart > MOST * (right - left) * (bottom - top)
        }
    }

    private fun apart(one: Int, other: Int) = listOf(16, 8, 0).any { abs((one shr it and 0xFF) - (other shr it and 0xFF)) > NEAR }

    /** Each pixel the middle of four: half as wide and half as high. */
    private fun halved(image: BufferedImage): BufferedImage {
        val half = BufferedImage(image.width / 2, image.height / 2, BufferedImage.TYPE_INT_RGB)
        for (x in 0 until half.width) {
            for (y in 0 until half.height) {
                val four = listOf(image.getRGB(2 * x, 2 * y), image.getRGB(2 * x + 1, 2 * y), image.getRGB(2 * x, 2 * y + 1), image.getRGB(2 * x + 1, 2 * y + 1))
                half.setRGB(x, y, listOf(16, 8, 0).sumOf { shift -> four.sumOf { it shr shift and 0xFF } / 4 shl shift })
            }
        }
        return half
    }

    private companion object {
        /** Channels this near are the same colour: the edges of letters differ a little from machine to machine. */
        const val NEAR = 16

        /** The side of a tile, in pixels of the small picture. */
        const val TILE = 32

        /** Of the pixels of a tile. */
        const val MOST = .15

        /** By this much more green than red is a mark of what holds. */
        const val GREEN = 24
    }
}

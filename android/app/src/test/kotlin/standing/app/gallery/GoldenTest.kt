package standing.app.gallery

import java.awt.image.BufferedImage
import java.io.File
import javax.imageio.ImageIO
import kotlin.math.abs
import org.junit.Assert.assertEquals
import org.junit.Test
import standing.core.Language

/**
 * Compares chosen shots with small committed pictures. `-Dstanding.bless=true` writes them anew, for a change that is
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
            name.takeIf { expected == null || differs(expected, actual) > MOST }?.also { show(name, expected, actual) }
        }

    @Test
    fun `a picture with one word changed differs`() {
        val page = BufferedImage(206, 400, BufferedImage.TYPE_INT_RGB)
        val other = BufferedImage(206, 400, BufferedImage.TYPE_INT_RGB)
        assertEquals(0.0, differs(page, other), 0.0)
        for (x in 20..60) for (y in 100..110) other.setRGB(x, y, 0xFFFFFF)
        assert(differs(page, other) > MOST)
    }

    @Test
    fun `a page that became longer differs`() =
        assertEquals(1.0, differs(BufferedImage(206, 400, 1), BufferedImage(206, 410, 1)), 0.0)

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

    /** The part of the pixels that differ; all of them if the sizes do. */
    private fun differs(one: BufferedImage, other: BufferedImage): Double {
        if (one.width != other.width || one.height != other.height) return 1.0
        val pixels = one.width * one.height
        val apart = (0 until pixels).count { apart(one.getRGB(it % one.width, it / one.width), other.getRGB(it % one.width, it / one.width)) }
        return apart.toDouble() / pixels
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
        /** Channels this near are the same colour: the edges of letters differ from machine to machine. */
        const val NEAR = 40

        /** One pixel in 250. */
        const val MOST = .004
    }
}

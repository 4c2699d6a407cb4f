package standing.app.desktop

import androidx.compose.material3.Text
import java.io.File
import javax.imageio.ImageIO
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.app.gallery.GALLERY
import standing.app.gallery.GalleryPart
import standing.app.gallery.Shot
import standing.app.gallery.View
import standing.core.Language

class PicturesTest {
    @get:Rule val folder = TemporaryFolder()
    private val said = mutableListOf<String>()

    private class Part(override val title: String, vararg shots: Shot) : GalleryPart {
        override val views = View.inBoth { View(it) }
        override val shots = shots.toList()
    }

    private fun good(name: String) = Shot(name) { language -> Text(if (language == Language.CHINESE) "$name 图" else name) }

    private fun take(vararg names: String, parts: List<GalleryPart>) = Pictures.take(parts, names.toList(), folder.root, said::add)

    private fun taken() = File(folder.root, "android").walk().filter { it.isFile }.map { it.name }.sorted().toList()

    private fun page() = File(folder.root, "index.html").readText()

    @Test
    fun `each state is taken in each view, and the page leads to it`() {
        assertEquals(0, take(parts = listOf(Part("One", good("home"), good("home-offline")))))
        assertEquals(listOf("home-en-light-100.png", "home-offline-en-light-100.png", "home-offline-zh-light-100.png", "home-zh-light-100.png"), taken())
        val picture = ImageIO.read(File(folder.root, "android/One/home-en-light-100.png"))
        assertEquals(618, picture.width)
        assertEquals(0xFFFBFAF7.toInt(), picture.getRGB(617, 0))
        assertTrue(page(), "id=home-offline" in page() && "4 pictures" in page())
        assertTrue("the page takes nothing from elsewhere", "http" !in page())
    }

    @Test
    fun `one that fails is told, and keeps none of the others back`() {
        val broken = Shot("broken") { error("a planted fault") }
        assertEquals(2, take(parts = listOf(Part("One", good("before"), broken, good("after")))))
        assertEquals(listOf("after-en-light-100.png", "after-zh-light-100.png", "before-en-light-100.png", "before-zh-light-100.png"), taken())
        assertTrue(said.toString(), said.any { "One/broken-en-light-100.png" in it && "a planted fault" in it })
        assertTrue(page(), "4 pictures" in page() && "2 of 6 could not be taken" in page() && "a planted fault" in page())
    }

    @Test
    fun `a name takes its screen again and leaves the others, no name leaves nothing old`() {
        val parts = listOf(Part("One", good("home"), good("home-offline"), good("sync")))
        take(parts = parts)
        val old = File(folder.root, "android/One/sync-en-light-100.png")
        old.setLastModified(1_000)
        take("home", parts = parts)
        assertEquals(1_000, old.lastModified())
        assertTrue(page(), "4 pictures" in page() && "Only home" in page())
        take(parts = listOf(Part("One", good("home"))))
        assertEquals(listOf("home-en-light-100.png", "home-zh-light-100.png"), taken())
    }

    @Test
    fun `a name that stands for nothing is answered with those that do`() {
        val parts = listOf(Part("One", good("home"), good("home-offline"), good("sync")))
        assertEquals(null, Pictures.unknown(parts, listOf("home", "home-offline", "One")))
        assertEquals("could not find a screen or a state named `home-on`; there are: home, home-offline", Pictures.unknown(parts, listOf("sync", "home-on")))
        assertEquals("could not find a screen or a state named `x`; there are: home, sync", Pictures.unknown(parts, listOf("x")))
    }

    @Test
    fun `a part of a name is no name`() {
        val home = GALLERY.first { it.title == "Statement" }
        assertTrue(Pictures.chosen(home, listOf("home")).size > 10)
        assertEquals(listOf("home-offline"), Pictures.chosen(home, listOf("home-offline")).map { it.name })
        assertEquals("the name of the part", home.shots, Pictures.chosen(home, listOf("Statement")))
        assertTrue("the name of the screen", Pictures.chosen(home, listOf("statement")).all { it.screen == "statement" })
        for (slip in listOf("hom", "Home", "offline", "")) assertFalse(slip, GALLERY.any { Pictures.chosen(it, listOf(slip)).isNotEmpty() })
    }
}

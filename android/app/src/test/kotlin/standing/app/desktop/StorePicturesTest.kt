package standing.app.desktop

import java.io.File
import javax.imageio.ImageIO
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.app.gallery.View
import standing.core.Language

class StorePicturesTest {
    @get:Rule val folder = TemporaryFolder()

    @Test
    fun `each state exists, and a store takes as many and as large`() {
        for (kind in StorePictures.KINDS) {
            kind.shots.forEach(StorePictures::shot)
            assertTrue(kind.folder, kind.shots.size in 4..8)
            val view = kind.view(Language.ENGLISH)
            val sides = listOf(view.width, view.high!!).map { (it * view.density).toInt() }
            assertTrue("$sides", sides.all { it in 1080..3840 } && sides.max() <= 2 * sides.min())
        }
    }

    @Test
    fun `they are drawn under the names that stores read, and nothing old is left`() {
        val old = File(folder.root, "en-US/images/phoneScreenshots/9_gone.png")
        old.parentFile.mkdirs()
        old.writeText("")
        val few = StorePictures.Kind("phoneScreenshots", listOf("home")) { View(it, width = 360, high = 640, density = 1f) }
        assertEquals(2, StorePictures.take(folder.root, listOf(few)))
        assertFalse(old.exists())
        val (english, chinese) = listOf("en-US", "zh-CN").map { File(folder.root, "$it/images/phoneScreenshots/1_home.png") }
        val picture = ImageIO.read(english)
        assertEquals(360 to 640, picture.width to picture.height)
        assertNotEquals(english.readBytes().toList(), chinese.readBytes().toList())
    }
}

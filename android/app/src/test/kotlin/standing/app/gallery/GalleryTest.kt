package standing.app.gallery

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.runtime.key
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.layout.onSizeChanged
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.isRoot
import androidx.compose.ui.test.runSkikoComposeUiTest
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.dp
import org.junit.Assert.assertEquals
import org.junit.Test
import standing.app.design.Look
import standing.app.design.Reading
import standing.app.design.textScale
import standing.core.Language

@OptIn(ExperimentalTestApi::class)
class GalleryTest {
    /** Faults of every shot in this view, each with the shot's name. */
    private fun walk(view: View): List<String> {
        val found = mutableListOf<String>()
        val density = Density(1f, if (view.elder) 1f else view.percent / 100f)
        val parts = GALLERY.filter { (it.views == View.PHONE) == (view.high == null) }
        runSkikoComposeUiTest(size = Size(view.width.toFloat(), view.high?.toFloat() ?: HIGH), density = density) {
            var at by mutableStateOf(parts.first() to parts.first().shots.first())
            var height = 0
            setContent {
                key(at) {
                    val whole = view.high == null && at.second.name !in ENDLESS
                    val page = if (whole) Modifier.fillMaxWidth() else Modifier.fillMaxWidth().height(view.high?.dp ?: SCREEN)
                    Box(page.onSizeChanged { height = it.height }) { Stage(at.second, view, at.first.at, whole) }
                }
            }
            for (part in parts) {
                for (shot in part.shots) {
                    at = part to shot
                    waitForIdle()
                    val merged = onNode(isRoot()).fetchSemanticsNode()
                    val unmerged = onNode(isRoot(), useUnmergedTree = true).fetchSemanticsNode()
                    if (view.high == null && height >= HIGH) ENDLESS += shot.name
                    val whole = view.high == null && shot.name !in ENDLESS
                    found += faults(merged, unmerged, if (view.elder) 72f else 48f, whole).map { "${shot.name} ${view.name}: $it" }
                }
            }
        }
        return found
    }

    private fun isWithoutFault(view: View) = assertEquals("", walk(view).joinToString("\n"))

    @Test
    fun `every screen is whole, labelled and wide enough for a finger in English`() = isWithoutFault(View(Language.ENGLISH))

    @Test
    fun `and in Chinese`() = isWithoutFault(View(Language.CHINESE))

    @Test
    fun `and with text at 200 percent on 320 dp in English`() = isWithoutFault(View(Language.ENGLISH, percent = 200, width = 320))

    @Test
    fun `and with text at 200 percent on 320 dp in Chinese`() = isWithoutFault(View(Language.CHINESE, percent = 200, width = 320))

    @Test
    fun `and in elder mode in English`() = isWithoutFault(View(Language.ENGLISH, elder = true))

    @Test
    fun `and in elder mode in Chinese`() = isWithoutFault(View(Language.CHINESE, elder = true))

    @Test
    fun `and on 320 dp with text at 100 percent`() = isWithoutFault(View(Language.ENGLISH, width = 320))

    @Test
    fun `and two panes, on a tablet, on a phone that is turned, and as narrow as they come`() =
        assertEquals("", WideGallery.views.filter { !it.dark }.flatMap { walk(it) }.joinToString("\n"))

    @Test
    fun `a phone set to a language that is written from the right shows the same`() {
        val view = View(Language.ENGLISH, density = 1f)
        val shots = GALLERY.filter { it.views == View.PHONE }.flatMap { part -> part.shots.filter { it.golden }.map { it to part.at } }
        val (here, there) = listOf(view, view.copy(fromRight = true)).map { one -> Studio(one).use { studio -> shots.map { (shot, at) -> studio.picture(shot, at).pixels } } }
        val different = shots.indices.filter { !here[it].contentEquals(there[it]) }.map { shots[it].first.name }
        assertEquals(emptyList<String>(), different)
    }

    @Test
    fun `a name stands for one shot`() {
        val names = GALLERY.flatMap { it.shots }.map { it.name }
        assertEquals(names.distinct(), names)
    }

    @Test
    fun `elder mode doubles the text whatever was chosen before`() {
        assertEquals(2f, textScale(1f, Look(elder = true, textPercent = 150)), 0f)
        assertEquals(2f, Reading.ELDER_SCALE, 0f)
    }

    private companion object {
        const val HIGH = Studio.HIGHEST.toFloat()
        val SCREEN = 892.dp

        /** Shots of a thousand rows, as they were met: once whole, after that as much as a phone shows. */
        val ENDLESS = mutableSetOf<String>()
    }
}

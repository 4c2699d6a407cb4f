package standing.app.whole

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.requiredHeight
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasScrollToIndexAction
import androidx.compose.ui.test.isRoot
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.performScrollToIndex
import androidx.compose.ui.test.runSkikoComposeUiTest
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.dp
import kotlinx.serialization.json.JsonElement
import org.junit.Assert.assertEquals
import org.junit.Test
import standing.app.design.Look
import standing.app.design.StandingTheme
import standing.app.gallery.all
import standing.app.gallery.faults
import standing.core.Language
import standing.logic.words.Words

/** More than anybody has: a thousand of everything, and texts of ten thousand characters. */
@OptIn(ExperimentalTestApi::class)
class MuchTest {
    private var shown by mutableStateOf<Pair<Page, JsonElement>?>(null)

    private fun pages(elder: Boolean = false, test: SkikoComposeUiTest.() -> Unit) =
        runSkikoComposeUiTest(size = Size(412f, 915f), density = Density(1f)) {
            setContent {
                StandingTheme(Words.of(Language.ENGLISH), Look(elder = elder)) {
                    shown?.let { (page, view) -> key(page, view) { Box(Modifier.requiredHeight(915.dp)) { page.draw(view) } } }
                }
            }
            test()
        }

    private fun SkikoComposeUiTest.pieces() = onAllNodes(isRoot(), useUnmergedTree = true).fetchSemanticsNodes().sumOf { it.all().size }

    private fun SkikoComposeUiTest.show(page: Page, view: JsonElement) {
        shown = page to view
        waitForIdle()
    }

    @Test
    fun `of a thousand only those in sight are drawn, at the beginning and in the middle`() = pages {
        val most = mutableMapOf<String, Int>()
        for (page in PAGES) {
            for (list in page.lists) {
                show(page, page.view.thousand(list))
                val first = pieces()
                // Where it has no such row, all of them are one.
                val rows = onAllNodes(hasScrollToIndexAction()).onFirst().runCatching { performScrollToIndex(MIDDLE) }.isSuccess
                waitForIdle()
                most["${page.name} $list"] = if (rows) maxOf(first, pieces()) else Int.MAX_VALUE
            }
        }
        assertEquals(emptyMap<String, Int>(), most.filterValues { it > SIGHT })
    }

    @Test
    fun `ten thousand characters are wrapped, and nothing of them is cut`() = pages { areWhole() }

    @Test
    fun `and in elder mode`() = pages(elder = true) { areWhole() }

    private fun SkikoComposeUiTest.areWhole() {
        val found = PAGES.flatMap { page ->
            show(page, page.long)
            val merged = onNode(isRoot()).fetchSemanticsNode()
            val unmerged = onNode(isRoot(), useUnmergedTree = true).fetchSemanticsNode()
            faults(merged, unmerged, 48f, whole = false).map { "${page.name}: ${it.take(60)}… ${it.takeLast(60)}" }
        }
        assertEquals("", found.joinToString("\n"))
    }

    private companion object {
        const val MIDDLE = 500

        /** Pieces of what fits on a screen, and of what is laid out ahead. */
        const val SIGHT = 600
    }
}

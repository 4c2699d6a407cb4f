package standing.app.gallery

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.isRoot
import androidx.compose.ui.test.runSkikoComposeUiTest
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.dp
import org.junit.Assert.assertEquals
import org.junit.Test
import standing.app.design.Insets
import standing.app.design.LocalInsets
import standing.core.Language
import standing.logic.Place

/** The end of each page, on a phone whose bars, camera and keyboard take their part of the window: nothing lies below them. */
@OptIn(ExperimentalTestApi::class)
class InsetsTest {
    /** What the phone takes at the left, above, at the right and below, and its keyboard, in dp. */
    private class Taken(val left: Int = 0, val top: Int = 24, val right: Int = 0, val bottom: Int = 48, val keyboard: Int = 0) {
        val insets = Insets(WindowInsets(left.dp, top.dp, right.dp, bottom.dp), WindowInsets(0.dp, 0.dp, 0.dp, keyboard.dp))

        fun leaves(size: Size) = Rect(left.toFloat(), top.toFloat(), size.width - right, size.height - maxOf(bottom, keyboard))
    }

    /** What lies where the phone's own things are, page by page, each scrolled to its end. */
    private fun walk(view: View, taken: Taken, parts: List<GalleryPart> = GALLERY.filter { it.views == View.PHONE }): List<String> {
        val found = mutableListOf<String>()
        val size = Size(view.width.toFloat(), (view.high ?: PHONE_HIGH).toFloat())
        runSkikoComposeUiTest(size = size, density = Density(1f, if (view.elder) 1f else view.percent / 100f)) {
            // A list of a thousand ends as one of ten does.
            val shots = parts.flatMap { part -> part.shots.filter { !it.name.endsWith("-thousand") }.map { it to part.at } }
            var at by mutableStateOf(shots.first())
            setContent {
                CompositionLocalProvider(LocalInsets provides taken.insets) { key(at) { Page { Stage(at.first, view.copy(high = size.height.toInt()), at.second, whole = false) } } }
            }
            for (shot in shots) {
                at = shot
                waitForIdle()
                scrollToEnd()
                found += outside(onNode(isRoot(), useUnmergedTree = true).fetchSemanticsNode(), taken.leaves(size)).map { "${shot.first.name} ${view.name}: $it" }
            }
        }
        return found
    }

    @Composable
    private fun Page(content: @Composable () -> Unit) = Box(Modifier.fillMaxSize()) { content() }

    private fun ComposeUiTest.scrollToEnd() {
        val parts = onNode(isRoot(), useUnmergedTree = true).fetchSemanticsNode().all()
        val rows = parts.mapNotNull { it.config.getOrNull(SemanticsActions.ScrollToIndex)?.action }
        // A list refuses a row that it does not have.
        for (row in rows) runOnIdle { row(generateSequence(0) { it + 1 }.first { at -> runCatching { row(at + 1) }.isFailure }) }
        waitForIdle()
        val others = parts.filter { it.layoutInfo.isAttached && SemanticsActions.ScrollToIndex !in it.config }
        for (by in others.mapNotNull { it.config.getOrNull(SemanticsActions.ScrollBy)?.action }) runOnIdle { by(0f, LONG) }
        waitForIdle()
    }

    /** What can be tapped or read outside of what the phone leaves; empty if nothing does. */
    private fun outside(root: SemanticsNode, left: Rect): List<String> =
        root.all().filter { node ->
            val counts = SemanticsActions.OnClick in node.config || SemanticsProperties.Text in node.config
            val seen = node.boundsInRoot
            counts && !seen.isEmpty && (seen.left < left.left || seen.right > left.right || seen.bottom > left.bottom)
        }.map { "${it.said()} at ${it.boundsInRoot}, beyond $left" }

    private fun isClear(view: View, taken: Taken) = assertEquals("", walk(view, taken).joinToString("\n"))

    @Test
    fun `no end of a page lies under a bar of 48 dp or beside one of 40`() = isClear(View(Language.ENGLISH), Taken(left = 40))

    @Test
    fun `nor in elder mode`() = isClear(View(Language.ENGLISH, elder = true), Taken(right = 40))

    @Test
    fun `nor with text at 200 percent in Chinese`() = isClear(View(Language.CHINESE, percent = 200), Taken())

    @Test
    fun `nor on a phone that is turned, with the camera at its left and its bar at its right`() =
        isClear(View(Language.ENGLISH, width = 892, high = 412), Taken(left = 40, right = 48, bottom = 24))

    @Test
    fun `nor in two panes`() {
        val parts = GALLERY.filter { it.views != View.PHONE }
        for (view in listOf(View(Language.ENGLISH, width = 892, high = 412), View(Language.ENGLISH, width = 840, high = 1120))) {
            assertEquals("", walk(view, Taken(left = 40), parts).joinToString("\n"))
        }
    }

    @Test
    fun `with the keyboard open everything ends above it`() = isClear(View(Language.ENGLISH), Taken(keyboard = 320))

    @Test
    fun `a button under the bar is found`() {
        val planted =
            object : GalleryPart {
                override val title = "Planted"
                override val at: Place.Root? = null
                override val shots =
                    listOf(Alignment.BottomCenter to "below", Alignment.Center to "clear").map { (where, name) -> Shot(name) { Under(where) } }
            }
        val found = walk(View(Language.ENGLISH), Taken(), listOf(planted))
        assertEquals(listOf("below"), found.map { it.substringBefore(' ') }.distinct())
    }

    @Composable
    private fun Under(where: Alignment) =
        Box(Modifier.fillMaxWidth().height(PHONE_HIGH.dp), where) { Text("Open", Modifier.size(96.dp).clickable {}) }

    private companion object {
        const val PHONE_HIGH = 892

        /** Farther than any page that is no list. */
        const val LONG = 20_000f
    }
}

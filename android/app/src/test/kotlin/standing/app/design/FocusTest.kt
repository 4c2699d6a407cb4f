package standing.app.design

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.toPixelMap
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.requestFocus
import androidx.compose.ui.test.runSkikoComposeUiTest
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.dp
import org.junit.Assert.assertEquals
import org.junit.Test
import standing.core.Language
import standing.logic.words.Words

/** What the keyboard is at has a ring around it on all four sides, which nothing cuts off or covers. */
@OptIn(ExperimentalTestApi::class)
class FocusTest {
    /** Of the four sides of what has this text, those where the ring is seen. */
    private fun ring(text: String, width: Float = 400f, content: @Composable () -> Unit): List<String> {
        var seen = emptyList<String>()
        runSkikoComposeUiTest(size = Size(width, 600f), density = Density(1f)) {
            setContent {
                StandingTheme(Words.of(Language.ENGLISH), Look()) {
                    Box(Modifier.fillMaxSize().background(LightTokens.paper).padding(40.dp)) { content() }
                }
            }
            val node = onNode(hasText(text, substring = true) and SemanticsMatcher.keyIsDefined(SemanticsActions.OnClick))
            node.requestFocus()
            waitForIdle()
            val bounds = node.fetchSemanticsNode().boundsInRoot
            val picture = onRoot().captureToImage().toPixelMap()
            val (x, y) = bounds.center.x.toInt() to bounds.center.y.toInt()
            val sides =
                mapOf(
                    "left" to (-6..-3).map { picture[bounds.left.toInt() + it, y] },
                    "right" to (2..5).map { picture[bounds.right.toInt() + it, y] },
                    "above" to (-6..-3).map { picture[x, bounds.top.toInt() + it] },
                    "below" to (2..5).map { picture[x, bounds.bottom.toInt() + it] },
                )
            seen = sides.filter { (_, line) -> line.count { it == LightTokens.accent } >= 2 }.keys.toList()
        }
        return seen
    }

    private val all = listOf("left", "right", "above", "below")

    @Test
    fun `one of several beside each other`() {
        for (name in listOf("200 ml", "300 ml", "400 ml")) {
            assertEquals(name, all, ring(name) { Segments(listOf("200 ml", "300 ml", "400 ml"), 2, {}) })
        }
    }

    @Test
    fun `one of several below each other`() {
        for (name in listOf("Village", "City")) assertEquals(name, all, ring(name, width = 330f) { Segments(listOf("Village", "City"), 0, {}) })
    }

    @Test
    fun `buttons, links, rows, choices, what is picked, and the proof`() {
        val controls =
            mapOf<String, @Composable () -> Unit>(
                "button" to { FilledButton("button", {}) },
                "link" to { TextLink("link", {}) },
                "row" to { LinkRow("row", {}) },
                "choice" to { ChoiceRow("choice", true, {}) },
                "switch" to { ToggleRow("switch", true, {}) },
                "day" to { PickField("day", "Date", {}) },
                "proof" to { ProofLine(emptyList(), "proof", onOpen = {}) },
                "card" to { TapCard({}) { Paragraph("card") } },
            )
        for ((name, control) in controls) assertEquals(name, all, ring(name) { control() })
    }
}

package standing.app.join

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.padding
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.runSkikoComposeUiTest
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.dp
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.design.Look
import standing.app.design.Space
import standing.app.design.StandingTheme
import standing.core.Language
import standing.logic.words.Words

@OptIn(ExperimentalTestApi::class)
class FingerprintTest {
    private val seven = "20M4 RFW5 ZYHV 6802 3GK8 0DGP 709"

    /** How high the box is, beside the steps of joining on a phone so wide with text twice as large. */
    private fun height(width: Int, groups: String = seven): Int {
        var height = 0
        runSkikoComposeUiTest(size = Size(width.toFloat(), 1400f), density = Density(1f, fontScale = 2f)) {
            setContent {
                StandingTheme(Words.of(Language.ENGLISH), Look()) { Box(Modifier.padding(start = 68.dp, end = 24.dp)) { FingerprintBox(groups) } }
            }
            height = onNodeWithContentDescription("2 0 M 4", substring = true).fetchSemanticsNode().size.height
        }
        return height
    }

    @Test
    fun `no group is cut in two, however narrow the page`() {
        // Where there is room for two beside each other, seven take four rows and fourteen seven.
        val whole = listOf(height(900, seven), height(900, "$seven $seven"))
        for (width in 320..420 step 10) assertTrue("$width: ${height(width)} is none of $whole", height(width) in whole)
    }
}

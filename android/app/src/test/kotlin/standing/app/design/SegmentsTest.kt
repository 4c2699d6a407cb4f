package standing.app.design

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.width
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.runSkikoComposeUiTest
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.dp
import org.junit.Assert.assertEquals
import org.junit.Test
import standing.core.Language
import standing.logic.words.Words

@OptIn(ExperimentalTestApi::class)
class SegmentsTest {
    private val names = listOf("杨桥村村民委员会", "杭州市信用办公室")

    @Test
    fun `a name is never cut, however wide the page`() {
        val cut = mutableListOf<String>()
        runSkikoComposeUiTest(size = Size(900f, 400f), density = Density(1.5f)) {
            var width by mutableStateOf(0)
            setContent {
                StandingTheme(Words.of(Language.CHINESE), Look()) { Box(Modifier.width((width / 1.5f).dp)) { Segments(names, 0, {}) } }
            }
            for (pixels in 480..580) {
                width = pixels
                waitForIdle()
                for (name in names) {
                    val found = mutableListOf<TextLayoutResult>()
                    onNodeWithText(name, useUnmergedTree = true).fetchSemanticsNode().config[SemanticsActions.GetTextLayoutResult].action?.invoke(found)
                    if (found.single().didOverflowHeight) cut += "$name at $pixels"
                }
            }
        }
        assertEquals(emptyList<String>(), cut)
    }
}

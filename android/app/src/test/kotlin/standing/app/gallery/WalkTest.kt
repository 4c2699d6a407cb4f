package standing.app.gallery

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.offset
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clipToBounds
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.isRoot
import androidx.compose.ui.test.runSkikoComposeUiTest
import androidx.compose.ui.text.style.TextOverflow
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.dp
import org.junit.Assert.assertEquals
import org.junit.Test
import standing.app.design.Look
import standing.app.design.StandingTheme
import standing.core.Language
import standing.logic.words.Words

/** Plants one fault of each kind and holds that the walk finds it, and nothing else. */
@OptIn(ExperimentalTestApi::class)
class WalkTest {
    private fun faultsOf(heading: Boolean = true, content: @Composable () -> Unit): List<String> {
        var found = emptyList<String>()
        runSkikoComposeUiTest(size = Size(400f, 600f), density = Density(1f)) {
            setContent {
                StandingTheme(Words.of(Language.ENGLISH), Look()) {
                    Column {
                        if (heading) Text("A page", Modifier.semantics { heading() })
                        content()
                    }
                }
            }
            val merged = onNode(isRoot()).fetchSemanticsNode()
            found = faults(merged, onNode(isRoot(), useUnmergedTree = true).fetchSemanticsNode(), 48f)
        }
        return found.map { it.substringBefore(':') }
    }

    private val big = Modifier.size(96.dp)

    @Test
    fun `a good control has no fault`() =
        assertEquals(emptyList<String>(), faultsOf { Text("Open", big.clickable(role = Role.Button) {}) })

    @Test
    fun `a control without a label is found`() =
        assertEquals(listOf("no label"), faultsOf { Box(big.clickable(role = Role.Button) {}) })

    @Test
    fun `a control without a role is found`() = assertEquals(listOf("no role"), faultsOf { Text("Open", big.clickable {}) })

    @Test
    fun `a switch that does not say whether it is on is found`() =
        assertEquals(listOf("no state"), faultsOf { Text("Hide", big.toggleable(true, role = Role.Switch) {}) })

    @Test
    fun `a choice that only its colour shows is found`() =
        assertEquals(listOf("no state"), faultsOf { Text("English", big.selectable(true, role = Role.RadioButton) {}) })

    @Test
    fun `small targets beside each other are found, though each reports 48 dp`() =
        assertEquals(
            listOf("small", "small"),
            faultsOf { Row { for (name in listOf("a", "b")) Text(name, Modifier.size(30.dp).clickable(role = Role.Button) {}) } },
        )

    @Test
    fun `a page without a heading is found`() = assertEquals(listOf("no heading"), faultsOf(heading = false) { Text("Text") })

    @Test
    fun `what is read before what is above it is found`() =
        assertEquals(
            listOf("read too late"),
            faultsOf {
                Box(Modifier.size(200.dp)) {
                    Text("second", Modifier.offset(y = 100.dp))
                    Text("first")
                }
            },
        )

    @Test
    fun `a text that ends in dots is found`() =
        assertEquals(listOf("cut"), faultsOf { Text("a text that does not fit", Modifier.width(40.dp), maxLines = 1, overflow = TextOverflow.Ellipsis) })

    @Test
    fun `a text that its parent cuts off is found`() =
        assertEquals(listOf("cut"), faultsOf { Box(Modifier.height(8.dp).clipToBounds()) { Text("cut off", Modifier.height(40.dp)) } })

    @Test
    fun `a text that is cut at a fixed height is found`() =
        assertEquals(listOf("cut"), faultsOf { Text("a text of several lines, which are more than fit", Modifier.size(80.dp, 20.dp)) })

    @Test
    fun `texts over each other are found`() =
        assertEquals(
            listOf("over each other"),
            faultsOf {
                Box {
                    Text("one text")
                    Text("another")
                }
            },
        )
}

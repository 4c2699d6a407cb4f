package standing.app.cases

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.Empty
import standing.app.design.LinkRow
import standing.app.design.Loaded
import standing.app.design.LocalWords
import standing.app.design.Paragraph
import standing.app.design.Screen
import standing.app.design.Space
import standing.core.MembershipState
import standing.core.MembershipView
import standing.logic.Load
import standing.logic.Place

/** Whom to ask for what is kept about the person. */
@Composable
fun RightsDeskScreen(state: Load<List<MembershipView>>, again: () -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.moreRights, onBack = back) {
        if (state !is Load.Ready) {
            item("wait") { Loaded(state, again) {} }
            return@Screen
        }
        val active = state.view.filter { it.state == MembershipState.ACTIVE }
        if (active.isEmpty()) item("none") { Empty(words.rightsDeskNone) }
        else item("lead") { Paragraph(words.rightsDeskLead, Modifier.padding(bottom = Space.s3)) }
        items(active, key = { it.membership }) { LinkRow(it.authority, { go(Place.RightRequest(it.membership)) }, note = listOf(it.hint, it.person.acts).filter(String::isNotEmpty).joinToString("\n")) }
    }
}

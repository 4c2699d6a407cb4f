package standing.app.records

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.Icon
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import standing.app.design.Empty
import standing.app.design.Hairline
import standing.app.design.Icons
import standing.app.design.Loaded
import standing.app.design.LocalWords
import standing.app.design.Paragraph
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.tapped
import standing.core.MembershipId
import standing.core.RecordChoice
import standing.core.RecordKind
import standing.core.RecordKindsView
import standing.logic.Place
import standing.logic.records.KindsAction
import standing.logic.records.KindsState
import standing.logic.view

/** What can be recorded. What takes points comes last, closed, and is never suggested. */
@Composable
fun KindsScreen(state: KindsState, act: (KindsAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    Screen(LocalWords.current.recordsNew, onBack = back) {
        item {
            Loaded(state.load, { act(KindsAction.Again) }) { view ->
                Column {
                    Quiet(view.authority)
                    if (view.empty.isNotEmpty()) Empty(view.empty)
                }
            }
        }
        val view = state.load.view ?: return@Screen
        choices(view.membership, view.kinds, go)
        if (view.againstYourself.isEmpty()) return@Screen
        item { Against(view, state.againstShown) { act(KindsAction.TurnAgainst) } }
        if (state.againstShown) choices(view.membership, view.againstYourself, go)
    }
}

private fun LazyListScope.choices(membership: MembershipId, choices: List<RecordChoice>, go: (Place) -> Unit) =
    items(choices) { choice ->
        TapRow(onOpen = { go(Place.Form(membership, choice.kind, choice.rule)) }) {
            Text(title(choice), style = Standing.type.strong)
            Quiet(choice.counts)
            if (choice.photoWanted) Quiet(LocalWords.current.kindPhoto)
        }
    }

/** What it is called: the two kinds that have a form of their own by their names, a deed by its rule's. */
@Composable
internal fun title(choice: RecordChoice): String {
    val words = LocalWords.current
    return when (choice.kind) {
        RecordKind.VOLUNTEERING -> words.kindVolunteering
        RecordKind.BLOOD_DONATION -> words.kindBloodDonation
        else -> choice.title
    }
}

/** Under a heading of its own, opened by the person alone; the note weighs as much as the rules. */
@Composable
private fun Against(view: RecordKindsView, shown: Boolean, turn: () -> Unit) {
    val words = LocalWords.current
    Column(Modifier.padding(top = Space.s12)) {
        Hairline()
        Row(
            Modifier
                .fillMaxWidth()
                .tapped(turn)
                .semantics {
                    heading()
                    stateDescription = if (shown) words.readerExpanded else words.readerCollapsed
                }.heightIn(min = Standing.sizes.touch)
                .padding(vertical = Space.s3),
            Arrangement.spacedBy(Space.s3),
            Alignment.CenterVertically,
        ) {
            Text(words.kindAgainst, Modifier.weight(1f), color = Standing.colors.ink2, style = Standing.type.body)
            Icon(if (shown) Icons.Up else Icons.Down, null, Modifier.size(maxOf(Space.s5, Standing.sizes.mark)), Standing.colors.ink2)
        }
        Hairline()
        if (shown) Paragraph(view.againstNote, Modifier.padding(vertical = Space.s2), Standing.type.strong)
    }
}

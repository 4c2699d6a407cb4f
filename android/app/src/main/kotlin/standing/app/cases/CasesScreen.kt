package standing.app.cases

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.Empty
import standing.app.design.LocalWords
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.shown
import standing.core.CaseRow
import standing.core.CaseState
import standing.core.CasesView
import standing.logic.Load
import standing.logic.Place
import standing.logic.ViewAction

/** Every case: what needs the person first, then the nearest date, then what is closed. */
@Composable
fun CasesScreen(state: Load<CasesView>, act: (ViewAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    Screen(LocalWords.current.casesTitle, onBack = back) {
        shown(state, act) { view ->
            if (view.empty.isNotEmpty()) item("empty") { Empty(view.empty) }
            items(view.rows, key = { it.id }) { row -> CaseItem(row) { go(Place.Case(view.membership, row.id)) } }
        }
    }
}

@Composable
private fun CaseItem(row: CaseRow, onOpen: () -> Unit) {
    val type = Standing.type
    TapRow(onOpen = onOpen) {
        Text(row.title, style = type.strong)
        SignWord(row.state.sign, row.stateText, Modifier.padding(vertical = Space.s1))
        Quiet(row.text)
        // What is overdue says so above.
        if (row.next.isNotEmpty() && row.state == CaseState.OVERDUE) Quiet(row.next)
        else if (row.next.isNotEmpty()) SignWord(Sign.CLOCK, row.next, style = type.small, color = Standing.colors.ink)
    }
}

/** The sign of how far a case has come. */
internal val CaseState.sign: Sign
    get() =
        when (this) {
            CaseState.ON_PAPER -> Sign.SHEET
            CaseState.WAITING -> Sign.PHONE
            CaseState.NEEDS_YOU, CaseState.REJECTED -> Sign.NEEDS
            CaseState.RECEIVED, CaseState.UNDER_REVIEW -> Sign.RECEIVED
            CaseState.OVERDUE -> Sign.CLOCK
            CaseState.GRANTED, CaseState.PARTLY, CaseState.CARRIED_OUT -> Sign.HOLDS
            CaseState.REFUSED, CaseState.WITHDRAWN -> Sign.REFUSED
            CaseState.NOT_CARRIED_OUT -> Sign.FAILS
        }

package standing.app.statement

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import standing.app.design.AmountLine
import standing.app.design.Empty
import standing.app.design.Hairline
import standing.app.design.LocalWords
import standing.app.design.ProofLine
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.Space
import standing.app.design.Stars
import standing.app.design.TextLink
import standing.app.design.withPoints
import standing.app.shown
import standing.core.StarRow
import standing.core.StatementView
import standing.logic.Load
import standing.logic.Place
import standing.logic.ViewAction
import standing.logic.cases.About
import standing.logic.cases.AboutKind
import standing.logic.statement.ToldAbout
import standing.logic.statement.ToldKind

/** The household's stars in one statement, and what they count. */
@Composable
fun StarsScreen(state: Load<StatementView>, act: (ViewAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.homeStars, onBack = back) {
        shown(state, act) { view ->
            item("of") { Quiet("${view.title} · ${view.period}", Modifier.padding(bottom = Space.s4)) }
            if (view.stars.isEmpty()) item("none") { Empty(words.screenEmpty) }
            itemsIndexed(view.stars) { _, row -> StarLine(row, view, go) }
            item("proof") { ProofLine(view.proof, Modifier.padding(top = Space.s8), onOpen = { go(Place.Checks(view.membership, view.seq)) }) }
        }
    }
}

@Composable
private fun StarLine(row: StarRow, view: StatementView, go: (Place) -> Unit) {
    val words = LocalWords.current
    Column {
        Column(Modifier.semantics(mergeDescendants = true) {}) {
            Stars(listOf(row))
            AmountLine(words.withPoints(row.points), Modifier.padding(bottom = Space.s2))
            if (row.detail.isNotEmpty()) Quiet(row.detail, Modifier.padding(bottom = Space.s3))
        }
        TextLink(words.starTold(row.name), { go(Place.Told(view.membership, ToldAbout(ToldKind.STARS, row.category))) })
        TextLink(words.starContest(row.name), { go(Place.Contest(view.membership, About(AboutKind.STAR, row.id))) })
        Hairline()
    }
}

package standing.app.letters

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.Icon
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.input.ImeAction
import standing.app.design.AmountLine
import standing.app.design.Empty
import standing.app.design.Field
import standing.app.design.IconButton
import standing.app.design.Icons
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.MarkWord
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.ProofLine
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.TextLink
import standing.app.design.sign
import standing.app.design.word
import standing.core.CheckState
import standing.core.LetterRow
import standing.core.LettersView
import standing.core.MembershipId
import standing.logic.Load
import standing.logic.Place
import standing.logic.letters.LettersAction
import standing.logic.letters.LettersState

/** Every notice: those with a day to keep first, the others from the newest on. */
@Composable
fun LettersScreen(state: LettersState, act: (LettersAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.lettersTitle, onBack = back) {
        when (val load = state.load) {
            Load.Loading -> item("wait") { Loading() }
            is Load.Failed -> item("problem") { ProblemBox(load.problem) { TextLink(words.actionTryAgain, { act(LettersAction.Again) }) } }
            is Load.Ready -> letters(load.view, state, act, go)
        }
    }
}

private fun LazyListScope.letters(view: LettersView, state: LettersState, act: (LettersAction) -> Unit, go: (Place) -> Unit) {
    if (view.text.isNotEmpty()) item("head") { Head(view, state, act) }
    if (view.empty.isNotEmpty()) item("empty") { Empty(view.empty) }
    if (view.withDate.isNotEmpty()) item("with-date") { SectionHeading(LocalWords.current.lettersWithDate) }
    rows(view.withDate, view.membership, go)
    if (view.withDate.isNotEmpty() && view.rest.isNotEmpty()) item("rest") { SectionHeading(LocalWords.current.lettersRest) }
    rows(view.rest, view.membership, go)
    if (view.text.isNotEmpty()) item("note") { Quiet(view.note, Modifier.padding(top = Space.s4)) }
}

@Composable
private fun Head(view: LettersView, state: LettersState, act: (LettersAction) -> Unit) {
    val words = LocalWords.current
    Paragraph(view.text)
    ProofLine(view.checks.map { MarkWord(it.state, it.name) }, view.proof, Modifier.padding(vertical = Space.s3))
    view.checks.filter { it.state != CheckState.HOLDS }.forEach { Quiet(it.finding, Modifier.padding(bottom = Space.s2)) }
    Field(
        state.search,
        { act(LettersAction.Search(it)) },
        words.lettersSearch,
        keyboard = KeyboardOptions(imeAction = ImeAction.Search),
        onDone = { act(LettersAction.Again) },
        leading = { Icon(Icons.Search, null, Modifier.size(Standing.sizes.icon), Standing.colors.ink2) },
        trailing =
            if (state.search.isEmpty()) null
            else ({ IconButton(Icons.Close, words.actionClear, { act(LettersAction.Search("")) }) }),
    )
    if (view.new > 0u) TextLink(words.lettersReadAll, { act(LettersAction.ReadAll) }, icon = null)
    state.problem?.let { ProblemBox(it) }
}

private fun LazyListScope.rows(rows: List<LetterRow>, membership: MembershipId, go: (Place) -> Unit) =
    items(rows, key = { it.n.toLong() }) { row -> LetterItem(row) { go(Place.Letter(membership, row.n)) } }

/** A notice in short. What is new has a dot and a word; what did not pass the checks says so. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
internal fun LetterItem(row: LetterRow, onOpen: () -> Unit) {
    val words = LocalWords.current
    val type = Standing.type
    TapRow(onOpen = onOpen) {
        FlowRow(horizontalArrangement = Arrangement.spacedBy(Space.s3)) {
            Text(row.title, style = if (row.isNew) type.strong else type.body)
            if (row.isNew) SignWord(Sign.NEW, words.letterNew)
        }
        if (row.about.isNotEmpty()) AmountLine(row.about)
        if (row.keep.isNotEmpty()) SignWord(Sign.CLOCK, row.keep, style = type.body, color = Standing.colors.ink)
        Quiet(row.dates)
        if (row.state != CheckState.HOLDS) SignWord(row.state.sign, row.state.word(words), Modifier.padding(top = Space.s1))
    }
}

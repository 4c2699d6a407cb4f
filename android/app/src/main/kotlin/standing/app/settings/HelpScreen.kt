package standing.app.settings

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import standing.app.design.FilledButton
import standing.app.design.KeyValues
import standing.app.design.LinkRow
import standing.app.design.LocalAmountsHidden
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.Text
import standing.app.design.ledger
import standing.app.shown
import standing.core.HelpView
import standing.core.KeyValue
import standing.core.SampleView
import standing.logic.Load
import standing.logic.Place
import standing.logic.ViewAction

/** What people ask, and what the words mean; and the way to a sample. */
@Composable
fun HelpScreen(state: Load<HelpView>, act: (ViewAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.helpTitle, onBack = back, bar = false) {
        item("sample") { LinkRow(words.helpSample, { go(Place.Sample) }) }
        shown(state, act) { view ->
            item("questions") { SectionHeading(words.helpQuestions) }
            items(view.topics) { Explained(it) }
            item("words") { SectionHeading(words.helpWords) }
            items(view.words) { Explained(it) }
        }
    }
}

/** A question or a word, and below it what there is to say. */
@Composable
private fun Explained(one: KeyValue) {
    Column(Modifier.padding(vertical = Space.s3).semantics(mergeDescendants = true) {}) {
        Text(one.label, style = Standing.type.strong)
        Paragraph(one.value)
    }
}

/** A statement that belongs to nobody. That it is a sample is said above all else, and in the name of the authority. */
@Composable
fun SampleScreen(state: Load<SampleView>, act: (ViewAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    val hidden = LocalAmountsHidden.current
    Screen(words.helpSample, onBack = back, bar = false) {
        shown(state, act) { view ->
            item("note") { NoteBox(Sign.UNKNOWN, view.title, listOf(view.note)) }
            item("head") {
                PageHeading(if (hidden) words.homeAddsUp else view.heading)
                Quiet(view.authority, Modifier.padding(top = Space.s1, bottom = Space.s6))
            }
            ledger(view.ledger, view.score, view.sum) { null }
            item("checks") {
                SectionHeading(words.helpChecks)
                KeyValues(view.checks)
                SectionHeading(words.helpEntry)
                KeyValues(view.entry)
                Quiet(view.next, Modifier.padding(vertical = Space.s4))
                FilledButton(words.joinTitle, { go(Place.Join()) })
            }
        }
    }
}

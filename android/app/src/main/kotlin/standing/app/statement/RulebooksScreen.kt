package standing.app.statement

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.ChoiceRow
import standing.app.design.Empty
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.TextLink
import standing.core.RulebookChangeRow
import standing.core.RulebookChoice
import standing.core.RulebookComparisonView
import standing.logic.Load
import standing.logic.statement.RulebooksAction
import standing.logic.statement.RulebooksState

/** Two versions of the rulebook compared in words; others can be chosen. */
@Composable
fun RulebooksScreen(state: RulebooksState, act: (RulebooksAction) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.storyRulebooks, onBack = back) {
        when (val load = state.load) {
            Load.Loading -> item("wait") { Loading() }
            is Load.Failed -> item("problem") { ProblemBox(load.problem) { TextLink(words.actionTryAgain, { act(RulebooksAction.Again) }) } }
            is Load.Ready -> compared(load.view, state, act)
        }
    }
}

private fun LazyListScope.compared(view: RulebookComparisonView, state: RulebooksState, act: (RulebooksAction) -> Unit) {
    item("head") {
        Quiet(view.title)
        PageHeading(view.heading)
        Paragraph(view.lead)
        if (view.empty.isNotEmpty()) Empty(view.empty)
    }
    for (part in view.parts) {
        item("part ${part.title}") { SectionHeading(part.title) }
        itemsIndexed(part.rows) { _, row -> Change(row) }
    }
    // With two there is nothing to choose.
    if (view.rulebooks.size < 3) return
    choices("earlier", { it.rulebooksEarlier }, view.rulebooks, state.from) { act(RulebooksAction.Compare(it, state.to)) }
    choices("later", { it.rulebooksLater }, view.rulebooks, state.to) { act(RulebooksAction.Compare(state.from, it)) }
}

private fun LazyListScope.choices(
    name: String,
    title: (standing.logic.words.Words) -> String,
    all: List<RulebookChoice>,
    chosen: UInt,
    choose: (UInt) -> Unit,
) {
    item(name) { SectionHeading(title(LocalWords.current)) }
    itemsIndexed(all) { _, one -> ChoiceRow(one.name, one.version == chosen, { choose(one.version) }) }
}

@Composable
private fun Change(row: RulebookChangeRow) {
    TapRow {
        Text(row.title, style = Standing.type.strong)
        Text(row.mark, color = Standing.colors.ink2, style = Standing.type.smallStrong)
        row.text.forEach { Paragraph(it, Modifier.padding(top = Space.s1)) }
    }
}

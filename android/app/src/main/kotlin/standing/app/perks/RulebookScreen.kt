package standing.app.perks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.material3.Icon
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import standing.app.design.Hairline
import standing.app.design.Icons
import standing.app.design.LocalWords
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.SunkBlock
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.tapped
import standing.app.shown
import standing.core.Chapter
import standing.core.Fact
import standing.core.Noticed
import standing.core.RulebookView
import standing.logic.Load
import standing.logic.ViewAction

/** The rulebook in plain words: what the app noticed first, then chapter by chapter. [open] is the chapter that is open at first. */
@Composable
fun RulebookScreen(state: Load<RulebookView>, act: (ViewAction) -> Unit, back: () -> Unit, open: String = "") {
    var chapter by rememberSaveable { mutableStateOf(open) }
    Screen(LocalWords.current.rulebookTitle, onBack = back) {
        shown(state, act) { view ->
            item("head") { Head(view) }
            itemsIndexed(view.noticed) { _, noticed -> NoticedBlock(noticed) }
            item("space") { Column(Modifier.padding(top = Space.s8)) { Hairline() } }
            for (one in view.chapters) {
                val name = one.kind.name
                chapter(one, chapter == name) { chapter = if (chapter == name) "" else name }
            }
            item("fingerprint") { Fingerprint(view) }
        }
    }
}

@Composable
private fun Head(view: RulebookView) {
    Column {
        PageHeading(view.name)
        Quiet(view.authority, Modifier.padding(top = Space.s1))
        Paragraph(view.heading)
        Paragraph(view.used)
        SectionHeading(view.noticedTitle, line = false)
        Quiet(view.noticedLead, Modifier.padding(bottom = Space.s2))
    }
}

@Composable
private fun NoticedBlock(noticed: Noticed) {
    SunkBlock(Modifier.padding(vertical = Space.s2)) {
        Text(noticed.text, style = Standing.type.strong)
        Paragraph(noticed.why)
        Quiet(noticed.basis)
    }
}

private fun LazyListScope.chapter(chapter: Chapter, open: Boolean, onToggle: () -> Unit) {
    item(chapter.kind.name) { ChapterHead(chapter, open, onToggle) }
    if (!open) return
    item("${chapter.kind.name}-lead") { Quiet(chapter.lead, Modifier.padding(vertical = Space.s3)) }
    itemsIndexed(chapter.facts) { _, fact -> FactRow(fact) }
}

@Composable
private fun ChapterHead(chapter: Chapter, open: Boolean, onToggle: () -> Unit) {
    val words = LocalWords.current
    val said = if (open) words.readerExpanded else words.readerCollapsed
    Column {
        Row(
            Modifier
                .fillMaxWidth()
                .tapped(onToggle)
                .semantics {
                    heading()
                    stateDescription = said
                }.heightIn(min = Standing.sizes.row)
                .padding(vertical = Space.s3),
            Arrangement.spacedBy(Space.s3),
            Alignment.CenterVertically,
        ) {
            Text(chapter.title, Modifier.weight(1f), style = Standing.type.h2)
            Icon(if (open) Icons.Up else Icons.Down, null, Modifier.size(Standing.sizes.icon), Standing.colors.accent)
        }
        Hairline()
    }
}

@Composable
private fun FactRow(fact: Fact) {
    TapRow {
        Text(fact.label, style = Standing.type.strong)
        Paragraph(fact.value)
        fact.lines.forEach { Paragraph(it) }
        Origins(fact.origins)
    }
}

@Composable
private fun Fingerprint(view: RulebookView) {
    Column {
        SectionHeading(LocalWords.current.rulebookFingerprint)
        Text(view.hash, Modifier.padding(vertical = Space.s2), style = Standing.type.code)
        Quiet(view.hashNote)
    }
}

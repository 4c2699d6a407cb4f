package standing.app.cases

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import standing.app.design.DeadlineLine
import standing.app.design.Field
import standing.app.design.Hairline
import standing.app.design.KeyValues
import standing.app.design.LocalWords
import standing.app.design.Paragraph
import standing.app.design.Quiet
import standing.app.design.Round
import standing.app.design.SectionHeading
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.Text
import standing.core.CaseLetterView
import standing.core.Deadline
import standing.core.LetterSection

/** A letter as it will be on paper, the ways to send it, and who writes it. */
internal fun LazyListScope.letter(view: CaseLetterView, name: String, address: String, onSender: (String, String) -> Unit) {
    item("paper") { Paper(view) }
    item("ways") {
        SectionHeading(LocalWords.current.letterWays)
        KeyValues(view.ways)
    }
    item("sender") { Sender(name, address, onSender) }
}

@Composable
private fun Paper(view: CaseLetterView) {
    val c = Standing.colors
    val shape = RoundedCornerShape(Round.r1)
    Column(Modifier.fillMaxWidth().background(c.surface, shape).border(1.dp, c.line, shape).padding(Space.s5), Arrangement.spacedBy(Space.s1)) {
        view.sender.forEachIndexed { at, line -> if (at == 0) Text(line, style = Standing.type.h2) else Quiet(line) }
        if (view.sender.isNotEmpty()) Hairline(Modifier.padding(vertical = Space.s3), c.ink, 2.dp)
        view.to.forEach { Text(it) }
        Text(view.date, Modifier.padding(vertical = Space.s3))
        Text(view.subject, Modifier.semantics { heading() }, style = Standing.type.h2)
        Paragraph(view.opening)
        for (section in view.sections) Section(section)
        if (view.signature.isNotEmpty()) {
            Hairline(Modifier.padding(top = Space.s8, end = Space.s8), c.lineStrong)
            Quiet(view.signature)
        }
        Quiet(view.enclosed, Modifier.padding(top = Space.s3))
    }
}

@Composable
private fun Section(section: LetterSection) {
    Column(Modifier.padding(top = Space.s3)) {
        Text(section.title, Modifier.semantics { heading() }, style = Standing.type.strong)
        section.paragraphs.forEachIndexed { at, text ->
            if (section.numbered) {
                Row(Modifier.padding(vertical = Space.s1).semantics(mergeDescendants = true) {}, Arrangement.spacedBy(Space.s2)) {
                    Text("${at + 1}.")
                    Text(text, Modifier.weight(1f))
                }
            } else {
                Paragraph(text)
            }
        }
    }
}

/** Who writes: for paper only. */
@Composable
private fun Sender(name: String, address: String, onSender: (String, String) -> Unit) {
    val words = LocalWords.current
    Column {
        SectionHeading(words.letterSender)
        Quiet(words.letterSenderNote, Modifier.padding(vertical = Space.s2))
        Field(name, { onSender(it, address) }, words.letterSenderName)
        Field(address, { onSender(name, it) }, words.letterSenderAddress, singleLine = false)
    }
}

/** The last day, above the button. */
@Composable
internal fun DueLine(due: Deadline?) {
    if (due != null) DeadlineLine(LocalWords.current.deadlineLine(due.label, due.day, due.away))
}

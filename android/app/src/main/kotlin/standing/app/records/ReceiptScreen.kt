package standing.app.records

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.CheckRow
import standing.app.design.DeadlineBox
import standing.app.design.Empty
import standing.app.design.Hairline
import standing.app.design.Icons
import standing.app.design.KeyValues
import standing.app.design.Loaded
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.MarkWord
import standing.app.design.OutlinedButton
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.ProofLine
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.TextLink
import standing.app.design.Timeline
import standing.app.design.sign
import standing.app.design.word
import standing.core.CheckState
import standing.core.ReceiptCheckKind
import standing.core.ReceiptRow
import standing.core.ReceiptView
import standing.logic.Load
import standing.logic.Place
import standing.logic.records.ReceiptAction
import standing.logic.records.ReceiptState
import standing.logic.records.ReceiptsAction
import standing.logic.records.ReceiptsState

/** The newest receipt over a record: how sure it is, what it proves, what happened when. */
@Composable
fun ReceiptScreen(state: ReceiptState, act: (ReceiptAction) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.itemReceipt, onBack = back) {
        item {
            Loaded(state.load, { act(ReceiptAction.Again) }) { receipt ->
                Column {
                    PageHeading(receipt.title)
                    Paragraph(receipt.text)
                    ProofLine(receipt.checks.map { MarkWord(it.state, it.name) }, receipt.heading, Modifier.padding(top = Space.s3))
                    receipt.deadline?.let { deadline ->
                        DeadlineBox(deadline.label, deadline.day, deadline.away, Modifier.padding(top = Space.s3)) {
                            if (deadline.event.isNotEmpty()) Remember(state.noCalendar) { act(ReceiptAction.Remember) }
                        }
                    }
                    Proves(receipt)
                    SectionHeading(words.itemWhatHappened, line = false)
                    Timeline(receipt.timeline)
                    if (receipt.says.isNotEmpty()) SectionHeading(words.itemDetails)
                    KeyValues(receipt.says)
                    SectionHeading(words.checksTitle)
                    for (check in receipt.checks) CheckRow(check.state, check.name, check.finding)
                    Column(Modifier.fillMaxWidth().padding(top = Space.s8), Arrangement.spacedBy(Space.s3)) {
                        OutlinedButton(words.itemReceiptSave, { act(ReceiptAction.Export) }, icon = Icons.Save)
                        OutlinedButton(words.actionShare, { act(ReceiptAction.Share) }, icon = Icons.Share)
                        Saved(state.saving)
                        state.problem?.let { ProblemBox(it) }
                    }
                }
            }
        }
    }
}

/** What it proves, only where it does; and that a receipt is no decision, as long as it is none. */
@Composable
private fun Proves(receipt: ReceiptView) {
    val words = LocalWords.current
    if (receipt.checks.any { it.state != CheckState.HOLDS }) return
    SectionHeading(words.itemProves, line = false)
    receipt.checks.filter { it.kind != ReceiptCheckKind.IN_SEQUENCE }.forEach { Paragraph(it.finding) }
    if (receipt.timeline.any { !it.done }) Paragraph(words.itemProvesNot)
}

/** Every receipt, the newest first. */
@Composable
fun ReceiptsScreen(state: ReceiptsState, act: (ReceiptsAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.recordsReceipts, onBack = back) {
        when (val load = state.load) {
            is Load.Ready -> {
                if (load.view.rows.isEmpty()) item { Empty(words.screenEmpty, text = load.view.empty) } else item { Hairline() }
                items(load.view.rows, key = { it.n.toLong() }) { row ->
                    Row(row, row.item?.let { item -> { go(Place.Receipt(load.view.membership, item)) } })
                }
            }
            is Load.Failed -> item { ProblemBox(load.problem) { TextLink(words.actionTryAgain, { act(ReceiptsAction.Again) }) } }
            Load.Loading -> item { Loading() }
        }
    }
}

/** One over a record of another phone cannot be compared with what was sent: it opens nothing. */
@Composable
private fun Row(row: ReceiptRow, onOpen: (() -> Unit)?) {
    TapRow(onOpen = onOpen) {
        Text(row.title, style = Standing.type.strong)
        Quiet(row.text)
        SignWord(row.state.sign, row.state.word(LocalWords.current), Modifier.padding(top = Space.s1))
    }
}

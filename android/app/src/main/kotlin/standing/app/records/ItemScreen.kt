package standing.app.records

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.Ask
import standing.app.design.FilledButton
import standing.app.design.Icons
import standing.app.design.KeyValues
import standing.app.design.LinkRow
import standing.app.design.Loaded
import standing.app.design.LocalWords
import standing.app.design.OutlinedButton
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.TextLink
import standing.app.design.sign
import standing.core.KeyValue
import standing.core.QueueItemView
import standing.core.QueueState
import standing.logic.Place
import standing.logic.SaveAnswer
import standing.logic.records.ItemAction
import standing.logic.records.ItemState
import standing.logic.view
import standing.logic.words.Words

/** One record: how far it has come, what is in the way, what can be done. */
@Composable
fun ItemScreen(state: ItemState, act: (ItemAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    val view = state.load.view
    Screen(
        words.itemTitle,
        onBack = back,
        dock = view?.takeIf { it.canConfirm || it.canEdit || it.canRetry }?.let { { Foremost(it, state.busy, act, go) } },
        overlay = view?.let { question(it, state, act) },
    ) {
        item {
            Loaded(state.load, { act(ItemAction.Again) }) { item ->
                Column {
                    SignWord(item.state.sign, item.state.word(words), Modifier.padding(top = Space.s2))
                    PageHeading(item.title, Modifier.padding(vertical = Space.s1))
                    if (item.below.isNotEmpty()) Paragraph(item.below)
                    if (item.deadline?.event.orEmpty().isNotEmpty()) Remember(state.noCalendar) { act(ItemAction.Remember) }
                    item.problem?.let { ProblemBox(it, sign = Sign.NEEDS) }
                    state.problem?.let { ProblemBox(it) }
                    if (item.hasReceipt) LinkRow(words.itemReceipt, { go(Place.Receipt(item.membership, item.item)) })
                    Told(words.itemSays, item.says)
                    Told(words.itemPhotos, item.photos)
                    if (item.canRemovePhotos) TextLink(words.itemPhotoRemove, { act(ItemAction.AskRemovePhotos) }, icon = null)
                    Told(words.itemAttempts, item.attempts)
                    Others(item, state, act)
                }
            }
        }
    }
}

@Composable
private fun Told(title: String, rows: List<KeyValue>) {
    if (rows.isEmpty()) return
    SectionHeading(title)
    KeyValues(rows)
}

/** The one thing to do now. */
@Composable
private fun ColumnScope.Foremost(item: QueueItemView, busy: Boolean, act: (ItemAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    val edit = { go(Place.Form(item.membership, item.kind, item.rule, edits = item.item)) }
    when {
        item.canConfirm -> {
            // To let it go is as near as to send it, and as large.
            FilledButton(words.itemConfirm, { act(ItemAction.Confirm) }, busy = busy)
            if (item.canWithdraw) OutlinedButton(words.itemDiscard, { act(ItemAction.AskWithdraw) }, ink = true)
        }
        item.canEdit -> {
            FilledButton(words.itemEdit, edit, icon = Icons.Pen)
            if (item.canRetry) OutlinedButton(words.itemRetry, { act(ItemAction.Retry) }, busy = busy)
        }
        else -> FilledButton(words.itemRetry, { act(ItemAction.Retry) }, icon = Icons.Sync, busy = busy)
    }
}

/** What else can be done with it. */
@Composable
private fun Others(item: QueueItemView, state: ItemState, act: (ItemAction) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth().padding(top = Space.s8), Arrangement.spacedBy(Space.s3)) {
        OutlinedButton(words.itemExport, { act(ItemAction.Export) }, icon = Icons.Save)
        OutlinedButton(words.actionShare, { act(ItemAction.Share) }, icon = Icons.Share)
        Saved(state.saving)
        if (item.editNote.isNotEmpty()) Quiet(item.editNote)
        if (item.canWithdraw && !item.canConfirm) {
            OutlinedButton(words.itemWithdraw, { act(ItemAction.AskWithdraw) }, icon = Icons.Undo, ink = true, busy = state.busy)
            Quiet(item.withdrawNote)
        }
    }
}

/** Offers a day to the calendar; where there is none, the person is told. */
@Composable
internal fun Remember(noCalendar: Boolean, remember: () -> Unit) {
    val words = LocalWords.current
    if (noCalendar) SignWord(Sign.UNKNOWN, words.calendarMissing, Modifier.padding(vertical = Space.s3))
    else TextLink(words.actionAddToCalendar, remember, icon = Icons.Calendar)
}

/** How saving went; nothing where the person went back. */
@Composable
internal fun Saved(answer: SaveAnswer?) {
    val words = LocalWords.current
    when (answer) {
        SaveAnswer.SAVED -> SignWord(Sign.HOLDS, words.saveDone)
        SaveAnswer.NO_SPACE -> SignWord(Sign.FAILS, words.saveNoSpace)
        SaveAnswer.FAILED -> SignWord(Sign.FAILS, words.saveFailed)
        SaveAnswer.NONE, null -> Unit
    }
}

/** What is asked once more before it is done. */
private fun question(item: QueueItemView, state: ItemState, act: (ItemAction) -> Unit): (@Composable () -> Unit)? =
    when {
        state.asks -> ({ AskWithdraw(item, act) })
        state.asksPhotos -> ({ AskRemovePhotos(item, act) })
        else -> null
    }

@Composable
private fun AskRemovePhotos(item: QueueItemView, act: (ItemAction) -> Unit) {
    val words = LocalWords.current
    Ask(words.itemPhotoRemoveAsk, item.photosNote, { act(ItemAction.KeepIt) }) {
        OutlinedButton(words.itemPhotoRemoveYes, { act(ItemAction.RemovePhotos) })
        OutlinedButton(words.itemWithdrawNo, { act(ItemAction.KeepIt) }, ink = true)
    }
}

@Composable
private fun AskWithdraw(item: QueueItemView, act: (ItemAction) -> Unit) {
    val words = LocalWords.current
    Ask(words.itemWithdrawAsk, item.withdrawNote, { act(ItemAction.KeepIt) }) {
        OutlinedButton(words.itemWithdrawYes, { act(ItemAction.Withdraw) }, icon = Icons.Undo)
        OutlinedButton(words.itemWithdrawNo, { act(ItemAction.KeepIt) }, ink = true)
    }
}

/** The word beside the sign. */
internal fun QueueState.word(words: Words): String =
    when (this) {
        QueueState.DRAFTED -> words.queueDraft
        QueueState.COOLING_OFF -> words.queueCoolingOff
        QueueState.AWAITING_CONFIRMATION -> words.queueConfirm
        QueueState.QUEUED -> words.queueOnPhone
        QueueState.SENDING -> words.queueSending
        QueueState.RECEIVED -> words.queueReceived
        QueueState.UNDER_REVIEW -> words.queueUnderReview
        QueueState.ACCEPTED -> words.queueAccepted
        QueueState.REFUSED -> words.queueRefused
        QueueState.WITHDRAWN -> words.queueWithdrawn
        QueueState.NEEDS_YOU -> words.queueNeedsYou
    }

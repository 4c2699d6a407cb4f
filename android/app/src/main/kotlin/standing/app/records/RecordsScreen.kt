package standing.app.records

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.ActsFor
import standing.app.design.Empty
import standing.app.design.FilledButton
import standing.app.design.IconButton
import standing.app.design.Icons
import standing.app.design.LinkRow
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.QueueGroupHeading
import standing.app.design.QueueRowItem
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.Segments
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TextLink
import standing.app.sync.SyncProgressBox
import standing.core.QueueGroupKind
import standing.core.QueueRow
import standing.core.QueueView
import standing.logic.Load
import standing.logic.Place
import standing.logic.personOf
import standing.logic.records.QueueAction
import standing.logic.records.QueueState

/** Every record of a membership: what needs the person first. */
@Composable
fun RecordsScreen(state: QueueState, act: (QueueAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    val chosen = state.chosen
    Screen(
        words.recordsTitle,
        actions = { if (!state.sync.running && chosen != null) IconButton(Icons.Sync, words.syncNow, { act(QueueAction.Sync) }) },
        dock =
            chosen?.let { membership ->
                { FilledButton(words.actionRecord, { go(Place.NewRecord(membership)) }, icon = Icons.Plus) }
            },
        bar = true,
        onPull = if (chosen == null || state.sync.running) null else ({ act(QueueAction.Sync) }),
    ) {
        item { Above(state, act, go) }
        if (state.first) {
            item { Empty(words.recordsNone, text = words.recordsFirst) { TextLink(words.joinTitle, { go(Place.Join()) }) } }
        } else {
            when (val queue = state.queue) {
                is Load.Ready -> groups(queue.view, go)
                is Load.Failed -> item { ProblemBox(queue.problem) { TextLink(words.actionTryAgain, { act(QueueAction.AskAgain) }) } }
                Load.Loading -> item { Loading() }
            }
        }
    }
}

/** Whose records these are, whether there is a network, and how far a sync is. */
@Composable
private fun Above(state: QueueState, act: (QueueAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    Column {
        val names = state.memberships.map { it.authority }
        when (names.size) {
            0, 1 -> Unit
            2 -> Segments(names, chosenAt(state), { act(QueueAction.Choose(state.memberships[it].membership)) }, Modifier.padding(bottom = Space.s2))
            else -> LinkRow(chosenAt(state)?.let(names::get).orEmpty(), { go(Place.Memberships) })
        }
        ActsFor(state.memberships.personOf(state.chosen))
        if (state.sync.running) {
            SyncProgressBox(state.sync, { act(QueueAction.Stop) })
        } else {
            val again: @Composable () -> Unit = { TextLink(words.actionTryAgain, { act(QueueAction.Sync) }) }
            val obstacle = state.obstacle
            if (obstacle != null) ProblemBox(obstacle, sign = Sign.OFFLINE) { again() }
            else if (state.offline) NoteBox(Sign.OFFLINE, words.screenOffline, listOf(words.screenOfflineSafe)) { again() }
        }
        if (state.count > 0) {
            Quiet(words.recordsCount(state.count), Modifier.padding(top = Space.s2))
            if (state.needYou > 0) SignWord(Sign.NEEDS, words.recordsNeedYou(state.needYou), Modifier.padding(top = Space.s1), Standing.type.strong)
        }
    }
}

private fun chosenAt(state: QueueState): Int? = state.memberships.indexOfFirst { it.membership == state.chosen }.takeIf { it >= 0 }

/** Row by row, so that a thousand records cost no more than those in sight. */
private fun LazyListScope.groups(queue: QueueView, go: (Place) -> Unit) {
    if (queue.groups.isEmpty()) item { Empty(LocalWords.current.recordsNone, text = queue.empty) }
    if (queue.waitingText.isNotEmpty()) item { Paragraph(queue.waitingText) }
    for (group in queue.groups) {
        item(key = group.kind.name) { QueueGroupHeading(group) }
        items(group.rows, key = { it.item }) { row ->
            val mixed = group.kind == QueueGroupKind.DONE
            QueueRowItem(row, { go(Place.Item(queue.membership, row.item)) }, signed = mixed)
        }
    }
    item(key = "cases") { LinkRow(LocalWords.current.casesTitle, { go(Place.Cases(queue.membership)) }, Modifier.padding(top = Space.s8)) }
    item(key = "receipts") {
        LinkRow(LocalWords.current.recordsReceipts, { go(Place.Receipts(queue.membership)) })
    }
}


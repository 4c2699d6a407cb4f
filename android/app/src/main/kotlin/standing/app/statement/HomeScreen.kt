package standing.app.statement

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.ActsFor
import standing.app.design.Empty
import standing.app.design.FilledButton
import standing.app.design.IconButton
import standing.app.design.Icons
import standing.app.design.LinkRow
import standing.app.design.Loading
import standing.app.design.LocalAmountsHidden
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.OutlinedButton
import standing.app.design.ProblemBox
import standing.app.design.Progress
import standing.app.design.Screen
import standing.app.design.Segments
import standing.app.design.Sign
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.TextLink
import standing.app.design.colon
import standing.app.join.shown
import standing.logic.Load
import standing.logic.Place
import standing.logic.personOf
import standing.logic.statement.HomeAction
import standing.logic.statement.HomeState
import standing.logic.view

/** What a person sees first: how they stand, how sure that is, what changed, and what waits for them. */
@Composable
fun HomeScreen(state: HomeState, act: (HomeAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    val chosen = state.chosen
    Screen(
        words.appName,
        actions = { HomeActions(act) },
        dock = chosen?.let { { FilledButton(words.actionRecord, { go(Place.NewRecord(it)) }, Modifier.fillMaxWidth(), Icons.Plus) } },
        bar = true,
        onPull = if (chosen == null || state.sync.running) null else ({ act(HomeAction.Sync) }),
    ) {
        notices(state, act, go)
        if (state.memberships.size > 1) item("switch") { Memberships(state, act, go) }
        item("acts") { ActsFor(state.memberships.personOf(chosen)) }
        when (val home = state.home) {
            is Load.Failed -> item("problem") { ProblemBox(home.problem) { TextLink(words.actionTryAgain, { act(HomeAction.AskAgain) }) } }
            is Load.Ready -> if (chosen != null) homePaper(home.view, state, act, go)
            Load.Loading -> item("wait") { if (state.first) FirstUse(go) else Loading() }
        }
    }
}

@Composable
private fun HomeActions(act: (HomeAction) -> Unit) {
    val words = LocalWords.current
    val elder = Standing.reading.elder
    val hidden = LocalAmountsHidden.current
    IconButton(Icons.TextSize, if (elder) words.actionNormalText else words.actionLargerText, { act(HomeAction.LargeText(!elder)) })
    IconButton(
        if (hidden) Icons.EyeOff else Icons.Eye,
        if (hidden) words.actionShowAmounts else words.actionHideAmounts,
        { act(HomeAction.HideAmounts(!hidden)) },
    )
}

/** What bears on everything below it: no network, a sync at work, what it ran into, a letter that waits for an answer. */
private fun LazyListScope.notices(state: HomeState, act: (HomeAction) -> Unit, go: (Place) -> Unit) {
    if (state.sync.running) item("sync") { SyncNow(state, act) } else if (state.offline) item("offline") { Offline(state, act) }
    val obstacle = state.obstacle
    if (obstacle != null && obstacle.code !in state.home.view?.alarms.orEmpty().map { it.problem.code }) {
        item("obstacle") {
            val words = LocalWords.current
            ProblemBox(obstacle, sign = if (obstacle.code == UNREACHABLE) Sign.OFFLINE else Sign.FAILS) {
                TextLink(words.actionTryAgain, { act(HomeAction.Sync) })
                TextLink(words.actionClose, { act(HomeAction.Dismiss) }, icon = Icons.Close)
            }
        }
    }
    for (one in state.toConfirm) {
        item("confirm-${one.membership}") {
            val words = LocalWords.current
            NoteBox(Sign.NEEDS, words.homeToConfirm, listOf(one.authority + words.colon + shown(one.hint), words.homeToConfirmNote)) {
                TextLink(words.actionContinue, { go(Place.Join()) })
            }
        }
    }
}

@Composable
private fun SyncNow(state: HomeState, act: (HomeAction) -> Unit) {
    val words = LocalWords.current
    val progress = state.sync.progress
    val stop = { act(HomeAction.Stop) }
    Progress(
        progress?.text ?: words.syncRunning,
        progress?.done?.toInt() ?: 0,
        progress?.total?.toInt() ?: 0,
        stop.takeIf { !state.sync.stopping },
    )
}

@Composable
private fun Offline(state: HomeState, act: (HomeAction) -> Unit) {
    val words = LocalWords.current
    val waiting = state.home.view?.waitingText.orEmpty()
    NoteBox(Sign.OFFLINE, words.screenOffline, listOf(words.screenOfflineSafe, waiting)) {
        TextLink(words.actionTryAgain, { act(HomeAction.Sync) })
    }
}

/** Two are switched between by a tap; of more, the one that is shown is named, and the others are listed in More. */
@Composable
private fun Memberships(state: HomeState, act: (HomeAction) -> Unit, go: (Place) -> Unit) {
    val all = state.memberships
    if (all.size == 2) {
        val at = all.indexOfFirst { it.membership == state.chosen }
        Segments(all.map { it.authority }, at.takeIf { it >= 0 }, { act(HomeAction.Choose(all[it].membership)) }, Modifier.padding(vertical = Space.s2))
    } else {
        val words = LocalWords.current
        val shown = all.firstOrNull { it.membership == state.chosen }?.authority.orEmpty()
        TapRow(onOpen = { go(Place.Memberships) }, opens = words.homeAnotherMembership) { Text(shown, style = Standing.type.strong) }
    }
}

@Composable
private fun FirstUse(go: (Place) -> Unit) {
    val words = LocalWords.current
    Empty(words.homeFirst, text = words.joinIntro1) {
        Text(words.joinIntro2, color = Standing.colors.ink2, style = Standing.type.body)
        FilledButton(words.joinTitle, { go(Place.Join()) }, Modifier.padding(top = Space.s6))
        OutlinedButton(words.joinWithout, { go(Place.Businesses) }, Modifier.padding(top = Space.s3))
        LinkRow(words.helpSample, { go(Place.Sample) }, Modifier.padding(top = Space.s4))
        LinkRow(words.helpTitle, { go(Place.Help) })
    }
}

/** Nobody answered: nothing is wrong with what is here. */
private const val UNREACHABLE = "unreachable"

package standing.app.design

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.ProgressBarRangeInfo
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.progressBarRangeInfo
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.dp
import standing.core.Problem
import standing.logic.Load

/** What happened, what is safe, what to do; [more] is a [TextLink] that does it. */
@Composable
fun ProblemBox(problem: Problem, modifier: Modifier = Modifier, sign: Sign = Sign.FAILS, more: (@Composable ColumnScope.() -> Unit)? = null) {
    NoteBox(sign, problem.happened, listOf(problem.safe, problem.todo), modifier, more)
}

/** A block with a sign that a person should see before they go on: a problem, no network, a missing notice. */
@Composable
fun NoteBox(
    sign: Sign,
    title: String,
    lines: List<String>,
    modifier: Modifier = Modifier,
    more: (@Composable ColumnScope.() -> Unit)? = null,
) {
    val type = Standing.type
    val size = Standing.sizes.mark * 22 / 18
    Row(
        modifier
            .fillMaxWidth()
            .padding(vertical = Space.s2)
            .background(ground(sign), RoundedCornerShape(Round.r2))
            .padding(Space.s4),
        Arrangement.spacedBy(Space.s3),
    ) {
        SignIcon(sign, Modifier.besideFirstLine(type.strong, size), size)
        Column(Modifier.weight(1f)) {
            val read = Modifier.semantics(mergeDescendants = true) {
                liveRegion = LiveRegionMode.Polite
                heading()
            }
            Column(read) {
                Text(title, style = type.strong)
                lines.filter { it.isNotEmpty() }.forEach { Text(it, style = type.body) }
            }
            more?.invoke(this)
        }
    }
}

@Composable
private fun ground(sign: Sign): Color {
    val c = Standing.colors
    return when (sign) {
        Sign.FAILS -> c.failsSoft
        Sign.UNKNOWN, Sign.OFFLINE -> c.unknownSoft
        Sign.NEEDS, Sign.NOT_TOLD, Sign.CLOCK -> c.needsSoft
        else -> c.sunk
    }
}

/** Nothing here, and what would bring something here. */
@Composable
fun Empty(title: String, modifier: Modifier = Modifier, text: String = "", more: (@Composable ColumnScope.() -> Unit)? = null) {
    Column(modifier.fillMaxWidth().padding(vertical = Space.s6), Arrangement.spacedBy(Space.s2)) {
        Text(title, style = Standing.type.h2)
        if (text.isNotEmpty()) Text(text, color = Standing.colors.ink2, style = Standing.type.body)
        more?.invoke(this)
    }
}

/** What a page shows while it is asked for: quiet, and still for whom motion is too much. */
@Composable
fun Loading(modifier: Modifier = Modifier) {
    val words = LocalWords.current
    Column(
        modifier.fillMaxWidth().padding(vertical = Space.s6).semantics(mergeDescendants = true) {
            liveRegion = LiveRegionMode.Polite
            heading()
        },
        Arrangement.spacedBy(Space.s4),
    ) {
        Quiet(words.screenLoading)
        for (width in listOf(.45f, .9f, .7f, .8f)) {
            Box(Modifier.fillMaxWidth(width).height(Space.s5).background(Standing.colors.sunk, RoundedCornerShape(Round.r1)))
        }
    }
}

/** The view, or that it is asked for, or why it could not be had. */
@Composable
fun <T> Loaded(load: Load<T>, onRetry: () -> Unit, modifier: Modifier = Modifier, ready: @Composable (T) -> Unit) {
    when (load) {
        is Load.Loading -> Loading(modifier)
        is Load.Failed -> ProblemBox(load.problem, modifier) { TextLink(LocalWords.current.actionTryAgain, onRetry) }
        is Load.Ready -> ready(load.view)
    }
}

/** Long work: what is being done, how much of it is done, and a way to stop it. */
@Composable
fun Progress(text: String, done: Int, total: Int, onStop: (() -> Unit)?, modifier: Modifier = Modifier) {
    val c = Standing.colors
    val part = if (total > 0) (done.toFloat() / total).coerceIn(0f, 1f) else null
    val words = LocalWords.current
    SunkBlock(modifier.padding(vertical = Space.s2)) {
        Column(
            Modifier.fillMaxWidth().semantics(mergeDescendants = true) {
                progressBarRangeInfo = part?.let { ProgressBarRangeInfo(it, 0f..1f) } ?: ProgressBarRangeInfo.Indeterminate
                stateDescription = words.readerBusy
                liveRegion = LiveRegionMode.Polite
            },
            Arrangement.spacedBy(Space.s3),
        ) {
            Text(text, style = Standing.type.strong)
            // Where nobody knows how much there is, an empty bar would look like standing still.
            if (part == null) return@Column Quiet(words.screenLoading)
            val shape = RoundedCornerShape(Round.r1)
            Box(Modifier.fillMaxWidth().height(8.dp).background(c.lineStrong, shape).padding(1.dp).background(c.surface, shape), Alignment.CenterStart) {
                Box(Modifier.fillMaxWidth(part).height(8.dp).background(c.accent, shape))
            }
        }
        if (onStop != null) TextLink(words.actionStop, onStop, icon = Icons.Close)
    }
}

package standing.app

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.isTraversalGroup
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import standing.app.design.LocalBar
import standing.app.design.LocalWords
import standing.app.design.Pane
import standing.app.design.Quiet
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.aboveClearBar

/** List and detail side by side, each read by itself; the bar below both. While there is no [detail], its pane says what comes there. */
@Composable
fun TwoPanes(bar: (@Composable () -> Unit)?, list: @Composable () -> Unit, detail: (@Composable () -> Unit)?) {
    // Where there is little room, a list needs its half.
    val wide = Standing.reading.width >= WIDE
    Column(Modifier.fillMaxSize()) {
        Row(if (bar == null) Modifier.weight(1f) else Modifier.weight(1f).aboveClearBar()) {
            CompositionLocalProvider(LocalBar provides null) {
                Pane(Modifier.weight(1f).fillMaxHeight().readByItself(), list)
                Box(Modifier.width(1.dp).fillMaxHeight().background(Standing.colors.line))
                Pane(Modifier.weight(if (wide) DETAIL else 1f).fillMaxHeight().readByItself(), detail ?: { NothingOpen() })
            }
        }
        bar?.invoke()
    }
}

@Composable
private fun NothingOpen() {
    Box(Modifier.fillMaxSize().padding(Space.s8), Alignment.Center) { Quiet(LocalWords.current.paneEmpty) }
}

private fun Modifier.readByItself() = semantics { isTraversalGroup = true }

private const val DETAIL = 1.2f
private val WIDE = 720.dp

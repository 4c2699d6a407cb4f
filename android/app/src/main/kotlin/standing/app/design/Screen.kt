package standing.app.design

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.LazyListState
import androidx.compose.foundation.lazy.rememberLazyListState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.layout
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.paneTitle
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp

/** The bar with the four places, for the screens that show it; null where there is none, as in first use. */
val LocalBar = staticCompositionLocalOf<(@Composable () -> Unit)?> { null }

/** A page is as high as what it shows, for pictures of the whole of it. */
val LocalWholePage = staticCompositionLocalOf { false }

/**
 * A page: its name at the top, what it shows, what can be done docked at the bottom, the bar with the four places.
 * With large text, and on a low screen, dock and bar scroll with the page and end it: fixed, they would leave no room to read.
 * Whatever comes last keeps clear of the phone's own bar.
 *
 * @param title its name; empty where the content begins with it.
 * @param actions at most two [IconButton]s, or a [TextLink].
 * @param bar whether the four places are shown; not beside a dock, but on the four places themselves.
 * @param overlay what lies above the page, such as [Ask].
 * @param onPull what pulling the page down does.
 */
@Composable
fun Screen(
    title: String,
    modifier: Modifier = Modifier,
    onBack: (() -> Unit)? = null,
    actions: (@Composable RowScope.() -> Unit)? = null,
    dock: (@Composable ColumnScope.() -> Unit)? = null,
    bar: Boolean = dock == null,
    overlay: (@Composable () -> Unit)? = null,
    onPull: (() -> Unit)? = null,
    list: LazyListState = rememberLazyListState(),
    content: LazyListScope.() -> Unit,
) {
    val whole = LocalWholePage.current
    val flows = Standing.reading.flows
    val places = LocalBar.current.takeIf { bar }
    // The four places keep clear of the phone's bar themselves.
    val foot = if (places == null) Modifier.clearOfBars(WindowInsetsSides.Bottom) else Modifier
    Box(modifier.background(Standing.colors.paper).semantics { if (title.isNotEmpty()) paneTitle = title }) {
        val below = if (overlay == null) Modifier else Modifier.clearAndSetSemantics {}
        Column((if (whole) Modifier.fillMaxWidth() else Modifier.fillMaxSize()).clearOfKeyboard().then(below)) {
            TopBar(title, onBack, actions)
            Pulled(onPull, Modifier.weight(1f, fill = !whole).fillMaxWidth()) {
                LazyColumn(if (whole) Modifier.fillMaxWidth() else Modifier.fillMaxSize(), list, PaddingValues(horizontal = pageMargin(), vertical = 0.dp)) {
                    content()
                    item { Box(Modifier.padding(bottom = Space.s8)) }
                    if (flows && dock != null) item { Docked(Modifier, dock) }
                    if (flows && places != null) item { Box(Modifier.bleeding(pageMargin())) { places() } }
                    if (flows || dock == null) item { Box(foot) }
                }
            }
            if (!flows && dock != null) Dock(foot, dock)
            if (!flows) places?.invoke()
        }
        if (overlay != null) Box(Modifier.matchParentSize()) { overlay() }
    }
}

/** One column of at most 600 dp, in the middle of what there is. */
@Composable
internal fun pageMargin(): Dp {
    val reading = Standing.reading
    return maxOf(reading.sizes.margin, (reading.width - Reading.TWO_PANES) / 2)
}

/** From edge to edge, in a list that keeps a margin. */
private fun Modifier.bleeding(margin: Dp) =
    layout { measurable, constraints ->
        val width = constraints.maxWidth + 2 * margin.roundToPx()
        val placeable = measurable.measure(constraints.copy(minWidth = width, maxWidth = width))
        layout(constraints.maxWidth, placeable.height) { placeable.place(-margin.roundToPx(), 0) }
    }

@Composable
private fun TopBar(title: String, onBack: (() -> Unit)?, actions: (@Composable RowScope.() -> Unit)?) {
    val sizes = Standing.sizes
    // A control's sign is at the margin, its target reaches beyond.
    val beyond = (sizes.touch - sizes.icon) / 2
    val side = (pageMargin() - beyond).coerceIn(0.dp, sizes.margin)
    Row(
        Modifier
            .fillMaxWidth()
            .clearOfBars(WindowInsetsSides.Top)
            .heightIn(min = sizes.bar)
            .padding(start = if (onBack == null) pageMargin() else side, end = if (actions == null) pageMargin() else side),
        Arrangement.spacedBy(Space.s1),
        Alignment.CenterVertically,
    ) {
        if (onBack != null) IconButton(Icons.Back, LocalWords.current.actionBack, onBack)
        Box(Modifier.weight(1f)) {
            if (title.isNotEmpty()) Text(title, Modifier.semantics { heading() }, style = Standing.type.h2)
        }
        actions?.invoke(this)
    }
}

@Composable
private fun Dock(foot: Modifier, dock: @Composable ColumnScope.() -> Unit) {
    Column(Modifier.fillMaxWidth().background(Standing.colors.paper).then(foot)) {
        Hairline()
        Docked(Modifier.padding(horizontal = pageMargin()), dock)
    }
}

@Composable
private fun Docked(modifier: Modifier, dock: @Composable ColumnScope.() -> Unit) {
    Column(modifier.fillMaxWidth().padding(vertical = Space.s4), Arrangement.spacedBy(Space.s3), content = dock)
}

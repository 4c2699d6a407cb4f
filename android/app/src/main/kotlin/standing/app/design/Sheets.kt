package standing.app.design

import androidx.compose.foundation.background
import androidx.compose.foundation.gestures.detectTapGestures
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.verticalScroll
import androidx.compose.runtime.Composable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.isTraversalGroup
import androidx.compose.ui.semantics.paneTitle
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp

/** The page that a sheet was opened from; null where it stands by itself. */
val LocalPageBelow = staticCompositionLocalOf<(@Composable () -> Unit)?> { null }

/**
 * Something looked into from a page that stays below it, such as the checks. In elder mode, and where it has a pane of its
 * own, it is a page.
 *
 * What lies below, [LocalPageBelow], is not read while the sheet is open.
 */
@Composable
fun Sheet(title: String, onClose: () -> Unit, modifier: Modifier = Modifier, content: LazyListScope.() -> Unit) {
    if (Standing.reading.elder || Standing.reading.pane) return Screen(title, modifier, onClose, bar = false) { content() }
    val page = LocalPageBelow.current
    val c = Standing.colors
    val whole = LocalWholePage.current
    Box(if (whole) modifier.fillMaxWidth() else modifier.fillMaxSize()) {
        if (page != null && !whole) Box(Modifier.clearAndSetSemantics {}) { page() }
        Scrim(onClose, if (whole) Modifier.matchParentSize() else Modifier.fillMaxSize())
        Column(
            Modifier
                .padding(top = if (whole) Space.s12 else 72.dp)
                .align(Alignment.BottomCenter)
                .widthIn(max = Reading.TWO_PANES)
                .fillMaxWidth()
                .clip(RoundedCornerShape(topStart = Round.r4, topEnd = Round.r4))
                .background(c.surface)
                .clearOfKeyboard()
                .clearOfBars(WindowInsetsSides.Bottom)
                .semantics {
                    paneTitle = title
                    isTraversalGroup = true
                },
        ) {
            Box(Modifier.padding(top = Space.s3).align(Alignment.CenterHorizontally).size(32.dp, 4.dp).background(c.lineStrong, RoundedCornerShape(Round.r1)))
            Row(Modifier.padding(start = Standing.sizes.margin, end = Space.s3, top = Space.s3), verticalAlignment = Alignment.Top) {
                PageHeading(title, Modifier.weight(1f).padding(top = Space.s1))
                IconButton(Icons.Close, LocalWords.current.actionClose, onClose)
            }
            LazyColumn(Modifier.weight(1f, fill = false), contentPadding = PaddingValues(Standing.sizes.margin, 0.dp, Standing.sizes.margin, Space.s8)) {
                content()
            }
        }
    }
}

@Composable
private fun Scrim(onClose: () -> Unit, modifier: Modifier) {
    // A reader has the button that closes; a second, unnamed way out would only be in its way.
    Box(modifier.background(Standing.colors.scrim).pointerInput(onClose) { detectTapGestures { onClose() } })
}

/** A question that must be answered before one goes on. The way out is as large as the way on. */
@Composable
fun Ask(question: String, note: String, onNo: () -> Unit, answers: @Composable ColumnScope.() -> Unit) {
    val c = Standing.colors
    Box(Modifier.fillMaxSize(), Alignment.Center) {
        Scrim(onNo, Modifier.matchParentSize())
        Column(
            Modifier
                .clearOfKeyboard()
                .clearOfBars(WindowInsetsSides.Vertical)
                .padding(Space.s4)
                .widthIn(max = 480.dp)
                .fillMaxWidth()
                .background(c.surface, RoundedCornerShape(Round.r4))
                .verticalScroll(rememberScrollState())
                .padding(Space.s6)
                .semantics {
                    paneTitle = question
                    isTraversalGroup = true
                },
            Arrangement.spacedBy(Space.s3),
        ) {
            SectionTitle(question)
            Paragraph(note)
            answers()
        }
    }
}

/** A question before something is destroyed: [destroy] names it, and the other answer leaves everything as it is. */
@Composable
fun AskDestroy(question: String, note: String, destroy: String, answer: (yes: Boolean) -> Unit) {
    val no = { answer(false) }
    Ask(question, note, no) {
        DestroyButton(destroy, { answer(true) })
        OutlinedButton(LocalWords.current.actionCancel, no, ink = true)
    }
}

/** Before something leads away from what was typed. */
@Composable
fun AskLeave(stay: () -> Unit, leave: () -> Unit) {
    val words = LocalWords.current
    Ask(words.formLeave, words.formLeaveNote, stay) {
        OutlinedButton(words.formStay, stay)
        OutlinedButton(words.formLeaveYes, leave, ink = true)
    }
}

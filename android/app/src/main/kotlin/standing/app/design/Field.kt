package standing.app.design

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.interaction.collectIsFocusedAsState
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.Icon
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.semantics.error
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp

/** What is shown below a field or a choice. */
sealed interface FieldWord {
    val text: String

    /** It cannot be sent like this. */
    data class Fails(override val text: String) : FieldWord

    /** It can be sent; a second look is worth it. */
    data class LookAgain(override val text: String) : FieldWord
}

internal val FieldWord.sign: Sign get() = if (this is FieldWord.Fails) Sign.FAILS else Sign.NEEDS

/**
 * Something to type. Its label, hint and what is wrong with it are read with it.
 *
 * @param whole never longer than its box, but on more lines: a code is compared with a paper, sign by sign.
 * @param leading a sign inside of the box, such as a magnifying glass.
 * @param trailing a control inside of the box, such as one that clears it.
 */
@Composable
fun Field(
    value: String,
    onChange: (String) -> Unit,
    label: String,
    modifier: Modifier = Modifier,
    hint: String = "",
    word: FieldWord? = null,
    enabled: Boolean = true,
    singleLine: Boolean = true,
    whole: Boolean = false,
    style: TextStyle = Standing.type.body,
    keyboard: KeyboardOptions = KeyboardOptions.Default,
    onDone: (() -> Unit)? = null,
    leading: (@Composable () -> Unit)? = null,
    trailing: (@Composable () -> Unit)? = null,
) {
    val c = Standing.colors
    val from = remember { MutableInteractionSource() }
    val focused by from.collectIsFocusedAsState()
    val done = KeyboardActions(onDone = { onDone?.invoke() }, onSearch = { onDone?.invoke() }, onGo = { onDone?.invoke() })
    Row(modifier.fillMaxWidth(), verticalAlignment = Alignment.Bottom) {
        BasicTextField(
            value,
            { onChange(if (whole) it.replace("\n", "") else it) },
            Modifier.weight(1f).semantics { if (word is FieldWord.Fails) error(word.text) },
            enabled,
            textStyle = style.copy(color = if (enabled) c.ink else c.ink2),
            keyboardOptions = keyboard,
            keyboardActions = done,
            singleLine = singleLine && !whole,
            minLines = if (singleLine) 1 else 3,
            interactionSource = from,
            cursorBrush = SolidColor(c.accent),
        ) { inner ->
            Labelled(label, hint, word) { FieldBox(edge(word, focused), enabled, leading, trailing, inner) }
        }
    }
}

private class Edge(val color: Color, val width: Dp)

@Composable
private fun edge(word: FieldWord?, focused: Boolean): Edge {
    val c = Standing.colors
    return when {
        focused -> Edge(c.accent, 2.dp)
        word is FieldWord.Fails -> Edge(c.fails, 2.dp)
        word is FieldWord.LookAgain -> Edge(c.needs, 2.dp)
        else -> Edge(c.lineStrong, 1.dp)
    }
}

@Composable
private fun FieldBox(
    edge: Edge,
    enabled: Boolean,
    leading: (@Composable () -> Unit)?,
    trailing: (@Composable () -> Unit)?,
    inner: @Composable () -> Unit,
) {
    val c = Standing.colors
    val shape = RoundedCornerShape(Round.r2)
    Row(
        Modifier
            .fillMaxWidth()
            .background(if (enabled) c.surface else c.sunk, shape)
            .border(edge.width, edge.color, shape)
            .heightIn(min = 56.dp)
            .padding(start = Space.s4, end = if (trailing == null) Space.s4 else Space.s1),
        Arrangement.spacedBy(Space.s3),
        Alignment.CenterVertically,
    ) {
        leading?.invoke()
        Box(Modifier.weight(1f).padding(vertical = Space.s3)) { inner() }
        trailing?.invoke()
    }
}

/** A label, a hint, what is asked for, and what is wrong with it: for choices and photos as for fields. */
@Composable
fun Labelled(label: String, hint: String = "", word: FieldWord? = null, modifier: Modifier = Modifier, content: @Composable () -> Unit) {
    Column(modifier.fillMaxWidth().padding(vertical = Space.s2), Arrangement.spacedBy(Space.s1)) {
        if (label.isNotEmpty()) Text(label, style = Standing.type.strong)
        Quiet(hint)
        content()
        if (word != null) {
            SignWord(word.sign, word.text, Modifier.padding(top = Space.s1), Standing.type.small, Standing.colors.ink)
        }
    }
}

/** Something that is chosen elsewhere and shown like a field, such as a day. */
@Composable
fun PickField(
    value: String,
    label: String,
    onOpen: () -> Unit,
    modifier: Modifier = Modifier,
    hint: String = "",
    word: FieldWord? = null,
    icon: ImageVector = Icons.Chevron,
) {
    val empty = value.isEmpty()
    Box(modifier.tapped(onOpen, shape = RoundedCornerShape(Round.r2))) {
        Labelled(label, if (empty) "" else hint, word) {
            FieldBox(edge(word, false), true, null, { Icon(icon, null, Modifier.padding(end = Space.s3).size(Standing.sizes.mark), Standing.colors.accent) }) {
                Text(if (empty) hint else value, color = if (empty) Standing.colors.ink2 else Standing.colors.ink)
            }
        }
    }
}

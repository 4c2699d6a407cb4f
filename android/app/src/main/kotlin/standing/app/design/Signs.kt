package standing.app.design

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Icon
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import standing.core.CheckState
import standing.core.QueueGroupKind
import standing.core.QueueState
import standing.core.TagKind
import standing.logic.words.Words

/**
 * The sign of a state: an own shape for each, so that the colour is never needed. It is always beside its word.
 *
 * @property over what is drawn upon [icon], in the colour that shows on it.
 */
enum class Sign(
    internal val icon: ImageVector,
    internal val color: (StandingTokens) -> Color,
    internal val over: ImageVector? = null,
    internal val overColor: (StandingTokens) -> Color = color,
) {
    HOLDS(Icons.Disc, { it.holds }, Icons.DiscCheck, { it.onHolds }),
    UNKNOWN(Icons.DashedRing, { it.unknown }, Icons.Question),
    FAILS(Icons.Octagon, { it.fails }, Icons.Exclaim, { it.onFails }),
    NEEDS(Icons.SquarePen, { it.needs }, Icons.PenOver, { it.onNeeds }),
    DRAFT(Icons.Pen, { it.ink }),
    PHONE(Icons.Phone, { it.ink }),
    SENDING(Icons.Sending, { it.accent }),
    RECEIVED(Icons.Tray, { it.accent }),
    REFUSED(Icons.RingCross, { it.ink }),
    OFFLINE(Icons.Cloud, { it.unknown }),
    NOT_TOLD(Icons.Bell, { it.needs }),
    CONTESTED(Icons.Speech, { it.ink2 }),
    CLOCK(Icons.Clock, { it.needs }),
    WAS_LISTED(Icons.Clock, { it.ink2 }),
    SEAL(Icons.SealShape, { it.seal }, Icons.DiscCheck, { it.onSeal }),
    SHEET(Icons.Sheet, { it.ink }),
    NOT_LISTED(Icons.RingMinus, { it.ink2 }),
    NEAR(Icons.DashedRing, { it.unknown }, Icons.Question),
    NOTE(Icons.Eye, { it.accent }),
    LOCK(Icons.Lock, { it.ink2 }),
    PERSON(Icons.Person, { it.ink }),
    NEW(Icons.Dot, { it.ink }),
    BECOMES(Icons.Becomes, { it.needs }),
    BOOK(Icons.Book, { it.ink }),
    INFO(Icons.Info, { it.unknown }),
}

val CheckState.sign: Sign
    get() =
        when (this) {
            CheckState.HOLDS -> Sign.HOLDS
            CheckState.UNKNOWN -> Sign.UNKNOWN
            CheckState.FAILS -> Sign.FAILS
        }

/** Holds, Unknown, Fails. */
fun CheckState.word(words: Words): String =
    when (this) {
        CheckState.HOLDS -> words.stateHolds
        CheckState.UNKNOWN -> words.stateUnknown
        CheckState.FAILS -> words.stateFails
    }

val QueueState.sign: Sign
    get() =
        when (this) {
            QueueState.DRAFTED -> Sign.DRAFT
            QueueState.COOLING_OFF -> Sign.WAS_LISTED
            QueueState.AWAITING_CONFIRMATION, QueueState.NEEDS_YOU -> Sign.NEEDS
            QueueState.QUEUED -> Sign.PHONE
            QueueState.SENDING -> Sign.SENDING
            QueueState.RECEIVED, QueueState.UNDER_REVIEW -> Sign.RECEIVED
            QueueState.ACCEPTED -> Sign.HOLDS
            QueueState.REFUSED, QueueState.WITHDRAWN -> Sign.REFUSED
        }

val QueueGroupKind.sign: Sign
    get() =
        when (this) {
            QueueGroupKind.NEEDS_YOU -> Sign.NEEDS
            QueueGroupKind.ON_THIS_PHONE -> Sign.PHONE
            QueueGroupKind.SENDING -> Sign.SENDING
            QueueGroupKind.RECEIVED -> Sign.RECEIVED
            QueueGroupKind.DONE -> Sign.SHEET
        }

val TagKind.sign: Sign
    get() =
        when (this) {
            TagKind.BLACK -> Sign.SHEET
            TagKind.RED -> Sign.SEAL
            TagKind.WAS_LISTED -> Sign.WAS_LISTED
            TagKind.NOT_LISTED -> Sign.NOT_LISTED
            TagKind.UNKNOWN -> Sign.UNKNOWN
        }

/** The sign alone, for the eye: the word beside it is what is read. */
@Composable
fun SignIcon(sign: Sign, modifier: Modifier = Modifier, size: Dp = Standing.sizes.mark, color: Color? = null) {
    val colors = Standing.colors
    val tint = color ?: sign.color(colors)
    Box(modifier.size(size), Alignment.Center) {
        Icon(sign.icon, null, Modifier.size(size), tint)
        sign.over?.let { Icon(it, null, Modifier.size(size), if (color == null) sign.overColor(colors) else color) }
    }
}

/** The sign and its word, in its colour. */
@Composable
fun SignWord(
    sign: Sign,
    word: String,
    modifier: Modifier = Modifier,
    style: TextStyle = Standing.type.smallStrong,
    color: Color? = null,
) {
    val tint = color ?: sign.color(Standing.colors)
    Row(modifier, Arrangement.spacedBy(6.dp)) {
        SignIcon(sign, Modifier.besideFirstLine(style))
        Text(word, color = tint, style = style)
    }
}

/** Puts a sign at the middle of the first line beside it, however large the text is. */
@Composable
fun Modifier.besideFirstLine(style: TextStyle, size: Dp = Standing.sizes.mark): Modifier {
    val line = with(LocalDensity.current) { style.lineHeight.toDp() }
    return padding(top = ((line - size) / 2).coerceAtLeastZero())
}

private fun Dp.coerceAtLeastZero() = if (value > 0) this else Dp(0f)

package standing.app.design

import androidx.compose.runtime.Immutable
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.coerceAtMost
import androidx.compose.ui.unit.dp

/** How the person chose to see the app. [textPercent] is on top of the phone's own text size. */
@Immutable
data class Look(
    val dark: Boolean = false,
    val elder: Boolean = false,
    val textPercent: Int = 100,
    val hideAmounts: Boolean = false,
)

/**
 * How a page is laid out: by the size of its text and the room that it has.
 *
 * @property height of the page, with its bar at the top.
 * @property pane one of two beside each other.
 */
@Immutable
data class Reading(val elder: Boolean, val scale: Float, val width: Dp, val height: Dp = Dp.Infinity, val pane: Boolean = false) {
    /** One thing below the other: what stands side by side otherwise would not fit. */
    val stacked: Boolean get() = elder || scale >= STACKED_FROM || width < NARROW

    /** So large a text in so narrow a page that hardly a day fits into a line. */
    val tight: Boolean get() = width < TIGHT * scale

    /** As a phone is that was turned. */
    val low: Boolean get() = height < LOW

    /** A picture and what is done with it side by side: below each other, one would be out of sight. */
    val beside: Boolean get() = low && !stacked && width >= BESIDE

    /** What would stand still at the bottom ends the page: it would leave no room to read. */
    val flows: Boolean get() = stacked || low

    /** List and detail side by side. */
    val twoPanes: Boolean get() = !elder && width >= TWO_PANES

    val sizes: StandingSizes
        get() {
            val grown = scale.coerceIn(1f, 2f)
            return StandingSizes(
                touch = if (elder) 72.dp else 48.dp,
                row = if (elder) 72.dp else 64.dp,
                button = if (elder) 88.dp else 52.dp,
                nav = 80.dp,
                bar = if (elder) 80.dp else 64.dp,
                mark = (18.dp * grown).coerceAtMost(34.dp),
                icon = (24.dp * grown).coerceAtMost(40.dp),
                margin = if (width < NARROW || elder) 16.dp else 24.dp,
            )
        }

    companion object {
        const val STACKED_FROM = 1.4f
        const val ELDER_SCALE = 2f
        val NARROW = 340.dp
        val TIGHT = 200.dp
        val TWO_PANES = 600.dp
        val LOW = 480.dp
        val BESIDE = 380.dp
    }
}

/** The scale of the text: the phone's times the app's, and twice the usual in elder mode; 200 % or the phone's at most. */
fun textScale(phone: Float, look: Look): Float {
    val chosen = phone * look.textPercent / 100f
    val most = maxOf(phone, Reading.ELDER_SCALE)
    return if (look.elder) maxOf(Reading.ELDER_SCALE, phone) else minOf(chosen, most)
}

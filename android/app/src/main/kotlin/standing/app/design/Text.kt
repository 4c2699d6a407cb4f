package standing.app.design

import androidx.compose.material3.LocalTextStyle
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.text
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.style.TextAlign
import standing.core.Language
import standing.logic.words.Words

/** Any text that is only read. Its lines end where a typesetter would end them; who has it read aloud hears it as it was written. */
@Composable
fun Text(
    text: String,
    modifier: Modifier = Modifier,
    color: Color = Color.Unspecified,
    style: TextStyle = LocalTextStyle.current,
    textAlign: TextAlign? = null,
) {
    val reading = Standing.reading
    val set = remember(text, reading.stacked, reading.tight) { unbroken(text, reading.tight).let { if (reading.stacked) partedAddresses(it) else it } }
    val heard = if (set == text) modifier else modifier.semantics { this.text = AnnotatedString(text) }
    androidx.compose.material3.Text(set, heard, color, textAlign = textAlign, style = style)
}

/**
 * No line ends within a day or a weekday, between a number and what it counts or is of: "400 ml", "3小时", "rulebook 7", "− 5".
 * Where it is [tight] a year may stand in a line of its own: the whole day would be cut anywhere.
 */
internal fun unbroken(text: String, tight: Boolean = false): String {
    val seams = if (tight) SEAM_AFTER_YEAR else SEAM
    return SPACED.replace(HELD.replace(text) { run -> seams.replace(run.value, WORD_JOINER) }, NO_BREAK_SPACE)
}

/** Large, an address is longer than a line: one may end after a dot of it rather than anywhere. */
internal fun partedAddresses(text: String): String = DOT.replace(text, ZERO_WIDTH_SPACE)

private const val HAN = "\\u4e00-\\u9fff"
private const val WORD_JOINER = "\u2060"
private const val NO_BREAK_SPACE = "\u00a0"
private const val ZERO_WIDTH_SPACE = "\u200b"

/** In Chinese a line may end before and after each sign; these are read as one. */
private val HELD =
    Regex("""\d+年(?:\d+月(?:\d+日)?)?|\d+月\d+日|星期[一二三四五六日]|第\d+[$HAN]|代码\d+|\d+(?:个工作日|个单位|个月|毫升|小时|分钟|字节|[$HAN])""")

/** Between two signs of such a run, but not between two digits, where no line ends anyway. */
private val SEAM = Regex("""(?<=[$HAN])(?=.)|(?<=\d)(?=[$HAN])""")

private val SEAM_AFTER_YEAR = Regex("""(?<=[$HAN])(?<!年)(?=.)|(?<=\d)(?=[$HAN])""")

/** What the English sentences number: the number stays on the line of its word. */
internal val COUNTED = listOf("code", "rulebook", "statement", "version", "receipt")

private val SPACED =
    Regex(
        """(?<=[+−=→]|${COUNTED.joinToString("|") { "[${it[0].uppercase()}${it[0]}]${it.drop(1)}" }}) (?=\d)|""" +
            """(?<=\d) (?=(?:kB|MB|ml|h|min|bytes?|stars?|points?|hours?|minutes?|days?|months?|years?|January|February|March|April|""" +
            """May|June|July|August|September|October|November|December)\b)""",
    )

private val DOT = Regex("""(?<=[a-z0-9][a-z0-9-][.:])(?=[a-z0-9-]{2})(?<!\d[.:])""")

/** The sign between a name and what is said of it. */
internal val Words.colon: String get() = if (language == Language.CHINESE) "：" else ": "

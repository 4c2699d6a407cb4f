package standing.app.design

import androidx.compose.runtime.Immutable
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.intl.LocaleList
import androidx.compose.ui.text.style.LineHeightStyle
import androidx.compose.ui.unit.sp
import standing.core.Language

/** The steps of type. A heading differs by weight, not by size alone. 14 is the smallest anywhere. */
@Immutable
data class StandingType(
    val score: TextStyle,
    val h1: TextStyle,
    val h2: TextStyle,
    val body: TextStyle,
    val strong: TextStyle,
    val small: TextStyle,
    val smallStrong: TextStyle,
    /** Points and sums: each digit as wide as the other. */
    val num: TextStyle,
    /** Codes and fingerprints, to be compared sign by sign. */
    val code: TextStyle,
)

/** Chinese is set with more room between its lines. */
fun standingType(language: Language): StandingType {
    val chinese = language == Language.CHINESE
    val extra = if (chinese) 2 else 0

    fun style(size: Int, line: Int, weight: FontWeight = FontWeight.Normal) =
        TextStyle(
            fontSize = size.sp,
            lineHeight = (line + extra).sp,
            fontWeight = weight,
            lineHeightStyle = LineHeightStyle(LineHeightStyle.Alignment.Center, LineHeightStyle.Trim.None),
            localeList = LocaleList(if (chinese) "zh-Hans-CN" else "en"),
        )
    return StandingType(
        score = style(72, 80, FontWeight.SemiBold).tabular(),
        h1 = style(28, 38, FontWeight.SemiBold),
        h2 = style(18, 26, FontWeight.SemiBold),
        body = style(16, 24),
        strong = style(16, 24, FontWeight.SemiBold),
        small = style(14, 20),
        smallStrong = style(14, 20, FontWeight.SemiBold),
        num = style(17, 24, FontWeight.SemiBold).tabular(),
        code = style(16, 24).tabular().copy(letterSpacing = 0.5.sp),
    )
}

/** The score is not doubled in elder mode: it is the largest thing on the page as it is. */
fun StandingType.forElders(): StandingType = copy(score = score.copy(fontSize = 64.sp, lineHeight = 72.sp))

private fun TextStyle.tabular() = copy(fontFeatureSettings = "tnum")

package standing.app.design

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.luminance
import org.junit.Assert.assertEquals
import org.junit.Test

class TokensTest {
    private class Pair(val name: String, val mark: (StandingTokens) -> Color, val ground: (StandingTokens) -> Color)

    private val grounds: Map<String, (StandingTokens) -> Color> =
        mapOf(
            "paper" to { it.paper },
            "surface" to { it.surface },
            "sunk" to { it.sunk },
            "failsSoft" to { it.failsSoft },
            "needsSoft" to { it.needsSoft },
            "unknownSoft" to { it.unknownSoft },
            "sealSoft" to { it.sealSoft },
        )

    private fun on(name: String, mark: (StandingTokens) -> Color, vararg on: String) =
        on.map { Pair("$name on $it", mark, grounds.getValue(it)) }

    private val pages = arrayOf("paper", "surface", "sunk")

    private val texts: List<Pair> =
        on("ink", { it.ink }, *grounds.keys.toTypedArray()) +
            on("ink2", { it.ink2 }, *pages, "failsSoft", "needsSoft", "unknownSoft") +
            on("accent", { it.accent }, *pages, "failsSoft", "needsSoft", "unknownSoft") +
            on("holds", { it.holds }, *pages) +
            on("unknown", { it.unknown }, *pages, "unknownSoft") +
            on("fails", { it.fails }, "paper", "surface", "failsSoft") +
            on("needs", { it.needs }, "paper", "surface", "needsSoft") +
            on("seal", { it.seal }, "paper", "surface", "sealSoft") +
            Pair("onAccent on accent", { it.onAccent }, { it.accent }) +
            Pair("onAccentSoft on accentSoft", { it.onAccentSoft }, { it.accentSoft }) +
            Pair("onBlack on black", { it.onBlack }, { it.black })

    private val marks: List<Pair> =
        on("lineStrong", { it.lineStrong }, *pages) +
            on("blackEdge", { it.blackEdge }, "paper", "surface") +
            Pair("accent on accentSoft", { it.accent }, { it.accentSoft }) +
            Pair("onHolds on holds", { it.onHolds }, { it.holds }) +
            Pair("onFails on fails", { it.onFails }, { it.fails }) +
            Pair("onNeeds on needs", { it.onNeeds }, { it.needs }) +
            Pair("onSeal on seal", { it.onSeal }, { it.seal })

    /** WCAG 2.2: relative luminance of the lighter to that of the darker. */
    private fun contrast(one: Color, other: Color): Float {
        val (light, dark) = listOf(one.luminance(), other.luminance()).sortedDescending()
        return (light + .05f) / (dark + .05f)
    }

    private fun below(limit: Float, pairs: List<Pair>, tokens: StandingTokens) =
        pairs.mapNotNull { pair ->
            val found = contrast(pair.mark(tokens), pair.ground(tokens))
            "${pair.name}: $found".takeIf { found < limit }
        }

    @Test
    fun `every text stands on its ground with a contrast of at least 4,5 in light and in dark`() {
        for (tokens in listOf(LightTokens, DarkTokens)) assertEquals(emptyList<String>(), below(4.5f, texts, tokens))
    }

    @Test
    fun `every mark and every edge of a control has a contrast of at least 3`() {
        for (tokens in listOf(LightTokens, DarkTokens)) assertEquals(emptyList<String>(), below(3f, marks, tokens))
    }

    @Test
    fun `a grey that is too light for text is found`() {
        val pale = LightTokens.copy(ink2 = Color(0xFF999999))
        assertEquals(listOf("ink2 on paper", "ink2 on surface", "ink2 on sunk"), below(4.5f, texts, pale).map { it.substringBefore(":") }.take(3))
    }

    @Test
    fun `a red listing never wears the colour of failing`() {
        for (tokens in listOf(LightTokens, DarkTokens)) {
            for (color in listOf(tokens.seal, tokens.sealSoft)) assert(color !in listOf(tokens.fails, tokens.failsSoft))
        }
    }
}

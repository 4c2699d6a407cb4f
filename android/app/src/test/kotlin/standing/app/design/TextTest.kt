package standing.app.design

import androidx.compose.foundation.layout.width
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.runSkikoComposeUiTest
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.dp
import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.Language
import standing.logic.words.Words

/** Where lines end, and that nobody hears of it. */
@OptIn(ExperimentalTestApi::class)
class TextTest {
    /** The lines of [text] in a column that many dp wide. It is found by what a screen reader says, which is what was written. */
    private fun lines(language: Language, text: String, width: Int, percent: Int = 100): List<String> {
        var lines = emptyList<String>()
        runSkikoComposeUiTest(size = Size(400f, 600f), density = Density(1f)) {
            setContent {
                StandingTheme(Words.of(language), Look(textPercent = percent)) { Text(text, Modifier.width(width.dp), style = Standing.type.body) }
            }
            val found = mutableListOf<TextLayoutResult>()
            onNodeWithText(text).fetchSemanticsNode().config[SemanticsActions.GetTextLayoutResult].action?.invoke(found)
            val laid = found.single()
            lines = (0 until laid.lineCount).map { laid.layoutInput.text.substring(laid.getLineStart(it), laid.getLineEnd(it)) }
        }
        return lines.map { line -> line.replace('\u00a0', ' ').filter { it !in "\u2060\u200b" }.trim() }
    }

    @Test
    fun `every word whose number stays with it is one that a sentence numbers`() {
        val sentences = checkNotNull(File("../../core/locales/en").listFiles()).joinToString("\n") { it.readText().lowercase() }
        for (word in COUNTED) assertTrue(word, "$word { \$" in sentences)
        assertFalse("what nobody says any more is found", "edition { \$" in sentences)
    }

    @Test
    fun `a Chinese day stays in one line, and so do a weekday and a number with its unit`() {
        for (width in 130..220 step 10) {
            for ((text, run) in
                listOf(
                    "下次应于2026年11月30日更新。" to "2026年11月30日",
                    "共2000条；下次更新：（星期一），7天后。" to "星期一",
                    "志愿服务满了，一共是一百又3小时，无偿献血400毫升。" to "400毫升",
                )) {
                assert(lines(Language.CHINESE, text, width).any { run in it }) { "$width: ${lines(Language.CHINESE, text, width)}" }
            }
        }
    }

    @Test
    fun `an English day keeps its month, and a number its unit`() {
        for (width in 100..200 step 5) {
            for ((text, run) in listOf("Answer due Tuesday 8 December 2026" to "8 December", "A blood donation of 400 ml, given" to "400 ml")) {
                assert(lines(Language.ENGLISH, text, width).any { run in it }) { "$width: ${lines(Language.ENGLISH, text, width)}" }
            }
        }
    }

    @Test
    fun `a number stays with what it is of and with its sign`() {
        for (width in 100..200 step 5) {
            for ((text, run) in listOf("70 + 5 − 12 + 3 − 5 = 82" to "− 12", "Signed as part of statement 8" to "statement 8")) {
                assert(lines(Language.ENGLISH, text, width).any { run in it }) { "$width: ${lines(Language.ENGLISH, text, width)}" }
            }
        }
    }

    @Test
    fun `where a day hardly fits, its year stands alone and the rest stays whole`() =
        assertEquals("发生于2026_年11_月_30_日".replace('_', '\u2060'), unbroken("发生于2026年11月30日", tight = true))

    @Test
    fun `large, an address that is too long for a line ends it after a dot`() =
        assertEquals(
            listOf("credit.yangqiao.", "example"),
            lines(Language.ENGLISH, "credit.yangqiao.example", 300, percent = 200),
        )

    @Test
    fun `versions, times and addresses of numbers have no seams`() {
        for (text in listOf("rusqlite 0.41.0", "12:41", "127.0.0.1:45715", "e.g. this")) assertEquals(text, partedAddresses(unbroken(text)))
    }

    @Test
    fun `what is read aloud ends once, as its script ends a sentence`() {
        assertEquals("签名有效。没有停顿。", spoken(listOf("签名有效", "", "没有停顿。")))
        assertEquals("Signed. Adds up. Checked today.", spoken(listOf("Signed", "Adds up", "Checked today.")))
    }
}

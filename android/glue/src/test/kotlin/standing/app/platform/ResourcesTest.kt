package standing.app.platform

import java.io.File
import javax.xml.parsers.DocumentBuilderFactory
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.w3c.dom.Element

/** What the system draws with, before and beside the app. */
class ResourcesTest {
    private val app = File(System.getProperty("standing.app"))

    private fun values(path: String): Map<String, String> {
        val root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(File(app, path)).documentElement
        return (0 until root.childNodes.length).map { root.childNodes.item(it) }.filterIsInstance<Element>()
            .associate { it.tagName + " " + it.getAttribute("name") to it.textContent }
    }

    private fun strings(folder: String) = values("src/generated/res/$folder/strings.xml")

    private fun Map<String, String>.blanks() = mapValues { (_, text) -> Regex("%[0-9]+\\$[ds]").findAll(text).map { it.value }.toSet() }

    @Test
    fun `both languages have the same texts with the same blanks`() {
        val english = strings("values")
        assertTrue(english.size > 200)
        assertEquals(english.blanks(), strings("values-b+zh+Hans").blanks())
    }

    @Test
    fun `every Chinese text is Chinese, but for names that stay as they are`() {
        val english = strings("values")
        val same = strings("values-b+zh+Hans").filter { (name, text) -> text == english[name] && UNIT.replace(text, "").any(Char::isLetter) }
        assertEquals(setOf("string setting_language_english", "string setting_language_chinese"), same.keys)
    }

    @Test
    fun `the system's colours are the app's own`() {
        val tokens = File(app, "src/main/kotlin/standing/app/design/Tokens.kt").readText()
        for ((folder, set) in listOf("values" to "LightTokens", "values-night" to "DarkTokens")) {
            val own = tokens.substringAfter("val $set").substringBefore("\n    )")
            val colours = values("src/main/res/$folder/colors.xml").filterKeys { !it.startsWith("color icon") }
            assertTrue(colours.isNotEmpty())
            for ((name, colour) in colours) {
                val token = name.removePrefix("color ").replace(Regex("_(.)")) { it.groupValues[1].uppercase() }
                assertEquals("$set.$token", "$token = Color(0x${colour.drop(1)}),", Regex("\\b$token = .*").find(own)?.value)
            }
        }
    }

    @Test
    fun `by night every colour is there that is there by day`() {
        val day = values("src/main/res/values/colors.xml").keys.filterNot { it.startsWith("color icon") }
        assertEquals(day.toSet(), values("src/main/res/values-night/colors.xml").keys)
    }

    private companion object {
        val UNIT = Regex("%[0-9]+\\$[ds]|MB")
    }
}

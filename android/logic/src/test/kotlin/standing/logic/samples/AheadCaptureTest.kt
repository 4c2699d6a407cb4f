package standing.logic.samples

import java.io.File
import java.time.Duration
import java.time.Instant
import java.time.temporal.ChronoUnit
import kotlinx.serialization.json.Json
import org.junit.Test
import standing.core.App
import standing.core.ToldTarget

/** Renews the samples of how the score came about and what comes next, as [CaptureTest] does the others. */
class AheadCaptureTest {
    private val root: String = System.getProperty("standing.capture")
    private val json = Json { prettyPrint = true }

    @Test
    fun `the samples of what was and what comes next are what the core says of the sandbox`() {
        for (language in listOf("en", "zh-Hans")) {
            val earlier = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS).toString()
            Sandbox("--now", earlier).use { sandbox -> Phone(language).use { day(language, it, sandbox) } }
        }
    }

    private fun day(language: String, phone: Phone, sandbox: Sandbox) {
        val village = phone.join(sandbox)
        keep(language, "forecast-first", phone.app.forecast(village))
        keep(language, "story-first", phone.app.story(village))
        val city = phone.join(sandbox, sandbox.issuers[1])
        phone.sync()
        keep(language, "forecast", phone.app.forecast(village))
        keep(language, "forecast-city", phone.app.forecast(city))
        story(language, phone.app, village)
        keep(language, "story-city", phone.app.story(city))
        sandbox.control("mischief", """{"mischief": "forked_history"}""")
        phone.sync()
        keep(language, "story-fork", phone.app.story(village))
    }

    private fun story(language: String, app: App, village: String) {
        val story = app.story(village)
        keep(language, "story", story)
        val versions = story.rulebooks.map { it.version }
        keep(language, "compared", app.compareStatements(village, story.rows.last().seq, story.rows.first().seq))
        keep(language, "rulebooks", app.compareRulebooks(village, versions[versions.lastIndex - 1], versions.last()))
        val entry = app.home(village).changes.firstNotNullOf { it.entry }
        keep(language, "told", app.told(village, ToldTarget.Entry(entry)))
        keep(language, "told-stars", app.told(village, ToldTarget.Stars(app.home(village).stars.first().category)))
    }

    private fun keep(language: String, name: String, view: Any) =
        File(root, "$language/$name.json").writeText(json.encodeToString(ViewJson.write(view)) + "\n")
}

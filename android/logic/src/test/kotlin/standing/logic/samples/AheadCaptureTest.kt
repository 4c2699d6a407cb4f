package standing.logic.samples

import java.io.File
import java.time.Duration
import java.time.Instant
import java.time.temporal.ChronoUnit
import kotlinx.serialization.json.Json
import org.junit.Test

/** Renews the samples of what comes next, as [CaptureTest] does the others. */
class AheadCaptureTest {
    private val root: String = System.getProperty("standing.capture")
    private val json = Json { prettyPrint = true }

    @Test
    fun `the samples of what comes next are what the core says of the sandbox`() {
        for (language in listOf("en", "zh-Hans")) {
            val earlier = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS).toString()
            Sandbox("--now", earlier).use { sandbox -> Phone(language).use { day(language, it, sandbox) } }
        }
    }

    private fun day(language: String, phone: Phone, sandbox: Sandbox) {
        val village = phone.join(sandbox)
        keep(language, "forecast-first", phone.app.forecast(village))
        val city = phone.join(sandbox, sandbox.issuers[1])
        phone.sync()
        keep(language, "forecast", phone.app.forecast(village))
        keep(language, "forecast-city", phone.app.forecast(city))
    }

    private fun keep(language: String, name: String, view: Any) =
        File(root, "$language/$name.json").writeText(json.encodeToString(ViewJson.write(view)) + "\n")
}

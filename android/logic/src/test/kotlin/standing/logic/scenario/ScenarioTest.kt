package standing.logic.scenario

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.logic.samples.Phone
import standing.logic.samples.Sandbox
import standing.logic.samples.text

/** The shared scenario through the presenters, the real core and the real sandbox on real HTTP. */
class ScenarioTest {
    private val parts = listOf(StatementPart, CorePart)

    @Test
    fun `a day with two authorities goes as it says`() = onStage("scenario.json") { scenario, stage -> scenario.run(stage, parts) }

    /** A fact that does not exist, and the first failure that the scenario expects, taken for a success. */
    @Test
    fun `what goes otherwise is named by its step`() =
        onStage("scenario.json") { scenario, stage ->
            val unknown = scenario.steps[0] + ("expect" to Json.parseToJsonElement("""{ "nowhere": 1 }"""))
            val failing = scenario.steps.indexOfFirst { "fails" in it }
            val unexpected = scenario.steps[failing] - "fails"
            val surprises = listOf(listOf(JsonObject(unknown)), scenario.steps.take(failing) + JsonObject(unexpected))
            for (steps in surprises) {
                val error = assertThrows(AssertionError::class.java) { scenario.run(stage, parts, steps) }
                assertTrue(error.message, error.message!!.startsWith(steps.last().text("step")))
            }
        }
}

/** Sets the stage: a new phone, a new sandbox. */
fun onStage(name: String, play: (Scenario, Stage) -> Unit) {
    val scenario = Scenario(name)
    Sandbox().use { sandbox -> Phone(scenario.language).use { phone -> Stage(phone.app, sandbox).use { play(scenario, it) } } }
}

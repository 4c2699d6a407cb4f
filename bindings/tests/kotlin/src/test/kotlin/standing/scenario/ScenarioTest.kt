package standing.scenario

import java.io.File
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.RuleChain
import org.junit.runner.RunWith
import org.junit.runners.Parameterized
import standing.Phone
import standing.Sandbox
import standing.text

/** Each shared scenario, through the bindings, against the real sandbox on real HTTP. */
@RunWith(Parameterized::class)
class ScenarioTest(file: File) {
    private val sandbox = Sandbox()
    private val phone = Phone()
    private val scenario = Scenario(file)

    @get:Rule val both: RuleChain = RuleChain.outerRule(sandbox).around(phone)

    @Test
    fun `it goes as it says`() = scenario.run(Actions(phone.open(scenario.language), sandbox))

    /** A fact that does not exist, and the first failure that the scenario expects, taken for a success. */
    @Test
    fun `what goes otherwise is named by its step`() {
        val actions = Actions(phone.open(scenario.language), sandbox)
        val unknown = scenario.steps[0] + ("expect" to Json.parseToJsonElement("""{ "nowhere": 1 }"""))
        val failing = scenario.steps.indexOfFirst { "fails" in it }
        val unexpected = scenario.steps[failing] - "fails"
        val surprises = listOf(listOf(JsonObject(unknown)), scenario.steps.take(failing) + JsonObject(unexpected))
        for (steps in surprises) {
            val error = assertThrows(AssertionError::class.java) { scenario.run(actions, steps) }
            assertTrue(error.message, error.message!!.startsWith(steps.last().text("step")))
        }
    }

    companion object {
        @JvmStatic @Parameterized.Parameters fun files() = Scenario.files
    }
}

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

    /** The first failure that a scenario expects, taken for granted, and a fact that is another. */
    @Test
    fun `what goes otherwise is named by its step`() {
        val actions = Actions(phone.open(scenario.language), sandbox)
        val first = scenario.steps.indexOfFirst { "fails" in it }
        val before = scenario.steps.take(first)
        val unexpected = JsonObject(scenario.steps[first] - "fails")
        val unknown = JsonObject(before.last() + ("expect" to Json.parseToJsonElement("""{ "nowhere": 1 }""")))
        for (surprise in listOf(before + unexpected, before.dropLast(1) + unknown)) {
            val error = assertThrows(AssertionError::class.java) { scenario.run(actions, surprise) }
            assertTrue(error.message, error.message!!.startsWith(surprise.last().text("step")))
        }
    }

    companion object {
        @JvmStatic @Parameterized.Parameters(name = "{0}") fun files() = Scenario.files
    }
}

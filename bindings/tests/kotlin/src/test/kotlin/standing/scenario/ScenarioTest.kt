package standing.scenario

import java.io.File
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import org.junit.Assert.assertEquals
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.RuleChain
import standing.Phone
import standing.Sandbox
import standing.core.AppException
import standing.text

/**
 * The scenario that Rust runs, too, through the bindings against the real sandbox on real HTTP.
 * `fixtures/README.md` says how its file is read.
 */
class ScenarioTest {
    private val sandbox = Sandbox()
    private val phone = Phone()

    @get:Rule val both: RuleChain = RuleChain.outerRule(sandbox).around(phone)

    private val scenario = Json.parseToJsonElement(File(System.getProperty("standing.scenario")).readText()).jsonObject
    private val steps = scenario.getValue("steps").jsonArray.map { it.jsonObject }

    @Test
    fun `the shared scenario goes as it says`() {
        assertEquals("1", scenario.text("v"))
        run(steps)
    }

    @Test
    fun `a scenario that expects something else fails at that step`() {
        val (link, garbage) = steps[1] to steps.first { "fails" in it }
        val wrong = Json.parseToJsonElement("""{ "leads_to": "register" }""")
        val unknown = Json.parseToJsonElement("""{ "leads_to_nowhere": 1 }""")
        for (surprise in listOf(link + ("expect" to wrong), link + ("expect" to unknown), garbage - "fails")) {
            val error = assertThrows(AssertionError::class.java) { run(listOf(steps[0], JsonObject(surprise))) }
            assertTrue(error.message, error.message!!.startsWith((surprise.getValue("step") as JsonPrimitive).content))
        }
    }

    private fun run(steps: List<JsonObject>) {
        val actions = Actions(phone.reopen(scenario.text("language")), sandbox)
        val kept = mutableMapOf<String, JsonElement>()
        for (step in steps) {
            val name = step.text("step")
            val with = step["with"]?.jsonObject.orEmpty().mapValues { (_, value) -> filled(value, kept) }
            val done = outcome { actions.act(step.text("do"), with) }
            if ("fails" in step) {
                assertEquals(name, step["fails"], done.exceptionOrNull()?.let { refusal(it as AppException) })
                continue
            }
            val facts = done.getOrElse { throw AssertionError("$name: $it", it) }
            difference("", step["expect"] ?: JsonNull, facts)?.let { throw AssertionError("$name: $it") }
            for ((key, place) in step["keep"]?.jsonObject.orEmpty()) {
                kept[key] = found(facts, (place as JsonPrimitive).content) ?: throw AssertionError("$name: no $place")
            }
        }
    }

    /** Only what a use case declares is an outcome; everything else is a defect. */
    private fun outcome(act: () -> JsonElement): Result<JsonElement> = try {
        Result.success(act())
    } catch (error: AppException) {
        Result.failure(error)
    }

    /** A text that begins with `$` stands for what was kept under that name. */
    private fun filled(value: JsonElement, kept: Map<String, JsonElement>): JsonElement {
        val text = (value as? JsonPrimitive)?.takeIf { it.isString }?.content
        return if (text?.startsWith('$') == true) kept.getValue(text.drop(1)) else value
    }

    /** What stands at a JSON pointer (RFC 6901); no name here holds a `/` or `~`. */
    private fun found(facts: JsonElement, pointer: String): JsonElement? =
        pointer.split('/').drop(1).fold(facts as JsonElement?) { at, name ->
            when (at) {
                is JsonObject -> at[name]
                is JsonArray -> at.getOrNull(name.toInt())
                else -> null
            }
        }

    /** The first fact that is not as expected: members that are not named may be anything. */
    private fun difference(at: String, expected: JsonElement, found: JsonElement): String? = when {
        expected is JsonNull && at.isEmpty() -> null
        expected is JsonObject && found is JsonObject -> expected.firstNotNullOfOrNull { (name, value) ->
            val fact = found[name]
            if (fact == null) "$at/$name is not a fact of this action" else difference("$at/$name", value, fact)
        }
        expected == found -> null
        else -> "$at is $found, expected $expected"
    }
}

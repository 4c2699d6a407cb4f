package standing.logic.scenario

import java.io.File
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long
import org.junit.Assert.assertEquals
import standing.logic.samples.text
import standing.scenario.difference
import standing.scenario.facts
import standing.scenario.filled
import standing.scenario.found

/** A scenario that Rust runs, too; here a person's hands do it, screen by screen. `fixtures/README.md` says how its file is read. */
class Scenario(name: String) {
    private val content = Json.parseToJsonElement(File(System.getProperty("standing.scenarios"), name).readText()).jsonObject
    val language = content.text("language")
    val steps = content.getValue("steps").jsonArray.map { it.jsonObject }

    init {
        assertEquals("1", content.text("v"))
    }

    /** Runs steps in order; the first that does not go as it says fails by its name. */
    fun run(stage: Stage, parts: List<Part>, steps: List<JsonObject> = this.steps) {
        val kept = mutableMapOf<String, JsonElement>()
        for (step in steps) {
            val name = step.text("step")
            val action = step.text("do")
            val with = With(step["with"]?.jsonObject.orEmpty().mapValues { (_, value) -> filled(value, kept) })
            val outcome =
                parts.firstNotNullOfOrNull { it.act(stage, action, with) } ?: throw AssertionError("$name: no screen does $action")
            val facts = told(name, step, outcome) ?: continue
            difference("", step["expect"] ?: JsonNull, facts)?.let { throw AssertionError("$name: $it") }
            for ((key, place) in step["keep"]?.jsonObject.orEmpty()) {
                kept[key] = found(facts, (place as JsonPrimitive).content) ?: throw AssertionError("$name: no $place")
            }
        }
    }

    /** The facts; null if the step expected the problem that the screen shows. A screen shows its code, not its kind. */
    private fun told(name: String, step: JsonObject, outcome: Outcome): JsonElement? {
        val fails = step["fails"]?.jsonObject?.text("code")
        return when (outcome) {
            is Outcome.Problem -> null.also { assertEquals(name, fails, outcome.code) }
            is Outcome.Done -> outcome.facts.also { if (fails != null) throw AssertionError("$name: it did not fail with $fails") }
        }
    }
}

/** What a step came to. */
sealed interface Outcome {
    /** Facts of what the screen shows: what is typed in it, never its sentences. */
    data class Done(val facts: JsonElement) : Outcome

    /** The screen shows a problem. */
    data class Problem(val code: String) : Outcome
}

/** The actions of one feature's screens. */
fun interface Part {
    /** Does it on the screens; null if the action is another feature's. */
    fun act(stage: Stage, action: String, with: With): Outcome?
}

/** The arguments of a step. */
class With(private val all: Map<String, JsonElement>) {
    operator fun contains(name: String) = name in all

    fun json(name: String): JsonElement? = all[name]

    fun text(name: String) = all.getValue(name).jsonPrimitive.content

    fun texts(name: String) = all.getValue(name).jsonArray.map { it.jsonPrimitive.content }

    fun yes(name: String) = all.getValue(name).jsonPrimitive.boolean

    fun number(name: String) = all.getValue(name).jsonPrimitive.int

    fun item() = all.getValue("item").jsonPrimitive.long
}

/** Facts by name; a null is a fact. */
fun done(vararg facts: Pair<String, Any?>): Outcome = Outcome.Done(facts(*facts))

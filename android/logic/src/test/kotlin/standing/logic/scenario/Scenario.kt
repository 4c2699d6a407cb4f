package standing.logic.scenario

import java.io.File
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
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
    private fun difference(at: String, expected: JsonElement, found: JsonElement): String? =
        when {
            expected is JsonNull && at.isEmpty() -> null
            expected is JsonObject && found is JsonObject ->
                expected.firstNotNullOfOrNull { (name, value) ->
                    val fact = found[name]
                    if (fact == null) "$at/$name is not a fact of this action" else difference("$at/$name", value, fact)
                }
            expected == found -> null
            else -> "$at is $found, expected $expected"
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

    fun yes(name: String) = all.getValue(name).jsonPrimitive.boolean

    fun number(name: String) = all.getValue(name).jsonPrimitive.int

    fun item() = all.getValue("item").jsonPrimitive.long
}

/** Facts by name; a null is a fact. */
fun done(vararg facts: Pair<String, Any?>): Outcome = Outcome.Done(JsonObject(facts.associate { (name, value) -> name to fact(value) }))

private fun fact(value: Any?): JsonElement =
    when (value) {
        null -> JsonNull
        is JsonElement -> value
        is String -> JsonPrimitive(value)
        is Boolean -> JsonPrimitive(value)
        is Int -> JsonPrimitive(value)
        is Long -> JsonPrimitive(value)
        is UInt -> JsonPrimitive(value.toLong())
        is UByte -> JsonPrimitive(value.toInt())
        is Enum<*> -> JsonPrimitive(value.name.lowercase())
        is List<*> -> JsonArray(value.map(::fact))
        is Map<*, *> -> JsonObject(value.entries.associate { (name, one) -> name as String to fact(one) })
        else -> throw AssertionError("no fact: ${value.javaClass}")
    }

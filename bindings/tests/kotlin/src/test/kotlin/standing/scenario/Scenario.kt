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
import standing.core.AppException
import standing.text

/** A scenario that Rust runs, too. `fixtures/README.md` says how its file is read. */
class Scenario(file: File) {
    private val content = Json.parseToJsonElement(file.readText()).jsonObject
    val language = content.text("language")
    val steps = content.getValue("steps").jsonArray.map { it.jsonObject }

    init {
        assertEquals("1", content.text("v"))
    }

    /** Runs steps in order; the first that does not go as it says fails by its name. */
    fun run(actions: Actions, steps: List<JsonObject> = this.steps) {
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

    companion object {
        /** All scenarios: every one runs in every language of the project. */
        val files: List<File> = File(System.getProperty("standing.scenarios"))
            .listFiles { file -> file.name.startsWith("scenario") && file.extension == "json" }.orEmpty().sorted()
    }
}

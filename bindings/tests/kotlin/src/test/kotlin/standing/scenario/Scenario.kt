package standing.scenario

import java.io.File
import kotlinx.serialization.json.Json
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

    companion object {
        /** All scenarios: every one runs in every language of the project. */
        val files: List<File> = File(System.getProperty("standing.scenarios"))
            .listFiles { file -> file.name.startsWith("scenario") && file.extension == "json" }.orEmpty().sorted()
    }
}

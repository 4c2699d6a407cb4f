package standing.scenario

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

// How a step of a scenario is read: for the tests of the bindings and for those of the app's screens.

/** A text that begins with `$` stands for what was kept under that name. */
fun filled(value: JsonElement, kept: Map<String, JsonElement>): JsonElement {
    val text = (value as? JsonPrimitive)?.takeIf { it.isString }?.content
    return if (text?.startsWith('$') == true) kept.getValue(text.drop(1)) else value
}

/** What stands at a JSON pointer (RFC 6901); no name here holds a `/` or `~`. */
fun found(facts: JsonElement, pointer: String): JsonElement? =
    pointer.split('/').drop(1).fold(facts as JsonElement?) { at, name ->
        when (at) {
            is JsonObject -> at[name]
            is JsonArray -> at.getOrNull(name.toInt())
            else -> null
        }
    }

/** The first fact that is not as expected: members that are not named may be anything. */
fun difference(at: String, expected: JsonElement, found: JsonElement): String? = when {
    expected is JsonNull && at.isEmpty() -> null
    expected is JsonObject && found is JsonObject -> expected.firstNotNullOfOrNull { (name, value) ->
        val fact = found[name]
        if (fact == null) "$at/$name is not a fact of this action" else difference("$at/$name", value, fact)
    }
    expected == found -> null
    else -> "$at is $found, expected $expected"
}

package standing.scenario

import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonPrimitive
import standing.Sandbox
import standing.core.App
import standing.core.AppException

/** What a step of the scenario can ask of a phone and of the sandbox. */
class Actions(private val app: App, private val sandbox: Sandbox) {
    /** Does it; the facts of what came of it. */
    fun act(action: String, with: Map<String, JsonElement>): JsonElement {
        fun text(name: String) = with.getValue(name).jsonPrimitive.content
        fun yes(name: String) = with.getValue(name).jsonPrimitive.boolean
        fun number(name: String) = with.getValue(name).jsonPrimitive.int.toUInt()
        return when (action) {
            "control" -> sandbox.control(text("what"), with["body"]?.toString().orEmpty())
            "read_link" -> app.readLink(text("link")).facts()
            "join" -> runBlocking { app.join(text("link"), text("code")) }.facts()
            "confirm" -> nothing { app.confirm(text("membership"), yes("mine")) }
            "memberships" -> app.memberships().facts()
            "sync" -> runBlocking { app.sync().wait() }.facts()
            "home" -> app.home(text("membership")).facts()
            "statements" -> app.statements(text("membership")).facts()
            "statement" -> app.statement(text("membership"), number("seq")).facts()
            "entry" -> app.entry(text("membership"), number("seq"), text("entry")).facts()
            "perks" -> app.perks(text("membership")).facts()
            "rulebook" -> app.rulebook(text("membership")).facts()
            "add_register" -> nothing { runBlocking { app.addRegister(text("link")) } }
            "search" -> app.search(text("text")).facts()
            "business" -> app.business(text("uscc")).facts()
            "scan" -> app.scan(text("text")).facts()
            "erase" -> nothing(app::erase)
            else -> throw AssertionError("no action $action")
        }
    }

    private fun nothing(act: () -> Unit): JsonElement {
        act()
        return JsonObject(emptyMap())
    }
}

/** The kind and the code of an error, as the scenario writes them. */
fun refusal(error: AppException): JsonElement = facts(
    "kind" to snake(error.javaClass.simpleName),
    "code" to error.problem().code,
)

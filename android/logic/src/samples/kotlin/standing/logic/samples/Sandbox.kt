package standing.logic.samples

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.util.concurrent.TimeUnit.SECONDS
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** The sandbox authority and the register, as `standing serve` runs them; they end when it is closed. */
class Sandbox(vararg options: String) : AutoCloseable {
    private val process: Process
    private val facts: JsonObject
    private val http = HttpClient.newHttpClient()

    init {
        val command = listOf(System.getProperty("standing.bin"), "serve", "--json", *options)
        process = ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start()
        val line = process.inputReader().readLine() ?: error("`standing serve --json` said nothing")
        facts = Json.parseToJsonElement(line).jsonObject
    }

    /** The link to the first authority. */
    val link get() = facts.text("link")

    /** The link to the register. */
    val register get() = facts.text("register")

    /** Host and port of all that is served. */
    val address get() = facts.text("address").removePrefix("http://")

    /** The authorities, the village first. */
    val issuers get() = facts.getValue("authorities").jsonArray.map { it.jsonObject.text("iss") }

    /** The link to one of them. */
    fun link(iss: String): String =
        facts.getValue("authorities").jsonArray.map { it.jsonObject }.single { it.text("iss") == iss }.text("link")

    /** A new one-time code for the resident of an authority. */
    fun code(iss: String = issuers.first()): String = control("code", """{"iss": "$iss"}""").jsonObject.text("code")

    /** Does something to the sandbox: `network`, `mischief`, `reset`, `decide`, `publish`. */
    fun control(what: String, body: String = ""): JsonElement {
        val uri = URI("${facts.text("control")}/control/$what")
        val request = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(body)).build()
        val answer = http.send(request, HttpResponse.BodyHandlers.ofString())
        check(answer.statusCode() == 200) { "$what: ${answer.body()}" }
        return Json.parseToJsonElement(answer.body())
    }

    /** The network comes or goes. */
    fun network(on: Boolean) {
        control("network", """{"on": $on}""")
    }

    /** It runs until its standard input closes. */
    override fun close() {
        process.outputWriter().close()
        if (!process.waitFor(10, SECONDS)) process.destroyForcibly()
    }
}

/** The text of a field that must be there. */
fun JsonObject.text(name: String): String = getValue(name).jsonPrimitive.content

package standing

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
import org.junit.rules.ExternalResource

/** The sandbox authority and the register, as `standing serve` runs them, for one test class. */
class Sandbox : ExternalResource() {
    private lateinit var process: Process
    private lateinit var facts: JsonObject
    private val http = HttpClient.newHttpClient()

    /** The link to the first authority, and to the register. */
    val link get() = facts.text("link")
    val register get() = facts.text("register")

    /** Host and port of all that is served. */
    val address get() = facts.text("address").removePrefix("http://")

    override fun before() {
        val command = listOf(System.getProperty("standing.bin"), "serve", "--json")
        process = ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start()
        val line = process.inputReader().readLine() ?: error("`standing serve --json` said nothing")
        facts = Json.parseToJsonElement(line).jsonObject
    }

    /** It runs until its standard input closes. */
    override fun after() {
        process.outputWriter().close()
        if (!process.waitFor(10, SECONDS)) process.destroyForcibly()
    }

    /** A new one-time code for the resident of an authority, the first one if none is named. */
    fun code(iss: String = issuers.first()): String = control("code", """{"iss": "$iss"}""").jsonObject.text("code")

    val issuers get() = facts.getValue("authorities").jsonArray.map { it.jsonObject.text("iss") }

    /** Does something to the sandbox: `network`, `mischief`, `reset`, `decide`, `publish`. */
    fun control(what: String, body: String = ""): JsonElement {
        val uri = URI("${facts.text("control")}/control/$what")
        val request = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(body)).build()
        val answer = http.send(request, HttpResponse.BodyHandlers.ofString())
        check(answer.statusCode() == 200) { "$what: ${answer.body()}" }
        return Json.parseToJsonElement(answer.body())
    }

    /** No mischief, and the network there. */
    fun calm() {
        control("reset")
    }

    /** Does something while the network is away. */
    fun <T> offline(act: () -> T): T {
        control("network", """{"on": false}""")
        return try {
            act()
        } finally {
            control("network", """{"on": true}""")
        }
    }
}

/** The text of a field that must be there. */
fun JsonObject.text(name: String): String = getValue(name).jsonPrimitive.content

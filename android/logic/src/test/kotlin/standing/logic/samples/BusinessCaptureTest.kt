package standing.logic.samples

import java.io.File
import java.time.Duration
import java.time.Instant
import java.time.temporal.ChronoUnit
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import org.junit.Test
import standing.core.App
import standing.core.Fetch
import standing.core.Stopper

/** Renews the samples of businesses: `-Dtest=BusinessCaptureTest -Dstanding.capture=android/logic/src/samples/resources/standing/samples`. */
class BusinessCaptureTest {
    private val root: String = System.getProperty("standing.capture")
    private val json = Json { prettyPrint = true }

    @Test
    fun `the samples of businesses are what the core says of the sandbox's register`() {
        for (language in listOf("en", "zh-Hans")) {
            val keep = { name: String, view: Any -> keep(language, name, view) }
            val then = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS).toString()
            Sandbox("--now", then).use { sandbox -> Phone(language).use { fresh(it.app, sandbox, keep) } }
        }
    }

    private fun fresh(app: App, sandbox: Sandbox, keep: (String, Any) -> Unit) {
        keep("registers-none", app.registers())
        keep("recent-none", app.recent())
        keep("link-register", app.readLink(sandbox.register))
        keep("link-authority", app.readLink(sandbox.link))
        keep("register-added", runBlocking { app.addRegister(sandbox.register, true, Fetch.ALL, Stopper()) })
        keep("registers", app.registers())
        val searches = mapOf("nothing" to "", "tea" to "西湖茶业", "lake" to "西湖", "near" to "茶 西湖", "none" to "不存在的名称")
        for ((name, text) in searches) keep("search-$name", app.search(text))
        for ((name, text) in mapOf("red" to "云竹坞", "black" to "恒岳", "unlisted" to "桂雨食品")) {
            keep("business-$name", app.opened(app.search(text).rows.first().uscc))
        }
        keep("business-tea", app.opened(TEA))
        keep("business-stranger", app.business("91110000600037341L"))
        keep("recent", app.recent())
        keep("watched-none", app.watched())
        keep("answers-none", app.answers())
        keep("compare-one", app.compare(listOf(TEA)))
        keep("compare", app.compare(listOf(TEA, app.search("桂雨食品").rows.first().uscc)))
        for (name in listOf("西湖茶业", "桂雨食品")) app.watch(app.search(name).rows.first().uscc)
        for (name in listOf("西湖茶业", "桂雨食品")) runBlocking { app.saveAnswer(app.search(name).rows.first().uscc) }
        keep("watched", app.watched())
        keep("answers", app.answers())
        keep("scan-product", app.scan("6922255451427"))
        keep("scan-unknown", app.scan("036000291452"))
        keep("scan-business", app.scan(TEA))
        keep("scan-link", app.scan(sandbox.register))
    }

    private fun App.opened(uscc: String) = business(uscc).also { noteLookup(uscc) }

    private fun keep(language: String, name: String, view: Any) {
        val file = File(root, "$language/$name.json")
        file.parentFile.mkdirs()
        file.writeText(json.encodeToString(ViewJson.write(view)) + "\n")
    }

    private companion object {
        const val TEA = "91330106MA2CFLDG4R"
    }
}

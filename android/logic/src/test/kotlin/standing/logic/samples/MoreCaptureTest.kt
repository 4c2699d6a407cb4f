package standing.logic.samples

import java.io.File
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import org.junit.Test
import standing.core.Fetch
import standing.core.Stopper

/** Renews the samples of joining and of More, as [CaptureTest] does the others. */
class MoreCaptureTest {
    private val root: String = System.getProperty("standing.capture")
    private val json = Json { prettyPrint = true }

    @Test
    fun `the samples of joining and of More are what the core says of the sandbox`() {
        for (language in listOf("en", "zh-Hans")) {
            Sandbox().use { sandbox ->
                // The sandbox listens on this machine; a letter would name the village.
                val host = Regex("127\\.0\\.0\\.1:\\d+")
                val keep = { name: String, view: Any -> keep(language, name, view, host) }
                Phone(language).use { day(it, sandbox, keep) }
            }
        }
    }

    private fun day(phone: Phone, sandbox: Sandbox, keep: (String, Any) -> Unit) {
        val app = phone.app
        keep("network-none", app.networkAccesses())
        keep("help", app.help())
        keep("sample", app.sample())
        keep("link", app.readLink(sandbox.link))
        keep("preview", runBlocking { app.authorityPreview(sandbox.link, Stopper()) })
        val joining = runBlocking { app.join(sandbox.link, sandbox.code(), Stopper()) }
        keep("joining", joining)
        app.confirm(joining.membership, true)
        phone.join(sandbox, sandbox.issuers[1])
        keep("freshness-first", app.freshness())
        runBlocking { app.addRegister(sandbox.register, true, Fetch.ALL, Stopper()) }
        phone.sync()
        keep("freshness", app.freshness())
        keep("network", app.networkAccesses())
    }

    private fun keep(language: String, name: String, view: Any, host: Regex) {
        val text = json.encodeToString(ViewJson.write(view)).replace(host, "credit.yangqiao.example")
        File(root, "$language/$name.json").writeText(text + "\n")
    }
}

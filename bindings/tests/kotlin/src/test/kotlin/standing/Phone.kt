package standing

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap
import org.junit.rules.ExternalResource
import standing.core.App
import standing.core.SecretStore

/** A phone that is thrown away after the test: a folder and a key store. */
class Phone : ExternalResource() {
    lateinit var folder: Path
        private set
    val secrets = Secrets()
    private val open = mutableListOf<App>()

    override fun before() {
        folder = Files.createTempDirectory("standing-kotlin")
    }

    override fun after() {
        open.forEach(App::close)
        folder.toFile().deleteRecursively()
    }

    /** Opens the app as it is opened after a restart. */
    fun open(locale: String = "en-GB", secrets: SecretStore = this.secrets): App =
        App.open(folder.toString(), locale, secrets).also(open::add)

    /** Closes the app and opens it again. */
    fun reopen(locale: String = "en-GB"): App {
        open.forEach(App::close)
        return open(locale)
    }
}

/** A key store in memory. */
class Secrets : SecretStore {
    val kept = ConcurrentHashMap<String, ByteArray>()

    override fun load(name: String): ByteArray? = kept[name]?.copyOf()

    override fun store(name: String, bytes: ByteArray) {
        kept[name] = bytes.copyOf()
    }

    override fun erase(name: String) {
        kept.remove(name)
    }
}

package standing.logic.samples

import java.nio.file.Files
import java.util.concurrent.ConcurrentHashMap
import kotlinx.coroutines.runBlocking
import standing.core.App
import standing.core.NetworkKind
import standing.core.SecretStore
import standing.core.Stopper

/** A phone that is thrown away when it is closed: a folder, a key store, and the real core on them. */
class Phone(private val language: String = "en") : AutoCloseable {
    private val folder = Files.createTempDirectory("standing-phone")
    private val secrets = Secrets()

    /** The core, as it was opened last. */
    var app: App = App.open(folder.toString(), language, secrets)
        private set

    /** Opens it again as after the end of the process. */
    fun reopen(language: String = this.language): App {
        app.close()
        app = App.open(folder.toString(), language, secrets)
        return app
    }

    /** Joins an authority of the sandbox and says yes; the membership. */
    fun join(sandbox: Sandbox, iss: String = sandbox.issuers.first(), code: String = sandbox.code(iss)): String {
        val joined = runBlocking { app.join(sandbox.link(iss), code, Stopper()) }
        app.confirm(joined.membership, true)
        return joined.membership
    }

    /** Asks everybody and waits for the end. */
    fun sync() = runBlocking { app.sync(NetworkKind.UNMETERED).wait() }

    override fun close() {
        app.close()
        folder.toFile().deleteRecursively()
    }
}

/** A key store in memory. */
class Secrets : SecretStore {
    private val kept = ConcurrentHashMap<String, ByteArray>()

    override fun load(name: String): ByteArray? = kept[name]?.copyOf()

    override fun store(name: String, bytes: ByteArray) {
        kept[name] = bytes.copyOf()
    }

    override fun erase(name: String) {
        kept.remove(name)
    }
}

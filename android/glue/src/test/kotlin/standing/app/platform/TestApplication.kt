package standing.app.platform

import standing.app.platform.keys.KeystoreSecrets
import standing.app.platform.sync.BackgroundSync
import standing.core.AppInterface
import standing.logic.samples.FakeCore

/** The app's process, with a core that answers as the test says. */
class TestApplication : StandingApplication() {
    val core = FakeCore()

    /** What opening gives; the core, unless a test says otherwise. */
    var opens: () -> AppInterface = { core }

    /** The sync for the phone's own turn, where a test brings its own. */
    var sync: BackgroundSync? = null

    val secrets by lazy { KeystoreSecrets(this) }

    var ended = false

    override fun end() {
        ended = true
    }

    override fun newOpening() = Opening(this, secrets) { _, _, _ -> opens() }

    override fun backgroundSync() = sync ?: super.backgroundSync()
}

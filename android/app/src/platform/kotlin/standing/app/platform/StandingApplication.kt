package standing.app.platform

import android.app.Application
import android.os.Process
import kotlinx.coroutines.Dispatchers
import standing.app.platform.sync.BackgroundSync

/** What lives as long as the process: the opened core, and the phone as the screens know it. */
open class StandingApplication : Application() {
    val opening: Opening by lazy { newOpening() }

    val phone: AndroidPlatform by lazy { AndroidPlatform(this) }

    protected open fun newOpening() = Opening(this)

    /** Little memory is left, or the app has left the screen: what can be had again is let go. */
    override fun onTrimMemory(level: Int) {
        super.onTrimMemory(level)
        if (!phone.isVisible) phone.speech.release()
    }

    /** Ends the process. */
    internal open fun end() = Process.killProcess(Process.myPid())

    /** A sync for the phone's own turn. */
    open fun backgroundSync() = BackgroundSync(
        core = { (opening.core() as? Opened.Ready)?.core },
        worker = Dispatchers.IO,
        network = phone::network,
        isWatched = { phone.isVisible },
        announce = { Notices.announce(this, it) },
    )
}

package standing.logic.samples

import kotlinx.coroutines.CompletableDeferred
import standing.core.NoHandle
import standing.core.SyncRun
import standing.core.SyncView

/** A sync that ends when the test says so. [before] looks at each call, as of the core. */
class FakeSync(private val before: (String) -> Unit = {}) : SyncRun(NoHandle) {
    private val end = CompletableDeferred<SyncView>()

    /** Whether it was asked to stop. */
    var stopped = false
        private set

    /** It ends with this. */
    fun end(view: SyncView) {
        end.complete(view)
    }

    /** It ends with a failure. */
    fun fail(reason: Throwable) {
        end.completeExceptionally(reason)
    }

    override fun stop() {
        before("stop")
        stopped = true
    }

    override suspend fun wait(): SyncView {
        before("wait")
        return end.await()
    }
}

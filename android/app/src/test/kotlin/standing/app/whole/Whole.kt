package standing.app.whole

import java.io.File
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.test.StandardTestDispatcher
import kotlinx.coroutines.test.TestCoroutineScheduler
import org.junit.Assert.assertTrue
import standing.app.Root
import standing.core.Language
import standing.logic.Place
import standing.logic.fake.FakePlatform
import standing.logic.samples.FakeSync

/**
 * The whole app over a core that answers everything. Its main thread and its workers go on only when the test says, and
 * pauses in typing pass at once. Whatever asks the core on the main thread fails.
 *
 * @param kept what [Root.saved] gave in the process before.
 */
class Whole(folder: File, kept: String? = null) : AutoCloseable {
    private val turns = TestCoroutineScheduler()
    private val work = TestCoroutineScheduler()
    private val scope = CoroutineScope(StandardTestDispatcher(turns) + SupervisorJob())
    private var working = false
    private val surprises = mutableListOf<String>()
    val phone = FakePlatform()
    val run = FakeSync(::looked)
    val core = answeringAll(run).also { it.before = ::looked }
    val root = Root(core, phone, { Language.ENGLISH }, scope, StandardTestDispatcher(work), folder, kept)

    private fun looked(call: String) {
        if (!working) surprises += call
    }

    /** The main thread goes on until it waits; the workers do not. */
    fun turn() = turns.advanceUntilIdle()

    /** Everything goes on until nothing is left to do. */
    fun settle() {
        repeat(ROUNDS) {
            turn()
            working = true
            work.advanceUntilIdle()
            working = false
        }
        assertTrue("asked on the main thread: $surprises", surprises.isEmpty())
    }

    /** Opens a place, as it is when all of it is there. */
    fun open(place: Place) {
        settle()
        root.go(place)
        settle()
    }

    override fun close() = scope.cancel()

    private companion object {
        /** More often than any screen goes to and fro between its threads. */
        const val ROUNDS = 12
    }
}

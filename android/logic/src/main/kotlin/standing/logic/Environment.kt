package standing.logic

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.StateFlow
import standing.core.AppInterface
import standing.core.Problem

/**
 * What every presenter works with.
 *
 * @property core the Rust core; called on [worker] only.
 * @property worker threads that may wait for the disk: never the main thread.
 * @property scope lives as long as the screen, on the main thread.
 * @property news counts up when what the core holds has changed, so that screens ask again.
 * @property unexpected what to say of an error that the core does not declare.
 */
class Environment(
    val core: AppInterface,
    val worker: CoroutineDispatcher,
    val scope: CoroutineScope,
    val news: StateFlow<Int>,
    val unexpected: () -> Problem,
)

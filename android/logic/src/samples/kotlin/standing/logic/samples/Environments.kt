package standing.logic.samples

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.MutableStateFlow
import standing.core.AppInterface
import standing.core.Problem
import standing.logic.Environment

/** Said of an error that the core does not declare. */
val SURPRISE = Problem("unexpected", "Something went wrong that should not.", "Nothing is lost.", "Try again.")

/** A environment whose work is done at once, on the thread that asks. */
fun environment(
    core: AppInterface,
    worker: CoroutineDispatcher = Dispatchers.Unconfined,
    scope: CoroutineScope = CoroutineScope(worker),
    news: MutableStateFlow<Int> = MutableStateFlow(0),
) = Environment(core, worker, scope, news) { SURPRISE }

package standing.logic

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import standing.core.Problem

/**
 * A file on its way to the place that the person chose.
 *
 * @property busy it is being written.
 * @property saving how saving went; null if it was not tried, or the person went back.
 * @property done what is in the file that was saved.
 * @property problem why the core could not write it.
 */
data class Writing(val busy: Boolean = false, val saving: SaveAnswer? = null, val done: String = "", val problem: Problem? = null)

/**
 * Lets the person choose where to; only then [write] has the core write a plain file at a private path, and says what is in
 * it. That file is removed again though the page was left meanwhile.
 */
suspend fun Platform.write(outlet: Outlet, name: String, mediaType: String, write: suspend (path: String) -> Load<String>): Writing {
    var written: Load<String> = Load.Loading
    val answer = withContext(NonCancellable) {
        giveWritten(outlet, name, mediaType) { path -> write(path).also { written = it } is Load.Ready }
    }
    val isSaved = answer == SaveAnswer.SAVED
    return Writing(
        saving = answer.takeIf { it != SaveAnswer.NONE },
        done = if (isSaved) written.view.orEmpty() else "",
        problem = written.problem,
    )
}

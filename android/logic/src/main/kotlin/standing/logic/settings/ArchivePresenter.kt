package standing.logic.settings

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import standing.core.ArchiveView
import standing.core.Problem
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.SaveAnswer
import standing.logic.view

/**
 * Everything that is the person's own as one file.
 *
 * @property load what would be in the file, and about how large it would be.
 * @property busy it is being written.
 * @property saving how saving went; null if it was not tried, or the person went back.
 * @property done what is in the file that was saved.
 * @property problem why the core could not write it.
 */
data class ArchiveState(
    val load: Load<ArchiveView> = Load.Loading,
    val busy: Boolean = false,
    val saving: SaveAnswer? = null,
    val done: String = "",
    val problem: Problem? = null,
)

enum class ArchiveAction { AGAIN, SAVE }

/** Nothing is written before the person has chosen where to. */
class ArchivePresenter(environment: Environment, private val phone: Platform) :
    Presenter<ArchiveState>(environment, ArchiveState()) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: ArchiveAction) =
        when (action) {
            ArchiveAction.AGAIN -> load()
            ArchiveAction.SAVE -> save()
        }

    private fun load() = latest("load", { archiveContents() }) { load -> change { it.copy(load = load) } }

    private fun save() {
        val contents = state.value.load.view ?: return
        once("save") {
            change { it.copy(busy = true, saving = null, done = "", problem = null) }
            var written: Load<ArchiveView> = Load.Loading
            // The plain file is removed again though the page was left meanwhile.
            val answer = withContext(NonCancellable) {
                phone.saveWritten(contents.fileName, "application/zip") { path ->
                    ask { exportAll(path) }.also { written = it } is Load.Ready
                }
            }
            val isSaved = answer == SaveAnswer.SAVED
            change {
                it.copy(
                    busy = false,
                    saving = answer.takeIf { it != SaveAnswer.NONE },
                    done = if (isSaved) written.view?.text.orEmpty() else "",
                    problem = (written as? Load.Failed)?.problem,
                )
            }
        }
    }
}

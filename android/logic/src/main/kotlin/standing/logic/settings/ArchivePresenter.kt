package standing.logic.settings

import standing.core.ArchiveView
import standing.core.MembershipId
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Outlet
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.Writing
import standing.logic.view
import standing.logic.write

/**
 * Everything that is one person's own as one file.
 *
 * @property load what would be in the file, and about how large it would be.
 * @property file how the file is written.
 */
data class ArchiveState(val load: Load<ArchiveView> = Load.Loading, val file: Writing = Writing())

enum class ArchiveAction { AGAIN, SAVE, SHARE }

/**
 * Nothing is written before the person has chosen where to.
 *
 * @param of a membership of the person whose file it is: nothing of the others on this phone is in it. Null for everybody's.
 */
class ArchivePresenter(environment: Environment, private val phone: Platform, private val of: MembershipId?) :
    Presenter<ArchiveState>(environment, ArchiveState()) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: ArchiveAction) =
        when (action) {
            ArchiveAction.AGAIN -> load()
            ArchiveAction.SAVE -> give(Outlet.PLACE)
            ArchiveAction.SHARE -> give(Outlet.APP)
        }

    private fun load() = latest("load", { archiveContents(of) }) { load -> change { it.copy(load = load) } }

    private fun give(outlet: Outlet) {
        val contents = state.value.load.view ?: return
        once("save") {
            change { it.copy(file = Writing(busy = true)) }
            val file = phone.write(outlet, contents.fileName, "application/zip") { path -> ask { exportAll(of, path).text } }
            change { it.copy(file = file) }
        }
    }
}

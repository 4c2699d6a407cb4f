package standing.logic.statement

import standing.core.ToldView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Outlet
import standing.logic.Place
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.Writing
import standing.logic.view
import standing.logic.write

/** When something happened, was recorded and reached the person; [file] is its case file. */
data class ToldState(val load: Load<ToldView> = Load.Loading, val file: Writing = Writing())

enum class ToldAction { AGAIN, SAVE_FILE, SHARE_FILE }

/** What is known of whether the person was told. Nothing is written before the person has chosen where to. */
class ToldPresenter(environment: Environment, private val place: Place.Told, private val phone: Platform) :
    Presenter<ToldState>(environment, ToldState()) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: ToldAction) =
        when (action) {
            ToldAction.AGAIN -> load()
            ToldAction.SAVE_FILE -> give(Outlet.PLACE)
            ToldAction.SHARE_FILE -> give(Outlet.APP)
        }

    private fun load() = latest("told", { told(place.membership, place.about.target) }) { load -> change { it.copy(load = load) } }

    private fun give(outlet: Outlet) {
        val contents = state.value.load.view?.caseFile ?: return
        once("save") {
            change { it.copy(file = Writing(busy = true)) }
            val file = phone.write(outlet, contents.fileName, "application/zip") { path ->
                ask { caseFile(place.membership, place.about.target, path).text }
            }
            change { it.copy(file = file) }
        }
    }
}

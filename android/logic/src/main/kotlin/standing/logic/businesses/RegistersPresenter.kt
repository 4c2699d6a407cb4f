package standing.logic.businesses

import standing.core.RegistersView
import standing.logic.Desk
import standing.logic.Load
import standing.logic.Presenter

/** The registers of businesses on this phone. */
data class RegistersState(val view: Load<RegistersView> = Load.Loading)

class RegistersPresenter(desk: Desk) : Presenter<RegistersState>(desk, RegistersState()) {
    init {
        load()
        onNews(::load)
    }

    /** Asks again after it failed. */
    fun tryAgain() {
        change { it.copy(view = Load.Loading) }
        load()
    }

    private fun load() = latest("load", { registers() }) { view -> change { it.copy(view = view) } }
}

package standing.logic.statement

import standing.core.RulebookComparisonView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Place
import standing.logic.Presenter

/** Two versions of the rulebook, [from] the one [to] the other. */
data class RulebooksState(val from: UInt, val to: UInt, val load: Load<RulebookComparisonView> = Load.Loading)

sealed interface RulebooksAction {
    data object Again : RulebooksAction

    data class Compare(val from: UInt, val to: UInt) : RulebooksAction
}

/** What became of each rule between two versions of the rulebook. */
class RulebooksPresenter(environment: Environment, private val place: Place.Rulebooks) :
    Presenter<RulebooksState>(environment, RulebooksState(place.from, place.to)) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: RulebooksAction) {
        when (action) {
            RulebooksAction.Again -> load()
            is RulebooksAction.Compare -> {
                change { it.copy(from = action.from, to = action.to) }
                load()
            }
        }
    }

    private fun load() {
        val (from, to) = state.value.run { from to to }
        latest("load", { compareRulebooks(place.membership, from, to) }) { load -> change { it.copy(load = load) } }
    }
}

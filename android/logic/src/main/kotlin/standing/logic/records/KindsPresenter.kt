package standing.logic.records

import standing.core.MembershipId
import standing.core.RecordKindsView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Presenter

/**
 * What can be recorded.
 *
 * @property againstShown whether the person asked for the rules that take points. They are never
 * suggested: until then only their heading is at the end.
 */
data class KindsState(val load: Load<RecordKindsView> = Load.Loading, val againstShown: Boolean = false)

sealed interface KindsAction {
    data object Again : KindsAction

    /** Opens or closes the rules that take points. */
    data object TurnAgainst : KindsAction
}

/** Choosing what to record. */
class KindsPresenter(environment: Environment, private val membership: MembershipId) : Presenter<KindsState>(environment, KindsState()) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: KindsAction) =
        when (action) {
            KindsAction.Again -> load()
            KindsAction.TurnAgainst -> change { it.copy(againstShown = !it.againstShown) }
        }

    private fun load() = latest("load", { recordKinds(membership) }) { load -> change { it.copy(load = load) } }
}

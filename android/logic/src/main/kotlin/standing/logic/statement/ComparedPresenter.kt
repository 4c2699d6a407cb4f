package standing.logic.statement

import standing.core.StatementComparisonView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Place
import standing.logic.Presenter
import standing.logic.view

/** One of two statements that are compared. */
enum class Side { EARLIER, LATER }

/**
 * Two statements compared.
 *
 * @property choosing the one in whose place another is chosen now; null if none is.
 */
data class ComparedState(
    val one: UInt,
    val other: UInt,
    val choosing: Side? = null,
    val load: Load<StatementComparisonView> = Load.Loading,
) {
    /** The number of the statement on this side. */
    fun chosen(side: Side): UInt = if (side == Side.EARLIER) minOf(one, other) else maxOf(one, other)
}

sealed interface ComparedAction {
    data object Again : ComparedAction

    /** Show the statements that can be in the place of this one. */
    data class Choose(val side: Side) : ComparedAction

    /** This one, in the place of the one that [Choose] named. */
    data class Take(val seq: UInt) : ComparedAction

    /** Leave both as they are. */
    data object Keep : ComparedAction
}

/** Any two statements, also those that do not follow each other. */
class ComparedPresenter(environment: Environment, private val place: Place.Compared) :
    Presenter<ComparedState>(environment, ComparedState(place.one, place.other)) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: ComparedAction) {
        when (action) {
            ComparedAction.Again -> load()
            is ComparedAction.Choose -> change { it.copy(choosing = action.side) }
            is ComparedAction.Take -> take(action.seq)
            ComparedAction.Keep -> change { it.copy(choosing = null) }
        }
    }

    private fun take(seq: UInt) {
        val now = state.value
        val side = now.choosing ?: return
        val stays = now.chosen(if (side == Side.EARLIER) Side.LATER else Side.EARLIER)
        change { it.copy(one = minOf(seq, stays), other = maxOf(seq, stays), choosing = null) }
        load()
    }

    private fun load() {
        val (one, other) = state.value.run { one to other }
        latest("load", { compareStatements(place.membership, one, other) }) { load -> change { it.copy(load = load) } }
    }
}

package standing.logic.cases

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import standing.core.ListingCaseView
import standing.core.Problem
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.problem
import standing.logic.remember
import standing.logic.view

/**
 * A letter about a listing, and what became of it.
 *
 * @property noCalendar this phone has no calendar to remember a day.
 * @property asking whether it waits for a yes to be erased.
 * @property erased it is gone, and so is its page.
 * @property problem why it was not erased.
 */
data class ListingCaseState(
    val load: Load<ListingCaseView> = Load.Loading,
    val noCalendar: Boolean = false,
    val asking: Boolean = false,
    val erased: Boolean = false,
    val problem: Problem? = null,
)

sealed interface ListingCaseAction {
    data object Again : ListingCaseAction

    /** Offers the next day to the calendar. */
    data object Remember : ListingCaseAction

    data object Erase : ListingCaseAction

    /** Yes, erase it; or no, keep it. */
    data class Answer(val yes: Boolean) : ListingCaseAction
}

class ListingCasePresenter(environment: Environment, private val id: Long, private val phone: Platform, private val changed: () -> Unit) :
    Presenter<ListingCaseState>(environment, ListingCaseState()) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: ListingCaseAction) =
        when (action) {
            ListingCaseAction.Again -> load()
            ListingCaseAction.Remember -> change { it.copy(noCalendar = it.load.view?.deadline?.let { day -> !phone.remember(day) } ?: false) }
            ListingCaseAction.Erase -> change { it.copy(asking = true) }
            is ListingCaseAction.Answer -> {
                change { it.copy(asking = false) }
                if (action.yes) once("erase") { erase() }
                Unit
            }
        }

    private fun load() = latest("load", { listingCase(id) }) { load -> change { if (it.erased) it else it.copy(load = load) } }

    /** Whoever leaves meanwhile has erased it all the same. */
    private suspend fun erase() =
        withContext(NonCancellable) {
            val gone = ask { eraseListingCase(id) }
            change { it.copy(erased = gone is Load.Ready, problem = gone.problem) }
            if (gone is Load.Ready) changed()
        }
}

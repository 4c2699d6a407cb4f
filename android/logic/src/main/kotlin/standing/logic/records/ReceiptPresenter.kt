package standing.logic.records

import standing.core.MembershipId
import standing.core.Problem
import standing.core.ReceiptView
import standing.core.ReceiptsView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Outlet
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.SaveAnswer
import standing.logic.remember
import standing.logic.view

/**
 * One receipt.
 *
 * @property saving how saving it as a file went; null if it was not tried.
 * @property noCalendar this phone has no calendar to remember a day.
 */
data class ReceiptState(
    val load: Load<ReceiptView> = Load.Loading,
    val problem: Problem? = null,
    val saving: SaveAnswer? = null,
    val noCalendar: Boolean = false,
)

sealed interface ReceiptAction {
    data object Again : ReceiptAction

    /** With the record that it is over: alone it proves little. */
    data object Export : ReceiptAction

    /** The same to another app. */
    data object Share : ReceiptAction

    /** Offers the day by which something is to happen to the calendar. */
    data object Remember : ReceiptAction
}

/** The newest receipt over a record. */
class ReceiptPresenter(
    environment: Environment,
    private val membership: MembershipId,
    private val item: Long,
    private val phone: Platform,
) : Presenter<ReceiptState>(environment, ReceiptState()) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: ReceiptAction) =
        when (action) {
            ReceiptAction.Again -> load()
            ReceiptAction.Export -> export(Outlet.PLACE)
            ReceiptAction.Share -> export(Outlet.APP)
            ReceiptAction.Remember -> remember()
        }

    private fun load() =
        latest("load", { receipt(membership, item) }) { load -> change { it.copy(load = load) } }

    private fun export(outlet: Outlet) =
        once("export") {
            change { it.copy(problem = null, saving = null) }
            val saved = phone.give(outlet, ask { SavedRecord(exportRecord(membership, item)) })
            change { it.copy(problem = saved.problem, saving = saved.answer) }
        }

    private fun remember() = change { it.copy(noCalendar = it.load.view?.deadline?.let { day -> !phone.remember(day) } ?: false) }
}

/** Every receipt of a membership. */
data class ReceiptsState(val load: Load<ReceiptsView> = Load.Loading)

sealed interface ReceiptsAction {
    data object Again : ReceiptsAction
}

/** All receipts: also those over records that another phone sent. */
class ReceiptsPresenter(environment: Environment, private val membership: MembershipId) :
    Presenter<ReceiptsState>(environment, ReceiptsState()) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: ReceiptsAction) =
        when (action) {
            ReceiptsAction.Again -> load()
        }

    private fun load() =
        latest("load", { receipts(membership) }) { load -> change { it.copy(load = load) } }
}

package standing.logic.records

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import standing.core.AppInterface
import standing.core.MembershipId
import standing.core.Problem
import standing.core.QueueItemView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Outlet
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.SaveAnswer
import standing.logic.remember
import standing.logic.view

/**
 * One record.
 *
 * @property asks the question whether to take it back is open.
 * @property asksPhotos the question whether to remove its photos is open.
 * @property busy something is being done with it.
 * @property problem why the last thing could not be done.
 * @property saving how saving it as a file went; null if it was not tried.
 * @property noCalendar this phone has no calendar to remember a day.
 */
data class ItemState(
    val load: Load<QueueItemView> = Load.Loading,
    val asks: Boolean = false,
    val asksPhotos: Boolean = false,
    val busy: Boolean = false,
    val problem: Problem? = null,
    val saving: SaveAnswer? = null,
    val noCalendar: Boolean = false,
)

sealed interface ItemAction {
    data object Again : ItemAction

    data object Confirm : ItemAction

    data object Retry : ItemAction

    /** Asks whether to take it back; nothing is done yet. */
    data object AskWithdraw : ItemAction

    data object Withdraw : ItemAction

    data object KeepIt : ItemAction

    /** Asks whether to remove its photos from this phone; nothing is done yet. */
    data object AskRemovePhotos : ItemAction

    data object RemovePhotos : ItemAction

    data object Export : ItemAction

    /** The same to another app. */
    data object Share : ItemAction

    /** Offers the day by which something is to happen to the calendar. */
    data object Remember : ItemAction
}

/** A record of the queue and what a person can do with it. */
class ItemPresenter(
    environment: Environment,
    private val membership: MembershipId,
    private val item: Long,
    private val phone: Platform,
    private val changed: () -> Unit,
) : Presenter<ItemState>(environment, ItemState()) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: ItemAction) =
        when (action) {
            ItemAction.Again -> load()
            ItemAction.Confirm -> carryOut { confirmRecord(membership, item) }
            ItemAction.Retry -> carryOut { retryRecord(membership, item) }
            ItemAction.AskWithdraw -> change { it.copy(asks = true) }
            ItemAction.Withdraw -> withdraw()
            ItemAction.KeepIt -> change { it.copy(asks = false, asksPhotos = false) }
            ItemAction.AskRemovePhotos -> change { it.copy(asksPhotos = true) }
            ItemAction.RemovePhotos -> removePhotos()
            ItemAction.Export -> export(Outlet.PLACE)
            ItemAction.Share -> export(Outlet.APP)
            ItemAction.Remember -> remember()
        }

    private fun load() = latest("load", { queueItem(membership, item) }) { load -> change { it.copy(load = load) } }

    /** Only after the question: a tap too many takes nothing back. */
    private fun withdraw() {
        if (!state.value.asks) return
        change { it.copy(asks = false) }
        carryOut { withdrawRecord(membership, item) }
    }

    private fun removePhotos() {
        if (!state.value.asksPhotos) return
        change { it.copy(asksPhotos = false) }
        carryOut { removePhotos(membership, item) }
    }

    /** One thing at a time, no matter which button is tapped; and everybody is told, though the screen was left meanwhile. */
    private fun carryOut(deed: AppInterface.() -> QueueItemView) =
        once("deed") {
            change { it.copy(busy = true, problem = null) }
            val done = withContext(NonCancellable) { ask { deed() }.also { if (it is Load.Ready) changed() } }
            when (done) {
                is Load.Ready -> {
                    change { it.copy(load = done, busy = false) }
                    phone.syncSoon()
                }
                is Load.Failed -> change { it.copy(problem = done.problem, busy = false) }
                Load.Loading -> Unit
            }
        }

    private fun export(outlet: Outlet) =
        once("export") {
            change { it.copy(problem = null, saving = null) }
            val saved = phone.give(outlet, ask { SavedRecord(exportRecord(membership, item)) })
            change { it.copy(problem = saved.problem, saving = saved.answer) }
        }

    private fun remember() = change { it.copy(noCalendar = it.load.view?.deadline?.let { day -> !phone.remember(day) } ?: false) }
}

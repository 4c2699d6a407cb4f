package standing.logic.alarms

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import standing.core.AlarmView
import standing.core.AlarmsView
import standing.core.AppInterface
import standing.core.Problem
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Place
import standing.logic.Outlet
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.SaveAnswer
import standing.logic.give
import standing.logic.ViewPresenter
import standing.logic.view
import standing.logic.problem

/** What contradicts itself: what is open first, what was put aside below. */
class AlarmsPresenter(environment: Environment, place: Place.Alarms) :
    ViewPresenter<AlarmsView>(environment, { alarms(place.membership) })

/**
 * One warning, its documents side by side.
 *
 * @property problem why it was not put aside, opened again or saved.
 * @property saving how saving it went; null if it was not tried.
 */
data class AlarmState(
    val load: Load<AlarmView> = Load.Loading,
    val problem: Problem? = null,
    val saving: SaveAnswer? = null,
)

sealed interface AlarmAction {
    data object AskAgain : AlarmAction

    /** Tells nobody, deletes nothing, and can be undone. */
    data object PutAside : AlarmAction

    data object Reopen : AlarmAction

    /** Every document as it came, and a summary, as one file. */
    data object Save : AlarmAction

    /** The same to another app. */
    data object Share : AlarmAction
}

class AlarmPresenter(
    environment: Environment,
    private val place: Place.Alarm,
    private val phone: Platform,
    private val changed: () -> Unit = {},
) : Presenter<AlarmState>(environment, AlarmState()) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: AlarmAction) =
        when (action) {
            AlarmAction.AskAgain -> load()
            AlarmAction.PutAside -> state.value.load.view?.seen?.let { seen -> move { putAside(place.membership, place.alarm, seen) } } ?: Unit
            AlarmAction.Reopen -> move { reopen(place.membership, place.alarm) }
            AlarmAction.Save -> save(Outlet.PLACE)
            AlarmAction.Share -> save(Outlet.APP)
        }

    private fun load() = latest("load", { alarm(place.membership, place.alarm) }) { load -> change { it.copy(load = load) } }

    /** Whoever leaves meanwhile has moved it all the same. If something new came about it, that is shown first. */
    private fun move(deed: suspend AppInterface.() -> Unit) =
        once("move") {
            val moved = withContext(NonCancellable) { ask(deed) }
            change { it.copy(problem = moved.problem) }
            load()
            if (moved is Load.Ready) changed()
        }

    private fun save(outlet: Outlet) =
        once("save") {
            change { it.copy(problem = null, saving = null) }
            val export = ask { exportAlarm(place.membership, place.alarm) }
            val saved = export.view?.let { phone.give(outlet, it.fileName, "application/json", it.json.encodeToByteArray()) }
            change { it.copy(problem = export.problem, saving = saved) }
        }
}

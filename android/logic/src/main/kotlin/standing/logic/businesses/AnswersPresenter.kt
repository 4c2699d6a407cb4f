package standing.logic.businesses

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import standing.core.Problem
import standing.core.SavedAnswerRow
import standing.core.SavedAnswersView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Outlet
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.SaveAnswer
import standing.logic.give
import standing.logic.problem
import standing.logic.view

/**
 * The answers that were saved.
 *
 * @property asking which one waits for a yes to be erased; null if none does.
 * @property problem why one was not saved as a file.
 * @property saving how saving it went; null if it was not tried.
 */
data class AnswersState(
    val view: Load<SavedAnswersView> = Load.Loading,
    val asking: SavedAnswerRow? = null,
    val problem: Problem? = null,
    val saving: SaveAnswer? = null,
)

/** What can be done there. */
sealed interface AnswersAction {
    /** The proof as a file. */
    data class Export(val id: Long) : AnswersAction

    /** The same to another app. */
    data class Share(val id: Long) : AnswersAction

    data class Erase(val row: SavedAnswerRow) : AnswersAction

    /** Yes, erase it; or no, keep it. */
    data class Answer(val yes: Boolean) : AnswersAction

    data object TryAgain : AnswersAction
}

class AnswersPresenter(environment: Environment, private val phone: Platform) :
    Presenter<AnswersState>(environment, AnswersState()) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: AnswersAction) {
        when (action) {
            is AnswersAction.Export -> export(action.id, Outlet.PLACE)
            is AnswersAction.Share -> export(action.id, Outlet.APP)
            is AnswersAction.Erase -> change { it.copy(asking = action.row) }
            is AnswersAction.Answer -> {
                val asked = state.value.asking
                change { it.copy(asking = null) }
                if (asked != null && action.yes) erase(asked)
            }
            AnswersAction.TryAgain -> load()
        }
    }

    private fun load() = latest("load", { answers() }) { view -> change { it.copy(view = view) } }

    private fun export(id: Long, outlet: Outlet) =
        once("export") {
            change { it.copy(problem = null, saving = null) }
            val file = ask { exportAnswer(id) }
            val saved = file.view?.let { phone.give(outlet, it.fileName, "application/json", it.json.encodeToByteArray()) }
            change { it.copy(problem = file.problem, saving = saved) }
        }

    /** Whoever leaves meanwhile has erased it all the same. */
    private fun erase(row: SavedAnswerRow) =
        once("erase") {
            val left = withContext(NonCancellable) {
                ask {
                    eraseAnswer(row.id)
                    answers()
                }
            }
            change { it.copy(view = left, saving = null) }
        }
}

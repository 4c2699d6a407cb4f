package standing.logic.settings

import standing.core.Problem
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.sync.Syncing

/**
 * Erasing everything on this phone.
 *
 * @property typed what was typed to go on.
 * @property busy it is being erased.
 * @property erased nothing of it is here any more.
 * @property problem why it could not be erased.
 */
data class EraseState(
    val typed: String = "",
    val busy: Boolean = false,
    val erased: Boolean = false,
    val problem: Problem? = null,
) {
    /** The word is there: capitals and spaces around it do not matter. */
    fun mayErase(word: String): Boolean = !busy && !erased && typed.trim().equals(word, ignoreCase = true)
}

sealed interface EraseAction {
    data class Type(val typed: String) : EraseAction

    /** Erase, if [word] was typed. */
    data class Erase(val word: String) : EraseAction
}

/** A sync at work is stopped, and waited for by nobody: the core takes the keys first and lets nothing be written after. */
class ErasePresenter(environment: Environment, private val phone: Platform, private val syncing: Syncing) :
    Presenter<EraseState>(environment, EraseState()) {
    fun act(action: EraseAction) {
        when (action) {
            is EraseAction.Type -> if (!state.value.busy) change { it.copy(typed = action.typed.take(LONGEST), problem = null) }
            is EraseAction.Erase -> if (state.value.mayErase(action.word)) erase()
        }
    }

    private fun erase() =
        once("erase") {
            change { it.copy(busy = true, problem = null) }
            syncing.stop()
            val erased = ask { erase() }
            if (erased is Load.Ready) phone.forget()
            change {
                when (erased) {
                    is Load.Failed -> it.copy(busy = false, problem = erased.problem)
                    else -> it.copy(busy = false, erased = true, typed = "")
                }
            }
        }

    private companion object {
        const val LONGEST = 100
    }
}

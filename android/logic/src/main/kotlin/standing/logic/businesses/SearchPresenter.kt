package standing.logic.businesses

import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.emptyFlow
import kotlinx.coroutines.launch
import kotlinx.coroutines.withTimeoutOrNull
import standing.core.SearchView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Presenter
import standing.logic.keepable

/**
 * Looking a business up, as it is typed.
 *
 * @property text what was typed.
 * @property found the answer to it. While nothing is typed, it holds only where it would be searched.
 * @property searching whether [found] still answers what was typed before.
 */
data class SearchState(val text: String = "", val found: Load<SearchView> = Load.Loading, val searching: Boolean = true)

/** What can be done there. */
sealed interface SearchAction {
    /** The text is now this. */
    data class Type(val text: String) : SearchAction

    /** Do not wait for more of it. */
    data object Now : SearchAction

    data object Clear : SearchAction
}

/**
 * What is [asked] from outside is searched at once, as if it had been typed.
 *
 * Asks when nothing was typed for a moment, one question at a time; an answer to what does not stand there any more is
 * not shown. Nothing is sent: the core searches on this phone.
 */
class SearchPresenter(environment: Environment, saved: String? = null, asked: Flow<String> = emptyFlow()) :
    Presenter<SearchState>(environment, SearchState(saved.orEmpty().take(LONGEST))) {
    /** Something to ask for; true: at once. Only the last one counts. */
    private val wishes = Channel<Boolean>(Channel.CONFLATED)

    init {
        environment.scope.launch {
            search()
            while (true) {
                if (!wishes.receive()) settle()
                search()
            }
        }
        always { asked.collect { type(it.take(LONGEST), now = true) } }
        onNews { wishes.trySend(true) }
    }

    override fun saved(): String? = state.value.text.keepable().ifEmpty { null }

    fun act(action: SearchAction) {
        when (action) {
            is SearchAction.Type -> type(action.text.take(LONGEST), now = false)
            SearchAction.Clear -> type("", now = true)
            SearchAction.Now -> wishes.trySend(true)
        }
    }

    private fun type(text: String, now: Boolean) {
        if (text == state.value.text) return
        change { it.copy(text = text, searching = true) }
        wishes.trySend(now)
    }

    /** Waits until nothing more is typed. */
    private suspend fun settle() {
        while (true) if (withTimeoutOrNull(PAUSE) { wishes.receive() } ?: return) return
    }

    private suspend fun search() {
        val typed = state.value.text
        change { it.copy(searching = true) }
        val answer = ask { search(typed) }
        if (typed != state.value.text) return
        change { it.copy(found = answer, searching = false) }
    }

    private companion object {
        /** As long as between two keys, in milliseconds. */
        const val PAUSE = 180L

        /** More is not kept: the core answers that 2,000 characters are too many. */
        const val LONGEST = 10_000
    }
}

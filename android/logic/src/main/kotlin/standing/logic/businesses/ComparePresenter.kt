package standing.logic.businesses

import standing.core.ComparisonView
import standing.core.RecentView
import standing.core.SearchView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Presenter
import standing.logic.keepable
import standing.logic.view

/**
 * Businesses side by side.
 *
 * @property codes those that are compared, in the order in which they were chosen.
 * @property text what was typed to find another one.
 * @property found the answer to it; null until it is asked for.
 * @property recent what was opened lately, to choose from; null until it is asked for.
 */
data class CompareState(
    val codes: List<String> = emptyList(),
    val view: Load<ComparisonView> = Load.Loading,
    val text: String = "",
    val found: Load<SearchView>? = null,
    val recent: RecentView? = null,
)

/** What can be done there. */
sealed interface CompareAction {
    data class Add(val uscc: String) : CompareAction

    data class LeaveOut(val uscc: String) : CompareAction

    data class Type(val text: String) : CompareAction

    /** Searches for what was typed. */
    data object Find : CompareAction

    /** Shows what was opened lately, to choose from. */
    data object Recent : CompareAction

    data object TryAgain : CompareAction
}

class ComparePresenter(environment: Environment, codes: List<String>, saved: String? = null) :
    Presenter<CompareState>(environment, kept(codes, saved)) {
    init {
        load()
        onNews(::load)
    }

    override fun saved(): String? = state.value.codes.joinToString(" ") + SEPARATOR + state.value.text.keepable()

    fun act(action: CompareAction) {
        when (action) {
            is CompareAction.Add -> choose { codes -> if (action.uscc in codes) codes else codes + action.uscc }
            is CompareAction.LeaveOut -> choose { codes -> codes - action.uscc }
            is CompareAction.Type -> change { it.copy(text = action.text, found = if (action.text.isBlank()) null else it.found) }
            CompareAction.Find -> find()
            CompareAction.Recent -> latest("recent", { recent() }) { recent -> change { it.copy(recent = recent.view) } }
            CompareAction.TryAgain -> load()
        }
    }

    private fun choose(next: (List<String>) -> List<String>) {
        change { it.copy(codes = next(it.codes), text = "", found = null) }
        load()
    }

    private fun load() {
        val codes = state.value.codes
        latest("load", { compare(codes) }) { view -> change { it.copy(view = view) } }
    }

    private fun find() {
        val text = state.value.text
        if (text.isBlank()) return
        change { it.copy(found = Load.Loading) }
        // What was typed or chosen meanwhile is another question.
        latest("find", { search(text) }) { found -> change { if (it.text == text) it.copy(found = found) else it } }
    }

    private companion object {
        const val SEPARATOR = '\n'

        /** As it was kept: the codes, and what was typed. */
        fun kept(codes: List<String>, saved: String?): CompareState =
            if (saved == null) CompareState(codes)
            else CompareState(saved.substringBefore(SEPARATOR).split(' ').filter(String::isNotEmpty), text = saved.substringAfter(SEPARATOR))
    }
}

package standing.logic.letters

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import standing.core.LetterView
import standing.core.LettersView
import standing.core.Problem
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Place
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.keepable
import standing.logic.problem
import standing.logic.remember
import standing.logic.view

/**
 * Every notice of an authority, those with a day to keep first.
 *
 * @property search what was typed.
 * @property problem why none could be marked.
 */
data class LettersState(
    val search: String = "",
    val load: Load<LettersView> = Load.Loading,
    val problem: Problem? = null,
)

sealed interface LettersAction {
    data object Again : LettersAction

    data class Search(val text: String) : LettersAction

    /** Marks what is listed as read. */
    data object ReadAll : LettersAction
}

class LettersPresenter(
    environment: Environment,
    private val place: Place.Letters,
    saved: String? = null,
    private val changed: () -> Unit = {},
) : Presenter<LettersState>(environment, LettersState(saved.orEmpty().take(LONGEST))) {
    init {
        load()
        onNews(::load)
    }

    override fun saved(): String? = state.value.search.keepable().ifEmpty { null }

    fun act(action: LettersAction) =
        when (action) {
            LettersAction.Again -> load()
            is LettersAction.Search -> {
                change { it.copy(search = action.text.take(LONGEST)) }
                load()
            }
            LettersAction.ReadAll -> readAll()
        }

    private fun load() {
        val typed = state.value.search
        latest("load", { letters(place.membership, typed) }) { load -> change { it.copy(load = load) } }
    }

    private fun readAll() =
        once("mark") {
            val rows = state.value.load.view?.let { it.withDate + it.rest }.orEmpty()
            val new = rows.filter { it.isNew }.map { it.n }
            val marked = withContext(NonCancellable) { ask { markLetters(place.membership, new, true) } }
            change { it.copy(problem = marked.problem) }
            load()
            if (marked is Load.Ready) changed()
        }

    private companion object {
        const val LONGEST = 1_000
    }
}

/**
 * One notice.
 *
 * @property other whether its text in the other language is shown, too.
 * @property problem why it could not be marked.
 * @property noCalendar this phone has no calendar to remember a day.
 */
data class LetterState(
    val load: Load<LetterView> = Load.Loading,
    val other: Boolean = false,
    val problem: Problem? = null,
    val noCalendar: Boolean = false,
)

sealed interface LetterAction {
    data object Again : LetterAction

    data object Other : LetterAction

    /** As if it had not been opened. */
    data object MarkNew : LetterAction

    /** Offers the day to keep to the calendar. */
    data object Remember : LetterAction
}

/** Once it is there to be read, it is marked as read; nobody is told of that. */
class LetterPresenter(
    environment: Environment,
    private val place: Place.Letter,
    private val phone: Platform,
    private val changed: () -> Unit = {},
) : Presenter<LetterState>(environment, LetterState()) {
    private var marked = false

    init {
        load()
        onNews(::load)
    }

    fun act(action: LetterAction) =
        when (action) {
            LetterAction.Again -> load()
            LetterAction.Other -> change { it.copy(other = !it.other) }
            LetterAction.MarkNew -> mark(read = false)
            LetterAction.Remember -> change { it.copy(noCalendar = it.load.view?.deadline?.let { day -> !phone.remember(day) } ?: false) }
        }

    private fun load() =
        latest("load", { letter(place.membership, place.n) }) { load ->
            change { it.copy(load = load) }
            if (load.view?.isNew == true && !marked) mark(read = true)
        }

    private fun mark(read: Boolean) {
        marked = true
        once("mark") {
            val answer = withContext(NonCancellable) { ask { markLetters(place.membership, listOf(place.n), read) } }
            change { it.copy(problem = answer.problem) }
            if (answer is Load.Ready) changed() else load()
        }
    }
}

package standing.logic.settings

import kotlinx.serialization.Serializable
import kotlinx.serialization.json.Json
import standing.core.MembershipView
import standing.core.PersonDraft
import standing.core.PersonMark
import standing.core.Problem
import standing.logic.AppLock
import standing.logic.Confirmation
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Place
import standing.logic.Presenter
import standing.logic.ShellPresenter
import standing.logic.keepable
import standing.logic.problem
import standing.logic.view

/**
 * Whose a membership is.
 *
 * @property load the membership, as it is kept.
 * @property draft what is kept when it is saved; null until the membership is here.
 * @property hasScreenLock the phone has a lock of its own, by which the pages can be locked.
 * @property answer what the phone said when its owner was asked for; null if that was yes, or nobody asked.
 * @property saved it is kept: the page has nothing more to do.
 */
data class PersonState(
    val load: Load<MembershipView> = Load.Loading,
    val draft: PersonDraft? = null,
    val hasScreenLock: Boolean = true,
    val busy: Boolean = false,
    val answer: Confirmation? = null,
    val problem: Problem? = null,
    val saved: Boolean = false,
)

sealed interface PersonAction {
    data object Again : PersonAction

    data class Name(val name: String) : PersonAction

    data class Mark(val mark: PersonMark) : PersonAction

    data class Lock(val locked: Boolean) : PersonAction

    /** Keep it. Where a lock is changed, the phone asks for its owner first; [title] says what for. */
    data class Save(val title: String) : PersonAction
}

@Serializable
private data class SavedPerson(val name: String, val mark: PersonMark, val locked: Boolean)

/** What somebody is called on this phone, by which mark, and whether their pages are locked. */
class PersonPresenter(
    environment: Environment,
    private val place: Place.Person,
    private val shell: ShellPresenter,
    private val lock: AppLock,
    saved: String? = null,
    private val changed: () -> Unit = {},
) : Presenter<PersonState>(environment, PersonState(draft = saved?.let(::restored), hasScreenLock = lock.isPossible)) {
    init {
        load()
        onNews(::load)
    }

    override fun saved(): String? {
        val draft = state.value.draft ?: return null
        return Json.encodeToString(SavedPerson(draft.name.keepable(), draft.mark, draft.isLocked))
    }

    fun act(action: PersonAction) {
        when (action) {
            PersonAction.Again -> load()
            is PersonAction.Name -> edit { copy(name = action.name.take(NAME_LIMIT)) }
            is PersonAction.Mark -> edit { copy(mark = action.mark) }
            is PersonAction.Lock -> edit { copy(isLocked = action.locked) }
            is PersonAction.Save -> save(action.title)
        }
    }

    private fun edit(next: PersonDraft.() -> PersonDraft) {
        if (!state.value.busy) change { it.copy(draft = it.draft?.next(), problem = null, answer = null) }
    }

    private fun load() =
        latest("person", { people().people.flatMap { it.memberships }.first { it.membership == place.membership } }) { load ->
            change {
                val kept = load.view?.person
                it.copy(load = load, draft = it.draft ?: kept?.run { PersonDraft(given, mark, isLocked) })
            }
        }

    private fun save(title: String) {
        val (draft, kept) = state.value.run { (draft ?: return) to (load.view?.person ?: return) }
        once("save") {
            change { it.copy(busy = true, problem = null, answer = null) }
            val answer = if (kept.isLocked || draft.isLocked) lock.confirm(title) else Confirmation.CONFIRMED
            val done = if (answer == Confirmation.CONFIRMED) ask { keepPerson(place.membership, draft) } else null
            change {
                it.copy(
                    busy = false,
                    answer = answer.takeIf { given -> given != Confirmation.CONFIRMED },
                    problem = done?.problem,
                    saved = done is Load.Ready,
                )
            }
            if (done is Load.Ready) {
                shell.refresh()
                changed()
            }
        }
    }

    private companion object {
        /** One character more than the core takes many times over: so it says itself that this is no name. */
        const val NAME_LIMIT = 100

        fun restored(saved: String): PersonDraft? =
            runCatching { Json.decodeFromString<SavedPerson>(saved) }.getOrNull()?.run { PersonDraft(name, mark, locked) }
    }
}

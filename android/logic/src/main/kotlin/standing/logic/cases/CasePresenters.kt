package standing.logic.cases

import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.Json
import standing.core.AppInterface
import standing.core.CaseFileView
import standing.core.CaseLetterView
import standing.core.CaseView
import standing.core.CasesView
import standing.core.LetterSender
import standing.core.Problem
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Outlet
import standing.logic.Place
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.SaveAnswer
import standing.logic.giveWritten
import standing.logic.ViewPresenter
import standing.logic.keepable
import standing.logic.problem
import standing.logic.remember
import standing.logic.view

/** The cases of a membership: what needs the person first. */
class CasesPresenter(environment: Environment, place: Place.Cases) :
    ViewPresenter<CasesView>(environment, { cases(place.membership) })

/**
 * One case.
 *
 * @property problem why its dates could not be had.
 * @property saving how saving its dates went.
 * @property noCalendar this phone has no calendar to remember a day.
 * @property file how it goes with the case as one file.
 */
data class CaseState(
    val load: Load<CaseView> = Load.Loading,
    val problem: Problem? = null,
    val saving: SaveAnswer? = null,
    val noCalendar: Boolean = false,
    val file: CaseFileState = CaseFileState(),
)

/**
 * A case on its way into one file.
 *
 * @property done what is in the file that was saved.
 * @property problem why the core could not write it.
 */
data class CaseFileState(
    val busy: Boolean = false,
    val saving: SaveAnswer? = null,
    val done: String = "",
    val problem: Problem? = null,
)

sealed interface CaseAction {
    data object Again : CaseAction

    /** Offers the next day to the calendar. */
    data object Remember : CaseAction

    /** All its days as a file for a calendar. */
    data object SaveDays : CaseAction

    /** Everything of it as one file, for somebody who helps. */
    data object SaveFile : CaseAction

    /** The same to another app. */
    data object ShareFile : CaseAction
}

class CasePresenter(environment: Environment, private val place: Place.Case, private val phone: Platform) :
    Presenter<CaseState>(environment, CaseState()) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: CaseAction) =
        when (action) {
            CaseAction.Again -> load()
            CaseAction.Remember -> change { it.copy(noCalendar = it.load.view?.deadline?.let { day -> !phone.remember(day) } ?: false) }
            CaseAction.SaveDays -> once("save") { saveDays() }
            CaseAction.SaveFile -> once("file") { giveFile(Outlet.PLACE) }
            CaseAction.ShareFile -> once("file") { giveFile(Outlet.APP) }
        }

    private fun load() = latest("load", { casePage(place.membership, place.case) }) { load -> change { it.copy(load = load) } }

    private suspend fun saveDays() {
        change { it.copy(problem = null, saving = null) }
        when (val days = ask { caseCalendar(place.membership, place.case) }) {
            is Load.Ready -> {
                val saved = phone.saveFile(days.view.fileName, "text/calendar", days.view.text.toByteArray())
                change { it.copy(saving = saved.takeIf { answer -> answer != SaveAnswer.NONE }) }
            }
            is Load.Failed -> change { it.copy(problem = days.problem) }
            Load.Loading -> Unit
        }
    }

    private suspend fun giveFile(outlet: Outlet) {
        change { it.copy(file = CaseFileState(busy = true)) }
        var written: Load<CaseFileView> = Load.Loading
        // The plain file is removed again though the page was left meanwhile.
        val answer = withContext(NonCancellable) {
            phone.giveWritten(outlet, FILE, "application/zip") { path ->
                ask { exportCase(place.membership, place.case, path) }.also { written = it } is Load.Ready
            }
        }
        val file =
            CaseFileState(
                saving = answer.takeIf { it != SaveAnswer.NONE },
                done = if (answer == SaveAnswer.SAVED) written.view?.text.orEmpty() else "",
                problem = (written as? Load.Failed)?.problem,
            )
        change { it.copy(file = file) }
    }

    private companion object {
        /** It names neither what the case is about nor with whom. */
        const val FILE = "standing-case.zip"
    }
}

/**
 * A letter of a case.
 *
 * @property name for paper only, as is the [address].
 */
data class CaseLetterState(
    val load: Load<CaseLetterView> = Load.Loading,
    val name: String = "",
    val address: String = "",
    val noPrinter: Boolean = false,
)

sealed interface CaseLetterAction {
    data object Again : CaseLetterAction

    data class Sender(val name: String, val address: String) : CaseLetterAction

    data object Print : CaseLetterAction
}

/** Reads a letter that was kept, with name and address as they are typed for paper. */
class CaseLetterPresenter(
    environment: Environment,
    private val write: AppInterface.(LetterSender) -> CaseLetterView,
    private val phone: Platform,
    saved: String? = null,
) : Presenter<CaseLetterState>(environment, restored(saved)) {
    private var asking: Job? = null

    init {
        load()
        onNews(::load)
    }

    override fun saved(): String? {
        val typed = Typed(state.value.name.keepable(), state.value.address.keepable())
        return if (typed == Typed()) null else Json.encodeToString(typed)
    }

    fun act(action: CaseLetterAction) =
        when (action) {
            CaseLetterAction.Again -> load()
            is CaseLetterAction.Sender -> type(action)
            CaseLetterAction.Print -> print()
        }

    private fun type(action: CaseLetterAction.Sender) {
        change { it.copy(name = action.name.take(LONGEST), address = action.address.take(LONGEST)) }
        asking?.cancel()
        asking =
            environment.scope.launch {
                delay(PAUSE)
                load()
            }
    }

    private fun load() {
        val sender = state.value.run { LetterSender(name, address) }
        latest("load", { write(sender) }) { load -> change { it.copy(load = load) } }
    }

    private fun print() {
        val letter = state.value.load.view ?: return
        change { it.copy(noPrinter = !phone.print(letter.fileName, letter.html)) }
    }

    @Serializable
    private data class Typed(val name: String = "", val address: String = "")

    private companion object {
        const val PAUSE = 250L
        const val LONGEST = 300

        fun restored(saved: String?): CaseLetterState =
            try {
                saved?.let { Json.decodeFromString<Typed>(it) }?.let { CaseLetterState(name = it.name, address = it.address) } ?: CaseLetterState()
            } catch (_: IllegalArgumentException) {
                CaseLetterState()
            }
    }
}

package standing.logic.cases

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.flow.filterNotNull
import kotlinx.coroutines.withContext
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.Json
import standing.core.AppInterface
import standing.core.PaperAnswerDraft
import standing.core.PaperSays
import standing.core.Problem
import standing.logic.Environment
import standing.logic.Load
import standing.logic.PhotoAnswer
import standing.logic.Place
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.problem
import standing.logic.records.PhotoStore
import standing.logic.records.PhotoTrouble
import standing.logic.remembered

/** What is noted of a paper: that a letter was handed in, or that an answer came. */
sealed interface PaperNote {
    /** Null as long as something is missing. */
    fun keep(state: PaperState): (AppInterface.() -> Unit)?

    class HandIn(private val place: Place.HandIn) : PaperNote {
        override fun keep(state: PaperState): (AppInterface.() -> Unit)? =
            if (state.day.isEmpty()) null else ({ noteHandIn(place.membership, place.case, state.day, state.photo) })
    }

    class ListingHandIn(private val place: Place.ListingHandIn) : PaperNote {
        override fun keep(state: PaperState): (AppInterface.() -> Unit)? =
            if (state.day.isEmpty()) null else ({ noteListingHandIn(place.id, state.day, state.photo) })
    }

    class Answer(private val place: Place.PaperAnswer) : PaperNote {
        override fun keep(state: PaperState): (AppInterface.() -> Unit)? {
            val says = state.says
            if (state.day.isEmpty() || says == null) return null
            return { noteAnswer(place.membership, place.case, PaperAnswerDraft(state.day, says, state.photo)) }
        }
    }
}

/**
 * A paper as it is noted.
 *
 * @property day such as `2026-11-23`; empty as long as none was chosen.
 * @property says what an answer says; null as long as nothing was chosen.
 * @property photo of the stamp, or of the answer; it does not outlive the process.
 */
data class PaperState(
    val day: String = "",
    val says: PaperSays? = null,
    val photo: ByteArray? = null,
    val photoTrouble: PhotoTrouble? = null,
    val problem: Problem? = null,
    val sending: Boolean = false,
    val noted: Boolean = false,
)

sealed interface PaperAction {
    data class Day(val day: String) : PaperAction

    data class Says(val says: PaperSays) : PaperAction

    data object ChoosePhoto : PaperAction

    data object RemovePhoto : PaperAction

    data object Note : PaperAction
}

class PaperPresenter(
    environment: Environment,
    private val note: PaperNote,
    private val phone: Platform,
    private val photoStore: PhotoStore,
    private val changed: () -> Unit,
    saved: String? = null,
) : Presenter<PaperState>(environment, restored(saved)) {
    init {
        always { photoStore.offered.filterNotNull().collect { photoStore.take()?.let(::add) } }
    }

    override fun saved(): String? {
        val chosen = Chosen(state.value.day, state.value.says)
        return if (chosen == Chosen()) null else Json.encodeToString(chosen)
    }

    fun act(action: PaperAction) =
        when (action) {
            is PaperAction.Day -> change { it.copy(day = action.day, problem = null) }
            is PaperAction.Says -> change { it.copy(says = action.says, problem = null) }
            PaperAction.ChoosePhoto -> once("photo") { choosePhoto() }
            PaperAction.RemovePhoto -> change { it.copy(photo = null, photoTrouble = null) }
            PaperAction.Note -> once("note") { keep() }
        }

    private fun add(jpeg: ByteArray) = change { it.copy(photo = jpeg, photoTrouble = null) }

    private suspend fun choosePhoto() {
        when (val answer = phone.pickPhoto()) {
            is PhotoAnswer.Photo -> add(answer.jpeg)
            PhotoAnswer.None -> Unit
            PhotoAnswer.TooLarge -> change { it.copy(photoTrouble = PhotoTrouble.TOO_LARGE) }
            PhotoAnswer.Unreadable -> change { it.copy(photoTrouble = PhotoTrouble.UNREADABLE) }
        }
    }

    private suspend fun keep() {
        val keep = note.keep(state.value) ?: return
        change { it.copy(sending = true, problem = null) }
        withContext(NonCancellable) {
            val noted = ask { keep() }
            if (noted is Load.Ready) changed()
            change { it.copy(sending = false, noted = noted is Load.Ready, problem = noted.problem) }
        }
    }

    @Serializable
    private data class Chosen(val day: String = "", val says: PaperSays? = null)

    private companion object {
        fun restored(saved: String?): PaperState = remembered<Chosen>(saved)?.let { PaperState(it.day, it.says) } ?: PaperState()
    }
}

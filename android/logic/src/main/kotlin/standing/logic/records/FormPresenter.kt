package standing.logic.records

import java.io.IOException
import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.filterNotNull
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.Json
import standing.core.DraftView
import standing.core.RecordChoice
import standing.core.RecordDraft
import standing.core.RecordKindsView
import standing.logic.Desk
import standing.logic.Load
import standing.logic.PhotoAnswer
import standing.logic.Place
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.view

/**
 * The form of a record: one for all kinds. What is typed is checked as a whole after each pause;
 * what stands in the way is said at once and all together when the person wants to send.
 *
 * @param changed says that the core holds something new.
 * @param saved what [saved] gave before the process ended.
 */
class FormPresenter(
    desk: Desk,
    private val place: Place.Form,
    private val phone: Platform,
    private val shelf: PhotoShelf,
    private val changed: () -> Unit,
    saved: String? = null,
) : Presenter<FormState>(desk, restored(saved)) {
    private var photo: String? = saved?.let(::memory)?.photo
    private var checking: Job? = null
    private var checks = 0

    init {
        open()
        findPhoto()
        always { shelf.offered.filterNotNull().collect { takeOffered() } }
        if (saved == null) place.edits?.let(::takeUp)
    }

    override fun saved(): String? {
        val now = state.value
        if (!now.holdsInput && !now.begun) return null
        return Json.encodeToString(Memory(now.typed, photo, now.begun))
    }

    fun act(action: FormAction) {
        // What is under way is sent as it stands.
        if (state.value.kept != null && action !is FormAction.Back || state.value.sending) return
        when (action) {
            is FormAction.Type -> type(action.typed)
            FormAction.ChoosePhoto -> once("photo") { take(phone.pickPhoto()) }
            is FormAction.Give -> once("photo") { take(action.answer) }
            FormAction.RemovePhoto -> once("photo") { removePhoto() }
            FormAction.Begin -> change { it.copy(begun = true) }
            FormAction.Send -> once("send") { send() }
            FormAction.Back -> if (state.value.holdsInput) change { it.copy(leaving = true) } else leave()
            FormAction.Stay -> change { it.copy(leaving = false) }
            FormAction.Leave -> leave()
            FormAction.Again -> open()
        }
    }

    /** What can be chosen comes from the rulebook; the first check says what happens. One hop for both. */
    private fun open() {
        val draft = draft()
        val number = ++checks
        latest("open", { checkDraft(place.membership, draft).let { choice(recordKinds(place.membership), it) to it } }) { opened ->
            change {
                when (opened) {
                    // Whoever has typed meanwhile is told about that, not about the empty form.
                    is Load.Ready ->
                        it.copy(choice = Load.Ready(opened.view.first), draft = if (number == checks) opened.view.second else it.draft)
                    is Load.Failed -> it.copy(choice = opened)
                    Load.Loading -> it
                }
            }
        }
    }

    /** A record that was not taken up begins the form; what it becomes is a new one. */
    private fun takeUp(item: Long) =
        once("take up") {
            when (val before = ask { editRecord(place.membership, item) }) {
                is Load.Ready -> {
                    type(Typed.of(before.view.body))
                    before.view.photo?.let { lay(it) }
                }
                is Load.Failed -> change { it.copy(choice = before) }
                Load.Loading -> Unit
            }
        }

    /** A rule that the newest rulebook does not know any more has no choice of its own; the check says so. */
    private fun choice(all: RecordKindsView, checked: DraftView): RecordChoice {
        val same = (all.kinds + all.againstYourself).filter { it.kind == place.kind }
        return same.firstOrNull { it.rule == place.rule || place.rule.isEmpty() }
            ?: RecordChoice(place.kind, place.rule, checked.title, "", photoWanted = false, volumes = emptyList())
    }

    private fun type(typed: Typed) {
        change { it.copy(typed = typed.bounded(), problem = null) }
        checkSoon()
    }

    /** A pause in typing is long enough to be one, and short enough not to be noticed. */
    private fun checkSoon() {
        checking?.cancel()
        checking =
            desk.scope.launch {
                delay(PAUSE)
                check().view?.let { view -> change { it.copy(draft = view) } }
            }
    }

    private suspend fun check(): Load<DraftView> {
        val draft = draft()
        checks += 1
        return ask { checkDraft(place.membership, draft) }
    }

    private fun draft() =
        state.value.run { RecordDraft(typed.body(place.kind, place.rule), (photo as? FormPhoto.Here)?.jpeg) }

    /** The person has seen whatever there is to say, or is shown it now. Only then it is kept. */
    private suspend fun send() {
        if (state.value.photo is FormPhoto.Coming) return
        checking?.cancel()
        change { it.copy(sending = true, problem = null) }
        when (val checked = check()) {
            is Load.Ready -> if (checked.view.ready && state.value.seen(checked.view)) keep() else tell(checked.view)
            is Load.Failed -> change { it.copy(problem = checked.problem, told = it.told + 1) }
            Load.Loading -> Unit
        }
        change { it.copy(sending = false) }
    }

    private fun tell(draft: DraftView) =
        change { it.copy(draft = draft, told = it.told + 1, toldNotes = draft.notes.map { note -> note.text }.toSet()) }

    /** Whoever leaves meanwhile has sent it all the same: so everybody is told. */
    private suspend fun keep() =
        withContext(NonCancellable) {
            val draft = draft()
            when (val kept = ask { queueRecord(place.membership, draft) }) {
                is Load.Ready -> {
                    forgetPhoto()
                    changed()
                    phone.syncSoon()
                    change { it.copy(kept = kept.view) }
                }
                is Load.Failed -> change { it.copy(problem = kept.problem, told = it.told + 1) }
                Load.Loading -> Unit
            }
        }

    private suspend fun take(answer: PhotoAnswer) {
        when (answer) {
            is PhotoAnswer.Photo -> lay(answer.jpeg)
            PhotoAnswer.None -> Unit
            PhotoAnswer.TooLarge -> change { it.copy(photoTrouble = PhotoTrouble.TOO_LARGE) }
            PhotoAnswer.Unreadable -> change { it.copy(photoTrouble = PhotoTrouble.UNREADABLE) }
        }
    }

    private suspend fun lay(jpeg: ByteArray) {
        val before = state.value.photo
        change { it.copy(photo = FormPhoto.Coming, photoTrouble = null) }
        try {
            photo = withContext(desk.worker) { shelf.lay(jpeg) }
            change { it.copy(photo = FormPhoto.Here(jpeg)) }
        } catch (_: IOException) {
            change { it.copy(photo = before, photoTrouble = PhotoTrouble.NO_SPACE) }
        }
        checkSoon()
    }

    /** The one that was here before the process ended comes first: it would be laid over the new one. */
    private suspend fun takeOffered() {
        state.first { it.photo !is FormPhoto.Coming }
        shelf.take()?.let { lay(it) }
    }

    /** Takes up the photo that was here before the process ended; clears what another form may have left. */
    private fun findPhoto() =
        once("photo") {
            val reference = photo
            if (reference == null) {
                withContext(desk.worker) { shelf.clear() }
                return@once
            }
            change { it.copy(photo = FormPhoto.Coming) }
            val jpeg = withContext(desk.worker) { shelf.find(reference) }
            if (jpeg != null) change { it.copy(photo = FormPhoto.Here(jpeg)) }
            else change { it.copy(photo = FormPhoto.None, photoTrouble = PhotoTrouble.LOST) }
            checkSoon()
        }

    private suspend fun removePhoto() {
        forgetPhoto()
        change { it.copy(photo = FormPhoto.None, photoTrouble = null) }
        checkSoon()
    }

    private suspend fun forgetPhoto() {
        photo = null
        withContext(desk.worker) { shelf.clear() }
    }

    private fun leave() {
        checking?.cancel()
        once("leave") {
            forgetPhoto()
            change { it.copy(leaving = false, left = true) }
        }
    }

    @Serializable
    private data class Memory(val typed: Typed, val photo: String?, val begun: Boolean)

    private companion object {
        const val PAUSE = 250L

        fun memory(saved: String): Memory? =
            try {
                Json.decodeFromString<Memory>(saved)
            } catch (_: IllegalArgumentException) {
                // Of another version of the app: the form begins empty.
                null
            }

        fun restored(saved: String?): FormState =
            saved?.let(::memory)?.let { FormState(typed = it.typed, begun = it.begun) } ?: FormState()
    }
}

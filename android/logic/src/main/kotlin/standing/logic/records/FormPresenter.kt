package standing.logic.records

import java.io.IOException
import java.util.UUID
import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.filterNotNull
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.Json
import standing.core.AppInterface
import standing.core.DraftView
import standing.core.EditView
import standing.core.RecordDraft
import standing.logic.Environment
import standing.logic.Load
import standing.logic.PhotoAnswer
import standing.logic.Place
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.remembered
import standing.logic.view

/**
 * The form of a record: one for all kinds. What is typed is checked as a whole after each pause;
 * what stands in the way is shown at once and all together when the person wants to send.
 *
 * @param changed says that the core holds something new.
 * @param saved what [saved] gave before the process ended.
 */
class FormPresenter(
    environment: Environment,
    private val place: Place.Form,
    private val phone: Platform,
    private val photoStore: PhotoStore,
    private val changed: () -> Unit,
    saved: String? = null,
) : Presenter<FormState>(environment, restored(saved)) {
    /** The name under which the core knows this form: sent, and restored since, it is the same record. */
    private val form = remembered<Memory>(saved)?.form ?: UUID.randomUUID().toString()
    private var photo: String? = remembered<Memory>(saved)?.photo
    private var checking: Job? = null
    private var checks = 0

    /** The item that the form begins with, as long as it has not; what was typed since counts more. */
    private var begins: Long? = place.edits.takeIf { saved == null }

    init {
        once("photo") {
            findPhoto()
            open()
        }
        always { photoStore.offered.filterNotNull().collect(::takeOffered) }
    }

    override fun saved(): String? {
        val now = state.value
        if (!now.holdsInput && !now.begun) return null
        return Json.encodeToString(Memory(now.typed.keepable(), photo, now.begun, form))
    }

    fun act(action: FormAction) {
        // What is under way is sent as it is.
        if (state.value.kept != null && action !is FormAction.Back || state.value.sending) return
        when (action) {
            is FormAction.Type -> type(action.typed)
            FormAction.ChoosePhoto -> once("photo") { choosePhoto() }
            FormAction.RemovePhoto -> once("photo") { removePhoto() }
            FormAction.Begin -> change { it.copy(begun = true) }
            FormAction.Send -> once("send") { send() }
            FormAction.Back -> if (state.value.holdsInput) change { it.copy(leaving = true) } else leave()
            FormAction.Stay -> change { it.copy(leaving = false) }
            FormAction.Leave -> leave()
            FormAction.Again -> open()
        }
    }

    /** One call: the check of an empty form says what is recorded, too. */
    private fun open() {
        val (item, draft) = begins to draft()
        val number = ++checks
        val question: suspend AppInterface.() -> EditView = {
            if (item == null) EditView(draft, checkDraft(place.membership, draft)) else editRecord(place.membership, item)
        }
        latest("open", question) { opened ->
            when (opened) {
                is Load.Ready -> {
                    // Whoever has typed meanwhile is told about that, not about the empty form.
                    change { if (number == checks || it.draft == null) it.copy(load = Load.Ready(opened.view.checked)) else it }
                    if (item != null) takeUp(opened.view.draft)
                }
                is Load.Failed -> change { if (it.draft == null) it.copy(load = opened) else it }
                Load.Loading -> Unit
            }
        }
    }

    /** A record begins the form; whether what it becomes takes its place, the core decides. */
    private fun takeUp(before: RecordDraft) {
        begins = null
        change { it.copy(typed = Typed.of(before.body).bounded()) }
        before.photo?.let { once("take up") { lay(it) } }
    }

    private fun type(typed: Typed) {
        change { it.copy(typed = typed.bounded(), problem = null) }
        checkSoon()
    }

    /** A pause in typing is long enough to be one, and short enough not to be noticed. */
    private fun checkSoon() {
        checking?.cancel()
        checking =
            environment.scope.launch {
                delay(PAUSE)
                check().let { checked -> if (checked is Load.Ready) change { it.copy(load = checked) } }
            }
    }

    private suspend fun check(): Load<DraftView> {
        val draft = draft()
        checks += 1
        return ask { checkDraft(place.membership, draft) }
    }

    private fun draft() =
        state.value.run { RecordDraft(typed.body(place.kind, place.rule), (photo as? FormPhoto.Here)?.jpeg, place.edits) }

    /** The person has seen whatever there is to say, or is shown it now. Only then it is kept. */
    private suspend fun send() {
        if (state.value.photo is FormPhoto.Coming) return
        checking?.cancel()
        change { it.copy(sending = true, problem = null) }
        when (val checked = check()) {
            is Load.Ready ->
                if (checked.view.ready && state.value.seen(checked.view)) {
                    // What a form that opens late says of its empty fields must not stand over this.
                    change { it.copy(load = checked) }
                    keep()
                } else {
                    tell(checked)
                }
            is Load.Failed -> change { it.copy(problem = checked.problem, told = it.told + 1) }
            Load.Loading -> Unit
        }
        change { it.copy(sending = false) }
    }

    private fun tell(checked: Load.Ready<DraftView>) =
        change { it.copy(load = checked, told = it.told + 1, toldNotes = checked.view.notes.map { note -> note.text }.toSet()) }

    /** Whoever leaves meanwhile has sent it all the same: so everybody is told. */
    private suspend fun keep() =
        withContext(NonCancellable) {
            val draft = draft()
            when (val kept = ask { queueRecord(place.membership, draft, form) }) {
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

    private suspend fun choosePhoto() {
        when (val answer = phone.pickPhoto()) {
            is PhotoAnswer.Photo -> take(answer.jpeg)
            PhotoAnswer.None -> Unit
            PhotoAnswer.TooLarge -> change { it.copy(photoTrouble = PhotoTrouble.TOO_LARGE) }
            PhotoAnswer.Unreadable -> change { it.copy(photoTrouble = PhotoTrouble.UNREADABLE) }
        }
    }

    private suspend fun take(jpeg: ByteArray) {
        lay(jpeg)
        checkSoon()
    }

    private suspend fun lay(jpeg: ByteArray) {
        val before = state.value.photo
        change { it.copy(photo = FormPhoto.Coming, photoTrouble = null) }
        try {
            photo = withContext(environment.worker) { photoStore.lay(jpeg) }
            change { it.copy(photo = FormPhoto.Here(jpeg)) }
        } catch (_: IOException) {
            change { it.copy(photo = before, photoTrouble = PhotoTrouble.NO_SPACE) }
        }
    }

    /** The one that was here before the process ended comes first: it would be laid over the new one. */
    private suspend fun takeOffered(offered: OfferedPhoto) {
        val now = state.first { it.photo !is FormPhoto.Coming }
        // What another app shares waits for the next form.
        if (!offered.chosen && now.photo is FormPhoto.Here) return
        photoStore.take()?.let { take(it) }
    }

    /** Takes up the photo that was here before the process ended; clears what another form may have left. */
    private suspend fun findPhoto() {
        val reference = photo ?: return withContext(environment.worker) { photoStore.clear() }
        val jpeg = withContext(environment.worker) { photoStore.find(reference) }
        if (jpeg != null) change { it.copy(photo = FormPhoto.Here(jpeg)) }
        else change { it.copy(photo = FormPhoto.None, photoTrouble = PhotoTrouble.LOST) }
    }

    private suspend fun removePhoto() {
        forgetPhoto()
        change { it.copy(photo = FormPhoto.None, photoTrouble = null) }
        checkSoon()
    }

    private suspend fun forgetPhoto() {
        photo = null
        withContext(environment.worker) { photoStore.clear() }
    }

    private fun leave() {
        checking?.cancel()
        once("leave") {
            forgetPhoto()
            change { it.copy(leaving = false, left = true) }
        }
    }

    @Serializable
    private data class Memory(val typed: Typed, val photo: String?, val begun: Boolean, val form: String)

    private companion object {
        const val PAUSE = 250L

        fun restored(saved: String?): FormState =
            remembered<Memory>(saved)?.let { FormState(typed = it.typed, photo = if (it.photo == null) FormPhoto.None else FormPhoto.Coming, begun = it.begun) } ?: FormState()
    }
}

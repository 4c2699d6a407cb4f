package standing.logic.cases

import java.util.UUID
import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.filterNotNull
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.Json
import standing.core.CaseCheckView
import standing.core.CaseLetterView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.PhotoAnswer
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.problem
import standing.logic.records.PhotoStore
import standing.logic.records.PhotoTrouble
import standing.logic.remembered

/**
 * A form of a case, and the letter that it becomes: read before it is sent, or printed and handed in.
 *
 * @param photoStore where a photo of the app's own camera comes from.
 * @param changed says that the core holds something new.
 * @param saved what [saved] gave before the process ended.
 */
class CaseFormPresenter(
    environment: Environment,
    private val kind: CaseForm,
    private val phone: Platform,
    private val photoStore: PhotoStore,
    private val changed: () -> Unit,
    saved: String? = null,
) : Presenter<CaseFormState>(environment, restored(saved)) {
    /** The name under which the core knows this form: sent, and restored since, it is the same case. */
    private val form = remembered<Memory>(saved)?.form ?: UUID.randomUUID().toString()
    private var asking: Job? = null

    init {
        load()
        onNews(::load)
        always { photoStore.offered.filterNotNull().collect { photoStore.take()?.let(::add) } }
    }

    override fun saved(): String? {
        val now = state.value
        return if (now.holdsInput) Json.encodeToString(Memory(now.typed.keepable(), now.photos.isNotEmpty(), form)) else null
    }

    fun act(action: CaseFormAction) {
        // What is under way is sent as it is.
        if (state.value.kept != null && action !is CaseFormAction.Back || state.value.sending) return
        when (action) {
            CaseFormAction.Again -> load()
            is CaseFormAction.Type -> type(action.typed)
            is CaseFormAction.Tick -> tick(action)
            CaseFormAction.ChoosePhoto -> once("photo") { choosePhoto() }
            is CaseFormAction.RemovePhoto -> remove(action.at)
            CaseFormAction.Read -> once("read") { read() }
            CaseFormAction.Send -> once("send") { keep(onPaper = state.value.onPaper) }
            CaseFormAction.KeepForPaper -> once("send") { keep(onPaper = true) }
            CaseFormAction.Print -> print()
            CaseFormAction.Back -> back()
            CaseFormAction.Stay -> change { it.copy(leaving = false) }
            CaseFormAction.Leave -> change { it.copy(leaving = false, left = true) }
        }
    }

    private fun load() =
        latest("load", { kind.load(this) }) { load ->
            change { if (load is Load.Failed && it.load is Load.Ready) it else it.copy(load = load) }
            // What was written before the process ended is counted again.
            if (state.value.run { checked == null && holdsInput }) askSoon()
        }

    private fun tick(action: CaseFormAction.Tick) {
        val ticked = state.value.typed.grounds
        val now = if (action.ground in ticked) ticked - action.ground else ticked + action.ground
        type(state.value.typed.copy(grounds = now))
    }

    private fun type(typed: CaseTyped) {
        change { it.copy(typed = typed.bounded(), problem = null) }
        askSoon()
    }

    /** After a pause in typing: how long the words are, and the letter where it is read. */
    private fun askSoon() {
        asking?.cancel()
        asking =
            environment.scope.launch {
                delay(PAUSE)
                val draft = draft() ?: return@launch
                if (state.value.letter == null) {
                    (ask { draft.check(this) } as? Load.Ready)?.let { checked -> change { it.copy(checked = checked.view) } }
                } else {
                    (letter(draft) as? Load.Ready)?.let { written -> change { if (it.letter == null) it else it.copy(letter = written.view) } }
                }
            }
    }

    private fun draft(onPaper: Boolean = state.value.onPaper): CaseDraft? = kind.draft(state.value, onPaper)

    private suspend fun letter(draft: CaseDraft): Load<CaseLetterView> {
        val sender = state.value.typed.sender
        return ask { draft.letter(this, sender) }
    }

    /** The person has to know what stands in the way before there is a letter. */
    private suspend fun read() {
        asking?.cancel()
        val draft = draft() ?: return
        change { it.copy(sending = true, problem = null) }
        val checked = ask { draft.check(this) }
        if (checked is Load.Ready && checked.view.ready) show(checked.view, letter(draft))
        else tell(checked)
        change { it.copy(sending = false) }
    }

    private fun show(checked: CaseCheckView, letter: Load<CaseLetterView>) =
        change {
            if (letter is Load.Ready) it.copy(checked = checked, letter = letter.view, noPrinter = false)
            else it.copy(checked = checked, problem = letter.problem, told = it.told + 1)
        }

    private fun tell(checked: Load<CaseCheckView>) =
        change { it.copy(checked = (checked as? Load.Ready)?.view ?: it.checked, problem = checked.problem, told = it.told + 1) }

    /** Whoever leaves meanwhile has sent it all the same: so everybody is told. */
    private suspend fun keep(onPaper: Boolean) {
        asking?.cancel()
        val draft = draft(onPaper) ?: return
        change { it.copy(sending = true, problem = null) }
        withContext(NonCancellable) {
            val kept = ask { draft.keep(this, form) }
            if (kept is Load.Ready) {
                changed()
                if (!onPaper) phone.syncSoon()
                change { it.copy(kept = kept.view, sending = false) }
            } else {
                change { it.copy(problem = kept.problem, sending = false, told = it.told + 1) }
            }
        }
    }

    private fun print() {
        val letter = state.value.letter ?: return
        change { it.copy(noPrinter = !phone.print(letter.fileName, letter.html)) }
    }

    private suspend fun choosePhoto() {
        when (val answer = phone.pickPhoto()) {
            is PhotoAnswer.Photo -> add(answer.jpeg)
            PhotoAnswer.None -> Unit
            PhotoAnswer.TooLarge -> change { it.copy(photoTrouble = PhotoTrouble.TOO_LARGE) }
            PhotoAnswer.Unreadable -> change { it.copy(photoTrouble = PhotoTrouble.UNREADABLE) }
        }
    }

    private fun add(jpeg: ByteArray) {
        change { if (it.takesPhotos) it.copy(photos = it.photos + jpeg, photoTrouble = null) else it }
        askSoon()
    }

    private fun remove(at: Int) {
        change { it.copy(photos = it.photos.filterIndexed { n, _ -> n != at }, photoTrouble = null) }
        askSoon()
    }

    private fun back() =
        change {
            when {
                it.letter != null && it.kept == null -> it.copy(letter = null, noPrinter = false, problem = null)
                it.holdsInput -> it.copy(leaving = true)
                else -> it.copy(left = true)
            }
        }

    @Serializable
    private data class Memory(val typed: CaseTyped, val hadPhotos: Boolean, val form: String)

    private companion object {
        const val PAUSE = 250L

        fun restored(saved: String?): CaseFormState =
            remembered<Memory>(saved)?.let { CaseFormState(typed = it.typed, photoTrouble = PhotoTrouble.LOST.takeIf { _ -> it.hadPhotos }) } ?: CaseFormState()
    }
}

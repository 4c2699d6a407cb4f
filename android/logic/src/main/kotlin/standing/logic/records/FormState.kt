package standing.logic.records

import standing.core.DraftField
import standing.core.DraftView
import standing.core.FieldNote
import standing.core.KeptView
import standing.core.NoteWeight
import standing.core.Problem
import standing.core.RecordChoice
import standing.logic.Load
import standing.logic.view

/** The photo of a form. */
sealed interface FormPhoto {
    data object None : FormPhoto

    /** It is being chosen, laid down or found again. */
    data object Coming : FormPhoto

    /** It is here. */
    class Here(val jpeg: ByteArray) : FormPhoto
}

/** Why the photo that was wanted is not here. */
enum class PhotoTrouble {
    TOO_LARGE,
    UNREADABLE,
    NO_SPACE,

    /** It was here before the process ended, and is not any more. */
    LOST,
}

/**
 * One form.
 *
 * @property load what is recorded, and the last check of what was typed.
 * @property photoTrouble why the photo chosen last is not here; one that was here before stays.
 * @property begun whether the person read on: a report against oneself begins with what happens without it.
 * @property told how often sending was tapped and something stood in the way; then every note is shown.
 * @property toldNotes the notes that were shown then: what was looked at again may be sent.
 * @property leaving the question whether to leave without keeping is open.
 * @property left the screen is to be closed.
 * @property kept the record was kept: the form is done.
 * @property problem why it could not be kept.
 */
data class FormState(
    val load: Load<DraftView> = Load.Loading,
    val typed: Typed = Typed(),
    val photo: FormPhoto = FormPhoto.None,
    val photoTrouble: PhotoTrouble? = null,
    val begun: Boolean = false,
    val told: Int = 0,
    val toldNotes: Set<String> = emptySet(),
    val sending: Boolean = false,
    val leaving: Boolean = false,
    val left: Boolean = false,
    val kept: KeptView? = null,
    val problem: Problem? = null,
) {
    /** The last check; null as long as there is none. */
    val draft: DraftView? get() = load.view

    /** What is recorded, by the rulebook. */
    val choice: RecordChoice? get() = draft?.choice

    /** The notes to show, in the order of the form: those on filled fields at once, all when sending was tapped. */
    val notes: List<FieldNote>
        get() {
            val order = choice?.let(::fields).orEmpty()
            return draft?.notes.orEmpty().filter { told > 0 || it.field in shownFields }.sortedBy { order.indexOf(it.field) }
        }

    val problems: List<FieldNote> get() = notes.filter { it.weight == NoteWeight.PROBLEM }
    val lookAgain: List<FieldNote> get() = notes.filter { it.weight == NoteWeight.LOOK_AGAIN }

    /** What happens without a report and whether there is a duty comes before the form, at equal weight. */
    val asksFirst: Boolean get() = draft?.against != null && !begun

    /** Nothing stands in the way but notes that the person has seen. */
    val looked: Boolean get() = draft?.let { it.ready && it.notes.isNotEmpty() && seen(it) } ?: false

    /** Something would be lost by leaving. */
    val holdsInput: Boolean get() = kept == null && (typed != Typed() || holdsPhoto)

    /** A photo is here, or on its way. */
    val holdsPhoto: Boolean get() = photo != FormPhoto.None

    /** The notes of one field. */
    fun notes(field: DraftField): List<FieldNote> = notes.filter { it.field == field }

    /** Each of its notes was shown when sending was tapped. */
    fun seen(draft: DraftView): Boolean = draft.notes.all { it.text in toldNotes }

    private val shownFields: Set<DraftField>
        get() = typed.filled + DraftField.RULE + setOfNotNull(DraftField.PHOTO.takeIf { photo is FormPhoto.Here })
}

sealed interface FormAction {
    /** Something was typed or chosen. */
    data class Type(val typed: Typed) : FormAction

    data object ChoosePhoto : FormAction

    data object RemovePhoto : FormAction

    /** The person has read what happens without a report, and goes on. */
    data object Begin : FormAction

    data object Send : FormAction

    /** Back: closes the form, or asks if something would be lost. */
    data object Back : FormAction

    data object Stay : FormAction

    data object Leave : FormAction

    /** Asks the core once more for what can be recorded. */
    data object Again : FormAction
}

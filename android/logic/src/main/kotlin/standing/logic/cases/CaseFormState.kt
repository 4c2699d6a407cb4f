package standing.logic.cases

import kotlinx.serialization.Serializable
import standing.core.CaseCheckView
import standing.core.CaseField
import standing.core.CaseLetterView
import standing.core.CaseNote
import standing.core.CaseFormView
import standing.core.ContestGround
import standing.core.ContestWants
import standing.core.KeptView
import standing.core.LetterSender
import standing.core.Problem
import standing.core.RightKind
import standing.logic.Load
import standing.logic.keepable
import standing.logic.records.PhotoTrouble
import standing.logic.view

/**
 * What a form of a case holds; what its form does not ask for stays empty.
 *
 * @property grounds in the order of ticking.
 * @property wants null as long as the person chose nothing: the first is suggested.
 * @property right as [wants].
 * @property day such as `2026-11-23`; empty as long as none was chosen.
 * @property name for paper only, as is the [address].
 */
@Serializable
data class CaseTyped(
    val grounds: List<ContestGround> = emptyList(),
    val words: String = "",
    val wants: ContestWants? = null,
    val right: RightKind? = null,
    val day: String = "",
    val mark: Boolean = true,
    val name: String = "",
    val address: String = "",
) {
    val sender: LetterSender get() = LetterSender(name, address)

    /** As it may outlive the process. */
    fun keepable() = copy(words = words.keepable(), name = name.keepable(), address = address.keepable())

    /** No longer than anybody writes, so that nothing grows without end. */
    fun bounded() = copy(words = words.take(LONGEST), name = name.take(SHORT), address = address.take(SHORT))

    private companion object {
        const val LONGEST = 10_000
        const val SHORT = 300
    }
}

/**
 * A form of a case as it is written.
 *
 * @property photos JPEGs as they were taken; they do not outlive the process.
 * @property told how often the person wanted to go on and was told what stands in the way.
 * @property letter what it becomes, once the person has gone on to it.
 * @property kept the case that it became.
 * @property noPrinter this phone cannot print.
 */
data class CaseFormState(
    val load: Load<CaseFormView> = Load.Loading,
    val typed: CaseTyped = CaseTyped(),
    val photos: List<ByteArray> = emptyList(),
    val photoTrouble: PhotoTrouble? = null,
    val checked: CaseCheckView? = null,
    val told: Int = 0,
    val letter: CaseLetterView? = null,
    val sending: Boolean = false,
    val leaving: Boolean = false,
    val left: Boolean = false,
    val kept: KeptView? = null,
    val problem: Problem? = null,
    val noPrinter: Boolean = false,
) {
    /** What is asked for: the first that the core suggests, unless another was chosen. */
    val wants: ContestWants? get() = typed.wants ?: load.view?.wants?.firstOrNull()?.wants

    /** By which right is asked: the first that the core lists, unless another was chosen. */
    val right: RightKind? get() = typed.right ?: load.view?.rights?.firstOrNull()?.right

    /** No record reaches this office: it is written on paper alone. */
    val onPaper: Boolean get() = load.view?.paperOnly.orEmpty().isNotEmpty()

    /** Something would be lost by leaving. */
    val holdsInput: Boolean get() = kept == null && (typed != CaseTyped() || photos.isNotEmpty())

    /** A further photo fits. */
    val takesPhotos: Boolean get() = photos.size < (load.view?.photosMost?.toInt() ?: 0)

    /** The notes of one field; those on what is still empty once the person wanted to go on. */
    fun notes(field: CaseField): List<CaseNote> = if (told == 0) emptyList() else checked?.notes.orEmpty().filter { it.field == field }
}

sealed interface CaseFormAction {
    data object Again : CaseFormAction

    data class Type(val typed: CaseTyped) : CaseFormAction

    /** Ticks a ground, or takes the tick away. */
    data class Tick(val ground: ContestGround) : CaseFormAction

    data object ChoosePhoto : CaseFormAction

    data class RemovePhoto(val at: Int) : CaseFormAction

    /** On to the letter, or what stands in the way. */
    data object Read : CaseFormAction

    data object Send : CaseFormAction

    /** Keeps it as handed in on paper: nothing is sent. */
    data object KeepForPaper : CaseFormAction

    data object Print : CaseFormAction

    /** From the letter to the form; from the form away, or asks if something would be lost. */
    data object Back : CaseFormAction

    data object Stay : CaseFormAction

    data object Leave : CaseFormAction
}

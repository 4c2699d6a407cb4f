package standing.logic.records

import standing.core.MembershipId
import standing.core.Problem
import standing.core.ReceiptView
import standing.core.ReceiptsView
import standing.logic.Desk
import standing.logic.Load
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.SaveAnswer

/**
 * One receipt.
 *
 * @property saving how saving it as a file went; null if it was not tried.
 */
data class ReceiptState(
    val load: Load<ReceiptView> = Load.Loading,
    val problem: Problem? = null,
    val saving: SaveAnswer? = null,
)

sealed interface ReceiptAction {
    data object Again : ReceiptAction

    /** With the record that it is over: alone it proves little. */
    data object Export : ReceiptAction
}

/** The newest receipt over a record. */
class ReceiptPresenter(
    desk: Desk,
    private val membership: MembershipId,
    private val item: Long,
    private val phone: Platform,
) : Presenter<ReceiptState>(desk, ReceiptState()) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: ReceiptAction) =
        when (action) {
            ReceiptAction.Again -> load()
            ReceiptAction.Export -> export()
        }

    private fun load() =
        latest("load", { receipt(membership, item) }) { load -> change { it.copy(load = load) } }

    private fun export() =
        once("export") {
            change { it.copy(problem = null, saving = null) }
            when (val export = ask { SavedRecord(exportRecord(membership, item)) }) {
                is Load.Ready -> {
                    val answer = phone.saveFile(export.view.name, export.view.mediaType, export.view.bytes)
                    change { it.copy(saving = answer.takeIf { answer != SaveAnswer.NONE }) }
                }
                is Load.Failed -> change { it.copy(problem = export.problem) }
                Load.Loading -> Unit
            }
        }
}

/** Every receipt of a membership. */
data class ReceiptsState(val load: Load<ReceiptsView> = Load.Loading)

sealed interface ReceiptsAction {
    data object Again : ReceiptsAction
}

/** All receipts: also those over records that another phone sent. */
class ReceiptsPresenter(desk: Desk, private val membership: MembershipId) :
    Presenter<ReceiptsState>(desk, ReceiptsState()) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: ReceiptsAction) =
        when (action) {
            ReceiptsAction.Again -> load()
        }

    private fun load() =
        latest("load", { receipts(membership) }) { load -> change { it.copy(load = load) } }
}

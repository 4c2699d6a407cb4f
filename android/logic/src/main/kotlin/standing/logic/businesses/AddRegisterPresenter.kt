package standing.logic.businesses

import kotlinx.coroutines.Job
import kotlinx.coroutines.launch
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.Json
import standing.core.LinkTarget
import standing.core.LinkView
import standing.core.RegisterView
import standing.core.Stopper
import standing.logic.Desk
import standing.logic.Load
import standing.logic.Presenter
import standing.logic.view

/**
 * Adding a register of businesses by its link.
 *
 * @property link the link as it was opened, scanned or typed.
 * @property read what it leads to; null until it was read. Nothing was fetched by then.
 * @property differs the person found that the fingerprint is not the one on the paper.
 * @property compared every group of it is the same; it is then asked whether the person relies on the register.
 * @property added how adding went; null until it was begun, which the person does after comparing.
 */
data class AddRegisterState(
    val link: String = "",
    val read: Load<LinkView>? = null,
    val differs: Boolean = false,
    val compared: Boolean = false,
    val added: Load<RegisterView>? = null,
) {
    /** It leads to an authority, which is joined, not added. */
    val leadsElsewhere get() = read?.view?.leadsTo == LinkTarget.AUTHORITY
}

/** The link, whether it was read, and what came of comparing. */
@Serializable
private data class SavedRegister(val link: String, val read: Boolean, val differs: Boolean)

/** What can be done there. */
sealed interface AddRegisterAction {
    data class Type(val link: String) : AddRegisterAction

    /** Say what the link leads to. */
    data object Read : AddRegisterAction

    /** Every group of the fingerprint is the same. */
    data object Same : AddRegisterAction

    /** Fetch it: its names and lists come first if the person relies on it, and are told below if not. */
    data class Add(val relied: Boolean) : AddRegisterAction

    data object Differs : AddRegisterAction

    /** Fetch it again, after it failed. */
    data object TryAgain : AddRegisterAction

    /** Leave off fetching. What was not checked to its end is not kept. */
    data object Stop : AddRegisterAction
}

class AddRegisterPresenter(
    desk: Desk,
    link: String = "",
    private val changed: () -> Unit = {},
    saved: String? = null,
) : Presenter<AddRegisterState>(desk, AddRegisterState(link)) {
    private var adding: Job? = null
    private var stopper: Stopper? = null
    private var relied = false

    init {
        val before = saved?.let { runCatching { Json.decodeFromString<SavedRegister>(it) }.getOrNull() }
        if (before != null) change { AddRegisterState(before.link, differs = before.differs) }
        if (before?.read ?: link.isNotBlank()) read()
    }

    override fun saved(): String? = state.value.run { if (link.isEmpty()) null else Json.encodeToString(SavedRegister(link, read != null, differs)) }

    fun act(action: AddRegisterAction) {
        when (action) {
            is AddRegisterAction.Type -> type(action.link.take(LONGEST))
            AddRegisterAction.Read -> if (state.value.link.isNotBlank()) read()
            AddRegisterAction.Same -> same()
            is AddRegisterAction.Add -> {
                relied = action.relied
                add()
            }
            AddRegisterAction.TryAgain -> add()
            AddRegisterAction.Differs -> change { it.copy(differs = true) }
            AddRegisterAction.Stop -> stop()
        }
    }

    /** Another text is another link: what was read and compared does not hold for it. */
    private fun type(link: String) {
        if (link == state.value.link || adding?.isActive == true) return
        change { AddRegisterState(link) }
    }

    private fun read() =
        once("read") {
            val link = state.value.link
            change { AddRegisterState(link, read = Load.Loading, differs = it.differs) }
            val read = ask { readLink(link) }
            change { if (it.link == link) it.copy(read = read) else it }
        }

    private fun same() {
        val read = state.value.read?.view ?: return
        if (read.leadsTo == LinkTarget.REGISTER && !state.value.differs) change { it.copy(compared = true) }
    }

    private fun add() {
        val now = state.value
        if (!now.compared || now.differs || adding?.isActive == true || now.added is Load.Ready) return
        change { it.copy(added = Load.Loading) }
        val asked = Stopper()
        stopper = asked
        adding = desk.scope.launch {
            // Whoever leaves the screen has stopped it, too.
            val added = try {
                ask { addRegister(now.link, relied, asked) }
            } finally {
                asked.stop()
            }
            // What was stopped has failed, and that is what the person wanted.
            change { if (stopper == asked || added is Load.Ready) it.copy(added = added) else it }
            if (added is Load.Ready) changed()
        }
    }

    /** The core ends between two exchanges; until then nothing else is begun. */
    private fun stop() {
        stopper?.stop()
        stopper = null
        change { if (it.added is Load.Loading) it.copy(added = null) else it }
    }

    private companion object {
        /** The core answers that so long a text is no link. */
        const val LONGEST = 10_000
    }
}

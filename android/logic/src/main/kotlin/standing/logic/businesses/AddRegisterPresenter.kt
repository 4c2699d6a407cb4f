package standing.logic.businesses

import kotlinx.coroutines.Job
import kotlinx.coroutines.launch
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.Json
import standing.core.Fetch
import standing.core.GroupAnswer
import standing.core.LinkTarget
import standing.core.LinkView
import standing.core.RegisterView
import standing.core.Stopper
import standing.logic.Environment
import standing.logic.Load
import standing.logic.NetworkKind
import standing.logic.Presenter
import standing.logic.keepable
import standing.logic.problem
import standing.logic.view

/**
 * Adding a register of businesses by its link.
 *
 * @property link the link as it was opened, scanned or typed.
 * @property read what it leads to; null until it was read. Nothing was fetched by then.
 * @property typed the groups of the fingerprint as the person types them from the paper, by number.
 * @property checked how comparing those groups went; null until they were typed and checked.
 * @property added how adding went; null until it was begun, which the person does after comparing.
 */
data class AddRegisterState(
    val link: String = "",
    val read: Load<LinkView>? = null,
    val typed: Map<UByte, String> = emptyMap(),
    val checked: Load<Unit>? = null,
    val added: Load<RegisterView>? = null,
) {
    /** It leads to an authority, which is joined, not added. */
    val leadsElsewhere get() = read?.view?.leadsTo == LinkTarget.AUTHORITY

    /** Every group that is asked for was typed. */
    val complete get() = read?.view?.groups?.all { typed[it.number].orEmpty().isNotBlank() } == true

    /** It is large, and the network may charge: the person is asked first. */
    val asksFirst get() = added?.problem?.code == "asks-first"

    /** The groups are the same as the link's; it is then asked whether the person relies on the register. */
    val compared get() = checked is Load.Ready
}

/** The link, whether it was read, and what was typed: it is there again for a group that is asked for again. */
@Serializable
private data class SavedRegister(val link: String, val read: Boolean, val typed: Map<Int, String>)

/** What can be done there. */
sealed interface AddRegisterAction {
    data class Type(val link: String) : AddRegisterAction

    /** Say what the link leads to. */
    data object Read : AddRegisterAction

    /** A group of the fingerprint was typed from the paper. */
    data class TypeGroup(val number: UByte, val text: String) : AddRegisterAction

    /** Compare the groups that were typed with the link's. */
    data object Check : AddRegisterAction

    /** Fetch it: its names and lists come first if the person relies on it, and are told below if not. */
    data class Add(val relied: Boolean) : AddRegisterAction

    /** Fetch it again, after it failed. */
    data object TryAgain : AddRegisterAction

    /** Fetch it although it is large and the network may charge. */
    data object FetchNow : AddRegisterAction

    /** Leave off fetching. What was not checked to its end is not kept. */
    data object Stop : AddRegisterAction
}

class AddRegisterPresenter(
    environment: Environment,
    private val network: () -> NetworkKind,
    link: String = "",
    private val changed: () -> Unit = {},
    saved: String? = null,
) : Presenter<AddRegisterState>(environment, AddRegisterState(link)) {
    private var adding: Job? = null
    private var stopper: Stopper? = null
    private var relied = false

    /** The person has seen the size of this register, and wants it now. */
    private var agreed = false

    init {
        val before = saved?.let { runCatching { Json.decodeFromString<SavedRegister>(it) }.getOrNull() }
        if (before != null) change { AddRegisterState(before.link, typed = before.typed.mapKeys { it.key.toUByte() }) }
        if (before?.read ?: link.isNotBlank()) read()
    }

    override fun saved(): String? = state.value.run { if (link.isEmpty()) null else Json.encodeToString(SavedRegister(link.keepable(), read != null, typed.map { it.key.toInt() to it.value.keepable() }.toMap())) }

    fun act(action: AddRegisterAction) {
        when (action) {
            is AddRegisterAction.Type -> type(action.link.take(LONGEST))
            AddRegisterAction.Read -> if (state.value.link.isNotBlank()) read()
            is AddRegisterAction.TypeGroup -> typeGroup(action.number, action.text.take(LONGEST_GROUP))
            AddRegisterAction.Check -> check()
            is AddRegisterAction.Add -> {
                relied = action.relied
                add()
            }
            AddRegisterAction.TryAgain -> add()
            AddRegisterAction.FetchNow -> {
                agreed = true
                add()
            }
            AddRegisterAction.Stop -> stop()
        }
    }

    /** Another text is another link: what was read and compared does not hold for it. */
    private fun type(link: String) {
        if (link == state.value.link || adding?.isActive == true) return
        agreed = false
        change { AddRegisterState(link) }
    }

    private fun typeGroup(number: UByte, text: String) {
        if (adding?.isActive == true) return
        change { it.copy(typed = it.typed + (number to text), checked = null, added = null) }
    }

    private fun read() =
        once("read") {
            val link = state.value.link
            change { AddRegisterState(link, read = Load.Loading, typed = it.typed) }
            val read = ask { readLink(link) }
            change { if (it.link == link) it.copy(read = read) else it }
        }

    private fun check() {
        val now = state.value
        val view = now.read?.view ?: return
        if (view.leadsTo != LinkTarget.REGISTER || !now.complete || now.compared) return
        once("check") {
            val typed = view.groups.map { GroupAnswer(it.number, now.typed[it.number].orEmpty()) }
            val checked = ask { checkGroups(now.link, typed) }
            // What was typed meanwhile was not compared.
            change { if (it.link == now.link && it.read == now.read && it.typed == now.typed) it.copy(checked = checked) else it }
        }
    }

    private fun add() {
        val now = state.value
        if (!now.compared || adding?.isActive == true || now.added is Load.Ready) return
        change { it.copy(added = Load.Loading) }
        val asked = Stopper()
        val fetch = if (agreed || network() == NetworkKind.UNMETERED) Fetch.ALL else Fetch.SMALL
        stopper = asked
        adding = environment.scope.launch {
            // Whoever leaves the screen has stopped it, too.
            val added = try {
                ask { addRegister(now.link, relied, fetch, asked) }
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

        /** A group has four characters. */
        const val LONGEST_GROUP = 40
    }
}

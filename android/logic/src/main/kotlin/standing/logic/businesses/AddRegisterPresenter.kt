package standing.logic.businesses

import kotlinx.coroutines.Job
import kotlinx.coroutines.launch
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.Json
import standing.core.GroupAnswer
import standing.core.LinkTarget
import standing.core.LinkView
import standing.core.RegisterView
import standing.logic.Desk
import standing.logic.Load
import standing.logic.Presenter
import standing.logic.view

/**
 * Adding a register of businesses by its link.
 *
 * @property link the link as it was opened, scanned or typed.
 * @property read what it leads to; null until it was read. Nothing was fetched by then.
 * @property typed the groups of the fingerprint as the person types them from the paper, by number.
 * @property added how adding went; null until it was begun, which the person does after typing them.
 */
data class AddRegisterState(
    val link: String = "",
    val read: Load<LinkView>? = null,
    val typed: Map<UByte, String> = emptyMap(),
    val added: Load<RegisterView>? = null,
) {
    /** It leads to an authority, which is joined, not added. */
    val leadsElsewhere get() = read?.view?.leadsTo == LinkTarget.AUTHORITY

    /** Every group that is asked for was typed. */
    val complete get() = read?.view?.groups?.all { typed[it.number].orEmpty().isNotBlank() } == true
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

    /** Check the groups, then fetch the register. */
    data object Add : AddRegisterAction

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

    init {
        val before = saved?.let { runCatching { Json.decodeFromString<SavedRegister>(it) }.getOrNull() }
        if (before != null) change { AddRegisterState(before.link, typed = before.typed.mapKeys { it.key.toUByte() }) }
        if (before?.read ?: link.isNotBlank()) read()
    }

    override fun saved(): String? = state.value.run { if (link.isEmpty()) null else Json.encodeToString(SavedRegister(link, read != null, typed.mapKeys { it.key.toInt() })) }

    fun act(action: AddRegisterAction) {
        when (action) {
            is AddRegisterAction.Type -> type(action.link.take(LONGEST))
            AddRegisterAction.Read -> if (state.value.link.isNotBlank()) read()
            is AddRegisterAction.TypeGroup -> typeGroup(action.number, action.text.take(LONGEST_GROUP))
            AddRegisterAction.Add -> add()
            AddRegisterAction.Stop -> stop()
        }
    }

    /** Another text is another link: what was read and compared does not hold for it. */
    private fun type(link: String) {
        if (link == state.value.link || adding?.isActive == true) return
        change { AddRegisterState(link) }
    }

    private fun typeGroup(number: UByte, text: String) {
        if (adding?.isActive == true) return
        change { it.copy(typed = it.typed + (number to text), added = null) }
    }

    private fun read() =
        once("read") {
            val link = state.value.link
            change { AddRegisterState(link, read = Load.Loading, typed = it.typed) }
            val read = ask { readLink(link) }
            change { if (it.link == link) it.copy(read = read) else it }
        }

    private fun add() {
        val now = state.value
        val ready = now.read?.view?.leadsTo == LinkTarget.REGISTER && now.complete
        if (!ready || adding?.isActive == true || now.added is Load.Ready) return
        change { it.copy(added = Load.Loading) }
        adding = desk.scope.launch {
            val asked = now.read?.view?.groups.orEmpty()
            val typed = asked.map { GroupAnswer(it.number, now.typed[it.number].orEmpty()) }
            val added =
                ask {
                    checkGroups(now.link, typed)
                    addRegister(now.link)
                }
            change { it.copy(added = added) }
            if (added is Load.Ready) changed()
        }
    }

    private fun stop() {
        adding?.cancel()
        adding = null
        change { if (it.added is Load.Loading) it.copy(added = null) else it }
    }

    private companion object {
        /** The core answers that so long a text is no link. */
        const val LONGEST = 10_000

        /** A group has four characters. */
        const val LONGEST_GROUP = 40
    }
}

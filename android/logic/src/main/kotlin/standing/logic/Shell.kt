package standing.logic

import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import standing.core.MembershipId
import standing.core.MembershipState
import standing.core.MembershipView
import standing.core.Problem
import standing.core.SettingsView

/**
 * What all screens share.
 *
 * @property settings how the person wants to read; null until they are here.
 * @property memberships whose papers this phone holds.
 * @property chosen the membership that Home and Records show; null where there is none to show.
 * @property problem why a setting could not be kept.
 */
data class ShellState(
    val settings: SettingsView? = null,
    val memberships: Load<List<MembershipView>> = Load.Loading,
    val chosen: MembershipId? = null,
    val problem: Problem? = null,
) {
    /** Those that were confirmed: the others wait for a yes or a no, and show nothing until then. */
    val active: List<MembershipView> get() = memberships.view.orEmpty().filter { it.state == MembershipState.ACTIVE }

    /** Amounts are shown only once it is known that the person does not hide them. */
    val hidden: Boolean get() = settings?.hideAmounts ?: true
}

/**
 * What all screens share, read once when the app opens and again on news: so that a screen needs
 * one call, its own. [chosen] comes from [saved] of the process before.
 */
class ShellPresenter(environment: Environment, chosen: String? = null) : Presenter<ShellState>(environment, ShellState(chosen = chosen)) {
    private val order = Mutex()
    private var asked = 0

    init {
        refresh()
        onNews(::refresh)
    }

    override fun saved(): String? = state.value.chosen

    /** Reads again: somebody joined, left or was erased. What came while it read is in the last reading, which counts. */
    fun refresh() =
        always {
            val number = ++asked
            val settings = ask { settings() }
            val memberships = ask { memberships() }
            if (number != asked) return@always
            change {
                val next = it.copy(settings = settings.view ?: it.settings, memberships = memberships)
                next.copy(chosen = chosen(next), problem = settings.problem)
            }
        }

    /** Home and Records show this membership from now on. */
    fun choose(membership: MembershipId) = change { it.copy(chosen = membership) }

    /** Keeps changed settings. Changes are kept one after the other, each on top of the last. */
    fun set(changed: (SettingsView) -> SettingsView) =
        always {
            order.withLock {
                val before = state.value.settings ?: return@withLock
                val after = changed(before)
                if (after == before) return@withLock
                val kept = ask { setSettings(after) }
                change {
                    if (kept.problem == null) it.copy(settings = after, problem = null) else it.copy(problem = kept.problem)
                }
            }
        }

    /** The problem was read. */
    fun dismiss() = change { it.copy(problem = null) }

    /** The one that was chosen, if it is still there; else the first. While nothing is known, the choice stands. */
    private fun chosen(state: ShellState): MembershipId? {
        if (state.memberships !is Load.Ready) return state.chosen
        val here = state.active.map { it.membership }
        return state.chosen.takeIf { it in here } ?: here.firstOrNull()
    }
}

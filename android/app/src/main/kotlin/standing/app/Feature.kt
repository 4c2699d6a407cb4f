package standing.app

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import kotlinx.coroutines.flow.Flow
import standing.core.MembershipId
import standing.logic.AppLock
import standing.logic.Environment
import standing.logic.Place
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.ShellPresenter
import standing.logic.records.PhotoStore
import standing.logic.sync.Syncing

/** The places of one feature. Each feature has one, in its own package, named in [FEATURES]. */
fun interface Feature {
    /** The screen of a place; null if the place belongs to another feature. */
    fun open(place: Place, opening: Opening): OpenScreen?
}

/**
 * What a screen is opened with.
 *
 * @property environment its scope ends when the screen is left.
 * @property shell settings and memberships, which all screens share.
 * @property lock asks the phone for its owner.
 * @property chosen the membership that Home and Records showed when the screen was opened.
 * @property syncing the sync of the whole app, which goes on when the screen is left.
 * @property photoStore where the photo of the open form lies.
 * @property asked what another app's reader wants to have looked up, each once.
 * @property changed says that the core holds something new, so that every screen asks again.
 * @property saved what [Presenter.saved] said in the process before; null if nothing was.
 * @property go opens a place; back leads here again.
 * @property back leads where one came from.
 * @property instead opens a place from which back does not lead here, such as the item that a sent form became.
 */
class Opening(
    val environment: Environment,
    val platform: Platform,
    val shell: ShellPresenter,
    val lock: AppLock,
    val chosen: MembershipId?,
    val syncing: Syncing,
    val photoStore: PhotoStore,
    val asked: Flow<String>,
    val changed: () -> Unit,
    val saved: String?,
    val go: (Place) -> Unit,
    val back: () -> Unit,
    val instead: (Place) -> Unit,
)

/**
 * A screen that is open.
 *
 * @property saved what was typed, for the process after this one.
 * @property onBack asked before one goes back; true if the screen did something else with it, such as asking.
 * @property onLeave asked before another place takes it away; true if it stays for now: it is busy, or it asks the person,
 *   and goes on from there after a yes.
 * @property holdsPhoto a photo is here that one from another app would take the place of.
 * @property sheet the page that it was opened from stays visible below; see `design.Sheet`.
 */
class OpenScreen(
    val saved: () -> String? = { null },
    val onBack: () -> Boolean = { false },
    val onLeave: (goOn: () -> Unit) -> Boolean = { false },
    val holdsPhoto: () -> Boolean = { false },
    val sheet: Boolean = false,
    val show: @Composable () -> Unit,
)

/** Where one was about to go when a screen asked whether to leave: there a yes leads, and after a no nothing does. */
class Elsewhere {
    var goOn: (() -> Unit)? = null

    @Composable
    fun Follow(leaving: Boolean, left: Boolean, back: () -> Unit) {
        LaunchedEffect(leaving) { if (!leaving && !left) goOn = null }
        LaunchedEffect(left) { if (left) (goOn ?: back)() }
    }
}

/** A screen that shows what its presenter knows. */
fun <S> screen(
    presenter: Presenter<S>,
    sheet: Boolean = false,
    onBack: () -> Boolean = { false },
    onLeave: (goOn: () -> Unit) -> Boolean = { false },
    holdsPhoto: () -> Boolean = { false },
    show: @Composable (S) -> Unit,
): OpenScreen =
    OpenScreen(presenter::saved, onBack, onLeave, holdsPhoto, sheet) {
        // One screen in another's place: nothing that the other remembered is this one's.
        key(presenter) {
            val state by presenter.state.collectAsState()
            show(state)
        }
    }

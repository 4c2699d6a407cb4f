package standing.logic

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch
import standing.core.LockAfter
import standing.core.PersonView

/** The phone's own lock: fingerprint, face or code. */
interface ScreenLock {
    /** Whether the phone has one. */
    fun isSet(): Boolean

    /** Lets the phone confirm that its owner is here; [title] says what for. */
    suspend fun confirm(title: String): Confirmation

    /** Milliseconds of a clock that nobody can set, and that counts while the phone sleeps. */
    fun elapsed(): Long
}

/** What the phone's own lock answered. */
enum class Confirmation { CONFIRMED, CANCELLED, FAILED, TOO_OFTEN, NO_SCREEN_LOCK }

/** Hears on the main thread, before anything is drawn, that the app leaves the screen and that it is back. */
interface Presence {
    fun left()

    fun returned()
}

/** What may be shown. */
sealed interface LockState {
    /** The settings are not read yet: nothing. */
    data object Unknown : LockState

    data object Open : LockState

    /** The page with one button; [answer] is what the phone said last. */
    data class Locked(val asking: Boolean = false, val answer: Confirmation? = null) : LockState
}

/** Whether the owner is asked for after so many milliseconds away. */
fun LockAfter?.asksAfter(away: Long): Boolean =
    when (this) {
        null -> false
        LockAfter.AT_ONCE -> away >= 0
        LockAfter.ONE_MINUTE -> away >= MINUTE
        LockAfter.FIVE_MINUTES -> away >= 5 * MINUTE
    }

private const val MINUTE = 60_000L

/**
 * Shows nothing of the app before the phone's owner was confirmed: at each start, and after a time away. It hides, and
 * touches nothing else: what was typed, what syncs and where a notice leads stay as they are. It is not encryption.
 */
class AppLock(private val phone: ScreenLock, private val scope: CoroutineScope, private val title: () -> String) : Presence {
    private val states = MutableStateFlow<LockState>(LockState.Unknown)
    private var chosen: LockAfter? = null
    private var leftAt: Long? = null
    private var isHere = true
    private var questions = 0

    private val opened = MutableStateFlow<Set<String>>(emptySet())

    val state: StateFlow<LockState> = states.asStateFlow()

    /** The people whose locked pages the owner has opened, by what they are called. A time away closes them. */
    val people: StateFlow<Set<String>> = opened.asStateFlow()

    /** Whether the phone has a lock of its own. */
    val isPossible: Boolean get() = phone.isSet()

    /** The setting, as it is now. The first one decides whether the app starts locked. */
    fun know(setting: LockAfter?) {
        chosen = setting
        if (states.value == LockState.Unknown) states.value = if (setting == null) LockState.Open else LockState.Locked()
    }

    override fun left() {
        isHere = false
        if (leftAt == null) leftAt = phone.elapsed()
    }

    override fun returned() {
        isHere = true
        // The phone's own page may lie over the app while it asks: its answer decides.
        if (questions == 0) lockIfAway()
    }

    /** The button of the locked page. A second tap asks nothing more. */
    fun unlock() {
        val now = states.value as? LockState.Locked ?: return
        if (now.asking) return
        states.value = LockState.Locked(asking = true)
        scope.launch {
            val answer = confirm(title())
            states.value = if (answer == Confirmation.CONFIRMED) LockState.Open else LockState.Locked(answer = answer)
        }
    }

    /** Asks for the owner before the pages of a person; [title] says whose. */
    suspend fun open(person: PersonView, title: String): Confirmation {
        val answer = confirm(title)
        if (answer == Confirmation.CONFIRMED) opened.value += person.given
        return answer
    }

    /** Whether the pages of a person may be seen now. */
    fun isOpen(person: PersonView): Boolean = !person.isLocked || person.given in opened.value

    /** Asks the phone for its owner, also while the app is open. */
    suspend fun confirm(title: String): Confirmation {
        questions += 1
        val answer = try {
            phone.confirm(title)
        } finally {
            questions -= 1
        }
        if (answer == Confirmation.CONFIRMED) {
            // Some phones answer just before their page is gone.
            leftAt = if (isHere) null else phone.elapsed() + MOMENT
        } else if (isHere) {
            lockIfAway()
        }
        return answer
    }

    private fun lockIfAway() {
        val since = leftAt ?: return
        leftAt = null
        if ((chosen ?: LockAfter.ONE_MINUTE).asksAfter(phone.elapsed() - since)) opened.value = emptySet()
        if (states.value == LockState.Open && chosen.asksAfter(phone.elapsed() - since)) states.value = LockState.Locked()
    }

    private companion object {
        const val MOMENT = 2000L
    }
}

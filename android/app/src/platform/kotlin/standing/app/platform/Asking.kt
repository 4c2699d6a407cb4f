package standing.app.platform

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import android.content.pm.PackageManager
import android.net.Uri
import android.os.SystemClock
import kotlinx.coroutines.CompletableDeferred

/** What other screens of the phone are asked for. Each has one question open at a time. */
enum class Question { PHOTO, FILE, CAMERA, NOTICES, OWNER }

/**
 * How the activity opens other screens and asks for permissions. It tells [MainScreen] of each answer, also of one that was
 * asked for before the process ended.
 *
 * @property screen throws what `startActivityForResult` throws.
 */
class Launchers(val screen: (Question, Intent) -> Unit, val permission: (Question, String) -> Unit)

/**
 * Asks other screens of the phone, and waits for what the person answers there. It outlives the activity, which may be
 * recreated while the other screen is open.
 *
 * @property onOrphan gets an answer for which nobody waits any more: the process ended in between.
 */
class Asking(private val onOrphan: (Question, Uri) -> Unit) {
    /** The activity on the screen; null while there is none. */
    var activity: Activity? = null

    /** How [activity] asks; null while there is none. */
    var launchers: Launchers? = null

    private val open = mutableMapOf<Question, CompletableDeferred<Uri?>>()
    private var started: Intent? = null
    private var startedAt = 0L

    /**
     * Opens another screen, the first that this phone has; what it answers, or null. A second question of the same kind
     * ends the first.
     */
    suspend fun forAddress(question: Question, vararg screens: Intent): Uri? {
        val here = launchers ?: return null
        val answer = asked(question)
        if (screens.none { opens(here, it, question) }) answer.complete(null)
        return answer.await()
    }

    /** Opens another screen, which answers yes or no. */
    suspend fun forConsent(question: Question, screen: Intent): Boolean = forAddress(question, screen) != null

    /** Asks for a permission; whether it is given now. */
    suspend fun forPermission(question: Question, permission: String): Boolean {
        val here = activity ?: return false
        if (here.checkSelfPermission(permission) == PackageManager.PERMISSION_GRANTED) return true
        val answer = asked(question)
        launchers?.permission(question, permission) ?: answer.complete(null)
        answer.await()
        return here.checkSelfPermission(permission) == PackageManager.PERMISSION_GRANTED
    }

    /** Starts a screen that gives no answer, once for two taps; false if the phone has none for it. */
    fun start(intent: Intent): Boolean {
        val now = SystemClock.elapsedRealtime()
        if (started?.filterEquals(intent) == true && now - startedAt < TWO_TAPS) return true
        return starts(intent).also {
            started = intent.takeIf { _ -> it }
            startedAt = now
        }
    }

    private fun starts(intent: Intent): Boolean =
        try {
            activity?.startActivity(intent) != null
        } catch (_: ActivityNotFoundException) {
            false
        } catch (_: SecurityException) {
            // Another app claims the intent, and lets nobody in.
            false
        }

    /** What the other screen answered. */
    fun answered(question: Question, result: Int, data: Intent?) {
        // A yes carries no address.
        val given = if (question == Question.OWNER) Uri.EMPTY else data?.data
        val address = given.takeIf { result == Activity.RESULT_OK }
        val waiting = open.remove(question)
        when {
            waiting != null -> waiting.complete(address)
            address != null -> onOrphan(question, address)
        }
    }

    /** The person has answered for a permission, or turned away from the question. */
    fun permissionAnswered(question: Question) {
        open.remove(question)?.complete(null)
    }

    private fun opens(here: Launchers, screen: Intent, question: Question): Boolean =
        try {
            here.screen(question, screen)
            true
        } catch (_: ActivityNotFoundException) {
            false
        } catch (_: SecurityException) {
            // Another app claims the intent, and lets nobody in.
            false
        }

    private fun asked(question: Question): CompletableDeferred<Uri?> {
        open.remove(question)?.complete(null)
        return CompletableDeferred<Uri?>().also { open[question] = it }
    }

    private companion object {
        /** Milliseconds within which a second tap means the first. */
        const val TWO_TAPS = 700L
    }
}

package standing.app.platform

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import android.content.pm.PackageManager
import android.net.Uri
import android.os.SystemClock
import kotlinx.coroutines.CompletableDeferred

/** What other screens of the phone are asked for. Each has one question open at a time. */
enum class Question { PHOTO, FILE, CAMERA, NOTICES }

/**
 * Asks other screens of the phone, and waits for what the person answers there. It outlives the activity, which may be
 * made anew while the other screen is open.
 *
 * @property onOrphan gets an answer for which nobody waits any more: the process ended in between.
 */
class Asking(private val onOrphan: (Question, Uri) -> Unit) {
    /** The activity on the screen; null while there is none. */
    var activity: Activity? = null

    private val open = mutableMapOf<Question, CompletableDeferred<Uri?>>()
    private var started: Intent? = null
    private var startedAt = 0L

    /**
     * Opens another screen, the first that this phone has; what it answers, or null. A second question of the same kind
     * ends the first.
     */
    suspend fun forAddress(question: Question, vararg screens: Intent): Uri? {
        val here = activity ?: return null
        val answer = asked(question)
        if (screens.none { opens(here, it, question) }) answer.complete(null)
        return answer.await()
    }

    /** Asks for a permission; whether it is given now. */
    suspend fun forPermission(question: Question, permission: String): Boolean {
        val here = activity ?: return false
        if (here.checkSelfPermission(permission) == PackageManager.PERMISSION_GRANTED) return true
        val answer = asked(question)
        here.requestPermissions(arrayOf(permission), question.ordinal)
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

    /** What the activity was told; whether it was an answer to a question of here. */
    fun answered(code: Int, result: Int, data: Intent?): Boolean {
        val question = Question.entries.getOrNull(code) ?: return false
        val address = data?.data.takeIf { result == Activity.RESULT_OK }
        val waiting = open.remove(question)
        when {
            waiting != null -> waiting.complete(address)
            address != null -> onOrphan(question, address)
        }
        return true
    }

    /** The person has answered for a permission, or turned away from the question. */
    fun permissionAnswered(code: Int): Boolean {
        val question = Question.entries.getOrNull(code) ?: return false
        open.remove(question)?.complete(null)
        return true
    }

    private fun opens(here: Activity, screen: Intent, question: Question): Boolean =
        try {
            @Suppress("DEPRECATION")
            here.startActivityForResult(screen, question.ordinal)
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

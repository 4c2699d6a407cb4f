package standing.app.platform

import android.app.Activity
import android.content.Intent
import android.os.Build
import android.os.Bundle
import android.view.WindowManager
import kotlinx.coroutines.MainScope
import kotlinx.coroutines.cancel
import kotlinx.coroutines.launch
import standing.app.platform.screen.Back
import standing.app.platform.screen.Bars
import standing.app.platform.screen.Broken
import standing.core.AppInterface

/**
 * Everything the one activity does but draw. The activity forwards each of its turns here, because it extends a class that
 * is not there where this is compiled and tested.
 *
 * @property launchers how the activity asks other screens.
 * @property show draws the app, over an opened core; its text is what [kept] gave before the process ended, or null.
 * @property kept what must outlive the process: the way back, and what was typed.
 */
class MainScreen(
    val activity: Activity,
    val launchers: Launchers,
    private val show: (core: AppInterface, saved: String?) -> Unit,
    private val kept: () -> String?,
) {
    private val application = activity.application as StandingApplication
    private val phone = application.phone
    private val scope = MainScope()
    private val clock = ClockReceiver(phone::refresh)
    private var saved: String? = null
    private var isShown = false
    private var isResumed = false

    val back = Back(activity)
    val bars = Bars(activity)

    /** In `onCreate`, after the activity's own. */
    fun created(state: Bundle?) {
        phone.attach(this)
        cover()
        bars.edgeToEdge()
        saved = state?.getString(SAVED)
        // Recreated, the activity has the intent of its first start again; and so it has when opened from the list of recent apps.
        if (state == null && activity.intent.isNew()) phone.take(activity.intent)
        open()
    }

    /** Opens the core, and draws the app or says why not. */
    fun open(again: Boolean = false) {
        scope.launch {
            when (val opened = application.opening.core()) {
                is Opened.Ready -> {
                    isShown = true
                    // Turned after everything was erased, it still shows that.
                    if (again) phone.begun()
                    show(opened.core, saved)
                }
                else -> Broken(activity, opened, retry = { open() }, erase = ::eraseAll).show()
            }
        }
    }

    fun newIntent(intent: Intent) {
        activity.intent = intent
        phone.take(intent)
    }

    fun started() {
        clock.register(activity)
        phone.shown()
        // The phone's settings make the activity again, and leave the process, whose screens speak as before.
        scope.launch { if (application.opening.takeOverLanguage()) phone.refresh() }
    }

    fun resumed() {
        isResumed = true
        cover()
    }

    fun paused() {
        isResumed = false
        cover()
    }

    fun stopped() {
        activity.unregisterReceiver(clock)
        // Turned, the app does not leave the screen: what it shows goes on.
        if (activity.isChangingConfigurations) return
        phone.hidden()
        if (phone.isForgotten) end()
    }

    /** Nothing of what was erased stays in memory, either; the next start starts over. */
    private fun end() {
        activity.finishAndRemoveTask()
        application.end()
    }

    fun destroyed() {
        phone.detach(this)
        scope.cancel()
    }

    /** What was kept once stays until the app has been drawn and keeps something newer. */
    fun save(state: Bundle) {
        val text = if (isShown) kept() else saved
        // More than this the system does not carry, and ends the app instead.
        if (text != null && text.length <= MOST_SAVED) state.putString(SAVED, text)
    }

    fun answered(question: Question, result: Int, data: Intent?) = phone.asking.answered(question, result, data)

    fun permissionAnswered(question: Question) = phone.asking.permissionAnswered(question)

    /**
     * Screenshots only if they were allowed. The list of recent apps shows nothing of the person in any case: from Android 13
     * on it can be told so; before, the window is covered as it is left.
     */
    fun cover() {
        val isOpen = phone.areScreenshotsAllowed && (isResumed || Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU)
        if (isOpen) {
            activity.window.clearFlags(WindowManager.LayoutParams.FLAG_SECURE)
        } else {
            activity.window.addFlags(WindowManager.LayoutParams.FLAG_SECURE)
        }
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) activity.setRecentsScreenshotEnabled(false)
    }

    private fun eraseAll() {
        scope.launch {
            application.opening.eraseAll()
            phone.forget()
            open(again = true)
        }
    }

    private fun Intent.isNew() = flags and Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY == 0

    private companion object {
        const val SAVED = "standing.saved"
        const val MOST_SAVED = 200_000
    }
}

package standing.app.platform.screen

import android.app.Activity
import android.os.Build
import android.window.OnBackInvokedCallback
import android.window.OnBackInvokedDispatcher

/**
 * The gesture back. The app takes it only while it has somewhere to go back to: at its first screen the system's own
 * preview of the home screen shows, and leads there.
 */
class Back(private val activity: Activity) {
    private var goBack: (() -> Unit)? = null
    private var callback: Any? = null

    /** From now on [back] leads back within the app; null if there is nowhere to go. */
    fun leads(back: (() -> Unit)?) {
        goBack = back
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return
        val dispatcher = activity.onBackInvokedDispatcher
        if (back != null && callback == null) {
            callback = OnBackInvokedCallback { goBack?.invoke() }.also {
                dispatcher.registerOnBackInvokedCallback(OnBackInvokedDispatcher.PRIORITY_DEFAULT, it)
            }
        } else if (back == null) {
            (callback as OnBackInvokedCallback?)?.let(dispatcher::unregisterOnBackInvokedCallback)
            callback = null
        }
    }

    /** The back button of an older phone; whether it led anywhere within the app. */
    fun pressed(): Boolean = goBack?.invoke() != null
}

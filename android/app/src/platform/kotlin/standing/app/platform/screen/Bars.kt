package standing.app.platform.screen

import android.app.Activity
import android.os.Build
import android.view.View
import android.view.WindowInsets
import android.view.WindowInsetsController.APPEARANCE_LIGHT_NAVIGATION_BARS
import android.view.WindowInsetsController.APPEARANCE_LIGHT_STATUS_BARS

/** The phone's own bars above and below: the app draws behind them, and they stand out from it. */
class Bars(private val activity: Activity) {
    fun edgeToEdge() {
        val window = activity.window
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
            // From Android 15 on it is so anyway.
            @Suppress("DEPRECATION")
            window.setDecorFitsSystemWindows(false)
        } else {
            @Suppress("DEPRECATION")
            window.decorView.systemUiVisibility = window.decorView.systemUiVisibility or BEHIND
        }
    }

    /** Dark marks on a light app, and the other way round: the app may be lighter than the phone. */
    fun stand(onDark: Boolean) {
        val decor = activity.window.decorView
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
            val both = APPEARANCE_LIGHT_STATUS_BARS or APPEARANCE_LIGHT_NAVIGATION_BARS
            decor.windowInsetsController?.setSystemBarsAppearance(if (onDark) 0 else both, both)
        } else {
            @Suppress("DEPRECATION")
            decor.systemUiVisibility = if (onDark) {
                decor.systemUiVisibility and LIGHT.inv()
            } else {
                decor.systemUiVisibility or LIGHT
            }
        }
    }

    companion object {
        @Suppress("DEPRECATION")
        private const val BEHIND = View.SYSTEM_UI_FLAG_LAYOUT_STABLE or View.SYSTEM_UI_FLAG_LAYOUT_FULLSCREEN or
            View.SYSTEM_UI_FLAG_LAYOUT_HIDE_NAVIGATION

        @Suppress("DEPRECATION")
        private const val LIGHT = View.SYSTEM_UI_FLAG_LIGHT_STATUS_BAR or View.SYSTEM_UI_FLAG_LIGHT_NAVIGATION_BAR

        /** Keeps a view of ours, which is not Compose's, clear of the bars, on top of the space that it has anyway. */
        fun keepClear(view: View) {
            val own = listOf(view.paddingLeft, view.paddingTop, view.paddingRight, view.paddingBottom)
            view.setOnApplyWindowInsetsListener { it, insets ->
                val taken = taken(insets)
                it.setPadding(own[0] + taken[0], own[1] + taken[1], own[2] + taken[2], own[3] + taken[3])
                insets
            }
        }

        private fun taken(insets: WindowInsets): List<Int> = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
            val kinds = WindowInsets.Type.systemBars() or WindowInsets.Type.displayCutout()
            insets.getInsets(kinds).let { listOf(it.left, it.top, it.right, it.bottom) }
        } else {
            @Suppress("DEPRECATION")
            with(insets) { listOf(systemWindowInsetLeft, systemWindowInsetTop, systemWindowInsetRight, systemWindowInsetBottom) }
        }
    }
}

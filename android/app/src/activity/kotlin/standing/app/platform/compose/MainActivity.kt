package standing.app.platform.compose

import android.content.Intent
import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.SideEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.ui.graphics.asImageBitmap
import androidx.compose.ui.viewinterop.AndroidView
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.MainScope
import standing.app.Root
import standing.app.StandingApp
import standing.app.design.LocalViewfinder
import standing.app.platform.Languages
import standing.app.platform.MainScreen
import standing.app.platform.StandingApplication
import standing.app.platform.camera.CameraView
import standing.app.platform.incoming.thumbnail
import standing.app.records.LocalThumbnails
import standing.core.AppInterface

/**
 * The one activity. It draws the app, and forwards everything else to [MainScreen]: it is the only file that needs libraries
 * which the tests of this repository cannot have, so there is as little in it as can be.
 */
class MainActivity : ComponentActivity() {
    private val screen by lazy { MainScreen(this, ::show) { root?.saved() } }
    private val phone get() = (application as StandingApplication).phone

    private fun show(core: AppInterface, saved: String?) {
        val shown = root ?: Root(core, phone, { Languages.ofPhone(this) }, MainScope(), Dispatchers.IO, cacheDir, saved)
        root = shown
        setContent { Content(shown) }
    }

    @Composable
    private fun Content(shown: Root) {
        val way by shown.way.collectAsState()
        val dark = isSystemInDarkTheme()
        LaunchedEffect(way) { screen.back.leads(if (way.back() == null) null else ({ shown.back() })) }
        SideEffect { screen.bars.stand(dark) }
        CompositionLocalProvider(
            LocalViewfinder provides { modifier -> AndroidView({ CameraView(it, phone.camera) }, modifier) },
            LocalThumbnails provides { jpeg, side -> thumbnail(jpeg, side)?.asImageBitmap() },
        ) {
            StandingApp(shown, dark)
        }
    }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        screen.created(savedInstanceState)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        screen.newIntent(intent)
    }

    override fun onStart() {
        super.onStart()
        screen.started()
    }

    override fun onResume() {
        super.onResume()
        screen.resumed()
    }

    override fun onPause() {
        screen.paused()
        super.onPause()
    }

    override fun onStop() {
        screen.stopped()
        super.onStop()
    }

    override fun onDestroy() {
        screen.destroyed()
        super.onDestroy()
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        screen.save(outState)
    }

    @Deprecated("The library has another way, which needs more of it")
    override fun onActivityResult(requestCode: Int, resultCode: Int, data: Intent?) {
        if (!screen.answered(requestCode, resultCode, data)) {
            @Suppress("DEPRECATION")
            super.onActivityResult(requestCode, resultCode, data)
        }
    }

    @Deprecated("The library has another way, which needs more of it")
    override fun onRequestPermissionsResult(requestCode: Int, permissions: Array<out String>, grantResults: IntArray) {
        if (!screen.permissionAnswered(requestCode)) {
            @Suppress("DEPRECATION")
            super.onRequestPermissionsResult(requestCode, permissions, grantResults)
        }
    }

    @Deprecated("Android 13 and later ask the callback of MainScreen.back")
    override fun onBackPressed() {
        if (!screen.back.pressed()) {
            @Suppress("DEPRECATION")
            super.onBackPressed()
        }
    }

    private companion object {
        /** Lives as long as the process: turning the phone makes a new activity, and loses nothing. */
        var root: Root? = null
    }
}

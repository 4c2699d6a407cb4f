package standing.app.platform.compose

import android.content.Intent
import android.os.Build
import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.OnBackPressedCallback
import androidx.activity.compose.setContent
import androidx.activity.result.contract.ActivityResultContracts.RequestPermission
import androidx.activity.result.contract.ActivityResultContracts.StartActivityForResult
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
import standing.app.isDark
import standing.app.design.LocalViewfinder
import standing.app.platform.Launchers
import standing.app.platform.MainScreen
import standing.app.platform.Question
import standing.app.platform.StandingApplication
import standing.app.platform.camera.CameraView
import standing.app.platform.incoming.thumbnail
import standing.app.records.LocalThumbnails
import standing.core.AppInterface
import standing.logic.LockState

/**
 * The one activity. It draws the app, and forwards everything else to [MainScreen]: it is the only file that needs Google's
 * libraries, which a plain machine cannot have, so there is as little in it as can be.
 */
class MainActivity : ComponentActivity() {
    private val screen: MainScreen by lazy { MainScreen(this, launchers, ::show) { root?.saved() } }
    private val phone get() = (application as StandingApplication).phone

    // Registered before the activity is created, and always in this order: so an answer finds its way after the process ended.
    private val screens = Question.entries.associateWith { question ->
        registerForActivityResult(StartActivityForResult()) { screen.answered(question, it.resultCode, it.data) }
    }
    private val permissions = Question.entries.associateWith { question ->
        registerForActivityResult(RequestPermission()) { screen.permissionAnswered(question) }
    }
    private val launchers: Launchers = Launchers(
        { question, intent -> screens.getValue(question).launch(intent) },
        { question, permission -> permissions.getValue(question).launch(permission) },
    )

    /** The back button of a phone before Android 13; later ones ask the system's callback of [MainScreen.back]. */
    private val backButton = object : OnBackPressedCallback(enabled = false) {
        override fun handleOnBackPressed() {
            screen.back.pressed()
        }
    }

    private fun show(core: AppInterface, saved: String?) {
        // It outlives this activity, and must not hold it.
        val shown = root ?: Root(core, phone, phone::language, MainScope(), Dispatchers.IO, cacheDir, saved)
        root = shown
        setContent { Content(shown) }
    }

    @Composable
    private fun Content(shown: Root) {
        val way by shown.way.collectAsState()
        val lock by shown.lock.state.collectAsState()
        val shared by shown.shell.state.collectAsState()
        val phoneIsDark = isSystemInDarkTheme()
        val dark = shared.settings.isDark(phoneIsDark)
        LaunchedEffect(way, lock) {
            val leads = way.back() != null && lock == LockState.Open
            screen.back.leads(if (leads) ({ shown.back() }) else null)
            backButton.isEnabled = leads && Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU
        }
        SideEffect { screen.bars.stand(dark) }
        CompositionLocalProvider(
            LocalViewfinder provides { modifier -> AndroidView({ CameraView(it, phone.camera) }, modifier) },
            LocalThumbnails provides { jpeg, side -> thumbnail(jpeg, side)?.asImageBitmap() },
        ) {
            StandingApp(shown, phoneIsDark)
        }
    }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        onBackPressedDispatcher.addCallback(this, backButton)
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

    private companion object {
        /** Lives as long as the process: turning the phone makes a new activity, and loses nothing. */
        var root: Root? = null
    }
}

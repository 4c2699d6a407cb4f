package standing.logic.businesses

import kotlinx.coroutines.launch
import standing.core.ScanView
import standing.logic.CameraState
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Luminance
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.keepable
import standing.logic.SettingsPage

/**
 * Reading a code with the camera, or typing it. Whatever the camera does, typing works.
 *
 * @property camera what the camera can do now.
 * @property text what was typed.
 * @property result what the code is; null until one was read. It says no verdict: the person opens what it names.
 */
data class ScanState(
    val camera: CameraState = CameraState.Idle,
    val text: String = "",
    val result: Load<ScanView>? = null,
)

/** What can be done there. */
sealed interface ScanAction {
    /** The screen is in view, or not any more: the camera works only while somebody looks. */
    data class Watch(val inView: Boolean) : ScanAction

    data class Type(val text: String) : ScanAction

    /** What was typed is the code. */
    data object Read : ScanAction

    /** Away with the result; look for the next code. */
    data object Again : ScanAction

    data class Light(val on: Boolean) : ScanAction

    data object OpenSettings : ScanAction
}

class ScanPresenter(
    environment: Environment,
    private val platform: Platform,
    saved: String? = null,
    private val reader: CodeReader = CodeReader(),
) : Presenter<ScanState>(environment, ScanState(text = saved.orEmpty())) {
    private val camera get() = platform.camera
    private var inView = false
    private var watch: AutoCloseable? = null

    /** Set from the main thread, read by the camera's: pictures that come after a code was found are not looked at. */
    @Volatile private var looking = false

    init {
        environment.scope.launch { camera.state.collect { now -> change { it.copy(camera = now) } } }
    }

    override fun saved(): String? = state.value.text.keepable().ifEmpty { null }

    fun act(action: ScanAction) {
        when (action) {
            is ScanAction.Watch -> {
                inView = action.inView
                if (inView) watch() else rest()
            }
            is ScanAction.Type -> change { it.copy(text = action.text.take(LONGEST)) }
            ScanAction.Read -> if (state.value.text.isNotBlank()) look(state.value.text)
            ScanAction.Again -> {
                change { it.copy(text = "", result = null) }
                watch()
            }
            is ScanAction.Light -> camera.light(action.on)
            ScanAction.OpenSettings -> platform.openSettings(SettingsPage.THIS_APP)
        }
    }

    private fun watch() =
        once("watch") {
            // Another app had it, or it failed: it is opened again.
            if (state.value.camera == CameraState.Unavailable) rest()
            if (watch != null || state.value.result != null) return@once
            camera.ask()
            // While the person was asked, the screen may have gone or a code may have been typed. A no may become a yes
            // in the phone's settings.
            if (!inView || state.value.result != null) return@once
            looking = true
            watch = camera.watch(::saw)
        }

    private fun rest() {
        looking = false
        watch?.close()
        watch = null
    }

    /** On the camera's thread. */
    private fun saw(frame: Luminance) {
        if (!looking) return
        val text = reader.read(frame) ?: return
        looking = false
        environment.scope.launch { if (watch != null) look(text) }
    }

    private fun look(text: String) {
        rest()
        once("look") {
            change { it.copy(result = Load.Loading) }
            val result = ask { scan(text) }
            change { it.copy(result = result) }
        }
    }

    private companion object {
        /** The core answers that 2,000 characters are too many. */
        const val LONGEST = 10_000
    }
}

package standing.logic.records

import standing.logic.CameraState
import standing.logic.Environment
import standing.logic.PhotoAnswer
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.SettingsPage

/**
 * Taking the photo of a form. Whatever the camera does, one can be chosen.
 *
 * @property camera what the camera can do now.
 * @property taking the photo is being taken.
 * @property taken the photo, to be looked at; null until there is one.
 * @property missed the camera gave none.
 * @property trouble why what was chosen instead is no photo.
 * @property given the form has it: the screen is to be closed.
 */
data class TakePhotoState(
    val camera: CameraState = CameraState.Idle,
    val taking: Boolean = false,
    val taken: FormPhoto.Here? = null,
    val missed: Boolean = false,
    val trouble: PhotoTrouble? = null,
    val given: Boolean = false,
) {
    /** A photo is looked at, or on its way. */
    val holdsPhoto: Boolean get() = taking || taken != null
}

sealed interface TakePhotoAction {
    /** The screen is in view, or not any more: the camera works only while somebody looks. */
    data class Watch(val inView: Boolean) : TakePhotoAction

    data object Take : TakePhotoAction

    /** Away with it; look through the camera again. */
    data object Again : TakePhotoAction

    /** The form gets it. */
    data object Use : TakePhotoAction

    /** Chooses a photo that was there before. */
    data object Choose : TakePhotoAction

    data class Light(val on: Boolean) : TakePhotoAction

    data object OpenSettings : TakePhotoAction
}

/** The photo stays in memory until the form takes it from the [photoStore]: no gallery and no other app sees it. */
class TakePhotoPresenter(environment: Environment, private val phone: Platform, private val photoStore: PhotoStore) :
    Presenter<TakePhotoState>(environment, TakePhotoState()) {
    private val camera get() = phone.camera
    private var inView = false
    private var watch: AutoCloseable? = null

    init {
        always { camera.state.collect { now -> change { it.copy(camera = now) } } }
    }

    /** Whether back stays on this screen: away with the photo, as [TakePhotoAction.Again] does, and not with the camera. */
    val staysOnBack: Boolean get() = state.value.run { taken != null && !given }

    fun act(action: TakePhotoAction) {
        when (action) {
            is TakePhotoAction.Watch -> {
                inView = action.inView
                if (inView) watch() else rest()
            }
            TakePhotoAction.Take -> once("photo") { take() }
            TakePhotoAction.Again -> again()
            TakePhotoAction.Use -> state.value.taken?.let { give(it.jpeg) }
            TakePhotoAction.Choose -> once("photo") { choose() }
            is TakePhotoAction.Light -> camera.light(action.on)
            TakePhotoAction.OpenSettings -> phone.openSettings(SettingsPage.THIS_APP)
        }
    }

    /** What the form has got, it keeps. */
    private fun again() {
        if (state.value.given) return
        change { it.copy(taken = null) }
        watch()
    }

    private fun watch() =
        once("watch") {
            // Another app had it, or it failed: it is opened again.
            if (state.value.camera == CameraState.Unavailable) rest()
            if (watch != null || state.value.taken != null) return@once
            camera.ask()
            // While the person was asked, the screen may have gone. A no may become a yes in the phone's settings.
            if (inView) watch = camera.watch {}
        }

    private fun rest() {
        watch?.close()
        watch = null
    }

    private suspend fun take() {
        change { it.copy(taking = true, missed = false, trouble = null) }
        val answer = camera.takePhoto()
        change { it.copy(taking = false) }
        if (!tell(answer) { jpeg -> change { it.copy(taken = FormPhoto.Here(jpeg)) } }) change { it.copy(missed = true) }
        if (state.value.taken != null) rest()
    }

    private suspend fun choose() {
        change { it.copy(missed = false, trouble = null) }
        tell(phone.pickPhoto(), ::give)
    }

    /** False if there is no photo, and nothing to say about one. */
    private fun tell(answer: PhotoAnswer, here: (ByteArray) -> Unit): Boolean {
        when (answer) {
            is PhotoAnswer.Photo -> here(answer.jpeg)
            PhotoAnswer.TooLarge -> change { it.copy(trouble = PhotoTrouble.TOO_LARGE) }
            PhotoAnswer.Unreadable -> change { it.copy(trouble = PhotoTrouble.UNREADABLE) }
            PhotoAnswer.None -> return false
        }
        return true
    }

    private fun give(jpeg: ByteArray) {
        if (state.value.given) return
        photoStore.offer(OfferedPhoto(jpeg, chosen = true))
        change { it.copy(given = true) }
    }
}

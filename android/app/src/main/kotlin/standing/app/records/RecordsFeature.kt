package standing.app.records

import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import standing.app.Elsewhere
import standing.app.Feature
import standing.app.LocalPhoneClock
import standing.app.OpenScreen
import standing.app.Opening
import standing.app.screen
import standing.logic.Place
import standing.logic.records.FormAction
import standing.logic.records.FormPresenter
import standing.logic.records.ItemPresenter
import standing.logic.records.KindsPresenter
import standing.logic.records.QueuePresenter
import standing.logic.records.ReceiptPresenter
import standing.logic.records.ReceiptsPresenter
import standing.logic.records.TakePhotoAction
import standing.logic.records.TakePhotoPresenter

/** What the resident records, and what came of it. */
object RecordsFeature : Feature {
    override fun open(place: Place, opening: Opening): OpenScreen? =
        with(opening) {
            when (place) {
                Place.Records -> QueuePresenter(environment, shell, platform, syncing).let { screen(it) { state -> RecordsScreen(state, it::act, go) } }
                is Place.NewRecord -> KindsPresenter(environment, place.membership).let { screen(it) { state -> KindsScreen(state, it::act, go, back) } }
                is Place.Form -> form(place)
                Place.TakePhoto -> takePhoto()
                is Place.Item ->
                    ItemPresenter(environment, place.membership, place.item, platform, changed).let {
                        screen(it) { state -> ItemScreen(state, it::act, go, back) }
                    }
                is Place.Receipt ->
                    ReceiptPresenter(environment, place.membership, place.item, platform).let {
                        screen(it) { state -> ReceiptScreen(state, it::act, back) }
                    }
                is Place.Receipts -> ReceiptsPresenter(environment, place.membership).let { screen(it) { state -> ReceiptsScreen(state, it::act, go, back) } }
                else -> null
            }
        }

    /** The form is asked first, whether one goes back or elsewhere. When it was sent, the item takes its place. */
    private fun Opening.form(place: Place.Form): OpenScreen {
        val form = FormPresenter(environment, place, platform, photoStore, changed, saved)
        val onBack = {
            if (!form.state.value.left) form.act(FormAction.Back)
            !form.state.value.left
        }
        val elsewhere = Elsewhere()
        val onLeave = { goOn: () -> Unit ->
            val stays = form.state.value.run { holdsInput && !left }
            if (stays) form.act(FormAction.Back)
            elsewhere.goOn = goOn.takeIf { form.state.value.leaving }
            stays
        }
        return OpenScreen(form::saved, onBack, onLeave, { form.state.value.holdsPhoto }) {
            val state by form.state.collectAsState()
            elsewhere.Follow(state.leaving, state.left, back)
            LaunchedEffect(state.kept) { state.kept?.let { instead(Place.Item(place.membership, it.item)) } }
            FormScreen(state, form::act, go, LocalPhoneClock.current.today)
        }
    }

    /**
     * The camera works only while the screen is in view. The form below takes the photo by itself. Back from a photo that
     * was taken is back to the camera.
     */
    private fun Opening.takePhoto(): OpenScreen {
        val presenter = TakePhotoPresenter(environment, platform, photoStore)
        val onBack = { presenter.staysOnBack.also { if (it) presenter.act(TakePhotoAction.Again) } }
        return screen(presenter, onBack = onBack, holdsPhoto = { presenter.state.value.holdsPhoto }) { state ->
            DisposableEffect(presenter) {
                presenter.act(TakePhotoAction.Watch(true))
                onDispose { presenter.act(TakePhotoAction.Watch(false)) }
            }
            LaunchedEffect(state.given) { if (state.given) back() }
            TakePhotoScreen(state, presenter::act, back = { if (!onBack()) back() })
        }
    }
}

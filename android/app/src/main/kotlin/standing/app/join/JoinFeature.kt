package standing.app.join

import androidx.compose.runtime.LaunchedEffect
import kotlinx.coroutines.launch
import standing.app.Elsewhere
import standing.app.Feature
import standing.app.OpenScreen
import standing.app.Opening
import standing.app.screen
import standing.logic.Place
import standing.logic.join.JoinAction
import standing.logic.join.JoinPresenter

/** Joining an authority. */
val JoinFeature = Feature { place, opening -> if (place is Place.Join) join(place, opening) else null }

private fun join(place: Place.Join, opening: Opening): OpenScreen {
    val presenter =
        JoinPresenter(opening.environment, opening.shell, opening.platform, place.link, opening.saved) {
            opening.changed()
            // "After Yes": from here on statements are asked for.
            opening.syncing.start()
        }
    val onBack = { presenter.staysOnBack.also { if (it) presenter.act(JoinAction.Back) } }
    val elsewhere = Elsewhere()
    val onLeave = { goOn: () -> Unit ->
        presenter.act(JoinAction.Elsewhere)
        presenter.state.value.run {
            elsewhere.goOn = goOn.takeIf { leaving }
            busy || leaving
        }
    }
    var done = false
    val exits =
        JoinExits(
            opening.go,
            back = { if (!onBack()) opening.back() },
            joined = {
                if (!done) opening.environment.scope.launch {
                    opening.platform.askForNotices()
                    opening.instead(Place.Home)
                }
                done = true
            },
        )
    return screen(presenter, onBack = onBack, onLeave = onLeave) { state ->
        LaunchedEffect(state.leadsToRegister) {
            if (state.leadsToRegister) opening.instead(Place.AddRegister(state.link.trim()))
        }
        elsewhere.Follow(state.leaving, state.left, opening.back)
        JoinScreen(state, presenter::act, exits)
    }
}

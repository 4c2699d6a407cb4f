package standing.app.businesses

import androidx.compose.runtime.DisposableEffect
import standing.app.Feature
import standing.app.OpenScreen
import standing.app.Opening
import standing.app.screen
import standing.logic.Place
import standing.logic.businesses.AddRegisterPresenter
import standing.logic.businesses.AnswersPresenter
import standing.logic.businesses.BusinessPresenter
import standing.logic.businesses.ComparePresenter
import standing.logic.businesses.RecentPresenter
import standing.logic.businesses.RegistersPresenter
import standing.logic.businesses.ScanAction
import standing.logic.businesses.ScanPresenter
import standing.logic.businesses.SearchPresenter
import standing.logic.businesses.WatchedPresenter

/** Looking businesses up, by name, code or camera, in the registers on this phone. */
object BusinessesFeature : Feature {
    override fun open(place: Place, opening: Opening): OpenScreen? =
        with(opening) {
            when (place) {
                Place.Businesses -> SearchPresenter(environment, saved, asked).let { screen(it) { state -> SearchScreen(state, it::act, go) } }
                is Place.Business ->
                    BusinessPresenter(environment, platform, place.uscc).let {
                        screen(it) { state -> BusinessScreen(state, it::act, go, back) }
                    }
                Place.Recent -> RecentPresenter(environment).let { screen(it) { state -> RecentScreen(state, it::act, go, back) } }
                is Place.Compare ->
                    ComparePresenter(environment, place.codes, saved).let {
                        screen(it) { state -> CompareScreen(state, it::act, go, back) }
                    }
                Place.Watched -> WatchedPresenter(environment).let { screen(it) { state -> WatchedScreen(state, it::act, go, back) } }
                Place.Answers -> AnswersPresenter(environment, platform).let { screen(it) { state -> AnswersScreen(state, it::act, go, back) } }
                Place.Scan -> scan()
                Place.Registers -> RegistersPresenter(environment, syncing, changed).let { screen(it) { state -> RegistersScreen(state, it::act, go, back) } }
                is Place.AddRegister ->
                    AddRegisterPresenter(environment, platform::network, place.link, changed, saved).let {
                        screen(it) { state -> AddRegisterScreen(state, it::act, go, back) }
                    }
                else -> null
            }
        }

    /** The camera works only while the screen is in view. */
    private fun Opening.scan(): OpenScreen {
        val presenter = ScanPresenter(environment, platform, saved)
        return screen(presenter) { state ->
            DisposableEffect(presenter) {
                presenter.act(ScanAction.Watch(true))
                onDispose { presenter.act(ScanAction.Watch(false)) }
            }
            ScanScreen(state, presenter::act, go, back)
        }
    }
}

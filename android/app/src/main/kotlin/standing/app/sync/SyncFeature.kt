package standing.app.sync

import standing.app.Feature
import standing.app.OpenScreen
import standing.app.Opening
import standing.app.screen
import standing.logic.Place
import standing.logic.sync.SyncPresenter

/** The sync of the whole app. */
object SyncFeature : Feature {
    override fun open(place: Place, opening: Opening): OpenScreen? =
        if (place is Place.Sync) SyncPresenter(opening.environment, opening.syncing).let { screen(it) { state -> SyncScreen(state, it::act, opening.back) } }
        else null
}

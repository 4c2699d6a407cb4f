package standing.app.alarms

import standing.app.Feature
import standing.app.OpenScreen
import standing.app.Opening
import standing.app.screen
import standing.logic.Place
import standing.logic.alarms.AlarmPresenter
import standing.logic.alarms.AlarmsPresenter

/** What contradicts itself, and each warning side by side. */
object AlarmsFeature : Feature {
    override fun open(place: Place, opening: Opening): OpenScreen? =
        with(opening) {
            when (place) {
                is Place.Alarms -> AlarmsPresenter(environment, place).let { screen(it) { state -> AlarmsScreen(state, it::act, go, back) } }
                is Place.Alarm -> AlarmPresenter(environment, place, platform, changed).let { screen(it) { state -> AlarmScreen(state, it::act, back) } }
                else -> null
            }
        }
}

package standing.app.statement

import standing.app.Feature
import standing.app.OpenScreen
import standing.app.Opening
import standing.app.screen
import standing.logic.Place
import standing.logic.statement.ChecksPresenter
import standing.logic.statement.ComparedAction
import standing.logic.statement.ComparedPresenter
import standing.logic.statement.EntryPresenter
import standing.logic.statement.ForecastPresenter
import standing.logic.statement.HomePresenter
import standing.logic.statement.RulebooksPresenter
import standing.logic.statement.StarsPresenter
import standing.logic.statement.StatementPresenter
import standing.logic.statement.StoryPresenter
import standing.logic.statement.ToldPresenter

/** Home, statements, entries and their checks. */
object StatementFeature : Feature {
    override fun open(place: Place, opening: Opening): OpenScreen? {
        val (environment, go, back) = Triple(opening.environment, opening.go, opening.back)
        return when (place) {
            Place.Home -> home(opening)
            is Place.Statement ->
                StatementPresenter(environment, place).let { screen(it) { state -> StatementScreen(state, it::act, go, opening.instead, back) } }
            is Place.Checks -> ChecksPresenter(environment, place).let { screen(it, sheet = true) { state -> ChecksSheet(state, it::act, go, back) } }
            is Place.Entry -> EntryPresenter(environment, place).let { screen(it) { state -> EntryScreen(state, it::act, go, back) } }
            is Place.History -> StoryPresenter(environment, place).let { screen(it) { state -> StoryScreen(state, it::act, go, back) } }
            is Place.Rulebooks -> RulebooksPresenter(environment, place).let { screen(it) { state -> RulebooksScreen(state, it::act, back) } }
            is Place.Compared -> compared(place, opening)
            is Place.Told -> ToldPresenter(environment, place, opening.platform).let { screen(it) { state -> ToldScreen(state, it::act, go, back) } }
            is Place.Forecast -> ForecastPresenter(environment, place).let { screen(it) { state -> ForecastScreen(state, it::act, go, back) } }
            is Place.Stars -> StarsPresenter(environment, place).let { screen(it) { state -> StarsScreen(state, it::act, go, back) } }
            else -> null
        }
    }

    /** Back leads from the choice to what is compared first. */
    private fun compared(place: Place.Compared, opening: Opening): OpenScreen {
        val presenter = ComparedPresenter(opening.environment, place)
        val onBack = { (presenter.state.value.choosing != null).also { if (it) presenter.act(ComparedAction.Keep) } }
        return screen(presenter, onBack = onBack) { state -> ComparedScreen(state, presenter::act, opening.go, opening.back) }
    }

    private fun home(opening: Opening): OpenScreen {
        val presenter = HomePresenter(opening.environment, opening.shell, opening.platform, opening.syncing)
        return screen(presenter) { state -> HomeScreen(state, presenter::act, opening.go) }
    }
}

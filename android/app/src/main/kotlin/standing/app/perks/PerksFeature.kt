package standing.app.perks

import standing.app.Feature
import standing.app.OpenScreen
import standing.app.Opening
import standing.app.screen
import standing.logic.Place
import standing.logic.perks.BenefitPresenter
import standing.logic.perks.PerksPresenter
import standing.logic.perks.RulebookPresenter
import standing.logic.perks.TillPresenter

/** Perks, restrictions, and the rules that they come from. */
object PerksFeature : Feature {
    override fun open(place: Place, opening: Opening): OpenScreen? =
        when (place) {
            is Place.Perks ->
                PerksPresenter(opening.environment, place).let { screen(it) { state -> PerksScreen(state, it::act, opening.go, opening.back) } }
            is Place.Benefit ->
                BenefitPresenter(opening.environment, place).let { screen(it) { state -> BenefitScreen(state, it::act, opening.go, opening.back) } }
            is Place.Till ->
                TillPresenter(opening.environment, place).let { screen(it) { state -> TillScreen(state, it::act, opening.back) } }
            is Place.Rulebook ->
                RulebookPresenter(opening.environment, place).let { screen(it) { state -> RulebookScreen(state, it::act, opening.back) } }
            else -> null
        }
}

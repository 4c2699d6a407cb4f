package standing.logic.perks

import standing.core.BenefitView
import standing.core.PerksView
import standing.core.RulebookView
import standing.core.TillView
import standing.logic.Environment
import standing.logic.Place
import standing.logic.ViewPresenter

/** What tier and stars open and close. */
class PerksPresenter(environment: Environment, place: Place.Perks) :
    ViewPresenter<PerksView>(environment, { perks(place.membership) })

/** One perk or restriction, and what would change it. */
class BenefitPresenter(environment: Environment, place: Place.Benefit) :
    ViewPresenter<BenefitView>(environment, { benefit(place.membership, place.id) })

/** A perk as it is shown at a till. */
class TillPresenter(environment: Environment, place: Place.Till) :
    ViewPresenter<TillView>(environment, { till(place.membership, place.id) })

/** The rulebook in plain words, with what the app noticed in it. */
class RulebookPresenter(environment: Environment, place: Place.Rulebook) :
    ViewPresenter<RulebookView>(environment, { rulebook(place.membership) })

package standing.logic.perks

import standing.core.PerksView
import standing.core.RulebookView
import standing.logic.Environment
import standing.logic.Place
import standing.logic.ViewPresenter

/** What tier and stars open and close. */
class PerksPresenter(environment: Environment, place: Place.Perks) :
    ViewPresenter<PerksView>(environment, { perks(place.membership) })

/** The rulebook in plain words, with what the app noticed in it. */
class RulebookPresenter(environment: Environment, place: Place.Rulebook) :
    ViewPresenter<RulebookView>(environment, { rulebook(place.membership) })

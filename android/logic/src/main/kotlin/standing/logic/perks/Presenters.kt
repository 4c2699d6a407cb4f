package standing.logic.perks

import standing.core.PerksView
import standing.core.RulebookView
import standing.logic.Desk
import standing.logic.Place
import standing.logic.ViewPresenter

/** What tier and stars open and close. */
class PerksPresenter(desk: Desk, place: Place.Perks) :
    ViewPresenter<PerksView>(desk, { perks(place.membership) })

/** The rulebook in plain words, with what the app noticed in it. */
class RulebookPresenter(desk: Desk, place: Place.Rulebook) :
    ViewPresenter<RulebookView>(desk, { rulebook(place.membership) })

package standing.logic.statement

import standing.core.EntryView
import standing.core.ForecastView
import standing.core.StatementView
import standing.core.StoryView
import standing.logic.Environment
import standing.logic.Place
import standing.logic.ViewPresenter

/** One statement and how it adds up, line by line. */
class StatementPresenter(environment: Environment, place: Place.Statement) :
    ViewPresenter<StatementView>(environment, { statement(place.membership, place.seq) })

/** Every check of one statement, what it found and what it rests on. */
class ChecksPresenter(environment: Environment, place: Place.Checks) :
    ViewPresenter<StatementView>(environment, { statement(place.membership, place.seq) })

/** One entry: where it comes from, whether the person was told, and what they can do. */
class EntryPresenter(environment: Environment, place: Place.Entry) :
    ViewPresenter<EntryView>(environment, { entry(place.membership, place.seq, place.entry) })

/** How the score came about, and whether the history is whole. */
class StoryPresenter(environment: Environment, place: Place.History) :
    ViewPresenter<StoryView>(environment, { story(place.membership) })

/** The household's stars in one statement, and what they count. */
class StarsPresenter(environment: Environment, place: Place.Stars) :
    ViewPresenter<StatementView>(environment, { statement(place.membership, place.seq) })

/** What comes next: the coming quarters, the next level, what may still count this year. */
class ForecastPresenter(environment: Environment, place: Place.Forecast) :
    ViewPresenter<ForecastView>(environment, { forecast(place.membership) })

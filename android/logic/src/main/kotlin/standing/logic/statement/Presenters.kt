package standing.logic.statement

import standing.core.EntryView
import standing.core.StatementView
import standing.core.StatementsView
import standing.logic.Desk
import standing.logic.Place
import standing.logic.ViewPresenter

/** One statement and how it adds up, line by line. */
class StatementPresenter(desk: Desk, place: Place.Statement) :
    ViewPresenter<StatementView>(desk, { statement(place.membership, place.seq) })

/** Every check of one statement, what it found and what it rests on. */
class ChecksPresenter(desk: Desk, place: Place.Checks) :
    ViewPresenter<StatementView>(desk, { statement(place.membership, place.seq) })

/** One entry: where it comes from, whether the person was told, and what they can do. */
class EntryPresenter(desk: Desk, place: Place.Entry) :
    ViewPresenter<EntryView>(desk, { entry(place.membership, place.seq, place.entry) })

/** Every statement on this phone, and whether the history is whole. */
class HistoryPresenter(desk: Desk, place: Place.History) :
    ViewPresenter<StatementsView>(desk, { statements(place.membership) })

/** The household's stars in one statement, and what they count. */
class StarsPresenter(desk: Desk, place: Place.Stars) :
    ViewPresenter<StatementView>(desk, { statement(place.membership, place.seq) })

package standing.logic

import standing.core.MembershipId
import standing.core.MembershipView
import standing.core.PersonView

/** The membership whose pages a place is one of; null for what is of nobody, or of everybody on this phone. */
val Place.whose: MembershipId?
    get() = when (this) {
        is Place.Statement -> membership
        is Place.Checks -> membership
        is Place.Entry -> membership
        is Place.History -> membership
        is Place.Compared -> membership
        is Place.Rulebooks -> membership
        is Place.Told -> membership
        is Place.Forecast -> membership
        is Place.Stars -> membership
        is Place.Alarms -> membership
        is Place.Alarm -> membership
        is Place.Letters -> membership
        is Place.Letter -> membership
        is Place.Perks -> membership
        is Place.Benefit -> membership
        is Place.Till -> membership
        is Place.Rulebook -> membership
        is Place.Contest -> membership
        is Place.Comply -> membership
        is Place.RightRequest -> membership
        is Place.PaperAnswer -> membership
        is Place.Cases -> membership
        is Place.Case -> membership
        is Place.CaseLetter -> membership
        is Place.HandIn -> membership
        is Place.NewRecord -> membership
        is Place.Form -> membership
        is Place.Item -> membership
        is Place.Receipt -> membership
        is Place.Receipts -> membership
        Place.Home, Place.Businesses, Place.Records, Place.More, Place.Recent, Place.Watched, Place.Answers, Place.Scan, Place.TakePhoto,
        Place.Sync, Place.Settings, Place.Freshness, Place.NetworkAccesses, Place.Archive, Place.Memberships, Place.Registers, Place.RightsDesk,
        Place.Licences, Place.Help, Place.Sample, Place.Erase, is Place.Join, is Place.Business, is Place.Compare, is Place.AddRegister, is Place.Person,
        is Place.ListingForm, is Place.ListingCase, is Place.ListingLetter, is Place.ListingHandIn,
        -> null
    }

/** Whose membership this is; null for one that is not here any more. */
fun List<MembershipView>.personOf(membership: MembershipId?): PersonView? = firstOrNull { it.membership == membership }?.person

/**
 * The person whose pages a way shows: of what was opened last that is anybody's, else of the membership that Home,
 * Records and the file of everything show. Null if it is nobody's.
 */
fun ShellState.personAt(branch: Branch): PersonView? {
    val opened = branch.places.mapNotNull { it.whose }.lastOrNull()
    val isTheirs = branch.root == Place.Home || branch.root == Place.Records || Place.Archive in branch.places
    val shown = chosen.takeIf { isTheirs }
    return memberships.view.orEmpty().personOf(opened ?: shown)
}

package standing.logic

import kotlinx.serialization.Serializable
import standing.core.CaseLetterKind
import standing.core.MembershipId
import standing.core.RecordKind
import standing.logic.cases.About
import standing.logic.statement.ToldAbout

/** A screen and what it is about: all that is needed to show it again after the process has ended. */
@Serializable
sealed interface Place {
    /** The four places at the bottom. */
    @Serializable
    sealed interface Root : Place

    @Serializable
    data object Home : Root

    @Serializable
    data object Businesses : Root

    @Serializable
    data object Records : Root

    @Serializable
    data object More : Root

    /** Joining an authority; with the [link] if one was opened. */
    @Serializable
    data class Join(val link: String = "") : Place

    @Serializable
    data class Statement(val membership: MembershipId, val seq: UInt) : Place

    @Serializable
    data class Checks(val membership: MembershipId, val seq: UInt) : Place

    @Serializable
    data class Entry(val membership: MembershipId, val seq: UInt, val entry: String) : Place

    @Serializable
    data class History(val membership: MembershipId) : Place

    /** Any two statements compared. */
    @Serializable
    data class Compared(val membership: MembershipId, val one: UInt, val other: UInt) : Place

    /** Two versions of the rulebook compared. */
    @Serializable
    data class Rulebooks(val membership: MembershipId, val from: UInt, val to: UInt) : Place

    /** When something happened, was written down and reached the person. */
    @Serializable
    data class Told(val membership: MembershipId, val about: ToldAbout) : Place

    /** What the score will be if nothing is added. */
    @Serializable
    data class Forecast(val membership: MembershipId) : Place

    /** The household's stars, as set by one statement. */
    @Serializable
    data class Stars(val membership: MembershipId, val seq: UInt) : Place

    /** What contradicts itself in a membership; without one, in what belongs to none, such as registers. */
    @Serializable
    data class Alarms(val membership: MembershipId? = null) : Place

    @Serializable
    data class Alarm(val membership: MembershipId?, val alarm: Long) : Place

    /** What an authority wrote to the person. */
    @Serializable
    data class Letters(val membership: MembershipId) : Place

    @Serializable
    data class Letter(val membership: MembershipId, val n: UInt) : Place

    @Serializable
    data class Perks(val membership: MembershipId) : Place

    /** One perk or restriction, by its id in the rulebook. */
    @Serializable
    data class Benefit(val membership: MembershipId, val id: String) : Place

    /** A perk as it is shown at a till. */
    @Serializable
    data class Till(val membership: MembershipId, val id: String) : Place

    @Serializable
    data class Rulebook(val membership: MembershipId) : Place

    /** Contesting what [about] names; with [follows], going on with that case at the next office. */
    @Serializable
    data class Contest(val membership: MembershipId, val about: About, val follows: Long? = null) : Place

    /** Reporting that what [about] ordered has been done. */
    @Serializable
    data class Comply(val membership: MembershipId, val about: About) : Place

    /** Whom to ask for what is kept about the person. */
    @Serializable
    data object RightsDesk : Place

    /** Asking an authority by the law on personal information. */
    @Serializable
    data class RightRequest(val membership: MembershipId) : Place

    @Serializable
    data class Cases(val membership: MembershipId) : Place

    @Serializable
    data class Case(val membership: MembershipId, val case: Long) : Place

    /** A letter of a case, to read and to print. */
    @Serializable
    data class CaseLetter(val membership: MembershipId, val case: Long, val kind: CaseLetterKind) : Place

    /** Noting that a case was handed in on paper. */
    @Serializable
    data class HandIn(val membership: MembershipId, val case: Long) : Place

    /** Noting an answer that came on paper. */
    @Serializable
    data class PaperAnswer(val membership: MembershipId, val case: Long) : Place

    @Serializable
    data class Business(val uscc: String) : Place

    /** A letter about a listing of the person's own organisation: to contest it or, if [done], to report what was ordered. */
    @Serializable
    data class ListingForm(
        val uscc: String,
        val register: String,
        val lister: String,
        val listing: String,
        val done: Boolean,
    ) : Place

    /** Such a letter once it is kept, and what became of it. */
    @Serializable
    data class ListingCase(val id: Long) : Place

    /** Such a letter, to read and to print. */
    @Serializable
    data class ListingLetter(val id: Long) : Place

    /** Noting that such a letter was handed in. */
    @Serializable
    data class ListingHandIn(val id: Long) : Place

    /** The businesses that were opened lately. */
    @Serializable
    data object Recent : Place

    /** Businesses side by side, by their codes; more can be chosen there. */
    @Serializable
    data class Compare(val codes: List<String> = emptyList()) : Place

    /** The businesses that are watched. */
    @Serializable
    data object Watched : Place

    /** The answers that were saved. */
    @Serializable
    data object Answers : Place

    /** Reading a code with the camera, or typing it. */
    @Serializable
    data object Scan : Place

    @Serializable
    data class NewRecord(val membership: MembershipId) : Place

    /** The form of one kind; [rule] is empty where the kind has none. It begins with what the item [edits] says. */
    @Serializable
    data class Form(
        val membership: MembershipId,
        val kind: RecordKind,
        val rule: String = "",
        val edits: Long? = null,
    ) : Place

    /** Taking the photo of the form that is open below. */
    @Serializable
    data object TakePhoto : Place

    @Serializable
    data class Item(val membership: MembershipId, val item: Long) : Place

    @Serializable
    data class Receipt(val membership: MembershipId, val item: Long) : Place

    @Serializable
    data class Receipts(val membership: MembershipId) : Place

    /** A sync at work, and how the last one ended. */
    @Serializable
    data object Sync : Place

    @Serializable
    data object Settings : Place

    @Serializable
    data object Freshness : Place

    @Serializable
    data object NetworkAccesses : Place

    /** Taking everything that is the person's own along as one file. */
    @Serializable
    data object Archive : Place

    @Serializable
    data object Memberships : Place

    /** Whose a membership is, as the person at this phone says. */
    @Serializable
    data class Person(val membership: MembershipId) : Place

    @Serializable
    data object Registers : Place

    /** Adding a register of businesses; with the [link] if one was opened or scanned. */
    @Serializable
    data class AddRegister(val link: String = "") : Place

    @Serializable
    data object Licences : Place

    /** What people ask, and what the words mean. */
    @Serializable
    data object Help : Place

    /** A statement that belongs to nobody, to look at before anything is connected. */
    @Serializable
    data object Sample : Place

    @Serializable
    data object Erase : Place
}

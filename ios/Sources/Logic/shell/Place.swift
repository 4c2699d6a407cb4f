import Core

/// A screen and what it is about: all that is needed to show it again after the app has ended.
public enum Place: Codable, Hashable, Sendable {
    case home, businesses, records, more
    /// Joining an authority, or adding a register; with the link if one was opened.
    case join(link: String)
    /// A join that was interrupted before the name was confirmed.
    case confirm(MembershipId)
    case statement(MembershipId, seq: UInt32)
    case checks(MembershipId, seq: UInt32)
    case entry(MembershipId, seq: UInt32, entry: String)
    case history(MembershipId)
    /// Any two statements compared.
    case comparedStatements(MembershipId, one: UInt32, other: UInt32)
    /// Two versions of the rulebook compared.
    case rulebooks(MembershipId, from: UInt32, to: UInt32)
    /// When something happened, was written down and reached the person.
    case told(MembershipId, ToldAbout)
    /// What the score will be if nothing is added.
    case forecast(MembershipId)
    case stars(MembershipId, seq: UInt32)
    /// What contradicts itself in a membership; without one, in what belongs to none, such as registers.
    case alarms(MembershipId?)
    case alarm(MembershipId?, alarm: Int64)
    /// What an authority wrote to the person.
    case letters(MembershipId)
    case letter(MembershipId, n: UInt32)
    case perks(MembershipId)
    /// One perk or restriction, by its id in the rulebook.
    case benefit(MembershipId, id: String)
    /// A perk as it is shown at a till.
    case till(MembershipId, id: String)
    case rulebook(MembershipId)
    /// Contesting something; going on with another case at the next office.
    case contest(MembershipId, About, follows: Int64? = nil)
    /// Reporting that what was ordered has been done.
    case comply(MembershipId, About)
    /// Whom to ask for what is kept about the person.
    case rightsDesk
    /// Asking an authority by the law on personal information.
    case rightRequest(MembershipId)
    case cases(MembershipId)
    case casePage(MembershipId, id: Int64)
    /// A letter of a case, to read and to print.
    case caseLetter(MembershipId, id: Int64, kind: LetterKind)
    /// Noting that a case was handed in on paper.
    case handIn(MembershipId, id: Int64)
    /// Noting an answer that came on paper.
    case paperAnswer(MembershipId, id: Int64)
    case business(uscc: String)
    /// A letter about a listing of the person's own organisation: to contest it, or to report what was ordered.
    case listingForm(ListingName, done: Bool)
    /// Such a letter once it is kept, and what became of it.
    case listingCase(id: Int64)
    /// Such a letter, to read and to print.
    case listingLetter(id: Int64)
    /// Noting that such a letter was handed in.
    case listingHandIn(id: Int64)
    /// Businesses side by side; more can be chosen there.
    case compare([String])
    case watched
    case answers
    case scan
    case recent
    case registers
    case kinds(MembershipId)
    /// A form, empty or with what an earlier record said.
    case form(MembershipId, kind: FormKind, rule: String, from: Int64? = nil)
    case item(MembershipId, item: Int64)
    case receipt(MembershipId, item: Int64)
    case receipts(MembershipId)
    case sync
    case settings
    case freshness
    case network
    case memberships
    /// Whose a membership is, as the person at this phone says.
    case person(MembershipId)
    /// Everything that is the person's own as one file.
    case archive
    case licences
    /// What people ask, and what the words mean.
    case help
    /// A statement that belongs to nobody, to look at before anything is connected.
    case sample
    case erase

    /// The four places at the bottom.
    public static let roots: [Place] = [.home, .businesses, .records, .more]

    /// The place as it may outlive the app: a link from outside may hold what the core refuses.
    var keepable: Place {
        if case .join(let link) = self, !mayBeKept(text: link) { return .join(link: "") }
        return self
    }
}

/// The forms that there are.
public enum FormKind: String, Codable, Hashable, Sendable {
    case selfReport, volunteering, bloodDonation

    /// The form of a kind of record; none for what is not written in a form.
    init?(_ kind: RecordKind) {
        switch kind {
        case .selfReport: self = .selfReport
        case .volunteering: self = .volunteering
        case .bloodDonation: self = .bloodDonation
        case .contest, .compliance, .rightsRequest, .withdrawal: return nil
        }
    }
}

import Core
import Foundation

extension WatchedCore {
    public func contestForm(membership: MembershipId, target: CaseTarget, follows: Int64?) throws -> CaseFormView {
        try ask { try $0.contestForm(membership: membership, target: target, follows: follows) }
    }
    public func checkContest(membership: MembershipId, draft: ContestDraft) throws -> CaseCheckView {
        try ask { try $0.checkContest(membership: membership, draft: draft) }
    }
    public func contest(membership: MembershipId, draft: ContestDraft, form: String) throws -> KeptView {
        try ask { try $0.contest(membership: membership, draft: draft, form: form) }
    }
    public func contestLetter(
        membership: MembershipId, draft: ContestDraft, sender: LetterSender
    ) throws -> CaseLetterView {
        try ask { try $0.contestLetter(membership: membership, draft: draft, sender: sender) }
    }
    public func complianceForm(membership: MembershipId, target: CaseTarget) throws -> CaseFormView {
        try ask { try $0.complianceForm(membership: membership, target: target) }
    }
    public func complianceLetter(
        membership: MembershipId, draft: ComplianceDraft, sender: LetterSender
    ) throws -> CaseLetterView {
        try ask { try $0.complianceLetter(membership: membership, draft: draft, sender: sender) }
    }
    public func checkCompliance(membership: MembershipId, draft: ComplianceDraft) throws -> CaseCheckView {
        try ask { try $0.checkCompliance(membership: membership, draft: draft) }
    }
    public func comply(membership: MembershipId, draft: ComplianceDraft, form: String) throws -> KeptView {
        try ask { try $0.comply(membership: membership, draft: draft, form: form) }
    }
    public func rightForm(membership: MembershipId) throws -> CaseFormView {
        try ask { try $0.rightForm(membership: membership) }
    }
    public func rightLetter(
        membership: MembershipId, draft: RightDraft, sender: LetterSender
    ) throws -> CaseLetterView {
        try ask { try $0.rightLetter(membership: membership, draft: draft, sender: sender) }
    }
    public func checkRight(membership: MembershipId, draft: RightDraft) throws -> CaseCheckView {
        try ask { try $0.checkRight(membership: membership, draft: draft) }
    }
    public func requestRight(membership: MembershipId, draft: RightDraft, form: String) throws -> KeptView {
        try ask { try $0.requestRight(membership: membership, draft: draft, form: form) }
    }
    public func cases(membership: MembershipId) throws -> CasesView {
        try ask { try $0.cases(membership: membership) }
    }
    public func casePage(membership: MembershipId, id: Int64) throws -> CaseView {
        try ask { try $0.casePage(membership: membership, id: id) }
    }
    public func caseLetter(
        membership: MembershipId, id: Int64, kind: CaseLetterKind, sender: LetterSender
    ) throws -> CaseLetterView {
        try ask { try $0.caseLetter(membership: membership, id: id, kind: kind, sender: sender) }
    }
    public func noteHandIn(membership: MembershipId, id: Int64, on: String, photo: Data?) throws -> CaseView {
        try ask { try $0.noteHandIn(membership: membership, id: id, on: on, photo: photo) }
    }
    public func noteAnswer(membership: MembershipId, id: Int64, draft: PaperAnswerDraft) throws -> CaseView {
        try ask { try $0.noteAnswer(membership: membership, id: id, draft: draft) }
    }
    public func caseCalendar(membership: MembershipId, id: Int64) throws -> CalendarFile {
        try ask { try $0.caseCalendar(membership: membership, id: id) }
    }
    public func exportCase(membership: MembershipId, id: Int64, file: String) throws -> CaseFileView {
        try ask { try $0.exportCase(membership: membership, id: id, file: file) }
    }
    public func listingForm(listing: ListingKey, aim: ListingAim) throws -> CaseFormView {
        try ask { try $0.listingForm(listing: listing, aim: aim) }
    }
    public func checkListingLetter(draft: ListingDraft) throws -> CaseCheckView {
        try ask { try $0.checkListingLetter(draft: draft) }
    }
    public func listingLetter(draft: ListingDraft, sender: LetterSender) throws -> CaseLetterView {
        try ask { try $0.listingLetter(draft: draft, sender: sender) }
    }
    public func keepListingLetter(draft: ListingDraft, form: String) throws -> KeptView {
        try ask { try $0.keepListingLetter(draft: draft, form: form) }
    }
    public func listingCase(id: Int64) throws -> ListingCaseView {
        try ask { try $0.listingCase(id: id) }
    }
    public func listingCaseLetter(id: Int64, sender: LetterSender) throws -> CaseLetterView {
        try ask { try $0.listingCaseLetter(id: id, sender: sender) }
    }
    public func noteListingHandIn(id: Int64, on: String, photo: Data?) throws -> ListingCaseView {
        try ask { try $0.noteListingHandIn(id: id, on: on, photo: photo) }
    }
    public func eraseListingCase(id: Int64) throws { try ask { try $0.eraseListingCase(id: id) } }
}

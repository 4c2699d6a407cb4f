package standing.logic.samples

import standing.core.CalendarFile
import standing.core.CaseCheckView
import standing.core.CaseFileView
import standing.core.CaseFormView
import standing.core.CaseLetterKind
import standing.core.CaseLetterView
import standing.core.CaseTarget
import standing.core.CaseView
import standing.core.CasesView
import standing.core.ComplianceDraft
import standing.core.ContestDraft
import standing.core.KeptView
import standing.core.LetterSender
import standing.core.ListingAim
import standing.core.ListingCaseView
import standing.core.ListingDraft
import standing.core.ListingKey
import standing.core.MembershipId
import standing.core.PaperAnswerDraft
import standing.core.RightDraft

/** The part of [FakeCore] that is about what a person does about what is held against them. */
open class FakeCases : FakePapers() {
    var contestForm: (MembershipId, CaseTarget, Long?) -> CaseFormView = { _, _, _ -> unanswered("contestForm") }
    var checkContest: (MembershipId, ContestDraft) -> CaseCheckView = { _, _ -> unanswered("checkContest") }
    var contest: (MembershipId, ContestDraft) -> KeptView = { _, _ -> unanswered("contest") }
    var contestLetter: (ContestDraft, LetterSender) -> CaseLetterView = { _, _ -> unanswered("contestLetter") }
    var complianceForm: (CaseTarget) -> CaseFormView = { unanswered("complianceForm") }
    var checkCompliance: (ComplianceDraft) -> CaseCheckView = { unanswered("checkCompliance") }
    var comply: (ComplianceDraft) -> KeptView = { unanswered("comply") }
    var complianceLetter: (ComplianceDraft, LetterSender) -> CaseLetterView = { _, _ -> unanswered("complianceLetter") }
    var rightForm: (MembershipId) -> CaseFormView = { unanswered("rightForm") }
    var checkRight: (RightDraft) -> CaseCheckView = { unanswered("checkRight") }
    var requestRight: (RightDraft) -> KeptView = { unanswered("requestRight") }
    var rightLetter: (RightDraft, LetterSender) -> CaseLetterView = { _, _ -> unanswered("rightLetter") }
    var noteAnswer: (Long, PaperAnswerDraft) -> CaseView = { _, _ -> unanswered("noteAnswer") }
    var cases: (MembershipId) -> CasesView = { unanswered("cases") }
    var casePage: (MembershipId, Long) -> CaseView = { _, _ -> unanswered("casePage") }
    var caseLetter: (Long, CaseLetterKind, LetterSender) -> CaseLetterView = { _, _, _ -> unanswered("caseLetter") }
    var noteHandIn: (Long, String, ByteArray?) -> CaseView = { _, _, _ -> unanswered("noteHandIn") }
    var caseCalendar: (MembershipId, Long) -> CalendarFile = { _, _ -> unanswered("caseCalendar") }
    var listingForm: (ListingKey, ListingAim) -> CaseFormView = { _, _ -> unanswered("listingForm") }
    var checkListingLetter: (ListingDraft) -> CaseCheckView = { unanswered("checkListingLetter") }
    var listingLetter: (ListingDraft, LetterSender) -> CaseLetterView = { _, _ -> unanswered("listingLetter") }
    var keepListingLetter: (ListingDraft) -> KeptView = { unanswered("keepListingLetter") }
    var listingCase: (Long) -> ListingCaseView = { unanswered("listingCase") }
    var listingCaseLetter: (Long, LetterSender) -> CaseLetterView = { _, _ -> unanswered("listingCaseLetter") }
    var noteListingHandIn: (Long, String, ByteArray?) -> ListingCaseView = { _, _, _ -> unanswered("noteListingHandIn") }
    var eraseListingCase: (Long) -> Unit = { unanswered("eraseListingCase") }
    var exportCase: (String) -> CaseFileView = { unanswered("exportCase") }

    override fun contestForm(membership: MembershipId, target: CaseTarget, follows: Long?) =
        noted("contestForm") { contestForm.invoke(membership, target, follows) }

    override fun checkContest(membership: MembershipId, draft: ContestDraft) =
        noted("checkContest") { checkContest.invoke(membership, draft) }

    override fun contest(membership: MembershipId, draft: ContestDraft, form: String) =
        noted("contest") { contest.invoke(membership, draft) }

    override fun contestLetter(membership: MembershipId, draft: ContestDraft, sender: LetterSender) =
        noted("contestLetter") { contestLetter.invoke(draft, sender) }

    override fun complianceForm(membership: MembershipId, target: CaseTarget) = noted("complianceForm") { complianceForm.invoke(target) }

    override fun checkCompliance(membership: MembershipId, draft: ComplianceDraft) =
        noted("checkCompliance") { checkCompliance.invoke(draft) }

    override fun comply(membership: MembershipId, draft: ComplianceDraft, form: String) = noted("comply") { comply.invoke(draft) }

    override fun complianceLetter(membership: MembershipId, draft: ComplianceDraft, sender: LetterSender) =
        noted("complianceLetter") { complianceLetter.invoke(draft, sender) }

    override fun rightForm(membership: MembershipId) = noted("rightForm") { rightForm.invoke(membership) }

    override fun checkRight(membership: MembershipId, draft: RightDraft) = noted("checkRight") { checkRight.invoke(draft) }

    override fun requestRight(membership: MembershipId, draft: RightDraft, form: String) =
        noted("requestRight") { requestRight.invoke(draft) }

    override fun rightLetter(membership: MembershipId, draft: RightDraft, sender: LetterSender) =
        noted("rightLetter") { rightLetter.invoke(draft, sender) }

    override fun noteAnswer(membership: MembershipId, id: Long, draft: PaperAnswerDraft) =
        noted("noteAnswer") { noteAnswer.invoke(id, draft) }

    override fun cases(membership: MembershipId) = noted("cases") { cases.invoke(membership) }

    override fun casePage(membership: MembershipId, id: Long) = noted("casePage") { casePage.invoke(membership, id) }

    override fun caseLetter(membership: MembershipId, id: Long, kind: CaseLetterKind, sender: LetterSender) =
        noted("caseLetter") { caseLetter.invoke(id, kind, sender) }

    override fun noteHandIn(membership: MembershipId, id: Long, on: String, photo: ByteArray?) =
        noted("noteHandIn") { noteHandIn.invoke(id, on, photo) }

    override fun caseCalendar(membership: MembershipId, id: Long) = noted("caseCalendar") { caseCalendar.invoke(membership, id) }

    override fun listingForm(listing: ListingKey, aim: ListingAim) = noted("listingForm") { listingForm.invoke(listing, aim) }

    override fun checkListingLetter(draft: ListingDraft) = noted("checkListingLetter") { checkListingLetter.invoke(draft) }

    override fun listingLetter(draft: ListingDraft, sender: LetterSender) = noted("listingLetter") { listingLetter.invoke(draft, sender) }

    override fun keepListingLetter(draft: ListingDraft, form: String) = noted("keepListingLetter") { keepListingLetter.invoke(draft) }

    override fun listingCase(id: Long) = noted("listingCase") { listingCase.invoke(id) }

    override fun listingCaseLetter(id: Long, sender: LetterSender) = noted("listingCaseLetter") { listingCaseLetter.invoke(id, sender) }

    override fun noteListingHandIn(id: Long, on: String, photo: ByteArray?) =
        noted("noteListingHandIn") { noteListingHandIn.invoke(id, on, photo) }

    override fun eraseListingCase(id: Long) = noted("eraseListingCase") { eraseListingCase.invoke(id) }

    override fun exportCase(membership: MembershipId, id: Long, file: String) = noted("exportCase") { exportCase.invoke(file) }
}

package standing.logic.samples

import standing.core.CalendarFile
import standing.core.CaseCheckView
import standing.core.CaseLetterKind
import standing.core.CaseLetterView
import standing.core.CaseTarget
import standing.core.CaseView
import standing.core.CasesView
import standing.core.ContestDraft
import standing.core.ContestFormView
import standing.core.KeptView
import standing.core.LetterSender
import standing.core.MembershipId

/** The part of [FakeCore] that is about what a person does about what is held against them. */
open class FakeCases : FakePapers() {
    var contestForm: (MembershipId, CaseTarget, Long?) -> ContestFormView = { _, _, _ -> unanswered("contestForm") }
    var checkContest: (MembershipId, ContestDraft) -> CaseCheckView = { _, _ -> unanswered("checkContest") }
    var contest: (MembershipId, ContestDraft) -> KeptView = { _, _ -> unanswered("contest") }
    var contestLetter: (ContestDraft, LetterSender) -> CaseLetterView = { _, _ -> unanswered("contestLetter") }
    var cases: (MembershipId) -> CasesView = { unanswered("cases") }
    var casePage: (MembershipId, Long) -> CaseView = { _, _ -> unanswered("casePage") }
    var caseLetter: (Long, CaseLetterKind, LetterSender) -> CaseLetterView = { _, _, _ -> unanswered("caseLetter") }
    var noteHandIn: (Long, String, ByteArray?) -> CaseView = { _, _, _ -> unanswered("noteHandIn") }
    var caseCalendar: (MembershipId, Long) -> CalendarFile = { _, _ -> unanswered("caseCalendar") }

    override fun contestForm(membership: MembershipId, target: CaseTarget, follows: Long?) =
        noted("contestForm") { contestForm.invoke(membership, target, follows) }

    override fun checkContest(membership: MembershipId, draft: ContestDraft) =
        noted("checkContest") { checkContest.invoke(membership, draft) }

    override fun contest(membership: MembershipId, draft: ContestDraft, form: String) =
        noted("contest") { contest.invoke(membership, draft) }

    override fun contestLetter(membership: MembershipId, draft: ContestDraft, sender: LetterSender) =
        noted("contestLetter") { contestLetter.invoke(draft, sender) }

    override fun cases(membership: MembershipId) = noted("cases") { cases.invoke(membership) }

    override fun casePage(membership: MembershipId, id: Long) = noted("casePage") { casePage.invoke(membership, id) }

    override fun caseLetter(membership: MembershipId, id: Long, kind: CaseLetterKind, sender: LetterSender) =
        noted("caseLetter") { caseLetter.invoke(id, kind, sender) }

    override fun noteHandIn(membership: MembershipId, id: Long, on: String, photo: ByteArray?) =
        noted("noteHandIn") { noteHandIn.invoke(id, on, photo) }

    override fun caseCalendar(membership: MembershipId, id: Long) = noted("caseCalendar") { caseCalendar.invoke(membership, id) }
}

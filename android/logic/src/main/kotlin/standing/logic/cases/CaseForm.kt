package standing.logic.cases

import standing.core.AppInterface
import standing.core.CaseCheckView
import standing.core.CaseFormView
import standing.core.CaseLetterView
import standing.core.ComplianceDraft
import standing.core.ContestDraft
import standing.core.KeptView
import standing.core.LetterSender
import standing.core.RightDraft
import standing.logic.Place

/** Which form of a case it is: what the core gives for it, and what it makes of what was typed. */
interface CaseForm {
    /** The page of what it became. */
    fun opens(item: Long): Place

    fun load(core: AppInterface): CaseFormView

    /** What the form says; null as long as it is not here. */
    fun draft(state: CaseFormState, onPaper: Boolean): CaseDraft?
}

/** What a form says, as the core checks, writes and keeps it. */
interface CaseDraft {
    fun check(core: AppInterface): CaseCheckView

    fun letter(core: AppInterface, sender: LetterSender): CaseLetterView

    fun keep(core: AppInterface, form: String): KeptView
}

/** That something is wrong. */
class ContestForm(private val place: Place.Contest) : CaseForm {
    private val membership = place.membership

    override fun opens(item: Long) = Place.Case(membership, item)

    override fun load(core: AppInterface) = core.contestForm(membership, place.about.target, place.follows)

    override fun draft(state: CaseFormState, onPaper: Boolean): CaseDraft? {
        val (typed, wants) = state.typed to (state.wants ?: return null)
        val draft = ContestDraft(place.about.target, typed.grounds, typed.words, wants, typed.mark, state.photos, place.follows, onPaper)
        return object : CaseDraft {
            override fun check(core: AppInterface) = core.checkContest(membership, draft)

            override fun letter(core: AppInterface, sender: LetterSender) = core.contestLetter(membership, draft, sender)

            override fun keep(core: AppInterface, form: String) = core.contest(membership, draft, form)
        }
    }
}

/** That what was ordered has been done. */
class ComplianceForm(private val place: Place.Comply) : CaseForm {
    private val membership = place.membership

    override fun opens(item: Long) = Place.Case(membership, item)

    override fun load(core: AppInterface) = core.complianceForm(membership, place.about.target)

    override fun draft(state: CaseFormState, onPaper: Boolean): CaseDraft {
        val draft = ComplianceDraft(place.about.target, state.typed.words, state.typed.day, state.photos, onPaper)
        return object : CaseDraft {
            override fun check(core: AppInterface) = core.checkCompliance(membership, draft)

            override fun letter(core: AppInterface, sender: LetterSender) = core.complianceLetter(membership, draft, sender)

            override fun keep(core: AppInterface, form: String) = core.comply(membership, draft, form)
        }
    }
}

/** What can be asked by the law on personal information. */
class RightForm(place: Place.RightRequest) : CaseForm {
    private val membership = place.membership

    override fun opens(item: Long) = Place.Case(membership, item)

    override fun load(core: AppInterface) = core.rightForm(membership)

    override fun draft(state: CaseFormState, onPaper: Boolean): CaseDraft? {
        val draft = RightDraft(state.right ?: return null, state.typed.words, onPaper)
        return object : CaseDraft {
            override fun check(core: AppInterface) = core.checkRight(membership, draft)

            override fun letter(core: AppInterface, sender: LetterSender) = core.rightLetter(membership, draft, sender)

            override fun keep(core: AppInterface, form: String) = core.requestRight(membership, draft, form)
        }
    }
}

package standing.logic.scenario

import java.time.LocalDate
import java.time.ZoneOffset
import standing.core.CaseView
import standing.core.CasesView
import standing.core.ContestGround
import standing.core.ListingCaseView
import standing.core.PaperSays
import standing.core.RightKind
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Place
import standing.logic.businesses.BusinessPresenter
import standing.logic.businesses.BusinessState
import standing.logic.cases.About
import standing.logic.cases.AboutKind
import standing.logic.cases.CaseForm
import standing.logic.cases.CaseFormAction
import standing.logic.cases.CaseFormPresenter
import standing.logic.cases.CaseFormState
import standing.logic.cases.CasePresenter
import standing.logic.cases.CaseState
import standing.logic.cases.CaseTyped
import standing.logic.cases.CasesPresenter
import standing.logic.cases.ComplianceForm
import standing.logic.cases.ContestForm
import standing.logic.cases.ListingCaseAction
import standing.logic.cases.ListingCasePresenter
import standing.logic.cases.ListingCaseState
import standing.logic.cases.ListingForm
import standing.logic.cases.PaperAction
import standing.logic.cases.PaperNote
import standing.logic.cases.PaperPresenter
import standing.logic.cases.PaperState
import standing.logic.cases.RightForm
import standing.logic.records.PhotoStore
import standing.logic.view
import standing.scenario.facts

/** Forms of cases with the letters that they become, cases, papers; each as a person taps through it. */
class CasesPart(private val photoStore: PhotoStore) : Part {
    override fun act(stage: Stage, action: String, with: With): Outcome? {
        fun membership() = with.text("membership")

        fun about() = About(AboutKind.ENTRY, with.text("entry"))
        return when (action) {
            "contest" -> keep(stage, ContestForm(Place.Contest(membership(), about())), with)
            "comply" -> keep(stage, ComplianceForm(Place.Comply(membership(), about())), with)
            "request_right" -> keep(stage, RightForm(Place.RightRequest(membership())), with)
            "cases" -> stage.look({ CasesPresenter(it, Place.Cases(membership())) }, CasesView::facts)
            "case_page" -> page(stage, with)
            "note_hand_in" -> note(stage, PaperNote.HandIn(Place.HandIn(membership(), with.item())), with) ?: page(stage, with)
            "note_answer" -> note(stage, PaperNote.Answer(Place.PaperAnswer(membership(), with.item())), with) ?: page(stage, with)
            "write_listing" -> keep(stage, ListingForm(listing(stage, with)), with)
            "listing_case" -> listingCase(stage, with)
            "hand_in_listing" -> note(stage, PaperNote.ListingHandIn(Place.ListingHandIn(with.item())), with) ?: listingCase(stage, with)
            "erase_listing" -> erase(stage, with)
            else -> null
        }
    }

    /** On to the letter, then away; a form with problems has no letter: what the core would have said of it is "draft". */
    private fun keep(stage: Stage, kind: CaseForm, with: With): Outcome {
        lateinit var form: CaseFormPresenter
        var (typed, sent) = false to false
        val onPaper = "on_paper" in with && with.yes("on_paper")
        val open = { environment: Environment -> CaseFormPresenter(environment, kind, stage.platform, photoStore, {}).also { form = it } }
        val shown =
            stage.play<CaseFormPresenter, CaseFormState>(open) {
                if (!typed && it.load is Load.Ready) {
                    typed = true
                    form.act(CaseFormAction.Type(typed(with)))
                    form.act(CaseFormAction.Read)
                }
                if (!sent && it.letter != null && !it.sending) {
                    sent = true
                    form.act(if (onPaper) CaseFormAction.KeepForPaper else CaseFormAction.Send)
                }
                it.load is Load.Failed || it.kept != null || (it.told > 0 && !it.sending)
            }
        val code = shown.problem?.code ?: (shown.load as? Load.Failed)?.problem?.code ?: "draft".takeIf { shown.kept == null }
        return code?.let { Outcome.Problem(it) } ?: done("item" to shown.kept!!.item)
    }

    private fun typed(with: With) =
        CaseTyped(
            grounds = if ("grounds" in with) with.texts("grounds").map { ContestGround.valueOf(it.uppercase()) } else emptyList(),
            words = with.text("words"),
            right = if ("right" in with) RightKind.valueOf(with.text("right").uppercase()) else null,
            day = if ("days_ago" in with) day(with) else "",
        )

    /** Counted back from today where the authority is. */
    private fun day(with: With) = LocalDate.now(ZoneOffset.ofHours(8)).minusDays(with.number("days_ago").toLong()).toString()

    private fun page(stage: Stage, with: With): Outcome {
        val open = { environment: Environment -> CasePresenter(environment, Place.Case(with.text("membership"), with.item()), stage.platform) }
        return outcomeOf(stage.play<CasePresenter, CaseState>(open) { it.load !is Load.Loading }.load, CaseView::facts)
    }

    /** The problem if it was not noted. */
    private fun note(stage: Stage, note: PaperNote, with: With): Outcome? {
        val open = { environment: Environment -> PaperPresenter(environment, note, stage.platform, photoStore, {}) }
        val shown =
            stage.play<PaperPresenter, PaperState>(
                open,
                {
                    act(PaperAction.Day(day(with)))
                    if ("says" in with) act(PaperAction.Says(PaperSays.valueOf(with.text("says").uppercase())))
                    act(PaperAction.Note)
                },
            ) { it.noted || it.problem != null }
        return shown.problem?.let { Outcome.Problem(it.code) }
    }

    /** The first listing of a business that can be written about. */
    private fun listing(stage: Stage, with: With): Place.ListingForm {
        val shown =
            stage.play<BusinessPresenter, BusinessState>({ BusinessPresenter(it, stage.platform, with.text("uscc")) }) { it.view is Load.Ready }
        val key = shown.view.view!!.listings.firstNotNullOf { it.key }
        return Place.ListingForm(key.uscc, key.register, key.lister, key.listId, with.yes("done"))
    }

    private fun listingCase(stage: Stage, with: With): Outcome {
        val open = { environment: Environment -> ListingCasePresenter(environment, with.item(), stage.platform) {} }
        return outcomeOf(stage.play<ListingCasePresenter, ListingCaseState>(open) { it.load !is Load.Loading }.load, ListingCaseView::facts)
    }

    private fun erase(stage: Stage, with: With): Outcome {
        val open = { environment: Environment -> ListingCasePresenter(environment, with.item(), stage.platform) {} }
        val shown =
            stage.play<ListingCasePresenter, ListingCaseState>(
                open,
                {
                    act(ListingCaseAction.Erase)
                    act(ListingCaseAction.Answer(true))
                },
            ) { it.erased || it.problem != null }
        return shown.problem?.let { Outcome.Problem(it.code) } ?: done()
    }
}

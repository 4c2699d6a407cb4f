package standing.app.cases

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import standing.app.Elsewhere
import standing.app.Feature
import standing.app.LocalPhoneClock
import standing.app.OpenScreen
import standing.app.Opening
import standing.app.screen
import standing.core.AppInterface
import standing.core.CaseLetterView
import standing.core.LetterSender
import standing.logic.Place
import standing.logic.cases.CaseForm
import standing.logic.cases.CaseFormAction
import standing.logic.cases.CaseFormPresenter
import standing.logic.cases.CaseLetterPresenter
import standing.logic.cases.CasePresenter
import standing.logic.cases.CasesPresenter
import standing.logic.cases.ComplianceForm
import standing.logic.cases.ContestForm
import standing.logic.cases.ListingCasePresenter
import standing.logic.cases.ListingForm
import standing.logic.cases.PaperAction
import standing.logic.cases.PaperNote
import standing.logic.cases.PaperPresenter
import standing.logic.cases.PaperState
import standing.logic.cases.RightForm

/** What a person does about what is held against them. */
object CasesFeature : Feature {
    override fun open(place: Place, opening: Opening): OpenScreen? =
        with(opening) {
            when (place) {
                is Place.Contest -> form(ContestForm(place))
                is Place.Comply -> form(ComplianceForm(place))
                is Place.RightRequest -> form(RightForm(place))
                Place.RightsDesk -> screen(shell) { state -> RightsDeskScreen(state.memberships, shell::refresh, go, back) }
                is Place.ListingForm -> form(ListingForm(place))
                is Place.ListingCase -> listing(place)
                is Place.ListingLetter -> letter { sender -> listingCaseLetter(place.id, sender) }
                is Place.ListingHandIn ->
                    paper(PaperNote.ListingHandIn(place)) { state, act -> HandInScreen(state, act, go, LocalPhoneClock.current.today, back) }
                is Place.Cases -> CasesPresenter(environment, place).let { screen(it) { state -> CasesScreen(state, it::act, go, back) } }
                is Place.Case -> CasePresenter(environment, place, platform).let { screen(it) { state -> CaseScreen(state, it::act, go, back) } }
                is Place.CaseLetter -> letter { sender -> caseLetter(place.membership, place.case, place.kind, sender) }
                is Place.HandIn -> paper(PaperNote.HandIn(place)) { state, act -> HandInScreen(state, act, go, LocalPhoneClock.current.today, back) }
                is Place.PaperAnswer ->
                    paper(PaperNote.Answer(place)) { state, act -> PaperAnswerScreen(state, act, go, LocalPhoneClock.current.today, back) }
                else -> null
            }
        }

    /** Back leads from the letter to the form, and from a form that holds something to a question. */
    private fun Opening.form(kind: CaseForm): OpenScreen {
        val form = CaseFormPresenter(environment, kind, platform, photoStore, changed, saved)
        val onBack = {
            if (!form.state.value.left) form.act(CaseFormAction.Back)
            !form.state.value.left
        }
        val elsewhere = Elsewhere()
        val onLeave = { goOn: () -> Unit ->
            val stays = form.state.value.run { holdsInput && !left }
            if (stays && form.state.value.letter != null) form.act(CaseFormAction.Back)
            if (stays) form.act(CaseFormAction.Back)
            elsewhere.goOn = goOn.takeIf { form.state.value.leaving }
            stays
        }
        return OpenScreen(form::saved, onBack, onLeave) {
            val state by form.state.collectAsState()
            elsewhere.Follow(state.leaving, state.left, back)
            LaunchedEffect(state.kept) { state.kept?.let { instead(kind.opens(it.item)) } }
            CaseFormScreen(state, form::act, go, LocalPhoneClock.current.today)
        }
    }

    private fun Opening.letter(write: AppInterface.(LetterSender) -> CaseLetterView): OpenScreen =
        CaseLetterPresenter(environment, write, platform, saved).let { screen(it) { state -> CaseLetterScreen(state, it::act, back) } }

    private fun Opening.listing(place: Place.ListingCase): OpenScreen {
        val presenter = ListingCasePresenter(environment, place.id, platform, changed)
        return screen(presenter) { state ->
            LaunchedEffect(state.erased) { if (state.erased) back() }
            ListingCaseScreen(state, presenter::act, go, back)
        }
    }

    private fun Opening.paper(note: PaperNote, show: @Composable (PaperState, (PaperAction) -> Unit) -> Unit): OpenScreen {
        val presenter = PaperPresenter(environment, note, platform, photoStore, changed, saved)
        return screen(presenter) { state ->
            LaunchedEffect(state.noted) { if (state.noted) back() }
            show(state, presenter::act)
        }
    }
}

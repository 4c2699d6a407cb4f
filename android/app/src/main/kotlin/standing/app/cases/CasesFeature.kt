package standing.app.cases

import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import standing.app.Elsewhere
import standing.app.Feature
import standing.app.LocalPhoneClock
import standing.app.OpenScreen
import standing.app.Opening
import standing.app.screen
import standing.logic.Place
import standing.logic.cases.CaseLetterPresenter
import standing.logic.cases.CasePresenter
import standing.logic.cases.CasesPresenter
import standing.logic.cases.ContestAction
import standing.logic.cases.ContestPresenter
import standing.logic.cases.HandInPresenter

/** What a person does about what is held against them. */
object CasesFeature : Feature {
    override fun open(place: Place, opening: Opening): OpenScreen? =
        with(opening) {
            when (place) {
                is Place.Contest -> contest(place)
                is Place.Cases -> CasesPresenter(environment, place).let { screen(it) { state -> CasesScreen(state, it::act, go, back) } }
                is Place.Case -> CasePresenter(environment, place, platform).let { screen(it) { state -> CaseScreen(state, it::act, go, back) } }
                is Place.CaseLetter ->
                    CaseLetterPresenter(environment, place, platform, saved).let { screen(it) { state -> CaseLetterScreen(state, it::act, back) } }
                is Place.HandIn -> handIn(place)
                else -> null
            }
        }

    /** Back leads from the letter to the form, and from a form that holds something to a question. */
    private fun Opening.contest(place: Place.Contest): OpenScreen {
        val form = ContestPresenter(environment, place, platform, photoStore, changed, saved)
        val onBack = {
            if (!form.state.value.left) form.act(ContestAction.Back)
            !form.state.value.left
        }
        val elsewhere = Elsewhere()
        val onLeave = { goOn: () -> Unit ->
            val stays = form.state.value.run { holdsInput && !left }
            if (stays && form.state.value.letter != null) form.act(ContestAction.Back)
            if (stays) form.act(ContestAction.Back)
            elsewhere.goOn = goOn.takeIf { form.state.value.leaving }
            stays
        }
        return OpenScreen(form::saved, onBack, onLeave) {
            val state by form.state.collectAsState()
            elsewhere.Follow(state.leaving, state.left, back)
            LaunchedEffect(state.kept) { state.kept?.let { instead(Place.Case(place.membership, it.item)) } }
            ContestScreen(state, form::act, go)
        }
    }

    private fun Opening.handIn(place: Place.HandIn): OpenScreen {
        val presenter = HandInPresenter(environment, place, platform, photoStore, changed, saved)
        return screen(presenter) { state ->
            LaunchedEffect(state.noted) { if (state.noted) back() }
            HandInScreen(state, presenter::act, go, LocalPhoneClock.current.today, back)
        }
    }
}

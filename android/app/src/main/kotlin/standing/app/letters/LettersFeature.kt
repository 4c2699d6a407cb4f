package standing.app.letters

import standing.app.Feature
import standing.app.OpenScreen
import standing.app.Opening
import standing.app.screen
import standing.logic.Place
import standing.logic.letters.LetterPresenter
import standing.logic.letters.LettersPresenter

/** What an authority wrote to the person. */
object LettersFeature : Feature {
    override fun open(place: Place, opening: Opening): OpenScreen? =
        with(opening) {
            when (place) {
                is Place.Letters -> LettersPresenter(environment, place, saved, changed).let { screen(it) { state -> LettersScreen(state, it::act, go, back) } }
                is Place.Letter -> LetterPresenter(environment, place, platform, changed).let { screen(it) { state -> LetterScreen(state, it::act, go, back) } }
                else -> null
            }
        }
}

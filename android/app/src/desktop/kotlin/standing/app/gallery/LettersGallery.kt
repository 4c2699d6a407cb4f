package standing.app.gallery

import standing.app.letters.LetterScreen
import standing.app.letters.LettersScreen
import standing.core.CheckState
import standing.core.LetterView
import standing.logic.Load
import standing.logic.letters.LetterState
import standing.logic.letters.LettersState
import standing.logic.samples.Samples

/** Notices. */
object LettersGallery : GalleryPart {
    override val title = "Notices"

    private fun letters(name: String, golden: Boolean = false, hidden: Boolean = false, state: Samples.() -> LettersState) =
        sample(name, golden, hidden) { s -> LettersScreen(s.state(), {}, {}, {}) }

    private fun letter(name: String, golden: Boolean = false, hidden: Boolean = false, state: Samples.() -> LetterState) =
        sample(name, golden, hidden) { s -> LetterScreen(s.state(), {}, {}, {}) }

    override val shots: List<Shot> =
        listOf(
            letters("letters", golden = true) { LettersState(load = Load.Ready(letters)) },
            letters("letters-none") { LettersState(load = Load.Ready(letters.copy(text = "", withDate = emptyList(), rest = emptyList(), empty = homeFirst.empty))) },
            letters("letters-missing") { LettersState(load = Load.Ready(letters.copy(checks = letters.checks.map { it.copy(state = CheckState.FAILS) }))) },
            letters("letters-found") { LettersState("river", Load.Ready(letters.copy(withDate = emptyList(), rest = letters.rest.take(1)))) },
            letters("letters-thousand") { LettersState(load = Load.Ready(letters.copy(rest = many(letters.rest).mapIndexed { at, row -> row.copy(n = (100 + at).toUInt()) }))) },
            letters("letters-hidden", hidden = true) { LettersState(load = Load.Ready(letters)) },
            letters("letters-loading") { LettersState() },
            letters("letters-failed") { LettersState(load = Load.Failed(broken(language))) },
            letter("letter", golden = true) { LetterState(Load.Ready(letter.copy(isNew = false))) },
            letter("letter-stars") { LetterState(Load.Ready(letterStars)) },
            letter("letter-other") { LetterState(Load.Ready(letter), other = true) },
            letter("letter-one-language") { LetterState(Load.Ready(letter.oneLanguage())) },
            letter("letter-long") { LetterState(Load.Ready(letter.copy(text = List(30) { long(letter.text.first()).take(2_000) }))) },
            letter("letter-fails") { LetterState(Load.Ready(letter.copy(checks = letter.checks.map { it.copy(state = CheckState.FAILS) }))) },
            letter("letter-hidden", hidden = true) { LetterState(Load.Ready(letter)) },
            letter("letter-loading") { LetterState() },
            letter("letter-failed") { LetterState(Load.Failed(broken(language))) },
        )

    private fun LetterView.oneLanguage() = copy(text = emptyList(), textNote = "Only in the other language.")
}

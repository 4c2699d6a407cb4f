package standing.logic.businesses

import java.text.Normalizer
import java.util.Locale
import standing.core.BusinessCard
import standing.core.SearchView

/**
 * What a search found, with those apart that may be another business.
 *
 * @property matches what was typed stands in their name as it was typed, or is their code.
 * @property near the words were found, but elsewhere in the name: no verdict is shown before one is opened.
 */
data class Found(val view: SearchView, val matches: List<BusinessCard>, val near: List<BusinessCard>) {
    companion object {
        fun of(view: SearchView, typed: String): Found {
            val (matches, near) = view.rows.partition { it.isMeant(typed) }
            return Found(view, matches, near)
        }
    }
}

private fun BusinessCard.isMeant(typed: String): Boolean {
    val text = folded(typed)
    return folded(name).contains(text) || folded(translated).contains(text) || folded(code) == text
}

/** Letters and digits only, full-width forms as ASCII, small: as the core compares names. */
private fun folded(text: String): String =
    Normalizer.normalize(text, Normalizer.Form.NFKC).lowercase(Locale.ROOT).filter(Char::isLetterOrDigit)

package standing.app.settings

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.LinkRow
import standing.app.design.Loaded
import standing.app.design.LocalWords
import standing.app.design.Paragraph
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.Space
import standing.app.design.Standing
import standing.logic.Load
import standing.logic.settings.LicencesAction
import standing.logic.settings.LicencesState
import standing.logic.settings.Shipped
import standing.logic.view

/** The licences of everything that is shipped; one tap shows the text. */
@Composable
fun LicencesScreen(state: LicencesState, act: (LicencesAction) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    val open = state.open
    val shipped = state.shipped.view
    if (open != null && shipped != null) return LicenceTexts(open, shipped, back)
    Screen(words.moreLicences, onBack = back, bar = false) {
        if (shipped == null) {
            item { Loaded(state.shipped as Load<*>, { act(LicencesAction.AskAgain) }) {} }
            return@Screen
        }
        items(shipped.packages) { one ->
            LinkRow(one.name, { act(LicencesAction.Open(one)) }, value = one.version, note = one.licence)
        }
    }
}

/** The texts as their authors wrote them, paragraph by paragraph: some are long. */
@Composable
private fun LicenceTexts(shown: Shipped.Package, shipped: Shipped, back: () -> Unit) {
    Screen(shown.name, onBack = back, bar = false) {
        item { Quiet("${shown.version} · ${shown.licence}") }
        for (id in shown.texts) {
            val paragraphs = shipped.texts[id].orEmpty().split("\n\n").filter { it.isNotBlank() }
            items(paragraphs) { Paragraph(it.trim('\n'), Modifier.padding(top = Space.s2), Standing.type.small) }
        }
    }
}

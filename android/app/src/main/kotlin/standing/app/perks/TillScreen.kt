package standing.app.perks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import standing.app.design.Hairline
import standing.app.design.LocalWords
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.Text
import standing.app.design.sign
import standing.app.shown
import standing.core.TillView
import standing.logic.Load
import standing.logic.ViewAction

/** A perk for the till: what, until when, who signed it. Nothing about the score, and no name. */
@Composable
fun TillScreen(state: Load<TillView>, act: (ViewAction) -> Unit, back: () -> Unit) {
    Screen(LocalWords.current.tillTitle, onBack = back) {
        shown(state, act) { view -> item("till") { Till(view) } }
    }
}

@Composable
private fun Till(view: TillView) {
    val type = Standing.type
    Column(Modifier.fillMaxWidth().padding(vertical = Space.s6), Arrangement.spacedBy(Space.s4)) {
        Text(view.name, Modifier.semantics { heading() }, style = type.h1)
        Text(view.until, style = type.h2)
        Text(view.today, style = type.h2)
        Hairline()
        SignWord(view.state.sign, view.proof, style = type.strong, color = Standing.colors.ink)
        Quiet(view.caution)
    }
}

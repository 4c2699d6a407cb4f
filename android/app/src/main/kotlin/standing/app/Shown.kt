package standing.app

import androidx.compose.foundation.lazy.LazyListScope
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.ProblemBox
import standing.app.design.TextLink
import standing.logic.Load
import standing.logic.ViewAction

/** The view row by row, or that it is asked for, or why it could not be had. */
internal fun <V> LazyListScope.shown(state: Load<V>, act: (ViewAction) -> Unit, ready: LazyListScope.(V) -> Unit) {
    when (state) {
        is Load.Loading -> item("wait") { Loading() }
        is Load.Failed -> item("problem") { ProblemBox(state.problem) { TextLink(LocalWords.current.actionTryAgain, { act(ViewAction.AskAgain) }) } }
        is Load.Ready -> ready(state.view)
    }
}

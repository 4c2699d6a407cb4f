package standing.app.cases

import androidx.compose.runtime.Composable
import standing.app.design.FilledButton
import standing.app.design.Icons
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.ProblemBox
import standing.app.design.Screen
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.TextLink
import standing.logic.Load
import standing.logic.cases.CaseLetterAction
import standing.logic.cases.CaseLetterState
import standing.logic.view

/** A letter of a case, to read and to print. */
@Composable
fun CaseLetterScreen(state: CaseLetterState, act: (CaseLetterAction) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    val view = state.load.view
    Screen(
        view?.title ?: words.casesTitle,
        onBack = back,
        dock =
            view?.let {
                {
                    DueLine(it.deadline)
                    FilledButton(words.letterPrint, { act(CaseLetterAction.Print) }, icon = Icons.Printer)
                    if (state.noPrinter) SignWord(Sign.UNKNOWN, words.letterNoPrinter)
                }
            },
        bar = false,
    ) {
        when (val load = state.load) {
            Load.Loading -> item("wait") { Loading() }
            is Load.Failed -> item("problem") { ProblemBox(load.problem) { TextLink(words.actionTryAgain, { act(CaseLetterAction.Again) }) } }
            is Load.Ready -> letter(load.view, state.name, state.address) { name, address -> act(CaseLetterAction.Sender(name, address)) }
        }
    }
}

package standing.app.settings

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.FilledButton
import standing.app.design.Icons
import standing.app.design.Loaded
import standing.app.design.LocalWords
import standing.app.design.OutlinedButton
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.records.Saved
import standing.logic.settings.ArchiveAction
import standing.logic.settings.ArchiveState
import standing.logic.view

/** Everything that is the person's own as one file: what is in it, how large it is, and that it is not sealed. */
@Composable
fun ArchiveScreen(state: ArchiveState, act: (ArchiveAction) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(
        words.moreArchive,
        onBack = back,
        dock = state.load.view?.let { { Deeds(state, act) } },
        bar = false,
    ) {
        item {
            PageHeading(words.moreArchive)
            Paragraph(words.archiveWhat, Modifier.padding(top = Space.s2))
        }
        item {
            Loaded(state.load, { act(ArchiveAction.AGAIN) }) { view ->
                Column {
                    Paragraph(view.text, Modifier.padding(vertical = Space.s3))
                    SignWord(Sign.NEEDS, words.archiveWarning)
                    Quiet(words.archiveCheck)
                    Saved(state.file.saving)
                    if (state.file.done.isNotEmpty()) Quiet(state.file.done)
                }
            }
        }
        state.file.problem?.let { item { ProblemBox(it) } }
    }
}

@Composable
private fun Deeds(state: ArchiveState, act: (ArchiveAction) -> Unit) {
    val words = LocalWords.current
    FilledButton(words.actionSaveFile, { act(ArchiveAction.SAVE) }, icon = Icons.Save, busy = state.file.busy)
    OutlinedButton(words.actionShare, { act(ArchiveAction.SHARE) }, icon = Icons.Share, busy = state.file.busy)
}

package standing.app.businesses

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.KeyValueRow
import standing.app.design.KeyValues
import standing.app.design.NoteBox
import standing.app.design.Paragraph
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.sign
import standing.core.DoorSignView

/** What a door sign is: the verdict, what it rests on, and the stars that are signed, to be counted against those on the door. */
@Composable
internal fun DoorSign(view: DoorSignView) {
    Column(Modifier.fillMaxWidth()) {
        NoteBox(view.state.sign, view.title, listOf(view.todo).filter { it.isNotEmpty() })
        Column(Modifier.padding(vertical = Space.s3), Arrangement.spacedBy(Space.s2)) {
            for (check in view.checks) SignWord(check.state.sign, check.finding, style = Standing.type.body, color = Standing.colors.ink)
        }
        KeyValues(view.facts)
        Paragraph(view.starsNote, Modifier.padding(top = Space.s4), Standing.type.strong)
        for (row in view.stars) KeyValueRow(row.name, row.text, note = row.differs, strong = true)
    }
}

package standing.app.businesses

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.LocalWords
import standing.app.design.Quiet
import standing.app.design.SectionHeading
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.TextLink
import standing.core.ListingKey
import standing.core.ListingLetterRow
import standing.logic.Place

/** What whoever runs the business can write about a listing: by letter alone. */
@Composable
internal fun Own(key: ListingKey, go: (Place) -> Unit) {
    val words = LocalWords.current
    val form = { done: Boolean -> Place.ListingForm(key.uscc, key.register, key.lister, key.listId, done) }
    Column(Modifier.fillMaxWidth().padding(top = Space.s4)) {
        Quiet(words.businessOwn)
        TextLink(words.businessContest, { go(form(false)) })
        TextLink(words.complyOpen, { go(form(true)) })
    }
}

/** Letters about its listings that were written on this phone. */
@Composable
internal fun Letters(rows: List<ListingLetterRow>, go: (Place) -> Unit) {
    Column {
        SectionHeading(LocalWords.current.businessLetters)
        for (row in rows) {
            TapRow(onOpen = { go(Place.ListingCase(row.id)) }) {
                Text(row.title, style = Standing.type.strong)
                Quiet(row.text)
            }
        }
    }
}

package standing.app.design

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Icon
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import standing.core.PersonMark
import standing.core.PersonView
import standing.logic.words.Words

/** The outline of a mark. People are told apart by it and by their name, never by a colour. */
internal val PersonMark.icon: ImageVector
    get() =
        when (this) {
            PersonMark.CIRCLE -> Icons.MarkCircle
            PersonMark.SQUARE -> Icons.MarkSquare
            PersonMark.TRIANGLE -> Icons.MarkTriangle
            PersonMark.DIAMOND -> Icons.MarkDiamond
            PersonMark.HEXAGON -> Icons.MarkHexagon
        }

/** What a mark is called. */
fun PersonMark.word(words: Words): String =
    when (this) {
        PersonMark.CIRCLE -> words.personMarkCircle
        PersonMark.SQUARE -> words.personMarkSquare
        PersonMark.TRIANGLE -> words.personMarkTriangle
        PersonMark.DIAMOND -> words.personMarkDiamond
        PersonMark.HEXAGON -> words.personMarkHexagon
    }

/** A person's mark and name, as the heading of what is theirs; a lock where their pages are locked. */
@Composable
fun PersonHeading(person: PersonView, modifier: Modifier = Modifier) {
    val type = Standing.type
    val ink = Standing.colors.ink
    Column(modifier.fillMaxWidth().padding(top = Space.s8)) {
        Row(Modifier.padding(bottom = Space.s2), Arrangement.spacedBy(Space.s3), Alignment.CenterVertically) {
            Icon(person.mark.icon, null, Modifier.size(Standing.sizes.icon), ink)
            Text(person.name, Modifier.weight(1f).semantics { heading() }, style = type.h2)
            if (person.isLocked) SignIcon(Sign.LOCK)
        }
        Hairline(color = ink)
    }
}

/** For whom one acts here; nothing for one's own. */
@Composable
fun ActsFor(person: PersonView?, modifier: Modifier = Modifier) {
    if (person == null || person.acts.isEmpty()) return
    val type = Standing.type
    Row(modifier.padding(vertical = Space.s2), Arrangement.spacedBy(Space.s3)) {
        Icon(person.mark.icon, null, Modifier.besideFirstLine(type.strong).size(Standing.sizes.mark), Standing.colors.ink)
        Text(person.acts, style = type.strong)
    }
}

package standing.app.design

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.core.RemedyNow
import standing.core.RemedyView

/** What can be done about a listing or an entry, and when. */
@Composable
internal fun Remedy(remedy: RemedyView) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth().padding(top = Space.s3)) {
        Text(remedy.title, style = Standing.type.strong)
        SignWord(if (remedy.now == RemedyNow.OPEN) Sign.NOTE else Sign.WAS_LISTED, remedy.`when`, Modifier.padding(vertical = Space.s1))
        KeyValues(remedy.facts)
        if (remedy.documents.isNotEmpty()) Quiet(words.businessRemedyDocuments, Modifier.padding(top = Space.s2))
        for (document in remedy.documents) Paragraph("· $document")
    }
}

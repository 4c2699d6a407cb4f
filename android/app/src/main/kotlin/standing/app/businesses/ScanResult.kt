package standing.app.businesses

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.FilledButton
import standing.app.design.Icons
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.ProblemBox
import standing.app.design.Sign
import standing.app.design.Space
import standing.app.design.TextLink
import standing.core.ScanKind
import standing.core.ScanView
import standing.logic.Load
import standing.logic.Place
import standing.logic.businesses.ScanAction

/** What the code is. To whom a number is licensed is shown without a verdict: the goods may be somebody else's. */
@Composable
internal fun ScanResult(result: Load<ScanView>, act: (ScanAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s3)) {
        when (result) {
            Load.Loading -> Loading()
            is Load.Failed -> ProblemBox(result.problem, sign = Sign.NEEDS)
            is Load.Ready -> Read(result.view, go)
        }
        if (result != Load.Loading) {
            TextLink(words.scanAgain, { act(ScanAction.Again) }, icon = null, leading = Icons.Barcode)
        }
    }
}

@Composable
internal fun Read(view: ScanView, go: (Place) -> Unit) {
    val words = LocalWords.current
    when (view.kind) {
        ScanKind.BUSINESS -> {
            NoteBox(Sign.SHEET, view.text, emptyList())
            FilledButton(words.scanOpenBusiness, { go(Place.Business(view.uscc)) })
        }
        ScanKind.PRODUCT -> {
            NoteBox(Sign.NEAR, view.gtin, listOf(view.text))
            FilledButton(words.scanOpenLicensee, { go(Place.Business(view.uscc)) })
        }
        ScanKind.UNKNOWN_PRODUCT -> {
            NoteBox(Sign.UNKNOWN, view.gtin, listOf(view.text))
            TextLink(words.scanByName, { go(Place.Businesses) }, Modifier.padding(top = Space.s1))
        }
        ScanKind.DOOR_SIGN -> view.sign?.let { DoorSign(it) }
        ScanKind.LINK -> {
            NoteBox(Sign.LOCK, view.text, emptyList())
            FilledButton(words.actionContinue, { go(placeOf(view.link)) })
        }
    }
}

/** Where a link of this app is looked at; there the core reads it again. */
internal fun placeOf(link: String): Place =
    if (link.startsWith("standing:register", ignoreCase = true)) Place.AddRegister(link) else Place.Join(link)

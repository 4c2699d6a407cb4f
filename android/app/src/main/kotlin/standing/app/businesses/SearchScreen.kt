package standing.app.businesses

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.Icon
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.ImeAction
import standing.app.design.BusinessCardRow
import standing.app.design.Empty
import standing.app.design.Field
import standing.app.design.FilledButton
import standing.app.design.IconButton
import standing.app.design.Icons
import standing.app.design.LinkRow
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.OutlinedButton
import standing.app.design.ProblemBox
import standing.app.design.ProofLine
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TextLink
import standing.core.BusinessCard
import standing.core.Problem
import standing.core.SearchView
import standing.logic.Load
import standing.logic.Place
import standing.logic.businesses.SearchAction
import standing.logic.businesses.SearchState

/** Looking a business up by its name or its code, or by a code that is scanned. */
@Composable
fun SearchScreen(state: SearchState, act: (SearchAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    Screen(
        words.tabBusinesses,
        actions = { IconButton(Icons.Clock, words.searchRecent, { go(Place.Recent) }) },
        bar = true,
    ) {
        item(key = "field") { SearchField(state.text, act) }
        item(key = "scan") { ScanButtons(go) }
        item(key = "private") {
            SignWord(Sign.LOCK, words.searchPrivate, Modifier.padding(vertical = Space.s2), Standing.type.small)
        }
        if (state.text.isBlank()) item(key = "kept") { Kept(go) }
        when (val found = state.found) {
            Load.Loading -> item { Loading() }
            is Load.Failed -> item { Trouble(found.problem, act, go) }
            is Load.Ready -> found(state, found.view, go)
        }
    }
}

/** What this phone keeps of earlier look-ups. */
@Composable
private fun Kept(go: (Place) -> Unit) {
    val words = LocalWords.current
    Column {
        LinkRow(words.watchTitle, { go(Place.Watched) })
        LinkRow(words.answersTitle, { go(Place.Answers) })
        LinkRow(words.compareTitle, { go(Place.Compare()) })
    }
}

@Composable
private fun SearchField(text: String, act: (SearchAction) -> Unit) {
    val words = LocalWords.current
    Field(
        text,
        { act(SearchAction.Type(it)) },
        words.searchLabel,
        keyboard = KeyboardOptions(imeAction = ImeAction.Search),
        onDone = { act(SearchAction.Now) },
        leading = { Icon(Icons.Search, null, Modifier.size(Standing.sizes.icon), Standing.colors.ink2) },
        trailing =
            if (text.isEmpty()) null
            else ({ IconButton(Icons.Close, words.actionClear, { act(SearchAction.Clear) }) }),
    )
}

@Composable
private fun ScanButtons(go: (Place) -> Unit) {
    val words = LocalWords.current
    val product: @Composable (Modifier) -> Unit = { OutlinedButton(words.searchScanProduct, { go(Place.Scan) }, it, Icons.Barcode, ink = true) }
    val licence: @Composable (Modifier) -> Unit = { OutlinedButton(words.searchScanLicence, { go(Place.Scan) }, it, Icons.Qr, ink = true) }
    if (Standing.reading.stacked) {
        Column(verticalArrangement = Arrangement.spacedBy(Space.s3)) {
            product(Modifier)
            licence(Modifier)
        }
    } else {
        Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s3)) {
            product(Modifier.weight(1f))
            licence(Modifier.weight(1f))
        }
    }
}

/** Without a register nothing can be searched: that is a beginning, not a failure. */
@Composable
private fun Trouble(problem: Problem, act: (SearchAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    if (problem.code == "no-register") {
        Empty(words.searchNoRegister, text = problem.todo) {
            FilledButton(words.registerAdd, { go(Place.AddRegister()) }, Modifier.padding(top = Space.s3))
        }
    } else {
        ProblemBox(problem, Modifier.padding(top = Space.s4), Sign.NEEDS) {
            TextLink(words.actionTryAgain, { act(SearchAction.Now) })
        }
    }
}

/** What was found. What was typed before is still shown while the next is searched, but never "nothing found". */
private fun LazyListScope.found(state: SearchState, found: SearchView, go: (Place) -> Unit) {
    val nothing = found.rows.isEmpty() && found.near.isEmpty() && found.sound.isEmpty()
    val product = found.product
    when {
        product != null && state.text.isNotBlank() -> item(key = "product") { Read(product, go) }
        state.text.isBlank() || (nothing && state.searching) -> Unit
        nothing -> item(key = "none") { Empty(LocalWords.current.searchNone, text = found.empty) }
        else -> {
            meant(found, go)
            near(found, go)
            sound(found, go)
            item(key = "more") { Quiet(found.moreText, Modifier.padding(vertical = Space.s3)) }
        }
    }
    item(key = "where") {
        Box(Modifier.padding(top = Space.s6)) {
            ProofLine(emptyList(), found.searched, onOpen = { go(Place.Freshness) })
        }
    }
}

private fun LazyListScope.meant(found: SearchView, go: (Place) -> Unit) {
    if (found.rows.isEmpty()) return
    item(key = "count") {
        val words = LocalWords.current
        SectionHeading(
            words.searchFound(found.found.toInt()),
            Modifier.semantics { liveRegion = LiveRegionMode.Polite },
            end = words.searchOrder,
            line = false,
        )
    }
    cards("match", found.rows, near = false, go)
}

/** Names that are like it. No listing is here, so that nobody is mixed up. */
private fun LazyListScope.near(found: SearchView, go: (Place) -> Unit) {
    if (found.near.isEmpty()) return
    item(key = "similar") {
        val words = LocalWords.current
        SectionHeading(if (found.rows.isEmpty()) words.searchPerhaps else words.searchSimilar, line = false)
        Quiet(words.searchSimilarNote, Modifier.padding(bottom = Space.s1))
    }
    cards("near", found.near, near = true, go)
}

/** Names that are called as it was typed, in pinyin. */
private fun LazyListScope.sound(found: SearchView, go: (Place) -> Unit) {
    if (found.sound.isEmpty()) return
    item(key = "by sound") {
        SectionHeading(LocalWords.current.searchSound(found.sounds.toInt()), line = false)
    }
    cards("sound", found.sound, near = false, go)
}

/** Row by row, so that a thousand cost no more than those in sight. Two registers may have the same code. */
private fun LazyListScope.cards(name: String, cards: List<BusinessCard>, near: Boolean, go: (Place) -> Unit) {
    itemsIndexed(cards, key = { at, card -> "$name ${card.uscc} $at" }) { _, card ->
        BusinessCardRow(shown(card), { go(Place.Business(card.uscc)) }, near = near)
    }
}

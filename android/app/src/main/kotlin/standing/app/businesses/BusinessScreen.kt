package standing.app.businesses

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import standing.app.alarms.AlarmBox
import standing.app.design.ButtonPair
import standing.app.design.Hairline
import standing.app.design.IconButton
import standing.app.design.Icons
import standing.app.design.KeyValues
import standing.app.design.ListingHead
import standing.app.design.ListingTagMark
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.MarkWord
import standing.app.design.NoteBox
import standing.app.design.OutlinedButton
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.ProofLine
import standing.app.design.Quiet
import standing.app.design.Quotation
import standing.app.design.ReadAloudIcon
import standing.app.design.Remedy
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.Text
import standing.app.design.TermBar
import standing.app.design.TextLink
import standing.app.design.Timeline
import standing.app.design.sign
import standing.app.design.spoken
import standing.app.design.word
import standing.core.BusinessCard
import standing.core.BusinessView
import standing.core.ListProof
import standing.core.ListingTag
import standing.core.ListingView
import standing.core.TagKind
import standing.core.VerdictLine
import standing.logic.Load
import standing.logic.Place
import standing.logic.businesses.BusinessAction
import standing.logic.businesses.BusinessState
import standing.logic.businesses.shownTags
import standing.logic.view
import standing.logic.words.Words

/** One business: which one it is, what the lists say of it, and how sure that is. */
@Composable
fun BusinessScreen(state: BusinessState, act: (BusinessAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    val here = state.view.view
    Screen(
        "",
        onBack = back,
        actions = { if (here != null) ReadAloudIcon(aloud(here)) },
        bar = false,
        dock = here?.takeIf { it.card.name.isNotBlank() }?.let { view -> ({ Deeds(view, act, go) }) },
    ) {
        state.problem?.let { item(key = "not done") { ProblemBox(it, sign = Sign.NEEDS) } }
        when (val view = state.view) {
            Load.Loading -> item { Loading() }
            is Load.Failed -> item {
                ProblemBox(view.problem, sign = Sign.NEEDS) { TextLink(words.actionTryAgain, { act(BusinessAction.TryAgain) }) }
            }
            is Load.Ready -> business(view.view, state, act, go)
        }
    }
}

private fun LazyListScope.business(view: BusinessView, state: BusinessState, act: (BusinessAction) -> Unit, go: (Place) -> Unit) {
    val card = view.card
    item(key = "who") { Who(card, state.copied, act) }
    if (card.name.isBlank()) {
        item(key = "stranger") { NoteBox(Sign.UNKNOWN, view.verdictText, emptyList(), Modifier.padding(top = Space.s4)) }
    } else {
        item(key = "tags") { Tags(view) }
        item(key = "proof") { HowSure(view) { go(Place.Freshness) } }
    }
    items(view.alarms) { AlarmBox(it, null, go) }
    view.listings.forEachIndexed { at, listing -> item(key = "listing $at") { Listing(listing, go) } }
    if (view.letters.isNotEmpty()) item(key = "letters") { Letters(view.letters, go) }
    if (view.listings.isNotEmpty()) item(key = "wrong") { Quiet(LocalWords.current.businessWrong, Modifier.padding(top = Space.s6)) }
    if (view.others.isNotEmpty()) item(key = "others") { Others(view.others) }
    if (view.lists.isNotEmpty()) item(key = "lists") { SectionHeading(LocalWords.current.businessLists) }
    items(view.lists) { LookedInto(it) }
    item(key = "code") {
        SectionHeading(LocalWords.current.businessCode)
        KeyValues(view.codeChecks)
    }
    item(key = "save") { Save(state.saved, act) }
}

@Composable
private fun Save(saved: Boolean, act: (BusinessAction) -> Unit) {
    val words = LocalWords.current
    val place = Modifier.padding(top = Space.s6)
    if (saved) SignWord(Sign.HOLDS, words.businessSaved, place)
    else OutlinedButton(words.businessSave, { act(BusinessAction.Save) }, place, Icons.Save)
}

@Composable
private fun Deeds(view: BusinessView, act: (BusinessAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    val watch = if (view.watched) words.businessWatchStop else words.businessWatch
    ButtonPair(
        first = { OutlinedButton(words.businessCompare, { go(Place.Compare(listOf(view.card.uscc))) }, it, Icons.Compare) },
        second = { OutlinedButton(watch, { act(BusinessAction.Watch(!view.watched)) }, it, Icons.Bell) },
    )
}

/** Full name, region and code: the black tag is shown only beside all three. */
@Composable
private fun Who(card: BusinessCard, copied: Boolean, act: (BusinessAction) -> Unit) {
    val words = LocalWords.current
    val c = Standing.colors
    val type = Standing.type
    val stacked = Standing.reading.stacked
    Column(Modifier.fillMaxWidth()) {
        PageHeading(card.name.ifBlank { words.listingNotInRegister })
        if (card.translated.isNotEmpty()) Text(card.translated, color = c.ink2, style = type.body)
        if (card.region.isNotEmpty()) Text(card.region, color = c.ink2, style = type.body)
        Row(Modifier.fillMaxWidth().heightIn(min = Standing.sizes.touch), verticalAlignment = Alignment.CenterVertically) {
            Text(card.code, Modifier.weight(1f), style = type.code)
            if (copied && !stacked) SignWord(Sign.HOLDS, words.actionCopied)
            else IconButton(Icons.Copy, words.actionCopy, { act(BusinessAction.CopyCode) })
        }
        // Beside the code the word would leave it no room.
        if (copied && stacked) SignWord(Sign.HOLDS, words.actionCopied)
        SignWord(Sign.HOLDS, words.businessCodeValid)
    }
}

/** Every tag with its office and its end: two offices judge two things, and neither cancels the other. */
@Composable
private fun Tags(view: BusinessView) {
    val words = LocalWords.current
    Column {
        if (view.listings.isEmpty()) SectionHeading(words.businessListingsTitle)
        else SectionHeading(words.businessListings(view.listings.size))
        for (tag in shown(view.card).tags) {
            Column(Modifier.fillMaxWidth().padding(vertical = Space.s3).semantics(mergeDescendants = true) {}) {
                ListingTagMark(tag)
                if (tag.detail.isNotEmpty()) Text(tag.detail, Modifier.padding(top = Space.s1), style = Standing.type.small)
            }
            Hairline()
        }
        for (line in view.verdicts) Said(line)
    }
}

/** What one register or one list says: a sentence of its own, and a sign of its own. */
@Composable
private fun Said(line: VerdictLine) {
    Column(Modifier.fillMaxWidth().padding(top = Space.s3).semantics(mergeDescendants = true) {}) {
        SignWord(line.state.sign, line.state.word(LocalWords.current))
        Paragraph(line.text)
    }
}

/** Registers on which the person does not rely: told below, without a name or a tag. */
@Composable
private fun Others(said: List<String>) {
    Column {
        SectionHeading(LocalWords.current.businessOthers)
        for (text in said) Paragraph(text, Modifier.padding(top = Space.s2))
    }
}

/** The marks of all lists; of what they rest on, that which would make it known, if something is not. */
@Composable
private fun HowSure(view: BusinessView, onOpen: () -> Unit) {
    val marks = view.lists.map { MarkWord(it.state, it.mark) }.distinct()
    val said = view.lists.sortedBy { it.state }.map { it.text }.distinct()
    ProofLine(marks, said.firstOrNull().orEmpty(), onOpen = onOpen)
}

@Composable
private fun Listing(listing: ListingView, go: (Place) -> Unit) {
    val words = LocalWords.current
    Column {
        ListingHead(listing.tag, listing.conduct, listing.state)
        KeyValues(listing.facts, Modifier.padding(top = Space.s2))
        SectionHeading(words.businessHistory, line = false)
        TermBar(listing.term, Modifier.padding(top = Space.s2, bottom = Space.s3))
        Timeline(listing.history)
        val place = Modifier.padding(top = Space.s4)
        if (listing.replied) Quotation(words.businessReply, listing.reply, place) else Quiet(listing.reply, place)
        Quiet(listing.replyOrigin, Modifier.padding(top = Space.s1))
        if (listing.remedies.isNotEmpty()) SectionHeading(words.businessRemedies, line = false)
        for (remedy in listing.remedies) Remedy(remedy)
        listing.key?.let { Own(it, go) }
    }
}

/** A list that was looked into, and how fresh it is. */
@Composable
private fun LookedInto(list: ListProof) {
    Column {
        Column(Modifier.fillMaxWidth().padding(vertical = Space.s3).semantics(mergeDescendants = true) {}) {
            Text(list.authority, style = Standing.type.strong)
            SignWord(list.state.sign, list.mark, Modifier.padding(vertical = Space.s1))
            Quiet(list.text)
        }
        Hairline()
    }
}

/** The card with the tags that may stand on it; that no list names it is no praise, and says so. */
@Composable
internal fun shown(card: BusinessCard): BusinessCard = card.copy(tags = card.shownTags.map { it.explained(LocalWords.current) })

private fun ListingTag.explained(words: Words): ListingTag =
    if (kind == TagKind.NOT_LISTED && detail.isEmpty()) copy(detail = words.listingNoneNote) else this

/** As it is read aloud: who, what the lists say, and of each listing for what, from whom and until when. */
private fun aloud(view: BusinessView): String {
    val listings = view.listings.flatMap { listOf(it.tag.text, it.conduct, it.tag.detail, it.reply) }
    return spoken(listOf(view.card.name, view.card.region, view.verdictText) + listings)
}

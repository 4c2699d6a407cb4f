package standing.app.design

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.PathEffect
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import standing.core.BusinessCard
import standing.core.ListingTag
import standing.core.TagKind

private class TagLook(val ground: Color, val ink: Color, val edge: Color, val dashed: Boolean)

@Composable
private fun look(kind: TagKind): TagLook {
    val c = Standing.colors
    return when (kind) {
        TagKind.BLACK -> TagLook(c.black, c.onBlack, c.blackEdge, dashed = false)
        TagKind.RED -> TagLook(c.sealSoft, c.seal, c.seal, dashed = false)
        TagKind.WAS_LISTED, TagKind.NOT_LISTED -> TagLook(Color.Transparent, c.ink2, c.lineStrong, dashed = true)
        TagKind.UNKNOWN -> TagLook(Color.Transparent, c.unknown, c.lineStrong, dashed = true)
    }
}

/** What a list says of a business, in two words. It is shown only beside full name, region and code, and is never tapped. */
@Composable
fun ListingTagMark(tag: ListingTag, modifier: Modifier = Modifier) {
    val look = look(tag.kind)
    val shape = RoundedCornerShape(Round.r1)
    val frame = if (look.dashed) Modifier.dashed(look.edge) else Modifier.background(look.ground, shape).border(BorderStroke(1.dp, look.edge), shape)
    Row(
        modifier.then(frame).heightIn(min = 30.dp).padding(horizontal = 10.dp, vertical = Space.s1),
        Arrangement.spacedBy(Space.s2),
        Alignment.CenterVertically,
    ) {
        SignIcon(tag.kind.sign, color = look.ink.takeIf { tag.kind != TagKind.RED })
        Text(tag.text, color = look.ink, style = Standing.type.smallStrong)
    }
}

private fun Modifier.dashed(color: Color) =
    drawBehind {
        val stroke = Stroke(1.dp.toPx(), pathEffect = PathEffect.dashPathEffect(floatArrayOf(4.dp.toPx(), 3.dp.toPx())))
        drawRoundRect(color, size = Size(size.width, size.height), cornerRadius = CornerRadius(Round.r1.toPx()), style = stroke)
    }

/** A card that is tapped as a whole. */
@Composable
fun TapCard(onOpen: () -> Unit, modifier: Modifier = Modifier, content: @Composable ColumnScope.() -> Unit) {
    val c = Standing.colors
    val shape = RoundedCornerShape(Round.r3)
    Row(
        modifier
            .fillMaxWidth()
            .padding(vertical = Space.s2)
            .background(c.surface, shape)
            .border(1.dp, c.line, shape)
            .tapped(onOpen, LocalWords.current.actionOpen, shape)
            .padding(Space.s4),
        Arrangement.spacedBy(Space.s3),
    ) {
        Column(Modifier.weight(1f)) {
            content()
            if (Standing.reading.elder) OpenWord(LocalWords.current.actionOpen)
        }
        if (!Standing.reading.elder) Chevron()
    }
}

/** A business among others. A near match shows no verdict, but [near] what to do first. */
@Composable
fun BusinessCardRow(card: BusinessCard, onOpen: () -> Unit, modifier: Modifier = Modifier, near: Boolean = false) {
    TapCard(onOpen, modifier) {
        BusinessName(card)
        if (near) SignWord(Sign.NEAR, LocalWords.current.listingNear, Modifier.padding(top = Space.s3))
        for (tag in card.tags.takeIf { !near }.orEmpty()) {
            ListingTagMark(tag, Modifier.padding(top = Space.s3))
            if (tag.detail.isNotEmpty()) Text(tag.detail, Modifier.padding(top = Space.s1), style = Standing.type.small)
        }
    }
}

/** Which business it is: name, translated name, region, and the code in its groups. */
@Composable
fun BusinessName(card: BusinessCard, modifier: Modifier = Modifier) {
    val c = Standing.colors
    Column(modifier) {
        Text(card.name, style = Standing.type.strong)
        if (card.translated.isNotEmpty()) Text(card.translated, color = c.ink2, style = Standing.type.body)
        Text(card.region, color = c.ink2, style = Standing.type.small)
        Text(card.code, color = c.ink2, style = Standing.type.code)
    }
}

/** The head of one listing: a heavy rule, whose list, and for what conduct. */
@Composable
fun ListingHead(tag: ListingTag, conduct: String, state: String, modifier: Modifier = Modifier) {
    val c = Standing.colors
    Column(modifier.fillMaxWidth().padding(top = Space.s6), Arrangement.spacedBy(Space.s2)) {
        Hairline(color = if (tag.kind == TagKind.RED) c.seal else c.ink, thickness = 3.dp)
        SignWord(tag.kind.sign, tag.text, Modifier.padding(top = Space.s2))
        SectionTitle(conduct, Modifier.semantics(mergeDescendants = true) {})
        Quiet(state)
    }
}

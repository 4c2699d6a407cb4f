package standing.app.gallery

import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsConfiguration
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.text.TextLayoutResult

/** What a screen reader meets, node by node, as the walk needs it. */
internal fun SemanticsNode.all(): List<SemanticsNode> = listOf(this) + children.flatMap { it.all() }

internal fun SemanticsNode.said(): String {
    val texts = config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text }
    return (config.getOrNull(SemanticsProperties.ContentDescription).orEmpty() + texts).joinToString(" ").trim()
}

private val SemanticsConfiguration.tappable get() = SemanticsActions.OnClick in this && SemanticsProperties.Disabled !in this
private val SemanticsConfiguration.typed get() = SemanticsProperties.EditableText in this

/**
 * What is wrong with a screen for whoever cannot see it well or cannot point well; empty if nothing is.
 *
 * @param merged as a screen reader meets it.
 * @param unmerged every piece of it.
 * @param touch the least side of a target, in pixels.
 * @param whole all of the page is there; otherwise its end is beyond the screen, which is no fault.
 */
internal fun faults(merged: SemanticsNode, unmerged: SemanticsNode, touch: Float, whole: Boolean = true): List<String> =
    unnamed(merged) + withoutRole(merged) + withoutState(merged) + small(merged, touch) + withoutHeading(merged) +
        outOfOrder(merged) + cut(unmerged, whole) + beside(unmerged)

private fun unnamed(root: SemanticsNode) =
    root.all().filter { (it.config.tappable || it.config.typed) && it.said().isEmpty() }.map { "no label: ${it.boundsInRoot}" }

private fun withoutRole(root: SemanticsNode) =
    root.all().filter { it.config.tappable && !it.config.typed && it.config.getOrNull(SemanticsProperties.Role) == null }.map { "no role: ${it.said()}" }

/** What is on or chosen must be said in words, not only shown. */
private fun withoutState(root: SemanticsNode) =
    root.all().filter { node ->
        val config = node.config
        val chosen = config.getOrNull(SemanticsProperties.Selected) == true
        val toggle = config.getOrNull(SemanticsProperties.ToggleableState) != null || config.getOrNull(SemanticsProperties.Role) == Role.Switch
        (chosen || toggle) && config.getOrNull(SemanticsProperties.StateDescription).isNullOrEmpty()
    }.map { "no state: ${it.said()}" }

/** Compose lets a small target be hit from around it, but not where another target is: so overlaps count, too. */
private fun small(root: SemanticsNode, touch: Float): List<String> {
    val targets = root.all().filter { it.config.tappable }
    return targets.filter { target ->
        val bounds = target.touchBoundsInRoot
        val laidOut = target.size.width >= touch - 1 && target.size.height >= touch - 1
        val crowded = targets.any { it.id != target.id && it.touchBoundsInRoot.deflate(1f).overlaps(bounds) && !target.within(it) && !it.within(target) }
        !laidOut && (bounds.width < touch - 1 || bounds.height < touch - 1 || crowded)
    }.map { "small: ${it.said()} ${it.size}" }
}

private fun SemanticsNode.within(other: SemanticsNode): Boolean = generateSequence(parent) { it.parent }.any { it.id == other.id }

private fun withoutHeading(root: SemanticsNode) =
    if (root.all().any { SemanticsProperties.Heading in it.config }) emptyList() else listOf("no heading")

/** A reader goes from the top down: of two pieces, the one that ends above where the other begins is read first. */
private fun outOfOrder(root: SemanticsNode): List<String> {
    val read = root.all().filter { it.said().isNotEmpty() && !it.boundsInRoot.isEmpty }
    return read.zipWithNext().filter { (first, next) -> next.boundsInRoot.bottom < first.boundsInRoot.top - 1 && next.group() == first.group() }
        .map { (first, next) -> "read too late: ${next.said()} after ${first.said()}" }
}

/** What is read by itself: a pane, a sheet, a question, or the whole of the screen. */
private fun SemanticsNode.group(): Int =
    generateSequence(this) { it.parent }.first { it.parent == null || it.config.getOrNull(SemanticsProperties.IsTraversalGroup) == true }.id

/** A text that does not fit: ended with dots, wider than its place, or outside of what is shown. */
private fun cut(root: SemanticsNode, whole: Boolean): List<String> =
    root.all().filter { node ->
        val layouts = mutableListOf<TextLayoutResult>()
        node.config.getOrNull(SemanticsActions.GetTextLayoutResult)?.action?.invoke(layouts)
        val spilt = layouts.any { it.spills(node.size.width) } && !node.config.typed
        val hidden = whole && node.said().isNotEmpty() && node.clips()
        spilt || hidden
    }.map { "cut: ${it.said()} ${it.size} ${it.boundsInRoot}" }

private fun TextLayoutResult.spills(width: Int) =
    didOverflowHeight || (0 until lineCount).any { isLineEllipsized(it) || getLineRight(it) - getLineLeft(it) > width + 1 }

/** Its parent, or the screen, shows less than all of it. */
private fun SemanticsNode.clips(): Boolean {
    val whole = Rect(positionInRoot, Size(size.width.toFloat(), size.height.toFloat()))
    val seen = boundsInRoot
    return whole.width > seen.width + 1 || whole.height > seen.height + 1
}

/** Texts that lie over each other. */
private fun beside(root: SemanticsNode): List<String> {
    val texts = root.all().filter { SemanticsProperties.Text in it.config && !it.boundsInRoot.deflate(2f).isEmpty }
    return texts.flatMapIndexed { at, text ->
        val (bounds, group) = text.boundsInRoot.deflate(2f) to text.group()
        texts.drop(at + 1).filter { it.boundsInRoot.deflate(2f).overlaps(bounds) && it.group() == group }.map { "over each other: ${text.said()}, ${it.said()}" }
    }
}

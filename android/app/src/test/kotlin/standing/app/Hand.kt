package standing.app

import androidx.compose.runtime.Composable
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.toAwtImage
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasScrollAction
import androidx.compose.ui.test.hasScrollToIndexAction
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isEnabled
import androidx.compose.ui.test.isFocused
import androidx.compose.ui.test.isRoot
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onLast
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performScrollToIndex
import androidx.compose.ui.test.performScrollToNode
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.test.performTouchInput
import androidx.compose.ui.test.runSkikoComposeUiTest
import androidx.compose.ui.test.swipeDown
import androidx.compose.ui.unit.Density
import java.awt.image.BufferedImage
import standing.app.design.Look
import standing.app.design.StandingTheme
import standing.core.Language
import standing.logic.words.Words

/** A phone of 412 by 915 dp in the hand of a test. */
@OptIn(ExperimentalTestApi::class)
fun inHand(
    language: Language = Language.ENGLISH,
    look: @Composable () -> Look = { Look() },
    content: @Composable () -> Unit,
    test: Hand.() -> Unit,
) = inHand(Size(412f, 915f), language, look, content, test)

/** The same of another size in dp, such as one that is turned, or high enough for a whole page; [density] in pixels for each dp. */
@OptIn(ExperimentalTestApi::class)
fun inHand(
    size: Size,
    language: Language = Language.ENGLISH,
    look: @Composable () -> Look = { Look() },
    content: @Composable () -> Unit,
    test: Hand.() -> Unit,
    density: Float = 1f,
) =
    runSkikoComposeUiTest(size = size * density, density = Density(density)) {
        setContent { StandingTheme(Words.of(language), look(), content = content) }
        Hand(this).test()
    }

/** What a person does with the app, and what they see of it, wherever it is shown. */
interface Stage {
    /** Scrolls until the text is there. */
    fun find(text: String)

    /** Scrolls until the text is there and taps what it stands on. */
    fun tap(text: String)

    /** Taps a control that is only a sign, by its name for a screen reader. */
    fun tapSign(label: String)

    /** Types into the field of this name, after what is there. */
    fun type(field: String, text: String)

    /** All that is on the screen now. */
    fun all(): String

    /** What is seen now. */
    fun picture(): BufferedImage

    /** Waits until nothing changes any more. */
    fun settle()

    /** Does something where the app does everything: on the main thread. */
    fun <T> onMain(act: () -> T): T

    /** Whether the text is on the screen now. */
    fun sees(text: String): Boolean = text in all()
}

/**
 * Something on the screen that can be tapped, or the key that sends what stands in a field. [kind] is its role and how many
 * texts it has; [tap] is what it would do, also when the screen is another by then.
 */
class Control(val name: String, val kind: Pair<Role?, Int>, val tap: () -> Unit)

/** The stage of Compose's own tests: nothing is drawn before somebody looks, and time passes when it is told to. */
@OptIn(ExperimentalTestApi::class)
class Hand(private val screen: SkikoComposeUiTest) : Stage {
    override fun find(text: String) {
        screen.onAllNodes(hasScrollAction()).onFirst().performScrollToNode(hasText(text, substring = true))
    }

    /** Throws the list as far as its item of this number. */
    fun jump(item: Int) {
        screen.onAllNodes(hasScrollAction()).onFirst().performScrollToIndex(item)
    }

    override fun tap(text: String) {
        // The word may stand in a sentence, too, while the control is not on the screen yet.
        if (screen.onAllNodes(tappable(text)).fetchSemanticsNodes().isEmpty()) {
            screen.onAllNodes(hasScrollAction()).onFirst().performScrollToNode(tappable(text))
        }
        val inList = screen.onAllNodes(tappable(text) and hasAnyAncestor(hasScrollAction()))
        if (inList.fetchSemanticsNodes().isNotEmpty()) inList.onFirst().performScrollTo()
        screen.onAllNodes(tappable(text)).onFirst().performClick()
        screen.waitForIdle()
    }

    /** Taps what lies above the others of the same text. */
    fun tapLast(text: String) {
        screen.onAllNodes(tappable(text)).onLast().performClick()
        screen.waitForIdle()
    }

    override fun tapSign(label: String) {
        screen.onNodeWithContentDescription(label).performClick()
        screen.waitForIdle()
    }

    override fun type(field: String, text: String) {
        val typed = field(field)
        if (screen.onAllNodes(typed).fetchSemanticsNodes().isEmpty()) {
            screen.onAllNodes(hasScrollAction()).onFirst().performScrollToNode(typed)
        }
        screen.onAllNodes(typed).onFirst().performTextInput(text)
        screen.waitForIdle()
    }

    /** Types the text into every empty field on the screen. */
    fun typeEverywhere(text: String) {
        val fields = screen.onAllNodes(hasSetTextAction() and isEnabled())
        typed().forEachIndexed { at, before -> if (before.isEmpty()) fields[at].performTextReplacement(text) }
        screen.waitForIdle()
    }

    /** All that can be tapped now; of a field, the key that the keyboard shows for it. */
    fun controls(): List<Control> {
        val tapped = SemanticsMatcher.keyIsDefined(SemanticsActions.OnClick) and isEnabled()
        return screen.onAllNodes(tapped).fetchSemanticsNodes().map { node ->
            val field = node.config.getOrNull(SemanticsActions.OnImeAction)
            val name = texts(listOf(node))
            val kind = node.config.getOrNull(SemanticsProperties.Role) to name.size
            if (field == null) Control(name.joinToString(" "), kind) { node.config[SemanticsActions.OnClick].action?.invoke() }
            else Control("⏎ ${name.first()}", kind) { field.action?.invoke() }
        }
    }

    /** Whether a page goes on below what is on the screen. */
    fun goesOn(): Boolean =
        screen.onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.VerticalScrollAxisRange)).fetchSemanticsNodes()
            .map { it.config[SemanticsProperties.VerticalScrollAxisRange] }.any { it.value() < it.maxValue() }

    /** What stands in the fields on the screen. */
    fun typed(): List<String> =
        screen.onAllNodes(hasSetTextAction() and isEnabled()).fetchSemanticsNodes().map { it.config.getOrNull(SemanticsProperties.EditableText)?.text.orEmpty() }

    /** All that is said of what the keyboard is at; empty if it is nowhere. */
    fun focused(): String = texts(screen.onAllNodes(isFocused()).fetchSemanticsNodes()).joinToString("\n")

    /** Waits until the text is on the screen: what was asked for may take a moment. */
    fun await(text: String) {
        screen.waitUntil("\"$text\" is on the screen", 30_000) { sees(text) }
    }

    /** What is read as one: all texts of what can be tapped, by a part of it. */
    fun readAsOne(part: String): String = texts(screen.onAllNodes(tappable(part)).fetchSemanticsNodes().take(1)).joinToString("\n")

    /** Scrolls to the row of this number. */
    fun scrollTo(row: Int) {
        screen.onAllNodes(hasScrollToIndexAction()).onFirst().performScrollToIndex(row)
        screen.waitForIdle()
    }

    /** Pulls the page down by half a screen. */
    fun pull() {
        screen.onAllNodes(hasScrollAction()).onFirst().performTouchInput { swipeDown(startY = top, endY = centerY) }
        screen.waitForIdle()
    }

    /** Whether something on the screen with this text can be tapped. */
    fun canTap(text: String): Boolean = screen.onAllNodes(tappable(text)).fetchSemanticsNodes().isNotEmpty()

    override fun all(): String = texts(screen.onAllNodes(isRoot()).fetchSemanticsNodes()).joinToString("\n")

    override fun picture(): BufferedImage = screen.captureToImage().toAwtImage()

    override fun <T> onMain(act: () -> T): T = act()

    override fun settle() = screen.waitForIdle()

    private fun texts(nodes: List<SemanticsNode>): List<String> = nodes.flatMap { said(it) + texts(it.children) }
}

/** What has this text and can be tapped. */
fun tappable(text: String) = hasText(text, substring = true) and SemanticsMatcher.keyIsDefined(SemanticsActions.OnClick)

/** The field of this name. */
fun field(name: String) = hasText(name) and hasSetTextAction()

/** What is written on a part of the screen, or said of it. */
fun said(node: SemanticsNode): List<String> {
    val texts = node.config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text }
    val typed = listOfNotNull(node.config.getOrNull(SemanticsProperties.EditableText)?.text)
    return texts + typed + node.config.getOrNull(SemanticsProperties.ContentDescription).orEmpty()
}

package standing.app.statement

import androidx.compose.runtime.Composable
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.Hand
import standing.app.design.Look
import standing.app.inHand
import standing.core.StatementView
import standing.logic.Load
import standing.logic.Place
import standing.logic.ViewAction
import standing.logic.samples.SURPRISE
import standing.logic.samples.Samples
import standing.logic.samples.statementFails
import standing.logic.samples.statementForged
import standing.logic.samples.statementStale
import standing.logic.statement.ComparedAction
import standing.logic.statement.ComparedState
import standing.logic.statement.Side
import standing.logic.statement.ToldAction
import standing.logic.statement.ToldState

class PapersTest {
    private val samples = Samples.english
    private val village = samples.home.membership
    private val went = mutableListOf<Place>()
    private val turned = mutableListOf<Place>()
    private val asked = mutableListOf<ViewAction>()
    private val saved = mutableListOf<ToldAction>()
    private val chosen = mutableListOf<ComparedAction>()
    private val plain: @Composable () -> Look = { Look() }
    private val hiding: @Composable () -> Look = { Look(hideAmounts = true) }

    private fun screen(look: @Composable () -> Look = plain, content: @Composable () -> Unit, test: Hand.() -> Unit) = inHand(look = look, content = content, test = test)

    private fun statement(view: StatementView, look: @Composable () -> Look = plain, test: Hand.() -> Unit) =
        screen(look, { StatementScreen(Load.Ready(view), { asked += it }, { went += it }, { turned += it }, {}) }, test)

    private fun checks(view: StatementView, look: @Composable () -> Look = plain, test: Hand.() -> Unit) =
        screen(look, { ChecksSheet(Load.Ready(view), {}, { went += it }, {}) }, test)

    @Test
    fun `each entry of the sum opens, the start does not`() = statement(samples.statement) {
        tap("Late on a loan payment")
        assertEquals(listOf<Place>(Place.Entry(village, 8u, "E-2026-014")), went)
        assertFalse(canTap("Start value"))
    }

    @Test
    fun `one turns to the statement before, and not past the newest`() = statement(samples.statement) {
        tap("Previous")
        assertEquals(listOf<Place>(Place.Statement(village, 7u)), turned)
        tap("Next")
        assertEquals(1, turned.size)
    }

    @Test
    fun `every difference is named under the sum`() = statement(samples.statementFails) {
        find("The statement says 77; its own entries and stars add up to 82.")
    }

    @Test
    fun `hidden amounts leave no figure of the sum`() = statement(samples.statement, hiding) {
        val shown = all()
        for (amount in listOf("82", "70", "+2", "−5")) assertFalse(amount, Regex("""(^|\s)${Regex.escape(amount)}($|\s)""").containsMatchIn(shown))
        assertTrue("How the score adds up" in shown)
    }

    @Test
    fun `a thousand entries scroll to the last`() =
        statement(samples.statement.copy(ledger = List(1000) { samples.statement.ledger[0].copy(label = "Entry $it", entry = "E-$it") })) {
            jump(1000)
            tap("Entry 999")
            assertEquals(listOf<Place>(Place.Entry(village, 8u, "E-999")), went)
        }

    @Test
    fun `what fails is read first, with both sums and their difference`() = checks(samples.statementFails) {
        val shown = all()
        assertTrue(shown.indexOf("Failed") in 0..shown.indexOf("Passed"))
        for (line in listOf("The statement says", "77", "82", "−5")) assertTrue(line, line in shown)
        tap("How the score adds up")
        assertEquals(listOf<Place>(Place.Statement(village, 8u)), went)
    }

    @Test
    fun `what is unknown says what would make it known, and leads there`() = checks(samples.statementStale) {
        find("Sync to find out.")
        tap("Sync now")
        assertEquals(listOf<Place>(Place.Sync), went)
    }

    @Test
    fun `a forged statement says not to rely on it`() = checks(samples.statementForged) {
        assertTrue(sees("Do not rely on it."))
    }

    @Test
    fun `hidden amounts are in no check`() = checks(samples.statementFails, hiding) {
        val shown = all()
        for (amount in listOf("77", "82")) assertFalse(amount, amount in shown)
    }

    @Test
    fun `an entry says that nobody told the person, and what they can do`() =
        screen(content = { EntryScreen(Load.Ready(samples.entry), {}, { went += it }, {}) }) {
            assertTrue(sees("No notice about this has reached this phone since you connected"))
            find("If it were removed: 87 of 100, Good.")
            find("Contest in writing with the village committee")
            tap("Signed as part of statement 8")
            assertEquals(listOf<Place>(Place.Checks(village, 8u)), went)
        }

    @Test
    fun `the story leads to each statement and to what moved the score, and says whether it is whole`() =
        screen(content = { StoryScreen(Load.Ready(samples.story), {}, { went += it }, {}) }) {
            assertTrue(sees("No gaps here"))
            assertTrue("the chart is described", samples.story.chart!!.spoken in all())
            tap("Late on a loan payment")
            tap("Credit statement 1")
            assertEquals(listOf(Place.Entry(village, 8u, "E-2026-014"), Place.Statement(village, 1u)), went.toList())
        }

    @Test
    fun `hidden amounts leave no figure of the story`() = screen(hiding, { StoryScreen(Load.Ready(samples.story), {}, {}, {}) }) {
        val shown = all()
        for (amount in listOf("82", "79", "+6", "−5", "Excellent")) assertFalse(amount, Regex("""(^|\s)${Regex.escape(amount)}($|\s)""").containsMatchIn(shown))
    }

    @Test
    fun `what is known of when one was told says whose day it is, and opens its page`() =
        screen(content = { ToldScreen(ToldState(Load.Ready(samples.told)), { saved += it }, { went += it }, {}) }) {
            tap("Date of notice 13")
            find("by this phone’s time")
            assertEquals(listOf<Place>(Place.Letter(village, 13u)), went)
            find(samples.told.caseFile.text)
            tap("Save as a case file")
            tap("Send with another app")
            assertEquals(listOf(ToldAction.SAVE_FILE, ToldAction.SHARE_FILE), saved)
        }

    private fun compared(side: Side? = null, look: @Composable () -> Look = plain, test: Hand.() -> Unit) =
        screen(look, { ComparedScreen(ComparedState(1u, 8u, side, Load.Ready(samples.compared)), { chosen += it }, { went += it }, {}) }, test)

    @Test
    fun `two statements are side by side, with what moved the score and all that changed, each leading to its page`() = compared {
        find(samples.compared.heading)
        for (side in listOf(samples.compared.earlier, samples.compared.later)) assertTrue(side.name, sees(side.name))
        tap("Late on a loan payment")
        assertEquals(listOf<Place>(Place.Entry(village, 8u, "E-2026-014")), went)
        tap("Earlier statement")
        assertEquals(listOf<ComparedAction>(ComparedAction.Choose(Side.EARLIER)), chosen)
    }

    @Test
    fun `any other statement can be chosen, but not the one of the other side`() = compared(Side.EARLIER) {
        val (first, newest) = samples.compared.statements.run { last() to first() }
        assertTrue(sees(first.name))
        assertFalse(sees(newest.name))
        tap(samples.compared.statements[3].name)
        assertEquals(listOf<ComparedAction>(ComparedAction.Take(5u)), chosen)
    }

    @Test
    fun `hidden amounts leave no figure of the comparison`() = compared(look = hiding) {
        val shown = all()
        for (amount in listOf("82", "+6", "−5")) assertFalse(amount, Regex("""(^|\s)${Regex.escape(amount)}($|\s)""").containsMatchIn(shown))
    }

    @Test
    fun `what cannot be had is reported with a way to try again`() =
        screen(content = { StatementScreen(Load.Failed(SURPRISE), { asked += it }, {}, {}, {}) }) {
            assertTrue(sees(SURPRISE.happened) && sees(SURPRISE.safe) && sees(SURPRISE.todo))
            tap("Try again")
            assertEquals(listOf<ViewAction>(ViewAction.AskAgain), asked)
        }
}

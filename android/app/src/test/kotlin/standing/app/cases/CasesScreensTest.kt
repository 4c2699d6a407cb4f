package standing.app.cases

import java.time.LocalDate
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.businesses.BusinessScreen
import standing.app.design.Look
import standing.app.inHand
import standing.app.letters.LetterScreen
import standing.core.CaseLetterKind
import standing.core.CaseTarget
import standing.core.ContestGround
import standing.core.Language
import standing.core.MembershipState
import standing.core.MembershipView
import standing.core.PaperSays
import standing.core.RightKind
import standing.logic.Load
import standing.logic.Place
import standing.logic.businesses.BusinessState
import standing.logic.cases.About
import standing.logic.cases.AboutKind
import standing.logic.cases.CaseAction
import standing.logic.cases.CaseFormAction
import standing.logic.cases.CaseFormState
import standing.logic.cases.CaseState
import standing.logic.cases.CaseTyped
import standing.logic.cases.ListingCaseState
import standing.logic.cases.PaperAction
import standing.logic.cases.PaperState
import standing.logic.letters.LetterState
import standing.logic.samples.BusinessSamples
import standing.logic.samples.OWNER
import standing.logic.samples.Samples
import standing.logic.samples.case
import standing.logic.samples.caseOverdue
import standing.logic.samples.cases
import standing.logic.samples.complianceForm
import standing.logic.samples.contestForm
import standing.logic.samples.contestLetter
import standing.logic.samples.contestPaper
import standing.logic.samples.contestWrong
import standing.logic.samples.family
import standing.logic.samples.father
import standing.logic.samples.listingCaseWritten
import standing.logic.samples.rightForm

class CasesScreensTest {
    private val samples = Samples.english
    private val village = samples.home.membership
    private val went = mutableListOf<Place>()
    private val acts = mutableListOf<CaseFormAction>()

    private fun contest(state: CaseFormState, test: standing.app.Hand.() -> Unit) =
        inHand(content = { CaseFormScreen(state, { acts += it }, { went += it }, TODAY) }, test = test)

    @Test
    fun `the form says for whom one acts, and so does the list of whom to ask`() {
        contest(CaseFormState(Load.Ready(samples.contestForm))) { assertFalse(sees("You act for")) }
        contest(CaseFormState(Load.Ready(samples.contestForm.copy(person = samples.father())))) { find("You act for Father.") }
        inHand(content = { RightsDeskScreen(Load.Ready(samples.family()), {}, {}, {}) }) { find("You act for Father.") }
    }

    @Test
    fun `a ground is ticked by a tap, and says what is added with it`() = contest(CaseFormState(Load.Ready(samples.contestForm))) {
        find("Both dates of letter 6 are added: 30 September and 26 November.")
        tap("I was told too late")
        assertEquals(listOf<CaseFormAction>(CaseFormAction.Tick(ContestGround.NOT_TOLD)), acts)
        tap("Continue to the letter")
        assertEquals(CaseFormAction.Read, acts.last())
        assertTrue(sees("Contest by: Friday 4 December 2026, in 8 days"))
    }

    @Test
    fun `what stands in the way is above the form and at its place`() = contest(CaseFormState(Load.Ready(samples.contestForm), checked = samples.contestWrong, told = 1)) {
        val said = "Tick at least one ground."
        find(said)
        assertEquals(2, all().split(said).size - 1)
    }

    @Test
    fun `the letter is sent or printed, and an office that takes paper alone is sent nothing`() {
        contest(CaseFormState(Load.Ready(samples.contestForm), letter = samples.contestLetter)) {
            tap("Send")
            tap("Print or save as PDF")
            tap("I will hand it in on paper")
            assertEquals(listOf(CaseFormAction.Send, CaseFormAction.Print, CaseFormAction.KeepForPaper), acts.toList())
        }
        contest(CaseFormState(Load.Ready(samples.contestPaper), letter = samples.contestLetter)) {
            assertFalse(canTap("Send"))
            assertTrue(canTap("I will hand it in on paper"))
        }
    }

    @Test
    fun `each case opens, and says how far it is and what is next`() =
        inHand(content = { CasesScreen(Load.Ready(samples.cases), {}, { went += it }, {}) }) {
            assertTrue(sees("Answer overdue"))
            assertTrue(sees("Answer due Friday 11 December 2026, in 9 days"))
            tap("Littering at the river landing")
            assertEquals(listOf<Place>(Place.Case(village, 8)), went)
        }

    @Test
    fun `what can be done opens its page, the next office with what the case is about`() =
        inHand(content = { CaseScreen(CaseState(Load.Ready(samples.caseOverdue)), {}, { went += it }, {}) }) {
            tap("Read the reminder")
            tap("Ask the county")
            tap("Note an answer on paper")
            val next = Place.Contest(village, About(AboutKind.ENTRY, "E-2026-014"), 7)
            assertEquals(listOf(Place.CaseLetter(village, 7, CaseLetterKind.REMINDER), next, Place.PaperAnswer(village, 7)), went.toList())
        }

    @Test
    fun `documents open, and the dates go to a calendar`() {
        val deeds = mutableListOf<CaseAction>()
        inHand(content = { CaseScreen(CaseState(Load.Ready(samples.case)), { deeds += it }, { went += it }, {}) }) {
            tap("Add to calendar")
            tap("Receipt 17")
            tap("Save the dates for a calendar")
            tap("Save as a file for somebody who helps you")
            tap("Send with another app")
            assertEquals(listOf(CaseAction.Remember, CaseAction.SaveDays, CaseAction.SaveFile, CaseAction.ShareFile), deeds.toList())
            assertEquals(listOf<Place>(Place.Receipt(village, 7)), went)
        }
    }

    @Test
    fun `hidden amounts leave no points`() =
        inHand(look = { Look(hideAmounts = true) }, content = { CaseScreen(CaseState(Load.Ready(samples.case)), {}, {}, {}) }) {
            assertFalse("−5" in all())
        }

    @Test
    fun `the form of what was done asks for its day, and that of a right for the right, and neither for what is a contest's`() {
        contest(CaseFormState(Load.Ready(samples.complianceForm), CaseTyped(day = "2026-11-20"))) {
            assertFalse(sees("What is wrong?"))
            assertTrue(canTap("Day on which you did it"))
            find("20 November 2026")
            find("What you did")
        }
        contest(CaseFormState(Load.Ready(samples.rightForm))) {
            assertFalse(canTap("Take a photo"))
            tap("Have my data deleted")
            assertEquals(CaseFormAction.Type(CaseTyped(right = RightKind.DELETE)), acts.last())
        }
    }

    @Test
    fun `an answer on paper is noted with its day and what it says, and says that it stays one's own note`() {
        val deeds = mutableListOf<PaperAction>()
        inHand(content = { PaperAnswerScreen(PaperState("2026-11-25"), { deeds += it }, { went += it }, TODAY, {}) }) {
            find("It stays your own note: this phone cannot check a signature on paper.")
            tap("Note it")
            assertEquals("what it says is missing", emptyList<PaperAction>(), deeds)
            tap("It does not grant it")
            assertEquals(listOf<PaperAction>(PaperAction.Says(PaperSays.REFUSED)), deeds)
        }
        inHand(content = { PaperAnswerScreen(PaperState("2026-11-25", PaperSays.REFUSED), { deeds += it }, { went += it }, TODAY, {}) }) {
            tap("Note it")
            assertEquals(PaperAction.Note, deeds.last())
        }
    }

    @Test
    fun `only authorities that are in use can be asked`() {
        val both = listOf(MembershipState.ACTIVE, MembershipState.TO_CONFIRM).map { MembershipView("$it", "Office $it", "", it, "", "", OWNER) }
        inHand(content = { RightsDeskScreen(Load.Ready(both), {}, { went += it }, {}) }) {
            assertFalse(sees("Office TO_CONFIRM"))
            tap("Office ACTIVE")
            assertEquals(listOf<Place>(Place.RightRequest("ACTIVE")), went)
        }
    }

    @Test
    fun `the notice of a further phone leads to the contest of that phone`() {
        val letter = samples.letter.copy(contests = CaseTarget.Device("onzbyftO"))
        inHand(content = { LetterScreen(LetterState(Load.Ready(letter)), {}, { went += it }, {}) }) {
            tap("Contest what this notice says")
            assertEquals(listOf<Place>(Place.Contest(letter.membership, About(AboutKind.DEVICE, "onzbyftO"))), went)
        }
    }

    @Test
    fun `a listing is contested from its business, and its letter leads to its hand-in`() {
        val business = BusinessSamples.of(Language.ENGLISH).tea
        val key = business.listings.firstNotNullOf { it.key }
        inHand(content = { BusinessScreen(BusinessState(Load.Ready(business)), {}, { went += it }, {}) }) {
            tap("Contest this listing by letter")
            val form = Place.ListingForm(key.uscc, key.register, key.lister, key.listId, done = false)
            assertEquals(listOf<Place>(form), went)
        }
        went.clear()
        inHand(content = { ListingCaseScreen(ListingCaseState(Load.Ready(samples.listingCaseWritten)), {}, { went += it }, {}) }) {
            tap("Read and print the letter")
            tap("Note that you handed it in on paper")
            assertEquals(listOf(Place.ListingLetter(4), Place.ListingHandIn(4)), went)
        }
    }

    private companion object {
        val TODAY: LocalDate = LocalDate.of(2026, 11, 26)
    }
}

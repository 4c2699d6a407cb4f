package standing.logic.cases

import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.core.AppException
import standing.core.ContestGround
import standing.core.ContestWants
import standing.core.KeptView
import standing.core.ListingAim
import standing.core.ListingDraft
import standing.core.ListingKey
import standing.logic.Place
import standing.logic.fake.FakePlatform
import standing.logic.records.PhotoStore
import standing.logic.samples.FakeCore
import standing.logic.samples.Samples
import standing.logic.samples.complianceForm
import standing.logic.samples.contestForm
import standing.logic.samples.contestLetter
import standing.logic.samples.contestReady
import standing.logic.samples.environment
import standing.logic.samples.listingCase

/** Letters about a listing of the person's own organisation: on paper alone. */
class ListingLettersTest {
    @get:Rule val folder = TemporaryFolder()
    private val samples = Samples.english
    private val phone = FakePlatform()
    private val kept = mutableListOf<ListingDraft>()
    private var changes = 0
    private val core =
        FakeCore().apply {
            listingForm = { _, aim -> if (aim == ListingAim.DONE) samples.complianceForm.copy(paperOnly = "Office") else samples.contestForm.copy(paperOnly = "Office") }
            checkListingLetter = { samples.contestReady }
            listingLetter = { _, _ -> samples.contestLetter }
            keepListingLetter = { draft ->
                kept += draft
                KeptView(4, "Kept.")
            }
            listingCase = { samples.listingCase }
        }
    private val store by lazy { PhotoStore(File(folder.root, "photos")) }
    private val key = ListingKey("91330106MA2CFLDG4R", "root", "list.example", "L1")

    private fun form(done: Boolean): Pair<ListingForm, CaseFormPresenter> {
        val kind = ListingForm(Place.ListingForm(key.uscc, key.register, key.lister, key.listId, done))
        return kind to CaseFormPresenter(environment(core), kind, phone, store, { changes++ })
    }

    @Test
    fun `a listing is contested on paper, and nothing is sent`() {
        val (kind, form) = form(done = false)
        form.act(CaseFormAction.Tick(ContestGround.NOT_ME))
        form.act(CaseFormAction.Read)
        form.act(CaseFormAction.Print)
        assertEquals(samples.contestLetter.html, phone.printed)
        form.act(CaseFormAction.KeepForPaper)
        assertEquals(listOf(ListingDraft(key, ListingAim.CONTEST, listOf(ContestGround.NOT_ME), "", ContestWants.REMOVED, "")), kept)
        assertEquals(Place.ListingCase(4), kind.opens(form.state.value.kept!!.item))
        assertFalse("syncSoon" in phone.asked)
        assertEquals(1, changes)
    }

    @Test
    fun `what was ordered is reported as done with its day`() {
        val (_, form) = form(done = true)
        form.act(CaseFormAction.Type(CaseTyped(words = "Paid.", day = "2026-11-20")))
        form.act(CaseFormAction.Read)
        form.act(CaseFormAction.KeepForPaper)
        assertEquals("2026-11-20" to "Paid.", kept.single().run { on to words })
        assertEquals(ListingAim.DONE, kept.single().aim)
    }

    @Test
    fun `its hand-in is noted, and its next day goes to the calendar`() {
        val noted = mutableListOf<String>()
        core.noteListingHandIn = { _, day, _ ->
            noted += day
            samples.listingCase
        }
        val paper = PaperPresenter(environment(core), PaperNote.ListingHandIn(Place.ListingHandIn(4)), phone, store, { changes++ })
        paper.act(PaperAction.Note)
        assertEquals("the day is missing", emptyList<String>(), noted)
        paper.act(PaperAction.Day("2026-11-25"))
        paper.act(PaperAction.Note)
        assertEquals(listOf("2026-11-25"), noted)
        assertTrue(paper.state.value.noted)
        val page = ListingCasePresenter(environment(core), 4, phone) { changes++ }
        page.act(ListingCaseAction.Remember)
        assertTrue(phone.asked.any { it.startsWith("addToCalendar") })
    }

    @Test
    fun `it is erased only after a yes, and stays where that failed`() {
        var gone = 0
        core.eraseListingCase = { throw AppException.Storage("x", "H.", "S.", "T.") }
        val page = ListingCasePresenter(environment(core), 4, phone) { changes++ }
        page.act(ListingCaseAction.Erase)
        page.act(ListingCaseAction.Answer(false))
        page.act(ListingCaseAction.Erase)
        page.act(ListingCaseAction.Answer(true))
        assertEquals("H." to false, page.state.value.run { problem?.happened to erased })
        core.eraseListingCase = { gone++ }
        page.act(ListingCaseAction.Answer(true))
        assertEquals(1, gone)
        assertTrue(page.state.value.erased)
        assertEquals(1, changes)
    }
}

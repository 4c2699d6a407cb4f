package standing.logic.cases

import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.core.AppException
import standing.core.CalendarFile
import standing.core.CaseFileView
import standing.core.CaseLetterKind
import standing.core.PaperAnswerDraft
import standing.core.PaperSays
import standing.logic.PhotoAnswer
import standing.logic.Place
import standing.logic.SaveAnswer
import standing.logic.fake.FakePlatform
import standing.logic.records.PhotoStore
import standing.logic.samples.FakeCore
import standing.logic.samples.Samples
import standing.logic.samples.caseOverdue
import standing.logic.samples.contestLetter
import standing.logic.samples.environment

/** A case, its letters, and what is noted about it. */
class CasePagesTest {
    @get:Rule val folder = TemporaryFolder()
    private val samples = Samples.english
    private val village = samples.home.membership
    private val phone = FakePlatform()
    private var changes = 0
    private val core = FakeCore().apply { casePage = { _, _ -> samples.caseOverdue } }
    private val store by lazy { PhotoStore(File(folder.root, "photos")) }

    @Test
    fun `a case goes into one file where the person chose, and nothing is written before`() {
        val written = mutableListOf<String>()
        core.exportCase = { path -> CaseFileView("standing-case-2026-11-29.zip", "In the file: a summary.").also { written += path } }
        val page = CasePresenter(environment(core), Place.Case(village, 7), phone)
        phone.saves = SaveAnswer.NONE
        page.act(CaseAction.SaveFile)
        assertEquals(emptyList<String>(), written)
        assertEquals(CaseFileState(), page.state.value.file)
        phone.saves = SaveAnswer.SAVED
        page.act(CaseAction.SaveFile)
        assertEquals(listOf("/private/standing-case.zip"), written)
        assertEquals(CaseFileState(saving = SaveAnswer.SAVED, done = "In the file: a summary."), page.state.value.file)
        core.exportCase = { throw AppException.Storage("no-space", "No space is left.", "Nothing was changed.", "Make room.") }
        page.act(CaseAction.SaveFile)
        assertEquals("No space is left.", page.state.value.file.problem?.happened)
        assertEquals("", page.state.value.file.done)
    }

    @Test
    fun `the days of a case are saved as a calendar`() {
        core.caseCalendar = { _, _ -> CalendarFile("standing-dates.ics", "BEGIN:VCALENDAR") }
        val page = CasePresenter(environment(core), Place.Case(village, 7), phone)
        page.act(CaseAction.SaveDays)
        assertEquals(SaveAnswer.SAVED, page.state.value.saving)
        assertEquals("BEGIN:VCALENDAR", phone.saved.getValue("standing-dates.ics").decodeToString())
        core.caseCalendar = { _, _ -> throw AppException.NotFound("no-case", "", "", "") }
        page.act(CaseAction.SaveDays)
        assertNotNull(page.state.value.problem)
    }

    @Test
    fun `a letter is printed as the core wrote it`() {
        core.caseLetter = { _, kind, _ -> samples.contestLetter.copy(html = "$kind") }
        val letter = CaseLetterPresenter(environment(core), { caseLetter(village, 7, CaseLetterKind.REMINDER, it) }, phone)
        letter.act(CaseLetterAction.Print)
        assertEquals("REMINDER", phone.printed)
    }

    @Test
    fun `a hand-in is noted with its day and photo, and stays open where that failed`() {
        val noted = mutableListOf<Pair<String, Int?>>()
        core.noteHandIn = { _, day, photo ->
            noted += day to photo?.size
            samples.caseOverdue
        }
        val page = PaperPresenter(environment(core), PaperNote.HandIn(Place.HandIn(village, 7)), phone, store, { changes++ })
        page.act(PaperAction.Day("2026-11-25"))
        phone.photo = PhotoAnswer.Photo(ByteArray(4))
        page.act(PaperAction.ChoosePhoto)
        page.act(PaperAction.Note)
        assertEquals(listOf<Pair<String, Int?>>("2026-11-25" to 4), noted)
        assertTrue(page.state.value.noted)
        core.noteHandIn = { _, _, _ -> throw AppException.Invalid("day", "", "", "") }
        val other = PaperPresenter(environment(core), PaperNote.HandIn(Place.HandIn(village, 7)), phone, store, { changes++ })
        other.act(PaperAction.Day("2026-11-25"))
        other.act(PaperAction.Note)
        assertFalse(other.state.value.noted)
        assertNotNull(other.state.value.problem)
        assertEquals(1, changes)
    }

    @Test
    fun `an answer on paper is noted once its day and what it says are chosen, which outlive the process`() {
        val noted = mutableListOf<PaperAnswerDraft>()
        core.noteAnswer = { _, draft ->
            noted += draft
            samples.caseOverdue
        }
        val open = { saved: String? -> PaperPresenter(environment(core), PaperNote.Answer(Place.PaperAnswer(village, 7)), phone, store, { changes++ }, saved) }
        val page = open(null)
        page.act(PaperAction.Day("2026-12-07"))
        page.act(PaperAction.Note)
        assertEquals("what it says is missing", 0, noted.size)
        page.act(PaperAction.Says(PaperSays.REFUSED))
        val again = open(page.saved())
        again.act(PaperAction.Note)
        assertEquals(PaperSays.REFUSED to "2026-12-07", noted.single().run { says to on })
        assertTrue(again.state.value.noted)
        assertEquals(1, changes)
    }
}

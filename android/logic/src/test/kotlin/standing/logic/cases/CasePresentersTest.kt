package standing.logic.cases

import java.io.File
import kotlinx.serialization.json.Json
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.core.AppException
import standing.core.CalendarFile
import standing.core.CaseFileView
import standing.core.CaseField
import standing.core.CaseLetterKind
import standing.core.CaseTarget
import standing.core.ComplianceDraft
import standing.core.ContestDraft
import standing.core.ContestGround
import standing.core.ContestWants
import standing.core.KeptView
import standing.core.PaperAnswerDraft
import standing.core.PaperSays
import standing.core.RightDraft
import standing.core.RightKind
import standing.logic.PhotoAnswer
import standing.logic.Place
import standing.logic.SaveAnswer
import standing.logic.fake.FakePlatform
import standing.logic.records.OfferedPhoto
import standing.logic.records.PhotoStore
import standing.logic.records.PhotoTrouble
import standing.logic.samples.FakeCore
import standing.logic.samples.Samples
import standing.logic.samples.caseOverdue
import standing.logic.samples.complianceForm
import standing.logic.samples.contestForm
import standing.logic.samples.contestLetter
import standing.logic.samples.contestPaper
import standing.logic.samples.contestReady
import standing.logic.samples.contestWrong
import standing.logic.samples.environment
import standing.logic.samples.rightForm
import standing.logic.view

class CasePresentersTest {
    @get:Rule val folder = TemporaryFolder()
    private val samples = Samples.english
    private val village = samples.home.membership
    private val phone = FakePlatform()
    private val sent = mutableListOf<ContestDraft>()
    private var changes = 0
    private val core =
        FakeCore().apply {
            contestForm = { _, _, _ -> samples.contestForm }
            checkContest = { _, _ -> samples.contestReady }
            contestLetter = { _, _ -> samples.contestLetter }
            contest = { _, draft ->
                sent += draft
                KeptView(7, "Kept.")
            }
            casePage = { _, _ -> samples.caseOverdue }
        }
    private val store by lazy { PhotoStore(File(folder.root, "photos")) }

    private fun form(saved: String? = null, follows: Long? = null): CaseFormPresenter {
        val place = Place.Contest(village, About(AboutKind.ENTRY, "E-2026-014"), follows)
        return form(ContestForm(place), saved)
    }

    private fun form(kind: CaseForm, saved: String? = null) = CaseFormPresenter(environment(core), kind, phone, store, { changes++ }, saved)

    @Test
    fun `what stands in the way is told, and there is no letter before it is out of it`() {
        core.checkContest = { _, _ -> samples.contestWrong }
        val form = form()
        assertEquals(emptyList<Any>(), form.state.value.notes(CaseField.GROUNDS))
        form.act(CaseFormAction.Read)
        assertNull(form.state.value.letter)
        assertEquals(1, form.state.value.notes(CaseField.GROUNDS).size)
        core.checkContest = { _, _ -> samples.contestReady }
        form.act(CaseFormAction.Read)
        assertNotNull(form.state.value.letter)
    }

    @Test
    fun `a contest is sent with what was ticked, the suggested wish and the case that it follows`() {
        val form = form(follows = 5)
        form.act(CaseFormAction.Tick(ContestGround.NOT_TOLD))
        form.act(CaseFormAction.Tick(ContestGround.OTHER))
        form.act(CaseFormAction.Tick(ContestGround.NOT_TOLD))
        form.act(CaseFormAction.Read)
        form.act(CaseFormAction.Send)
        val draft = sent.single()
        assertEquals(listOf(ContestGround.OTHER), draft.grounds)
        assertEquals(CaseTarget.Entry("E-2026-014"), draft.target)
        assertEquals(ContestWants.REMOVED, draft.wants)
        assertEquals(5L, draft.follows)
        assertFalse(draft.onPaper)
        assertEquals(7L, form.state.value.kept?.item)
        assertEquals(1, changes)
        assertTrue("syncSoon" in phone.asked)
        form.act(CaseFormAction.Send)
        assertEquals("once", 1, sent.size)
    }

    @Test
    fun `what is handed in on paper is kept and not sent`() {
        core.contestForm = { _, _, _ -> samples.contestPaper }
        val form = form()
        form.act(CaseFormAction.Read)
        form.act(CaseFormAction.Print)
        assertEquals(samples.contestLetter.html, phone.printed)
        form.act(CaseFormAction.KeepForPaper)
        assertTrue(sent.single().onPaper)
        assertFalse("syncSoon" in phone.asked)
    }

    @Test
    fun `a phone that cannot print says so`() {
        phone.hasPrinter = false
        val form = form()
        form.act(CaseFormAction.Read)
        form.act(CaseFormAction.Print)
        assertTrue(form.state.value.noPrinter)
    }

    @Test
    fun `back leads from the letter to the form, then asks, then leaves`() {
        val form = form()
        form.act(CaseFormAction.Tick(ContestGround.NOT_ME))
        form.act(CaseFormAction.Read)
        form.act(CaseFormAction.Back)
        assertNull(form.state.value.letter)
        assertFalse(form.state.value.leaving)
        form.act(CaseFormAction.Back)
        assertTrue(form.state.value.leaving)
        form.act(CaseFormAction.Leave)
        assertTrue(form.state.value.left)
    }

    @Test
    fun `what was not kept is reported and stays as it was written`() {
        core.contest = { _, _ -> throw AppException.Storage("storage", "", "", "") }
        val form = form()
        form.act(CaseFormAction.Tick(ContestGround.NOT_ME))
        form.act(CaseFormAction.Read)
        form.act(CaseFormAction.Send)
        assertNotNull(form.state.value.problem)
        assertEquals(listOf(ContestGround.NOT_ME), form.state.value.typed.grounds)
        assertEquals(0, changes)
    }

    @Test
    fun `what was written outlives the process under its name, without a resident number and without photos`() {
        phone.photo = PhotoAnswer.Photo(ByteArray(3))
        val form = form()
        form.act(CaseFormAction.ChoosePhoto)
        form.act(CaseFormAction.Type(CaseTyped(words = "I paid.", name = "11010519491231002X")))
        val again = form(form.saved())
        assertEquals(CaseTyped(words = "I paid."), again.state.value.typed)
        assertEquals(PhotoTrouble.LOST, again.state.value.photoTrouble)
        assertEquals(emptyList<Any>(), again.state.value.photos)
        val names = listOf(form.saved(), again.saved()).map { Json.parseToJsonElement(it!!).toString().substringAfter("\"form\":") }
        assertEquals("sent and restored since, it is the same case", names[0], names[1])
    }

    @Test
    fun `a photo of the app's own camera is added, and no more than the form takes`() {
        core.contestForm = { _, _, _ -> samples.contestForm.copy(photosMost = 2u) }
        val form = form()
        repeat(3) { store.offer(OfferedPhoto(ByteArray(it + 1), chosen = true)) }
        assertEquals(listOf(1, 2), form.state.value.photos.map { it.size })
        form.act(CaseFormAction.RemovePhoto(0))
        assertEquals(listOf(2), form.state.value.photos.map { it.size })
    }

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
        val letter = CaseLetterPresenter(environment(core), Place.CaseLetter(village, 7, CaseLetterKind.REMINDER), phone)
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
    fun `what was done is checked, read and sent with its day and photos, and kept once`() {
        val done = mutableListOf<ComplianceDraft>()
        core.complianceForm = { samples.complianceForm }
        core.checkCompliance = { if (it.on.isEmpty()) samples.contestWrong else samples.contestReady }
        core.complianceLetter = { _, _ -> samples.contestLetter }
        core.comply = {
            done += it
            KeptView(8, "Kept.")
        }
        phone.photo = PhotoAnswer.Photo(ByteArray(3))
        val form = form(ComplianceForm(Place.Comply(village, About(AboutKind.MEASURE, "R-2"))))
        form.act(CaseFormAction.Read)
        assertNull("the day is missing", form.state.value.letter)
        form.act(CaseFormAction.Type(CaseTyped(words = "Paid.", day = "2026-11-20")))
        form.act(CaseFormAction.ChoosePhoto)
        form.act(CaseFormAction.Read)
        assertNotNull(form.state.value.letter)
        repeat(2) { form.act(CaseFormAction.Send) }
        val draft = done.single()
        assertEquals(Triple(CaseTarget.Measure("R-2"), "2026-11-20", 1), Triple(draft.target, draft.on, draft.photos.size))
        assertEquals(8L, form.state.value.kept?.item)
        assertTrue("syncSoon" in phone.asked)
    }

    @Test
    fun `a right is asked for as it was chosen, the first as long as none was, and on paper nothing is sent`() {
        val asked = mutableListOf<RightDraft>()
        core.rightForm = { samples.rightForm }
        core.checkRight = { samples.contestReady }
        core.rightLetter = { _, _ -> samples.contestLetter }
        core.requestRight = {
            asked += it
            KeptView(9, "Kept.")
        }
        for (right in listOf(null, RightKind.DELETE)) {
            val form = form(RightForm(Place.RightRequest(village)))
            form.act(CaseFormAction.Type(CaseTyped(right = right)))
            form.act(CaseFormAction.Read)
            form.act(CaseFormAction.KeepForPaper)
        }
        assertEquals(listOf(RightKind.ACCESS to true, RightKind.DELETE to true), asked.map { it.right to it.onPaper })
        assertFalse("syncSoon" in phone.asked)
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

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
import standing.core.CaseField
import standing.core.CaseTarget
import standing.core.ComplianceDraft
import standing.core.ContestDraft
import standing.core.ContestGround
import standing.core.ContestWants
import standing.core.KeptView
import standing.core.RightDraft
import standing.core.RightKind
import standing.logic.PhotoAnswer
import standing.logic.Place
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
}

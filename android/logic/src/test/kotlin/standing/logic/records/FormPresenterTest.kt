package standing.logic.records

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.test.StandardTestDispatcher
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.UnconfinedTestDispatcher
import kotlinx.coroutines.test.runTest
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.core.AgainstYourself
import standing.core.AppException
import standing.core.DonationAmount
import standing.core.DraftBody
import standing.core.DraftField
import standing.core.DraftView
import standing.core.KeptView
import standing.core.RecordDraft
import standing.core.RecordKind
import standing.logic.Load
import standing.logic.Place
import standing.logic.fake.FakePlatform
import standing.logic.samples.FakeCore
import standing.logic.samples.desk

@OptIn(ExperimentalCoroutinesApi::class)
class FormPresenterTest {
    @get:Rule val folder = TemporaryFolder()
    private val kept = mutableListOf<RecordDraft>()
    private var checked: (RecordDraft) -> DraftView = { draft() }
    private val core =
        FakeCore().apply {
            recordKinds = { kinds }
            checkDraft = { _, draft -> checked(draft) }
            queueRecord = { _, draft ->
                kept += draft
                KeptView(7, "Kept on this phone.")
            }
        }
    private val phone = FakePlatform()
    private var changes = 0
    private val blood = Place.Form("village", RecordKind.BLOOD_DONATION, "B-1")
    private val against = Place.Form("village", RecordKind.SELF_REPORT, "R-1")

    private fun TestScope.form(place: Place.Form = blood, saved: String? = null): FormPresenter {
        val worker = StandardTestDispatcher(testScheduler)
        val shelf = PhotoShelf(folder.root)
        val form = FormPresenter(desk(core, worker, backgroundScope), place, phone, shelf, { changes += 1 }, saved)
        settle()
        return form
    }

    private fun TestScope.settle() = testScheduler.run { advanceTimeBy(1_000); runCurrent() }

    private fun TestScope.act(form: FormPresenter, vararg actions: FormAction) {
        actions.forEach(form::act)
        settle()
    }

    private val typed = Typed(day = "2026-11-20", code = "3301", place = "杭州市血液中心", millilitres = 400u)

    @Test
    fun `a form that opens blames nobody`() = runTest {
        checked = { draft(wrong(DraftField.DAY), wrong(DraftField.PLACE), odd(DraftField.PHOTO)) }
        val form = form()
        assertEquals(emptyList<Any>(), form.state.value.notes)
        assertEquals("Rule B-1", (form.state.value.choice as Load.Ready).view.title)
    }

    @Test
    fun `sending tells every problem at once, in the order of the form, and keeps nothing`() = runTest {
        checked = { draft(wrong(DraftField.DAY), wrong(DraftField.PLACE), odd(DraftField.PHOTO)) }
        val form = form()
        act(form, FormAction.Send)
        assertEquals(listOf(DraftField.DAY, DraftField.PLACE), form.state.value.problems.map { it.field })
        assertEquals(listOf(DraftField.PHOTO), form.state.value.lookAgain.map { it.field })
        assertEquals(1, form.state.value.told)
        assertEquals(emptyList<Any>(), kept)
        assertNull(form.state.value.kept)
    }

    @Test
    fun `what was put right is not told any more`() = runTest {
        checked = { if (it.photo == null && (it.body as DraftBody.BloodDonation).place.isEmpty()) draft(wrong(DraftField.PLACE)) else draft() }
        val form = form()
        act(form, FormAction.Send)
        assertEquals(1, form.state.value.problems.size)
        act(form, FormAction.Type(typed))
        assertEquals(0, form.state.value.problems.size)
    }

    @Test
    fun `a note on a filled field comes while typing`() = runTest {
        checked = { draft(wrong(DraftField.DAY), odd(DraftField.PLACE)) }
        val form = form()
        act(form, FormAction.Type(Typed(place = "血液中心")))
        assertEquals(listOf(DraftField.PLACE), form.state.value.notes.map { it.field })
    }

    @Test
    fun `typing is checked once, after a pause`() = runTest {
        val form = form()
        core.calls.clear()
        for (n in 1..20) form.act(FormAction.Type(Typed(place = "x".repeat(n))))
        settle()
        assertEquals(listOf("checkDraft"), core.calls)
    }

    @Test
    fun `what is to be looked at again stops sending once`() = runTest {
        checked = { draft(odd(DraftField.DAY)) }
        val form = form()
        act(form, FormAction.Type(typed), FormAction.Send)
        assertEquals(0, kept.size)
        assertTrue(form.state.value.looked)
        act(form, FormAction.Send)
        assertEquals(1, kept.size)
    }

    @Test
    fun `a note that is new stops it again`() = runTest {
        checked = { draft(odd(DraftField.DAY)) }
        val form = form()
        act(form, FormAction.Type(typed), FormAction.Send)
        checked = { draft(odd(DraftField.DAY), odd(DraftField.PLACE)) }
        act(form, FormAction.Send)
        assertEquals(0, kept.size)
        act(form, FormAction.Send)
        assertEquals(1, kept.size)
    }

    @Test
    fun `sending tapped twice keeps one record`() = runTest {
        val form = form()
        form.act(FormAction.Type(typed))
        repeat(5) { form.act(FormAction.Send) }
        settle()
        act(form, FormAction.Send)
        val amount = DonationAmount.WholeBlood(400u)
        val body = DraftBody.BloodDonation("3301", "2026-11-20", "杭州市血液中心", amount)
        assertEquals(listOf(body), kept.map { it.body })
        assertEquals(1, changes)
        assertEquals(7L, form.state.value.kept?.item)
        assertTrue("syncSoon" in phone.asked)
    }

    @Test
    fun `everybody is told of what was sent, though the screen was left meanwhile`() = runTest {
        val screen = Job()
        val worker = StandardTestDispatcher(testScheduler)
        val form = FormPresenter(desk(core, worker, CoroutineScope(worker + screen)), blood, phone, PhotoShelf(folder.root), { changes += 1 })
        settle()
        core.queueRecord = { _, _ -> KeptView(7, "Kept.").also { screen.cancel() } }
        act(form, FormAction.Type(typed), FormAction.Send)
        assertEquals(1, changes)
        assertTrue("syncSoon" in phone.asked)
    }

    @Test
    fun `a record that could not be kept stays in the form`() = runTest {
        core.queueRecord = { _, _ -> throw AppException.Storage("no-space", "No space is left.", "Nothing is lost.", "Make room.") }
        val form = form()
        act(form, FormAction.Type(typed), FormAction.Send)
        assertEquals("no-space", form.state.value.problem?.code)
        assertEquals(typed, form.state.value.typed)
        assertEquals(0, changes)
        assertFalse(form.state.value.sending)
    }

    @Test
    fun `before a report against oneself stands what happens without it`() = runTest {
        checked = { draft(against = AgainstYourself("Nothing happens.", "No duty.", "It waits.")) }
        val form = form(against)
        assertTrue(form.state.value.asksFirst)
        act(form, FormAction.Begin)
        assertFalse(form.state.value.asksFirst)
        assertEquals(Typed(), form.state.value.typed)
        assertFalse(form(against, form.saved()).state.value.asksFirst)
    }

    @Test
    fun `a record that was not taken up begins a form with what it says`() = runTest {
        val before = DraftBody.Volunteering("村志愿服务队", "清理河道", "2026-11-20", 135u)
        core.editRecord = { _, _ -> RecordDraft(before, byteArrayOf(1, 2, 3)) }
        val form = form(Place.Form("village", RecordKind.VOLUNTEERING, edits = 7))
        assertEquals("2" to "15", form.state.value.typed.run { hours to minutes })
        assertEquals(3, (form.state.value.photo as FormPhoto.Here).jpeg.size)
        act(form, FormAction.Send)
        assertEquals(before, kept.single().body)
        val again = form(Place.Form("village", RecordKind.VOLUNTEERING, edits = 7), saved = "{}")
        assertEquals("what was typed since counts more", Typed(), again.state.value.typed)
    }

    @Test
    fun `leaving asks only if something would be lost`() = runTest {
        val form = form()
        act(form, FormAction.Back)
        assertTrue(form.state.value.left)
        val full = form()
        act(full, FormAction.Type(typed), FormAction.Back)
        assertTrue(full.state.value.leaving)
        assertFalse(full.state.value.left)
        act(full, FormAction.Stay)
        assertFalse(full.state.value.leaving)
        act(full, FormAction.Back, FormAction.Leave)
        assertTrue(full.state.value.left)
    }

    @Test
    fun `a text of ten thousand characters stays whole, and no longer one is taken`() = runTest {
        val form = form(against)
        act(form, FormAction.Type(Typed(description = "好".repeat(10_000))))
        assertEquals(10_000, form.state.value.typed.description.length)
        act(form, FormAction.Type(Typed(description = "好".repeat(2_000_000))))
        assertEquals(10_000, form.state.value.typed.description.length)
    }

    @Test
    fun `what can be recorded could not be read, and is asked for again`() = runTest {
        core.recordKinds = { throw AppException.NotFound("no-rulebook", "No rulebook yet.", "", "Sync.") }
        val form = form()
        assertTrue(form.state.value.choice is Load.Failed)
        core.recordKinds = { kinds }
        act(form, FormAction.Again)
        assertTrue(form.state.value.choice is Load.Ready)
    }

    @Test
    fun `whoever types before the form has opened is told about what was typed`() {
        val slow = CompletableDeferred<Unit>()
        core.recordKinds = { kinds.also { runBlocking { slow.await() } } }
        checked = { if ((it.body as DraftBody.BloodDonation).place.isEmpty()) draft(wrong(DraftField.PLACE)) else draft() }
        runTest(UnconfinedTestDispatcher()) {
            val form = FormPresenter(desk(core, Dispatchers.IO, CoroutineScope(Dispatchers.Unconfined)), blood, phone, PhotoShelf(folder.root), {})
            form.act(FormAction.Type(typed))
            form.act(FormAction.Send)
            form.state.first { it.kept != null }
            slow.complete(Unit)
            form.state.first { it.choice is Load.Ready }
            assertEquals(emptyList<Any>(), form.state.value.problems)
        }
    }

    @Test
    fun `nothing can be changed while it is being kept`() {
        val wait = CompletableDeferred<Unit>()
        core.queueRecord = { _, draft ->
            runBlocking { wait.await() }
            kept += draft
            KeptView(7, "Kept.")
        }
        runTest(UnconfinedTestDispatcher()) {
            val form = FormPresenter(desk(core, Dispatchers.IO, backgroundScope), blood, phone, PhotoShelf(folder.root), {})
            form.act(FormAction.Type(typed))
            form.act(FormAction.Send)
            form.act(FormAction.Type(Typed(place = "elsewhere")))
            form.act(FormAction.Back)
            assertEquals(typed, form.state.value.typed)
            assertFalse(form.state.value.leaving)
            wait.complete(Unit)
        }
    }
}

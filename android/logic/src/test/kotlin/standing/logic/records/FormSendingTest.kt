package standing.logic.records

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.Job
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.plus
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.test.StandardTestDispatcher
import kotlinx.coroutines.test.UnconfinedTestDispatcher
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withTimeout
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.AppException
import standing.core.DonationAmount
import standing.core.DraftBody
import standing.core.DraftField
import standing.core.KeptView
import standing.logic.Load
import standing.logic.samples.environment

@OptIn(ExperimentalCoroutinesApi::class)
class FormSendingTest : FormTests() {
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
    fun `a form that comes back is the same form to the core, and another one is not`() = runTest {
        val form = form()
        act(form, FormAction.Type(typed))
        val saved = checkNotNull(form.saved())
        act(form, FormAction.Send)
        act(form(saved = saved), FormAction.Send)
        act(form(), FormAction.Type(typed), FormAction.Send)
        val (first, again, other) = core.forms
        assertEquals(first, again)
        assertTrue(first.isNotEmpty() && first != other)
    }

    @Test
    fun `everybody is told of what was sent, though the screen was left meanwhile`() = runTest {
        val screen = Job()
        val worker = StandardTestDispatcher(testScheduler)
        val form = FormPresenter(environment(core, worker, CoroutineScope(worker + screen)), blood, phone, PhotoStore(folder.root), { changes += 1 })
        settle()
        core.queueRecord = { _, _ -> KeptView(7, "Kept.").also { screen.cancel() } }
        act(form, FormAction.Type(typed), FormAction.Send)
        assertEquals(1, changes)
        assertTrue("syncSoon" in phone.asked)
    }

    @Test
    fun `a record that could not be kept stays in the form`() = runTest {
        core.queueRecord = { _, _ -> throw AppException.Storage("no-space", "No space is left.", "What is on this phone is unchanged.", "Make room.") }
        val form = form()
        act(form, FormAction.Type(typed), FormAction.Send)
        assertEquals("no-space", form.state.value.problem?.code)
        assertEquals(typed, form.state.value.typed)
        assertEquals(0, changes)
        assertFalse(form.state.value.sending)
    }

    @Test
    fun `whoever types before the form has opened is told about what was typed`() {
        val (asked, slow) = List(2) { CompletableDeferred<Unit>() }
        checked = {
            val isOpening = (it.body as DraftBody.BloodDonation).place.isEmpty()
            if (isOpening) asked.complete(Unit)
            if (isOpening) draft(wrong(DraftField.PLACE)).also { runBlocking { slow.await() } } else draft()
        }
        // The thread of the test is the main thread: what the worker answers comes back to it.
        runBlocking {
            val life = Job()
            val form = FormPresenter(environment(core, Dispatchers.IO, this + life), blood, phone, PhotoStore(folder.root), {})
            withTimeout(PATIENCE) {
                asked.await()
                form.act(FormAction.Type(typed))
                form.act(FormAction.Send)
                form.state.first { it.kept != null }
                slow.complete(Unit)
                // All that was begun has ended, but for waiting for a photo from elsewhere.
                while (life.children.count() > 1) delay(1)
            }
            life.cancel()
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
            val form = FormPresenter(environment(core, Dispatchers.IO, backgroundScope), blood, phone, PhotoStore(folder.root), {})
            form.act(FormAction.Type(typed))
            form.act(FormAction.Send)
            form.act(FormAction.Type(Typed(place = "elsewhere")))
            form.act(FormAction.Back)
            assertEquals(typed, form.state.value.typed)
            assertFalse(form.state.value.leaving)
            wait.complete(Unit)
        }
    }

    private companion object {
        const val PATIENCE = 10_000L
    }
}

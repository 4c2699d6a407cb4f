package standing.logic.records

import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.test.runTest
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import standing.core.AgainstYourself
import standing.core.AppException
import standing.core.DraftBody
import standing.core.DraftField
import standing.core.EditView
import standing.core.RecordDraft
import standing.core.RecordKind
import standing.logic.Load
import standing.logic.Place

@OptIn(ExperimentalCoroutinesApi::class)
class FormPresenterTest : FormTests() {
    @Test
    fun `a form that opens blames nobody`() = runTest {
        checked = { draft(wrong(DraftField.DAY), wrong(DraftField.PLACE), odd(DraftField.PHOTO)) }
        val form = form()
        assertEquals(emptyList<Any>(), form.state.value.notes)
        assertEquals("Rule B-1", form.state.value.choice?.title)
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
    fun `a form that opens costs one call`() = runTest {
        form()
        assertEquals(listOf("checkDraft"), core.calls)
    }

    @Test
    fun `a record that was not taken up begins a form with what it says, by one call`() = runTest {
        val before = DraftBody.Volunteering("村志愿服务队", "清理河道", "2026-11-20", 135u)
        core.editRecord = { _, _ -> EditView(RecordDraft(before, byteArrayOf(1, 2, 3), edits = 7), draft()) }
        val form = form(Place.Form("village", RecordKind.VOLUNTEERING, edits = 7))
        assertEquals(listOf("editRecord"), core.calls)
        assertEquals("2" to "15", form.state.value.typed.run { hours to minutes })
        assertEquals(3, (form.state.value.photo as FormPhoto.Here).jpeg.size)
        act(form, FormAction.Send)
        assertEquals("the core hears which record it was", before to 7L, kept.single().run { body to edits })
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
        checked = { throw AppException.NotFound("no-rulebook", "No rulebook yet.", "", "Sync.") }
        val form = form()
        assertTrue(form.state.value.load is Load.Failed)
        checked = { draft() }
        act(form, FormAction.Again)
        assertTrue(form.state.value.load is Load.Ready)
    }

    @Test
    fun `a record that could not be read is read again, with all that it says`() = runTest {
        core.editRecord = { _, _ -> throw AppException.Storage("no-space", "No space is left.", "What is on this phone is unchanged.", "Make room.") }
        val form = form(Place.Form("village", RecordKind.SELF_REPORT, "W-1", edits = 7))
        assertTrue(form.state.value.load is Load.Failed)
        val before = DraftBody.SelfReport("W-1", "2026-11-20", "陪父亲就医")
        core.editRecord = { _, _ -> EditView(RecordDraft(before, photo = null, edits = 7), draft()) }
        act(form, FormAction.Again, FormAction.Send)
        assertEquals(before, kept.single().body)
    }
}

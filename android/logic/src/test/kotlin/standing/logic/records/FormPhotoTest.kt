package standing.logic.records

import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.test.StandardTestDispatcher
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.runTest
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.core.DraftField
import standing.core.KeptView
import standing.core.RecordDraft
import standing.core.RecordKind
import standing.logic.PhotoAnswer
import standing.logic.Place
import standing.logic.fake.FakePlatform
import standing.logic.samples.FakeCore
import standing.logic.samples.environment

@OptIn(ExperimentalCoroutinesApi::class)
class FormPhotoTest {
    @get:Rule val folder = TemporaryFolder()
    private var last: RecordDraft? = null
    private val core =
        FakeCore().apply {
            checkDraft = { _, draft ->
                last = draft
                draft(odd(DraftField.PHOTO))
            }
            queueRecord = { _, _ -> KeptView(7, "Kept on this phone.") }
        }
    private val phone = FakePlatform()
    private val place = Place.Form("village", RecordKind.BLOOD_DONATION, "B-1")
    private val jpeg = ByteArray(5_000) { (it * 7).toByte() }

    private fun TestScope.form(saved: String? = null): FormPresenter {
        val worker = StandardTestDispatcher(testScheduler)
        val form = FormPresenter(environment(core, worker, backgroundScope), place, phone, PhotoStore(folder.root), {}, saved)
        settle()
        return form
    }

    private fun TestScope.settle() = testScheduler.run { advanceTimeBy(1_000); runCurrent() }

    private fun TestScope.act(form: FormPresenter, vararg actions: FormAction) = actions.forEach { form.act(it).also { settle() } }

    private fun TestScope.choose(form: FormPresenter, answer: PhotoAnswer) {
        phone.photo = answer
        act(form, FormAction.ChoosePhoto)
    }

    private val FormPresenter.photo get() = (state.value.photo as? FormPhoto.Here)?.jpeg

    @Test
    fun `a photo is checked with what was typed`() = runTest {
        val form = form()
        choose(form, PhotoAnswer.Photo(jpeg))
        assertArrayEquals(jpeg, form.photo)
        assertArrayEquals(jpeg, last?.photo)
        assertEquals(listOf(DraftField.PHOTO), form.state.value.notes.map { it.field })
        act(form, FormAction.RemovePhoto)
        assertNull(last?.photo)
        assertEquals(FormPhoto.None, form.state.value.photo)
    }

    @Test
    fun `typed text and photo come back after the process has ended`() = runTest {
        val form = form()
        act(form, FormAction.Type(Typed(place = "血液中心")))
        choose(form, PhotoAnswer.Photo(jpeg))
        val again = form(checkNotNull(form.saved()))
        assertEquals("血液中心", again.state.value.typed.place)
        assertArrayEquals(jpeg, again.photo)
        assertArrayEquals(jpeg, last?.photo)
    }

    @Test
    fun `a form that comes back with its photo still costs one call`() = runTest {
        val form = form()
        act(form, FormAction.Type(Typed(place = "血液中心")))
        choose(form, PhotoAnswer.Photo(jpeg))
        core.calls.clear()
        form(checkNotNull(form.saved()))
        assertEquals(listOf("checkDraft"), core.calls)
        assertArrayEquals(jpeg, last?.photo)
    }

    @Test
    fun `what is kept of a screen stays small with a large photo`() = runTest {
        val form = form()
        choose(form, PhotoAnswer.Photo(ByteArray(8_000_000)))
        assertTrue(checkNotNull(form.saved()).length < 1_000)
    }

    @Test
    fun `what lies on the disk is no photo to anybody else`() = runTest {
        choose(form(), PhotoAnswer.Photo(ByteArray(4_096) { 42 }))
        val laid = folder.root.listFiles().orEmpty().single().readBytes()
        assertTrue(laid.toList().windowed(8).none { part -> part.all { it == 42.toByte() } })
    }

    @Test
    fun `that a photo is gone is shown, and the text is still there`() = runTest {
        val form = form()
        act(form, FormAction.Type(Typed(place = "血液中心")))
        choose(form, PhotoAnswer.Photo(jpeg))
        val saved = form.saved()
        folder.root.listFiles().orEmpty().single().writeBytes(ByteArray(9))
        val again = form(saved)
        assertEquals(PhotoTrouble.LOST, again.state.value.photoTrouble)
        assertEquals("血液中心", again.state.value.typed.place)
    }

    @Test
    fun `a saved state that nobody can read begins an empty form`() = runTest {
        for (saved in listOf("", "{", """{"typed": 1}""", "x".repeat(100_000))) {
            assertEquals(Typed(), form(saved).state.value.typed)
        }
    }

    @Test
    fun `a photo that was shared is taken by the form that opens, and by no other`() = runTest {
        val photoStore = PhotoStore(folder.root)
        photoStore.offer(OfferedPhoto(jpeg, chosen = false))
        fun open() = FormPresenter(environment(core, StandardTestDispatcher(testScheduler), backgroundScope), place, phone, photoStore, {})
        val first = open().also { settle() }
        val second = open().also { settle() }
        assertArrayEquals(jpeg, first.photo)
        assertNull(second.photo)
    }

    @Test
    fun `a photo that was shared takes the place of none, also of one that is being found again`() = runTest {
        val before = form()
        choose(before, PhotoAnswer.Photo(jpeg))
        val photoStore = PhotoStore(folder.root)
        photoStore.offer(OfferedPhoto(byteArrayOf(4, 5, 6), chosen = false))
        val again = FormPresenter(environment(core, StandardTestDispatcher(testScheduler), backgroundScope), place, phone, photoStore, {}, before.saved())
        assertTrue(again.state.value.holdsPhoto)
        settle()
        assertArrayEquals(jpeg, again.photo)
        assertArrayEquals("it waits for the next", byteArrayOf(4, 5, 6), photoStore.take())
    }

    @Test
    fun `a photo whose choosing outlived the process takes the place of the one before`() = runTest {
        val form = form()
        choose(form, PhotoAnswer.Photo(jpeg))
        val photoStore = PhotoStore(folder.root)
        photoStore.offer(OfferedPhoto(byteArrayOf(4, 5, 6), chosen = true))
        val again = FormPresenter(environment(core, StandardTestDispatcher(testScheduler), backgroundScope), place, phone, photoStore, {}, form.saved())
        settle()
        assertArrayEquals(byteArrayOf(4, 5, 6), again.photo)
        assertArrayEquals(byteArrayOf(4, 5, 6), form(again.saved()).photo)
    }

    @Test
    fun `what is no photo is reported, and the photo before it stays`() = runTest {
        val form = form()
        choose(form, PhotoAnswer.Unreadable)
        assertEquals(PhotoTrouble.UNREADABLE, form.state.value.photoTrouble)
        choose(form, PhotoAnswer.Photo(jpeg))
        assertNull(form.state.value.photoTrouble)
        choose(form, PhotoAnswer.TooLarge)
        assertEquals(PhotoTrouble.TOO_LARGE, form.state.value.photoTrouble)
        assertArrayEquals(jpeg, form.photo)
        choose(form, PhotoAnswer.None)
        assertArrayEquals(jpeg, form.photo)
    }

    @Test
    fun `without space for a photo the form goes on without it`() = runTest {
        // A file where the folder should be: nothing can be written there.
        val form = FormPresenter(
            environment(core, StandardTestDispatcher(testScheduler), backgroundScope),
            place,
            phone,
            PhotoStore(folder.newFile("full")),
            {},
        )
        settle()
        choose(form, PhotoAnswer.Photo(jpeg))
        assertEquals(PhotoTrouble.NO_SPACE, form.state.value.photoTrouble)
        assertEquals(FormPhoto.None, form.state.value.photo)
    }

    @Test
    fun `nothing of a photo stays on the disk when the form is done`() = runTest {
        val sent = form()
        choose(sent, PhotoAnswer.Photo(jpeg))
        act(sent, FormAction.Send, FormAction.Send)
        assertEquals(7L, sent.state.value.kept?.item)
        assertEquals(0, folder.root.list().orEmpty().size)
        val left = form()
        choose(left, PhotoAnswer.Photo(jpeg))
        act(left, FormAction.Back, FormAction.Leave)
        assertEquals(0, folder.root.list().orEmpty().size)
        choose(form(), PhotoAnswer.Photo(jpeg))
        form()
        assertEquals("a form that starts over clears what another left", 0, folder.root.list().orEmpty().size)
    }
}

package standing.logic.records

import kotlinx.coroutines.CompletableDeferred
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.logic.CameraState
import standing.logic.PhotoAnswer
import standing.logic.fake.FakePlatform
import standing.logic.samples.FakeCore
import standing.logic.samples.environment

class TakePhotoTest {
    @get:Rule val folder = TemporaryFolder()
    private val core = FakeCore()
    private val phone = FakePlatform()
    private val photoStore by lazy { PhotoStore(folder.root) }
    private val jpeg = byteArrayOf(1, 2, 3)

    private fun screen(inView: Boolean = true) =
        TakePhotoPresenter(environment(core), phone, photoStore).apply { if (inView) act(TakePhotoAction.Watch(true)) }

    @Test
    fun `the form gets the photo only after it was looked at, and nothing of it is on the disk`() {
        val screen = screen()
        phone.camera.photo = PhotoAnswer.Photo(jpeg)
        screen.act(TakePhotoAction.Take)
        assertArrayEquals(jpeg, screen.state.value.taken?.jpeg)
        assertEquals("the camera rests while it is looked at", CameraState.Idle, phone.camera.state.value)
        assertNull(photoStore.offered.value)
        screen.act(TakePhotoAction.Use)
        assertTrue(screen.state.value.given)
        assertArrayEquals(jpeg, photoStore.take())
        assertEquals(0, folder.root.list().orEmpty().size)
        assertEquals(emptyList<String>(), core.calls)
    }

    @Test
    fun `a blurred one is taken again`() {
        val screen = screen()
        phone.camera.photo = PhotoAnswer.Photo(jpeg)
        screen.act(TakePhotoAction.Take)
        screen.act(TakePhotoAction.Again)
        assertNull(screen.state.value.taken)
        assertTrue(screen.state.value.camera is CameraState.Watching)
        assertNull(photoStore.offered.value)
    }

    @Test
    fun `back from a photo that was taken is back to the camera, and then out`() {
        val screen = screen()
        assertFalse("nothing was taken", screen.staysOnBack)
        phone.camera.photo = PhotoAnswer.Photo(jpeg)
        screen.act(TakePhotoAction.Take)
        assertTrue(screen.staysOnBack)
        screen.act(TakePhotoAction.Again)
        assertFalse(screen.staysOnBack)
        screen.act(TakePhotoAction.Take)
        screen.act(TakePhotoAction.Use)
        assertFalse("the form has it: there is nothing to go back from", screen.staysOnBack)
        screen.act(TakePhotoAction.Again)
        assertArrayEquals("nor to take away from it", jpeg, screen.state.value.taken?.jpeg)
    }

    @Test
    fun `a second tap takes no second photo, and gives none twice`() {
        val slow = CompletableDeferred<PhotoAnswer>()
        phone.camera.answer = { slow.await() }
        val screen = screen()
        repeat(3) { screen.act(TakePhotoAction.Take) }
        assertEquals(1, phone.camera.taken)
        assertTrue(screen.state.value.taking)
        slow.complete(PhotoAnswer.Photo(jpeg))
        assertFalse(screen.state.value.taking)
        screen.act(TakePhotoAction.Use)
        photoStore.take()
        screen.act(TakePhotoAction.Use)
        assertNull(photoStore.offered.value)
    }

    @Test
    fun `a camera that gives nothing says so, and shows on`() {
        val screen = screen()
        screen.act(TakePhotoAction.Take)
        assertTrue(screen.state.value.missed)
        assertTrue(screen.state.value.camera is CameraState.Watching)
        phone.camera.photo = PhotoAnswer.TooLarge
        screen.act(TakePhotoAction.Take)
        assertEquals(PhotoTrouble.TOO_LARGE, screen.state.value.trouble)
        assertFalse(screen.state.value.missed)
    }

    @Test
    fun `who does not allow the camera can choose a photo there`() {
        phone.camera.allowed = false
        val screen = screen()
        assertEquals(CameraState.NotAllowed, screen.state.value.camera)
        screen.act(TakePhotoAction.Choose)
        assertFalse("going back from choosing says nothing", screen.state.value.given || screen.state.value.missed)
        phone.photo = PhotoAnswer.Unreadable
        screen.act(TakePhotoAction.Choose)
        assertEquals(PhotoTrouble.UNREADABLE, screen.state.value.trouble)
        phone.photo = PhotoAnswer.Photo(jpeg)
        screen.act(TakePhotoAction.Choose)
        assertArrayEquals(jpeg, photoStore.take())
        assertTrue(screen.state.value.given)
    }

    @Test
    fun `who comes back from choosing or from the settings finds the camera as it is now`() {
        phone.camera.allowed = false
        val screen = screen()
        screen.act(TakePhotoAction.Choose)
        assertEquals(CameraState.NotAllowed, screen.state.value.camera)
        screen.act(TakePhotoAction.OpenSettings)
        assertEquals(CameraState.NotAllowed, screen.state.value.camera)
        phone.camera.pause()
        phone.camera.allowed = true
        phone.camera.resume()
        assertTrue(screen.state.value.camera is CameraState.Watching)
        screen.act(TakePhotoAction.Watch(false))
        assertEquals(CameraState.Idle, screen.state.value.camera)
    }

    @Test
    fun `a camera that another app had is opened again when that is asked for`() {
        val screen = screen()
        phone.camera.lose()
        assertEquals(CameraState.Unavailable, screen.state.value.camera)
        screen.act(TakePhotoAction.Watch(true))
        assertTrue(screen.state.value.camera is CameraState.Watching)
    }

    @Test
    fun `the camera works only while the screen is in view`() {
        val screen = screen(inView = false)
        assertEquals(CameraState.Idle, phone.camera.state.value)
        screen.act(TakePhotoAction.Watch(true))
        assertTrue(phone.camera.state.value is CameraState.Watching)
        screen.act(TakePhotoAction.Watch(false))
        assertEquals(CameraState.Idle, phone.camera.state.value)
    }
}

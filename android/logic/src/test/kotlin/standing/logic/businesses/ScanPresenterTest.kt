package standing.logic.businesses

import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.ScanKind
import standing.logic.CameraState
import standing.logic.fake.FakePlatform
import standing.logic.problem
import standing.logic.samples.FakeCore
import standing.logic.samples.Photograph
import standing.logic.samples.environment
import standing.logic.view

class ScanPresenterTest {
    private val core = FakeCore()
    private val platform = FakePlatform()
    private val camera = platform.camera
    private val barcode = Photograph(print("ean13")).frame()
    private val shelf = Photograph.ofShelf().frame()
    private val scanned = mutableListOf<String>()

    init {
        core.scan = { text ->
            scanned += text
            scanned(ScanKind.PRODUCT, uscc = "91330110MA2GYNTE21")
        }
    }

    private fun print(name: String) = File(checkNotNull(javaClass.getResource("/standing/codes/$name.png")).toURI())

    private fun presenter(saved: String? = null) = ScanPresenter(environment(core), platform, saved)

    private fun ScanPresenter.comes() = act(ScanAction.Watch(true))

    private fun ScanPresenter.goes() = act(ScanAction.Watch(false))

    @Test
    fun `a barcode before the camera says to whom its number is licensed, and asks nothing about that business`() {
        val presenter = presenter().also { it.comes() }
        assertTrue(camera.show(shelf))
        assertNull(presenter.state.value.result)
        camera.show(barcode)
        assertEquals("91330110MA2GYNTE21", presenter.state.value.result?.view?.uscc)
        assertEquals(listOf("6922255451427"), scanned)
        assertEquals(listOf("scan"), core.calls)
    }

    @Test
    fun `the camera rests once a code was read, until the next is asked for`() {
        val presenter = presenter().also { it.comes() }
        camera.show(barcode)
        assertFalse(camera.show(barcode))
        presenter.comes()
        assertFalse(camera.show(barcode))
        presenter.act(ScanAction.Again)
        assertNull(presenter.state.value.result)
        assertTrue(camera.show(barcode))
        assertEquals(2, scanned.size)
    }

    @Test
    fun `the camera works only while the screen is in view`() {
        val presenter = presenter()
        assertFalse(camera.show(barcode))
        presenter.comes()
        presenter.goes()
        assertFalse(camera.show(barcode))
        assertEquals(CameraState.Idle, presenter.state.value.camera)
        assertEquals(emptyList<String>(), scanned)
    }

    @Test
    fun `refused the camera, typing still works`() {
        camera.allowed = false
        val presenter = presenter().also { it.comes() }
        assertEquals(CameraState.NotAllowed, presenter.state.value.camera)
        presenter.act(ScanAction.Type("6922255451427"))
        presenter.act(ScanAction.Read)
        assertEquals(ScanKind.PRODUCT, presenter.state.value.result?.view?.kind)
        presenter.act(ScanAction.OpenSettings)
        assertEquals(listOf("openSettings THIS_APP"), platform.asked)
    }

    @Test
    fun `allowed in the settings, or asked for again after another app had it, the camera reads`() {
        camera.allowed = false
        val presenter = presenter().also { it.comes() }
        presenter.act(ScanAction.OpenSettings)
        assertEquals(CameraState.NotAllowed, presenter.state.value.camera)
        camera.pause()
        camera.allowed = true
        camera.resume()
        assertTrue(camera.show(shelf))
        camera.lose()
        assertFalse(camera.show(shelf))
        presenter.comes()
        camera.show(barcode)
        assertEquals(listOf("6922255451427"), scanned)
    }

    @Test
    fun `nothing typed reads nothing, and one text is read once`() {
        val presenter = presenter()
        presenter.act(ScanAction.Read)
        presenter.act(ScanAction.Type("  "))
        presenter.act(ScanAction.Read)
        assertEquals(emptyList<String>(), scanned)
        core.scan = { text ->
            presenter.act(ScanAction.Read)
            scanned(ScanKind.BUSINESS, uscc = text)
        }
        presenter.act(ScanAction.Type("91330106MA2CFLDG4R"))
        presenter.act(ScanAction.Read)
        assertEquals(1, core.calls.size)
    }

    @Test
    fun `a code that is none of ours is told, and the next is looked for`() {
        core.scan = { throw invalid("scan-nothing") }
        val presenter = presenter().also { it.comes() }
        camera.show(barcode)
        assertEquals("scan-nothing", presenter.state.value.result?.problem?.code)
        presenter.act(ScanAction.Again)
        assertTrue(camera.show(shelf))
    }

    @Test
    fun `the light is switched, and what was typed comes back after the process ended`() {
        val presenter = presenter().also { it.comes() }
        presenter.act(ScanAction.Light(true))
        assertEquals(CameraState.Watching(hasLight = true, lightOn = true), presenter.state.value.camera)
        presenter.act(ScanAction.Type("9133"))
        assertEquals("9133", presenter(presenter.saved()).state.value.text)
    }
}

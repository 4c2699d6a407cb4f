package standing.app.businesses

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.Hand
import standing.app.inHand
import standing.core.AppException
import standing.core.BusinessView
import standing.core.Language
import standing.core.ScanView
import standing.logic.NetworkKind
import standing.logic.Place
import standing.logic.Presenter
import standing.logic.businesses.AddRegisterPresenter
import standing.logic.businesses.BusinessPresenter
import standing.logic.businesses.RecentPresenter
import standing.logic.businesses.ScanAction
import standing.logic.businesses.ScanPresenter
import standing.logic.fake.FakePlatform
import standing.logic.samples.BusinessSamples
import standing.logic.samples.FakeCore
import standing.logic.samples.environment

class BusinessesScreensTest {
    private val went = mutableListOf<Place>()
    private val samples = BusinessSamples.of(Language.ENGLISH)
    private val core = FakeCore()
    private val platform = FakePlatform()
    private val go = { place: Place -> went.add(place).let {} }

    private fun <S, P : Presenter<S>> shown(presenter: P, test: Hand.() -> Unit, screen: @Composable (S, P) -> Unit) =
        inHand(content = {
            val state by presenter.state.collectAsState()
            screen(state, presenter)
        }, test = test)

    private fun business(view: BusinessView, test: Hand.() -> Unit) {
        core.business = { view }
        shown(BusinessPresenter(environment(core), platform, view.card.uscc), test) { state, presenter ->
            BusinessScreen(state, presenter::act, go) {}
        }
    }

    private fun scan(test: Hand.() -> Unit) {
        val presenter = ScanPresenter(environment(core), platform)
        presenter.act(ScanAction.Watch(true))
        shown(presenter, test) { state, it -> ScanScreen(state, it::act, go) {} }
    }

    private fun typed(code: String, answer: ScanView, test: Hand.() -> Unit) {
        core.scan = { answer }
        platform.camera.allowed = false
        scan {
            type("Barcode number or business code", code)
            tap("Search")
            test()
        }
    }

    @Test
    fun `both lists stand beside each other, each with office, reason, end and reply`() = business(samples.tea) {
        val told = listOf("2 listings", "Black list", "up to and including 12 May 2029", "Red list", "up to and including 30 December 2026")
        for (text in told + "Sold unsafe food" + "Last day on the list" + "No reply published") find(text)
        assertEquals(listOf("business", "noteLookup"), core.calls)
    }

    @Test
    fun `a listing of a list that is too old is not called a listing any more`() = business(samples.stale) {
        find("Was listed on 6 May 2026; may have been removed since")
        assertFalse(all(), sees("Black list"))
        find("Out of date")
    }

    @Test
    fun `a code that no register has is unknown, neither good nor bad`() = business(samples.stranger) {
        assertTrue(sees("That is neither good nor bad"))
        assertFalse(sees("Not on the list of"))
    }

    @Test
    fun `the code is copied as it is typed elsewhere`() = business(samples.tea) {
        tapSign("Copy")
        assertEquals("91330106MA2CFLDG4R", platform.copied)
        assertTrue(sees("Copied"))
    }

    @Test
    fun `refused the camera, a typed number says to whom it is licensed, and no verdict before that is opened`() =
        typed("6922255451427", samples.scanProduct) {
            for (verdict in listOf("Black list", "Red list", "no listing")) assertFalse(verdict, sees(verdict))
            assertTrue(sees("counterfeit"))
            tap("Show who registered the barcode")
            assertEquals(listOf<Place>(Place.Business("91330110MA2GYNTE21")), went)
        }

    @Test
    fun `refused the camera, the way to the phone's settings is shown`() {
        platform.camera.allowed = false
        scan {
            assertTrue(sees("Standing may not use the camera"))
            tap("Open the phone’s settings")
            assertEquals(listOf("openSettings THIS_APP"), platform.asked)
        }
    }

    @Test
    fun `a link is not opened by itself`() = typed("standing:register?x", samples.scanLink) {
        assertTrue(sees("It was not opened"))
        assertEquals(emptyList<Place>(), went)
        tap("Continue")
        assertTrue(went.single() is Place.AddRegister)
    }

    @Test
    fun `a door sign shows the stars that are signed, and what more stars on the door are`() = typed("eyJ.eyJ.x", samples.scanSign) {
        find("Genuine, and the same as in your statement")
        assertTrue(sees("3 of 5") || sees("4 of 5"))
        assertTrue(sees("stickers"))
    }

    @Test
    fun `a forged door sign shows no stars`() = typed("eyJ.eyJ.x", samples.scanSignForged) {
        find("This sign did not pass the check")
        assertFalse(sees("of 5"))
    }

    @Test
    fun `a number that no register knows is unknown, and the next is scanned`() = typed("036000291452", samples.scanUnknown) {
        assertTrue(sees("No register on this phone has barcode"))
        tap("Scan another code")
        assertFalse(sees("Unknown"))
    }

    @Test
    fun `the light of the camera is switched`() = scan {
        tap("Light")
        assertTrue(sees("Light"))
        assertTrue((platform.camera.state.value as standing.logic.CameraState.Watching).lightOn)
    }

    @Test
    fun `look-ups are erased after a yes`() {
        var kept = samples.recent
        core.recent = { kept }
        core.eraseRecent = { kept = samples.recentNone }
        shown(RecentPresenter(environment(core)), {
            tap("杭州西湖茶业有限公司")
            assertEquals(listOf<Place>(Place.Business("91330106MA2CFLDG4R")), went)
            tap("Erase recent searches")
            tap("Cancel")
            assertTrue(sees("杭州西湖茶业有限公司"))
            tap("Erase recent searches")
            tapLast("Erase recent searches")
            assertFalse(sees("杭州西湖茶业有限公司"))
        }) { state, it -> RecentScreen(state, it::act, go) {} }
    }

    @Test
    fun `a register is added only after two groups were typed from the paper`() {
        core.readLink = { samples.linkRegister }
        core.checkGroups = { _, _ -> }
        core.addRegister = { _, _ -> throw AppException.Unreachable("unreachable", "The register could not be reached.", "", "") }
        shown(AddRegisterPresenter(environment(core), { NetworkKind.UNMETERED }, "standing:register?x"), {
            tap("Continue")
            assertFalse("checkGroups" in core.calls)
            for (group in samples.linkRegister.groups) type(group.label, "7QH2")
            tap("Continue")
            assertFalse("addRegister" in core.calls)
            tap("Yes, I rely on it")
            assertTrue(sees("The register could not be reached."))
            core.addRegister = { _, _ -> samples.registerAdded }
            tap("Try again")
            assertTrue(sees("The register was added"))
        }) { state, it -> AddRegisterScreen(state, it::act, go) {} }
    }
}

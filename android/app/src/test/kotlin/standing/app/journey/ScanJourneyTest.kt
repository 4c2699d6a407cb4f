package standing.app.journey

import java.io.File
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancel
import org.junit.After
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.app.Hand
import standing.app.Root
import standing.app.StandingApp
import standing.app.inHand
import standing.core.Language
import standing.logic.fake.FakePlatform
import standing.logic.samples.Phone
import standing.logic.samples.Photograph
import standing.logic.samples.Sandbox

/** A business is looked up by the bars on its product: the whole app, the real core, a picture that zint drew. */
class ScanJourneyTest {
    @get:Rule val folder = TemporaryFolder()
    private val platform = FakePlatform()
    private val scope = CoroutineScope(Dispatchers.Unconfined)

    @After fun end() = scope.cancel()

    private fun print(name: String) = File(checkNotNull(javaClass.getResource("/standing/codes/$name.png")).toURI())

    private fun inApp(test: Hand.(Sandbox) -> Unit) =
        Sandbox().use { sandbox ->
            Phone().use { phone ->
                val root = Root(phone.app, platform, { Language.ENGLISH }, scope, Dispatchers.Unconfined, folder.root)
                inHand(content = { StandingApp(root, dark = false) }) { test(sandbox) }
            }
        }

    @Test
    fun `from nothing to whom a packet's number is licensed, joined with nobody, the last part with no network`() = inApp { sandbox ->
        addRegister(sandbox)
        sandbox.network(on = false)
        tap("Scan product")
        assertTrue("the camera watches", platform.camera.show(Photograph.ofShelf().frame()))
        val crooked = Photograph(print("ean13"), degrees = 14.0).blurred(1.0).dark(120).grainy(2.0).frame()
        assertTrue("it is read in a second of pictures", (1..20).any { !platform.camera.show(crooked) })
        await("6922255451427")
        for (verdict in listOf("Black list", "Red list", "no listing")) assertFalse(verdict, sees(verdict))
        tap("Show whom it is licensed to")
        await("杭州桂雨食品有限公司")
        assertTrue(sees("In the register, no listing"))
        for (page in listOf("Scan another code", "Scan product")) {
            tapSign("Back")
            await(page)
        }
        tapSign("Looked up lately")
        await("杭州桂雨食品有限公司")
    }

    private fun Hand.addRegister(sandbox: Sandbox) {
        tap("Businesses")
        await("No register on this phone yet")
        tap("Add a register of businesses")
        type("Link", sandbox.register)
        tap("Continue")
        await("Compare the fingerprint")
        tap("All are the same")
        await("The register was added")
        tap("Businesses")
        await("Searched in Sandbox register of Zhejiang")
    }
}

package standing.app.journey

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import java.io.File
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.app.FEATURES
import standing.app.OpenScreen
import standing.app.Opening
import standing.app.inHand
import standing.core.App
import standing.logic.Place
import standing.logic.ShellPresenter
import standing.logic.fake.FakePlatform
import standing.logic.records.PhotoShelf
import standing.logic.samples.Phone
import standing.logic.samples.Photograph
import standing.logic.samples.SURPRISE
import standing.logic.samples.Sandbox
import standing.logic.samples.desk
import standing.logic.sync.Syncing

/** A business is looked up by the bars on its product: real core, real register, a picture that zint drew. */
class ScanJourneyTest {
    @get:Rule val folder = TemporaryFolder()
    private val platform = FakePlatform()
    private val trail = ArrayDeque<Place>()
    private var open by mutableStateOf<OpenScreen?>(null)

    private fun go(core: App, place: Place) {
        trail.addLast(place)
        val desk = desk(core)
        val scope = CoroutineScope(Dispatchers.Unconfined)
        val syncing = Syncing(core, Dispatchers.Unconfined, scope, platform::network, {}) { SURPRISE }
        val opening =
            Opening(desk, platform, ShellPresenter(desk), null, syncing, PhotoShelf(folder.root), {}, null, { go(core, it) }, {}, {})
        open = FEATURES.firstNotNullOf { it.open(place, opening) }
    }

    private fun print(name: String) = File(checkNotNull(javaClass.getResource("/standing/codes/$name.png")).toURI())

    @Test
    fun `the bars on a packet lead to whom their number is licensed, with no network`() =
        Sandbox().use { sandbox ->
            Phone().use { phone ->
                runBlocking { phone.app.addRegister(sandbox.register) }
                sandbox.network(on = false)
                go(phone.app, Place.Businesses)
                inHand(content = { open?.show?.invoke() }) {
                    tap("Scan product")
                    settle()
                    assertTrue("the camera watches", platform.camera.show(Photograph.ofShelf().frame()))
                    val crooked = Photograph(print("ean13"), degrees = 14.0).blurred(1.0).dark(120).grainy(2.0)
                    val pictures = (1..20).takeWhile { platform.camera.show(crooked.frame()) }.size
                    assertTrue("it is read in a second of pictures", pictures < 20)
                    await("6922255451427 was licensed")
                    for (verdict in listOf("Black list", "Red list", "no listing")) assertFalse(verdict, sees(verdict))
                    tap("Show whom it is licensed to")
                    await("杭州桂雨食品有限公司")
                    assertTrue(sees("In the register, no listing"))
                    assertEquals(listOf(Place.Businesses, Place.Scan, Place.Business("91330110MA2GYNTE21")), trail.toList())
                }
            }
        }
}

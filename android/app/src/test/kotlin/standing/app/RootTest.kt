package standing.app

import java.io.File
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.cancel
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.core.AppException
import standing.core.Language
import standing.core.MembershipState
import standing.core.MembershipView
import standing.core.PersonMark
import standing.core.PersonView
import standing.core.SettingsView
import standing.logic.Arrival
import standing.logic.Door
import standing.logic.Place
import standing.logic.fake.FakePlatform
import standing.logic.samples.BusinessSamples
import standing.logic.samples.FakeCore

/** What comes from outside of the app, and what outlives its process. */
class RootTest {
    @get:Rule val folder = TemporaryFolder()
    private val scope = CoroutineScope(Dispatchers.Unconfined + Job())
    private val phone = FakePlatform()
    private val village = MembershipView("village", "Village", "", MembershipState.ACTIVE, "", "", PersonView("", "You", "", PersonMark.CIRCLE, false))
    private var kept = SettingsView(null, false, null, 100u, false, false, true, false, null)
    private val core = FakeCore().apply {
        settings = { kept }
        setSettings = { kept = it }
        memberships = { listOf(village) }
    }

    @After
    fun end() = scope.cancel()

    private fun root(saved: String? = null) =
        Root(core, phone, { Language.ENGLISH }, scope, Dispatchers.Unconfined, folder.root, saved, features = emptyList())

    private fun Root.top() = way.value.at.top

    @Test
    fun `what opened the app leads where it says, also though nothing was known yet`() {
        phone.arrive(Arrival.Open(Door.NEW_RECORD))
        assertEquals(Place.NewRecord("village"), root().top())
    }

    @Test
    fun `each door leads where the table says`() {
        val doors = mapOf("home" to Door.HOME, "businesses" to Door.BUSINESSES, "records" to Door.RECORDS, "record" to Door.NEW_RECORD, "scan" to Door.SCAN)
        val places = mapOf("home" to Place.Home, "businesses" to Place.Businesses, "records" to Place.Records, "new record" to Place.NewRecord("village"), "scan" to Place.Scan)
        assertEquals(Door.entries.toSet(), doors.values.toSet())
        val table = Json.parseToJsonElement(File(System.getProperty("standing.scenarios"), "behaviours.json").readText())
        val root = root()
        for (row in table.jsonObject.getValue("doors").jsonArray.map { it.jsonObject }) {
            val (door, place) = listOf("door", "leads_to").map { row.getValue(it).jsonPrimitive.content }
            phone.arrive(Arrival.Open(doors.getValue(door)))
            assertEquals(door, places.getValue(place), root.top())
        }
    }

    @Test
    fun `what was chosen in another app is looked up among the businesses`() {
        core.search = { BusinessSamples.of(Language.ENGLISH).searchNothing }
        val root = Root(core, phone, { Language.ENGLISH }, scope, Dispatchers.Unconfined, folder.root)
        root.go(Place.More)
        phone.arrive(Arrival.LookUp("西湖"))
        assertEquals(Place.Businesses, root.top())
        root.screenAt(0)
        assertTrue(core.calls.toString(), "search" in core.calls)
    }

    @Test
    fun `a phone without papers is not shown a form`() {
        core.memberships = { throw AppException.Storage("full", "", "", "") }
        phone.arrive(Arrival.Open(Door.NEW_RECORD))
        assertEquals(Place.Records, root().top())
    }

    @Test
    fun `a link is shown before anything is done with it, and back leads to where one was`() {
        val root = root()
        root.go(Place.More)
        phone.arrive(Arrival.Link("standing:join?v=1"))
        assertEquals(Place.Join("standing:join?v=1"), root.top())
        assertTrue(root.back())
        assertEquals(Place.More, root.top())
    }

    @Test
    fun `what is not for this app is reported once, and leads nowhere`() {
        val root = root()
        for (arrival in listOf(Arrival.Foreign, Arrival.TooLarge, Arrival.Unreadable)) {
            phone.arrive(arrival)
            assertTrue(root.note.value.orEmpty().length > 20)
            root.dismiss()
            assertEquals(null, root.note.value)
        }
        assertEquals(Place.Home, root.top())
    }

    @Test
    fun `a changed clock, or coming back to the app, makes everything be asked again`() {
        root()
        val before = core.calls.count { it == "memberships" }
        phone.refreshes.tryEmit(Unit)
        assertEquals(before + 1, core.calls.count { it == "memberships" })
    }

    @Test
    fun `the phone hears of settings that it must know, and of nothing else`() {
        val root = root()
        assertEquals(listOf("apply"), phone.asked)
        root.shell.set { it.copy(hideAmounts = true) }
        root.shell.set { it.copy(allowScreenshots = true) }
        assertTrue(checkNotNull(phone.applied).allowScreenshots)
    }

    @Test
    fun `the way outlives the process, and a text of another version starts over`() {
        val first = root()
        first.go(Place.Records)
        first.go(Place.Item("village", 7))
        val again = root(first.saved())
        assertEquals(Place.Item("village", 7), again.top())
        assertTrue(again.back() && again.top() == Place.Records)
        for (foreign in listOf("", "{}", "no text of ours", """{"way":{"branches":[]}}""", """{"way":7,"typed":[],"chosen":{}}""", """{"typed":{"Home/0":{}}}""")) {
            val again = root(foreign)
            assertEquals(foreign, Place.Home, again.top())
            assertFalse(again.back())
        }
    }

    @Test
    fun `a link with a resident number in it does not outlive the process`() {
        val root = root()
        phone.arrive(Arrival.Link("standing:join?v=1&id=11010519491231002X"))
        assertFalse("1949" in root.saved())
        assertEquals(Place.Join(""), root(root.saved()).top())
        phone.arrive(Arrival.Link("standing:join?v=1"))
        assertEquals(Place.Join("standing:join?v=1"), root(root.saved()).top())
    }
}

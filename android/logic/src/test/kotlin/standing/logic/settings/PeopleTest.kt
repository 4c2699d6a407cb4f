package standing.logic.settings

import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.AppException
import standing.core.LeaveView
import standing.core.PersonDraft
import standing.core.PersonMark
import standing.core.RecordKind
import standing.logic.AppLock
import standing.logic.Branch
import standing.logic.Confirmation
import standing.logic.Place
import standing.logic.ShellPresenter
import standing.logic.fake.FakeScreenLock
import standing.logic.personAt
import standing.logic.samples.FakeCore
import standing.logic.samples.SETTINGS
import standing.logic.samples.Samples
import standing.logic.samples.environment
import standing.logic.samples.family
import standing.logic.samples.people
import standing.logic.statement.ToldAbout
import standing.logic.statement.ToldKind

/** Several people on one phone: for whom one acts, whose pages are locked, and that only the owner opens them. */
class PeopleTest {
    private val samples = Samples.english
    private val all = samples.family(locked = true)
    private val kept = mutableListOf<Pair<String, PersonDraft>>()
    private val left = mutableListOf<String>()
    private val core = FakeCore().apply {
        settings = { SETTINGS }
        memberships = { all }
        people = { samples.people(all) }
        keepPerson = { membership, draft -> kept += membership to draft }
        leaving = { LeaveView("Village", "Everything.") }
        leaveMembership = { left += it }
    }
    private val environment = environment(core)
    private val phone = FakeScreenLock()
    private val lock = AppLock(phone, environment.scope) { "" }.apply { know(null) }
    private val shell = ShellPresenter(environment)
    private val father get() = all.last().person

    @Test
    fun `which one is shown is chosen among everybody's`() {
        val page = MembershipsPresenter(environment, shell, lock)
        assertEquals(all.map { it.membership }, page.state.value.memberships.map { it.membership })
        page.act(MembershipsAction.Show("father"))
        assertEquals("father", page.state.value.chosen)
    }

    @Test
    fun `a place is a person's, and home, records and the file of everything are of who is shown`() {
        val about = ToldAbout(ToldKind.ENTRY, "E")
        fun whose(root: Place.Root, vararg places: Place) = shell.state.value.personAt(Branch(root, places.asList()))?.given
        for (place in listOf(Place.Perks("father"), Place.Told("father", about), Place.Alarms("father"), Place.Item("father", 7))) {
            assertEquals("$place", "Father", whose(Place.More, place))
        }
        assertEquals(listOf("", "", "", null), listOf(whose(Place.Home), whose(Place.Records), whose(Place.More, Place.Archive), whose(Place.More)))
        shell.choose("father")
        assertEquals(listOf("Father", "Father", "Father", null), listOf(whose(Place.Home), whose(Place.Records), whose(Place.More, Place.Archive), whose(Place.Businesses)))
        // The page above a person's, such as the camera, is theirs as well.
        assertEquals("Father", whose(Place.Businesses, Place.Form("father", RecordKind.VOLUNTEERING), Place.TakePhoto))
    }

    @Test
    fun `locked pages open to the owner, and close after a time away`() {
        assertFalse(lock.isOpen(father))
        assertTrue("nobody asks for one's own", lock.isOpen(all.first().person))
        for (answer in Confirmation.entries - Confirmation.CONFIRMED) {
            phone.answer = { answer }
            runBlocking { assertEquals(answer, lock.open(father, "Father")) }
            assertFalse(lock.isOpen(father))
        }
        phone.answer = { Confirmation.CONFIRMED }
        runBlocking { lock.open(father, "Father") }
        phone.now += 10_000
        for ((away, open) in listOf(59_999L to true, 60_000L to false)) {
            lock.left()
            phone.now += away
            lock.returned()
            assertEquals("$away", open, lock.isOpen(father))
        }
    }

    @Test
    fun `a lock is changed by the owner only, and a name without one asks for nobody`() {
        val his = PersonPresenter(environment, Place.Person("father"), shell, lock)
        assertEquals(PersonDraft("Father", PersonMark.SQUARE, true), his.state.value.draft)
        his.act(PersonAction.Lock(false))
        phone.answer = { Confirmation.FAILED }
        his.act(PersonAction.Save("Change"))
        assertEquals(emptyList<Any>() to Confirmation.FAILED, kept to his.state.value.answer)
        phone.answer = { Confirmation.CONFIRMED }
        his.act(PersonAction.Save("Change"))
        assertEquals(listOf("father" to PersonDraft("Father", PersonMark.SQUARE, false)), kept)
        assertTrue(his.state.value.saved)
        phone.answer = { error("nobody is asked for") }
        val mine = PersonPresenter(environment, Place.Person(all.first().membership), shell, lock)
        mine.act(PersonAction.Mark(PersonMark.HEXAGON))
        mine.act(PersonAction.Save("Change"))
        assertEquals(PersonMark.HEXAGON, kept.last().second.mark)
    }

    @Test
    fun `a name that is refused stays to be put right, and outlives the process unless it holds a number`() {
        core.keepPerson = { _, _ -> throw AppException.Invalid("person-name", "Too long.", "Safe.", "Shorter.") }
        val page = PersonPresenter(environment, Place.Person("father"), shell, AppLock(phone, environment.scope) { "" })
        page.act(PersonAction.Name("很长的名称"))
        page.act(PersonAction.Save("Change"))
        assertEquals("person-name" to false, page.state.value.run { problem?.code to saved })
        val again = PersonPresenter(environment, Place.Person("father"), shell, lock, page.saved())
        assertEquals("很长的名称", again.state.value.draft?.name)
        page.act(PersonAction.Name("11010519491231002X"))
        assertFalse("1949" in page.saved().orEmpty())
    }

    @Test
    fun `a locked person's connection is left by the owner only`() {
        val page = MembershipsPresenter(environment, shell, lock)
        phone.answer = { Confirmation.CANCELLED }
        page.act(MembershipsAction.Leave("father"))
        page.act(MembershipsAction.Answer(true, "Disconnect"))
        assertEquals(emptyList<String>() to Confirmation.CANCELLED, left to page.state.value.answer)
        phone.answer = { Confirmation.CONFIRMED }
        page.act(MembershipsAction.Leave("father"))
        page.act(MembershipsAction.Answer(true, "Disconnect"))
        assertEquals(listOf("father"), left)
    }
}

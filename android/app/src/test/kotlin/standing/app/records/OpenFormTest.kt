package standing.app.records

import androidx.compose.ui.geometry.Size
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.runSkikoComposeUiTest
import androidx.compose.ui.unit.Density
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.cancel
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.app.Hand
import standing.app.Root
import standing.app.StandingApp
import standing.core.Language
import standing.core.RecordKind
import standing.logic.Arrival
import standing.logic.PhotoAnswer
import standing.logic.Place
import standing.logic.fake.FakePlatform
import standing.logic.samples.FakeCore
import standing.logic.samples.RecordSamples
import standing.logic.samples.SETTINGS
import standing.logic.samples.Samples
import standing.logic.samples.people

/** What leads away from an open form, and what comes to it from elsewhere: on a screen that shows the list beside it. */
@OptIn(ExperimentalTestApi::class)
class OpenFormTest {
    @get:Rule val folder = TemporaryFolder()
    private val scope = CoroutineScope(Dispatchers.Unconfined + Job())
    private val phone = FakePlatform()
    private val samples = RecordSamples.of(Language.ENGLISH)
    private val members = Samples.of(Language.ENGLISH).memberships.take(1)
    private val village = members.first().membership
    private val form = Place.Form(village, RecordKind.BLOOD_DONATION, "B-1")
    private val own = ByteArray(1_500_000)
    private val foreign = ByteArray(2_500_000)
    private val core =
        FakeCore().apply {
            settings = { SETTINGS }
            memberships = { members }
            people = { Samples.of(Language.ENGLISH).people(members) }
            queue = { samples.queue }
            queueItem = { _, _ -> samples.item("waits") }
            checkDraft = { _, _ -> samples.draft("blood") }
            freshness = { Samples.of(Language.ENGLISH).freshness }
        }

    @After
    fun end() = scope.cancel()

    private fun beside(place: Place = form, test: Hand.(Root) -> Unit) =
        runSkikoComposeUiTest(size = Size(840f, 1120f), density = Density(1f)) {
            val root = Root(core, phone, { Language.ENGLISH }, scope, Dispatchers.Unconfined, folder.root)
            root.go(if (place == form) Place.Records else Place.More)
            root.go(place)
            setContent { StandingApp(root, dark = false) }
            Hand(this).test(root)
        }

    private fun Root.top() = way.value.at.top

    private fun Hand.typeCode() = type("Certificate number", "ZJ33010026110042")

    private fun Hand.tapBar(label: String = "Records") = tapLast(label)

    private fun Hand.tapRow() = tap(samples.queue.groups.first().rows.first().title)

    @Test
    fun `the bar takes no form away unasked, and leads there after a yes`() = beside { root ->
        typeCode()
        tapBar()
        assertTrue(sees("Leave without saving?"))
        tap("Stay here")
        assertEquals(form, root.top())
        assertTrue(sees("ZJ33010026110042"))
        tapBar()
        tapLast("Leave")
        assertEquals(Place.Records, root.top())
    }

    @Test
    fun `the record that was tapped in the list is opened after the yes, and not after a no`() = beside { root ->
        typeCode()
        tapRow()
        tap("Stay here")
        onMain { root.back() }
        tapLast("Leave")
        assertEquals("a no is forgotten", Place.Records, root.top())
        onMain { root.go(form) }
        settle()
        typeCode()
        tapRow()
        assertEquals("it asks, and stays", form, root.top())
        tapLast("Leave")
        assertTrue(root.top() is Place.Item)
        assertEquals(1, root.way.value.at.places.size)
    }

    @Test
    fun `an empty form gives way at once`() = beside { root ->
        tapRow()
        assertTrue(root.top() is Place.Item)
    }

    @Test
    fun `a form below the camera is asked, and seen while it asks`() = beside { root ->
        typeCode()
        tap("Take a photo")
        assertEquals(Place.TakePhoto, root.top())
        tapRow()
        assertEquals(form, root.top())
        tap("Stay here")
        assertTrue(sees("ZJ33010026110042"))
    }

    @Test
    fun `a form that nobody has looked at since the process ended is asked all the same`() {
        var kept = ""
        beside { root ->
            typeCode()
            tap("Take a photo")
            kept = onMain { root.saved() }
        }
        val again = Root(core, phone, { Language.ENGLISH }, scope, Dispatchers.Unconfined, folder.root, kept)
        again.go(Place.Records)
        assertEquals(form, again.top())
    }

    @Test
    fun `the text of a licence gives way at once`() = beside(Place.Licences) { root ->
        tap("androidx.compose.runtime")
        tap("People on this phone")
        assertEquals(Place.Memberships, root.top())
    }

    @Test
    fun `a photo that another app shares takes the place of none, and that is reported`() = beside { root ->
        phone.photo = PhotoAnswer.Photo(own)
        tap("Choose a photo")
        assertTrue(sees("1.5 MB"))
        phone.arrive(Arrival.Photo(foreign))
        settle()
        assertTrue(sees("Another app shared a photo.") && sees("1.5 MB"))
        assertEquals(form, root.top())
        phone.arrive(Arrival.Chosen(foreign))
        settle()
        assertTrue("what the person chose does", sees("2.5 MB"))
    }

    @Test
    fun `a photo that another app shares does not end the look at one that was taken`() = beside { root ->
        phone.camera.photo = PhotoAnswer.Photo(own)
        tap("Take a photo")
        tap("Take it now")
        phone.arrive(Arrival.Photo(foreign))
        assertNotNull(root.note.value)
        onMain { root.dismiss() }
        tap("Use this photo")
        assertEquals(form, root.top())
        settle()
        assertTrue(sees("1.5 MB"))
    }

    @Test
    fun `back from a photo that was taken is back to the camera, by the arrow and by the gesture`() = beside { root ->
        phone.camera.photo = PhotoAnswer.Photo(own)
        tap("Take a photo")
        for (back in listOf({ tapSign("Back") }, { onMain { assertTrue(root.back()) } })) {
            tap("Take it now")
            assertTrue(sees("Use this photo"))
            back()
            settle()
            assertEquals(Place.TakePhoto, root.top())
            assertTrue(sees("Take it now") && !sees("Use this photo"))
        }
        tapSign("Back")
        assertEquals("from the camera one leaves", form, root.top())
    }

    @Test
    fun `before one is taken, the form takes the photo that another app shares`() = beside { root ->
        tap("Take a photo")
        phone.arrive(Arrival.Photo(foreign))
        settle()
        assertNull(root.note.value)
        assertFalse(sees("Take it now"))
        assertTrue(sees("2.5 MB"))
    }
}

package standing.app.journey

import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.Language
import standing.core.RecordKind
import standing.core.Stopper
import standing.logic.Arrival
import standing.logic.PhotoAnswer
import standing.logic.Place
import standing.logic.Way

/** Ways that end early, begin elsewhere, or are taken twice. */
class InterruptedJourneyTest {
    @Test
    fun `a link from outside opens joining, and goes on after the process has ended without the code`() = journey(Language.CHINESE) {
        var kept = ""
        open { root ->
            await("首页")
            platform.arrive(Arrival.Link(sandbox.link))
            await("将要绑定")
            tap("继续")
            type("一次性绑定码", "9EF7")
            kept = onMain { root.saved() }
        }
        assertFalse("9EF7" in kept)
        phone.reopen()
        open(kept) { await("将要绑定") }
    }

    @Test
    fun `what was typed into a form is there again after the process has ended`() = journey(Language.CHINESE) {
        val village = phone.join(sandbox)
        phone.sync()
        var kept = ""
        var way = Way()
        open { root ->
            onMain { root.go(Place.Form(village, RecordKind.BLOOD_DONATION, "B-1")) }
            await("献血证编号")
            type("献血证编号", "ZJ33010026110042")
            type("地点", "杭州市血液中心")
            kept = onMain { root.saved() }
            way = root.way.value
        }
        phone.reopen()
        open(kept) { root ->
            assertEquals(way, root.way.value)
            await("ZJ33010026110042")
            await("杭州市血液中心")
            onMain { root.back() }
            await("不保存就离开吗？")
        }
    }

    @Test
    fun `joining that was interrupted at the hint goes on there, and a no keeps nothing`() = journey {
        val code = sandbox.code()
        runBlocking { phone.app.join(sandbox.link, code, Stopper()) }
        phone.reopen()
        open {
            await("Wang *ying")
            tap("Continue")
            await("Is this letter for you?")
            tap("No, stop here")
            await("You answered “No”.")
        }
        assertTrue(phone.app.memberships().isEmpty())
    }

    @Test
    fun `a letter with another fingerprint is noticed before anything is sent about the person`() = journey {
        // The same address, and a root that was never there.
        val forged = sandbox.link.replace(Regex("root=1\\.[^&]*"), "root=1.00000000000000000000000000A")
        open {
            tap("Connect with an authority")
            type("Link", forged)
            tap("Continue")
            await("One character of the matching code")
        }
        assertTrue(phone.app.networkAccesses().rows.isEmpty())
    }

    @Test
    fun `a photo that is taken goes into the form that it was taken for`() = journey {
        val village = phone.join(sandbox)
        phone.sync()
        platform.camera.photo = PhotoAnswer.Photo(ByteArray(1_500_000))
        open { root ->
            onMain { root.go(Place.Form(village, RecordKind.BLOOD_DONATION, "B-1")) }
            await("Certificate number")
            type("Certificate number", "ZJ33010026110042")
            tap("Take a photo")
            tap("Take it now")
            tap("Use this photo")
            await("ZJ33010026110042")
            seek("1.5 MB")
        }
    }

    @Test
    fun `a photo that another app shares goes into the form that is opened next`() = journey {
        phone.join(sandbox)
        phone.sync()
        open {
            await("Yangqiao")
            platform.arrive(Arrival.Photo(ByteArray(1_500_000)))
            tap("Blood donation")
            await("Certificate number")
            seek("1.5 MB")
            seek("This photo cannot be read.")
        }
    }

    @Test
    fun `back leads along the way, and a place opened twice is open once`() = journey {
        phone.join(sandbox)
        phone.sync()
        open { root ->
            await("Credit statement 8")
            tap("How the score adds up")
            await("Start value")
            onMain { repeat(2) { root.go(root.way.value.at.top) } }
            assertEquals(1, root.way.value.at.places.size)
            assertTrue(onMain { root.back() })
            await("What changed")
            assertFalse(onMain { root.back() })
        }
    }

    @Test
    fun `what another app hands over is reported, and nothing is done with it`() = journey {
        open { root ->
            await("Nothing here yet")
            platform.arrive(Arrival.Foreign)
            await("does not belong to Standing")
            tap("Close")
            platform.arrive(Arrival.Link("standing:nothing"))
            await("Link")
            assertEquals(Place.Join("standing:nothing"), root.way.value.at.top)
        }
    }
}

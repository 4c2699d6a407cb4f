package standing.app.journey

import org.junit.Assert.assertEquals
import org.junit.Test
import standing.core.Language
import standing.core.RecordKind
import standing.logic.Arrival
import standing.logic.NetworkKind
import standing.logic.Place

class DonationJourneyTest {
    @Test
    fun `a donation is recorded without a network, sent when there is one, and answered by a receipt`() = journey {
        val village = phone.join(sandbox)
        phone.sync()
        val root = open()
        hold(root) {
            tap("Records")
            await("No records yet")
            sandbox.network(on = false)
            platform.kind = NetworkKind.NONE
            tap("Record a good deed")
            tap("Blood donation")
            await("Donation code")
            tap("Date")
            tap("Yesterday")
            tap("400 ml")
            type("Donation code", "ZJ33010026110042")
            type("Place", "杭州市血液中心")
            tap("Check and send")
            await("1 thing to look at again")
            tap("It is right: send it")
            await("Waits for the next sync")
            assertEquals(1u, phone.app.home(village).waiting)
            sign("Back")
            sign("Back")
            await("Blood donation, 400 ml")
            sign("Sync now")
            await("Nothing is lost")

            sandbox.network(on = true)
            platform.kind = NetworkKind.UNMETERED
            tap("Try again")
            await("Received")
            sign("Sync now")
            await("Accepted")
            tap("Blood donation, 400 ml")
            tap("Receipt")
            await("What it proves")
            seek("Yangqiao village committee signed it, and nothing was changed since.")
        }
        assertEquals(0u, phone.app.home(village).waiting)
    }

    @Test
    fun `what was typed into a form is there again after the process has ended`() = journey(Language.CHINESE) {
        val village = phone.join(sandbox)
        phone.sync()
        var kept = ""
        val first = open()
        hold(first) {
            first.go(Place.Form(village, RecordKind.BLOOD_DONATION, "B-1"))
            await("献血码")
            type("献血码", "ZJ33010026110042")
            type("地点", "杭州市血液中心")
            kept = first.saved()
        }
        phone.reopen()
        val second = open(kept)
        hold(second) {
            await("ZJ33010026110042")
            await("杭州市血液中心")
            second.back()
            await("不保存就离开吗？")
        }
    }

    @Test
    fun `a photo that another app shares goes into the form that is opened next`() = journey {
        phone.join(sandbox)
        phone.sync()
        val root = open()
        hold(root) {
            await("Yangqiao")
            platform.arrive(Arrival.Photo(ByteArray(1_500_000)))
            tap("Blood donation")
            await("Donation code")
            seek("1.5 MB")
            seek("This is not a photo that can be read here.")
        }
    }
}

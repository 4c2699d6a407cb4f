package standing.app.journey

import java.io.File
import java.time.Instant
import java.time.temporal.ChronoUnit
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.CaseTarget
import standing.core.ContestGround
import standing.core.DraftBody
import standing.core.MembershipState
import standing.core.RecordDraft
import standing.logic.NetworkKind
import standing.logic.Place
import standing.logic.samples.Photograph

/** Whole ways through the app, by touch. [WindowJourneyTest] plays the same in the window. */
class JourneyTest {
    @Test
    fun `a letter is joined step by step, and home shows the newest statement`() = journey {
        open { root ->
            await("Nothing here yet")
            keep("enrol-1-first-use")
            tap("Connect with an authority")
            type("Link", sandbox.link)
            tap("Continue")
            await("This phone will connect with")
            keep("enrol-2-link")
            assertTrue("nothing was fetched", phone.app.networkAccesses().rows.isEmpty())
            tap("Continue")
            await("Type the one-time code from the letter")
            keep("enrol-2-claim")
            val before = phone.app.networkAccesses().rows
            assertTrue("only public files: $before", before.all { it.purpose == "Asked what is new in the public files" || it.purpose == "Fetched a public file" })
            type("One-time code", sandbox.code().lowercase())
            tap("Continue with this code")
            await("Is this letter for you?")
            keep("enrol-3-hint")
            val asked = phone.app.networkAccesses().rows.map { it.purpose }.toSet()
            assertFalse("no statement before the yes: $asked", asked.any { "statement" in it })
            tap("Yes, this is me")
            await("You are connected")
            tap("Continue")
            await("82")
            await("Credit statement 8")
            keep("enrol-4-home")
            assertFalse("joining is left for good", onMain { root.back() })
        }
        assertEquals(listOf(MembershipState.ACTIVE), phone.app.memberships().map { it.state })
        assertTrue("askForNotices" in platform.asked)
    }

    @Test
    fun `with no network, and joined with nobody, a packet's bars lead to whom its number is licensed`() = journey {
        val crooked = Photograph(File(checkNotNull(javaClass.getResource("/standing/codes/ean13.png")).toURI()), degrees = 14.0).blurred(1.0).dark(120).grainy(2.0)
        val seen = File.createTempFile("standing-camera", ".png").also { crooked.save(it) }
        open(camera = seen) {
            addRegister(sandbox.register)
            sandbox.network(on = false)
            tap("Scan product")
            until("the camera watches") { platform.camera.show(Photograph.ofShelf().frame()) }
            keep("scan-1-camera")
            until("it is not read") { !platform.camera.show(crooked.frame()) }
            await("6922255451427")
            keep("scan-2-read")
            for (verdict in listOf("Black list", "Red list", "no listing")) assertFalse(verdict, sees(verdict))
            tap("Show who registered the barcode")
            await("杭州桂雨食品有限公司")
            await("In the register, not listed")
            keep("scan-3-business")
            for (page in listOf("Scan another code", "Scan product")) {
                sign("Back")
                await(page)
            }
            sign("Recent searches")
            await("杭州桂雨食品有限公司")
        }
        seen.delete()
    }

    @Test
    fun `a donation is recorded without a network, sent when there is one, and answered by a receipt`() = journey {
        val village = phone.join(sandbox)
        phone.sync()
        open { root ->
            tap("Records")
            await("No records yet")
            sandbox.network(on = false)
            platform.kind = NetworkKind.NONE
            fillDonation()
            tap("Send")
            await("1 thing to check")
            keep("donation-2-look-again")
            tap("It is right, send it")
            await("Waits for the next sync")
            keep("donation-3-waits")
            assertEquals(1u, phone.app.home(village).waiting)
            sign("Back")
            assertEquals("back leads neither to the form nor to the choice of kinds", Place.Records, root.way.value.at.top)
            await("Blood donation, 400 ml")
            sign("Sync now")
            await("What is on this phone is unchanged.")
            keep("donation-4-no-network")

            sandbox.network(on = true)
            platform.kind = NetworkKind.UNMETERED
            tap("Try again")
            await("Accepted")
            tap("Blood donation, 400 ml")
            tap("Receipt")
            await("What it shows")
            seek("Yangqiao village committee signed it, and nothing has been changed since.")
            keep("donation-5-receipt")
        }
        assertEquals(0u, phone.app.home(village).waiting)
    }

    @Test
    fun `an entry is contested without a network, read as a letter, and followed as a case`() = journey {
        val village = phone.join(sandbox)
        phone.sync()
        val entry = phone.app.home(village).changes.first { it.told?.told == false }
        val form = phone.app.contestForm(village, CaseTarget.Entry(checkNotNull(entry.entry)), null)
        sandbox.network(on = false)
        platform.kind = NetworkKind.NONE
        open {
            tap(entry.title)
            await("Were you told?")
            tap("Contest this entry")
            await(form.what)
            tap("Continue to the letter")
            await("Tick at least one reason.")
            keep("contest-1-nothing-ticked")
            tap(form.grounds.first { it.ground == ContestGround.NOT_TOLD }.title)
            keep("contest-2-form")
            tap("Continue to the letter")
            await("Your letter")
            seek("For the printed copy")
            seek("Address")
            type("Name", "王小英")
            keep("contest-3-letter")
            // The letter is written again when the typing rests.
            until("the name is not on the printed letter") {
                tap("Print or save as PDF")
                "王小英" in platform.printed.orEmpty()
            }
            tap("Send")
            await("Waiting to be sent")
            keep("contest-4-case")
        }
        assertEquals(1, phone.app.cases(village).rows.size)
    }

    @Test
    fun `a tampered statement is refused and said, and the old one stays`() = journey {
        val village = phone.join(sandbox)
        phone.sync()
        // Something for the authority to decide: that makes a ninth statement.
        val day = Instant.now().minus(1, ChronoUnit.DAYS).toString().take(10)
        val hours = DraftBody.Volunteering("村志愿服务队", "清理河道", day, 180u)
        runBlocking { phone.app.queueRecord(village, RecordDraft(hours, photo = null, edits = null), "") }
        sandbox.control("mischief", """{"mischief": "tampered_statement"}""")
        open {
            await("82")
            tap("Sync now")
            seek("did not pass the checks")
            keep("tampered-1-refused")
            seek("82")
            assertEquals(8, phone.app.statements(village).rows.size)

            sandbox.control("reset")
            tap("Try again")
            seek("Credit statement 9")
            keep("tampered-2-next")
        }
        assertEquals(9, phone.app.statements(village).rows.size)
    }

    private fun Held.fillDonation() {
        tap("Record a good deed")
        tap("Blood donation")
        await("Certificate number")
        tap("Date")
        tap("Yesterday")
        tap("400 ml")
        type("Certificate number", "ZJ33010026110042")
        type("Place", "杭州市血液中心")
        // It is checked as a whole when the typing rests.
        until("it is not checked again") { sees("杭州市血液中心") && !sees("Say where you gave blood.") }
        keep("donation-1-form")
    }

    private fun Held.addRegister(link: String) {
        tap("Businesses")
        await("No register on this phone yet")
        tap("Add a business register")
        type("Link", link)
        tap("Continue")
        await("Type two groups of the matching code")
        val groups = link.substringAfter("&root=").substringAfter('.').chunked(4)
        for (number in 1..6) if (sees("Group $number")) type("Group $number", groups[number - 1])
        tap("Continue")
        await("Do you rely on this register?")
        tap("Yes, I rely on it")
        await("The register was added")
        tap("Businesses")
        await("Searched: Zhejiang demo business register")
    }
}

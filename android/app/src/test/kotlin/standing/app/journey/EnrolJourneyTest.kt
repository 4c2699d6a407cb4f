package standing.app.journey

import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.Language
import standing.core.MembershipState
import standing.logic.Arrival

class EnrolJourneyTest {
    @Test
    fun `a letter is joined step by step, and home shows the newest statement`() = journey {
        val root = open()
        hold(root) {
            tap("Join")
            type("Link", sandbox.link)
            tap("Continue")
            await("You would connect to")
            tap("All are the same")
            type("Code", sandbox.code().lowercase())
            assertTrue("nothing was sent", phone.app.networkAccesses().rows.isEmpty())
            tap("Send the code")
            await("Is this letter yours?")
            val asked = phone.app.networkAccesses().rows.map { it.purpose }.toSet()
            assertFalse("no statement before the yes: $asked", asked.any { "statement" in it })
            tap("Yes, this is me")
            await("You have joined")
            tap("Continue")
            await("82")
            assertFalse("joining is left for good", root.back())
        }
        assertEquals(listOf(MembershipState.ACTIVE), phone.app.memberships().map { it.state })
        assertTrue("askForNotices" in platform.asked)
    }

    @Test
    fun `a link from outside opens joining, and what was typed is there after the process has ended`() = journey(Language.CHINESE) {
        var kept = ""
        val first = open()
        hold(first) {
            await("首页")
            platform.arrive(Arrival.Link(sandbox.link))
            await("将要连接")
            tap("全部相同")
            type("验证码", "9EF7")
            kept = first.saved()
        }
        phone.reopen()
        hold(open(kept)) { await("9EF7") }
    }

    @Test
    fun `joining that was interrupted at the hint goes on there, and a no keeps nothing`() = journey {
        val code = sandbox.code()
        runBlocking { phone.app.join(sandbox.link, code) }
        phone.reopen()
        hold(open()) {
            await("Wang *ying")
            tap("Continue")
            await("Is this letter yours?")
            tap("No, stop here")
            await("You said that this letter is not yours.")
        }
        assertTrue(phone.app.memberships().isEmpty())
    }

    @Test
    fun `a letter with another fingerprint is noticed before anything is sent about the person`() = journey {
        // The same address, and a root that was never there.
        val forged = sandbox.link.replace(Regex("root=1\\.[^&]*"), "root=1.00000000000000000000000000A")
        hold(open()) {
            tap("Join")
            type("Link", forged)
            tap("Continue")
            await("typing error")
        }
        assertTrue(phone.app.networkAccesses().rows.isEmpty())
    }
}

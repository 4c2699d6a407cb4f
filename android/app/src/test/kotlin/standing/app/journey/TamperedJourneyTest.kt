package standing.app.journey

import java.time.Instant
import java.time.temporal.ChronoUnit
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Test
import standing.core.DraftBody
import standing.core.RecordDraft

class TamperedJourneyTest {
    @Test
    fun `a tampered statement is refused and said, and the old one stays`() = journey {
        val village = phone.join(sandbox)
        phone.sync()
        // Something for the authority to decide: that makes a ninth statement.
        val day = Instant.now().minus(1, ChronoUnit.DAYS).toString().take(10)
        val hours = DraftBody.Volunteering("村志愿服务队", "清理河道", day, 180u)
        runBlocking { phone.app.queueRecord(village, RecordDraft(hours, null)) }
        phone.sync()
        sandbox.control("mischief", """{"mischief": "tampered_statement"}""")
        hold(open()) {
            await("82")
            tap("Ask now")
            seek("cannot be believed")
            seek("82")
            hand.keep("tampered-1-refused")
            assertEquals(8, phone.app.statements(village).rows.size)

            sandbox.control("reset")
            tap("Try again")
            seek("Resident statement 9")
            hand.keep("tampered-2-next")
        }
        assertEquals(9, phone.app.statements(village).rows.size)
    }
}

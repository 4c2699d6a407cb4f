package standing.logic.records

import java.util.zip.ZipInputStream
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.MutableStateFlow
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.AppException
import standing.core.Deadline
import standing.core.ExportView
import standing.core.ExportedPhoto
import standing.core.MembershipState
import standing.core.MembershipView
import standing.core.QueueState as ItemStage
import standing.core.SettingsView
import standing.logic.CalendarDay
import standing.logic.Load
import standing.logic.NetworkKind
import standing.logic.SaveAnswer
import standing.logic.ShellPresenter
import standing.logic.fake.FakePlatform
import standing.logic.problem
import standing.logic.samples.OWNER
import standing.logic.samples.FakeCore
import standing.logic.samples.FakeSync
import standing.logic.samples.SURPRISE
import standing.logic.samples.environment
import standing.logic.sync.Syncing
import standing.logic.view

class RecordsTest {
    private val news = MutableStateFlow(0)
    private val core =
        FakeCore().apply {
            settings = { SettingsView(null, false, null, 100u, false, true, true, false, null) }
            memberships = { listOf(joined("village"), joined("city")) }
            queueItem = { _, _ -> item(ItemStage.QUEUED) }
        }
    private val phone = FakePlatform()
    private var changes = 0

    private fun joined(name: String) = MembershipView(name, name, "∗ying", MembershipState.ACTIVE, "AAAA", "12 December", OWNER)

    private fun kinds() = KindsPresenter(environment(core, news = news), "village")

    private fun item() = ItemPresenter(environment(core, news = news), "village", 7, phone) { changes += 1 }

    private fun queueOf(): QueuePresenter {
        val environment = environment(core, news = news)
        val syncing = Syncing(core, Dispatchers.Unconfined, CoroutineScope(Dispatchers.Unconfined), phone::network, {}) { SURPRISE }
        return QueuePresenter(environment, ShellPresenter(environment), phone, syncing)
    }

    @Test
    fun `rules that take points are shown only when asked for`() {
        core.recordKinds = { kinds }
        val screen = kinds()
        assertFalse(screen.state.value.againstShown)
        screen.act(KindsAction.TurnAgainst)
        assertTrue(screen.state.value.againstShown)
        screen.act(KindsAction.TurnAgainst)
        assertFalse(screen.state.value.againstShown)
    }

    @Test
    fun `what takes points is never among what is suggested`() {
        core.recordKinds = { kinds }
        val view = checkNotNull(kinds().state.value.load.view)
        assertTrue(view.kinds.none { it.rule == "R-1" })
    }

    @Test
    fun `records are those of the membership that is chosen`() {
        core.queue = { queue(it, needYou = 1, others = 2) }
        val screen = queueOf()
        assertEquals("village" to 3, screen.state.value.run { queue.view?.membership to count })
        assertEquals(1, screen.state.value.needYou)
        screen.act(QueueAction.Choose("city"))
        assertEquals("city", screen.state.value.queue.view?.membership)
    }

    @Test
    fun `records of one authority never stand under the name of another`() {
        core.queue = { if (it == "city") throw refusal() else queue(it, 0, 1) }
        val screen = queueOf()
        screen.act(QueueAction.Choose("city"))
        assertNull(screen.state.value.queue.view)
        assertEquals(refused, screen.state.value.queue.problem)
    }

    @Test
    fun `a thousand records are one call`() {
        core.queue = { queue(it, needYou = 0, others = 1_000) }
        assertEquals(1_000, queueOf().state.value.count)
        assertEquals(1, core.calls.count { it == "queue" })
    }

    @Test
    fun `news is asked for, also while an answer is on its way`() {
        core.queue = { queue(it, 0, 1) }
        val screen = queueOf()
        core.queue = { queue(it, 0, 2) }
        news.value += 1
        assertEquals(2, screen.state.value.count)
    }

    @Test
    fun `who has joined nobody is told so instead of being shown nothing`() {
        core.memberships = { emptyList() }
        assertTrue(queueOf().state.value.first)
    }

    @Test
    fun `without a network that is reported, and a sync is still the person's to begin`() {
        core.queue = { queue(it, 0, 1) }
        core.sync = { FakeSync() }
        phone.kind = NetworkKind.NONE
        val screen = queueOf()
        assertTrue(screen.state.value.offline)
        screen.act(QueueAction.Sync)
        assertTrue(screen.state.value.sync.running)
    }

    @Test
    fun `a record is taken back only after the question`() {
        core.withdrawRecord = { _, _ -> item(ItemStage.WITHDRAWN) }
        val screen = item()
        screen.act(ItemAction.Withdraw)
        assertFalse("withdrawRecord" in core.calls)
        screen.act(ItemAction.AskWithdraw)
        screen.act(ItemAction.KeepIt)
        screen.act(ItemAction.Withdraw)
        assertFalse("withdrawRecord" in core.calls)
        screen.act(ItemAction.AskWithdraw)
        repeat(3) { screen.act(ItemAction.Withdraw) }
        assertEquals(1, core.calls.count { it == "withdrawRecord" })
        assertEquals(ItemStage.WITHDRAWN, screen.state.value.load.view?.state)
        assertEquals(1, changes)
    }

    @Test
    fun `confirming and trying again show what became of it`() {
        core.confirmRecord = { _, _ -> item(ItemStage.QUEUED) }
        core.retryRecord = { _, _ -> item(ItemStage.SENDING) }
        val screen = item()
        screen.act(ItemAction.Confirm)
        assertEquals(ItemStage.QUEUED, screen.state.value.load.view?.state)
        screen.act(ItemAction.Retry)
        assertEquals(ItemStage.SENDING, screen.state.value.load.view?.state)
        assertEquals(listOf("syncSoon", "syncSoon"), phone.asked)
    }

    @Test
    fun `what could not be done leaves the record as it was, and says why`() {
        core.retryRecord = { _, _ -> throw refusal() }
        val screen = item()
        screen.act(ItemAction.Retry)
        assertEquals(refused, screen.state.value.problem)
        assertEquals(ItemStage.QUEUED, screen.state.value.load.view?.state)
        assertFalse(screen.state.value.busy)
        assertEquals(0, changes)
    }

    @Test
    fun `a record without a photo is saved as its text`() {
        core.exportRecord = { _, _ -> ExportView("record-7.json", "{}", emptyList()) }
        val screen = item()
        screen.act(ItemAction.Export)
        assertEquals("{}", phone.saved.getValue("record-7.json").decodeToString())
        assertEquals(SaveAnswer.SAVED, screen.state.value.saving)
    }

    @Test
    fun `a record with photos is one file with all of them`() {
        val photo = ByteArray(99) { it.toByte() }
        core.exportRecord = { _, _ -> ExportView("record-7.json", "{}", listOf(ExportedPhoto("record-7-1.jpg", photo))) }
        item().act(ItemAction.Export)
        ZipInputStream(phone.saved.getValue("record-7.zip").inputStream()).use { zip ->
            assertEquals("record-7.json", zip.nextEntry?.name)
            assertEquals("{}", zip.readAllBytes().decodeToString())
            assertEquals("record-7-1.jpg", zip.nextEntry?.name)
            assertArrayEquals(photo, zip.readAllBytes())
            assertNull(zip.nextEntry)
        }
    }

    @Test
    fun `going back from saving says nothing, no space says so`() {
        core.exportRecord = { _, _ -> ExportView("record-7.json", "{}", emptyList()) }
        val screen = item()
        for ((answer, said) in listOf(SaveAnswer.NONE to null, SaveAnswer.NO_SPACE to SaveAnswer.NO_SPACE)) {
            phone.saves = answer
            screen.act(ItemAction.Export)
            assertEquals(said, screen.state.value.saving)
        }
    }

    @Test
    fun `the day of an answer goes to the calendar as a day, and nothing private with it`() {
        val due = Deadline("Answer due", "2026-12-04", "Friday 4 December 2026", "in 9 days", "Standing: an answer is due")
        core.queueItem = { _, _ -> item(ItemStage.RECEIVED).copy(deadline = due) }
        val screen = item()
        screen.act(ItemAction.Remember)
        assertEquals(CalendarDay("Standing: an answer is due", "2026-12-04"), phone.day)
        assertFalse(screen.state.value.noCalendar)
        phone.hasCalendar = false
        screen.act(ItemAction.Remember)
        assertTrue("where there is none, it is said", screen.state.value.noCalendar)
    }

    @Test
    fun `a receipt that is not here says why, and comes with news`() {
        core.receipt = { _, _ -> throw refusal() }
        val screen = ReceiptPresenter(environment(core, news = news), "village", 7, phone)
        assertTrue(screen.state.value.load is Load.Failed)
    }

    private fun refusal() = refused.run { AppException.Refused(code, happened, safe, todo) }
}

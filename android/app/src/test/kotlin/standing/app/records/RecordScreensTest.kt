package standing.app.records

import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.app.inHand
import standing.app.sync.SyncScreen
import standing.core.Language
import standing.core.QueueGroupKind
import standing.logic.Load
import standing.logic.PhotoAnswer
import standing.logic.Place
import standing.logic.fake.FakePlatform
import standing.logic.records.ItemPresenter
import standing.logic.records.ItemState
import standing.logic.records.KindsPresenter
import standing.logic.records.PhotoStore
import standing.logic.records.QueueAction
import standing.logic.records.QueueState
import standing.logic.records.ReceiptPresenter
import standing.logic.records.ReceiptState
import standing.logic.records.ReceiptsState
import standing.logic.records.TakePhotoAction
import standing.logic.records.TakePhotoPresenter
import standing.logic.samples.FakeCore
import standing.logic.samples.RecordSamples
import standing.logic.samples.Samples
import standing.logic.samples.environment
import standing.logic.sync.SyncAction
import standing.logic.sync.SyncState

/** The queue, one record, receipts and a sync in the hand. */
class RecordScreensTest {
    @get:Rule val folder = TemporaryFolder()
    private val samples = RecordSamples.of(Language.ENGLISH)
    private val members = Samples.english.memberships
    private val went = mutableListOf<Place>()
    private val asked = mutableListOf<QueueAction>()
    private val core = FakeCore()
    private val phone = FakePlatform()
    private val full = QueueState(members.take(1), members.first().membership, Load.Ready(samples.queue))

    @Test
    fun `what needs the person comes first, and every record opens`() =
        inHand(content = { RecordsScreen(full, { asked += it }, { went += it }) }) {
            val shown = all()
            assertTrue(shown.indexOf("The server refused it") in 0..shown.indexOf("On this phone only"))
            val first = samples.queue.groups.first { it.kind == QueueGroupKind.NEEDS_YOU }.rows.first()
            tap("The server refused it")
            assertEquals(listOf<Place>(Place.Item(samples.queue.membership, first.item)), went)
            tap("All receipts")
            assertEquals(Place.Receipts(samples.queue.membership), went.last())
            tap("Record a good deed")
            assertEquals(Place.NewRecord(members.first().membership), went.last())
        }

    @Test
    fun `pulling the list down syncs, but not while a sync is at work or nobody is connected`() {
        inHand(content = { RecordsScreen(full, { asked += it }, {}) }) { pull() }
        assertEquals(listOf<QueueAction>(QueueAction.Sync), asked)
        inHand(content = { RecordsScreen(full.copy(sync = SyncState(running = true)), { asked += it }, {}) }) { pull() }
        inHand(content = { RecordsScreen(full.copy(chosen = null, first = true), { asked += it }, {}) }) { pull() }
        assertEquals(1, asked.size)
    }

    @Test
    fun `a thousand records scroll to the last`() {
        val long = samples.queueLong.let { view -> view.copy(groups = view.groups.map { group -> group.copy(rows = group.rows.map { it.copy(title = "Deed ${it.item}") }) }) }
        inHand(content = { RecordsScreen(full.copy(queue = Load.Ready(long)), {}, { went += it }) }) {
            tap("Deed 999")
            assertEquals(listOf<Place>(Place.Item(long.membership, 999)), went)
        }
    }

    @Test
    fun `another membership is chosen by its name`() =
        inHand(content = { RecordsScreen(full.copy(memberships = members), { asked += it }, {}) }) {
            tap(members[1].authority)
            assertEquals(listOf<QueueAction>(QueueAction.Choose(members[1].membership)), asked)
        }

    @Test
    fun `a sync says how far it is and can be stopped`() =
        inHand(content = { RecordsScreen(full.copy(sync = SyncState(running = true, progress = samples.progress)), { asked += it }, {}) }) {
            assertTrue(sees("Asking Yangqiao village committee"))
            tap("Stop")
            assertEquals(listOf<QueueAction>(QueueAction.Stop), asked)
        }

    @Test
    fun `without a network it says that nothing is lost`() =
        inHand(content = { RecordsScreen(full.copy(offline = true), { asked += it }, {}) }) {
            assertTrue(sees("No network") && sees("What is on this phone is unchanged."))
            tap("Try again")
            assertEquals(listOf<QueueAction>(QueueAction.Sync), asked)
        }

    @Test
    fun `what takes points is offered to nobody who has not asked for it`() {
        core.recordKinds = { samples.kinds }
        val kinds = KindsPresenter(environment(core), "village")
        inHand(content = { kinds.state.collectAsState().let { val state by it; KindsScreen(state, kinds::act, { went += it }, {}) } }) {
            assertFalse(sees("Littering"))
            tap("Rules that take points")
            assertTrue(sees("Standing never asks you to report anything here"))
            tap("Littering at the river landing")
            assertEquals("R-1", (went.single() as Place.Form).rule)
            tap("Rules that take points")
            assertFalse(sees("Littering"))
        }
    }

    @Test
    fun `a record is taken back after a question, once`() {
        core.queueItem = { _, _ -> samples.item("waits") }
        core.withdrawRecord = { _, _ -> samples.item("withdrawn") }
        val item = ItemPresenter(environment(core), "village", 3, phone) {}
        inHand(content = { item.state.collectAsState().let { val state by it; ItemScreen(state, item::act, { went += it }, {}) } }) {
            tap("Withdraw this record")
            assertTrue(sees("Withdraw this record?"))
            tap("Keep it as it is")
            assertFalse("withdrawRecord" in core.calls)
            tap("Withdraw this record")
            tap("Withdraw")
            assertTrue(sees("Withdrawn by you"))
            assertFalse(canTap("Withdraw this record"))
        }
        assertEquals(1, core.calls.count { it == "withdrawRecord" })
    }

    @Test
    fun `a record that was not taken up opens its form again`() {
        core.queueItem = { _, _ -> samples.itemNeedsYou }
        val item = ItemPresenter(environment(core), "village", 3, phone) {}
        inHand(content = { item.state.collectAsState().let { val state by it; ItemScreen(state, item::act, { went += it }, {}) } }) {
            assertTrue(sees("organiser unknown"))
            tap("Edit")
        }
        val like = samples.itemNeedsYou
        assertEquals(listOf<Place>(Place.Form(like.membership, like.kind, like.rule, edits = like.item)), went)
    }

    @Test
    fun `a receipt says how sure it is, and what it does not prove`() =
        inHand(content = { ReceiptScreen(ReceiptState(Load.Ready(samples.receipt("accepted"))), {}, {}) }) {
            assertTrue(sees("What it shows"))
            assertFalse(sees("It does not show that the record was accepted."))
            find("Accepted")
        }

    @Test
    fun `the day of an answer can be put into the calendar, and where there is none, the person is told`() {
        core.receipt = { _, _ -> samples.receipt("received") }
        val receipt = ReceiptPresenter(environment(core), "village", 3, phone)
        inHand(content = { receipt.state.collectAsState().let { val state by it; ReceiptScreen(state, receipt::act, {}) } }) {
            assertTrue(sees("Answer due"))
            tap("Add to calendar")
            assertEquals(samples.receipt("received").deadline?.date, phone.day?.day)
            phone.hasCalendar = false
            tap("Add to calendar")
            assertTrue(sees("No calendar on this phone can add this day."))
        }
    }

    @Test
    fun `a refused record says why and until when it can be contested, in the list and on its page`() {
        val said = "“A donation with this certificate number has been counted already”. By rulebook 8 you can contest this up to and including "
        inHand(content = { RecordsScreen(full, {}, {}) }) { find("Not accepted: $said") }
        inHand(content = { ItemScreen(ItemState(Load.Ready(samples.item("refused"))), {}, {}, {}) }) { find(said) }
    }

    @Test
    fun `a photo is looked at before the form gets it`() {
        phone.camera.photo = PhotoAnswer.Photo(ByteArray(9))
        val photo = TakePhotoPresenter(environment(core), phone, PhotoStore(folder.root)).apply { act(TakePhotoAction.Watch(true)) }
        inHand(content = { photo.state.collectAsState().let { val state by it; TakePhotoScreen(state, photo::act, {}) } }) {
            tap("Take it now")
            assertFalse(canTap("Take it now"))
            tap("Take it again")
            tap("Take it now")
            tap("Use this photo")
        }
        assertTrue(photo.state.value.given)
    }

    @Test
    fun `without a camera a photo can still be chosen, and it says so`() {
        phone.camera.allowed = false
        phone.photo = PhotoAnswer.Photo(ByteArray(9))
        val photo = TakePhotoPresenter(environment(core), phone, PhotoStore(folder.root)).apply { act(TakePhotoAction.Watch(true)) }
        inHand(content = { photo.state.collectAsState().let { val state by it; TakePhotoScreen(state, photo::act, {}) } }) {
            assertTrue(sees("Choose a photo instead"))
            tap("Open the phone’s settings")
            tap("Choose a photo")
        }
        assertEquals(listOf("openSettings THIS_APP", "pickPhoto"), phone.asked)
        assertTrue(photo.state.value.given)
    }

    @Test
    fun `a forged receipt proves nothing, and what fails comes first`() =
        inHand(content = { ReceiptScreen(ReceiptState(Load.Ready(samples.receiptForged)), {}, {}) }) {
            assertFalse(sees("What it shows"))
            find("It did not pass the check")
        }

    @Test
    fun `a receipt over a record of another phone opens nothing`() {
        val elsewhere = samples.receipts.let { view -> view.copy(rows = listOf(view.rows.first().copy(item = null, title = "A record of another phone"))) }
        inHand(content = { ReceiptsScreen(ReceiptsState(Load.Ready(elsewhere)), {}, {}, {}) }) {
            assertTrue(sees("A record of another phone"))
            assertFalse(canTap("A record of another phone"))
        }
    }

    @Test
    fun `a sync tells of each authority what it brought and what was in the way`() {
        val asked = mutableListOf<SyncAction>()
        inHand(content = { SyncScreen(SyncState(last = samples.syncOffline), { asked += it }, {}) }) {
            assertTrue(sees("Could not reach credit.yangqiao.example.") && sees("What is on this phone is unchanged."))
            tap("Sync now")
            assertEquals(listOf<SyncAction>(SyncAction.Start), asked)
        }
    }
}

package standing.app.gallery

import androidx.compose.foundation.Image
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.graphics.Canvas
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.Paint
import androidx.compose.ui.layout.ContentScale
import java.time.LocalDate
import standing.app.design.LocalViewfinder
import standing.app.records.DayPicker
import standing.app.records.FormScreen
import standing.app.records.ItemScreen
import standing.app.records.KindsScreen
import standing.app.records.LocalThumbnails
import standing.app.records.ReceiptScreen
import standing.app.records.ReceiptsScreen
import standing.app.records.RecordsScreen
import standing.app.records.TakePhotoScreen
import standing.core.QueueItemView
import standing.logic.CameraState
import standing.logic.Load
import standing.logic.Place
import standing.logic.SaveAnswer
import standing.logic.records.FormPhoto
import standing.logic.records.FormState
import standing.logic.records.ItemState
import standing.logic.records.KindsState
import standing.logic.records.PhotoTrouble
import standing.logic.records.QueueState
import standing.logic.records.ReceiptState
import standing.logic.records.ReceiptsState
import standing.logic.records.TakePhotoState
import standing.logic.records.Typed
import standing.logic.samples.RecordSamples
import standing.logic.samples.Samples
import standing.logic.sync.SyncState

/** Records: choosing, forms, the queue, one record, receipts. */
object RecordsGallery : GalleryPart {
    override val title = "Records"
    override val at = Place.Records
    private val today = LocalDate.of(2026, 11, 23)

    private fun shot(name: String, golden: Boolean = false, content: @Composable (RecordSamples) -> Unit) =
        Shot(name, golden) { content(RecordSamples.of(it)) }

    private fun queue(name: String, golden: Boolean = false, state: RecordSamples.(QueueState) -> QueueState) =
        Shot(name, golden) { language ->
            val samples = RecordSamples.of(language)
            val members = Samples.of(language).memberships.take(1)
            val state = QueueState(members, members.first().membership, Load.Ready(samples.queue))
            RecordsScreen(samples.state(state), {}, {})
        }

    private val queues =
        listOf(
            queue("records", golden = true) { it },
            queue("records-first") { QueueState(first = true) },
            queue("records-loading") { it.copy(queue = Load.Loading) },
            queue("records-failed") { it.copy(queue = Load.Failed(missing)) },
            queue("records-empty") { it.copy(queue = Load.Ready(queueEmpty)) },
            queue("records-offline") { it.copy(offline = true) },
            queue("records-unreached") {
                // The sample's membership is another phone's.
                it.copy(chosen = syncOffline.parts.first().membership, memberships = emptyList(), sync = SyncState(last = syncOffline))
            },
            queue("records-sending") { it.copy(sync = SyncState(running = true, progress = progress)) },
            Shot("records-two") { language ->
                val members = Samples.of(language).memberships
                RecordsScreen(QueueState(members, members.last().membership, Load.Ready(RecordSamples.of(language).queueEmpty)), {}, {})
            },
            queue("records-thousand") { it.copy(queue = Load.Ready(queueLong)) },
        )

    private val kinds =
        listOf(
            shot("kinds", golden = true) { KindsScreen(KindsState(Load.Ready(it.kinds)), {}, {}, {}) },
            shot("kinds-against") { KindsScreen(KindsState(Load.Ready(it.kinds), againstShown = true), {}, {}, {}) },
            shot("kinds-failed") { KindsScreen(KindsState(Load.Failed(it.missing)), {}, {}, {}) },
        )

    private fun item(name: String, state: ItemState = ItemState(), view: RecordSamples.() -> QueueItemView) =
        shot(name) { ItemScreen(state.copy(load = Load.Ready(it.view())), {}, {}, {}) }

    private val items =
        listOf(
            item("item-waits") { item("waits") },
            item("item-needs-you") { itemNeedsYou },
            item("item-sending") { itemSending },
            item("item-received") { item("received") },
            item("item-accepted") { item("accepted") },
            item("item-refused") { item("refused") },
            item("item-forged") { item("forged") },
            item("item-withdrawn") { item("withdrawn") },
            item("item-cooling") { item("cooling") },
            item("item-confirm") { itemConfirm },
            item("item-ask", ItemState(asks = true)) { item("waits") },
            item("item-saved", ItemState(saving = SaveAnswer.SAVED)) { item("received") },
            item("item-no-space", ItemState(saving = SaveAnswer.NO_SPACE)) { item("received") },
            shot("item-failed") { ItemScreen(ItemState(Load.Failed(it.missing)), {}, {}, {}) },
        )

    private val receipts =
        listOf(
            shot("receipt", golden = true) { ReceiptScreen(ReceiptState(Load.Ready(it.receipt("received"))), {}, {}) },
            shot("receipt-no-calendar") { ReceiptScreen(ReceiptState(Load.Ready(it.receipt("received")), noCalendar = true), {}, {}) },
            shot("receipt-accepted") { ReceiptScreen(ReceiptState(Load.Ready(it.receipt("accepted"))), {}, {}) },
            shot("receipt-refused") { ReceiptScreen(ReceiptState(Load.Ready(it.receipt("refused"))), {}, {}) },
            shot("receipt-fails") { ReceiptScreen(ReceiptState(Load.Ready(it.receiptForged)), {}, {}) },
            shot("receipt-missing") { ReceiptScreen(ReceiptState(Load.Failed(it.missing)), {}, {}) },
            shot("receipts") { ReceiptsScreen(ReceiptsState(Load.Ready(it.receipts)), {}, {}, {}) },
            shot("receipts-empty") { ReceiptsScreen(ReceiptsState(Load.Ready(it.receiptsEmpty)), {}, {}, {}) },
            shot("receipts-thousand") {
                val view = it.receipts
                ReceiptsScreen(ReceiptsState(Load.Ready(view.copy(rows = List(THOUSAND) { n -> view.rows.first().copy(n = n.toUInt()) }))), {}, {}, {})
            },
        )

    private val blood = Typed(day = "2026-11-21", code = "ZJ33010026110042", place = "杭州市血液中心", millilitres = 400u)
    private val photo = FormPhoto.Here(ByteArray(1_200_000))

    private fun RecordSamples.bloodForm(draft: String, typed: Typed = blood) = FormState(Load.Ready(draft(draft)), typed, photo)

    private fun form(name: String, golden: Boolean = false, state: RecordSamples.() -> FormState) =
        shot(name, golden) { samples ->
            CompositionLocalProvider(LocalThumbnails provides { _, _ -> certificate }) { FormScreen(samples.state(), {}, {}, today) }
        }

    private val forms =
        listOf(
            form("form-empty") { bloodForm("empty", Typed()).copy(photo = FormPhoto.None) },
            form("form", golden = true) { bloodForm("blood") },
            form("form-acts", golden = true) { bloodForm("empty", Typed()).copy(load = Load.Ready(draft("empty").copy(person = father)), photo = FormPhoto.None) },
            form("form-problems", golden = true) { bloodForm("empty", Typed()).copy(photo = FormPhoto.None, told = 1) },
            form("form-problem-and-look-again") { bloodForm("future", blood.copy(day = "2026-11-26", code = "")).copy(photo = FormPhoto.None, told = 1) },
            form("form-look-again") {
                bloodForm("old", blood.copy(day = "2025-10-19")).let { it.copy(told = 1, toldNotes = it.draft!!.notes.map { note -> note.text }.toSet()) }
            },
            form("form-photo-too-large") { bloodForm("blood").copy(photo = FormPhoto.None, photoTrouble = PhotoTrouble.TOO_LARGE) },
            form("form-photo-lost") { bloodForm("blood").copy(photo = FormPhoto.None, photoTrouble = PhotoTrouble.LOST) },
            form("form-photo-coming") { bloodForm("blood").copy(photo = FormPhoto.Coming) },
            form("form-hours") {
                val typed = Typed(day = "2026-11-22", organiser = "村志愿服务队", activity = "清理河道", hours = "3")
                FormState(Load.Ready(draft("hours")), typed)
            },
            form("form-long") {
                FormState(Load.Ready(draft("long")), Typed("2026-11-22", "好".repeat(Typed.TEXT_LIMIT)), told = 1)
            },
            form("form-against-first") { FormState(Load.Ready(draft("against"))) },
            form("form-against") { FormState(Load.Ready(draft("against")), begun = true) },
            form("form-leave") { bloodForm("blood").copy(leaving = true) },
            form("form-sending") { bloodForm("blood").copy(sending = true) },
            form("form-not-kept") { bloodForm("blood").copy(problem = missing, told = 1) },
            form("form-loading") { FormState() },
            form("form-failed") { FormState(Load.Failed(missing)) },
            Shot("form-day") { DayPicker(LocalDate.of(2026, 11, 21), today, {}, {}) },
        )

    private fun camera(name: String, state: TakePhotoState) =
        shot(name) {
            val seen: @Composable (Modifier) -> Unit = { Image(certificate, null, it, contentScale = ContentScale.Crop) }
            CompositionLocalProvider(LocalThumbnails provides { _, _ -> certificate }, LocalViewfinder provides seen) {
                TakePhotoScreen(state, {}, {})
            }
        }

    private val watching = CameraState.Watching(hasLight = true, lightOn = false)
    private val cameras =
        listOf(
            camera("photo", TakePhotoState(watching)),
            camera("photo-taken", TakePhotoState(CameraState.Idle, taken = photo)),
            camera("photo-missed", TakePhotoState(watching, missed = true)),
            camera("photo-no-camera", TakePhotoState(CameraState.NotAllowed)),
            camera("photo-camera-missing", TakePhotoState(CameraState.Missing, trouble = PhotoTrouble.TOO_LARGE)),
            camera("photo-camera-busy", TakePhotoState(CameraState.Unavailable)),
        )

    override val shots = queues + kinds + forms + cameras + items + receipts

    private const val THOUSAND = 1_000
}

/** A paper on a table, as a photo of a certificate would look when small. */
internal val certificate: ImageBitmap by lazy {
    ImageBitmap(88, 88).also { small ->
        val canvas = Canvas(small)
        val paint = Paint()
        fun fill(color: Color, left: Float, top: Float, width: Float, height: Float) {
            paint.color = color
            canvas.drawRect(Rect(left, top, left + width, top + height), paint)
        }
        fill(Color(0xFFD7D4C8), 0f, 0f, 88f, 88f)
        fill(Color.White, 22f, 14f, 44f, 60f)
        fill(Color(0xFFA13B3B), 22f, 14f, 44f, 9f)
        for (line in 0..3) fill(Color(0xFF7A7A74), 28f, 32f + line * 8f, if (line == 3) 18f else 32f, 2f)
    }
}

package standing.logic.samples

import kotlinx.serialization.json.Json
import standing.core.ArchiveView
import standing.core.CheckState
import standing.core.DraftView
import standing.core.Language
import standing.core.Problem
import standing.core.QueueGroup
import standing.core.QueueGroupKind
import standing.core.QueueItemView
import standing.core.QueueRow
import standing.core.QueueState
import standing.core.QueueView
import standing.core.ReceiptCheckKind
import standing.core.ReceiptView
import standing.core.ReceiptsView
import standing.core.RecordKindsView
import standing.core.SyncProgress
import standing.core.SyncView

/**
 * Views of records as the core made them, in one language; `CaptureRecordsTest` renews them. What a
 * day with the sandbox does not bring is here in the words of the core's Fluent files.
 */
class RecordSamples private constructor(private val language: Language) {
    val kinds get() = read<RecordKindsView>("kinds")
    val queueEmpty get() = read<QueueView>("queue-empty")
    val receipts get() = read<ReceiptsView>("receipts")
    val receiptsEmpty get() = read<ReceiptsView>("receipts-empty")

    /** Nobody was reached. */
    val syncOffline get() = read<SyncView>("sync-offline")
    val syncDone get() = read<SyncView>("sync-done")
    val syncStopped get() = syncDone.copy(complete = false, stopped = true, text = say("Stopped. What had arrived is kept.", "已停止。已收到的内容都已保存。"))
    val progress get() = SyncProgress(say("Asking Yangqiao village committee", "正在向杨桥村村民委员会查询"), 1u, 3u)

    /** `empty`, `blood`, `old`, `future`, `hours`, `long`, `against`. */
    /** For whom one acts. */
    val father get() = Samples.of(language).father()

    fun draft(name: String) = read<DraftView>("draft-$name")

    /** `received`, `accepted`, `refused`. */
    fun receipt(name: String) = read<ReceiptView>("receipt-$name")

    /** A receipt that somebody else signed. */
    val receiptForged
        get() =
            receipt("accepted").let { receipt ->
                val finding = say("It did not pass the check: the signature does not match. Show it to Yangqiao village committee.", "核验未通过：签名不符。请拿给杨桥村村民委员会看。")
                val unknown = say("Without a valid signature nothing can be said.", "签名无效，无法判断。")
                receipt.copy(
                    text = say("This receipt is not to be believed", "这份回执不可信"),
                    checks =
                        receipt.checks.sortedBy { it.kind != ReceiptCheckKind.SIGNED }.map {
                            if (it.kind == ReceiptCheckKind.SIGNED) it.copy(state = CheckState.FAILS, finding = finding)
                            else it.copy(state = CheckState.UNKNOWN, finding = unknown)
                        },
                    says = emptyList(),
                )
            }

    /** `waits`, `received`, `accepted`, `refused`, `forged`, `cooling`, `withdrawn`. */
    fun item(name: String) = read<QueueItemView>("item-$name")

    /** The server refused it: edit, export or withdraw. */
    val itemNeedsYou
        get() =
            item("waits").copy(
                state = QueueState.NEEDS_YOU,
                text = say("Needs you: the server refused it", "需要您处理：服务器拒绝了"),
                below = say("The server refused it", "服务器拒绝了"),
                problem =
                    Problem(
                        "record-refused",
                        say("The server refused it with 400. Its words, not signed: “organiser unknown”", "服务器拒绝了（代码400）。它的说法（未签名）：“organiser unknown”"),
                        say("The record is kept on this phone, with every attempt.", "记录和每次尝试都保存在本手机。"),
                        say("Ask the authority what is missing. You can try again, export it, or withdraw it.", "请询问该机构缺少什么。您可以再试、导出或撤回。"),
                    ),
                editNote = say("It stays as it is. What you change becomes a new record.", "原来的记录保持不变，修改后会成为一条新记录。"),
                canRetry = true,
            )

    /** Everything that is the person's own, as one file. */
    val archive
        get() =
            ArchiveView(
                "standing-2026-11-29.zip",
                say("In the file: 6 records, 2 photos and 31 signed documents; about 1.4 MB.", "文件里有6条记录、2张照片和31份签名文件，大约1.4 MB。"),
            )

    /** A day has passed: it asks once more. */
    val itemConfirm
        get() =
            item("cooling").copy(
                state = QueueState.AWAITING_CONFIRMATION,
                text = say("Needs you: send it or let it go? Discarded on Tuesday 1 December 2026 if you do nothing", "需要您处理：发送还是作罢？如不处理，2026年12月1日（星期二）作废"),
                below = say("Send it or let it go? Discarded on Tuesday 1 December 2026 if you do nothing", "发送还是作罢？如不处理，2026年12月1日（星期二）作废"),
                canConfirm = true,
            )

    val itemSending
        get() =
            item("waits").copy(
                state = QueueState.SENDING,
                text = say("Sending: 2 of 3 parts sent", "正在发送：已发送2/3"),
                below = say("2 of 3 parts sent", "已发送2/3"),
                canEdit = false,
                editNote = item("forged").editNote,
                canRetry = false,
            )

    /** Every group, as on a busy day. */
    val queue
        get() =
            read<QueueView>("queue").let { queue ->
                val phone = queue.groups.first { it.kind == QueueGroupKind.ON_THIS_PHONE }
                val received = read<QueueView>("queue-received").groups.first { it.kind == QueueGroupKind.RECEIVED }
                val row = received.rows.first()
                queue.copy(
                    groups =
                        listOf(
                            group(QueueGroupKind.NEEDS_YOU, say("Needs you", "需要您处理"), row(90, itemNeedsYou, row)),
                            phone,
                            group(QueueGroupKind.SENDING, say("Sending", "正在发送"), row(91, itemSending, row)),
                            received.copy(rows = received.rows.map { it.copy(item = it.item + 40) }),
                        ) + queue.groups.filter { it.kind == QueueGroupKind.DONE },
                )
            }

    private fun group(kind: QueueGroupKind, title: String, row: QueueRow) = QueueGroup(kind, title, listOf(row))

    private fun row(n: Long, item: QueueItemView, like: QueueRow) = QueueRow(n, item.state, item.title, item.text, item.below.ifEmpty { item.text }, like.day)

    /** A thousand records that wait. */
    val queueLong
        get() =
            queue.let { queue ->
                val phone = queue.groups.first { it.kind == QueueGroupKind.ON_THIS_PHONE }
                queue.copy(groups = listOf(phone.copy(rows = List(THOUSAND) { phone.rows.first().copy(item = it.toLong()) })))
            }

    /** A rule, a form or a record that is not here any more. */
    val missing
        get() =
            Problem(
                "no-receipt",
                say("No receipt over this record has reached this phone.", "本手机还没有收到这条记录的回执。"),
                say("The record is kept, and is sent until a receipt comes.", "记录已保存，在收到回执之前会继续发送。"),
                say("Sync when there is a network.", "有网络时请同步。"),
            )

    private fun say(english: String, chinese: String) = if (language == Language.CHINESE) chinese else english

    private inline fun <reified V : Any> read(name: String): V {
        val path = "/standing/samples/${say("en", "zh-Hans")}/records/$name.json"
        val file = checkNotNull(RecordSamples::class.java.getResource(path)) { "no sample $path" }
        return ViewJson.read<V>(Json.parseToJsonElement(file.readText()))
    }

    companion object {
        private const val THOUSAND = 1_000

        fun of(language: Language) = RecordSamples(language)
    }
}

package standing.logic.samples

import java.awt.image.BufferedImage
import java.io.ByteArrayOutputStream
import java.io.File
import java.time.LocalDate
import javax.imageio.ImageIO
import kotlinx.serialization.json.Json
import org.junit.Test
import standing.core.App
import standing.core.DonationAmount
import standing.core.DraftBody
import standing.core.RecordDraft

/** Renews the samples of records: `-Dtest=CaptureRecordsTest -Dstanding.capture=android/logic/src/samples/resources/standing/samples`. */
class CaptureRecordsTest {
    private val root: String = System.getProperty("standing.capture")
    private val json = Json { prettyPrint = true }

    @Test
    fun `the samples are what the core says of records`() {
        for (language in listOf("en", "zh-Hans")) {
            Sandbox().use { sandbox ->
                // Nobody's authority answers on a port of this machine.
                val keep = { name: String, view: Any -> keep(language, name, view, sandbox.address to "credit.yangqiao.example") }
                Phone(language).use { day(it, sandbox, keep) }
            }
        }
    }

    private fun day(phone: Phone, sandbox: Sandbox, keep: (String, Any) -> Unit) {
        val village = phone.join(sandbox)
        phone.sync()
        val app = phone.app
        keep("kinds", app.recordKinds(village))
        keep("queue-empty", app.queue(village))
        keep("receipts-empty", app.receipts(village))
        drafts(app, village, keep)
        val first = app.queueRecord(village, RecordDraft(blood("ZJ33010026110042", 3), photo(), null), "").item
        val visit = app.queueRecord(village, RecordDraft(DraftBody.SelfReport("V-1", ago(2), "陪父亲就医"), null, null), "").item
        sandbox.network(on = false)
        val waits = app.queueRecord(village, RecordDraft(hours(180u), null, null), "").item
        keep("sync-offline", phone.sync())
        keep("item-waits", app.queueItem(village, waits))
        sandbox.network(on = true)
        keep("sync-done", phone.sync())
        keep("item-received", app.queueItem(village, visit))
        keep("receipt-received", app.receipt(village, visit))
        keep("queue-received", app.queue(village))
        phone.sync()
        keep("item-accepted", app.queueItem(village, first))
        keep("receipt-accepted", app.receipt(village, first))
        val again = app.queueRecord(village, RecordDraft(blood("ZJ33010026110042", 4), null, null), "").item
        phone.sync()
        phone.sync()
        keep("item-refused", app.queueItem(village, again))
        keep("receipt-refused", app.receipt(village, again))
        sandbox.control("mischief", """{"mischief": "forged_receipt"}""")
        val forged = app.queueRecord(village, RecordDraft(hours(60u), null, null), "").item
        phone.sync()
        keep("item-forged", app.queueItem(village, forged))
        val against = app.queueRecord(village, RecordDraft(DraftBody.SelfReport("R-1", ago(1), "垃圾没有分类"), null, null), "").item
        keep("item-cooling", app.queueItem(village, against))
        val mistake = app.queueRecord(village, RecordDraft(hours(30u), null, null), "").item
        app.withdrawRecord(village, mistake)
        keep("item-withdrawn", app.queueItem(village, mistake))
        keep("queue", app.queue(village))
        keep("receipts", app.receipts(village))
    }

    private fun drafts(app: App, village: String, keep: (String, Any) -> Unit) {
        fun check(body: DraftBody, photo: ByteArray? = null) = app.checkDraft(village, RecordDraft(body, photo, null))
        keep("draft-empty", check(DraftBody.BloodDonation("", "", "", DonationAmount.WholeBlood(0u))))
        keep("draft-blood", check(blood("ZJ33010026110042", 2), photo()))
        keep("draft-old", check(blood("ZJ33010026110042", 400), photo()))
        keep("draft-future", check(DraftBody.BloodDonation("", ago(-3), "杭州市血液中心", DonationAmount.WholeBlood(400u))))
        keep("draft-hours", check(hours(180u)))
        keep("draft-long", check(DraftBody.SelfReport("V-1", ago(1), "好".repeat(10_000))))
        keep("draft-against", check(DraftBody.SelfReport("R-1", "", "")))
    }

    private fun blood(code: String, days: Long) = DraftBody.BloodDonation(code, ago(days), "杭州市血液中心", DonationAmount.WholeBlood(400u))

    private fun hours(minutes: UInt) = DraftBody.Volunteering("村志愿服务队", "清理河道", ago(1), minutes)

    private fun ago(days: Long) = LocalDate.now().minusDays(days).toString()

    private fun photo(): ByteArray {
        val image = BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB)
        return ByteArrayOutputStream().also { ImageIO.write(image, "jpeg", it) }.toByteArray()
    }

    private fun keep(language: String, name: String, view: Any, host: Pair<String, String>) {
        val file = File(root, "$language/records/$name.json")
        file.parentFile.mkdirs()
        file.writeText(json.encodeToString(ViewJson.write(view)).replace(host.first, host.second) + "\n")
    }
}

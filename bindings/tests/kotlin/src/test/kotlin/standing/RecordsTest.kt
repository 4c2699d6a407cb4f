package standing

import java.awt.image.BufferedImage
import java.io.ByteArrayOutputStream
import java.time.LocalDate
import javax.imageio.ImageIO
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.ClassRule
import org.junit.Rule
import org.junit.Test
import standing.core.App
import standing.core.AppException
import standing.core.CheckState
import standing.core.DonationAmount
import standing.core.DraftBody
import standing.core.NetworkKind
import standing.core.QueueState
import standing.core.RecordDraft
import standing.core.Stopper

/** Drafts, photos and receipts keep their shape across the border. */
class RecordsTest {
    @get:Rule val phone = Phone()
    private lateinit var app: App
    private lateinit var village: String

    @Before
    fun join() = runBlocking {
        app = phone.open()
        village = app.join(sandbox.link, sandbox.code(), Stopper()).membership
        app.confirm(village, true)
        assertTrue(app.sync(NetworkKind.UNMETERED).wait().complete)
    }

    @After fun calm() = sandbox.calm()

    @Test
    fun `a record queued without a network is answered by a receipt`() = runBlocking {
        val kept = sandbox.offline { app.queueRecord(village, blood(photo = null), "") }
        assertEquals(QueueState.QUEUED, app.queueItem(village, kept.item).state)
        assertEquals(1u, app.home(village).waiting)
        assertEquals(1u, app.sync(NetworkKind.UNMETERED).wait().parts.single().sent)
        // The answer comes with the sending; what stands around it comes with the next question.
        app.sync(NetworkKind.UNMETERED).wait()
        val receipt = app.receipt(village, kept.item)
        assertTrue(receipt.checks.joinToString(), receipt.checks.all { it.state == CheckState.HOLDS })
        assertEquals(0u, app.home(village).waiting)
    }

    @Test
    fun `a photo crosses as bytes and comes back without its metadata`() {
        val photo = jpeg(width = 640, height = 480)
        val kept = app.queueRecord(village, blood(photo), "")
        val back = app.exportRecord(village, kept.item).photos.single()
        assertEquals(640 to 480, ImageIO.read(back.bytes.inputStream()).run { width to height })
        assertFalse(String(back.bytes, Charsets.ISO_8859_1).contains("Exif"))
    }

    @Test
    fun `a draft with a hole is told so, and queueing it is Invalid`() {
        val draft = RecordDraft(DraftBody.Volunteering("", "", LocalDate.now().toString(), 0u), null, null)
        assertFalse(app.checkDraft(village, draft).ready)
        val error = assertThrows(AppException.Invalid::class.java) { app.queueRecord(village, draft, "") }
        assertEquals("draft", error.code)
    }

    @Test
    fun `bytes that are no picture are a note on the photo, not a crash`() {
        val view = app.checkDraft(village, blood(photo = ByteArray(4_096) { it.toByte() }))
        assertFalse(view.ready)
    }

    private fun blood(photo: ByteArray?) = RecordDraft(
        DraftBody.BloodDonation(
            donationCode = "3301 2026 0415",
            occurredOn = LocalDate.now().minusDays(1).toString(),
            place = "杭州市血液中心",
            amount = DonationAmount.WholeBlood(400u),
        ),
        photo,
        edits = null,
    )

    private fun jpeg(width: Int, height: Int): ByteArray {
        val image = BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)
        return ByteArrayOutputStream().also { ImageIO.write(image, "jpeg", it) }.toByteArray()
    }

    companion object {
        @ClassRule @JvmField val sandbox = Sandbox()
    }
}

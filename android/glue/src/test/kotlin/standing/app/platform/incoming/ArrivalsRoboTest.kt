package standing.app.platform.incoming

import android.content.Intent
import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Color
import android.net.Uri
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.IOException
import java.io.InputStream
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.GraphicsMode
import standing.app.platform.Doors
import standing.logic.Arrival
import standing.logic.Door
import standing.logic.LOOK_UP_LIMIT
import standing.logic.PHOTO_LIMIT
import standing.logic.PhotoAnswer

@RunWith(RobolectricTestRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class ArrivalsRoboTest {
    private val phone get() = RuntimeEnvironment.getApplication()
    private val photo = Uri.parse("content://gallery.example/7")
    private val jpeg = byteArrayOf(-1, -40, -1, -32, 1, 2, 3)

    private fun arrival(intent: Intent): Arrival? = runBlocking {
        val arrivals = Arrivals(Photos(phone, Dispatchers.Unconfined))
        arrivals.take(intent)
        withTimeoutOrNull(100) { arrivals.flow.first() }
    }

    private fun view(link: String) = arrival(Intent(Intent.ACTION_VIEW, Uri.parse(link)))

    private fun text(text: CharSequence) =
        arrival(Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, text))

    private fun image(uri: Uri, type: String = "image/jpeg") =
        arrival(sending(uri, type))

    private fun sending(uri: Uri, type: String = "image/jpeg") =
        Intent(Intent.ACTION_SEND).setType(type).putExtra(Intent.EXTRA_STREAM, uri)

    private fun lies(at: Uri, stream: () -> InputStream) =
        shadowOf(phone.contentResolver).registerInputStreamSupplier(at) { stream() }

    private fun picture(format: Bitmap.CompressFormat, width: Int, height: Int, ground: Int): ByteArray {
        val bitmap = Bitmap.createBitmap(width, height, Bitmap.Config.ARGB_8888).apply { eraseColor(ground) }
        return ByteArrayOutputStream().also { bitmap.compress(format, 100, it) }.toByteArray()
    }

    @Test
    fun `a link arrives as it is, opened or sent as a text`() {
        val link = "standing:join?v=1&repo=https%3A%2F%2Fcredit.example&iss=credit.example&root=1.ABC"
        assertEquals(Arrival.Link(link), view(link))
        assertEquals(Arrival.Link(link), text("  $link\n"))
        assertEquals(Arrival.Link("standing:register?v=1"), text("Standing:register?v=1"))
    }

    @Test
    fun `a text that was chosen elsewhere is looked up, a link in it read, and a page of it called foreign`() {
        fun chosen(text: CharSequence?) = arrival(Intent(Intent.ACTION_PROCESS_TEXT).setType("text/plain").putExtra(Intent.EXTRA_PROCESS_TEXT, text))
        assertEquals(Arrival.LookUp("西湖茶业有限公司"), chosen("  西湖茶业有限公司\n"))
        assertEquals(Arrival.LookUp("91330106MA2CFLDG4R"), chosen(StringBuilder("91330106MA2CFLDG4R")))
        assertEquals(Arrival.Link("standing:register?v=1"), chosen("standing:register?v=1"))
        for (none in listOf(null, "", " \n", "长".repeat(LOOK_UP_LIMIT + 1), "x".repeat(1_000_000))) assertEquals(Arrival.Foreign, chosen(none))
        assertEquals(Arrival.Foreign, arrival(Intent(Intent.ACTION_PROCESS_TEXT).putExtra(Intent.EXTRA_PROCESS_TEXT, 7)))
    }

    @Test
    fun `a link of another app, or a sentence around one, is called foreign`() {
        for (foreign in listOf("https://credit.example/join", "weixin://dl/pay", "tel:110", "content://contacts/1")) {
            assertEquals(foreign, Arrival.Foreign, view(foreign))
        }
        assertEquals(Arrival.Foreign, text("Join here: standing:join?v=1"))
        assertEquals(Arrival.Foreign, arrival(Intent(Intent.ACTION_VIEW)))
        assertEquals(Arrival.Foreign, arrival(Intent(Intent.ACTION_SEND).setType("text/plain")))
        assertEquals(Arrival.Foreign, arrival(Intent(Intent.ACTION_SEND).setType("application/pdf")))
        assertEquals(Arrival.Foreign, arrival(Intent(Intent.ACTION_SEND_MULTIPLE).setType("image/jpeg")))
    }

    @Test
    fun `a link that no letter could hold is too large`() {
        assertEquals(Arrival.TooLarge, view("standing:" + "x".repeat(2000)))
        assertEquals(Arrival.TooLarge, text("y".repeat(100_001)))
    }

    @Test
    fun `a shared photo arrives byte for byte`() {
        lies(photo) { ByteArrayInputStream(jpeg) }
        assertArrayEquals(jpeg, (image(photo) as Arrival.Photo).jpeg)
    }

    @Test
    fun `only what another app offers is read, never a file of this phone or of ours`() {
        val own = File(phone.noBackupFilesDir, "keys").apply { writeText("secret") }
        assertEquals(Arrival.Foreign, image(Uri.fromFile(own)))
        assertEquals(Arrival.Foreign, image(Uri.parse("content://${phone.packageName}.files/keys")))
        assertEquals(Arrival.Foreign, image(Uri.parse("http://photos.example/1.jpg")))
        assertEquals(Arrival.Foreign, arrival(Intent(Intent.ACTION_SEND).setType("image/png")))
    }

    @Test
    fun `a picture of another kind becomes a photo on white`() {
        lies(photo) { ByteArrayInputStream(picture(Bitmap.CompressFormat.PNG, 60, 40, Color.TRANSPARENT)) }
        val arrived = (image(photo, "image/png") as Arrival.Photo).jpeg
        assertTrue(Photos.isJpeg(arrived))
        val shown = BitmapFactory.decodeByteArray(arrived, 0, arrived.size)
        assertEquals(60 to 40, shown.width to shown.height)
        assertEquals(Color.WHITE, shown.getPixel(30, 20))
    }

    @Test
    fun `a picture is not decoded larger than it is kept`() {
        assertEquals(listOf(1, 1, 2, 4), listOf(2048, 4095, 4096, 8192).map { Photos.sampleSize(it, 100) })
        assertEquals(8, Photos.sampleSize(100, 20_000))
    }

    @Test
    fun `a photo above the limit is read no further`() {
        var read = 0L
        lies(photo) {
            object : InputStream() {
                override fun read() = 0

                override fun read(into: ByteArray, from: Int, length: Int): Int = length.also { read += it }
            }
        }
        assertEquals(Arrival.TooLarge, image(photo))
        assertTrue("$read", read <= PHOTO_LIMIT + 128 * 1024)
    }

    @Test
    fun `what cannot be read is reported, whatever the other app throws`() {
        val throws = listOf<() -> InputStream>(
            { throw SecurityException("no right") },
            { throw IllegalStateException("a defect") },
            { ByteArrayInputStream("no picture".toByteArray()) },
            { ByteArrayInputStream(ByteArray(0)) },
            { object : InputStream() { override fun read(): Int = throw IOException("gone") } },
        )
        for (stream in throws) {
            lies(photo, stream)
            assertEquals(Arrival.Unreadable, image(photo))
        }
    }

    @Test
    fun `an app that never goes on is not waited for, and its stream is closed`() {
        val stream = Hanging()
        lies(photo) { stream }
        val photos = Photos(phone, Dispatchers.IO, patience = 50.milliseconds)
        assertEquals(PhotoAnswer.Unreadable, runBlocking { photos.read(photo) })
        assertTrue(stream.closed.await(5, TimeUnit.SECONDS))
    }

    @Test
    fun `the latest photo ends the one before it`() = runBlocking {
        val stream = Hanging()
        val next = Uri.parse("content://gallery.example/8")
        lies(photo) { stream }
        lies(next) { ByteArrayInputStream(jpeg) }
        val arrivals = Arrivals(Photos(phone, Dispatchers.IO))
        val first = launch { arrivals.take(sending(photo)) }
        assertTrue(withContext(Dispatchers.IO) { stream.begun.await(5, TimeUnit.SECONDS) })
        arrivals.take(sending(next))
        first.join()
        assertArrayEquals(jpeg, (arrivals.flow.first() as Arrival.Photo).jpeg)
        assertTrue(stream.closed.await(5, TimeUnit.SECONDS))
    }

    @Test
    fun `of a flood of arrivals only the latest waits`() = runBlocking {
        val arrivals = Arrivals(Photos(phone, Dispatchers.Unconfined))
        for (n in 1..1000) arrivals.put(Arrival.Link("standing:$n"))
        assertEquals(Arrival.Link("standing:1000"), arrivals.flow.first())
        assertNull(withTimeoutOrNull(100) { arrivals.flow.first() })
    }

    /** Begins, and gives nothing until it is closed. */
    private class Hanging : InputStream() {
        val begun = CountDownLatch(1)
        val closed = CountDownLatch(1)

        override fun read(): Int {
            begun.countDown()
            closed.await()
            throw IOException("closed")
        }

        override fun close() = closed.countDown()
    }

    @Test
    fun `the widget's ways open their places, and a plain start brings nothing`() {
        for (door in Door.entries) assertEquals(Arrival.Open(door), arrival(Doors.intent(phone, door)))
        assertNull(arrival(Intent(Intent.ACTION_MAIN).addCategory(Intent.CATEGORY_LAUNCHER)))
        assertNull(arrival(Intent("standing.app.DOOR_ERASE")))
    }

    @Test
    fun `something of an unknown class in an intent is foreign, and no end of the app`() {
        val intent = Intent(Intent.ACTION_SEND).setType("image/jpeg").putExtra(Intent.EXTRA_STREAM, "no address")
        assertEquals(Arrival.Foreign, arrival(intent))
    }
}

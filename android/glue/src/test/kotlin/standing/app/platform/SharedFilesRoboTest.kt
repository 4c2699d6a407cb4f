package standing.app.platform

import android.content.Intent
import android.net.Uri
import android.provider.OpenableColumns
import java.io.File
import java.io.FileNotFoundException
import java.io.IOException
import java.time.Duration
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowSystemClock
import standing.logic.SaveAnswer

/** What the person sends with another app: that app reads this file, and nothing else. */
@RunWith(RobolectricTestRunner::class)
@Config(application = TestApplication::class)
class SharedFilesRoboTest {
    private val app get() = RuntimeEnvironment.getApplication() as TestApplication
    private val activity by lazy { Robolectric.buildActivity(TestActivity::class.java).setup().get() }
    private val resolver get() = app.contentResolver

    @Before
    fun provider() {
        Robolectric.setupContentProvider(SharedFiles::class.java, "${app.packageName}.shared")
    }

    private fun share(question: suspend () -> SaveAnswer): SaveAnswer {
        activity
        val answer = CoroutineScope(Dispatchers.Main.immediate).async { question() }
        await("the file is offered") { answer.isCompleted }
        return runBlocking { answer.await() }
    }

    private fun offered(): Intent {
        val chooser = shadowOf(activity).nextStartedActivity
        assertEquals(Intent.ACTION_CHOOSER, chooser.action)
        return checkNotNull(chooser.getParcelableExtra(Intent.EXTRA_INTENT, Intent::class.java))
    }

    private val Intent.address get() = checkNotNull(getParcelableExtra(Intent.EXTRA_STREAM, Uri::class.java))

    private fun read(address: Uri) = checkNotNull(resolver.openInputStream(address)).use { it.readBytes() }

    @Test
    fun `a file is offered with its name and kind, to be read by whoever is chosen`() {
        val bytes = "{}".toByteArray()
        assertEquals(SaveAnswer.NONE, share { app.phone.shareFile("receipt.json", "application/json", bytes) })
        val sent = offered()
        assertEquals(Intent.ACTION_SEND to "application/json", sent.action to sent.type)
        assertEquals(Intent.FLAG_GRANT_READ_URI_PERMISSION, sent.flags and (Intent.FLAG_GRANT_READ_URI_PERMISSION or Intent.FLAG_GRANT_WRITE_URI_PERMISSION))
        assertEquals("one address is granted", sent.address, checkNotNull(sent.clipData).getItemAt(0).uri)
        assertArrayEquals(bytes, read(sent.address))
        resolver.query(sent.address, null, null, null, null).use { rows ->
            assertTrue(checkNotNull(rows).moveToFirst())
            assertEquals("receipt.json", rows.getString(rows.getColumnIndexOrThrow(OpenableColumns.DISPLAY_NAME)))
            assertEquals(2L, rows.getLong(rows.getColumnIndexOrThrow(OpenableColumns.SIZE)))
        }
    }

    @Test
    fun `nobody writes to it, or reads what lies beside it`() {
        share { app.phone.shareFile("receipt.json", "application/json", ByteArray(2)) }
        val address = offered().address
        assertThrows(SecurityException::class.java) { resolver.openFileDescriptor(address, "rw") }
        assertEquals(0, resolver.delete(address, null, null))
        val secret = File(app.cacheDir, "secret").apply { writeText("secret") }
        val base = "content://${app.packageName}.shared"
        for (path in listOf("..%2F..%2F..%2F..%2Fsecret/x", "x/..%2F..%2Fsecret", "../secret", "./.", "secret", "", "a/b/c", "a/${secret.name}")) {
            assertThrows(path, FileNotFoundException::class.java) { resolver.openFileDescriptor(Uri.parse("$base/$path"), "r") }
            assertNull(path, resolver.query(Uri.parse("$base/$path"), null, null, null, null))
        }
        assertArrayEquals(ByteArray(2), read(address))
    }

    @Test
    fun `what could not be written is not offered, and stays nowhere`() {
        val answer = share { app.phone.shareWritten("case.zip", "application/zip") { path -> false.also { File(path).writeText("half") } } }
        assertEquals(SaveAnswer.NONE, answer)
        assertNull(shadowOf(activity).nextStartedActivity)
        assertEquals(emptyList<File>(), spare())
        val full = share { runCatching { app.phone.shareWritten("case.zip", "application/zip") { throw IOException("full") } }.getOrDefault(SaveAnswer.FAILED) }
        assertEquals(SaveAnswer.FAILED, full)
        assertEquals(emptyList<File>(), spare())
    }

    @Test
    fun `one that was given goes with the next, and all with what is erased`() {
        val give = { name: String -> share { app.phone.shareWritten(name, "application/zip") { path -> true.also { File(path).writeText(name) } } } }
        give("one.zip")
        val first = offered().address
        // Two taps at once are one.
        ShadowSystemClock.advanceBy(Duration.ofSeconds(5))
        give("two.zip")
        assertEquals("two.zip", String(read(offered().address)))
        assertThrows(FileNotFoundException::class.java) { read(first) }
        app.phone.forget()
        assertEquals(emptyList<File>(), spare())
    }

    @Test
    fun `a phone without any such app says that it failed`() {
        activity
        shadowOf(app).checkActivities(true)
        assertEquals(SaveAnswer.FAILED, share { app.phone.shareFile("receipt.json", "application/json", ByteArray(2)) })
        assertFalse(spare().isEmpty())
    }

    private fun spare() = File(app.cacheDir, "spare").walk().filter { it.isFile }.toList()
}

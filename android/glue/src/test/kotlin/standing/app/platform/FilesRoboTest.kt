package standing.app.platform

import android.app.Activity
import android.content.ContentProvider
import android.content.ContentValues
import android.content.Intent
import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.os.Bundle
import android.os.Looper
import android.os.ParcelFileDescriptor
import java.io.File
import java.io.FileNotFoundException
import java.io.IOException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import standing.logic.SaveAnswer

@RunWith(RobolectricTestRunner::class)
@Config(application = TestApplication::class)
class FilesRoboTest {
    private val app get() = RuntimeEnvironment.getApplication() as TestApplication
    private val activity by lazy { Robolectric.buildActivity(TestActivity::class.java).setup().get() }
    private val uri = Uri.parse("content://${Place.AUTHORITY}/document/1")

    @Before
    fun place() {
        Place.file = File(app.cacheDir, "chosen").apply { delete() }
        Place.failure = null
        Place.isDeleted = false
        Place.isAsked = false
        Robolectric.setupContentProvider(Place::class.java, Place.AUTHORITY)
    }

    private fun save(bytes: ByteArray) = save { app.phone.saveFile("receipt.json", "application/json", bytes) }

    private fun save(question: suspend () -> SaveAnswer): SaveAnswer {
        activity
        val answer = CoroutineScope(Dispatchers.Main.immediate).async { question() }
        val asked = shadowOf(activity).nextStartedActivityForResult
        assertEquals(Intent.ACTION_CREATE_DOCUMENT, asked.intent.action)
        assertEquals("receipt.json", asked.intent.getStringExtra(Intent.EXTRA_TITLE))
        activity.onActivityResult(asked.requestCode, Activity.RESULT_OK, Intent().setData(uri))
        await("the file is written") { answer.isCompleted }
        return runBlocking { answer.await() }
    }

    @Test
    fun `a file is written whole where the person wants it`() {
        assertEquals(SaveAnswer.SAVED, save("{}".toByteArray()))
        assertArrayEquals("{}".toByteArray(), Place.file.readBytes())
    }

    private fun saveWritten(write: suspend (File) -> Boolean) = save { app.phone.saveWritten("receipt.json", "application/zip") { write(File(it)) } }

    private val spare get() = File(app.cacheDir, "spare").walk().filter { it.isFile }.toList()

    @Test
    fun `a large file is written in private, copied, and gone there`() {
        val bytes = ByteArray(300_000) { (it % 251).toByte() }
        val answer = saveWritten { file ->
            assertTrue(file.path.startsWith(app.cacheDir.path))
            file.writeBytes(bytes)
            true
        }
        assertEquals(SaveAnswer.SAVED, answer)
        assertArrayEquals(bytes, Place.file.readBytes())
        assertEquals(emptyList<File>(), spare)
    }

    @Test
    fun `the file of an ended process is cleared, and one that is being written is not`() {
        val left = File(app.cacheDir, "spare/ended/half").apply { checkNotNull(parentFile).mkdirs() }
        left.writeText("half")
        val answer = saveWritten { file ->
            file.writeText("whole")
            Files.clear(app)
            true
        }
        assertEquals(SaveAnswer.SAVED, answer)
        assertEquals("whole", Place.file.readText())
        assertFalse(left.exists())
    }

    @Test
    fun `what could not be written or copied leaves nothing behind`() {
        Place.file.writeText("")
        assertEquals(SaveAnswer.NONE, saveWritten { file -> false.also { file.writeText("half") } })
        assertTrue(Place.isDeleted)
        assertEquals(emptyList<File>(), spare)
        Place.failure = FileNotFoundException("open failed: ENOSPC (No space left on device)")
        assertEquals(SaveAnswer.NO_SPACE, saveWritten { file -> true.also { file.writeText("whole") } })
        assertEquals(emptyList<File>(), spare)
    }

    @Test
    fun `a full disk is reported, and no half file stays`() {
        Place.failure = FileNotFoundException("open failed: ENOSPC (No space left on device)")
        assertEquals(SaveAnswer.NO_SPACE, save("{}".toByteArray()))
        assertTrue(Place.isDeleted)
    }

    @Test
    fun `a file that the person had before is not taken away with what could not be written`() {
        Place.file.writeText("of the person")
        Place.failure = FileNotFoundException("gone")
        assertEquals(SaveAnswer.FAILED, save("{}".toByteArray()))
        assertFalse(Place.isDeleted)
    }

    @Test
    fun `a file with something in it stays when a process ended meanwhile`() {
        Place.file.writeText("of the person")
        activity.onActivityResult(Question.FILE.ordinal, Activity.RESULT_OK, Intent().setData(uri))
        await("it was looked at") { Place.isAsked }
        repeat(20) { shadowOf(Looper.getMainLooper()).idle(); Thread.sleep(5) }
        assertFalse(Place.isDeleted)
    }

    @Test
    fun `a place that fails is reported, whatever it throws`() {
        for (failure in listOf(FileNotFoundException("gone"), SecurityException("no"))) {
            Place.failure = failure
            assertEquals(SaveAnswer.FAILED, save("{}".toByteArray()))
        }
    }

    @Test
    fun `an empty file that an ended process leaves behind is taken away`() {
        Place.file.writeText("")
        activity.onActivityResult(Question.FILE.ordinal, Activity.RESULT_OK, Intent().setData(uri))
        await("it is gone") { Place.isDeleted }
        assertFalse(Place.file.exists())
    }

    /** A place for files, such as another app offers. */
    class Place : ContentProvider() {
        override fun onCreate() = true

        override fun openFile(uri: Uri, mode: String): ParcelFileDescriptor {
            when (val failure = failure) {
                is RuntimeException -> throw failure
                is IOException -> throw failure
            }
            return ParcelFileDescriptor.open(file, ParcelFileDescriptor.parseMode(mode))
        }

        override fun call(method: String, arg: String?, extras: Bundle?): Bundle? {
            if (method == "android:deleteDocument") {
                isDeleted = true
                file.delete()
            }
            return null
        }

        override fun getType(uri: Uri) = "application/json"

        override fun query(uri: Uri, p1: Array<out String>?, p2: String?, p3: Array<out String>?, p4: String?): Cursor {
            isAsked = true
            return MatrixCursor(arrayOf("_size")).apply { addRow(arrayOf(file.length())) }
        }

        override fun insert(uri: Uri, values: ContentValues?): Uri? = null

        override fun delete(uri: Uri, selection: String?, selectionArgs: Array<out String>?) = 0

        override fun update(uri: Uri, values: ContentValues?, selection: String?, selectionArgs: Array<out String>?) = 0

        companion object {
            const val AUTHORITY = "files.example"
            lateinit var file: File
            var failure: Exception? = null
            var isDeleted = false

            @Volatile
            var isAsked = false
        }
    }
}

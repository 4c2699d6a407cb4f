package standing

import java.io.RandomAccessFile
import org.junit.Assert.assertEquals
import org.junit.Assert.assertThrows
import org.junit.Rule
import org.junit.Test
import standing.core.AppException

/** What Kotlin sees of each kind of error: the class, the four fields, and the line for a log. */
class ErrorTest {
    @get:Rule val phone = Phone()

    @Test
    fun `a folder that is open already is Storage`() {
        phone.open()
        val error = assertThrows(AppException.Storage::class.java) { phone.open() }
        assertEquals("storage-in-use", error.code)
        assertEquals("Another copy of Standing has this folder open.", error.happened)
        assertEquals("Nothing was changed.", error.safe)
        assertEquals("Close the other copy, then open this one again.", error.todo)
        assertEquals(
            "storage-in-use: Another copy of Standing has this folder open. Nothing was changed. " +
                "Close the other copy, then open this one again.",
            error.toString(),
        )
    }

    @Test
    fun `a folder of a newer version is TooNew, and stays as it is`() {
        phone.open().close()
        val database = phone.folder.resolve("resident.db").toFile()
        RandomAccessFile(database, "rw").use {
            it.seek(60) // SQLite keeps `user_version` here, four bytes, the highest first.
            it.writeInt(30_000)
        }
        val before = database.readBytes()
        val error = assertThrows(AppException.TooNew::class.java) { phone.open() }
        assertEquals("storage-newer", error.code)
        assertEquals("Update the app.", error.todo)
        assertEquals(before.toList(), database.readBytes().toList())
    }

    @Test
    fun `an error speaks the person's language`() {
        phone.open("zh-Hans-CN")
        val error = assertThrows(AppException.Storage::class.java) { phone.open("zh-Hans-CN") }
        assertEquals("storage-in-use", error.code)
        assertEquals("没有改变任何内容。", error.safe)
    }
}

package standing

import java.io.RandomAccessFile
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertThrows
import org.junit.ClassRule
import org.junit.Rule
import org.junit.Test
import standing.core.AppException

/** What Kotlin sees of each kind of error: the class, the four fields, and the line for a log. */
class ErrorTest {
    @get:Rule val phone = Phone()

    @After fun calm() = sandbox.calm()

    @Test
    fun `an authority that cannot be reached is Unreachable`() {
        val (app, code) = phone.open() to sandbox.code()
        val error = sandbox.offline { thrown<AppException.Unreachable> { app.join(sandbox.link, code) } }
        assertEquals("unreachable", error.code)
        assertEquals("Could not reach ${sandbox.address}.", error.happened)
        assertEquals("Nothing is lost: everything stays on this phone.", error.safe)
        assertEquals("Try again when there is a network.", error.todo)
    }

    @Test
    fun `a code of somebody else's is Refused`() {
        val error = thrown<AppException.Refused> { phone.open().join(sandbox.link, "AAAA BBBB CCCC DDDD") }
        assertEquals("code-unknown", error.code)
        assertEquals("Compare the code with the letter, or ask for a new one.", error.todo)
    }

    @Test
    fun `another root than the link names is Untrusted`() {
        val foreign = sandbox.register.replace("standing:register", "standing:join").substringAfter("root=")
        val link = sandbox.link.replaceAfter("root=", foreign.substringBefore('&') + sandbox.link.afterRoot())
        val error = thrown<AppException.Untrusted> { phone.open().join(link, sandbox.code()) }
        assertEquals("root-mismatch", error.code)
        assertEquals("Nothing about you was sent.", error.safe)
    }

    @Test
    fun `every kind of error explains itself in the same way`() {
        val error: AppException = assertThrows(AppException::class.java) { phone.open().readLink("") }
        assertEquals("link-foreign", error.problem().code)
        assertEquals((error as AppException.Invalid).todo, error.problem().todo)
    }

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
    fun `a link of a later version is TooNew`() {
        val error = assertThrows(AppException.TooNew::class.java) { phone.open().readLink("standing:join?v=2") }
        assertEquals("link-version", error.code)
    }

    @Test
    fun `a text that is no link is Invalid`() {
        val error = assertThrows(AppException.Invalid::class.java) { phone.open().readLink("https://example.org") }
        assertEquals("link-foreign", error.code)
        assertEquals("Nothing was opened and nothing was sent.", error.safe)
    }

    @Test
    fun `a membership that does not exist is NotFound`() {
        val app = phone.open()
        for (id in listOf("", "nobody", "a\u0000b", "明".repeat(9_000))) {
            val error = assertThrows(AppException.NotFound::class.java) { app.home(id) }
            assertEquals("no-membership", error.code)
        }
    }

    @Test
    fun `an error speaks the person's language`() {
        phone.open("zh-Hans-CN")
        val error = assertThrows(AppException.Storage::class.java) { phone.open("zh-Hans-CN") }
        assertEquals("storage-in-use", error.code)
        assertEquals("没有改变任何内容。", error.safe)
    }

    private inline fun <reified E : AppException> thrown(crossinline act: suspend () -> Unit): E =
        assertThrows(E::class.java) { runBlocking { act() } }

    private fun String.afterRoot() = substringAfter("root=").dropWhile { it != '&' }

    companion object {
        @ClassRule @JvmField val sandbox = Sandbox()
    }
}

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
import standing.core.Problem
import standing.core.SecretException
import standing.core.SecretStore
import standing.core.Stopper

/** What Kotlin sees of each kind of error: the class, its fields, and the line for a log. */
class ErrorTest {
    @get:Rule val phone = Phone()

    @After fun calm() = sandbox.calm()

    @Test
    fun `a text that is no link is Invalid`() {
        val error = thrown<AppException.Invalid> { phone.open().readLink("https://example.org") }
        pinned(
            error, Problem(error.code, error.happened, error.safe, error.todo),
            "link-foreign",
            "This is not a Standing link.",
            "Nothing was opened and nothing was sent.",
            "Scan the code on the authority’s letter again, or type the link that begins with “standing:”.",
        )
    }

    @Test
    fun `a membership that does not exist is NotFound`() {
        val app = phone.open()
        for (id in listOf("", "nobody", "a\u0000b", "明".repeat(9_000))) {
            val error = thrown<AppException.NotFound> { app.home(id) }
            pinned(
                error, Problem(error.code, error.happened, error.safe, error.todo),
                "no-membership",
                "There is no such connection on this phone.",
                "What is on this phone is unchanged.",
                "Go back to Home and choose one that is there.",
            )
        }
    }

    @Test
    fun `an authority that cannot be reached is Unreachable`() {
        val (app, code) = phone.open() to sandbox.code()
        val error = sandbox.offline { thrown<AppException.Unreachable> { app.join(sandbox.link, code, Stopper()) } }
        pinned(
            error, Problem(error.code, error.happened, error.safe, error.todo),
            "unreachable",
            "Could not reach ${sandbox.address}.",
            "What is on this phone is unchanged.",
            "Try again when there is a network.",
        )
    }

    @Test
    fun `another root than the link names is Untrusted`() {
        val link = sandbox.link.replace(root(sandbox.link), root(sandbox.register))
        val error = thrown<AppException.Untrusted> { phone.open().join(link, sandbox.code(), Stopper()) }
        pinned(
            error, Problem(error.code, error.happened, error.safe, error.todo),
            "root-mismatch",
            "The server at this address is not the one that your letter names.",
            "Nothing from this server was used.",
            "Do not go on. Ask the authority in person whether its letter is genuine.",
        )
    }

    @Test
    fun `a code that the authority does not know is Refused`() {
        val error = thrown<AppException.Refused> { phone.open().join(sandbox.link, "AAAA BBBB CCCC DDDD P", Stopper()) }
        pinned(
            error, Problem(error.code, error.happened, error.safe, error.todo),
            "code-unknown",
            "The other side does not know this code.",
            "The code stayed on this phone. Only a new key and a proof that you know the code were sent.",
            "Compare the code with the letter, or ask for a new one.",
        )
    }

    @Test
    fun `a folder that is open already is Storage`() {
        phone.open()
        val error = thrown<AppException.Storage> { phone.open() }
        pinned(
            error, Problem(error.code, error.happened, error.safe, error.todo),
            "storage-in-use",
            "Standing is already open.",
            "Nothing was changed.",
            "Close the other copy, then open this one again.",
        )
    }

    @Test
    fun `a locked key store is KeyUnavailable`() {
        val locked = object : SecretStore by phone.secrets {
            override fun load(name: String): ByteArray? = throw SecretException.Locked()
        }
        val error = thrown<AppException.KeyUnavailable> { phone.open(secrets = locked) }
        pinned(
            error, Problem(error.code, error.happened, error.safe, error.todo),
            "key-unavailable",
            "The phone is locked, so Standing cannot open your data.",
            "Your data is encrypted and unchanged.",
            "Unlock the phone, then open Standing again.",
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
        val error = thrown<AppException.TooNew> { phone.open() }
        pinned(
            error, Problem(error.code, error.happened, error.safe, error.todo),
            "storage-newer",
            "The data on this phone was written by a newer version of Standing.",
            "Nothing in it was changed.",
            "Update Standing.",
        )
        assertEquals(before.toList(), database.readBytes().toList())
    }

    @Test
    fun `an error speaks the person's language`() {
        phone.open("zh-Hans-CN")
        val error = thrown<AppException.Storage> { phone.open("zh-Hans-CN") }
        assertEquals("storage-in-use", error.code)
        assertEquals("没有改变任何内容。", error.safe)
    }

    private fun pinned(error: AppException, fields: Problem, vararg words: String) {
        assertEquals(words.toList(), listOf(fields.code, fields.happened, fields.safe, fields.todo))
        assertEquals("the same for every kind", fields, error.problem())
        assertEquals("${words[0]}: ${words.drop(1).joinToString(" ")}", error.toString())
    }

    private inline fun <reified E : AppException> thrown(crossinline act: suspend () -> Unit): E =
        assertThrows(E::class.java) { runBlocking { act() } }

    private fun root(link: String) = link.substringAfter("root=").substringBefore('&')

    companion object {
        @ClassRule @JvmField val sandbox = Sandbox()
    }
}

package standing.app.platform

import android.app.LocaleManager
import android.os.LocaleList
import android.os.Looper
import java.io.File
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotSame
import org.junit.Assert.assertSame
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import standing.app.platform.keys.KeystoreSecrets
import standing.core.App
import standing.core.AppException
import standing.core.Language
import standing.logic.samples.FakeCore

/** The real core, behind the phone's own key store. */
@RunWith(RobolectricTestRunner::class)
class OpeningRoboTest {
    @get:Rule val hardware = FakeAndroidKeyStore()
    private val phone get() = RuntimeEnvironment.getApplication()

    private fun open(opening: Opening = Opening(phone)): Opened = runBlocking { opening.core() }

    /** As the system ends a process: the core is let go without a word. */
    private fun Opened.end() = ((this as Opened.Ready).core as App).close()

    @Test
    fun `the core opens with keys of this phone, and again after the process has ended`() {
        val opened = open()
        val core = (opened as Opened.Ready).core
        core.setSettings(core.settings().copy(language = Language.CHINESE, elderMode = true))
        assertEquals(setOf("generation", "read", "send"), File(phone.noBackupFilesDir, "keys").list()?.toSet())
        opened.end()
        val again = open()
        assertTrue((again as Opened.Ready).core.settings().elderMode)
        again.end()
    }

    @Test
    fun `whoever asks first opens it, and the others get the same`() {
        val opening = Opening(phone)
        val first = open(opening) as Opened.Ready
        assertSame(first.core, (open(opening) as Opened.Ready).core)
        assertSame(first.core, opening.ready)
        first.end()
    }

    @Test
    fun `a key that is gone is reported, not taken for a locked phone, and one can start over`() {
        open().end()
        FakeAndroidKeyStore.keys.clear()
        val opening = Opening(phone)
        assertEquals(Opened.KeyLost, open(opening))
        runBlocking { opening.eraseAll() }
        val again = open(opening)
        assertTrue(again is Opened.Ready)
        again.end()
    }

    @Test
    fun `keys that do not fit what is kept here are reported as lost, and one can start over`() {
        open().end()
        assertTrue(File(phone.noBackupFilesDir, "keys/send").delete())
        val opening = Opening(phone)
        assertEquals(Opened.KeyLost, open(opening))
        runBlocking { opening.eraseAll() }
        val again = open(opening)
        assertTrue(again is Opened.Ready)
        again.end()
    }

    @Test
    fun `a damaged counter does not throw the papers away`() {
        open().end()
        val counter = File(phone.noBackupFilesDir, "keys/generation")
        counter.writeBytes(counter.readBytes().also { it[20] = (it[20] + 1).toByte() })
        val opened = open()
        assertTrue("$opened", opened is Opened.Ready)
        opened.end()
    }

    @Test
    fun `a key store that fails for a moment is asked again`() {
        open().end()
        val opening = Opening(phone)
        FakeAndroidKeyStore.failure = java.security.ProviderException("busy")
        val refused = open(opening)
        assertEquals("key-unavailable", (refused as Opened.Refused).problem.code)
        FakeAndroidKeyStore.failure = null
        val opened = open(opening)
        assertTrue(opened is Opened.Ready)
        opened.end()
    }

    @Test
    fun `a library that does not fit is explained once and for all`() {
        var attempts = 0
        val opening = Opening(phone, KeystoreSecrets(phone)) { _, _, _ ->
            attempts++
            throw ExceptionInInitializerError(RuntimeException("UniFFI API checksum mismatch: try cleaning"))
        }
        assertEquals(Opened.LibraryOther, open(opening))
        assertEquals(Opened.LibraryOther, open(opening))
        assertEquals(1, attempts)
    }

    @Test
    fun `the core lies where no backup reads, and speaks the phone's language`() {
        var asked = ""
        val opening = Opening(phone, KeystoreSecrets(phone)) { folder, locale, _ ->
            assertNotSame("away from the main thread", Looper.getMainLooper().thread, Thread.currentThread())
            asked = "${File(folder).parentFile} $locale"
            FakeCore()
        }
        open(opening)
        assertEquals("${phone.noBackupFilesDir} en-US", asked)
    }

    @Test
    fun `a language that cannot be kept does not keep the app shut`() {
        phone.system<LocaleManager>().applicationLocales = LocaleList.forLanguageTags("zh-Hans")
        val core = FakeCore().apply { settings = { throw AppException.Storage("disk-full", "", "", "") } }
        assertSame(core, (open(Opening(phone, KeystoreSecrets(phone)) { _, _, _ -> core }) as Opened.Ready).core)
    }

    @Test
    fun `a disk that is full is the core's own explanation`() {
        val refused = AppException.Storage("disk-full", "The phone is full.", "What is on this phone is unchanged.", "Make room.")
        val opening = Opening(phone, KeystoreSecrets(phone)) { _, _, _ -> throw refused }
        assertEquals(Opened.Refused(refused.problem()), open(opening))
    }
}

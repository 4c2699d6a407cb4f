package standing

import com.sun.jna.Native
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import standing.core.AppException
import standing.core.SecretException
import standing.core.SecretStore

/** The key store is Kotlin's: what it says, and how it fails, reaches the core as it is. */
class SecretStoreTest {
    @get:Rule val phone = Phone()

    /** JNA would write what it swallows to the log of the test. */
    @Before fun quiet() = Native.setCallbackExceptionHandler { _, _ -> }

    @Test
    fun `the same keys open the folder again`() {
        phone.open().close()
        val keys = phone.secrets.kept.filterKeys { it in setOf("send", "read") }
        assertEquals(setOf("send", "read"), keys.keys)
        assertTrue(keys.values.all { it.size == 32 })
        phone.open().close()
        for ((name, bytes) in keys) assertTrue(name, bytes.contentEquals(phone.secrets.kept[name]))
    }

    @Test
    fun `a locked key store is an error that says what to do`() {
        val error = refusal { throw SecretException.Locked() }
        assertEquals("key-unavailable", error.code)
        assertEquals("Unlock the phone, then open Standing again.", error.todo)
    }

    @Test
    fun `an exception that the port does not declare is a failed key store`() {
        assertEquals("key-unavailable", refusal { throw IllegalStateException("secret text") }.code)
    }

    @Test
    fun `what the key store throws is repeated to nobody`() {
        val error = refusal { throw IllegalStateException("secret text") }
        assertFalse(error.toString().contains("secret text"))
    }

    /** JNA passes on no `Error`; an answer that was never written must not be taken for a key. */
    @Test
    fun `an error of the virtual machine is a failed key store`() {
        assertEquals("key-unavailable", refusal { throw AssertionError("secret text") }.code)
    }

    @Test
    fun `a key store that keeps nothing is a failed key store`() {
        val forgetful = object : SecretStore by phone.secrets {
            override fun store(name: String, bytes: ByteArray) = throw AssertionError("secret text")
        }
        val error = assertThrows(AppException.KeyUnavailable::class.java) { phone.open(secrets = forgetful) }
        assertEquals("key-unavailable", error.code)
        assertTrue(phone.secrets.kept.isEmpty())
    }

    @Test
    fun `a key store that fails once does no harm`() {
        phone.open().close()
        refusal { throw SecretException.Failed() }
        phone.open().close()
    }

    @Test
    fun `the other copy of a key is no key`() {
        phone.open().close()
        phone.secrets.kept["read"] = ByteArray(32)
        val error = assertThrows(AppException.KeyUnavailable::class.java) { phone.open() }
        assertEquals("key-wrong", error.code)
    }

    private fun refusal(load: () -> Nothing): AppException.KeyUnavailable {
        val broken = object : SecretStore by phone.secrets {
            override fun load(name: String): ByteArray? = load()
        }
        return assertThrows(AppException.KeyUnavailable::class.java) { phone.open(secrets = broken) }
    }
}

package standing

import org.junit.Assert.assertEquals
import org.junit.Assert.assertThrows
import org.junit.Rule
import org.junit.Test
import standing.core.InternalException
import standing.core.RustBuffer

/** A library that panics must not take the app with it. */
class PanicTest {
    @get:Rule val phone = Phone()

    /** No use case panics on purpose, but UniFFI's own buffers do when asked for the impossible. */
    @Test
    fun `a panic is an exception, and the library works on`() {
        val error = assertThrows(InternalException::class.java) { RustBuffer.alloc(ULong.MAX_VALUE) }
        assertEquals("capacity overflow", error.message)
        phone.open().close()
    }
}

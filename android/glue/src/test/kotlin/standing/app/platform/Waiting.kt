package standing.app.platform

import android.os.Looper
import org.junit.Assert.assertTrue
import org.robolectric.Shadows.shadowOf

/** Lets the main thread work, while others do, until something holds. */
fun await(what: String, holds: () -> Boolean) {
    val end = System.nanoTime() + 10_000_000_000
    while (!holds() && System.nanoTime() < end) {
        shadowOf(Looper.getMainLooper()).idle()
        Thread.sleep(5)
    }
    shadowOf(Looper.getMainLooper()).idle()
    assertTrue(what, holds())
}

package standing.app.desktop

import javax.swing.SwingUtilities

/** Does something on the thread of the windows, and waits for what comes of it. Not for that thread itself. */
fun <T> onWindowThread(act: () -> T): T {
    var done: Result<T>? = null
    SwingUtilities.invokeAndWait { done = runCatching(act) }
    return checkNotNull(done).getOrThrow()
}

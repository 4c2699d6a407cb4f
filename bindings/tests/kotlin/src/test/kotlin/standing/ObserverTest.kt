package standing

import com.sun.jna.Native
import java.lang.ref.WeakReference
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit.SECONDS
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import standing.core.App
import standing.core.AppException
import standing.core.NetworkKind
import standing.core.Observer
import standing.core.SyncProgress
import standing.core.SyncView

/** News comes from the core's own threads, and an observer that fails harms only itself. */
class ObserverTest {
    @get:Rule val phone = Phone()

    /** JNA would write what it swallows to the log of the test. */
    @Before fun quiet() = Native.setCallbackExceptionHandler { _, _ -> }

    @Test
    fun `news comes from another thread`() = runBlocking {
        val (app, ear) = phone.open() to Ear()
        app.observe(ear).use {
            val view = app.sync(NetworkKind.UNMETERED).wait()
            assertTrue(ear.ended.await(5, SECONDS))
            assertEquals(listOf(view), ear.done.toList())
            assertTrue(ear.progress.isNotEmpty())
            assertNotEquals(emptySet<Thread>(), ear.threads)
            assertTrue(Thread.currentThread() !in ear.threads)
        }
    }

    @Test
    fun `an observer that throws stops neither the sync nor the others`() = runBlocking {
        val (app, ear) = phone.open() to Ear()
        val failures = listOf(IllegalStateException("exception"), AssertionError("error"))
        val broken = failures.map { app.observe(Broken(it)) }
        val whole = app.observe(ear)
        assertTrue(app.sync(NetworkKind.UNMETERED).wait().complete)
        assertTrue(ear.ended.await(5, SECONDS))
        (broken + whole).forEach { it.close() }
    }

    @Test
    fun `a subscription that is cancelled hears nothing more`() = runBlocking {
        val (app, first, second) = Triple(phone.open(), Ear(), Ear())
        app.observe(first).cancel()
        val whole = app.observe(second)
        app.sync(NetworkKind.UNMETERED).wait()
        assertTrue(second.ended.await(5, SECONDS))
        assertEquals(0, first.progress.size + first.done.size)
        whole.close()
    }

    @Test
    fun `everyone who asks for a sync waits for the same one`() = runBlocking {
        val app = phone.open()
        val views = (1..8).map { async { app.sync(NetworkKind.UNMETERED).wait() } }.awaitAll()
        assertTrue(views.all { it.complete })
    }

    /** An observer usually holds the app that it hears of. Neither may keep the other alive. */
    @Test
    fun `an app and its observer let each other go`() {
        val observer = forgotten()
        val opened = (1..100).firstNotNullOfOrNull {
            System.gc()
            Thread.sleep(50)
            runCatching { phone.open() }.getOrNull()
        }
        assertTrue("the folder is free again", opened != null)
        assertNull(observer.get())
    }

    private fun forgotten(): WeakReference<Observer> {
        val app = App.open(phone.folder.toString(), "en", phone.secrets)
        val observer = object : Ear() {
            val holds = app
        }
        app.observe(observer)
        return WeakReference(observer)
    }
}

/** Keeps what it hears. */
open class Ear : Observer {
    val progress = ConcurrentLinkedQueue<SyncProgress>()
    val done = ConcurrentLinkedQueue<SyncView>()
    val failed = ConcurrentLinkedQueue<AppException>()
    val threads: MutableSet<Thread> = java.util.concurrent.ConcurrentHashMap.newKeySet()
    val ended = CountDownLatch(1)

    override fun onProgress(progress: SyncProgress) {
        threads += Thread.currentThread()
        this.progress += progress
    }

    override fun onDone(view: SyncView) {
        done += view
        ended.countDown()
    }

    override fun onFailed(error: AppException) {
        failed += error
        ended.countDown()
    }
}

/** Throws whatever it is told. */
class Broken(private val failure: Throwable) : Observer {
    override fun onProgress(progress: SyncProgress) = throw failure
    override fun onDone(view: SyncView) = throw failure
    override fun onFailed(error: AppException) = throw failure
}

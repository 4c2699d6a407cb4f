package standing.logic

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.LockAfter
import standing.logic.fake.FakeScreenLock

class AppLockTest {
    private val phone = FakeScreenLock()
    private val scope = CoroutineScope(Dispatchers.Unconfined)
    private val lock = AppLock(phone, scope) { "Unlock" }
    private val isLocked get() = lock.state.value is LockState.Locked

    private fun away(milliseconds: Long) {
        lock.left()
        phone.now += milliseconds
        lock.returned()
    }

    private fun open(setting: LockAfter?) {
        lock.know(setting)
        lock.unlock()
        assertEquals(LockState.Open, lock.state.value)
    }

    @Test
    fun `when the owner is asked for`() {
        val table = listOf(
            Triple(null, 0L, false), Triple(null, Long.MAX_VALUE, false),
            Triple(LockAfter.AT_ONCE, -1L, false), Triple(LockAfter.AT_ONCE, 0L, true),
            Triple(LockAfter.ONE_MINUTE, 59_999L, false), Triple(LockAfter.ONE_MINUTE, 60_000L, true),
            Triple(LockAfter.FIVE_MINUTES, 299_999L, false), Triple(LockAfter.FIVE_MINUTES, 300_000L, true),
        )
        for ((setting, time, expected) in table) assertEquals("$setting after $time", expected, setting.asksAfter(time))
    }

    @Test
    fun `a start shows nothing before the settings are read, and is locked by each setting but off`() {
        for (setting in LockAfter.entries + null) {
            val lock = AppLock(phone, scope) { "" }
            assertEquals(LockState.Unknown, lock.state.value)
            lock.know(setting)
            assertEquals(if (setting == null) LockState.Open else LockState.Locked(), lock.state.value)
        }
    }

    @Test
    fun `only the owner opens it, and every other answer is kept to be read`() {
        lock.know(LockAfter.FIVE_MINUTES)
        for (answer in Confirmation.entries - Confirmation.CONFIRMED) {
            phone.answer = { answer }
            lock.unlock()
            assertEquals(LockState.Locked(answer = answer), lock.state.value)
            away(0)
            assertTrue(isLocked)
        }
        phone.answer = { Confirmation.CONFIRMED }
        lock.unlock()
        assertEquals(LockState.Open, lock.state.value)
    }

    @Test
    fun `a time away locks by the setting as it is now`() {
        open(LockAfter.ONE_MINUTE)
        away(59_999)
        assertEquals(LockState.Open, lock.state.value)
        lock.know(LockAfter.AT_ONCE)
        away(0)
        assertTrue(isLocked)
    }

    @Test
    fun `turning it off while open locks no more`() {
        open(LockAfter.AT_ONCE)
        lock.know(null)
        away(1_000_000)
        assertEquals(LockState.Open, lock.state.value)
    }

    @Test
    fun `a second tap asks nothing more`() {
        lock.know(LockAfter.AT_ONCE)
        val answer = CompletableDeferred<Confirmation>()
        phone.answer = { answer.await() }
        lock.unlock()
        lock.unlock()
        assertEquals(listOf("Unlock"), phone.titles)
        answer.complete(Confirmation.CONFIRMED)
        assertEquals(LockState.Open, lock.state.value)
    }

    @Test
    fun `the phone's own page over the app is no absence, unless the person turned away there`() {
        open(LockAfter.AT_ONCE)
        for ((given, locked) in listOf(Confirmation.CONFIRMED to false, Confirmation.CANCELLED to true)) {
            for (answersFirst in listOf(true, false)) {
                if (isLocked) {
                    phone.answer = { Confirmation.CONFIRMED }
                    lock.unlock()
                }
                val answer = CompletableDeferred<Confirmation>()
                phone.answer = { answer.await() }
                scope.launch { lock.confirm("Change") }
                lock.left()
                if (answersFirst) answer.complete(given)
                lock.returned()
                if (!answersFirst) answer.complete(given)
                assertEquals("$given, first: $answersFirst", locked, isLocked)
            }
        }
    }
}

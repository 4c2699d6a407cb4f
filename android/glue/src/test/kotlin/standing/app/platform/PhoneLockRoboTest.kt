package standing.app.platform

import android.app.Activity
import android.app.KeyguardManager
import android.hardware.biometrics.BiometricManager.Authenticators.BIOMETRIC_WEAK
import android.hardware.biometrics.BiometricManager.Authenticators.DEVICE_CREDENTIAL
import android.hardware.biometrics.BiometricPrompt
import android.os.CancellationSignal
import java.util.concurrent.Executor
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.annotation.RealObject
import standing.logic.Confirmation

/** The phone's own lock, by the system's prompt; before Android 11 by the system's page. */
@RunWith(RobolectricTestRunner::class)
@Config(application = TestApplication::class, shadows = [FakePrompt::class])
class PhoneLockRoboTest {
    private val app get() = RuntimeEnvironment.getApplication() as TestApplication
    private val lock get() = app.phone.screenLock
    private val activity by lazy { Robolectric.buildActivity(TestActivity::class.java).setup().get() }

    @After
    fun forget() = FakePrompt.forget()

    private fun secure(isSecure: Boolean) = shadowOf(app.getSystemService(KeyguardManager::class.java)).setIsDeviceSecure(isSecure)

    private fun asked(): Deferred<Confirmation> = CoroutineScope(Dispatchers.Main.immediate).async { lock.confirm("Unlock Standing") }

    private fun <T> Deferred<T>.answer(): T {
        await("an answer") { isCompleted }
        return runBlocking { this@answer.await() }
    }

    @Test
    fun `a phone without a lock says so, and shows no prompt`() {
        secure(false)
        activity
        assertFalse(lock.isSet())
        assertEquals(Confirmation.NO_SCREEN_LOCK, asked().answer())
        assertEquals(null, FakePrompt.heard)
    }

    @Test
    fun `without a screen nobody is asked, and nothing opens`() {
        secure(true)
        assertTrue(lock.isSet())
        assertEquals(Confirmation.CANCELLED, asked().answer())
        assertEquals(null, FakePrompt.heard)
    }

    @Test
    fun `the prompt says what for, and takes a finger, a face or the code`() {
        secure(true)
        activity
        val waiting = asked()
        val prompt = checkNotNull(FakePrompt.shown)
        assertEquals("Unlock Standing", prompt.title)
        assertEquals(BIOMETRIC_WEAK or DEVICE_CREDENTIAL, prompt.allowedAuthenticators)
        // A finger that does not fit ends nothing.
        FakePrompt.heard!!.onAuthenticationFailed()
        assertFalse(waiting.isCompleted)
        FakePrompt.heard!!.onAuthenticationSucceeded(null)
        assertEquals(Confirmation.CONFIRMED, waiting.answer())
    }

    @Test
    fun `each end of the prompt but a yes is told apart, and none is a yes`() {
        secure(true)
        activity
        val ends = mapOf(
            BiometricPrompt.BIOMETRIC_ERROR_USER_CANCELED to Confirmation.CANCELLED,
            BiometricPrompt.BIOMETRIC_ERROR_CANCELED to Confirmation.CANCELLED,
            BiometricPrompt.BIOMETRIC_ERROR_LOCKOUT to Confirmation.TOO_OFTEN,
            BiometricPrompt.BIOMETRIC_ERROR_LOCKOUT_PERMANENT to Confirmation.TOO_OFTEN,
            BiometricPrompt.BIOMETRIC_ERROR_NO_DEVICE_CREDENTIAL to Confirmation.NO_SCREEN_LOCK,
            BiometricPrompt.BIOMETRIC_ERROR_HW_UNAVAILABLE to Confirmation.FAILED,
            BiometricPrompt.BIOMETRIC_ERROR_TIMEOUT to Confirmation.FAILED,
        )
        for ((code, expected) in ends) {
            val waiting = asked()
            FakePrompt.heard!!.onAuthenticationError(code, "")
            // What comes after the end counts for nothing.
            FakePrompt.heard!!.onAuthenticationSucceeded(null)
            assertEquals("$code", expected, waiting.answer())
        }
    }

    @Test
    fun `who stops asking takes the prompt away`() {
        secure(true)
        activity
        val waiting = asked()
        assertFalse(FakePrompt.signal!!.isCanceled)
        waiting.cancel()
        await("it is gone") { FakePrompt.signal!!.isCanceled }
    }

    @Test
    @Config(sdk = [OLD])
    fun `before Android 11 the phone's own page is asked, and only its yes is one`() {
        secure(true)
        for ((result, expected) in listOf(Activity.RESULT_OK to Confirmation.CONFIRMED, Activity.RESULT_CANCELED to Confirmation.CANCELLED)) {
            activity
            val waiting = asked()
            val started = checkNotNull(shadowOf(activity).nextStartedActivityForResult)
            activity.onActivityResult(started.requestCode, result, null)
            assertEquals(expected, waiting.answer())
        }
    }
}

/** The system's prompt: it is not drawn, and ends as the test says. */
@Implements(value = BiometricPrompt::class, minSdk = 28)
class FakePrompt {
    @RealObject
    private lateinit var prompt: BiometricPrompt

    @Implementation
    protected fun authenticate(cancel: CancellationSignal, executor: Executor, callback: BiometricPrompt.AuthenticationCallback) {
        shown = prompt
        signal = cancel
        heard = callback
    }

    companion object {
        var shown: BiometricPrompt? = null
        var signal: CancellationSignal? = null
        var heard: BiometricPrompt.AuthenticationCallback? = null

        fun forget() {
            shown = null
            signal = null
            heard = null
        }
    }
}

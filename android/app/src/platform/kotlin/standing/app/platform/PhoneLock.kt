package standing.app.platform

import android.annotation.SuppressLint
import android.app.Activity
import android.app.KeyguardManager
import android.content.Context
import android.hardware.biometrics.BiometricManager.Authenticators.BIOMETRIC_WEAK
import android.hardware.biometrics.BiometricManager.Authenticators.DEVICE_CREDENTIAL
import android.hardware.biometrics.BiometricPrompt
import android.os.Build
import android.os.CancellationSignal
import android.os.SystemClock
import kotlin.coroutines.resume
import kotlinx.coroutines.suspendCancellableCoroutine
import standing.logic.Confirmation
import standing.logic.ScreenLock

/** The phone's own lock. Its pages are the system's: the app learns the answer, and neither finger, face nor code. */
internal class PhoneLock(private val context: Context, private val asking: Asking) : ScreenLock {
    private val guard get() = context.system<KeyguardManager>()

    override fun isSet() = guard.isDeviceSecure

    override fun elapsed() = SystemClock.elapsedRealtime()

    override suspend fun confirm(title: String): Confirmation {
        if (!isSet()) return Confirmation.NO_SCREEN_LOCK
        val activity = asking.activity ?: return Confirmation.CANCELLED
        return if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) prompt(activity, title) else byCode(title)
    }

    /** Before Android 11 the phone's own page takes a finger and the code. */
    @Suppress("DEPRECATION")
    private suspend fun byCode(title: String): Confirmation {
        val page = guard.createConfirmDeviceCredentialIntent(title, null) ?: return Confirmation.NO_SCREEN_LOCK
        return if (asking.forConsent(Question.OWNER, page)) Confirmation.CONFIRMED else Confirmation.CANCELLED
    }

    @SuppressLint("MissingPermission")
    private suspend fun prompt(activity: Activity, title: String): Confirmation = suspendCancellableCoroutine { waiting ->
        val given = CancellationSignal()
        waiting.invokeOnCancellation { given.cancel() }
        val heard = object : BiometricPrompt.AuthenticationCallback() {
            override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult?) = answer(Confirmation.CONFIRMED)

            override fun onAuthenticationError(code: Int, text: CharSequence?) = answer(confirmation(code))

            private fun answer(answer: Confirmation) {
                if (waiting.isActive) waiting.resume(answer)
            }
        }
        BiometricPrompt.Builder(activity)
            .setTitle(title)
            .setAllowedAuthenticators(BIOMETRIC_WEAK or DEVICE_CREDENTIAL)
            .build()
            .authenticate(given, activity.mainExecutor, heard)
    }
}

/** What an error of the prompt means. One finger that does not fit ends nothing: the prompt goes on. */
internal fun confirmation(error: Int): Confirmation =
    when (error) {
        BiometricPrompt.BIOMETRIC_ERROR_USER_CANCELED, BiometricPrompt.BIOMETRIC_ERROR_CANCELED -> Confirmation.CANCELLED
        BiometricPrompt.BIOMETRIC_ERROR_LOCKOUT, BiometricPrompt.BIOMETRIC_ERROR_LOCKOUT_PERMANENT -> Confirmation.TOO_OFTEN
        BiometricPrompt.BIOMETRIC_ERROR_NO_DEVICE_CREDENTIAL -> Confirmation.NO_SCREEN_LOCK
        else -> Confirmation.FAILED
    }

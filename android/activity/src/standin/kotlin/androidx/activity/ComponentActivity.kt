// Signatures of androidx.activity:activity 1.9: its published API file activity/activity/api/1.9.0-beta01.txt, and for what that
// file leaves out, since it overrides without a change, ComponentActivity.kt of the same release.
package androidx.activity

import android.app.Activity
import android.content.Intent
import android.os.Bundle
import androidx.activity.result.ActivityResultCallback
import androidx.activity.result.ActivityResultLauncher
import androidx.activity.result.contract.ActivityResultContract

open class ComponentActivity : Activity() {
    val onBackPressedDispatcher: OnBackPressedDispatcher = OnBackPressedDispatcher()

    override fun onCreate(savedInstanceState: Bundle?) = super.onCreate(savedInstanceState)

    override fun onSaveInstanceState(outState: Bundle) = super.onSaveInstanceState(outState)

    override fun onNewIntent(intent: Intent) = super.onNewIntent(intent)

    @Deprecated("Use the dispatcher")
    override fun onBackPressed() = onBackPressedDispatcher.onBackPressed()

    @Deprecated("Use registerForActivityResult")
    override fun onActivityResult(requestCode: Int, resultCode: Int, data: Intent?) = Unit

    @Deprecated("Use registerForActivityResult")
    override fun onRequestPermissionsResult(requestCode: Int, permissions: Array<String>, grantResults: IntArray) = Unit

    fun <I, O> registerForActivityResult(
        contract: ActivityResultContract<I, O>,
        callback: ActivityResultCallback<O>,
    ): ActivityResultLauncher<I> = error("only compiled: $contract $callback")
}

abstract class OnBackPressedCallback(enabled: Boolean) {
    var isEnabled: Boolean = enabled

    abstract fun handleOnBackPressed()
}

class OnBackPressedDispatcher {
    /** The owner is a `LifecycleOwner`, which `ComponentActivity` is. */
    fun addCallback(owner: ComponentActivity, onBackPressedCallback: OnBackPressedCallback): Unit =
        error("only compiled: $owner $onBackPressedCallback")

    fun onBackPressed() = Unit
}

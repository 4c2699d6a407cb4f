// Signatures of androidx.activity:activity 1.9: its published API file activity/activity/api/1.9.0-beta01.txt.
package androidx.activity.result

import android.content.Intent

class ActivityResult(val resultCode: Int, val data: Intent?)

fun interface ActivityResultCallback<O> {
    fun onActivityResult(result: O)
}

abstract class ActivityResultLauncher<I> {
    open fun launch(input: I): Unit = error("only compiled: $input")
}

// Signatures of androidx.activity:activity 1.9: its published API file activity/activity/api/1.9.0-beta01.txt.
package androidx.activity.result.contract

import android.content.Intent
import androidx.activity.result.ActivityResult

abstract class ActivityResultContract<I, O>

class ActivityResultContracts private constructor() {
    class StartActivityForResult : ActivityResultContract<Intent, ActivityResult>()

    class RequestPermission : ActivityResultContract<String, Boolean>()
}

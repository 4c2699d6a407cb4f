// Signature of androidx.activity:activity-compose: its published API file activity/activity-compose/api/restricted_1.8.0-beta01.txt,
// the same in 1.9.
package androidx.activity.compose

import androidx.activity.ComponentActivity
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionContext

fun ComponentActivity.setContent(parent: CompositionContext? = null, content: @Composable () -> Unit): Unit =
    error("only compiled: $parent $content")

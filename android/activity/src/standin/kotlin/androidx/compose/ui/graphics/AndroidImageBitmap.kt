// Signature of androidx.compose.ui:ui-graphics 1.7: AndroidImageBitmap.android.kt of that release.
package androidx.compose.ui.graphics

import android.graphics.Bitmap

fun Bitmap.asImageBitmap(): ImageBitmap = error("only compiled: $this")

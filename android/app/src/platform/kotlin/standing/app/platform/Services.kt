package standing.app.platform

import android.app.Activity
import android.content.Context
import android.view.View

/** The framework calls both results nullable; in our own code a miss is a programming error. */
internal inline fun <reified T : Any> Context.system(): T = checkNotNull(getSystemService(T::class.java)) { T::class.java.name }

internal fun <T : View> Activity.view(id: Int): T = checkNotNull(findViewById<T>(id)) { "no view $id" }

package standing.app.platform

import android.content.Context
import android.content.SharedPreferences

/**
 * The few plain facts that must be known while the core is closed: sync conditions, the language, whether notices were asked
 * for. Nothing about the person is in them.
 */
internal object Notes {
    fun of(context: Context): SharedPreferences = context.getSharedPreferences("phone", Context.MODE_PRIVATE)

    fun forget(context: Context) {
        of(context).edit().clear().commit()
    }
}

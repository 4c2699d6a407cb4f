package standing.app.platform

import android.app.LocaleManager
import android.content.Context
import android.content.res.Configuration
import android.os.Build
import android.os.LocaleList
import java.util.Locale
import standing.core.AppInterface
import standing.core.Language

/**
 * The language of the app, chosen in it or, from Android 13 on, in the phone's settings: whoever spoke last is right. What
 * the app chose last is kept outside the core, for the texts that stand outside the app, and to tell the two apart.
 */
internal object Languages {
    private const val CHOSEN = "language"
    private val SPOKEN = setOf("zh", "en")

    /** The first of the phone's own languages that the app speaks, or its first, as a tag such as `zh-Hans-CN`. */
    fun phone(context: Context): String {
        val locales = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
            context.system<LocaleManager>().systemLocales
        } else {
            LocaleList.getDefault()
        }
        val all = (0 until locales.size()).map(locales::get).ifEmpty { listOf(Locale.getDefault()) }
        return (all.firstOrNull { it.language in SPOKEN } ?: all.first()).toLanguageTag()
    }

    /** The phone's own language, of those that the app speaks. */
    fun ofPhone(context: Context): Language = if (phone(context).startsWith("zh")) Language.CHINESE else Language.ENGLISH

    /** Carries the choice out for the whole app. */
    fun choose(context: Context, language: Language?) {
        Notes.of(context).edit().putString(CHOSEN, tag(language)).apply()
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return
        val manager = context.system<LocaleManager>()
        val wanted = LocaleList.forLanguageTags(tag(language))
        // The phone redraws the app for each setting, also for the same one.
        if (of(manager.applicationLocales.firstTag()) != language) manager.applicationLocales = wanted
    }

    /**
     * If another language was chosen in the phone's settings since, the core takes it over; whether it did. Never on the main
     * thread.
     */
    fun takeOver(context: Context, core: AppInterface): Boolean {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return false
        val tag = context.system<LocaleManager>().applicationLocales.firstTag()
        val known = Notes.of(context).getString(CHOSEN, "").orEmpty()
        if (of(tag) == of(known)) return false
        core.setSettings(core.settings().copy(language = of(tag)))
        Notes.of(context).edit().putString(CHOSEN, tag(of(tag))).apply()
        return true
    }

    /**
     * A context that speaks the language of the screens, for texts outside the app. By the phone's own choice of resources,
     * traditional Chinese would read English there and Chinese inside.
     */
    fun speaking(context: Context): Context {
        val tag = Notes.of(context).getString(CHOSEN, "").orEmpty().ifEmpty { tag(ofPhone(context)) }
        val configuration = Configuration(context.resources.configuration)
        configuration.setLocales(LocaleList.forLanguageTags(tag))
        return context.createConfigurationContext(configuration)
    }

    private fun LocaleList.firstTag() = if (isEmpty) "" else get(0).toLanguageTag()

    private fun tag(language: Language?) = when (language) {
        null -> ""
        Language.ENGLISH -> "en"
        Language.CHINESE -> "zh-Hans"
    }

    private fun of(tag: String): Language? = when {
        tag.isEmpty() -> null
        tag.startsWith("zh") -> Language.CHINESE
        else -> Language.ENGLISH
    }
}

package standing.app.settings

import androidx.compose.runtime.Composable
import standing.app.design.ChoiceRow
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.ProblemBox
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.TextLink
import standing.app.design.ToggleRow
import standing.core.Appearance
import standing.core.Language
import standing.core.SettingsView
import standing.logic.settings.SettingsAction
import standing.logic.settings.SettingsState
import standing.logic.settings.TEXT_SIZES
import standing.logic.words.Words

/** How the app is read: the page itself shows what each choice does. */
@Composable
fun SettingsScreen(state: SettingsState, act: (SettingsAction) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.moreReading, onBack = back, bar = false) {
        state.problem?.let { problem ->
            item { ProblemBox(problem) { TextLink(words.actionClose, { act(SettingsAction.Dismiss) }, icon = null) } }
        }
        val settings = state.settings
        if (settings == null) {
            item { Loading() }
        } else {
            item { Languages(settings, act) }
            item { Appearances(settings, act) }
            item { Sizes(settings, act) }
        }
    }
}

@Composable
private fun Languages(settings: SettingsView, act: (SettingsAction) -> Unit) {
    val words = LocalWords.current
    Choices(words.settingLanguage, listOf(null, Language.CHINESE, Language.ENGLISH), settings.language, { it.name(words) }) { act(SettingsAction.Speak(it)) }
}

@Composable
private fun Appearances(settings: SettingsView, act: (SettingsAction) -> Unit) {
    val words = LocalWords.current
    Choices(words.settingAppearance, listOf(null, Appearance.LIGHT, Appearance.DARK), settings.appearance, { it.name(words) }) { act(SettingsAction.Look(it)) }
}

@Composable
private fun <T> Choices(heading: String, all: List<T>, chosen: T, name: (T) -> String, choose: (T) -> Unit) {
    SectionHeading(heading)
    for (one in all) ChoiceRow(name(one), chosen == one, { choose(one) })
}

internal fun Appearance?.name(words: Words): String =
    when (this) {
        null -> words.settingAppearancePhone
        Appearance.LIGHT -> words.settingAppearanceLight
        Appearance.DARK -> words.settingAppearanceDark
    }

@Composable
private fun Sizes(settings: SettingsView, act: (SettingsAction) -> Unit) {
    val words = LocalWords.current
    SectionHeading(words.settingTextSize)
    ToggleRow(words.settingElder, settings.elderMode, { act(SettingsAction.LargeText(it)) })
    // Large text has one size.
    if (settings.elderMode) return
    for (percent in TEXT_SIZES) {
        ChoiceRow(words.settingPercent(percent), settings.textPercent.toInt() == percent, { act(SettingsAction.TextSize(percent)) })
    }
}

package standing.logic.settings

import standing.core.Appearance
import standing.core.Language
import standing.core.Problem
import standing.core.SettingsView
import standing.logic.Environment
import standing.logic.Presenter
import standing.logic.ShellPresenter

/** Text sizes that are offered, in percent of the phone's own. */
val TEXT_SIZES: List<Int> = listOf(100, 125, 150, 200)

/**
 * What the person chose.
 *
 * @property settings null until they are here.
 * @property problem why the last choice could not be kept.
 */
data class SettingsState(val settings: SettingsView? = null, val problem: Problem? = null)

/** A choice. Each says what is wanted, so that a second tap changes nothing. */
sealed interface SettingsAction {
    /** Null is the phone's own. */
    data class Speak(val language: Language?) : SettingsAction

    data class LargeText(val on: Boolean) : SettingsAction

    /** Null is the phone's own. */
    data class Look(val appearance: Appearance?) : SettingsAction

    data class TextSize(val percent: Int) : SettingsAction

    data class HideAmounts(val on: Boolean) : SettingsAction

    data class UnmeteredOnly(val on: Boolean) : SettingsAction

    data class PhotosOverWifi(val on: Boolean) : SettingsAction

    data class AllowScreenshots(val on: Boolean) : SettingsAction

    /** The problem was read. */
    data object Dismiss : SettingsAction
}

/** The settings, which the [shell] keeps for all screens. */
class SettingsPresenter(environment: Environment, private val shell: ShellPresenter) :
    Presenter<SettingsState>(environment, SettingsState(shell.state.value.settings)) {
    init {
        always { shell.state.collect { shared -> change { it.copy(settings = shared.settings, problem = shared.problem) } } }
    }

    fun act(action: SettingsAction) {
        if (action == SettingsAction.Dismiss) shell.dismiss() else shell.set { it.with(action) }
    }
}

/** Settings with one choice changed. */
fun SettingsView.with(action: SettingsAction): SettingsView =
    when (action) {
        is SettingsAction.Speak -> copy(language = action.language)
        is SettingsAction.LargeText -> copy(elderMode = action.on)
        is SettingsAction.Look -> copy(appearance = action.appearance)
        is SettingsAction.TextSize -> copy(textPercent = action.percent.coerceIn(TEXT_SIZES.first(), TEXT_SIZES.last()).toUInt())
        is SettingsAction.HideAmounts -> copy(hideAmounts = action.on)
        is SettingsAction.UnmeteredOnly -> copy(unmeteredOnly = action.on)
        is SettingsAction.PhotosOverWifi -> copy(photosOverWifi = action.on)
        is SettingsAction.AllowScreenshots -> copy(allowScreenshots = action.on)
        SettingsAction.Dismiss -> this
    }

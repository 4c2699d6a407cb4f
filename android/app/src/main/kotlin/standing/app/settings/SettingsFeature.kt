package standing.app.settings

import androidx.compose.runtime.LaunchedEffect
import standing.app.Feature
import standing.app.LocalPhoneClock
import standing.app.OpenScreen
import standing.app.Opening
import standing.app.screen
import standing.logic.Place
import standing.logic.settings.ArchivePresenter
import standing.logic.settings.ErasePresenter
import standing.logic.settings.FreshnessPresenter
import standing.logic.settings.HelpPresenter
import standing.logic.settings.LicencesAction
import standing.logic.settings.LicencesPresenter
import standing.logic.settings.MembershipsPresenter
import standing.logic.settings.MorePresenter
import standing.logic.settings.NetworkPresenter
import standing.logic.settings.PersonPresenter
import standing.logic.settings.SamplePresenter
import standing.logic.settings.SettingsPresenter

/** More, and what it leads to. */
val SettingsFeature = Feature { place, opening ->
    when (place) {
        Place.More -> MorePresenter(opening.environment, opening.shell, opening.platform, opening.lock).let { screen(it) { state -> MoreScreen(state, it::act, opening.go) } }
        Place.Settings -> SettingsPresenter(opening.environment, opening.shell).let { screen(it) { state -> SettingsScreen(state, it::act, opening.back) } }
        Place.Freshness -> freshness(opening)
        Place.NetworkAccesses -> network(opening)
        Place.Memberships -> memberships(opening)
        is Place.Person -> person(place, opening)
        Place.Archive -> archive(opening)
        Place.Help -> HelpPresenter(opening.environment).let { screen(it) { state -> HelpScreen(state, it::act, opening.go, opening.back) } }
        Place.Sample -> SamplePresenter(opening.environment).let { screen(it) { state -> SampleScreen(state, it::act, opening.go, opening.back) } }
        Place.Licences -> licences(opening)
        Place.Erase -> erase(opening)
        else -> null
    }
}

private fun freshness(opening: Opening): OpenScreen {
    val presenter = FreshnessPresenter(opening.environment, opening.platform, opening.syncing)
    return screen(presenter) { FreshnessScreen(it, presenter::act, opening.back) }
}

private fun archive(opening: Opening): OpenScreen {
    val presenter = ArchivePresenter(opening.environment, opening.platform, opening.shell.state.value.chosen)
    return screen(presenter) { ArchiveScreen(it, presenter::act, opening.back) }
}

private fun network(opening: Opening): OpenScreen {
    val presenter = NetworkPresenter(opening.environment)
    return screen(presenter) { NetworkScreen(it, LocalPhoneClock.current.zone, presenter::act, opening.back) }
}

private fun memberships(opening: Opening): OpenScreen {
    val presenter = MembershipsPresenter(opening.environment, opening.shell, opening.lock, opening.changed)
    return screen(presenter) { MembershipsScreen(it, presenter::act, opening.go, opening.back) }
}

private fun person(place: Place.Person, opening: Opening): OpenScreen {
    val presenter = PersonPresenter(opening.environment, place, opening.shell, opening.lock, opening.saved, opening.changed)
    return screen(presenter) { state ->
        LaunchedEffect(state.saved) { if (state.saved) opening.back() }
        PersonScreen(state, presenter::act, opening.back)
    }
}

/** Back leads from a text to the list first. */
private fun licences(opening: Opening): OpenScreen {
    val presenter = LicencesPresenter(opening.environment, saved = opening.saved)
    val onBack = { (presenter.state.value.open != null).also { if (it) presenter.act(LicencesAction.Close) } }
    return screen(presenter, onBack = onBack) { LicencesScreen(it, presenter::act) { if (!onBack()) opening.back() } }
}

/** One waits while it is being erased; nothing leads elsewhere afterwards. */
private fun erase(opening: Opening): OpenScreen {
    val presenter = ErasePresenter(opening.environment, opening.platform, opening.syncing)
    val onBack = { presenter.state.value.run { busy || erased } }
    return screen(presenter, onBack = onBack, onLeave = { onBack() }) { EraseScreen(it, presenter::act) { if (!onBack()) opening.back() } }
}

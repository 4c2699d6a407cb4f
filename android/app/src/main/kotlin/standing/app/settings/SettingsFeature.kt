package standing.app.settings

import standing.app.Feature
import standing.app.LocalPhoneClock
import standing.app.OpenScreen
import standing.app.Opening
import standing.app.screen
import standing.logic.Place
import standing.logic.settings.ArchivePresenter
import standing.logic.settings.ErasePresenter
import standing.logic.settings.FreshnessPresenter
import standing.logic.settings.LicencesAction
import standing.logic.settings.LicencesPresenter
import standing.logic.settings.MembershipsPresenter
import standing.logic.settings.MorePresenter
import standing.logic.settings.NetworkPresenter
import standing.logic.settings.SettingsPresenter

/** More, and what it leads to. */
val SettingsFeature = Feature { place, opening ->
    when (place) {
        Place.More -> MorePresenter(opening.environment, opening.shell, opening.platform, opening.lock).let { screen(it) { state -> MoreScreen(state, it::act, opening.go) } }
        Place.Settings -> SettingsPresenter(opening.environment, opening.shell).let { screen(it) { state -> SettingsScreen(state, it::act, opening.back) } }
        Place.Freshness -> freshness(opening)
        Place.NetworkAccesses -> network(opening)
        Place.Memberships -> memberships(opening)
        Place.Archive -> archive(opening)
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
    val presenter = ArchivePresenter(opening.environment, opening.platform)
    return screen(presenter) { ArchiveScreen(it, presenter::act, opening.back) }
}

private fun network(opening: Opening): OpenScreen {
    val presenter = NetworkPresenter(opening.environment)
    return screen(presenter) { NetworkScreen(it, LocalPhoneClock.current.zone, presenter::act, opening.back) }
}

private fun memberships(opening: Opening): OpenScreen {
    val presenter = MembershipsPresenter(opening.environment, opening.shell, opening.changed)
    return screen(presenter) { MembershipsScreen(it, presenter::act, opening.go, opening.back) }
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

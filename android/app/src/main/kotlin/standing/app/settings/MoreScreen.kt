package standing.app.settings

import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.ChoiceRow
import standing.app.design.FreshnessRow
import standing.app.design.LinkRow
import standing.app.design.Loaded
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.SignIcon
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.TextLink
import standing.app.design.ToggleRow
import standing.app.design.besideFirstLine
import standing.app.design.sign
import standing.app.text
import standing.core.CheckState
import standing.core.FreshnessView
import standing.core.Language
import standing.core.LockAfter
import standing.core.SettingsView
import standing.logic.Place
import standing.logic.VERSION
import standing.logic.settings.MoreAction
import standing.logic.settings.MoreState
import standing.logic.settings.SettingsAction
import standing.logic.words.Words

/** Everything that is not a statement, a business or a record. */
@Composable
fun MoreScreen(state: MoreState, act: (MoreAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    Screen(words.tabMore) {
        state.problem?.let { problem ->
            item { ProblemBox(problem) { TextLink(words.actionClose, { act(MoreAction.Set(SettingsAction.Dismiss)) }, icon = null) } }
        }
        item { SectionHeading(words.moreFresh) }
        item { Loaded(state.fresh, { act(MoreAction.AskAgain) }) { Freshness(it, go) } }
        item { LinkRow(words.moreNetwork, { go(Place.NetworkAccesses) }) }
        item {
            val value = if (state.noticesOn) words.moreNoticesOn else ""
            LinkRow(words.moreNotices, { act(MoreAction.Notices) }, value = value, note = words.noticeChannelNote)
        }
        state.settings?.let { settings ->
            choices(settings, { choice -> act(MoreAction.Set(choice)) }, go)
            item { LockRows(settings.appLock, state, act) }
            syncing(settings, { choice -> act(MoreAction.Set(choice)) }, go)
        }
        yours(state, go, words)
        item {
            SectionHeading(words.moreAbout, end = words.moreVersion(VERSION))
            LinkRow(words.helpTitle, { go(Place.Help) })
            LinkRow(words.moreLicences, { go(Place.Licences) })
        }
    }
}

/** So many are named here; all of them stand one tap away. */
private const val SOME = 3

/** What cannot be relied on, by name; of the rest only that it is there. */
@Composable
private fun Freshness(view: FreshnessView, go: (Place) -> Unit) {
    val type = Standing.type
    TapRow(
        onOpen = { go(Place.Freshness) },
        start = { SignIcon(view.state.sign, Modifier.besideFirstLine(type.strong)) },
    ) { Text(view.text, style = type.strong) }
    for (row in view.rows.filter { it.state != CheckState.HOLDS }.take(SOME)) FreshnessRow(row)
}

private fun LazyListScope.choices(settings: SettingsView, choose: (SettingsAction) -> Unit, go: (Place) -> Unit) {
    item {
        val words = LocalWords.current
        SectionHeading(words.moreReading)
        LinkRow(words.settingLanguage, { go(Place.Settings) }, value = settings.language.name(words))
        ToggleRow(words.settingElder, settings.elderMode, { choose(SettingsAction.LargeText(it)) })
        LinkRow(words.settingAppearance, { go(Place.Settings) }, value = settings.appearance.name(words))
        // Large text has one size.
        if (!settings.elderMode) {
            LinkRow(words.settingTextSize, { go(Place.Settings) }, value = words.settingPercent(settings.textPercent.toInt()))
        }
    }
    item {
        val words = LocalWords.current
        SectionHeading(words.morePrivacy)
        ToggleRow(words.settingHide, settings.hideAmounts, { choose(SettingsAction.HideAmounts(it)) }, note = words.settingHideNote)
        ToggleRow(words.settingScreenshots, settings.allowScreenshots, { choose(SettingsAction.AllowScreenshots(it)) }, note = words.settingScreenshotsNote)
    }
}

/** The app lock, and after how long it asks. */
@Composable
private fun LockRows(chosen: LockAfter?, state: MoreState, act: (MoreAction) -> Unit) {
    val words = LocalWords.current
    val set = { after: LockAfter? -> act(MoreAction.Lock(after, words.lockChange)) }
    val note = if (state.hasScreenLock) words.settingLockNote else words.settingLockMissing
    ToggleRow(words.settingLock, chosen != null, { set(if (it) LockAfter.AT_ONCE else null) }, note = note)
    state.lockAnswer?.let { NoteBox(Sign.NEEDS, it.text(words), emptyList()) }
    if (chosen == null) return
    Quiet(words.settingLockAfter)
    for (after in LockAfter.entries) ChoiceRow(after.name(words), chosen == after, { if (chosen != after) set(after) })
}

private fun LockAfter.name(words: Words): String =
    when (this) {
        LockAfter.AT_ONCE -> words.settingLockAtOnce
        LockAfter.ONE_MINUTE -> words.settingLockOneMinute
        LockAfter.FIVE_MINUTES -> words.settingLockFiveMinutes
    }

private fun LazyListScope.syncing(settings: SettingsView, choose: (SettingsAction) -> Unit, go: (Place) -> Unit) {
    item {
        val words = LocalWords.current
        SectionHeading(words.syncTitle)
        LinkRow(words.syncNow, { go(Place.Sync) })
        ToggleRow(words.settingUnmetered, settings.unmeteredOnly, { choose(SettingsAction.UnmeteredOnly(it)) }, note = words.settingUnmeteredNote)
        ToggleRow(words.settingPhotos, settings.photosOverWifi, { choose(SettingsAction.PhotosOverWifi(it)) }, note = words.settingPhotosNote)
    }
}

private fun LazyListScope.yours(state: MoreState, go: (Place) -> Unit, words: Words) {
    item {
        SectionHeading(words.moreYours)
        val count = state.memberships.takeIf { it > 0 }?.toString().orEmpty()
        LinkRow(words.peopleTitle, { go(Place.Memberships) }, value = count, note = if (state.toConfirm > 0) words.joinYours else "")
        LinkRow(words.moreRegisters, { go(Place.Registers) })
        state.rulebookOf?.let { LinkRow(words.rulebookOpen, { go(Place.Rulebook(it)) }) }
        LinkRow(words.moreRights, { go(Place.RightsDesk) })
        LinkRow(words.moreArchive, { go(Place.Archive) })
        LinkRow(words.moreErase, { go(Place.Erase) })
    }
}

/** The name of a chosen language, each in itself. */
internal fun Language?.name(words: Words): String =
    when (this) {
        null -> words.settingLanguagePhone
        Language.ENGLISH -> words.settingLanguageEnglish
        Language.CHINESE -> words.settingLanguageChinese
    }

package standing.app.gallery

import java.time.ZoneId
import standing.app.LockScreen
import standing.app.PersonLockScreen
import standing.app.settings.ArchiveScreen
import standing.app.settings.EraseScreen
import standing.app.settings.FreshnessScreen
import standing.app.settings.HelpScreen
import standing.app.settings.LicencesScreen
import standing.app.settings.MembershipsScreen
import standing.app.settings.MoreScreen
import standing.app.settings.NetworkScreen
import standing.app.settings.PersonScreen
import standing.app.settings.SampleScreen
import standing.app.settings.SettingsScreen
import standing.core.Appearance
import standing.core.MembershipState
import standing.core.NetworkView
import standing.core.PersonDraft
import standing.core.PersonMark
import standing.logic.Confirmation
import standing.logic.Load
import standing.logic.LockState
import standing.logic.Place
import standing.logic.SaveAnswer
import standing.logic.Writing
import standing.logic.samples.SETTINGS
import standing.logic.samples.RecordSamples
import standing.logic.samples.Samples
import standing.logic.samples.family
import standing.logic.samples.father
import standing.logic.samples.people
import standing.logic.settings.ArchiveState
import standing.logic.settings.EraseState
import standing.logic.settings.FreshnessState
import standing.logic.settings.LicencesState
import standing.logic.settings.MembershipsState
import standing.logic.settings.MoreState
import standing.logic.settings.PersonState
import standing.logic.settings.SettingsState
import standing.logic.settings.Shipped
import standing.logic.sync.SyncState
import standing.logic.words.Words

/** More, and what it leads to. */
object SettingsGallery : GalleryPart {
    override val title = "More"
    override val at = Place.More

    private val shanghai = ZoneId.of("Asia/Shanghai")

    private fun more(name: String, golden: Boolean = false, state: Samples.() -> MoreState) =
        sample(name, golden) { MoreScreen(it.state(), {}, {}) }

    private fun fresh(name: String, golden: Boolean = false, state: Samples.() -> FreshnessState) =
        sample(name, golden) { FreshnessScreen(it.state(), {}, {}) }

    private fun network(name: String, view: Samples.() -> Load<NetworkView>) =
        sample(name) { NetworkScreen(it.view(), shanghai, {}, {}) }

    private fun person(name: String, golden: Boolean = false, state: Samples.() -> PersonState) =
        sample(name, golden) { PersonScreen(it.state(), {}, {}) }

    private fun memberships(name: String, golden: Boolean = false, state: Samples.() -> MembershipsState) =
        sample(name, golden) { MembershipsScreen(it.state(), {}, {}, {}) }

    private fun licences(name: String, state: LicencesState) = sample(name) { LicencesScreen(state, {}, {}) }

    private fun erase(name: String, state: Samples.() -> EraseState) = sample(name) { EraseScreen(it.state(), {}, {}) }

    private fun archive(name: String, state: ArchiveState.() -> ArchiveState = { this }) =
        sample(name) { ArchiveScreen(ArchiveState(Load.Ready(RecordSamples.of(it.language).archive)).state(), {}, {}) }

    private fun Samples.ready() =
        MoreState(Load.Ready(freshness), SETTINGS.copy(language = null), memberships.size, rulebookOf = home.membership)

    private val pages =
        listOf(
            more("more", golden = true) { ready() },
            more("more-first-use") { MoreState(Load.Ready(freshnessFirst.copy(rows = emptyList())), SETTINGS) },
            more("more-stale") { ready().copy(fresh = Load.Ready(freshnessFirst), toConfirm = 1) },
            more("more-loading") { MoreState() },
            more("more-failed") { ready().copy(fresh = Load.Failed(broken(language)), problem = broken(language)) },
            sample("settings") { SettingsScreen(SettingsState(SETTINGS), {}, {}) },
            sample("settings-dark-chosen") { SettingsScreen(SettingsState(SETTINGS.copy(appearance = Appearance.DARK)), {}, {}) },
            sample("settings-elder") { SettingsScreen(SettingsState(SETTINGS.copy(elderMode = true)), {}, {}) },
            sample("settings-loading") { SettingsScreen(SettingsState(), {}, {}) },
        )

    private val lists =
        listOf(
            fresh("freshness", golden = true) { FreshnessState(Load.Ready(freshness)) },
            fresh("freshness-old", golden = true) { FreshnessState(Load.Ready(freshnessOld), offline = true) },
            fresh("freshness-stale") { FreshnessState(Load.Ready(freshnessFirst), offline = true) },
            fresh("freshness-at-work") {
                FreshnessState(Load.Ready(freshness), sync = SyncState(running = true, progress = RecordSamples.of(language).progress))
            },
            fresh("freshness-failed") { FreshnessState(Load.Failed(broken(language)), sync = SyncState(problem = broken(language))) },
            sample("help", golden = true) { HelpScreen(Load.Ready(it.help), {}, {}, {}) },
            sample("help-loading") { HelpScreen(Load.Loading, {}, {}, {}) },
            sample("sample", golden = true) { SampleScreen(Load.Ready(it.sample), {}, {}, {}) },
            network("network") { Load.Ready(network) },
            network("network-none") { Load.Ready(networkNone) },
            network("network-thousand") { Load.Ready(network.copy(rows = many(network.rows))) },
            network("network-loading") { Load.Loading },
            memberships("people", golden = true) { MembershipsState(Load.Ready(people()), chosen = memberships.first().membership) },
            memberships("people-one") { MembershipsState(Load.Ready(people(memberships.take(1))), chosen = memberships.first().membership) },
            memberships("people-locked") {
                MembershipsState(Load.Ready(people(family(locked = true))), chosen = "father", answer = Confirmation.TOO_OFTEN)
            },
            memberships("people-to-confirm") {
                MembershipsState(Load.Ready(people(memberships.map { it.copy(state = MembershipState.TO_CONFIRM) })))
            },
            memberships("people-none") { MembershipsState(Load.Ready(people(emptyList()))) },
            person("person", golden = true) { PersonState(Load.Ready(family().last()), PersonDraft(father().name, PersonMark.SQUARE, true)) },
            person("person-own") { PersonState(Load.Ready(memberships.first()), PersonDraft("", PersonMark.CIRCLE, false), hasScreenLock = false) },
            person("person-loading") { PersonState() },
            sample("person-locked", golden = true) { s ->
                PersonLockScreen(s.father(locked = true), s.memberships, null, {}, {}, null)
            },
            sample("lock", golden = true) { LockScreen(LockState.Locked()) {} },
            sample("lock-too-often") { LockScreen(LockState.Locked(answer = Confirmation.TOO_OFTEN)) {} },
            licences("licences", LicencesState(Load.Ready(shipped))),
            licences("licences-text", LicencesState(Load.Ready(shipped), shipped.packages.first())),
            licences("licences-loading", LicencesState()),
            archive("archive"),
            archive("archive-at-work") { copy(file = Writing(busy = true)) },
            archive("archive-saved") { copy(file = Writing(saving = SaveAnswer.SAVED)) },
            archive("archive-no-space") { copy(file = Writing(saving = SaveAnswer.NO_SPACE)) },
            archive("archive-loading") { ArchiveState() },
            erase("erase") { EraseState() },
            erase("erase-typed") { EraseState(words().moreEraseWord) },
            erase("erase-at-work") { EraseState(words().moreEraseWord, busy = true) },
            erase("erase-failed") { EraseState(words().moreEraseWord, problem = broken(language)) },
            erase("erase-done") { EraseState(erased = true) },
        )

    override val shots: List<Shot> = pages + lists
}

private fun Samples.words() = Words.of(language)

private val shipped =
    Shipped(
        listOf(
            Shipped.Package("org.jetbrains.kotlin:kotlin-stdlib", "2.2.21", "Apache-2.0", listOf("1")),
            Shipped.Package("rusqlite", "0.41.0", "MIT", listOf("2")),
            Shipped.Package("unicode-ident", "1.0.22", "(MIT OR Apache-2.0) AND Unicode-3.0", listOf("1", "2")),
        ),
        mapOf(
            "1" to "Apache License\nVersion 2.0, January 2004\n\nTERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION",
            "2" to "Permission is hereby granted, free of charge, to any person obtaining a copy of this software.",
        ),
    )

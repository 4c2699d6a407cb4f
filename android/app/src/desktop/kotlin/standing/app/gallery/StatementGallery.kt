package standing.app.gallery

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import standing.app.alarms.AlarmScreen
import standing.app.alarms.AlarmsScreen
import standing.app.design.LocalAmountsHidden
import standing.app.statement.ChecksSheet
import standing.app.statement.ComparedScreen
import standing.app.statement.EntryScreen
import standing.app.statement.ForecastScreen
import standing.app.statement.HomeScreen
import standing.app.statement.RulebooksScreen
import standing.app.statement.StarsScreen
import standing.app.statement.StatementScreen
import standing.app.statement.StoryScreen
import standing.app.statement.ToldScreen
import standing.core.CheckState
import standing.core.ForecastView
import standing.core.HomeView
import standing.core.Language
import standing.core.MembershipState
import standing.core.Problem
import standing.core.StatementView
import standing.core.StoryFinding
import standing.core.StoryView
import standing.logic.Load
import standing.logic.SaveAnswer
import standing.logic.Writing
import standing.logic.alarms.AlarmState
import standing.logic.samples.RecordSamples
import standing.logic.samples.Samples
import standing.logic.samples.alarmAside
import standing.logic.samples.alarmExplained
import standing.logic.samples.alarmHalf
import standing.logic.samples.alarmsBoth
import standing.logic.samples.family
import standing.logic.samples.homeFails
import standing.logic.samples.homeGap
import standing.logic.samples.homeStale
import standing.logic.samples.said
import standing.logic.samples.statementFails
import standing.logic.samples.statementForged
import standing.logic.samples.statementStale
import standing.logic.statement.ComparedState
import standing.logic.statement.HomeState
import standing.logic.statement.RulebooksState
import standing.logic.statement.Side
import standing.logic.statement.ToldState
import standing.logic.sync.SyncState

/** Home, statements, entries and their checks. */
object StatementGallery : GalleryPart {
    override val title = "Statement"

    private fun home(name: String, golden: Boolean = false, hidden: Boolean = false, state: Samples.() -> HomeState) =
        sample(name, golden, hidden) { samples -> HomeScreen(samples.state(), {}, {}) }

    private fun Samples.showing(view: HomeView) =
        HomeState(memberships, chosen = view.membership, home = Load.Ready(view))

    private val homes =
        listOf(
            home("home", golden = true) { showing(home) },
            home("home-city") { showing(homeCity) },
            home("home-first-use") { HomeState(first = true) },
            home("home-loading") { HomeState(memberships, chosen = homeCity.membership) },
            home("home-empty") { showing(homeFirst) },
            home("home-offline") { showing(homeWaiting).copy(offline = true) },
            home("home-stale") { showing(homeStale) },
            home("home-fails") { showing(homeFails) },
            home("home-fork") { showing(homeFork) },
            home("home-gap") { showing(homeGap) },
            home("home-hidden", hidden = true) { showing(home) },
            home("home-acting") { showing(home).copy(memberships = family(), chosen = "father") },
            home("home-needs-you") { showing(homeWaiting.copy(needsYou = 1u)) },
            home("home-to-confirm") { showing(home).copy(toConfirm = memberships.drop(1).map { it.copy(state = MembershipState.TO_CONFIRM) }) },
            home("home-sync") {
                showing(home).copy(sync = SyncState(running = true, progress = RecordSamples.of(language).progress))
            },
            home("home-failed") { HomeState(home = Load.Failed(broken(language))) },
            home("home-thousand") { showing(home.copy(changes = many(home.changes))) },
            home("home-long") { showing(home.copy(changes = home.changes.map { it.copy(title = wordy(it.title)) })) },
        )

    private val papers =
        listOf(
            sample("statement", golden = true) { s -> StatementScreen(Load.Ready(s.statement), {}, {}, {}, {}) },
            sample("statement-city") { s -> StatementScreen(Load.Ready(s.statementCity), {}, {}, {}, {}) },
            sample("statement-first") { s -> StatementScreen(Load.Ready(s.statementFirst), {}, {}, {}, {}) },
            sample("statement-fails") { s -> StatementScreen(Load.Ready(s.statementFails), {}, {}, {}, {}) },
            sample("statement-loading") { StatementScreen(Load.Loading, {}, {}, {}, {}) },
            sample("statement-failed") { s -> StatementScreen(Load.Failed(broken(s.language)), {}, {}, {}, {}) },
            sample("statement-thousand") { s -> StatementScreen(Load.Ready(s.statement.long()), {}, {}, {}, {}) },
            sample("statement-hidden", hidden = true) { s -> StatementScreen(Load.Ready(s.statement), {}, {}, {}, {}) },
            sample("checks", golden = true) { s -> ChecksSheet(Load.Ready(s.statementStale), {}, {}, {}) },
            sample("checks-hold") { s -> ChecksSheet(Load.Ready(s.statement), {}, {}, {}) },
            sample("checks-fail") { s -> ChecksSheet(Load.Ready(s.statementFails), {}, {}, {}) },
            sample("checks-forged") { s -> ChecksSheet(Load.Ready(s.statementForged), {}, {}, {}) },
            sample("checks-hidden", hidden = true) { s -> ChecksSheet(Load.Ready(s.statementFails), {}, {}, {}) },
            sample("entry", golden = true) { s -> EntryScreen(Load.Ready(s.entry), {}, {}, {}) },
            sample("entry-told") { s -> EntryScreen(Load.Ready(s.entryTold), {}, {}, {}) },
            sample("entry-hidden", hidden = true) { s -> EntryScreen(Load.Ready(s.entry), {}, {}, {}) },
            sample("entry-long") { s -> EntryScreen(Load.Ready(s.entry.copy(title = wordy(s.entry.title))), {}, {}, {}) },
            sample("story", golden = true) { s -> StoryScreen(Load.Ready(s.story), {}, {}, {}) },
            sample("story-city") { s -> StoryScreen(Load.Ready(s.storyCity), {}, {}, {}) },
            sample("story-first") { s -> StoryScreen(Load.Ready(s.storyFirst), {}, {}, {}) },
            sample("story-thousand") { s -> StoryScreen(Load.Ready(s.story.long()), {}, {}, {}) },
            sample("story-fork") { s -> StoryScreen(Load.Ready(s.storyFork), {}, {}, {}) },
            sample("story-fails") { s -> StoryScreen(Load.Ready(s.story.failing(s)), {}, {}, {}) },
            sample("story-hidden", hidden = true) { s -> StoryScreen(Load.Ready(s.story), {}, {}, {}) },
            sample("compared", golden = true) { s -> ComparedScreen(ComparedState(1u, 8u, load = Load.Ready(s.compared)), {}, {}, {}) },
            sample("compared-choosing") { s -> ComparedScreen(ComparedState(1u, 8u, Side.EARLIER, Load.Ready(s.compared)), {}, {}, {}) },
            sample("compared-hidden", hidden = true) { s -> ComparedScreen(ComparedState(1u, 8u, load = Load.Ready(s.compared)), {}, {}, {}) },
            sample("compared-failed") { s -> ComparedScreen(ComparedState(1u, 8u, load = Load.Failed(broken(s.language))), {}, {}, {}) },
            sample("rulebooks") { s -> RulebooksScreen(RulebooksState(7u, 8u, Load.Ready(s.rulebooks)), {}, {}) },
            sample("rulebooks-failed") { s -> RulebooksScreen(RulebooksState(7u, 8u, Load.Failed(broken(s.language))), {}, {}) },
            sample("told", golden = true) { s -> ToldScreen(ToldState(Load.Ready(s.told)), {}, {}, {}) },
            sample("told-stars") { s -> ToldScreen(ToldState(Load.Ready(s.toldStars)), {}, {}, {}) },
            sample("told-saved") { s -> ToldScreen(ToldState(Load.Ready(s.told), Writing(saving = SaveAnswer.SAVED, done = s.told.caseFile.text)), {}, {}, {}) },
            sample("told-hidden", hidden = true) { s -> ToldScreen(ToldState(Load.Ready(s.told)), {}, {}, {}) },
            sample("stars") { s -> StarsScreen(Load.Ready(s.statement), {}, {}, {}) },
            sample("stars-none") { s -> StarsScreen(Load.Ready(s.statementCity), {}, {}, {}) },
        )

    private fun alarm(name: String, golden: Boolean = false, hidden: Boolean = false, state: Samples.() -> AlarmState) =
        sample(name, golden, hidden) { s -> AlarmScreen(s.state(), {}, {}) }

    private val alarms =
        listOf(
            sample("alarms", golden = true) { s -> AlarmsScreen(Load.Ready(s.alarmsBoth), {}, {}, {}) },
            sample("alarms-none") { s -> AlarmsScreen(Load.Ready(s.alarms.copy(rows = emptyList(), text = s.noAlarm)), {}, {}, {}) },
            sample("alarms-failed") { s -> AlarmsScreen(Load.Failed(broken(s.language)), {}, {}, {}) },
            alarm("alarm", golden = true) { AlarmState(Load.Ready(alarm)) },
            alarm("alarm-explained") { AlarmState(Load.Ready(alarmExplained)) },
            alarm("alarm-aside") { AlarmState(Load.Ready(alarmAside)) },
            alarm("alarm-half") { AlarmState(Load.Ready(alarmHalf)) },
            alarm("alarm-saved") { AlarmState(Load.Ready(alarm), saving = SaveAnswer.SAVED) },
            alarm("alarm-refused") { AlarmState(Load.Ready(alarm), problem = broken(language)) },
            alarm("alarm-hidden", hidden = true) { AlarmState(Load.Ready(alarm)) },
            alarm("alarm-loading") { AlarmState() },
        )

    private fun forecast(name: String, golden: Boolean = false, hidden: Boolean = false, view: Samples.() -> ForecastView) =
        sample(name, golden, hidden) { s -> ForecastScreen(Load.Ready(s.view()), {}, {}, {}) }

    private val forecasts =
        listOf(
            forecast("forecast", golden = true) { forecast },
            forecast("forecast-city") { forecastCity },
            forecast("forecast-first") { forecastFirst },
            forecast("forecast-hidden", hidden = true) { forecast },
            forecast("forecast-differs") { forecast.copy(differences = statementFails.differences) },
            forecast("forecast-long") { forecast.copy(quarters = forecast.quarters.map { it.copy(consequences = it.consequences.map(::wordy)) }) },
            sample("forecast-loading") { ForecastScreen(Load.Loading, {}, {}, {}) },
            sample("forecast-failed") { s -> ForecastScreen(Load.Failed(broken(s.language)), {}, {}, {}) },
        )

    override val shots: List<Shot> = forecasts + homes + papers + alarms
}

/** A state that is made of samples. */
internal fun sample(name: String, golden: Boolean = false, hidden: Boolean = false, content: @Composable (Samples) -> Unit) =
    Shot(name, golden) { language ->
        val around = LocalAmountsHidden.current
        CompositionLocalProvider(LocalAmountsHidden provides (hidden || around)) { content(Samples.of(language)) }
    }

/** After the start a thousand entries, as after a hundred years. */
private fun StatementView.long() = copy(ledger = ledger.take(1) + many(ledger.filter { it.entry != null }))

private fun StoryView.long() = copy(rows = many(rows).mapIndexed { at, row -> row.copy(seq = (1000 - at).toUInt()) })

/** One statement does not add up, and one never came. */
private fun StoryView.failing(samples: Samples): StoryView {
    val chart = chart ?: return this
    val steps = chart.steps.mapIndexed { at, step ->
        when (at) {
            2 -> step.copy(state = CheckState.UNKNOWN, joined = false)
            4 -> step.copy(state = CheckState.FAILS)
            else -> step
        }
    }
    val says = samples.said("Statement 5 says 64; its own entries add up to 69.", "第5期写的是64分，按其明细应为69分。")
    return copy(chart = chart.copy(steps = steps), findings = listOf(StoryFinding(5u, CheckState.FAILS, says)))
}

/** Longer than anybody writes; the tests of the screens take far longer ones. */
private fun wordy(text: String): String = List(12) { text }.joinToString(" ")

/** A thousand rows. */
internal fun <T> many(rows: List<T>): List<T> = List(1000) { rows[it % rows.size] }

/** Ten thousand characters. */
internal fun long(text: String): String = text.repeat(10_000 / text.length + 1).take(10_000)

/** What the core says when its memory cannot be read. */
internal fun broken(language: Language) =
    if (language == Language.CHINESE) {
        Problem("storage", "无法读取这部手机上的数据。", "内容没有改变。", "请再试一次；若仍不行，请重新打开应用。")
    } else {
        Problem("storage", "What is kept on this phone could not be read.", "It is unchanged.", "Try again. If that does not help, open the app again.")
    }

private val Samples.noAlarm get() = said("Nothing on this phone contradicts itself.", "这部手机上没有互相矛盾的内容。")

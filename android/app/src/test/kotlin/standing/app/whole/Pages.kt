package standing.app.whole

import androidx.compose.runtime.Composable
import java.time.LocalDate
import java.time.ZoneId
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.longOrNull
import standing.app.alarms.AlarmScreen
import standing.app.alarms.AlarmsScreen
import standing.app.businesses.AnswersScreen
import standing.app.businesses.BusinessScreen
import standing.app.businesses.CompareScreen
import standing.app.businesses.RecentScreen
import standing.app.businesses.RegistersScreen
import standing.app.businesses.SearchScreen
import standing.app.businesses.WatchedScreen
import standing.app.cases.CaseFormScreen
import standing.app.cases.CaseLetterScreen
import standing.app.cases.CaseScreen
import standing.app.cases.CasesScreen
import standing.app.cases.ListingCaseScreen
import standing.app.letters.LetterScreen
import standing.app.letters.LettersScreen
import standing.app.perks.BenefitScreen
import standing.app.perks.PerksScreen
import standing.app.perks.RulebookScreen
import standing.app.perks.TillScreen
import standing.app.records.ItemScreen
import standing.app.records.KindsScreen
import standing.app.records.ReceiptScreen
import standing.app.records.ReceiptsScreen
import standing.app.records.RecordsScreen
import standing.app.settings.FreshnessScreen
import standing.app.settings.HelpScreen
import standing.app.settings.MembershipsScreen
import standing.app.settings.NetworkScreen
import standing.app.settings.SampleScreen
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
import standing.app.sync.SyncScreen
import standing.core.ChapterKind
import standing.core.Language
import standing.logic.Load
import standing.logic.alarms.AlarmState
import standing.logic.businesses.AnswersState
import standing.logic.businesses.BusinessState
import standing.logic.businesses.CompareState
import standing.logic.businesses.RecentState
import standing.logic.businesses.RegistersState
import standing.logic.businesses.SearchState
import standing.logic.businesses.WatchedState
import standing.logic.cases.CaseFormState
import standing.logic.cases.CaseLetterState
import standing.logic.cases.CaseState
import standing.logic.cases.ListingCaseState
import standing.logic.letters.LetterState
import standing.logic.letters.LettersState
import standing.logic.records.ItemState
import standing.logic.records.KindsState
import standing.logic.records.QueueState
import standing.logic.records.ReceiptState
import standing.logic.records.ReceiptsState
import standing.logic.samples.BusinessSamples
import standing.logic.samples.RecordSamples
import standing.logic.samples.Samples
import standing.logic.samples.ViewJson
import standing.logic.samples.caseOverdue
import standing.logic.samples.cases
import standing.logic.samples.complianceForm
import standing.logic.samples.contestForm
import standing.logic.samples.contestLetter
import standing.logic.samples.listingCase
import standing.logic.samples.people
import standing.logic.samples.rightForm
import standing.logic.samples.statementFails
import standing.logic.settings.FreshnessState
import standing.logic.settings.MembershipsState
import standing.logic.statement.ComparedState
import standing.logic.statement.HomeState
import standing.logic.statement.RulebooksState
import standing.logic.statement.Side
import standing.logic.statement.ToldState
import standing.logic.sync.SyncState

/** A screen and the view that it shows; [lists] are the lists in it, each by the names that lead to it. */
class Page(val name: String, val view: JsonElement, val lists: List<String>, private val set: List<String>, val draw: @Composable (JsonElement) -> Unit) {
    /** The view with each of its texts ten thousand characters long, but for what the core words by rule: names of pages, days. */
    val long: JsonElement get() = JsonObject(view.long() as JsonObject + set.associateWith { (view as JsonObject).getValue(it) })
}

private inline fun <reified V : Any> page(
    name: String,
    view: V,
    vararg lists: String,
    set: List<String> = emptyList(),
    noinline draw: @Composable (V) -> Unit,
) = Page(name, ViewJson.write(view), lists.toList(), set) { draw(ViewJson.read(it)) }

private val papers = Samples.english
private val records = RecordSamples.of(Language.ENGLISH)
private val businesses = BusinessSamples.of(Language.ENGLISH)

private val TODAY = LocalDate.of(2026, 11, 26)

/** Each view that the core gives. */
val PAGES: List<Page> = papers() + cases() + businesses() + records() + more()

private fun papers() =
    listOf(
        page("home", papers.homeFork, "changes", "alarms", "stars") { HomeScreen(HomeState(papers.memberships, chosen = it.membership, home = Load.Ready(it)), {}, {}) },
        page("statement", papers.statement, "ledger", "notCounted", "changes", set = listOf("title")) { StatementScreen(Load.Ready(it), {}, {}, {}, {}) },
        page("checks", papers.statementFails) { ChecksSheet(Load.Ready(it), {}, {}, {}) },
        page("stars", papers.statement, "stars") { StarsScreen(Load.Ready(it), {}, {}, {}) },
        page("story", papers.storyFork, "rows", "alarms", "moved") { StoryScreen(Load.Ready(it), {}, {}, {}) },
        page("rulebooks", papers.rulebooks, "parts/rows") { RulebooksScreen(RulebooksState(7u, 8u, Load.Ready(it)), {}, {}) },
        page("told", papers.told, "events") { ToldScreen(ToldState(Load.Ready(it)), {}, {}, {}) },
        page("compared", papers.compared, "changes", "moved") { ComparedScreen(ComparedState(1u, 8u, load = Load.Ready(it)), {}, {}, {}) },
        page("compared with", papers.compared, "statements") { ComparedScreen(ComparedState(1u, 8u, Side.LATER, Load.Ready(it)), {}, {}, {}) },
        page("forecast", papers.forecastCity, "quarters", "quarters/moves", "rooms") { ForecastScreen(Load.Ready(it), {}, {}, {}) },
        page("alarms", papers.alarms, "rows") { AlarmsScreen(Load.Ready(it), {}, {}, {}) },
        page("alarm", papers.alarm, "differs") { AlarmScreen(AlarmState(Load.Ready(it)), {}, {}) },
        page("letters", papers.letters, "rest", "withDate") { LettersScreen(LettersState(load = Load.Ready(it)), {}, {}, {}) },
        page("letter", papers.letter, "text") { LetterScreen(LetterState(Load.Ready(it)), {}, {}, {}) },
        page("entry", papers.entry, "steps") { EntryScreen(Load.Ready(it), {}, {}, {}) },
        page("perks", papers.perks, "groups/rows") { PerksScreen(Load.Ready(it), {}, {}, {}) },
        page("benefit", papers.benefit, "changes") { BenefitScreen(Load.Ready(it), {}, {}, {}) },
        page("till", papers.till) { TillScreen(Load.Ready(it), {}, {}) },
        page("rulebook", papers.rulebook, "noticed", "chapters/facts") { view ->
            RulebookScreen(Load.Ready(view), {}, {}, view.chapters.firstOrNull()?.kind?.name ?: ChapterKind.ADDS.name)
        },
    )

private fun cases() =
    listOf(
        page("contest", papers.contestForm, "grounds", set = listOf("title", "deadline")) { CaseFormScreen(CaseFormState(Load.Ready(it)), {}, {}, TODAY) },
        page("comply", papers.complianceForm, set = listOf("title", "deadline")) { CaseFormScreen(CaseFormState(Load.Ready(it)), {}, {}, TODAY) },
        page("right", papers.rightForm, "rights", set = listOf("title", "deadline")) { CaseFormScreen(CaseFormState(Load.Ready(it)), {}, {}, TODAY) },
        page("cases", papers.cases, "rows") { CasesScreen(Load.Ready(it), {}, {}, {}) },
        page("case", papers.caseOverdue, "todo", "events", "steps", "documents", set = listOf("heading")) { CaseScreen(CaseState(Load.Ready(it)), {}, {}, {}) },
        page("listing case", papers.listingCase, "facts") { ListingCaseScreen(ListingCaseState(Load.Ready(it)), {}, {}, {}) },
        page("case letter", papers.contestLetter, set = listOf("title", "deadline")) { CaseLetterScreen(CaseLetterState(Load.Ready(it)), {}, {}) },
    )

private fun businesses() =
    listOf(
        page("search", businesses.searchTea, "rows") { SearchScreen(SearchState("茶", Load.Ready(it), false), {}, {}) },
        page("business", businesses.tea, "listings", "lists") { BusinessScreen(BusinessState(Load.Ready(it)), {}, {}, {}) },
        page("recent", businesses.recent, "rows") { RecentScreen(RecentState(Load.Ready(it)), {}, {}, {}) },
        page("compare", businesses.compare, "businesses", "sections/rows") { CompareScreen(CompareState(it.businesses.map { one -> one.uscc }, Load.Ready(it)), {}, {}, {}) },
        page("watched", businesses.watched, "rows") { WatchedScreen(WatchedState(Load.Ready(it)), {}, {}, {}) },
        page("answers", businesses.answers, "rows") { AnswersScreen(AnswersState(Load.Ready(it)), {}, {}, {}) },
        page("registers", businesses.registers, "rows") { RegistersScreen(RegistersState(Load.Ready(it)), {}, {}, {}) },
    )

private fun records() =
    listOf(
        page("kinds", records.kinds, "kinds") { KindsScreen(KindsState(Load.Ready(it)), {}, {}, {}) },
        page("records", records.queue, "groups/rows") { RecordsScreen(QueueState(papers.memberships, it.membership, Load.Ready(it)), {}, {}) },
        page("receipts", records.receipts, "rows") { ReceiptsScreen(ReceiptsState(Load.Ready(it)), {}, {}, {}) },
        page("item", records.itemNeedsYou) { ItemScreen(ItemState(Load.Ready(it)), {}, {}, {}) },
        page("receipt", records.receipt("accepted")) { ReceiptScreen(ReceiptState(Load.Ready(it)), {}, {}) },
    )

private fun more() =
    listOf(
        page("sync", records.syncDone, "parts") { SyncScreen(SyncState(last = it), {}, {}) },
        page("freshness", papers.freshness, "rows") { FreshnessScreen(FreshnessState(Load.Ready(it)), {}, {}) },
        page("help", papers.help, "topics", "words") { HelpScreen(Load.Ready(it), {}, {}, {}) },
        page("sample", papers.sample, "ledger") { SampleScreen(Load.Ready(it), {}, {}, {}) },
        page("network", papers.network, "rows") { NetworkScreen(Load.Ready(it), ZoneId.of("Asia/Shanghai"), {}, {}) },
        page("people", papers.people(), "people/memberships") { MembershipsScreen(MembershipsState(Load.Ready(it), chosen = "father"), {}, {}, {}) },
    )

private val NUMBERS = setOf("alarm", "item", "id", "n", "seq", "at")
private val CODES = setOf("uscc", "fingerprint", "membership", "entry")

/** The view with a thousand of what stands in one of its lists, each told apart by its number or code. */
fun JsonElement.thousand(list: String): JsonElement {
    val (first, rest) = list.substringBefore('/') to list.substringAfter('/', "")
    val held = (this as JsonObject).getValue(first) as JsonArray
    check(held.isNotEmpty()) { "nothing stands in $first" }
    val more = if (rest.isEmpty()) List(1000) { held[it % held.size].numbered(it) } else listOf(held.first().thousand(rest)) + held.drop(1)
    return JsonObject(this + (first to JsonArray(more)))
}

private fun JsonElement.numbered(n: Int): JsonElement =
    if (this !is JsonObject) this
    else JsonObject(mapValues { (name, value) ->
        when {
            name in NUMBERS && (value as? JsonPrimitive)?.longOrNull != null -> JsonPrimitive(n)
            name in CODES && (value as? JsonPrimitive)?.isString == true -> JsonPrimitive(value.content + n)
            else -> value
        }
    })

/** What is a name in the program or is written by rule, and is never long. */
private val SET = Regex("[A-Z_]+|[^\\p{L}]*")
private val WRITTEN = CODES + setOf("is", "code", "hash", "points", "score", "sum", "soFar", "of", "gtin")
private val LONG = ("A long word about a deed, 很长的说明文字。".repeat(400) + "x".repeat(10_000)).take(10_000)

private fun JsonElement.long(name: String = ""): JsonElement =
    when {
        this is JsonObject -> JsonObject(mapValues { (name, value) -> value.long(name) })
        this is JsonArray -> JsonArray(map { it.long(name) })
        this is JsonPrimitive && isString && name !in WRITTEN && !SET.matches(jsonPrimitive.content) -> JsonPrimitive(LONG)
        else -> this
    }

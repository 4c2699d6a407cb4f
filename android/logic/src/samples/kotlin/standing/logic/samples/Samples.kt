package standing.logic.samples

import kotlinx.serialization.json.Json
import standing.core.AlarmView
import standing.core.AlarmsView
import standing.core.BenefitView
import standing.core.CheckState
import standing.core.EntryView
import standing.core.ForecastView
import standing.core.FreshKind
import standing.core.FreshnessView
import standing.core.HelpView
import standing.core.HomeView
import standing.core.AuthorityPreview
import standing.core.JoinView
import standing.core.Language
import standing.core.LetterView
import standing.core.LettersView
import standing.core.LinkView
import standing.core.MembershipView
import standing.core.NetworkView
import standing.core.PerksView
import standing.core.RulebookComparisonView
import standing.core.RulebookView
import standing.core.SampleView
import standing.core.StatementComparisonView
import standing.core.StatementView
import standing.core.StoryView
import standing.core.TillView
import standing.core.ToldView

/** Views as the core made them for the sandbox's resident, in one language. `CaptureTest` renews them. */
class Samples private constructor(val language: Language, private val folder: String) {
    /** The village's newest statement: every check holds, one entry came without a notice. */
    val home get() = read<HomeView>("home")

    /** A thousand points, no stars. */
    val homeCity get() = read<HomeView>("home-city")

    /** Before the first sync. */
    val homeFirst get() = read<HomeView>("home-first")

    /** Two records wait on the phone. */
    val homeWaiting get() = read<HomeView>("home-waiting")

    /** The authority showed a second history. */
    val homeFork get() = read<HomeView>("home-fork")

    /** Two statements with one number, side by side; and all warnings of that phone. */
    val alarm get() = read<AlarmView>("alarm")
    val alarms get() = read<AlarmsView>("alarms")

    /** Every notice, one of them with a day to keep; that one; and one about household stars. */
    val letters get() = read<LettersView>("letters")
    val letter get() = read<LetterView>("letter")
    val letterStars get() = read<LetterView>("letter-stars")

    val statement get() = read<StatementView>("statement")
    val statementCity get() = read<StatementView>("statement-city")
    val statementFirst get() = read<StatementView>("statement-first")

    /** An entry of which no notice has reached the phone. */
    val entry get() = read<EntryView>("entry")

    /** An entry of which the person was told. */
    val entryTold get() = read<EntryView>("entry-told")

    /** How the village's and the city's scores came about; and the village's where two statements have one number. */
    val story get() = read<StoryView>("story")
    val storyCity get() = read<StoryView>("story-city")
    val storyFirst get() = read<StoryView>("story-first")
    val storyFork get() = read<StoryView>("story-fork")
    val rulebooks get() = read<RulebookComparisonView>("rulebooks")

    /** The village's first and its newest statement. */
    val compared get() = read<StatementComparisonView>("compared")

    /** Of an entry, and of stars. */
    val told get() = read<ToldView>("told")
    val toldStars get() = read<ToldView>("told-stars")

    /** What comes next for the village, and for the city. */
    val forecast get() = read<ForecastView>("forecast")
    val forecastCity get() = read<ForecastView>("forecast-city")
    val forecastFirst get() = read<ForecastView>("forecast-first")

    val perks get() = read<PerksView>("perks")
    val perksCity get() = read<PerksView>("perks-city")

    /** A perk that is open, also as the till sees it; and a restriction that is not in force. */
    val benefit get() = read<BenefitView>("benefit")
    val benefitClosed get() = read<BenefitView>("benefit-closed")
    val benefitBoard get() = read<BenefitView>("benefit-board")
    val till get() = read<TillView>("till")
    val rulebook get() = read<RulebookView>("rulebook")
    val rulebookCity get() = read<RulebookView>("rulebook-city")

    /** The village and the city. */
    val memberships get() = listOf("membership-village", "membership-city").map { read<MembershipView>(it) }

    /** The village's link, before anything was sent. */
    val link get() = read<LinkView>("link")

    /** What the village says of itself before it has proved anything. */
    val preview get() = read<AuthorityPreview>("preview")

    /** What the village answers to the code. */
    val joining get() = read<JoinView>("joining")

    /** Two memberships and a register, synced just now. */
    /** What people ask and what the words mean; and a statement that belongs to nobody. */
    val help get() = read<HelpView>("help")
    val sample get() = read<SampleView>("sample")

    val freshness get() = read<FreshnessView>("freshness")

    /** The same without a network, when the register is old and an update of it waits. */
    val freshnessOld: FreshnessView
        get() = freshness.copy(
            state = CheckState.UNKNOWN,
            text = said("1 of 1 is out of date or not known.", "1项中有1项已过期或无法确认。"),
            rows = freshness.rows.filter { it.kind == FreshKind.REGISTER }.map {
                it.copy(
                    state = CheckState.UNKNOWN,
                    word = said("Out of date", "已过期"),
                    detail = said("2,000 lines of 3 November 2026. The next update was due Tuesday 10 November 2026, 13 days ago.", "2026年11月3日版，共2000条。应更新日期：2026年11月10日（星期二），13天前。"),
                    todo = said("An update of 18 MB waits for Wi-Fi or another network without data charges.", "有18 MB的更新，等连上Wi-Fi或其他不按流量计费的网络时再下载。"),
                    update = it.name,
                )
            },
        )

    /** Joined, and nothing asked for yet. */
    val freshnessFirst get() = read<FreshnessView>("freshness-first")

    /** Everything that joining twice and one sync asked for. */
    val network get() = read<NetworkView>("network")
    val networkNone get() = read<NetworkView>("network-none")

    private inline fun <reified V : Any> read(name: String): V {
        val path = "/standing/samples/$folder/$name.json"
        val file = checkNotNull(Samples::class.java.getResource(path)) { "no sample $path" }
        return ViewJson.read<V>(Json.parseToJsonElement(file.readText()))
    }

    companion object {
        val english = Samples(Language.ENGLISH, "en")
        val chinese = Samples(Language.CHINESE, "zh-Hans")

        fun of(language: Language) = if (language == Language.CHINESE) chinese else english
    }
}

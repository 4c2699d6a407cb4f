package standing.logic.samples

import java.util.concurrent.CopyOnWriteArrayList
import standing.core.AlarmExport
import standing.core.AlarmView
import standing.core.AlarmsView
import standing.core.AppInterface
import standing.core.BenefitView
import standing.core.CaseFileView
import standing.core.EntryView
import standing.core.ForecastView
import standing.core.HomeView
import standing.core.LetterView
import standing.core.LettersView
import standing.core.MembershipId
import standing.core.PerksView
import standing.core.RulebookComparisonView
import standing.core.RulebookView
import standing.core.StatementComparisonView
import standing.core.StatementView
import standing.core.StoryView
import standing.core.TillView
import standing.core.ToldTarget
import standing.core.ToldView

/** The part of [FakeCore] that is about what an authority signed: statements, letters, warnings, rules. */
open class FakePapers : AppInterface by unanswered() {
    /** The calls in order, by name. */
    val calls = CopyOnWriteArrayList<String>()

    /** Looks at each call before it is answered, by its name: such as whether it may wait here. */
    var before: (String) -> Unit = {}

    var home: (MembershipId) -> HomeView = { unanswered("home") }
    var story: (MembershipId) -> StoryView = { unanswered("story") }
    var compareStatements: (MembershipId, UInt, UInt) -> StatementComparisonView = { _, _, _ -> unanswered("compareStatements") }
    var compareRulebooks: (MembershipId, UInt, UInt) -> RulebookComparisonView = { _, _, _ -> unanswered("compareRulebooks") }
    var told: (MembershipId, ToldTarget) -> ToldView = { _, _ -> unanswered("told") }
    var caseFile: (MembershipId, ToldTarget, String) -> CaseFileView = { _, _, _ -> unanswered("caseFile") }
    var statement: (MembershipId, UInt) -> StatementView = { _, _ -> unanswered("statement") }
    var entry: (MembershipId, UInt, String) -> EntryView = { _, _, _ -> unanswered("entry") }
    var forecast: (MembershipId) -> ForecastView = { unanswered("forecast") }
    var alarms: (MembershipId?) -> AlarmsView = { unanswered("alarms") }
    var alarm: (MembershipId?, Long) -> AlarmView = { _, _ -> unanswered("alarm") }
    var putAside: (MembershipId?, Long, String) -> AlarmsView = { _, _, _ -> unanswered("putAside") }
    var reopen: (MembershipId?, Long) -> AlarmsView = { _, _ -> unanswered("reopen") }
    var exportAlarm: (MembershipId?, Long) -> AlarmExport = { _, _ -> unanswered("exportAlarm") }
    var letters: (MembershipId, String) -> LettersView = { _, _ -> unanswered("letters") }
    var letter: (MembershipId, UInt) -> LetterView = { _, _ -> unanswered("letter") }
    var markLetters: (MembershipId, List<UInt>, Boolean) -> Unit = { _, _, _ -> unanswered("markLetters") }
    var perks: (MembershipId) -> PerksView = { unanswered("perks") }
    var benefit: (MembershipId, String) -> BenefitView = { _, _ -> unanswered("benefit") }
    var till: (MembershipId, String) -> TillView = { _, _ -> unanswered("till") }
    var rulebook: (MembershipId) -> RulebookView = { unanswered("rulebook") }

    override fun home(membership: MembershipId) = noted("home") { home.invoke(membership) }

    override fun story(membership: MembershipId) = noted("story") { story.invoke(membership) }

    override fun compareRulebooks(membership: MembershipId, one: UInt, other: UInt) =
        noted("compareRulebooks") { compareRulebooks.invoke(membership, one, other) }

    override fun compareStatements(membership: MembershipId, one: UInt, other: UInt) =
        noted("compareStatements") { compareStatements.invoke(membership, one, other) }

    override fun caseFile(membership: MembershipId, target: ToldTarget, file: String) =
        noted("caseFile") { caseFile.invoke(membership, target, file) }

    override fun told(membership: MembershipId, target: ToldTarget) = noted("told") { told.invoke(membership, target) }

    override fun statement(membership: MembershipId, seq: UInt) =
        noted("statement") { statement.invoke(membership, seq) }

    override fun entry(membership: MembershipId, seq: UInt, entry: String) =
        noted("entry") { this.entry.invoke(membership, seq, entry) }

    override fun forecast(membership: MembershipId) = noted("forecast") { forecast.invoke(membership) }

    override fun alarms(membership: MembershipId?) = noted("alarms") { alarms.invoke(membership) }

    override fun alarm(membership: MembershipId?, alarm: Long) = noted("alarm") { this.alarm.invoke(membership, alarm) }

    override fun putAside(membership: MembershipId?, alarm: Long, seen: String) =
        noted("putAside") { putAside.invoke(membership, alarm, seen) }

    override fun reopen(membership: MembershipId?, alarm: Long) = noted("reopen") { reopen.invoke(membership, alarm) }

    override fun exportAlarm(membership: MembershipId?, alarm: Long) =
        noted("exportAlarm") { exportAlarm.invoke(membership, alarm) }

    override fun letters(membership: MembershipId, search: String) = noted("letters") { letters.invoke(membership, search) }

    override fun letter(membership: MembershipId, n: UInt) = noted("letter") { letter.invoke(membership, n) }

    override fun markLetters(membership: MembershipId, letters: List<UInt>, read: Boolean) =
        noted("markLetters") { markLetters.invoke(membership, letters, read) }

    override fun perks(membership: MembershipId) = noted("perks") { perks.invoke(membership) }

    override fun benefit(membership: MembershipId, id: String) = noted("benefit") { benefit.invoke(membership, id) }

    override fun till(membership: MembershipId, id: String) = noted("till") { till.invoke(membership, id) }

    override fun rulebook(membership: MembershipId) = noted("rulebook") { rulebook.invoke(membership) }

    protected inline fun <T> noted(name: String, answer: () -> T): T {
        before(name)
        calls += name
        return answer()
    }
}

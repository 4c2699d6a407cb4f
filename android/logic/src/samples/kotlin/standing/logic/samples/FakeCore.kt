package standing.logic.samples

import java.util.concurrent.CopyOnWriteArrayList
import standing.core.AnswerFile
import standing.core.ArchiveView
import standing.core.AuthorityPreview
import standing.core.BusinessView
import standing.core.ComparisonView
import standing.core.DraftView
import standing.core.EditView
import standing.core.ExportView
import standing.core.Fetch
import standing.core.FreshnessView
import standing.core.GroupAnswer
import standing.core.HelpView
import standing.core.JoinView
import standing.core.KeptView
import standing.core.LeaveView
import standing.core.LinkView
import standing.core.MembershipId
import standing.core.MembershipView
import standing.core.NetworkKind
import standing.core.NetworkView
import standing.core.Observer
import standing.core.PeopleView
import standing.core.PersonDraft
import standing.core.QueueItemView
import standing.core.QueueView
import standing.core.ReceiptView
import standing.core.ReceiptsView
import standing.core.RecentView
import standing.core.RecordDraft
import standing.core.RecordKindsView
import standing.core.RegisterView
import standing.core.RegistersView
import standing.core.SampleView
import standing.core.SavedAnswersView
import standing.core.ScanView
import standing.core.SearchView
import standing.core.SettingsView
import standing.core.Stopper
import standing.core.Subscription
import standing.core.SyncRun
import standing.core.WatchedView

/**
 * A core that answers as the test says. What has no answer yet fails by its name.
 *
 * Replace what the test is about: `core.home = { sample }` or `core.home = { throw refused }`. An
 * answer may wait, as the real core may.
 */
class FakeCore : FakeCases() {
    /** Who listens to syncs now. */
    val observers = CopyOnWriteArrayList<Observer>()

    var memberships: () -> List<MembershipView> = { unanswered("memberships") }
    var people: () -> PeopleView = { unanswered("people") }
    var keepPerson: (MembershipId, PersonDraft) -> Unit = { _, _ -> unanswered("keepPerson") }
    var relyOnRegister: (String, Boolean) -> RegistersView = { _, _ -> unanswered("relyOnRegister") }
    var readLink: (String) -> LinkView = { unanswered("readLink") }
    var authorityPreview: suspend (String) -> AuthorityPreview = { unanswered("authorityPreview") }
    var checkGroups: (String, List<GroupAnswer>) -> Unit = { _, _ -> unanswered("checkGroups") }
    var join: suspend (String, String) -> JoinView = { _, _ -> unanswered("join") }
    var addRegister: suspend (String, Boolean) -> RegisterView = { _, _ -> unanswered("addRegister") }
    /** What each adding of a register was allowed to fetch. */
    val fetches = mutableListOf<Fetch>()
    var updateRegister: (String) -> SyncRun = { unanswered("updateRegister") }
    var removeRegister: (String) -> Unit = { unanswered("removeRegister") }
    var leaving: (MembershipId) -> LeaveView = { unanswered("leaving") }
    var leaveMembership: (MembershipId) -> Unit = { unanswered("leaveMembership") }
    var confirm: (MembershipId, Boolean) -> Unit = { _, _ -> unanswered("confirm") }
    var search: (String) -> SearchView = { unanswered("search") }
    var business: (String) -> BusinessView = { unanswered("business") }
    var noteLookup: (String) -> Unit = {}
    var recent: () -> RecentView = { unanswered("recent") }
    var eraseRecent: () -> Unit = { unanswered("eraseRecent") }
    var compare: (List<String>) -> ComparisonView = { unanswered("compare") }
    var watched: () -> WatchedView = { unanswered("watched") }
    var watch: (String) -> Unit = { unanswered("watch") }
    var unwatch: (String) -> Unit = { unanswered("unwatch") }
    var eraseWatched: () -> Unit = { unanswered("eraseWatched") }
    var saveAnswer: suspend (String) -> Unit = { unanswered("saveAnswer") }
    var savedAnswers: () -> SavedAnswersView = { unanswered("answers") }
    var exportAnswer: (Long) -> AnswerFile = { unanswered("exportAnswer") }
    var eraseAnswer: (Long) -> Unit = { unanswered("eraseAnswer") }
    var registers: () -> RegistersView = { unanswered("registers") }
    var scan: (String) -> ScanView = { unanswered("scan") }
    var recordKinds: (MembershipId) -> RecordKindsView = { unanswered("recordKinds") }
    var checkDraft: (MembershipId, RecordDraft) -> DraftView = { _, _ -> unanswered("checkDraft") }
    /** The names of the forms that were sent. */
    val forms = mutableListOf<String>()
    var queueRecord: (MembershipId, RecordDraft) -> KeptView = { _, _ -> unanswered("queueRecord") }
    var queue: (MembershipId) -> QueueView = { unanswered("queue") }
    var queueItem: (MembershipId, Long) -> QueueItemView = { _, _ -> unanswered("queueItem") }
    var retryRecord: (MembershipId, Long) -> QueueItemView = { _, _ -> unanswered("retryRecord") }
    var confirmRecord: (MembershipId, Long) -> QueueItemView = { _, _ -> unanswered("confirmRecord") }
    var withdrawRecord: (MembershipId, Long) -> QueueItemView = { _, _ -> unanswered("withdrawRecord") }
    var editRecord: (MembershipId, Long) -> EditView = { _, _ -> unanswered("editRecord") }
    var archiveContents: (MembershipId?) -> ArchiveView = { unanswered("archiveContents") }
    var exportAll: (MembershipId?, String) -> ArchiveView = { _, _ -> unanswered("exportAll") }
    var removePhotos: (MembershipId, Long) -> QueueItemView = { _, _ -> unanswered("removePhotos") }
    var exportRecord: (MembershipId, Long) -> ExportView = { _, _ -> unanswered("exportRecord") }
    var receipt: (MembershipId, Long) -> ReceiptView = { _, _ -> unanswered("receipt") }
    var receipts: (MembershipId) -> ReceiptsView = { unanswered("receipts") }
    var freshness: () -> FreshnessView = { unanswered("freshness") }
    var help: () -> HelpView = { unanswered("help") }
    var sample: () -> SampleView = { unanswered("sample") }
    var networkAccesses: () -> NetworkView = { unanswered("networkAccesses") }
    var settings: () -> SettingsView = { unanswered("settings") }
    var setSettings: (SettingsView) -> Unit = { unanswered("setSettings") }
    var erase: () -> Unit = { unanswered("erase") }
    var sync: (NetworkKind) -> SyncRun = { unanswered("sync") }
    var syncUnasked: (NetworkKind, UInt) -> SyncRun = { _, _ -> unanswered("syncUnasked") }

    override fun memberships() = noted("memberships") { memberships.invoke() }

    override fun people() = noted("people") { people.invoke() }

    override fun keepPerson(membership: MembershipId, draft: PersonDraft) = noted("keepPerson") { keepPerson.invoke(membership, draft) }

    override fun relyOnRegister(fingerprint: String, relied: Boolean) =
        noted("relyOnRegister") { relyOnRegister.invoke(fingerprint, relied) }

    override fun readLink(text: String) = noted("readLink") { readLink.invoke(text) }

    override suspend fun authorityPreview(link: String, stopper: Stopper) = noted("authorityPreview") { authorityPreview.invoke(link) }

    override fun checkGroups(link: String, typed: List<GroupAnswer>) = noted("checkGroups") { checkGroups.invoke(link, typed) }

    override suspend fun join(link: String, code: String, stopper: Stopper) = noted("join") { join.invoke(link, code) }

    override suspend fun joinNamesake(link: String, code: String, seen: String, stopper: Stopper) =
        noted("joinNamesake") { join.invoke(link, code) }

    override suspend fun addRegister(link: String, relied: Boolean, fetch: Fetch, stopper: Stopper) =
        noted("addRegister") {
            fetches += fetch
            addRegister.invoke(link, relied)
        }

    override fun updateRegister(fingerprint: String) = noted("updateRegister") { updateRegister.invoke(fingerprint) }

    override fun removeRegister(fingerprint: String) = noted("removeRegister") { removeRegister.invoke(fingerprint) }

    override fun leaving(membership: MembershipId) = noted("leaving") { leaving.invoke(membership) }

    override fun leaveMembership(membership: MembershipId) = noted("leaveMembership") { leaveMembership.invoke(membership) }

    override fun confirm(membership: MembershipId, mine: Boolean) =
        noted("confirm") { confirm.invoke(membership, mine) }

    override fun search(text: String) = noted("search") { search.invoke(text) }

    override fun business(uscc: String) = noted("business") { business.invoke(uscc) }

    override fun noteLookup(uscc: String) = noted("noteLookup") { noteLookup.invoke(uscc) }

    override fun recent() = noted("recent") { recent.invoke() }

    override fun eraseRecent() = noted("eraseRecent") { eraseRecent.invoke() }

    override fun compare(codes: List<String>) = noted("compare") { compare.invoke(codes) }

    override fun watched() = noted("watched") { watched.invoke() }

    override fun watch(uscc: String) = noted("watch") { watch.invoke(uscc) }

    override fun unwatch(uscc: String) = noted("unwatch") { unwatch.invoke(uscc) }

    override fun eraseWatched() = noted("eraseWatched") { eraseWatched.invoke() }

    override suspend fun saveAnswer(uscc: String) = noted("saveAnswer") { saveAnswer.invoke(uscc) }

    override fun answers() = noted("answers") { savedAnswers.invoke() }

    override fun exportAnswer(id: Long) = noted("exportAnswer") { exportAnswer.invoke(id) }

    override fun eraseAnswer(id: Long) = noted("eraseAnswer") { eraseAnswer.invoke(id) }

    override fun registers() = noted("registers") { registers.invoke() }

    override fun scan(text: String) = noted("scan") { scan.invoke(text) }

    override fun recordKinds(membership: MembershipId) = noted("recordKinds") { recordKinds.invoke(membership) }

    override fun checkDraft(membership: MembershipId, draft: RecordDraft) =
        noted("checkDraft") { checkDraft.invoke(membership, draft) }

    override fun queueRecord(membership: MembershipId, draft: RecordDraft, form: String) =
        noted("queueRecord") { queueRecord.invoke(membership, draft).also { forms += form } }

    override fun queue(membership: MembershipId) = noted("queue") { queue.invoke(membership) }

    override fun queueItem(membership: MembershipId, item: Long) =
        noted("queueItem") { queueItem.invoke(membership, item) }

    override fun retryRecord(membership: MembershipId, item: Long) =
        noted("retryRecord") { retryRecord.invoke(membership, item) }

    override fun confirmRecord(membership: MembershipId, item: Long) =
        noted("confirmRecord") { confirmRecord.invoke(membership, item) }

    override fun withdrawRecord(membership: MembershipId, item: Long) =
        noted("withdrawRecord") { withdrawRecord.invoke(membership, item) }

    override fun removePhotos(membership: MembershipId, item: Long) =
        noted("removePhotos") { removePhotos.invoke(membership, item) }

    override fun archiveContents(of: MembershipId?) = noted("archiveContents") { archiveContents.invoke(of) }

    override fun exportAll(of: MembershipId?, file: String) = noted("exportAll") { exportAll.invoke(of, file) }

    override fun editRecord(membership: MembershipId, item: Long) =
        noted("editRecord") { editRecord.invoke(membership, item) }

    override fun exportRecord(membership: MembershipId, item: Long) =
        noted("exportRecord") { exportRecord.invoke(membership, item) }

    override fun receipt(membership: MembershipId, item: Long) = noted("receipt") { receipt.invoke(membership, item) }

    override fun receipts(membership: MembershipId) = noted("receipts") { receipts.invoke(membership) }

    override fun freshness() = noted("freshness") { freshness.invoke() }

    override fun help() = noted("help") { help.invoke() }

    override fun sample() = noted("sample") { sample.invoke() }

    override fun networkAccesses() = noted("networkAccesses") { networkAccesses.invoke() }

    override fun settings() = noted("settings") { settings.invoke() }

    override fun setSettings(settings: SettingsView) = noted("setSettings") { setSettings.invoke(settings) }

    override fun erase() = noted("erase") { erase.invoke() }

    override fun sync(network: NetworkKind) = noted("sync") { sync.invoke(network) }

    override fun syncUnasked(network: NetworkKind, seconds: UInt) = noted("syncUnasked") { syncUnasked.invoke(network, seconds) }

    override fun observe(observer: Observer): Subscription =
        noted("observe") {
            observers += observer
            FakeSubscription { observers -= observer }
        }
}

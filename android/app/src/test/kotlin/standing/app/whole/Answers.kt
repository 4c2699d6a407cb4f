package standing.app.whole

import standing.core.AlarmExport
import standing.core.AnswerFile
import standing.core.CalendarFile
import standing.core.CaseFileView
import standing.core.CaseLetterKind
import standing.core.DonationAmount
import standing.core.DraftBody
import standing.core.EditView
import standing.core.ExportView
import standing.core.KeptView
import standing.core.Language
import standing.core.LeaveView
import standing.core.ListingAim
import standing.core.RecordDraft
import standing.core.RecordKind
import standing.core.SettingsView
import standing.logic.Place
import standing.logic.cases.About
import standing.logic.cases.AboutKind
import standing.logic.samples.BusinessSamples
import standing.logic.samples.FakeCore
import standing.logic.samples.FakeSync
import standing.logic.samples.RecordSamples
import standing.logic.samples.SETTINGS
import standing.logic.samples.Samples
import standing.logic.samples.alarmAside
import standing.logic.samples.alarmsBoth
import standing.logic.samples.case
import standing.logic.samples.caseOverdue
import standing.logic.samples.cases
import standing.logic.samples.complianceForm
import standing.logic.samples.contestForm
import standing.logic.samples.contestLetter
import standing.logic.samples.contestReady
import standing.logic.samples.core
import standing.logic.samples.listingCase
import standing.logic.samples.people
import standing.logic.samples.rightForm
import standing.logic.statement.ToldAbout
import standing.logic.statement.ToldKind

private val papers = Samples.english
private val records = RecordSamples.of(Language.ENGLISH)
private val businesses = BusinessSamples.of(Language.ENGLISH)
private val village = papers.home.membership
private const val ITEM = 7L
private const val ALARM = 3L
private const val ASIDE = 1003L
private const val LETTER = 14u

/** One that asks once more whether it is to be sent. */
private const val COOLED = 8L

/** One of each place, none of which needs anything but its own words to be opened. */
val PLACES: List<Place> =
    listOf(
        Place.Home,
        Place.Businesses,
        Place.Records,
        Place.More,
        Place.Join(),
        Place.Statement(village, 8u),
        Place.Checks(village, 8u),
        Place.Entry(village, 8u, "E-2026-014"),
        Place.History(village),
        Place.Compared(village, 1u, 8u),
        Place.Rulebooks(village, 7u, 8u),
        Place.Told(village, ToldAbout(ToldKind.ENTRY, "E-2026-014")),
        Place.Forecast(village),
        Place.Stars(village, 8u),
        Place.Alarms(village),
        Place.Alarms(),
        Place.Alarm(village, ALARM),
        Place.Alarm(village, ASIDE),
        Place.Letters(village),
        Place.Letter(village, LETTER),
        Place.Perks(village),
        Place.Benefit(village, "soap"),
        Place.Till(village, "soap"),
        Place.Rulebook(village),
        Place.Contest(village, About(AboutKind.ENTRY, "E-2026-014")),
        Place.Comply(village, About(AboutKind.ENTRY, "E-2026-014")),
        Place.RightsDesk,
        Place.RightRequest(village),
        Place.Cases(village),
        Place.Case(village, ITEM),
        Place.CaseLetter(village, ITEM, CaseLetterKind.REMINDER),
        Place.HandIn(village, ITEM),
        Place.PaperAnswer(village, ITEM),
        Place.Business("91330106MA2CFLDG4R"),
        Place.ListingForm("91330106MA2CFLDG4R", "root", "list.example", "L1", done = false),
        Place.ListingForm("91330106MA2CFLDG4R", "root", "list.example", "L1", done = true),
        Place.ListingCase(ITEM),
        Place.ListingLetter(ITEM),
        Place.ListingHandIn(ITEM),
        Place.Recent,
        Place.Compare(),
        Place.Compare(listOf("91330106MA2CFLDG4R", "91330106MA2CFLDG5R")),
        Place.Watched,
        Place.Answers,
        Place.Scan,
        Place.NewRecord(village),
        Place.Form(village, RecordKind.BLOOD_DONATION),
        Place.Form(village, RecordKind.VOLUNTEERING),
        Place.Form(village, RecordKind.SELF_REPORT),
        Place.Form(village, RecordKind.BLOOD_DONATION, edits = ITEM),
        Place.TakePhoto,
        Place.Item(village, ITEM),
        Place.Item(village, COOLED),
        Place.Receipt(village, ITEM),
        Place.Receipts(village),
        Place.Sync,
        Place.Settings,
        Place.Freshness,
        Place.NetworkAccesses,
        Place.Memberships,
        Place.Person(village),
        Place.Registers,
        Place.AddRegister(),
        Place.AddRegister("standing:register?v=1"),
        Place.Licences,
        Place.Help,
        Place.Sample,
        Place.Archive,
        Place.Erase,
    )

/** A core that has an answer to everything, and keeps the settings that it is given. */
fun answeringAll(run: FakeSync): FakeCore =
    papers.core().apply {
        var kept: SettingsView = SETTINGS
        settings = { kept }
        setSettings = { kept = it }
        sync = { run }
        erase = {}
        freshness = { papers.freshness }
        networkAccesses = { papers.network }
        readLink = { if ("register" in it) businesses.linkRegister else papers.link }
        authorityPreview = { papers.preview }
        join = { _, _ -> papers.joining }
        confirm = { _, _ -> }
        alarms = { papers.alarmsBoth }
        alarm = { _, id -> if (id == ASIDE) papers.alarmAside else papers.alarm }
        people = { papers.people(papers.memberships) }
        keepPerson = { _, _ -> }
        caseFile = { _, _, _ -> papers.told.caseFile }
        letters = { _, _ -> papers.letters }
        // Read before: what marking costs is LetterPresenter's.
        letter = { _, _ -> papers.letter.copy(isNew = false) }
        markLetters = { _, _, _ -> }
        putAside = { _, _, _ -> papers.alarmsBoth }
        reopen = { _, _ -> papers.alarmsBoth }
        exportAlarm = { _, _ -> AlarmExport("standing-alarm-fork.json", "{}") }
        businesses()
        records()
        cases()
    }

private fun FakeCore.cases() {
    contestForm = { _, _, _ -> papers.contestForm }
    checkContest = { _, _ -> papers.contestReady }
    contest = { _, _ -> KeptView(ITEM, "Kept.") }
    contestLetter = { _, _ -> papers.contestLetter }
    complianceForm = { papers.complianceForm }
    checkCompliance = { papers.contestReady }
    comply = { KeptView(ITEM, "Kept.") }
    complianceLetter = { _, _ -> papers.contestLetter }
    rightForm = { papers.rightForm }
    checkRight = { papers.contestReady }
    requestRight = { KeptView(ITEM, "Kept.") }
    rightLetter = { _, _ -> papers.contestLetter }
    noteAnswer = { _, _ -> papers.case }
    cases = { papers.cases }
    casePage = { _, _ -> papers.caseOverdue }
    caseLetter = { _, _, _ -> papers.contestLetter }
    noteHandIn = { _, _, _ -> papers.case }
    listingForm = { _, aim -> if (aim == ListingAim.DONE) papers.complianceForm else papers.contestForm }
    checkListingLetter = { papers.contestReady }
    listingLetter = { _, _ -> papers.contestLetter }
    keepListingLetter = { KeptView(ITEM, "Kept.") }
    listingCase = { papers.listingCase }
    listingCaseLetter = { _, _ -> papers.contestLetter }
    noteListingHandIn = { _, _, _ -> papers.listingCase }
    eraseListingCase = {}
    caseCalendar = { _, _ -> CalendarFile("standing-dates.ics", "BEGIN:VCALENDAR") }
    exportCase = { CaseFileView("standing-case-2026-11-29.zip", "In the file: a summary, the letter, the records with any photos, and 6 signed originals.") }
}

private fun FakeCore.businesses() {
    checkGroups = { _, _ -> }
    addRegister = { _, _ -> businesses.registerAdded }
    updateRegister = { FakeSync() }
    removeRegister = {}
    relyOnRegister = { _, _ -> businesses.registers }
    leaving = { LeaveView("authority", "text") }
    leaveMembership = {}
    search = { if (it.isEmpty()) businesses.searchNothing else businesses.searchTea }
    business = { businesses.tea }
    recent = { businesses.recent }
    eraseRecent = {}
    compare = { if (it.size < 2) businesses.compareOne else businesses.compare }
    watched = { businesses.watched }
    watch = {}
    unwatch = {}
    eraseWatched = {}
    saveAnswer = {}
    savedAnswers = { businesses.answers }
    exportAnswer = { AnswerFile("standing-proof.json", "{}") }
    eraseAnswer = {}
    registers = { businesses.registers.run { copy(rows = rows.map { it.copy(asksFirst = "18 MB wait for Wi-Fi.") }) } }
    scan = { businesses.scanBusiness }
}

private fun FakeCore.records() {
    val due = records.item("received").deadline
    val item = records.itemNeedsYou.copy(item = ITEM, canWithdraw = true, canRetry = true, canEdit = true, canRemovePhotos = true, hasReceipt = true, deadline = due)
    val checked = records.draft("blood").copy(ready = true, notes = emptyList())
    recordKinds = { records.kinds }
    checkDraft = { _, _ -> checked }
    queueRecord = { _, _ -> KeptView(ITEM, "Kept.") }
    queue = { records.queue }
    queueItem = { _, n -> if (n == COOLED) records.itemConfirm.copy(item = n, canWithdraw = true) else item }
    retryRecord = { _, _ -> item }
    confirmRecord = { _, _ -> item }
    withdrawRecord = { _, _ -> records.item("withdrawn") }
    editRecord = { _, _ ->
        val body = DraftBody.BloodDonation("ZJ33010026110042", "2026-11-20", "杭州市血液中心", DonationAmount.WholeBlood(400u))
        EditView(RecordDraft(body, photo = null, edits = ITEM), checked)
    }
    archiveContents = { _ -> records.archive }
    exportAll = { _, _ -> records.archive }
    removePhotos = { _, _ -> item }
    exportRecord = { _, _ -> ExportView("record.json", "{}", emptyList()) }
    receipt = { _, _ -> records.receipt("received") }
    receipts = { records.receipts }
}

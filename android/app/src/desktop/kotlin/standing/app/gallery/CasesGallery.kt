package standing.app.gallery

import androidx.compose.runtime.CompositionLocalProvider
import java.time.LocalDate
import standing.app.cases.CaseFormScreen
import standing.app.cases.CaseLetterScreen
import standing.app.cases.CaseScreen
import standing.app.cases.CasesScreen
import standing.app.cases.HandInScreen
import standing.app.cases.ListingCaseScreen
import standing.app.cases.PaperAnswerScreen
import standing.app.cases.RightsDeskScreen
import standing.app.records.LocalThumbnails
import standing.core.ContestGround
import standing.core.PaperSays
import standing.core.RightKind
import standing.logic.Load
import standing.logic.Place
import standing.logic.SaveAnswer
import standing.logic.cases.CaseFormState
import standing.logic.cases.CaseLetterState
import standing.logic.cases.CaseState
import standing.logic.cases.CaseTyped
import standing.logic.cases.ListingCaseState
import standing.logic.cases.PaperState
import standing.logic.records.PhotoTrouble
import standing.logic.samples.Samples
import standing.logic.samples.case
import standing.logic.samples.caseOverdue
import standing.logic.samples.cases
import standing.logic.samples.complianceForm
import standing.logic.samples.contestAgain
import standing.logic.samples.contestForm
import standing.logic.samples.contestLetter
import standing.logic.samples.contestPaper
import standing.logic.samples.contestReady
import standing.logic.samples.contestWrong
import standing.logic.samples.family
import standing.logic.samples.father
import standing.logic.samples.listingCase
import standing.logic.samples.listingCaseWritten
import standing.logic.samples.rightForm
import standing.logic.samples.said

/** Cases: the form of a contest, its letter, the list, one case. */
object CasesGallery : GalleryPart {
    override val title = "Cases"
    override val at = Place.Records

    private val today = LocalDate.of(2026, 11, 26)

    private fun contest(name: String, golden: Boolean = false, state: Samples.() -> CaseFormState) =
        sample(name, golden) { s -> CompositionLocalProvider(LocalThumbnails provides { _, _ -> certificate }) { CaseFormScreen(s.state(), {}, {}, today) } }

    private fun Samples.written() =
        CaseFormState(
            Load.Ready(contestForm),
            CaseTyped(
                grounds = listOf(ContestGround.DID_NOT_HAPPEN, ContestGround.NOT_TOLD),
                words = said("I paid on 10 September, two days before it was due. The bank booked it on 14 September.", "我在9月10日就还了款，比到期早两天，银行14日才入账。"),
            ),
            photos = listOf(ByteArray(900_000)),
            checked = contestReady,
        )

    private fun Samples.done() =
        CaseFormState(
            Load.Ready(complianceForm),
            CaseTyped(day = "2026-11-20", words = said("Paid at the county counter, receipt 88.", "已在县政务大厅缴清，凭证88号。")),
            photos = listOf(ByteArray(900_000)),
            checked = contestReady,
        )

    private val forms =
        listOf(
            contest("contest", golden = true) { written() },
            contest("contest-empty") { CaseFormState(Load.Ready(contestForm)) },
            contest("contest-problems") { CaseFormState(Load.Ready(contestForm), checked = contestWrong, told = 1) },
            contest("contest-acts", golden = true) { CaseFormState(Load.Ready(contestForm.copy(person = father()))) },
            contest("contest-again") { CaseFormState(Load.Ready(contestAgain)) },
            contest("contest-paper") { CaseFormState(Load.Ready(contestPaper)) },
            contest("contest-photos-lost") { written().copy(photos = emptyList(), photoTrouble = PhotoTrouble.LOST) },
            contest("contest-photos-six") { written().copy(photos = List(6) { ByteArray(900_000) }) },
            contest("contest-leave") { written().copy(leaving = true) },
            contest("contest-letter", golden = true) { written().copy(letter = contestLetter) },
            contest("contest-letter-paper") { CaseFormState(Load.Ready(contestPaper), letter = contestLetter, noPrinter = true) },
            contest("contest-not-kept") { written().copy(letter = contestLetter, problem = broken(language)) },
            contest("comply", golden = true) { done() },
            contest("comply-empty") { CaseFormState(Load.Ready(complianceForm)) },
            contest("comply-letter") { done().copy(letter = contestLetter) },
            contest("right-acts") { CaseFormState(Load.Ready(rightForm.copy(person = father()))) },
            contest("right", golden = true) { CaseFormState(Load.Ready(rightForm), CaseTyped(right = RightKind.COPY), checked = contestReady) },
            contest("contest-loading") { CaseFormState() },
            contest("contest-failed") { CaseFormState(Load.Failed(broken(language))) },
        )

    private fun case(name: String, golden: Boolean = false, hidden: Boolean = false, state: Samples.() -> CaseState) =
        sample(name, golden, hidden) { s -> CaseScreen(s.state(), {}, {}, {}) }

    private val pages =
        listOf(
            sample("cases", golden = true) { s -> CasesScreen(Load.Ready(s.cases), {}, {}, {}) },
            sample("cases-none") { s -> CasesScreen(Load.Ready(s.cases.copy(rows = emptyList(), empty = s.said("You have contested nothing.", "您还没有提出过异议。"))), {}, {}, {}) },
            sample("cases-thousand") { s -> CasesScreen(Load.Ready(s.cases.copy(rows = many(s.cases.rows).mapIndexed { at, row -> row.copy(id = at.toLong()) })), {}, {}, {}) },
            case("case", golden = true) { CaseState(Load.Ready(case)) },
            case("case-overdue", golden = true) { CaseState(Load.Ready(caseOverdue)) },
            case("case-hidden", hidden = true) { CaseState(Load.Ready(case)) },
            case("case-saved") { CaseState(Load.Ready(case), saving = SaveAnswer.SAVED, noCalendar = true) },
            case("case-loading") { CaseState() },
            case("case-failed") { CaseState(Load.Failed(broken(language))) },
            sample("case-letter") { s -> CaseLetterScreen(CaseLetterState(Load.Ready(s.contestLetter)), {}, {}) },
            sample("case-letter-failed") { s -> CaseLetterScreen(CaseLetterState(Load.Failed(broken(s.language))), {}, {}) },
            sample("listing-case", golden = true) { s -> ListingCaseScreen(ListingCaseState(Load.Ready(s.listingCase)), {}, {}, {}) },
            sample("listing-case-written") { s -> ListingCaseScreen(ListingCaseState(Load.Ready(s.listingCaseWritten)), {}, {}, {}) },
            sample("listing-case-asking") { s -> ListingCaseScreen(ListingCaseState(Load.Ready(s.listingCase), asking = true), {}, {}, {}) },
            sample("listing-case-failed") { s -> ListingCaseScreen(ListingCaseState(Load.Failed(broken(s.language))), {}, {}, {}) },
            sample("rights-desk") { s -> RightsDeskScreen(Load.Ready(s.memberships), {}, {}, {}) },
            sample("rights-desk-acts", golden = true) { s -> RightsDeskScreen(Load.Ready(s.family()), {}, {}, {}) },
            sample("rights-desk-none") { RightsDeskScreen(Load.Ready(emptyList()), {}, {}, {}) },
            sample("paper-answer", golden = true) { PaperAnswerScreen(PaperState("2026-11-25", PaperSays.REFUSED), {}, {}, today, {}) },
            sample("paper-answer-empty") { PaperAnswerScreen(PaperState(), {}, {}, today, {}) },
            sample("hand-in") { HandInScreen(PaperState(), {}, {}, today, {}) },
            sample("hand-in-day") { s ->
                CompositionLocalProvider(LocalThumbnails provides { _, _ -> certificate }) {
                    HandInScreen(PaperState("2026-11-25", photo = ByteArray(900_000), problem = broken(s.language)), {}, {}, today, {})
                }
            },
        )

    override val shots: List<Shot> = forms + pages
}

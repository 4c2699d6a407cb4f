package standing.app.gallery

import androidx.compose.foundation.Canvas
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import standing.app.businesses.AddRegisterScreen
import standing.app.businesses.AnswersScreen
import standing.app.businesses.BusinessScreen
import standing.app.businesses.CompareScreen
import standing.app.businesses.RecentScreen
import standing.app.businesses.RegistersScreen
import standing.app.businesses.ScanScreen
import standing.app.businesses.SearchScreen
import standing.app.businesses.WatchedScreen
import standing.app.design.LocalViewfinder
import standing.core.BusinessView
import standing.core.ComparisonView
import standing.core.RecentView
import standing.core.SearchView
import standing.logic.CameraState
import standing.logic.Load
import standing.logic.Place
import standing.logic.businesses.AddRegisterState
import standing.logic.businesses.AnswersState
import standing.logic.businesses.BusinessState
import standing.logic.businesses.CompareState
import standing.logic.businesses.RecentState
import standing.logic.businesses.RegistersState
import standing.logic.businesses.ScanState
import standing.logic.businesses.SearchState
import standing.logic.businesses.WatchedState
import standing.logic.samples.BusinessSamples

/** Looking businesses up: search, one business, scanning, what was looked up, registers. */
object BusinessesGallery : GalleryPart {
    override val title = "Businesses"
    override val at = Place.Businesses
    override val shots: List<Shot> = searches() + businesses() + kept() + scans() + registers()

    private fun searches() = listOf(
        search("search-first-use") { SearchState(found = Load.Failed(it.noRegister), searching = false) },
        search("search-loading") { SearchState() },
        search("search-nothing-typed") { found("", it.searchNothing) },
        search("search-both-lists", golden = true) { found("西湖茶业", it.searchTea) },
        search("search-many") { found("西湖", it.searchLake) },
        search("search-near") { found("茶 西湖", it.searchNear) },
        search("search-near-and-match") { found("杭州西湖茶叶", it.searchNearAndMeant) },
        search("search-stale", golden = true) { found("西湖茶业", it.searchStale) },
        search("search-none") { found("不存在的名称", it.searchNone) },
        search("search-thousand") { found("西湖", it.searchThousand) },
        search("search-too-long") { SearchState("长".repeat(10_000), Load.Failed(it.tooLong), searching = false) },
        search("search-resident-number") { SearchState("11010519491231002X", Load.Failed(it.residentNumber), searching = false) },
    )

    private fun businesses() = listOf(
        business("business-loading") { null },
        business("business-both-lists", golden = true) { it.tea },
        business("business-black") { it.black },
        business("business-red") { it.red },
        business("business-unlisted") { it.unlisted },
        business("business-stale") { it.stale },
        business("business-stranger") { it.stranger },
        Shot("business-failed") { BusinessScreen(BusinessState(Load.Failed(BusinessSamples.of(it).noRegister)), {}, {}, {}) },
        Shot("business-copied") { BusinessScreen(BusinessState(Load.Ready(BusinessSamples.of(it).unlisted), copied = true), {}, {}, {}) },
    )

    private fun kept() = listOf(
        compare("compare-none", emptyList()) { it.compareOne.copy(businesses = emptyList()) },
        compare("compare-one", listOf("91330106MA2CFLDG4R")) { it.compareOne },
        compare("compare", listOf("1", "2"), golden = true) { it.compare },
        compare("compare-four", listOf("1", "2", "3", "4")) { it.compareFour },
        Shot("watched", golden = true) { WatchedScreen(WatchedState(Load.Ready(BusinessSamples.of(it).watched)), {}, {}, {}) },
        Shot("watched-none") { WatchedScreen(WatchedState(Load.Ready(BusinessSamples.of(it).watchedNone)), {}, {}, {}) },
        Shot("watched-asking") { WatchedScreen(WatchedState(Load.Ready(BusinessSamples.of(it).watched), asking = true), {}, {}, {}) },
        Shot("answers", golden = true) { AnswersScreen(AnswersState(Load.Ready(BusinessSamples.of(it).answers)), {}, {}, {}) },
        Shot("answers-none") { AnswersScreen(AnswersState(Load.Ready(BusinessSamples.of(it).answersNone)), {}, {}, {}) },
        Shot("answers-asking") {
            val view = BusinessSamples.of(it).answers
            AnswersScreen(AnswersState(Load.Ready(view), asking = view.rows.first()), {}, {}, {})
        },
        Shot("business-saved") { BusinessScreen(BusinessState(Load.Ready(BusinessSamples.of(it).unlisted.copy(watched = true)), saved = true), {}, {}, {}) },
    )

    private fun compare(name: String, codes: List<String>, golden: Boolean = false, view: (BusinessSamples) -> ComparisonView) =
        Shot(name, golden) {
            val samples = BusinessSamples.of(it)
            CompareScreen(CompareState(codes, Load.Ready(view(samples)), recent = samples.recent), {}, {}, {})
        }

    private fun scans() = listOf(
        scan("scan-starting") { ScanState() },
        scan("scan-watching", golden = true) { ScanState(CameraState.Watching(hasLight = true, lightOn = false)) },
        scan("scan-refused") { ScanState(CameraState.NotAllowed) },
        scan("scan-no-camera") { ScanState(CameraState.Missing) },
        scan("scan-camera-busy") { ScanState(CameraState.Unavailable, text = "6922255") },
        scan("scan-reading") { ScanState(text = "6922255451427", result = Load.Loading) },
        scan("scan-product") { ScanState(result = Load.Ready(it.scanProduct)) },
        scan("scan-product-unknown") { ScanState(result = Load.Ready(it.scanUnknown)) },
        scan("scan-business") { ScanState(result = Load.Ready(it.scanBusiness)) },
        scan("scan-sign", golden = true) { ScanState(result = Load.Ready(it.scanSign)) },
        scan("scan-sign-forged") { ScanState(result = Load.Ready(it.scanSignForged)) },
        scan("scan-sign-neighbour") { ScanState(result = Load.Ready(it.scanSignNeighbour)) },
        scan("scan-link") { ScanState(result = Load.Ready(it.scanLink)) },
        scan("scan-resident-number") { ScanState(text = "11010519491231002X", result = Load.Failed(it.residentNumber)) },
    )

    private fun registers() = listOf(
        Shot("recent") { RecentScreen(RecentState(Load.Ready(BusinessSamples.of(it).recent)), {}, {}, {}) },
        Shot("recent-thousand") { RecentScreen(RecentState(Load.Ready(BusinessSamples.of(it).recent.long())), {}, {}, {}) },
        Shot("recent-none") { RecentScreen(RecentState(Load.Ready(BusinessSamples.of(it).recentNone)), {}, {}, {}) },
        Shot("recent-asking") { RecentScreen(RecentState(Load.Ready(BusinessSamples.of(it).recent), asking = true), {}, {}, {}) },
        Shot("registers") { RegistersScreen(RegistersState(Load.Ready(BusinessSamples.of(it).registers)), {}, {}, {}) },
        Shot("registers-waiting", golden = true) { RegistersScreen(RegistersState(Load.Ready(BusinessSamples.of(it).registersWaiting)), {}, {}, {}) },
        Shot("registers-no-room", golden = true) {
            val samples = BusinessSamples.of(it)
            RegistersScreen(RegistersState(Load.Ready(samples.registersWaiting), problem = samples.noRoom), {}, {}, {})
        },
        Shot("registers-none") { RegistersScreen(RegistersState(Load.Ready(BusinessSamples.of(it).registersNone)), {}, {}, {}) },
        add("register-link") { AddRegisterState() },
        add("register-groups") { AddRegisterState(LINK, Load.Ready(it.linkRegister)) },
        add("register-groups-typed") { AddRegisterState(LINK, Load.Ready(it.linkRegister), TYPED) },
        add("register-rely") { AddRegisterState(LINK, Load.Ready(it.linkRegister), TYPED, Load.Ready(Unit)) },
        add("register-adding") { AddRegisterState(LINK, Load.Ready(it.linkRegister), TYPED, Load.Ready(Unit), added = Load.Loading) },
        add("register-offline") { AddRegisterState(LINK, Load.Ready(it.linkRegister), TYPED, Load.Ready(Unit), added = Load.Failed(it.unreachable)) },
        add("register-added") { AddRegisterState(LINK, Load.Ready(it.linkRegister), TYPED, Load.Ready(Unit), added = Load.Ready(it.registerAdded)) },
        add("register-to-authority") { AddRegisterState("standing:join", Load.Ready(it.linkAuthority)) },
    )

    private fun RecentView.long() = copy(rows = many(rows).mapIndexed { at, row -> row.copy(uscc = "${row.uscc} $at") })

    private fun search(name: String, golden: Boolean = false, state: (BusinessSamples) -> SearchState) =
        Shot(name, golden) { SearchScreen(state(BusinessSamples.of(it)), {}, {}) }

    private fun found(text: String, view: SearchView) = SearchState(text, Load.Ready(view), searching = false)

    private fun business(name: String, golden: Boolean = false, view: (BusinessSamples) -> BusinessView?) =
        Shot(name, golden) {
            val load = view(BusinessSamples.of(it))?.let { view -> Load.Ready(view) } ?: Load.Loading
            BusinessScreen(BusinessState(load), {}, {}, {})
        }

    private fun scan(name: String, golden: Boolean = false, state: (BusinessSamples) -> ScanState) =
        Shot(name, golden) {
            CompositionLocalProvider(LocalViewfinder provides { Shelf(it) }) { ScanScreen(state(BusinessSamples.of(it)), {}, {}, {}) }
        }

    private fun add(name: String, state: (BusinessSamples) -> AddRegisterState) =
        Shot(name) { AddRegisterScreen(state(BusinessSamples.of(it)), {}, {}, {}) }

    private val TYPED = mapOf(2.toUByte() to "7QH2", 5.toUByte() to "0K3F")
    private const val LINK = "standing:register?v=1&repo=https%3A%2F%2Fregister.example%2Fzj&root=1.14DM64YXE55MVRKVX1FG"
}

/** In place of what a camera would show: a packet with bars on it. */
@Composable
private fun Shelf(modifier: Modifier) {
    Canvas(modifier) {
        drawRect(Color(0xFF4A4F4C))
        val packet = Size(size.width * .7f, size.height * .6f)
        val at = Offset(size.width * .15f, size.height * .2f)
        drawRect(Color(0xFFF4F1EA), at, packet)
        for (bar in 0 until 40) {
            val wide = packet.width / 60 * if (bar % 3 == 0) 1.2f else .6f
            drawRect(Color.Black, Offset(at.x + packet.width * (.1f + bar * .02f), at.y + packet.height * .2f), Size(wide, packet.height * .6f))
        }
    }
}

package standing.app.gallery

import androidx.compose.foundation.Image
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.ContentScale
import java.time.LocalDate
import standing.app.TwoPanes
import standing.app.businesses.BusinessScreen
import standing.app.businesses.SearchScreen
import standing.app.design.LocalViewfinder
import standing.app.design.NavBar
import standing.app.join.JoinExits
import standing.app.join.JoinScreen
import standing.app.records.FormScreen
import standing.app.records.ItemScreen
import standing.app.records.RecordsScreen
import standing.app.records.TakePhotoScreen
import standing.app.settings.FreshnessScreen
import standing.app.settings.MoreScreen
import standing.app.statement.ChecksSheet
import standing.app.statement.EntryScreen
import standing.app.statement.HomeScreen
import standing.app.statement.StatementScreen
import standing.app.statement.StoryScreen
import standing.core.Language
import standing.logic.CameraState
import standing.logic.Load
import standing.logic.Place
import standing.logic.businesses.BusinessState
import standing.logic.businesses.SearchState
import standing.logic.join.JoinState
import standing.logic.records.FormState
import standing.logic.records.ItemState
import standing.logic.records.QueueState
import standing.logic.records.TakePhotoState
import standing.logic.records.Typed
import standing.logic.samples.BusinessSamples
import standing.logic.samples.RecordSamples
import standing.logic.samples.SETTINGS
import standing.logic.samples.Samples
import standing.logic.samples.statementFails
import standing.logic.settings.FreshnessState
import standing.logic.settings.MoreState
import standing.logic.statement.HomeState

/** Two panes, as on a tablet, on a phone that is turned, and at the least width that has room for two. */
object WideGallery : GalleryPart {
    override val title = "Wide"

    /** Each shot brings its bar, which lies below both panes. */
    override val at: Place.Root? = null

    override val views: List<View> =
        View.inBoth { View(it, width = 840, high = 1120) } + View.inBoth { View(it, dark = true, width = 840, high = 1120) } +
            View.inBoth { View(it, width = 892, high = 412) } + View.inBoth { View(it, width = 600, high = 960) } +
            View.inBoth { View(it, percent = 200, width = 840, high = 1120) }

    override val shots: List<Shot> =
        listOf(
            wide("wide-home", { Home(it) }, null),
            wide("wide-first", { HomeScreen(HomeState(first = true), {}, {}) }, { JoinScreen(JoinState(), {}, JoinExits({}, {}, {})) }),
            wide("wide-entry", { Home(it) }, { EntryScreen(Load.Ready(Samples.of(it).entry), {}, {}, {}) }),
            wide("wide-statement", { Home(it) }, { StatementScreen(Load.Ready(Samples.of(it).statement), {}, {}, {}, {}) }),
            wide("wide-checks", { Home(it) }, { ChecksSheet(Load.Ready(Samples.of(it).statementFails), {}, {}, {}) }),
            wide("wide-story", { Home(it) }, { StoryScreen(Load.Ready(Samples.of(it).storyFork), {}, {}, {}) }),
            wide("wide-business", { Search(it) }, { BusinessScreen(BusinessState(Load.Ready(BusinessSamples.of(it).tea)), {}, {}, {}) }, Place.Businesses),
            wide("wide-item", { Records(it) }, { ItemScreen(ItemState(Load.Ready(RecordSamples.of(it).item("received"))), {}, {}, {}) }, Place.Records),
            wide("wide-photo", { Records(it) }, { Photo() }, Place.Records),
            wide("wide-form", { Records(it) }, { Form(it) }, Place.Records),
            wide("wide-form-leave", { Records(it) }, { Form(it, leaving = true) }, Place.Records),
            wide("wide-more", { More(it) }, { FreshnessScreen(FreshnessState(Load.Ready(Samples.of(it).freshness)), {}, {}) }, Place.More),
        )

    private fun wide(name: String, list: @Composable (Language) -> Unit, detail: (@Composable (Language) -> Unit)?, at: Place.Root = Place.Home) =
        Shot(name) { language -> TwoPanes({ NavBar(at, {}) }, { list(language) }, detail?.let { { it(language) } }) }

    @Composable
    private fun Home(language: Language) {
        val samples = Samples.of(language)
        HomeScreen(HomeState(samples.memberships, chosen = samples.home.membership, home = Load.Ready(samples.home)), {}, {})
    }

    @Composable
    private fun Search(language: Language) {
        SearchScreen(SearchState("西湖", Load.Ready(BusinessSamples.of(language).searchLake), searching = false), {}, {})
    }

    @Composable
    private fun Records(language: Language) {
        val members = Samples.of(language).memberships.take(1)
        RecordsScreen(QueueState(members, members.first().membership, Load.Ready(RecordSamples.of(language).queue)), {}, {})
    }

    @Composable
    private fun Form(language: Language, leaving: Boolean = false) {
        val typed = Typed(day = "2026-11-21", code = "ZJ33010026110042", place = "杭州市血液中心", millilitres = 400u)
        FormScreen(FormState(Load.Ready(RecordSamples.of(language).draft("blood")), typed, leaving = leaving), {}, {}, LocalDate.of(2026, 11, 23))
    }

    @Composable
    private fun Photo() {
        val seen: @Composable (Modifier) -> Unit = { Image(certificate, null, it, contentScale = ContentScale.Crop) }
        CompositionLocalProvider(LocalViewfinder provides seen) {
            TakePhotoScreen(TakePhotoState(CameraState.Watching(hasLight = true, lightOn = false)), {}, {})
        }
    }

    @Composable
    private fun More(language: Language) {
        val samples = Samples.of(language)
        MoreScreen(MoreState(Load.Ready(samples.freshness), SETTINGS, samples.memberships.size, rulebookOf = samples.home.membership), {}, {})
    }
}

package standing.app.gallery

import standing.app.perks.BenefitScreen
import standing.app.perks.PerksScreen
import standing.app.perks.RulebookScreen
import standing.app.perks.TillScreen
import standing.core.BenefitKind
import standing.core.ChapterKind
import standing.core.PerksView
import standing.logic.Load
import standing.logic.samples.Samples
import standing.logic.samples.said

/** Perks, restrictions and the rulebook. */
object PerksGallery : GalleryPart {
    override val title = "Perks"

    private fun rulebook(name: String, open: ChapterKind? = null, golden: Boolean = false) =
        sample(name, golden) { s -> RulebookScreen(Load.Ready(s.rulebook), {}, {}, open?.name.orEmpty()) }

    override val shots: List<Shot> =
        listOf(
            sample("perks", golden = true) { s -> PerksScreen(Load.Ready(s.perks), {}, {}, {}) },
            sample("perks-city") { s -> PerksScreen(Load.Ready(s.perksCity), {}, {}, {}) },
            sample("perks-hidden", hidden = true) { s -> PerksScreen(Load.Ready(s.perks), {}, {}, {}) },
            sample("perks-empty") { s -> PerksScreen(Load.Ready(s.perks.empty(s)), {}, {}, {}) },
            sample("perks-loading") { PerksScreen(Load.Loading, {}, {}, {}) },
            sample("perks-differs") { s -> PerksScreen(Load.Ready(s.perks.differing(s)), {}, {}, {}) },
            sample("benefit", golden = true) { s -> BenefitScreen(Load.Ready(s.benefit), {}, {}, {}) },
            sample("benefit-closed") { s -> BenefitScreen(Load.Ready(s.benefitClosed), {}, {}, {}) },
            sample("benefit-board") { s -> BenefitScreen(Load.Ready(s.benefitBoard), {}, {}, {}) },
            sample("benefit-hidden", hidden = true) { s -> BenefitScreen(Load.Ready(s.benefit), {}, {}, {}) },
            sample("till", golden = true) { s -> TillScreen(Load.Ready(s.till), {}, {}) },
            sample("till-failed") { s -> TillScreen(Load.Failed(broken(s.language)), {}, {}) },
            rulebook("rulebook"),
            rulebook("rulebook-takes", ChapterKind.TAKES, golden = true),
            rulebook("rulebook-contest", ChapterKind.CONTEST),
            rulebook("rulebook-sources", ChapterKind.SOURCES),
            sample("rulebook-city") { s -> RulebookScreen(Load.Ready(s.rulebookCity), {}, {}, ChapterKind.ADDS.name) },
            sample("rulebook-loading") { RulebookScreen(Load.Loading, {}, {}) },
            sample("rulebook-failed") { s -> RulebookScreen(Load.Failed(broken(s.language)), {}, {}) },
        )
}

private fun PerksView.empty(samples: Samples) =
    copy(seq = null, heading = "", empty = samples.homeFirst.empty, proof = null, groups = emptyList())

/** The statement lists less than the rulebook gives. */
private fun PerksView.differing(samples: Samples): PerksView {
    val missing =
        samples.said(
            "By the rulebook and this phone’s own sum, 82, it should be open. The statement does not list it: ask the authority.",
            "按评分规则和这部手机核算的结果82，此项应已开放，而对账单没有列出：请询问机构。",
        )
    val groups = groups.map { if (it.kind == BenefitKind.OPEN) it.copy(rows = it.rows.map { row -> row.copy(difference = missing) }) else it }
    return copy(groups = groups, differences = listOf(missing))
}

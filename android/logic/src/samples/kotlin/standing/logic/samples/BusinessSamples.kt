package standing.logic.samples

import kotlinx.serialization.json.Json
import standing.core.BusinessCard
import standing.core.BusinessView
import standing.core.CheckState
import standing.core.Language
import standing.core.LinkView
import standing.core.ListingTag
import standing.core.Problem
import standing.core.ComparisonView
import standing.core.RecentView
import standing.core.SavedAnswersView
import standing.core.WatchGroup
import standing.core.WatchedView
import standing.core.RegisterView
import standing.core.RegistersView
import standing.core.ScanView
import standing.core.SearchView
import standing.core.TagKind
import standing.core.VerdictLine

/** What the core says of the sandbox's register, in one language. `BusinessCaptureTest` renews them. */
class BusinessSamples private constructor(private val language: Language) {
    /** Nothing typed. */
    val searchNothing get() = read<SearchView>("search-nothing")

    /** One business, on a black list and on a red one. */
    val searchTea get() = read<SearchView>("search-tea")

    /** Many, most of them on no list. */
    val searchLake get() = read<SearchView>("search-lake")

    /** The words are in their names, but apart. */
    val searchNear get() = read<SearchView>("search-near")

    /** One is meant, and others are like it. */
    val searchNearAndMeant: SearchView
        get() = searchNear.let { all -> all.copy(rows = searchLake.rows.filter { it.uscc == all.near.first().uscc }, found = 1u, near = all.near.drop(1)) }
    val searchNone get() = read<SearchView>("search-none")

    /** A thousand of a like name. */
    val searchThousand: SearchView
        get() {
            val rows = searchLake.rows
            return searchLake.copy(rows = List(1000) { rows[it % rows.size] }, found = 1000u)
        }

    /** On a black list and on a red one. */
    val tea get() = read<BusinessView>("business-tea")
    val red get() = read<BusinessView>("business-red")
    val black get() = read<BusinessView>("business-black")
    val unlisted get() = read<BusinessView>("business-unlisted")
    val stranger get() = read<BusinessView>("business-stranger")

    /** The same as [tea] when its lists are past their next update. */
    val stale: BusinessView
        get() = tea.copy(
            card = tea.card.stale(),
            verdicts = listOf(VerdictLine(CheckState.UNKNOWN, tooOld)),
            verdictText = tooOld,
            listings = tea.listings.map { it.copy(tag = it.tag.stale()) },
            lists = tea.lists.map { it.copy(state = CheckState.UNKNOWN, mark = said("Out of date", "名单已过期"), text = oldList) },
        )

    private val tooOld
        get() = said("2 listings are from a list that is out of date: they may have expired or been removed.", "有2条记录来自已过期的名单，可能已到期或已移出。")

    private val oldList
        get() = said(
            "List of 3 November 2026, checked 18 days ago, next due 10 November 2026.",
            "2026年11月3日的名单，18天前核对，下次应于2026年11月10日更新。",
        )

    val searchStale get() = searchTea.copy(rows = searchTea.rows.map { it.stale() })

    val scanProduct get() = read<ScanView>("scan-product")
    val scanUnknown get() = read<ScanView>("scan-unknown")
    val scanBusiness get() = read<ScanView>("scan-business")
    val scanSign get() = read<ScanView>("scan-sign")
    val scanSignForged get() = read<ScanView>("scan-sign-forged")
    val scanSignNeighbour get() = read<ScanView>("scan-sign-neighbour")
    val scanLink get() = read<ScanView>("scan-link")

    val compare get() = read<ComparisonView>("compare")
    val compareOne get() = read<ComparisonView>("compare-one")

    /** The same as [compare], of four. */
    val compareFour: ComparisonView
        get() = compare.copy(
            businesses = compare.businesses.flatMap { listOf(it, it.copy(uscc = it.uscc + "2")) },
            sections = compare.sections.map { it.copy(rows = it.rows.map { row -> row.copy(cells = row.cells.flatMap { cell -> listOf(cell, cell) }) }) },
            full = true,
        )

    val watchedNone get() = read<WatchedView>("watched-none")

    /** One that changed, one that did not, one of which nobody can tell. */
    val watched: WatchedView
        get() {
            val view = read<WatchedView>("watched")
            val (first, second) = view.rows
            val changes = listOf(said("Its reply to a listing has changed. Noticed on 27 November 2026.", "企业对一条记录的回应有变化。2026年11月27日发现。"))
            return view.copy(
                rows = listOf(
                    first.copy(group = WatchGroup.CHANGED, changes = changes),
                    second,
                    second.copy(card = second.card.copy(uscc = second.card.uscc + "2"), group = WatchGroup.UNKNOWN, unknown = tooOld),
                ),
                changed = 1u,
                text = said("3 businesses. 1 changed since you opened it.", "共3家，其中1家在您上次查看后有变化。"),
            )
        }

    val answersNone get() = read<SavedAnswersView>("answers-none")
    val answers get() = read<SavedAnswersView>("answers")
    val recent get() = read<RecentView>("recent")
    val recentNone get() = read<RecentView>("recent-none")
    val registers get() = read<RegistersView>("registers")
    /** An update of one is too large to be fetched unasked. */
    val registersWaiting: RegistersView
        get() {
            val waits = said("An update of 18 MB waits for Wi-Fi or another network without data charges.", "有18 MB的更新，等连上Wi-Fi或其他不按流量计费的网络时再下载。")
            return registers.let { all -> all.copy(rows = all.rows.map { it.copy(asksFirst = waits) }) }
        }

    /** It was wanted, and there is no room for it. */
    val noRoom
        get() = problem(
            "no-room",
            said("This update needs 41 MB of free space, and this phone has 12 MB.", "这次更新需要41 MB空间，手机只剩12 MB。"),
            said("Nothing was fetched, and the version on this phone goes on working.", "没有下载任何内容，手机上的版本可以继续使用。"),
            said("Free some space, then try again.", "请腾出空间后再试。"),
        )

    val registersNone get() = read<RegistersView>("registers-none")
    val registerAdded get() = read<RegisterView>("register-added")
    val linkRegister get() = read<LinkView>("link-register")
    val linkAuthority get() = read<LinkView>("link-authority")

    val noRegister
        get() = problem(
            "no-register",
            said("There is no register of businesses on this phone yet.", "本手机上还没有企业名录。"),
            said("Nothing was sent.", "没有发送任何内容。"),
            said("Add a register by its link, then search again.", "请先用链接添加名录，再查询。"),
        )

    val tooLong
        get() = problem(
            "scan-too-long",
            said("This text has 10000 characters; at most 2000 are read.", "内容有10000个字符，最多读取2000个。"),
            said("Nothing was stored or sent.", "没有保存，也没有发送。"),
            said("Scan the bars on the product or the code on the business’s licence, or type the name.", "请扫描商品条码或营业执照上的码，也可以输入名称。"),
        )

    val residentNumber
        get() = problem(
            "resident-number",
            said("This is shaped like a resident number. Only organisations can be looked up here.", "这像是居民身份证号码。这里只能查询单位。"),
            said("It was not stored, not searched and not sent.", "没有保存，没有查询，也没有发送。"),
            said("Type the business’s name or the code on its licence.", "请输入企业名称，或营业执照上的代码。"),
        )

    val unreachable
        get() = problem(
            "unreachable",
            said("The register could not be reached.", "无法连接到名录。"),
            said("Nothing was added. What is on this phone stays as it is.", "未添加任何内容，本手机上的内容不变。"),
            said("Try again when there is a network.", "有网络时请再试一次。"),
        )

    private fun BusinessCard.stale() = copy(tags = tags.map { it.stale() })

    private fun ListingTag.stale() =
        if (kind == TagKind.BLACK) copy(kind = TagKind.WAS_LISTED, text = said("Was listed on 6 May 2026; may have been removed since", "曾于2026年5月6日被列入，可能已移出"))
        else copy(kind = TagKind.WAS_LISTED, text = said("Was commended on 7 April 2026, may have ended", "曾于2026年4月7日列入红名单，可能已到期"))

    private fun problem(code: String, happened: String, safe: String, todo: String) = Problem(code, happened, safe, todo)

    private fun said(english: String, chinese: String) = if (language == Language.CHINESE) chinese else english

    private inline fun <reified V : Any> read(name: String): V {
        val path = "/standing/samples/${said("en", "zh-Hans")}/$name.json"
        val file = checkNotNull(BusinessSamples::class.java.getResource(path)) { "no sample $path" }
        return ViewJson.read<V>(Json.parseToJsonElement(file.readText()))
    }

    companion object {
        fun of(language: Language) = BusinessSamples(language)
    }
}

package standing.logic.samples

import standing.core.KeyValue
import standing.core.ListingCaseView

/** A letter about a listing that was handed in: the next step has a day. */
val Samples.listingCase: ListingCaseView
    get() =
        ListingCaseView(
            id = 4,
            uscc = "91330106MA2CFLDG4R",
            title = said("Contest of listing HZ-2026-0118", "对名单记录HZ-2026-0118的异议"),
            text = said("Written on 24 November 2026. Handed in on 25 November 2026, by your own note.", "写于2026年11月24日。已于2026年11月25日递交（由您自己记下）。"),
            handedIn = true,
            todo = said("If nothing has come by 11 December 2026, ask the market regulator in writing.", "到2026年12月11日还没有答复的，请书面询问市场监督管理局。"),
            listed = said("Still on the list of the market regulator (list of 23 November 2026).", "仍在市场监督管理局的名单上（2026年11月23日的名单）。"),
            deadline = answerDue,
            facts = listOf(KeyValue(said("Goes to", "递交给"), said("Market regulator of Hangzhou", "杭州市市场监督管理局"), "")),
            photo = null,
        )

/** The same before it was handed in. */
val Samples.listingCaseWritten: ListingCaseView
    get() =
        listingCase.copy(
            text = said("Written on 24 November 2026. Not handed in yet.", "写于2026年11月24日。尚未递交。"),
            handedIn = false,
            todo = said("Print the letter and sign it. Hand it in, and note the day here.", "请打印信件并签名盖章后递交，再在这里记下日期。"),
            deadline = null,
        )

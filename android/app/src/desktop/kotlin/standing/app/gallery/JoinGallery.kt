package standing.app.gallery

import standing.app.join.JoinExits
import standing.app.join.JoinScreen
import standing.core.KeyValue
import standing.core.NamesakeView
import standing.core.NamesakesView
import standing.core.Problem
import standing.logic.Place
import standing.logic.join.JoinState
import standing.logic.join.JoinStep
import standing.logic.join.asHint
import standing.logic.samples.Samples
import standing.logic.samples.said

/** Joining, step by step. */
object JoinGallery : GalleryPart {
    override val title = "Join"
    override val at: Place.Root? = null

    private val exits = JoinExits({}, {}, {})

    private fun join(name: String, golden: Boolean = false, state: Samples.() -> JoinState) =
        sample(name, golden) { samples -> JoinScreen(samples.state(), {}, exits) }

    private fun Samples.at(step: JoinStep) =
        JoinState(step, LINK, link, preview.takeIf { step >= JoinStep.CODE }, hint = joining.asHint().takeIf { step >= JoinStep.HINT && step != JoinStep.ENDED })

    override val shots: List<Shot> =
        listOf(
            join("join", golden = true) { JoinState() },
            join("join-foreign") { JoinState(link = "https://example.org/join", problem = foreign()) },
            join("join-long") { JoinState(link = long("standing:join?v=1&"), problem = foreign()) },
            join("join-reading") { JoinState(link = LINK, busy = true) },
            join("join-look", golden = true) { at(JoinStep.LOOK) },
            join("join-look-busy") { at(JoinStep.LOOK).copy(busy = true) },
            join("join-other-root") { at(JoinStep.ENDED).copy(problem = otherRoot()) },
            join("join-namesakes", golden = true) { at(JoinStep.NAMESAKES).copy(preview = preview.copy(namesakes = namesakes())) },
            join("join-code") { at(JoinStep.CODE) },
            join("join-code-typed") { at(JoinStep.CODE).copy(code = "7QK2-M9TD-4XWZ-0HBC-7") },
            join("join-sending") { at(JoinStep.CODE).copy(code = "7QK2-M9TD-4XWZ-0HBC-7", busy = true) },
            join("join-code-wrong") { at(JoinStep.CODE).copy(code = "9EF7-DKX4", problem = wrongCode()) },
            join("join-offline") { at(JoinStep.CODE).copy(code = "7QK2-M9TD-4XWZ-0HBC-7", offline = true) },
            join("join-leave") { at(JoinStep.CODE).copy(code = "9EF7-DKX4", leaving = true) },
            join("join-hint", golden = true) { at(JoinStep.HINT) },
            join("join-hint-interrupted") { at(JoinStep.HINT).copy(read = null) },
            join("join-joined") { at(JoinStep.JOINED) },
            join("join-declined") { at(JoinStep.DECLINED) },
        )
}

private const val LINK =
    "standing:join?v=1&repo=https%3A%2F%2Fcredit.yangqiao.example%2Ftuf&iss=credit.yangqiao.example&root=1.3DTJRRRXC5295BKPVR2RMR5DFD5"

private fun Samples.namesakes(): NamesakesView {
    val rows = { iss: String, host: String, root: String ->
        listOf(
            KeyValue(said("Name", "名称"), said("Yangqiao village committee", "杨桥村村民委员会"), ""),
            KeyValue(said("Authority", "评分机构"), iss, ""),
            KeyValue(said("The proof goes to", "证明发往"), host, ""),
            KeyValue(said("Matching code", "防伪码"), root, ""),
        )
    }
    val offered = said("The authority of this link", "这个链接的机构")
    val held = said("Already on this phone", "手机上已有的机构")
    return NamesakesView(
        said("An authority on this phone has the same name", "这部手机上已有同名的评分机构"),
        said(
            "Two authorities can really have the same name, and somebody can copy a name. Compare the lines below with your letter. " +
                "If one differs, do not go on: ask the authority in person.",
            "两家机构可能确实同名，也可能有人冒用名称。请把下面各项与信件逐一核对；有一项不符，就不要继续，请当面向该机构核实。",
        ),
        listOf(
            NamesakeView(offered, rows("credit.yangqiao-two.example", "api.two.example", "7SH2 K3VD QTC2 1Y83 44M6 HQ6A 11W")),
            NamesakeView(held, rows("credit.yangqiao.example", "api.yangqiao.example", "3DTJ RRRX C529 5BKP VR2R MR5D FD5")),
        ),
        said("If you go on, both are shown with their address in brackets from now on.", "如果继续，今后两家机构的名称后面都会用括号注明网址。"),
        "",
    )
}

private fun Samples.foreign() =
    Problem(
        "link-foreign",
        said("This is not a Standing link.", "这不是明账的链接。"),
        said("Nothing was opened and nothing was sent.", "未打开任何内容，也未发送任何信息。"),
        said(
            "Scan the code on the authority’s letter again, or type the link that begins with “standing:”.",
            "请重新扫描评分机构来信上的二维码，或输入以“standing:”开头的链接。",
        ),
    )

private fun Samples.otherRoot() =
    Problem(
        "root-mismatch",
        said("The server at this address is not the one that your letter names.", "该地址给出的机构密钥表与链接所写的不同。"),
        said("Nothing about you was sent.", "没有发送任何关于您的信息。"),
        said("Do not go on. Ask the authority in person whether its letter is genuine.", "请不要继续，可当面向评分机构核实信是不是真的。"),
    )

private fun Samples.wrongCode() =
    Problem(
        "code-unknown",
        said("The authority does not know this code.", "机构没有这个绑定码。"),
        said("Nothing about you was sent.", "没有发送任何关于您的信息。"),
        said("Compare the code with the letter, or ask for a new one.", "请与来信核对，或申请新的绑定码。"),
    )

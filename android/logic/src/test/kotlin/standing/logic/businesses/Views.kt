package standing.logic.businesses

import standing.core.AppException
import standing.core.BusinessCard
import standing.core.BusinessView
import standing.core.GroupQuestion
import standing.core.LinkTarget
import standing.core.LinkView
import standing.core.ListingTag
import standing.core.RegisterView
import standing.core.ScanKind
import standing.core.ScanView
import standing.core.SearchView
import standing.core.TagKind

// The least of each view that a test about it needs.

fun tag(kind: TagKind) = ListingTag(kind, kind.name, "")

fun card(
    name: String,
    vararg tags: TagKind,
    region: String = "杭州市",
    translated: String = "",
    code: String = "91 330106 MA2CFLDG4 R",
) = BusinessCard(code.filter { it != ' ' }, code, name, translated, region, tags.map(::tag))

fun found(vararg rows: BusinessCard, query: String = "") =
    SearchView(query, rows.toList(), rows.size.toUInt(), emptyList(), emptyList(), 0u, 0u, "", if (rows.isEmpty()) "none" else "", null, "searched")

fun business(card: BusinessCard) =
    BusinessView(card, emptyList(), emptyList(), "verdict", emptyList(), emptyList(), emptyList(), emptyList(), watched = false, alarms = emptyList())

fun scanned(kind: ScanKind, uscc: String = "", link: String = "") = ScanView(kind, uscc, "", link, "text", null)

fun link(target: LinkTarget) =
    LinkView(target, "", "register.example", "known", listOf(GroupQuestion(2u, "Group 2"), GroupQuestion(5u, "Group 5")), emptyList())

val REGISTER = RegisterView("publisher", "region", "0K3F 7QH2", "text", "relied")

fun invalid(code: String) = AppException.Invalid(code, "happened", "safe", "todo")

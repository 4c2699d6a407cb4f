package standing.scenario

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonPrimitive
import standing.core.AppInterface
import standing.core.AuthorityPreview
import standing.core.BusinessCard
import standing.core.BusinessView
import standing.core.CaseView
import standing.core.CasesView
import standing.core.ComparisonView
import standing.core.DraftView
import standing.core.EntryView
import standing.core.GroupAnswer
import standing.core.HomeView
import standing.core.JoinView
import standing.core.LinkView
import standing.core.ListingCaseView
import standing.core.MembershipView
import standing.core.NoteWeight
import standing.core.PerksView
import standing.core.Problem
import standing.core.QueueItemView
import standing.core.QueueView
import standing.core.ReceiptView
import standing.core.RecordKindsView
import standing.core.RulebookView
import standing.core.SavedAnswersView
import standing.core.ScanView
import standing.core.SearchView
import standing.core.StatementView
import standing.core.StatementsView
import standing.core.SyncPart
import standing.core.SyncView
import standing.core.WatchedView

// The facts of each view: what is typed in it, never its sentences. For the tests of the bindings and of the app's screens.

fun LinkView.facts() = facts("leads_to" to leadsTo, "iss" to iss, "groups" to groups.size)

fun AuthorityPreview.facts() = facts("iss" to iss)

/** What a step types for the groups that a link asks for. */
fun AppInterface.typed(link: String, groups: JsonElement?): List<GroupAnswer> =
    readLink(link).groups.zip(checkNotNull(groups).jsonArray) { asked, typed -> GroupAnswer(asked.number, typed.jsonPrimitive.content) }

fun JoinView.facts() = facts("membership" to membership, "hint" to hint)

@JvmName("membershipFacts")
fun List<MembershipView>.facts() = facts("states" to map { it.state })

fun SyncView.facts(): JsonObject {
    fun sum(of: (SyncPart) -> UInt) = parts.sumOf(of)
    return facts(
        "complete" to complete,
        "problems" to codes(parts.mapNotNull { it.problem }),
        "statements" to sum { it.statements },
        "notices" to sum { it.notices },
        "receipts" to sum { it.receipts },
        "sent" to sent,
        "waiting" to waiting,
        "needs_you" to needsYou,
        "tried_again" to (nextAttempt != null),
        "news" to news,
    )
}

fun HomeView.facts() = facts(
    "seq" to statement?.seq,
    "points" to statement?.points,
    "tier" to statement?.tierId,
    "proof" to statement?.proof?.state,
    "checks" to statement?.proof?.checks.orEmpty().associate { snake(it.kind.name) to it.state },
    "stars" to stars.associate { it.category to it.stars },
    "alarms" to codes(alarms.map { it.problem }),
    "untold" to changes.filter { it.told?.told == false }.mapNotNull { it.entry },
    "waiting" to waiting,
    "needs_you" to needsYou,
)

fun StatementsView.facts() = facts(
    "seqs" to rows.map { it.seq },
    "states" to rows.map { it.state },
    "alarms" to codes(alarms.map { it.problem }),
)

fun StatementView.facts() = facts(
    "seq" to seq,
    "points" to points,
    "proof" to proof.state,
    "differences" to differences.size,
    "not_counted" to notCounted.size,
    "previous" to previous,
    "next" to next,
)

fun EntryView.facts() = facts("seq" to seq, "entry" to entry, "told" to told.told, "proof" to proof.state)

fun PerksView.facts() = facts(
    "differences" to differences.size,
    *groups.map { group -> snake(group.kind.name) to group.rows.map { it.id } }.toTypedArray(),
)

fun RulebookView.facts() = facts("id" to id, "version" to version, "noticed" to noticed.map { it.code })

fun SearchView.facts() =
    facts("found" to rows.map { it.uscc }, "near" to near.map { it.uscc }, "sound" to sound.map { it.uscc }, "tags" to rows.map { it.tagKinds }, "more" to more, "product" to product?.gtin)

fun ComparisonView.facts(): JsonElement {
    val rows = sections.flatMap { it.rows }
    return facts(
        "codes" to businesses.map { it.uscc },
        "rows" to rows.size,
        "listed" to rows.take(2).map { row -> row.cells.map { it.items.size } },
        "full" to full,
    )
}

fun WatchedView.facts() = facts("codes" to rows.map { it.card.uscc }, "groups" to rows.map { it.group }, "changed" to changed)

fun SavedAnswersView.facts() = facts("codes" to rows.map { it.uscc })

fun BusinessView.facts() = facts(
    "uscc" to card.uscc,
    "verdicts" to verdicts.map { it.state },
    "tags" to card.tagKinds,
    "listings" to listings.map { it.tag.kind },
    "replied" to listings.map { it.replied },
    "lists" to lists.map { it.state },
)

fun ScanView.facts() = facts("kind" to kind, "uscc" to uscc, "gtin" to gtin)

fun RecordKindsView.facts() = facts(
    "kinds" to kinds.map { it.kind },
    "rules" to kinds.map { it.rule },
    "against_yourself" to againstYourself.map { it.rule },
)

fun DraftView.facts() = facts(
    "ready" to ready,
    "problems" to notes.filter { it.weight == NoteWeight.PROBLEM }.map { it.field },
    "against" to (against != null),
)

fun QueueView.facts() = facts(
    "groups" to groups.map { it.kind },
    "states" to groups.flatMap { it.rows }.map { it.state },
)

fun QueueItemView.facts() = facts(
    "kind" to kind,
    "state" to state,
    "problem" to problem?.code,
    "can_retry" to canRetry,
    "can_withdraw" to canWithdraw,
    "has_receipt" to hasReceipt,
)

fun ReceiptView.facts() = facts("checks" to checks.associate { snake(it.kind.name) to it.state })

fun CasesView.facts() = facts("states" to rows.map { it.state }, "closed" to rows.map { it.closed })

fun CaseView.facts() = facts(
    "state" to state,
    "todo" to todo.map { it.action },
    "checks" to checks.map { it.state },
    "can_note_answer" to canNoteAnswer,
)

fun ListingCaseView.facts() = facts("handed_in" to handedIn, "has_day" to (deadline != null))

private val BusinessCard.tagKinds get() = tags.map { it.kind }

private fun codes(problems: List<Problem>) = problems.map { it.code }

fun facts(vararg all: Pair<String, Any?>) = JsonObject(all.associate { (name, value) -> name to json(value) })

private fun json(value: Any?): JsonElement = when (value) {
    null -> JsonNull
    is String -> JsonPrimitive(value)
    is Boolean -> JsonPrimitive(value)
    is Int -> JsonPrimitive(value)
    is Long -> JsonPrimitive(value)
    is UInt -> JsonPrimitive(value.toLong())
    is UByte -> JsonPrimitive(value.toInt())
    is Enum<*> -> JsonPrimitive(snake(value.name))
    is List<*> -> JsonArray(value.map(::json))
    is Map<*, *> -> JsonObject(value.entries.associate { (name, fact) -> name as String to json(fact) })
    else -> throw AssertionError("no fact: ${value.javaClass}")
}

/** A name as the scenario writes it: `InForce` and `IN_FORCE` are `in_force`. */
fun snake(name: String): String =
    if (name.none(Char::isLowerCase)) name.lowercase()
    else name.replace(Regex("(?<!^)(?=[A-Z])"), "_").lowercase()

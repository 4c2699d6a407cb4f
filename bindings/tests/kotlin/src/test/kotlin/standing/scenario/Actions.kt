package standing.scenario

import java.time.LocalDate
import java.time.ZoneOffset
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long
import standing.Sandbox
import standing.core.App
import standing.core.AppException
import standing.core.DonationAmount
import standing.core.DraftBody
import standing.core.Fetch
import standing.core.NetworkKind
import standing.core.RecordDraft
import standing.core.Stopper

/** What a step of the scenario can ask of a phone and of the sandbox. */
class Actions(private val app: App, private val sandbox: Sandbox) {
    /** Does it; the facts of what came of it. */
    fun act(action: String, with: Map<String, JsonElement>): JsonElement {
        fun text(name: String) = with.getValue(name).jsonPrimitive.content
        fun yes(name: String) = with.getValue(name).jsonPrimitive.boolean
        fun number(name: String) = with.getValue(name).jsonPrimitive.int.toUInt()
        fun item() = with.getValue("item").jsonPrimitive.long
        return when (action) {
            "control" -> sandbox.control(text("what"), with["body"]?.toString().orEmpty())
            "read_link" -> app.readLink(text("link")).facts()
            "authority_preview" -> runBlocking { app.authorityPreview(text("link"), Stopper()) }.facts()
            "check_groups" -> nothing { app.checkGroups(text("link"), app.typed(text("link"), with["groups"])) }
            "join" -> runBlocking { app.join(text("link"), text("code"), Stopper()) }.facts()
            "confirm" -> nothing { app.confirm(text("membership"), yes("mine")) }
            "memberships" -> app.memberships().facts()
            "sync" -> runBlocking { app.sync(NetworkKind.UNMETERED).wait() }.facts()
            "home" -> app.home(text("membership")).facts()
            "statements" -> app.statements(text("membership")).facts()
            "statement" -> app.statement(text("membership"), number("seq")).facts()
            "entry" -> app.entry(text("membership"), number("seq"), text("entry")).facts()
            "perks" -> app.perks(text("membership")).facts()
            "rulebook" -> app.rulebook(text("membership")).facts()
            "add_register" -> nothing { runBlocking { app.addRegister(text("link"), true, Fetch.ALL, Stopper()) } }
            "search" -> app.search(text("text")).facts()
            "business" -> app.business(text("uscc")).facts()
            "scan" -> app.scan(text("text")).facts()
            "compare" -> app.compare(with.getValue("codes").jsonArray.map { it.jsonPrimitive.content }).facts()
            "watch" -> nothing { app.watch(text("uscc")) }
            "watched" -> app.watched().facts()
            "save_answer" -> nothing { runBlocking { app.saveAnswer(text("uscc")) } }
            "answers" -> app.answers().facts()
            "record_kinds" -> app.recordKinds(text("membership")).facts()
            "check_draft" -> app.checkDraft(text("membership"), draft(with)).facts()
            "queue_record" -> facts("item" to app.queueRecord(text("membership"), draft(with), "").item)
            "queue" -> app.queue(text("membership")).facts()
            "queue_item" -> app.queueItem(text("membership"), item()).facts()
            "retry_record" -> app.retryRecord(text("membership"), item()).facts()
            "withdraw_record" -> app.withdrawRecord(text("membership"), item()).facts()
            "receipt" -> app.receipt(text("membership"), item()).facts()
            "erase" -> nothing(app::erase)
            else -> CaseActions(app, with).act(action) ?: throw AssertionError("no action $action")
        }
    }

    /** The draft that a step writes; its day is counted back from today. */
    private fun draft(with: Map<String, JsonElement>): RecordDraft {
        fun text(name: String) = with.getValue(name).jsonPrimitive.content
        fun number(name: String) = with.getValue(name).jsonPrimitive.int
        val day = LocalDate.now(ZoneOffset.UTC).minusDays(number("days_ago").toLong()).toString()
        val body = when (val kind = text("kind")) {
            "volunteering" ->
                DraftBody.Volunteering(text("organiser"), text("activity"), day, number("minutes").toUInt())
            "blood_donation" -> {
                val amount = DonationAmount.WholeBlood(number("ml").toUInt())
                DraftBody.BloodDonation(text("donation_code"), day, text("place"), amount)
            }
            "self_report" -> DraftBody.SelfReport(text("rule"), day, text("description"))
            else -> throw AssertionError("no kind $kind")
        }
        return RecordDraft(body, photo = null, edits = null)
    }

    private fun nothing(act: () -> Unit): JsonElement {
        act()
        return JsonObject(emptyMap())
    }
}

/** The kind and the code of an error, as the scenario writes them. */
fun refusal(error: AppException): JsonElement = facts(
    "kind" to snake(error.javaClass.simpleName),
    "code" to error.problem().code,
)

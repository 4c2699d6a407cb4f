package standing.scenario

import java.time.LocalDate
import java.time.ZoneOffset
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long
import standing.core.App
import standing.core.CaseTarget
import standing.core.ComplianceDraft
import standing.core.ContestDraft
import standing.core.ContestGround
import standing.core.ContestWants
import standing.core.ListingAim
import standing.core.ListingDraft
import standing.core.PaperAnswerDraft
import standing.core.PaperSays
import standing.core.RightDraft
import standing.core.RightKind

/** What is done about what is held against the person: contests, what was done, rights, letters about a listing. */
class CaseActions(private val app: App, private val with: Map<String, JsonElement>) {
    private val membership get() = text("membership")
    private val item get() = with.getValue("item").jsonPrimitive.long
    private val entry get() = CaseTarget.Entry(text("entry"))
    private val onPaper get() = with["on_paper"]?.jsonPrimitive?.boolean ?: false
    private val grounds get() = with.getValue("grounds").jsonArray.map { ContestGround.valueOf(it.jsonPrimitive.content.uppercase()) }

    /** A day counted back from today where the authority is. */
    private val day get() = LocalDate.now(CHINA).minusDays(with.getValue("days_ago").jsonPrimitive.int.toLong()).toString()

    /** Does it; null for an action of another feature. */
    fun act(action: String): JsonElement? =
        when (action) {
            "contest" -> {
                val draft = ContestDraft(entry, grounds, text("words"), ContestWants.REMOVED, true, emptyList(), null, onPaper)
                facts("item" to app.contest(membership, draft, "").item)
            }
            "comply" -> facts("item" to app.comply(membership, ComplianceDraft(entry, text("words"), day, emptyList(), onPaper), "").item)
            "request_right" -> {
                val draft = RightDraft(RightKind.valueOf(text("right").uppercase()), text("words"), onPaper)
                facts("item" to app.requestRight(membership, draft, "").item)
            }
            "cases" -> app.cases(membership).facts()
            "case_page" -> app.casePage(membership, item).facts()
            "note_hand_in" -> app.noteHandIn(membership, item, day, null).facts()
            "note_answer" -> {
                val draft = PaperAnswerDraft(day, PaperSays.valueOf(text("says").uppercase()), null)
                app.noteAnswer(membership, item, draft).facts()
            }
            "write_listing" -> writeListing()
            "listing_case" -> app.listingCase(item).facts()
            "hand_in_listing" -> app.noteListingHandIn(item, day, null).facts()
            "erase_listing" -> JsonObject(emptyMap()).also { app.eraseListingCase(item) }
            else -> null
        }

    /** A letter about the first listing that can be written about. */
    private fun writeListing(): JsonElement {
        val key = app.business(text("uscc")).listings.firstNotNullOf { it.key }
        val done = with.getValue("done").jsonPrimitive.boolean
        val draft =
            if (done) ListingDraft(key, ListingAim.DONE, emptyList(), text("words"), ContestWants.REMOVED, day)
            else ListingDraft(key, ListingAim.CONTEST, grounds, text("words"), ContestWants.REMOVED, "")
        return facts("item" to app.keepListingLetter(draft, "").item)
    }

    private fun text(name: String) = with.getValue(name).jsonPrimitive.content

    private companion object {
        val CHINA: ZoneOffset = ZoneOffset.ofHours(8)
    }
}

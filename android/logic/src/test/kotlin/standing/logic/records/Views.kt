package standing.logic.records

import standing.core.AgainstYourself
import standing.core.DraftField
import standing.core.DraftView
import standing.core.FieldNote
import standing.core.NoteWeight
import standing.core.Problem
import standing.core.QueueGroup
import standing.core.QueueGroupKind
import standing.core.QueueItemView
import standing.core.QueueRow
import standing.core.QueueState as ItemStage
import standing.core.QueueView
import standing.core.RecordChoice
import standing.core.RecordKind
import standing.core.RecordKindsView
import standing.logic.samples.OWNER

// The smallest views of records that a presenter can be shown.

fun choice(kind: RecordKind, rule: String) =
    RecordChoice(kind, rule, "Rule $rule", "+2 if accepted", photoWanted = false, volumes = listOf(200u, 400u))

val kinds =
    RecordKindsView(
        membership = "village",
        authority = "Yangqiao",
        kinds = listOf(choice(RecordKind.BLOOD_DONATION, "B-1"), choice(RecordKind.SELF_REPORT, "W-1")),
        againstYourself = listOf(choice(RecordKind.SELF_REPORT, "R-1")),
        againstNote = "These rules take points.",
        empty = "",
    )

fun draft(vararg notes: FieldNote, against: AgainstYourself? = null) =
    DraftView(
        person = OWNER,
        choice = choice(RecordKind.BLOOD_DONATION, "B-1"),
        ready = notes.none { it.weight == NoteWeight.PROBLEM },
        notes = notes.toList(),
        title = "Blood donation, 400 ml",
        consequences = listOf("+2"),
        score = listOf("84 instead of 82"),
        against = against,
        leaves = emptyList(),
    )

fun wrong(field: DraftField, text: String = "$field is wrong") = FieldNote(field, NoteWeight.PROBLEM, text)

fun odd(field: DraftField, text: String = "$field is odd") = FieldNote(field, NoteWeight.LOOK_AGAIN, text)

fun queue(membership: String, needYou: Int, others: Int): QueueView {
    fun rows(n: Int) = List(n) { QueueRow(it.toLong(), ItemStage.QUEUED, "Row $it", "waits", "waits", "today") }
    val groups =
        listOf(
            QueueGroup(QueueGroupKind.NEEDS_YOU, "Needs your attention", rows(needYou)),
            QueueGroup(QueueGroupKind.ON_THIS_PHONE, "On this phone only", rows(others)),
        )
    return QueueView(membership, "", groups.filter { it.rows.isNotEmpty() }, "")
}

fun item(stage: ItemStage) =
    QueueItemView(
        membership = "village",
        item = 7,
        kind = RecordKind.BLOOD_DONATION,
        rule = "",
        state = stage,
        title = "Blood donation, 400 ml",
        text = "On this phone only",
        below = "",
        deadline = null,
        problem = null,
        says = emptyList(),
        photos = emptyList(),
        attempts = emptyList(),
        canConfirm = true,
        canRemovePhotos = false,
        photosNote = "",
        canEdit = false,
        editNote = "",
        canRetry = true,
        canWithdraw = true,
        withdrawNote = "It has not left this phone.",
        hasReceipt = false,
    )

val refused = Problem("record-not-now", "That cannot be done now.", "It is unchanged.", "Open it again.")

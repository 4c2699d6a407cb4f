package standing.logic.scenario

import java.time.LocalDate
import java.time.ZoneOffset
import standing.core.QueueItemView
import standing.core.QueueView
import standing.core.ReceiptView
import standing.core.RecordKind
import standing.core.RecordKindsView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Place
import standing.logic.records.FormAction
import standing.logic.records.FormPresenter
import standing.logic.records.FormState
import standing.logic.records.ItemAction
import standing.logic.records.ItemPresenter
import standing.logic.records.ItemState
import standing.logic.records.KindsPresenter
import standing.logic.records.KindsState
import standing.logic.records.PhotoStore
import standing.logic.records.QueuePresenter
import standing.logic.records.QueueState
import standing.logic.records.ReceiptPresenter
import standing.logic.records.ReceiptState
import standing.logic.records.Typed
import standing.scenario.facts

/** Kinds, forms, the queue, its items and receipts; each as a person taps through it. */
class RecordsPart(private val photoStore: PhotoStore) : Part {
    override fun act(stage: Stage, action: String, with: With): Outcome? {
        fun membership() = with.text("membership")
        return when (action) {
            "record_kinds" -> {
                val open = { environment: Environment -> KindsPresenter(environment, membership()) }
                outcomeOf(stage.play<KindsPresenter, KindsState>(open) { it.load !is Load.Loading }.load, RecordKindsView::facts)
            }
            "check_draft" -> check(stage, with)
            "queue_record" -> send(stage, with)
            "queue" -> queue(stage, membership())
            "queue_item" -> item(stage, with)
            "withdraw_record" -> item(stage, with, ItemAction.AskWithdraw, ItemAction.Withdraw)
            "retry_record" -> item(stage, with, ItemAction.Retry)
            "receipt" -> {
                val open = { environment: Environment -> ReceiptPresenter(environment, membership(), with.item(), stage.platform) }
                outcomeOf(stage.play<ReceiptPresenter, ReceiptState>(open) { it.load !is Load.Loading }.load, ReceiptView::facts)
            }
            else -> null
        }
    }

    /** Typed on one form, checked on the one that the process after it opens with the same. */
    private fun check(stage: Stage, with: With): Outcome {
        val typed = typed(with)
        var saved: String? = null
        stage.play<FormPresenter, FormState>({ form(it, stage, with) }, { act(FormAction.Type(typed)).also { saved = saved() } }) { it.typed == typed }
        val again = stage.play<FormPresenter, FormState>({ form(it, stage, with, saved) }) { it.draft != null }
        return Outcome.Done(checkNotNull(again.draft).facts())
    }

    /** What is only to be looked at again is sent by a second tap. */
    private fun send(stage: Stage, with: With): Outcome {
        lateinit var form: FormPresenter
        val shown =
            stage.play<FormPresenter, FormState>(
                { form(it, stage, with).also { opened -> form = opened } },
                { act(FormAction.Type(typed(with))).also { act(FormAction.Send) } },
            ) {
                if (it.looked && it.told > 0) form.act(FormAction.Send)
                it.kept != null || it.problem != null || (it.told > 0 && it.problems.isNotEmpty())
            }
        // A form with problems sends nothing: what the core would have said of it is "draft".
        val code = shown.problem?.code ?: "draft".takeIf { shown.kept == null }
        return code?.let { Outcome.Problem(it) } ?: done("item" to shown.kept!!.item)
    }

    private fun form(environment: Environment, stage: Stage, with: With, saved: String? = null): FormPresenter {
        val kind = RecordKind.valueOf(with.text("kind").uppercase())
        val place = Place.Form(with.text("membership"), kind, if ("rule" in with) with.text("rule") else "")
        return FormPresenter(environment, place, stage.platform, photoStore, {}, saved)
    }

    /** The day is counted back from today. */
    private fun typed(with: With): Typed {
        fun text(name: String) = if (name in with) with.text(name) else ""
        return Typed(
            day = LocalDate.now(ZoneOffset.UTC).minusDays(with.number("days_ago").toLong()).toString(),
            description = text("description"),
            organiser = text("organiser"),
            activity = text("activity"),
            minutes = text("minutes"),
            code = text("donation_code"),
            place = text("place"),
            millilitres = if ("ml" in with) with.number("ml").toUInt() else 0u,
        )
    }

    private fun queue(stage: Stage, membership: String): Outcome {
        val open = { environment: Environment -> QueuePresenter(environment, stage.shell(environment, membership), stage.platform, stage.syncing) }
        return outcomeOf(stage.play<QueuePresenter, QueueState>(open) { it.chosen == membership && it.queue !is Load.Loading }.queue, QueueView::facts)
    }

    /** Nobody taps before the record is shown. */
    private fun item(stage: Stage, with: With, vararg taps: ItemAction): Outcome {
        lateinit var item: ItemPresenter
        var (tapped, begun) = taps.isEmpty() to taps.isEmpty()
        val open = { environment: Environment -> ItemPresenter(environment, with.text("membership"), with.item(), stage.platform, {}).also { item = it } }
        val shown =
            stage.play<ItemPresenter, ItemState>(open) {
                if (!tapped && it.load is Load.Ready) {
                    tapped = true
                    taps.forEach(item::act)
                }
                begun = begun || it.busy
                begun && !it.busy && it.load !is Load.Loading
            }
        return shown.problem?.let { Outcome.Problem(it.code) } ?: outcomeOf(shown.load, QueueItemView::facts)
    }
}

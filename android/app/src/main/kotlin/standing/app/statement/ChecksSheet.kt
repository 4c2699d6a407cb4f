package standing.app.statement

import androidx.compose.runtime.Composable
import standing.app.design.Checks
import standing.app.design.Difference
import standing.app.design.LocalAmountsHidden
import standing.app.design.LocalWords
import standing.app.design.Paragraph
import standing.app.design.Quiet
import standing.app.design.Sheet
import standing.app.design.TextLink
import standing.app.shown
import standing.core.Check
import standing.core.CheckKind
import standing.core.CheckState
import standing.core.StatementView
import standing.logic.Load
import standing.logic.Place
import standing.logic.ViewAction

/** Every check of one statement: what it found, what that rests on, and what would settle what is open. */
@Composable
fun ChecksSheet(state: Load<StatementView>, act: (ViewAction) -> Unit, go: (Place) -> Unit, close: () -> Unit) {
    val hidden = LocalAmountsHidden.current
    Sheet(LocalWords.current.checksTitle, close) {
        shown(state, act) { view ->
            item("of") { Quiet("${view.title} · ${view.period}") }
            item("checks") { Checks(view.proof.checks.map { it.withoutAmounts(hidden) }) { check -> More(view, check, go) } }
        }
    }
}

/** The sum is named in what was found of it. */
private fun Check.withoutAmounts(hidden: Boolean) = if (hidden && kind == CheckKind.ADDS_UP) copy(finding = "") else this

@Composable
private fun More(view: StatementView, check: Check, go: (Place) -> Unit) {
    val words = LocalWords.current
    if (check.state == CheckState.HOLDS) return
    when (check.kind) {
        CheckKind.ADDS_UP -> {
            view.gap?.let { Difference(view.score, it) }
            if (!LocalAmountsHidden.current) view.differences.forEach { Paragraph(it) }
            TextLink(words.homeAddsUp, { go(Place.Statement(view.membership, view.seq)) })
        }
        CheckKind.IN_FORCE -> TextLink(words.actionSync, { go(Place.Sync) })
        CheckKind.COMPLETE -> TextLink(words.alarmAll, { go(Place.Alarms(view.membership)) })
        CheckKind.SIGNED, CheckKind.ALLOWED -> Unit
    }
}

package standing.app.alarms

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.LocalWords
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.TextLink
import standing.app.design.SignIcon
import standing.app.design.besideFirstLine
import standing.app.shown
import standing.core.AlarmGravity
import standing.core.AlarmRow
import standing.core.AlarmStatus
import standing.core.AlarmsView
import standing.core.MembershipId
import standing.logic.Load
import standing.logic.Place
import standing.logic.ViewAction

/** Every warning, the gravest first; what was put aside is below. */
@Composable
fun AlarmsScreen(state: Load<AlarmsView>, act: (ViewAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    Screen(LocalWords.current.alarmsTitle, onBack = back) {
        shown(state, act) { view ->
            val (aside, open) = view.rows.partition { it.status == AlarmStatus.PUT_ASIDE }
            item("text") { Paragraph(view.text, Modifier.padding(bottom = Space.s4)) }
            rows(open, view.membership, go)
            if (aside.isNotEmpty()) item("aside") { SectionHeading(LocalWords.current.alarmsAside) }
            rows(aside, view.membership, go)
        }
    }
}

private fun LazyListScope.rows(rows: List<AlarmRow>, membership: MembershipId?, go: (Place) -> Unit) =
    items(rows, key = { it.alarm }) { row ->
        val type = Standing.type
        TapRow(
            onOpen = { go(Place.Alarm(membership, row.alarm)) },
            start = { SignIcon(row.sign, Modifier.besideFirstLine(type.strong)) },
        ) {
            Text(row.problem.happened, style = type.strong)
            Text(row.statusText, style = type.body)
            Quiet(row.found)
        }
    }

/** What contradicts itself fails; what is missing, or was explained or put aside, is to be looked at. */
internal val AlarmRow.sign: Sign
    get() =
        when {
            status == AlarmStatus.PUT_ASIDE -> Sign.NOTE
            gravity == AlarmGravity.CONTRADICTION -> Sign.FAILS
            gravity == AlarmGravity.MISSING -> Sign.UNKNOWN
            else -> Sign.NEEDS
        }

/** A warning on another page, and the way to its own. */
@Composable
internal fun AlarmBox(row: AlarmRow, membership: MembershipId?, go: (Place) -> Unit) {
    ProblemBox(row.problem, sign = row.sign) {
        TextLink(LocalWords.current.alarmLook, { go(Place.Alarm(membership, row.alarm)) })
    }
}

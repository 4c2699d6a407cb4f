package standing.app.design

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import standing.core.Check
import standing.core.CheckState
import standing.core.Proof
import standing.core.SumGap

/** A state and the word for what is in it: one mark of a [ProofLine]. */
data class MarkWord(val state: CheckState, val word: String)

/** The proof line of a statement or of an entry. */
@Composable
fun ProofLine(proof: Proof, modifier: Modifier = Modifier, onOpen: (() -> Unit)? = null) {
    ProofLine(proof.checks.map { MarkWord(it.state, it.mark) }, proof.text, modifier, onOpen)
}

/**
 * Who says so, as of when, and how sure it is. The whole of it opens the checks.
 * What fails or is not known comes first, each on a line of its own.
 */
@Composable
fun ProofLine(marks: List<MarkWord>, text: String, modifier: Modifier = Modifier, onOpen: (() -> Unit)? = null) {
    if (Standing.reading.elder) return ElderProof(marks, text, modifier, onOpen)
    val words = LocalWords.current
    val tap =
        if (onOpen == null) Modifier.semantics(mergeDescendants = true) {}
        else Modifier.tapped(onOpen, words.actionSeeChecks)
    Column(modifier.fillMaxWidth()) {
        Hairline()
        Column(tap.fillMaxWidth().heightIn(min = Standing.sizes.touch).padding(vertical = Space.s3), Arrangement.spacedBy(Space.s2)) {
            Marks(marks)
            Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s3), Alignment.CenterVertically) {
                Quiet(text, Modifier.weight(1f))
                if (onOpen != null) Chevron()
            }
        }
        Hairline()
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Marks(marks: List<MarkWord>) {
    val (holding, others) = marks.partition { it.state == CheckState.HOLDS }
    others.sortedBy { it.state }.forEach { SignWord(it.state.sign, it.word) }
    if (holding.isNotEmpty()) {
        FlowRow(horizontalArrangement = Arrangement.spacedBy(Space.s3), verticalArrangement = Arrangement.spacedBy(Space.s1)) {
            holding.forEach { SignWord(it.state.sign, it.word) }
        }
    }
}

@Composable
private fun ElderProof(marks: List<MarkWord>, text: String, modifier: Modifier, onOpen: (() -> Unit)?) {
    val words = LocalWords.current
    Column(modifier.fillMaxWidth().padding(top = Space.s6), Arrangement.spacedBy(Space.s3)) {
        SectionTitle(words.proofHowSure)
        marks.sortedBy { it.state }.forEach { SignWord(it.state.sign, it.word, style = Standing.type.strong) }
        Text(text, color = Standing.colors.ink2, style = Standing.type.body)
        ReadAloudButton(spoken(marks.map { it.word } + text))
        if (onOpen != null) OutlinedButton(words.actionSeeChecks, onOpen, Modifier.fillMaxWidth())
        Hairline()
    }
}

/** How many fail, are unknown, hold. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
fun Tally(checks: List<CheckState>, modifier: Modifier = Modifier) {
    val words = LocalWords.current
    val said = mapOf(CheckState.FAILS to words::checksFail, CheckState.UNKNOWN to words::checksUnknown, CheckState.HOLDS to words::checksHold)
    FlowRow(modifier, Arrangement.spacedBy(Space.s4), Arrangement.spacedBy(Space.s1)) {
        for ((state, say) in said) {
            val n = checks.count { it == state }
            if (n > 0) SignWord(state.sign, say(n))
        }
    }
}

/** Every check with what it found, what it rests on and what to do; what fails first. [more] comes below what was found. */
@Composable
fun Checks(checks: List<Check>, modifier: Modifier = Modifier, more: @Composable ColumnScope.(Check) -> Unit = {}) {
    Column(modifier.fillMaxWidth()) {
        Tally(checks.map { it.state }, Modifier.padding(vertical = Space.s3))
        Hairline()
        for (check in checks.sortedBy { it.state }) CheckRow(check.state, check.name, check.finding, check.todo, check.restsOn) { more(check) }
        Quiet(LocalWords.current.checksNote, Modifier.padding(top = Space.s4))
    }
}

/** One check; [restsOn] says what it was worked out from. */
@Composable
fun CheckRow(
    state: CheckState,
    name: String,
    finding: String,
    todo: String = "",
    restsOn: String = "",
    more: @Composable ColumnScope.() -> Unit = {},
) {
    val type = Standing.type
    val size = Standing.sizes.mark * 26 / 18
    Column(Modifier.fillMaxWidth()) {
        Row(Modifier.padding(vertical = Space.s5), Arrangement.spacedBy(Space.s4)) {
            SignIcon(state.sign, Modifier.besideFirstLine(type.strong, size), size)
            Column(Modifier.weight(1f)) {
                Column(Modifier.semantics(mergeDescendants = true) {}) {
                    SideBySide(start = { Text(name, style = type.strong) }, end = {
                        Text(state.word(LocalWords.current), color = state.sign.color(Standing.colors), style = type.smallStrong)
                    })
                    Paragraph(finding)
                    Paragraph(todo)
                }
                more()
                Quiet(restsOn, Modifier.padding(top = Space.s2))
                if (Standing.reading.elder) ReadAloudButton("$name. $finding $todo", Modifier.padding(top = Space.s3))
            }
        }
        Hairline()
    }
}

/** What the statement says and what its own entries give, line by line. */
@Composable
fun Difference(says: String, gap: SumGap, modifier: Modifier = Modifier) {
    val words = LocalWords.current
    SunkBlock(modifier.padding(vertical = Space.s2), Standing.colors.failsSoft) {
        SumLine(words.checksSays, says)
        SumLine(words.checksAddsUpTo, gap.addsUpTo)
        Hairline(color = Standing.colors.ink)
        SumLine(words.checksDifference, gap.difference, last = true)
    }
}

@Composable
private fun SumLine(label: String, number: String, last: Boolean = false) {
    Row(
        Modifier.fillMaxWidth().heightIn(min = 36.dp).semantics(mergeDescendants = true) {},
        Arrangement.spacedBy(Space.s3),
        Alignment.CenterVertically,
    ) {
        Text(label, Modifier.weight(1f), style = if (last) Standing.type.strong else Standing.type.body)
        Amount(number, Standing.type.num, if (last) Standing.colors.fails else Standing.colors.ink)
    }
}

package standing.app

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.FilledButton
import standing.app.design.LinkRow
import standing.app.design.LocalWords
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.PersonHeading
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Space
import standing.core.MembershipId
import standing.core.MembershipView
import standing.core.PersonView
import standing.logic.Confirmation
import standing.logic.LockState
import standing.logic.words.Words

/** In place of the app while it is locked: its name and one button. */
@Composable
fun LockScreen(state: LockState.Locked, unlock: () -> Unit) {
    val words = LocalWords.current
    Screen("", bar = false) {
        item {
            PageHeading(words.appName)
            val said = state.answer?.text(words).orEmpty()
            if (said.isNotEmpty()) Paragraph(said, Modifier.padding(top = Space.s4))
            FilledButton(words.lockUnlock, unlock, Modifier.padding(top = Space.s6), enabled = !state.asking)
        }
    }
}

/** In place of the pages of a person who has locked them: whose they are, a button, and whose others could be shown. */
@Composable
fun PersonLockScreen(
    person: PersonView,
    others: List<MembershipView>,
    answer: Confirmation?,
    unlock: () -> Unit,
    choose: (MembershipId) -> Unit,
    back: (() -> Unit)?,
) {
    val words = LocalWords.current
    Screen("", onBack = back, bar = true) {
        item {
            PersonHeading(person)
            Paragraph(words.personLocked(person.name), Modifier.padding(top = Space.s4))
            Quiet(words.personLockedNote)
            val said = answer?.text(words).orEmpty()
            if (said.isNotEmpty()) Paragraph(said, Modifier.padding(top = Space.s4))
            FilledButton(words.lockUnlock, unlock, Modifier.padding(top = Space.s6))
        }
        if (others.isNotEmpty()) item { SectionHeading(words.homeAnotherMembership) }
        items(others, key = { it.membership }) { one -> LinkRow(one.authority, { choose(one.membership) }, note = one.person.name) }
    }
}

/** What the phone answered, and what to do; empty if it confirmed its owner. */
internal fun Confirmation.text(words: Words): String =
    when (this) {
        Confirmation.CONFIRMED -> ""
        Confirmation.CANCELLED -> words.lockCancelled
        Confirmation.FAILED -> words.lockFailed
        Confirmation.TOO_OFTEN -> words.lockTooOften
        Confirmation.NO_SCREEN_LOCK -> words.lockMissing
    }

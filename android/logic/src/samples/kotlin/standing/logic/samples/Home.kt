package standing.logic.samples

import standing.core.Language
import standing.core.PersonMark
import standing.core.PersonView
import standing.core.SettingsView

/** Settings as they are on a new phone. */
val SETTINGS = SettingsView(Language.ENGLISH, false, null, 100u, false, true, true, false, null)

/** The person whose phone it is. */
val OWNER = PersonView("", "You", "", PersonMark.CIRCLE, false)

/** A core that has the samples of one language. */
fun Samples.core(): FakeCore {
    val samples = this
    return FakeCore().apply {
        settings = { SETTINGS }
        help = { samples.help }
        sample = { samples.sample }
        memberships = { samples.memberships }
        home = { if (it == samples.home.membership) samples.home else samples.homeCity }
        statement = { of, seq -> if (of == samples.home.membership) samples.statement.copy(seq = seq) else samples.statementCity }
        story = { samples.story }
        compareStatements = { _, _, _ -> samples.compared }
        people = { samples.people(samples.memberships) }
        compareRulebooks = { _, _, _ -> samples.rulebooks }
        told = { _, _ -> samples.told }
        entry = { _, _, _ -> samples.entry }
        forecast = { if (it == samples.home.membership) samples.forecast else samples.forecastCity }
        perks = { if (it == samples.home.membership) samples.perks else samples.perksCity }
        benefit = { _, _ -> samples.benefit }
        till = { _, _ -> samples.till }
        rulebook = { if (it == samples.home.membership) samples.rulebook else samples.rulebookCity }
    }
}

package standing.logic.businesses

import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.logic.records.PhotoStore
import standing.logic.scenario.BusinessesPart
import standing.logic.scenario.CasesPart
import standing.logic.scenario.CorePart
import standing.logic.scenario.StatementPart
import standing.logic.scenario.onStage

/** The shared scenario of registers through the presenters, the real core and the real sandbox on real HTTP. */
class RegisterScenarioTest {
    @get:Rule val folder = TemporaryFolder()

    @Test
    fun `looking businesses up goes as it says, also with no network`() =
        onStage("scenario-register.json") { scenario, stage ->
            scenario.run(stage, listOf(BusinessesPart, CasesPart(PhotoStore(folder.root)), StatementPart, CorePart))
        }
}

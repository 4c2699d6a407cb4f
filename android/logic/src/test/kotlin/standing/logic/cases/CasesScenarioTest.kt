package standing.logic.cases

import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.logic.records.PhotoStore
import standing.logic.scenario.CasesPart
import standing.logic.scenario.CorePart
import standing.logic.scenario.StatementPart
import standing.logic.scenario.onStage

class CasesScenarioTest {
    @get:Rule val folder = TemporaryFolder()

    @Test
    fun `contests, what was done and rights go from the form to the answer as the scenario says`() =
        onStage("scenario-cases.json") { scenario, stage ->
            scenario.run(stage, listOf(CasesPart(PhotoStore(folder.root)), StatementPart, CorePart))
        }
}

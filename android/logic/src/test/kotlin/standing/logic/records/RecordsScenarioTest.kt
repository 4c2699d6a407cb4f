package standing.logic.records

import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.logic.scenario.CorePart
import standing.logic.scenario.RecordsPart
import standing.logic.scenario.StatementPart
import standing.logic.scenario.onStage

class RecordsScenarioTest {
    @get:Rule val folder = TemporaryFolder()

    @Test
    fun `records go from the form to the receipt as the scenario says`() =
        onStage("scenario-records.json") { scenario, stage ->
            scenario.run(stage, listOf(RecordsPart(PhotoStore(folder.root)), StatementPart, CorePart))
        }
}

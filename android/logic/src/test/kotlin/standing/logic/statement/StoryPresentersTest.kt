package standing.logic.statement

import org.junit.Assert.assertEquals
import org.junit.Test
import standing.core.AppException
import standing.core.CaseFileView
import standing.logic.Place
import standing.logic.SaveAnswer
import standing.logic.fake.FakePlatform
import standing.logic.samples.FakeCore
import standing.logic.samples.Samples
import standing.logic.samples.environment

/** Two statements compared, and the case file of what one was told. */
class StoryPresentersTest {
    private val samples = Samples.english
    private val asked = mutableListOf<Pair<UInt, UInt>>()
    private val core = FakeCore().apply {
        compareStatements = { _, one, other -> samples.compared.also { asked += one to other } }
        told = { _, _ -> samples.told }
        caseFile = { _, _, path -> CaseFileView("standing-case.zip", "In the file: $path") }
    }
    private val phone = FakePlatform()

    @Test
    fun `another statement takes the place of one side, and the earlier one stays the earlier`() {
        val page = ComparedPresenter(environment(core), Place.Compared("village", 1u, 8u))
        page.act(ComparedAction.Choose(Side.EARLIER))
        page.act(ComparedAction.Take(5u))
        page.act(ComparedAction.Choose(Side.LATER))
        page.act(ComparedAction.Take(3u))
        assertEquals(listOf(1u to 8u, 5u to 8u, 3u to 5u), asked)
        assertEquals(listOf(3u, 5u), Side.entries.map { page.state.value.chosen(it) })
        page.act(ComparedAction.Take(7u))
        assertEquals("nothing was asked for", 3, asked.size)
        page.act(ComparedAction.Choose(Side.LATER))
        page.act(ComparedAction.Keep)
        assertEquals(3 to null, asked.size to page.state.value.choosing)
    }

    @Test
    fun `a case file is written once a place was chosen, and what went wrong is said`() {
        val page = ToldPresenter(environment(core), Place.Told("village", ToldAbout(ToldKind.ENTRY, "E")), phone)
        page.act(ToldAction.SAVE_FILE)
        assertEquals(listOf("saveWritten ${samples.told.caseFile.fileName} application/zip"), phone.asked)
        assertEquals(SaveAnswer.SAVED to "In the file: /private/${samples.told.caseFile.fileName}", page.state.value.file.run { saving to done })
        phone.saves = SaveAnswer.NONE
        page.act(ToldAction.SAVE_FILE)
        assertEquals(null to "", page.state.value.file.run { saving to done })
        phone.saves = SaveAnswer.SAVED
        core.caseFile = { _, _, _ -> throw AppException.Storage("full", "No space.", "Safe.", "Make room.") }
        page.act(ToldAction.SAVE_FILE)
        assertEquals("full", page.state.value.file.problem?.code)
    }
}

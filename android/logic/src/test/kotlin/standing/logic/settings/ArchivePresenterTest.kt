package standing.logic.settings

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Test
import standing.core.AppException
import standing.core.ArchiveView
import standing.logic.SaveAnswer
import standing.logic.fake.FakePlatform
import standing.logic.samples.FakeCore
import standing.logic.samples.environment
import standing.logic.view

class ArchivePresenterTest {
    private val phone = FakePlatform()
    private val written = mutableListOf<String>()
    private val asked = mutableListOf<String?>()
    private val core =
        FakeCore().apply {
            archiveContents = { of -> asked += of; ArchiveView("standing-2026-11-29.zip", "In the file: 2 records; about 40 kB.") }
            exportAll = { of, path -> ArchiveView("standing-2026-11-29.zip", "In the file: 2 records.").also { written += path; asked += of } }
        }
    private val archive = ArchivePresenter(environment(core), phone, "father")

    @Test
    fun `what would be in it is said by one call, and nothing is written`() {
        assertEquals(listOf("archiveContents"), core.calls)
        assertEquals("In the file: 2 records; about 40 kB.", archive.state.value.load.view?.text)
        assertEquals(emptyList<String>(), phone.asked)
    }

    @Test
    fun `the core writes to the path that the phone gives, once the person has chosen a place`() {
        archive.act(ArchiveAction.SAVE)
        assertEquals(listOf("saveWritten standing-2026-11-29.zip application/zip"), phone.asked)
        assertEquals(listOf("/private/standing-2026-11-29.zip"), written)
        assertEquals("of one person, and of nobody else", listOf<String?>("father", "father"), asked)
        assertEquals(SaveAnswer.SAVED to "In the file: 2 records.", archive.state.value.file.run { saving to done })
    }

    @Test
    fun `what another app is given is the same, and nothing says that it was saved`() {
        archive.act(ArchiveAction.SHARE)
        assertEquals(listOf("shareWritten standing-2026-11-29.zip application/zip"), phone.asked)
        assertEquals(listOf("/private/standing-2026-11-29.zip"), written)
        assertEquals(ArchiveState(archive.state.value.load), archive.state.value)
    }

    @Test
    fun `whoever goes back has nothing written, and is told nothing`() {
        phone.saves = SaveAnswer.NONE
        archive.act(ArchiveAction.SAVE)
        assertEquals(emptyList<String>(), written)
        assertEquals(ArchiveState(archive.state.value.load), archive.state.value)
    }

    @Test
    fun `a place without space and a core that cannot write are said`() {
        phone.saves = SaveAnswer.NO_SPACE
        archive.act(ArchiveAction.SAVE)
        assertEquals(SaveAnswer.NO_SPACE to "", archive.state.value.file.run { saving to done })
        core.exportAll = { _, _ -> throw AppException.Storage("no-space", "No space is left.", "Nothing was changed.", "Make room.") }
        archive.act(ArchiveAction.SAVE)
        assertEquals(null to "no-space", archive.state.value.file.run { saving to problem?.code })
        assertFalse(archive.state.value.file.busy)
    }
}

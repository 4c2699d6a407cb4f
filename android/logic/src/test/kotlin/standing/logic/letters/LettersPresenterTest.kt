package standing.logic.letters

import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Test
import standing.core.AppException
import standing.logic.Place
import standing.logic.fake.FakePlatform
import standing.logic.samples.FakeCore
import standing.logic.samples.Samples
import standing.logic.samples.environment
import standing.logic.view

class LettersPresenterTest {
    private val samples = Samples.english
    private val village = samples.home.membership
    private val marks = mutableListOf<Pair<List<UInt>, Boolean>>()
    private var isNew = true
    private var changes = 0
    private val core =
        FakeCore().apply {
            letters = { _, search -> samples.letters.copy(search = search) }
            letter = { _, _ -> samples.letter.copy(isNew = isNew) }
            markLetters = { _, letters, read ->
                marks += letters to read
                isNew = !read
            }
        }

    private fun page() = LetterPresenter(environment(core), Place.Letter(village, samples.letter.n), FakePlatform()) { changes++ }

    @Test
    fun `a notice is marked as read once it is shown, and not again after it was marked as new`() {
        val page = page()
        assertEquals(listOf(listOf(samples.letter.n) to true), marks)
        assertEquals("Home and the list ask again", 1, changes)
        page.act(LetterAction.MarkNew)
        page.act(LetterAction.Again)
        assertEquals(listOf(true, false), marks.map { it.second })
    }

    @Test
    fun `what could not be shown is not marked, and what could not be marked is reported`() {
        core.letter = { _, _ -> throw AppException.NotFound("no-letter", "", "", "") }
        page()
        assertEquals(emptyList<Any>(), marks)
        core.letter = { _, _ -> samples.letter.copy(isNew = true) }
        core.markLetters = { _, _, _ -> throw AppException.Storage("storage", "", "", "") }
        val page = page()
        assertNotNull(page.state.value.problem)
        assertNotNull(page.state.value.load.view)
    }

    @Test
    fun `only what is listed and new is marked as read, and what is typed is asked for and kept`() {
        val list = LettersPresenter(environment(core), Place.Letters(village), saved = "river") { changes++ }
        assertEquals("river", list.state.value.load.view?.search)
        list.act(LettersAction.Search("loan"))
        assertEquals("loan", list.state.value.load.view?.search)
        assertEquals("loan", list.saved())
        list.act(LettersAction.Search(""))
        assertNull(list.saved())
        val shown = samples.letters.let { it.withDate + it.rest }
        list.act(LettersAction.ReadAll)
        assertEquals(listOf(shown.filter { it.isNew }.map { it.n } to true), marks)
    }
}

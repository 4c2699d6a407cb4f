package standing.logic.businesses

import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.AnswerFile
import standing.core.Language
import standing.logic.SaveAnswer
import standing.logic.fake.FakePlatform
import standing.logic.problem
import standing.logic.samples.BusinessSamples
import standing.logic.samples.FakeCore
import standing.logic.samples.environment
import standing.logic.view

/** What is kept of look-ups: comparisons, businesses that are watched, saved answers. */
class KeptPresentersTest {
    private val core = FakeCore()
    private val platform = FakePlatform()
    private val samples = BusinessSamples.of(Language.ENGLISH)

    @Test
    fun `a business is watched and no longer, and a refusal is shown`() {
        var watched = false
        core.business = { samples.tea.copy(watched = watched) }
        core.watch = { watched = true }
        core.unwatch = { watched = false }
        val presenter = BusinessPresenter(environment(core), platform, TEA)
        presenter.act(BusinessAction.Watch(true))
        assertTrue(presenter.state.value.view.view!!.watched)
        presenter.act(BusinessAction.Watch(false))
        assertEquals(false, presenter.state.value.view.view!!.watched)
        core.watch = { throw invalid("watch-full") }
        presenter.act(BusinessAction.Watch(true))
        assertEquals("watch-full", presenter.state.value.problem?.code)
    }

    @Test
    fun `an answer that was not saved is not called saved`() {
        core.business = { samples.tea }
        core.saveAnswer = { throw invalid("answers-full") }
        val presenter = BusinessPresenter(environment(core), platform, TEA)
        presenter.act(BusinessAction.Save)
        assertEquals("answers-full" to false, presenter.state.value.problem?.code to presenter.state.value.saved)
        core.saveAnswer = {}
        presenter.act(BusinessAction.Save)
        assertEquals(null to true, presenter.state.value.problem?.code to presenter.state.value.saved)
    }

    @Test
    fun `a comparison keeps the order of choosing, takes nobody twice, and comes back`() {
        val asked = mutableListOf<List<String>>()
        core.compare = { codes -> samples.compare.also { asked += codes } }
        val presenter = ComparePresenter(environment(core), listOf("B"))
        presenter.act(CompareAction.Add("A"))
        presenter.act(CompareAction.Add("B"))
        presenter.act(CompareAction.LeaveOut("B"))
        assertEquals(listOf(listOf("B"), listOf("B", "A"), listOf("B", "A"), listOf("A")), asked)
        assertEquals(listOf("A"), ComparePresenter(environment(core), emptyList(), presenter.saved()).state.value.codes)
        presenter.act(CompareAction.LeaveOut("A"))
        assertEquals(emptyList<String>(), ComparePresenter(environment(core), listOf("C"), presenter.saved()).state.value.codes)
    }

    @Test
    fun `stopping with all of them is asked once more`() {
        core.watched = { samples.watched }
        core.eraseWatched = { core.watched = { samples.watchedNone } }
        val presenter = WatchedPresenter(environment(core))
        presenter.act(WatchedAction.Answer(true))
        presenter.act(WatchedAction.StopAll)
        presenter.act(WatchedAction.Answer(false))
        assertEquals(samples.watched, presenter.state.value.view.view)
        presenter.act(WatchedAction.StopAll)
        presenter.act(WatchedAction.Answer(true))
        assertEquals(samples.watchedNone, presenter.state.value.view.view)
    }

    @Test
    fun `a proof is saved as a file, and one that is erased is asked about`() {
        core.savedAnswers = { samples.answers }
        core.exportAnswer = { AnswerFile("standing-proof.json", "{}") }
        core.eraseAnswer = { core.savedAnswers = { samples.answersNone } }
        val presenter = AnswersPresenter(environment(core), platform)
        presenter.act(AnswersAction.Export(1))
        assertEquals(SaveAnswer.SAVED, presenter.state.value.saving)
        presenter.act(AnswersAction.Share(1))
        assertEquals("{}", platform.given["standing-proof.json"]?.decodeToString())
        presenter.act(AnswersAction.Erase(samples.answers.rows.first()))
        presenter.act(AnswersAction.Answer(false))
        assertEquals(samples.answers, presenter.state.value.view.view)
        presenter.act(AnswersAction.Erase(samples.answers.rows.first()))
        presenter.act(AnswersAction.Answer(true))
        assertEquals(samples.answersNone, presenter.state.value.view.view)
        assertNull(presenter.state.value.problem)
    }

    private companion object {
        const val TEA = "91330106MA2CFLDG4R"
    }
}

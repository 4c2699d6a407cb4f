package standing.logic

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.test.StandardTestDispatcher
import kotlinx.coroutines.test.TestCoroutineScheduler
import org.junit.Assert.assertEquals
import org.junit.Test
import standing.core.AppException
import standing.logic.perks.PerksPresenter
import standing.logic.perks.RulebookPresenter
import standing.logic.samples.SURPRISE
import standing.logic.samples.Samples
import standing.logic.samples.core
import standing.logic.samples.environment
import standing.logic.statement.ChecksPresenter
import standing.logic.statement.EntryPresenter
import standing.logic.statement.ForecastPresenter
import standing.logic.statement.StarsPresenter
import standing.logic.statement.StatementPresenter
import standing.logic.statement.StoryPresenter

class ViewPresenterTest {
    private val samples = Samples.english
    private val village = samples.home.membership
    private val core = samples.core()
    private val news = MutableStateFlow(0)

    private val screens: List<(Environment) -> ViewPresenter<*>> =
        listOf(
            { StatementPresenter(it, Place.Statement(village, 8u)) },
            { ChecksPresenter(it, Place.Checks(village, 8u)) },
            { EntryPresenter(it, Place.Entry(village, 8u, "E-2026-014")) },
            { StoryPresenter(it, Place.History(village)) },
            { ForecastPresenter(it, Place.Forecast(village)) },
            { StarsPresenter(it, Place.Stars(village, 8u)) },
            { PerksPresenter(it, Place.Perks(village)) },
            { RulebookPresenter(it, Place.Rulebook(village)) },
        )

    @Test
    fun `each screen opens with one call`() {
        for (open in screens) {
            core.calls.clear()
            val screen = open(environment(core))
            assertEquals(screen.javaClass.simpleName, 1, core.calls.size)
            assert(screen.state.value is Load.Ready) { screen.javaClass.simpleName }
        }
    }

    @Test
    fun `news is asked for, and what was there stays until it comes`() {
        val worker = StandardTestDispatcher(TestCoroutineScheduler())
        val screen = StatementPresenter(environment(core, worker, news = news), Place.Statement(village, 8u))
        worker.scheduler.advanceUntilIdle()
        core.statement = { _, _ -> samples.statementCity }
        news.value += 1
        assertEquals("82", screen.state.value.view?.score)
        worker.scheduler.advanceUntilIdle()
        assertEquals("660", screen.state.value.view?.score)
    }

    @Test
    fun `what cannot be had is reported, and asking again helps`() {
        core.perks = { throw AppException.NotFound("erased", "Everything was erased.", "", "") }
        val screen = PerksPresenter(environment(core), Place.Perks(village))
        assertEquals("erased", screen.state.value.problem?.code)
        core.perks = { samples.perks }
        screen.act(ViewAction.AskAgain)
        assertEquals(samples.perks, screen.state.value.view)
    }

    @Test
    fun `an error that nobody declared is reported as one`() {
        core.rulebook = { error("a defect") }
        val screen = RulebookPresenter(environment(core), Place.Rulebook(village))
        assertEquals(SURPRISE, screen.state.value.problem)
    }
}

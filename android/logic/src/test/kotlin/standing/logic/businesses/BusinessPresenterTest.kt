package standing.logic.businesses

import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.TagKind
import standing.logic.Load
import standing.logic.fake.FakePlatform
import standing.logic.problem
import standing.logic.samples.FakeCore
import standing.logic.samples.environment
import standing.logic.view

class BusinessPresenterTest {
    private val core = FakeCore()
    private val platform = FakePlatform()
    private val news = MutableStateFlow(0)
    private val tea = business(card("杭州西湖茶业有限公司"))

    private fun presenter() = BusinessPresenter(environment(core, news = news), platform, "91330106MA2CFLDG4R")

    @Test
    fun `one call brings the whole screen, and another notes that it was opened, once`() {
        core.business = { code -> tea.also { assertEquals("91330106MA2CFLDG4R", code) } }
        core.noteLookup = { code -> assertEquals("91330106MA2CFLDG4R", code) }
        assertEquals(tea, presenter().state.value.view.view)
        assertEquals(listOf("business", "noteLookup"), core.calls)
        news.value += 1
        assertEquals(listOf("business", "noteLookup", "business"), core.calls)
    }

    @Test
    fun `a business that cannot be noted is shown`() {
        core.business = { tea }
        core.noteLookup = { throw invalid("storage") }
        assertEquals(tea, presenter().state.value.view.view)
    }

    @Test
    fun `the code is copied without its spaces, and nothing before it is there`() {
        core.business = { throw invalid("uscc-check") }
        val presenter = presenter()
        presenter.act(BusinessAction.CopyCode)
        assertNull(platform.copied)
        core.business = { tea }
        presenter.act(BusinessAction.TryAgain)
        presenter.act(BusinessAction.CopyCode)
        assertEquals("91330106MA2CFLDG4R", platform.copied)
        assertTrue(presenter.state.value.copied)
    }

    @Test
    fun `news that come while it is asked for are asked for as well`() {
        val newer = business(card("杭州西湖茶业有限公司", TagKind.RED))
        val begun = CountDownLatch(1)
        val gate = CompletableFuture<Unit>()
        core.business = {
            if (begun.count == 0L) {
                newer
            } else {
                begun.countDown()
                gate.get()
                tea
            }
        }
        val environment = environment(core, Dispatchers.IO, CoroutineScope(Dispatchers.Unconfined), news)
        val presenter = BusinessPresenter(environment, platform, "91330106MA2CFLDG4R")
        begun.await()
        news.value++
        val shown = runBlocking { withTimeout(5_000) { presenter.state.first { it.view is Load.Ready } } }
        gate.complete(Unit)
        assertEquals(newer, shown.view.view)
    }

    @Test
    fun `what could not be shown can be tried again, and news ask again`() {
        core.business = { throw invalid("no-register") }
        val presenter = presenter()
        assertEquals("no-register", presenter.state.value.view.problem?.code)
        core.business = { tea }
        news.value++
        assertEquals(tea, presenter.state.value.view.view)
    }
}

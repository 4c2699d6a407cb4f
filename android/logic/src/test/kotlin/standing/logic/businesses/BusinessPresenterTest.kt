package standing.logic.businesses

import kotlinx.coroutines.flow.MutableStateFlow
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.logic.fake.FakePlatform
import standing.logic.problem
import standing.logic.samples.FakeCore
import standing.logic.samples.desk
import standing.logic.view

class BusinessPresenterTest {
    private val core = FakeCore()
    private val platform = FakePlatform()
    private val news = MutableStateFlow(0)
    private val tea = business(card("杭州西湖茶业有限公司"))

    private fun presenter() = BusinessPresenter(desk(core, news = news), platform, "91330106MA2CFLDG4R")

    @Test
    fun `one call brings the whole screen`() {
        core.business = { code -> tea.also { assertEquals("91330106MA2CFLDG4R", code) } }
        assertEquals(tea, presenter().state.value.view.view)
        assertEquals(listOf("business"), core.calls)
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
    fun `what could not be shown can be tried again, and news ask again`() {
        core.business = { throw invalid("no-register") }
        val presenter = presenter()
        assertEquals("no-register", presenter.state.value.view.problem?.code)
        core.business = { tea }
        news.value++
        assertEquals(tea, presenter.state.value.view.view)
    }
}

package standing.logic.businesses

import java.util.concurrent.CompletableFuture
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.flow.MutableSharedFlow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.test.StandardTestDispatcher
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.advanceTimeBy
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.AppException
import standing.core.TagKind
import standing.logic.problem
import standing.logic.samples.FakeCore
import standing.logic.samples.environment
import standing.logic.view

@OptIn(ExperimentalCoroutinesApi::class)
class SearchPresenterTest {
    private val core = FakeCore()
    private val asked = mutableListOf<String>()
    private val news = MutableStateFlow(0)

    init {
        core.search = { text ->
            asked += text
            found(card("杭州西湖茶业有限公司"), query = text)
        }
    }

    private fun TestScope.presenter(saved: String? = null): SearchPresenter {
        val environment = environment(core, StandardTestDispatcher(testScheduler), backgroundScope, news)
        return SearchPresenter(environment, saved).also { runCurrent() }
    }

    private fun TestScope.wait(milliseconds: Long) {
        advanceTimeBy(milliseconds)
        runCurrent()
    }

    private fun SearchPresenter.type(text: String) = act(SearchAction.Type(text))

    @Test
    fun `what another app asks for is searched at once, in place of what was typed`() = runTest {
        val others = MutableSharedFlow<String>(extraBufferCapacity = 1)
        val environment = environment(core, StandardTestDispatcher(testScheduler), backgroundScope, news)
        val presenter = SearchPresenter(environment, "old", others).also { runCurrent() }
        others.emit("91330106MA2CFLDG4R")
        runCurrent()
        assertEquals("91330106MA2CFLDG4R", presenter.state.value.text)
        assertEquals(listOf("old", "91330106MA2CFLDG4R"), asked)
    }

    @Test
    fun `what is typed is asked for once, when the typing pauses`() = runTest {
        val presenter = presenter()
        for (text in listOf("x", "xi", "xih", "西湖")) {
            presenter.type(text)
            wait(100)
        }
        assertEquals(listOf(""), asked)
        assertTrue(presenter.state.value.searching)
        wait(100)
        assertEquals(listOf("", "西湖"), asked)
        assertEquals("西湖", presenter.state.value.found.view?.query)
        assertFalse(presenter.state.value.searching)
    }

    @Test
    fun `the search key does not wait, and emptying neither`() = runTest {
        val presenter = presenter()
        presenter.type("西湖")
        presenter.act(SearchAction.Now)
        wait(1)
        assertEquals(listOf("", "西湖"), asked)
        presenter.act(SearchAction.Clear)
        wait(1)
        assertEquals(listOf("", "西湖", ""), asked)
        assertNull(presenter.saved())
    }

    @Test
    fun `an answer to what does not stand there any more is not shown`() = runTest {
        val presenter = presenter()
        core.search = { text ->
            asked += text
            if (text == "西") presenter.type("西湖")
            found(query = text)
        }
        val queries = mutableListOf<String?>()
        presenter.type("西")
        repeat(50) {
            wait(20)
            queries += presenter.state.value.found.view?.query
        }
        assertEquals(listOf("", "西", "西湖"), asked)
        assertEquals(setOf("", "西湖"), queries.toSet())
    }

    @Test
    fun `the core is asked one question at a time, whatever is typed meanwhile`() = runTest {
        val gate = CompletableFuture<Unit>()
        var atOnce = 0
        var most = 0
        core.search = { text ->
            synchronized(this) { most = maxOf(most, ++atOnce) }
            if (text == "slow") gate.get()
            synchronized(this) { atOnce-- }
            found(query = text)
        }
        val presenter = SearchPresenter(environment(core, Dispatchers.IO, backgroundScope, news))
        val found = presenter.state
        presenter.type("slow")
        wait(300)
        for (text in listOf("slow a", "slow ab", "slow abc")) {
            presenter.type(text)
            wait(300)
        }
        gate.complete(Unit)
        val ended = System.nanoTime() + 5_000_000_000
        while (found.value.searching && System.nanoTime() < ended) wait(300).also { Thread.sleep(1) }
        assertEquals("slow abc", found.value.found.view?.query)
        assertEquals(1, most)
    }

    @Test
    fun `without a register it says so before anything is typed`() = runTest {
        core.search = { throw AppException.NotFound("no-register", "happened", "safe", "todo") }
        assertEquals("no-register", presenter().state.value.found.problem?.code)
    }

    @Test
    fun `what cannot be a name or a code is told, and the next text is searched again`() = runTest {
        val presenter = presenter()
        core.search = { text -> if (text.length > 2000) throw invalid("scan-too-long") else found(query = text) }
        presenter.type("长".repeat(20_000))
        wait(300)
        assertEquals("scan-too-long", presenter.state.value.found.problem?.code)
        assertEquals(10_000, presenter.state.value.text.length)
        presenter.type("西湖")
        wait(300)
        assertNull(presenter.state.value.found.problem)
    }

    @Test
    fun `a register that arrives is searched at once`() = runTest {
        presenter()
        news.value++
        wait(1)
        assertEquals(2, asked.size)
    }

    @Test
    fun `what was typed comes back after the process ended`() = runTest {
        val presenter = presenter()
        presenter.type("西湖")
        assertEquals("西湖", presenter(presenter.saved()).state.value.text)
        assertEquals("西湖", asked.last())
    }

    @Test
    fun `a black tag is shown only beside full name, region and code`() {
        val complete = card("杭州西湖茶业有限公司", TagKind.BLACK, TagKind.RED)
        assertEquals(complete.tags, complete.shownTags)
        for (lacking in listOf(complete.copy(name = " "), complete.copy(region = ""), complete.copy(code = ""))) {
            assertEquals(emptyList<Any>(), lacking.shownTags)
        }
        val unknown = card("", TagKind.UNKNOWN, region = "")
        assertEquals(unknown.tags, unknown.shownTags)
    }
}

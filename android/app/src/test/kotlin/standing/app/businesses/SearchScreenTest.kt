package standing.app.businesses

import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.Hand
import standing.app.inHand
import standing.core.AppException
import standing.core.Language
import standing.logic.Place
import standing.logic.businesses.SearchPresenter
import standing.logic.samples.BusinessSamples
import standing.logic.samples.FakeCore
import standing.logic.samples.environment

class SearchScreenTest {
    private val went = mutableListOf<Place>()
    private val samples = BusinessSamples.of(Language.ENGLISH)
    private val core = FakeCore().apply { search = { text -> answer(text) } }

    private fun answer(text: String) =
        when (text) {
            "" -> samples.searchNothing
            "西湖" -> samples.searchThousand
            "西湖茶业" -> samples.searchTea
            "茶 西湖" -> samples.searchNear
            else -> samples.searchNone
        }

    private fun search(language: Language = Language.ENGLISH, test: Hand.() -> Unit) {
        val presenter = SearchPresenter(environment(core))
        inHand(language, content = {
            val state by presenter.state.collectAsState()
            SearchScreen(state, presenter::act) { went += it }
        }, test = test)
    }

    @Test
    fun `a name typed in Chinese finds its business, which opens as a whole`() = search {
        type("Name or code", "西湖茶业")
        await("1 found")
        tap("杭州西湖茶业有限公司")
        assertEquals(listOf<Place>(Place.Business("91330106MA2CFLDG4R")), went)
    }

    @Test
    fun `a black tag is read after the full name, the region and the code, and with its office and end`() = search {
        type("Name or code", "西湖茶业")
        await("1 found")
        val read = readAsOne("杭州西湖茶业有限公司")
        val who = listOf("杭州西湖茶业有限公司", "Xihu District", "91 330106 MA2CFLDG4 R")
        val order = who + "Black list" + "up to and including 12 May 2029" + "Red list"
        assertEquals(read, order, order.sortedBy(read::indexOf))
        assertTrue(read, order.all { it in read })
    }

    @Test
    fun `of names that are like it no listing is there`() = search {
        type("Name or code", "茶 西湖")
        await("Perhaps one of these")
        assertTrue("Compare the code before you open" in readAsOne("杭州西湖茶业有限公司"))
        assertFalse("Black list" in all())
        assertFalse("found" in all())
    }

    @Test
    fun `nothing found says nothing about anybody, and clearing starts over`() = search {
        type("Name or code", "不存在的名称")
        await("Not found in the registers on this phone")
        assertTrue(sees("That says nothing good or bad about it"))
        tapSign("Clear")
        settle()
        assertFalse(sees("Not found"))
        assertTrue(sees("Searched: Zhejiang demo business register"))
    }

    @Test
    fun `a thousand are scrolled to the last`() = search {
        type("Name or code", "西湖")
        await("1000 found")
        scrollTo(1004)
        tap("杭州西湖茗茶业有限公司")
        assertEquals(1, went.size)
    }

    @Test
    fun `without a register the way to one is shown, in Chinese as well`() {
        core.search = { throw AppException.NotFound("no-register", "happened", "safe", "todo") }
        search(Language.CHINESE) {
            tap("添加企业库")
            assertEquals(listOf<Place>(Place.AddRegister()), went)
        }
    }

    @Test
    fun `ten thousand characters do no harm`() {
        val tooLong = AppException.Invalid("scan-too-long", "too long", "", "")
        core.search = { text -> if (text.length > 2000) throw tooLong else answer(text) }
        search {
            type("Name or code", "长".repeat(10_000))
            await("too long")
            tapSign("Clear")
            type("Name or code", "西湖茶业")
            await("1 found")
        }
    }

    @Test
    fun `codes are scanned and look-ups found from here`() = search {
        tap("Scan product")
        tap("Scan licence")
        tapSign("Recent searches")
        assertEquals(listOf(Place.Scan, Place.Scan, Place.Recent), went)
    }
}

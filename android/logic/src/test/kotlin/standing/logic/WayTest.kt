package standing.logic

import kotlinx.serialization.json.Json
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Test

class WayTest {
    private val entry = Place.Entry("village", 8u, "8-1")
    private val statement = Place.Statement("village", 8u)

    @Test
    fun `back leads where one came from, in the end out of the app`() {
        val way = Way().to(statement).to(entry)
        assertEquals(statement, way.back()?.at?.top)
        assertEquals(Place.Home, way.back()?.back()?.at?.top)
        assertNull(way.back()?.back()?.back())
    }

    @Test
    fun `each of the four places keeps what was open there`() {
        val way = Way().to(statement).to(Place.Records).to(Place.Home)
        assertEquals(statement, way.at.top)
        assertEquals(Place.Home, way.to(Place.Home).at.top)
    }

    @Test
    fun `back from one of the four places leads to the one before, then home`() {
        val way = Way().to(Place.Businesses).to(Place.More)
        assertEquals(Place.Businesses, way.back()?.at?.top)
        assertEquals(Place.Home, way.back()?.back()?.at?.top)
    }

    @Test
    fun `a second tap opens nothing twice`() = assertEquals(Way().to(entry), Way().to(entry).to(entry))

    @Test
    fun `what is opened instead is not led back from`() {
        val form = Place.Form("village", standing.core.RecordKind.VOLUNTEERING)
        for (root in listOf(Place.Home, Place.Records)) {
            val way = Way().to(root).to(Place.NewRecord("village")).to(form).instead(Place.Item("village", 1))
            assertEquals("neither to the form nor to the choice of kinds", root, way.back()?.at?.top)
        }
        val again = Way().to(Place.Records).to(Place.Item("village", 1)).to(form).instead(Place.Item("village", 2))
        assertEquals(Place.Item("village", 1), again.back()?.at?.top)
        assertEquals(Way(listOf(Branch(Place.Home))), Way().to(Place.Join()).instead(Place.Home))
    }

    @Test
    fun `beside a list a second detail stands in the place of the first`() {
        val way = Way().to(Place.Businesses).beside(Place.Business("a")).beside(Place.Business("b"))
        assertEquals(Place.Businesses, way.back()?.at?.top)
    }

    @Test
    fun `the way survives the process`() {
        val way = Way().to(entry).to(Place.Records)
        assertEquals(way, Json.decodeFromString<Way>(Json.encodeToString(way)))
    }
}

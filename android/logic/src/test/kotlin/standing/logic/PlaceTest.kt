package standing.logic

import kotlinx.serialization.json.Json
import org.junit.Assert.assertEquals
import org.junit.Test
import standing.core.RecordKind

class PlaceTest {
    @Test
    fun `a place comes back from its text`() {
        val places =
            listOf(
                Place.Home,
                Place.Join("standing:join?x"),
                Place.Entry("village", 8u, "8-0031"),
                Place.Form("village", RecordKind.VOLUNTEERING, "G-1"),
                Place.Item("village", 7),
            )
        val text = Json.encodeToString<List<Place>>(places)
        assertEquals(places, Json.decodeFromString<List<Place>>(text))
    }
}

package standing.app.statement

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.design.Look
import standing.app.inHand
import standing.core.ForecastView
import standing.core.MoveRow
import standing.logic.Load
import standing.logic.Place
import standing.logic.samples.Samples

class ForecastScreenTest {
    private val samples = Samples.english
    private val village = samples.forecast.membership
    private val went = mutableListOf<Place>()

    private fun ForecastView.moving(): ForecastView {
        val moves = listOf(
            MoveRow("E-7", "−6", "Taking parents to the doctor", "ends on 22 June 2027"),
            MoveRow(null, "+1", "Tidiness", "begins on 1 May 2027"),
        )
        val quarter = quarters[0].copy(day = "30 June 2027", score = "71", tier = "Fair", moves = moves, consequences = listOf("Below 75: “Good” becomes “Fair”."))
        return copy(quarters = listOf(quarter, quarters[1].copy(moves = emptyList())))
    }

    @Test
    fun `what moves a quarter opens its entry, and stars open nothing`() =
        inHand(content = { ForecastScreen(Load.Ready(samples.forecast.moving()), {}, { went += it }, {}) }) {
            find("Below 75: “Good” becomes “Fair”.")
            assertTrue(sees("ends on 22 June 2027"))
            tap("Taking parents to the doctor")
            assertEquals(listOf<Place>(Place.Entry(village, 8u, "E-7")), went)
            assertFalse(canTap("Tidiness"))
            find("No change")
        }

    @Test
    fun `it says from which statement, that it is no promise, and what may still count`() =
        inHand(content = { ForecastScreen(Load.Ready(samples.forecast), {}, { went += it }, {}) }) {
            assertTrue(sees("Statement 8"))
            find("This is arithmetic, not a promise.")
            find(samples.forecast.nextTier!!.title)
            find(samples.forecast.rooms.first().text)
        }

    @Test
    fun `hidden amounts leave neither score nor level`() =
        inHand(look = { Look(hideAmounts = true) }, content = { ForecastScreen(Load.Ready(samples.forecast.moving()), {}, {}, {}) }) {
            val shown = all()
            for (amount in listOf("71", "−6", "Fair", "82")) assertFalse(amount, amount in shown)
            assertTrue("Taking parents to the doctor" in shown)
        }

    @Test
    fun `before the first statement it says what would bring one`() =
        inHand(content = { ForecastScreen(Load.Ready(samples.forecastFirst), {}, {}, {}) }) {
            assertTrue(sees(samples.forecastFirst.empty))
        }
}

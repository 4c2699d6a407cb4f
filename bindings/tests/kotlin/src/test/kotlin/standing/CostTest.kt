package standing

import java.util.Locale
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.ClassRule
import org.junit.Rule
import org.junit.Test
import standing.core.Fetch
import standing.core.FfiConverterTypeBusinessCard
import standing.core.FfiConverterTypeSearchView
import standing.core.Stopper

/**
 * P13: one screen of fifty rows across the border, beside fifty calls for one row each. Taken in
 * turns; the median with the 10th and the 90th percentile. It prints, and fails on a wrong answer
 * only.
 */
class CostTest {
    @get:Rule val phone = Phone()

    @Test
    fun `a screen in one call costs a fraction of a call for each row`() {
        val app = phone.open()
        runBlocking { app.addRegister(sandbox.register, true, Fetch.ALL, Stopper()) }
        val view = app.search("有限公司")
        assertEquals(50, view.rows.size)

        // An empty call beside the data: what is left of a call when the core has nothing to do.
        val empty = app.observe(Ear())
        ratio("crossing alone", times = 50, {
            empty.cancel()
            FfiConverterTypeSearchView.lift(FfiConverterTypeSearchView.lower(view))
        }, {
            for (row in view.rows) {
                empty.cancel()
                FfiConverterTypeBusinessCard.lift(FfiConverterTypeBusinessCard.lower(row))
            }
        })
        ratio("with the core's work", times = 1, { app.search("有限公司") }, {
            for (row in view.rows) app.business(row.uscc)
        })
    }

    private fun ratio(name: String, times: Int, screen: () -> Unit, calls: () -> Unit) {
        fun time(act: () -> Unit): Double {
            val begun = System.nanoTime()
            repeat(times) { act() }
            return (System.nanoTime() - begun).toDouble()
        }
        repeat(WARM_UP) { time(screen) + time(calls) }
        val ratios = List(TURNS) { time(screen) / time(calls) }.sorted()
        val shown = listOf(TURNS / 2, TURNS / 10, TURNS * 9 / 10).map { String.format(Locale.ROOT, "%.3f", ratios[it]) }
        println("P13 one screen / 50 calls, $name: ${shown[0]} (${shown[1]} to ${shown[2]}), $TURNS turns")
    }

    private companion object {
        const val WARM_UP = 3
        const val TURNS = 11

        @ClassRule @JvmField val sandbox = Sandbox()
    }
}

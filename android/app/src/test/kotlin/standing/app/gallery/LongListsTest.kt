package standing.app.gallery

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.inHand
import standing.core.Language

/** A thousand rows cost no more than those in sight: only these are there. */
class LongListsTest {
    private fun rows(content: @Composable () -> Unit): List<Int> {
        val counts = mutableListOf<Int>()
        inHand(content = content) {
            for (row in listOf(0, 500, 999)) {
                scrollTo(row)
                counts += all().lines().size
            }
        }
        return counts
    }

    @Test
    fun `each list of a thousand holds only what is in sight, from its beginning to its end`() {
        val long = GALLERY.flatMap { it.shots }.filter { it.name.endsWith("-thousand") }
        val names = listOf("cases", "home", "letters", "network", "receipts", "recent", "records", "search", "statement", "story")
        assertEquals(names, long.map { it.screen }.sorted())
        for (shot in long) {
            val counts = rows { shot.content(Language.ENGLISH) }
            assertTrue("${shot.name}: texts at three places $counts", counts.all { it in 5..200 })
        }
    }

    @Test
    fun `a list that holds all of them at once is found`() {
        val counts = rows { LazyColumn { items(1000) { at -> if (at == 0) Column { repeat(1000) { Text("row $it") } } else Text("row") } } }
        assertTrue("$counts", counts.any { it > 200 })
    }
}

package standing.app.whole

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.isRoot
import androidx.compose.ui.test.runSkikoComposeUiTest
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.text.style.ResolvedTextDirection
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.LayoutDirection
import java.time.ZoneId
import java.util.TimeZone
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.app.Hand
import standing.app.StandingApp
import standing.app.gallery.GALLERY
import standing.app.gallery.Stage
import standing.app.gallery.View
import standing.app.gallery.all
import standing.app.gallery.said
import standing.app.inHand
import standing.core.Language
import standing.core.SyncProgress
import standing.logic.Place
import standing.logic.samples.RecordSamples

/** The phone is turned, carried to another time zone, or speaks a language that is read from right to left. */
class TurnedTest {
    @get:Rule val folder = TemporaryFolder()
    private val records = RecordSamples.of(Language.ENGLISH)

    private fun Whole.held(size: Size = Size(412f, 915f), test: Hand.() -> Unit) =
        inHand(size, content = { StandingApp(root, dark = false) }, test = {
            rest(this@held)
            test()
        })

    private fun Hand.rest(whole: Whole) =
        repeat(2) {
            onMain { whole.settle() }
            settle()
        }

    @Test
    fun `turned during a sync, the app goes on showing the same one to its end`() {
        val whole = Whole(folder.root).apply { open(Place.Sync) }
        val progress = { text: String -> whole.core.observers.single().onProgress(SyncProgress(text, 1u, 3u)) }
        whole.held {
            tap("Sync now")
            rest(whole)
            progress("Asking the village")
            rest(whole)
            assertTrue(all(), sees("Asking the village"))
        }
        whole.held(Size(915f, 412f)) {
            assertTrue(all(), sees("Asking the village"))
            progress("Asking the city")
            rest(whole)
            assertTrue(all(), sees("Asking the city"))
            whole.run.end(records.syncDone)
            rest(whole)
            assertTrue(all(), sees(records.syncDone.text))
        }
        assertEquals(1, whole.core.calls.count { it == "sync" })
    }

    @Test
    fun `another time zone shows another time of the same access`() {
        val before = TimeZone.getDefault()
        val whole = Whole(folder.root).apply { open(Place.NetworkAccesses) }
        try {
            val seen = listOf("Asia/Shanghai", "America/New_York").map { zone ->
                TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)))
                var text = ""
                whole.held { text = all() }
                text
            }
            assertTrue(seen.first() != seen.last())
            // While it is on the screen, too, though the core's answer is the same.
            whole.held {
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"))
                whole.phone.refreshes.tryEmit(Unit)
                rest(whole)
                assertEquals(seen.first(), all())
            }
        } finally {
            TimeZone.setDefault(before)
        }
    }

    @Test
    fun `on a phone that is read from right to left everything is where it is elsewhere`() {
        val usual = laidOut(LayoutDirection.Ltr)
        val mirrored = laidOut(LayoutDirection.Rtl)
        for ((name, pieces) in usual) assertEquals(name, pieces, mirrored[name])
    }

    /** Every piece of the chosen pictures, with its place; each of its texts begins on the left. */
    @OptIn(ExperimentalTestApi::class)
    private fun laidOut(direction: LayoutDirection): Map<String, List<Pair<String, Rect>>> {
        val pieces = mutableMapOf<String, List<Pair<String, Rect>>>()
        runSkikoComposeUiTest(size = Size(412f, 3000f), density = Density(1f)) {
            val chosen = GALLERY.flatMap { part -> part.shots.filter { it.golden }.map { it to part.at } }
            var at by mutableStateOf(chosen.first())
            setContent {
                CompositionLocalProvider(LocalLayoutDirection provides direction) { key(at) { Stage(at.first, View(Language.ENGLISH), at.second) } }
            }
            for (one in chosen) {
                at = one
                waitForIdle()
                pieces[one.first.name] = onNode(isRoot(), useUnmergedTree = true).fetchSemanticsNode().all().map { node ->
                    val texts = mutableListOf<TextLayoutResult>()
                    node.config.getOrNull(SemanticsActions.GetTextLayoutResult)?.action?.invoke(texts)
                    assertTrue(node.said(), texts.all { it.getParagraphDirection(0) == ResolvedTextDirection.Ltr })
                    node.said() to node.boundsInRoot
                }
            }
        }
        return pieces
    }
}

package standing.app.records

import androidx.compose.foundation.layout.Box
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.runSkikoComposeUiTest
import androidx.compose.ui.unit.Density
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.TwoPanes
import standing.app.design.LocalViewfinder
import standing.app.design.Look
import standing.app.design.NavBar
import standing.app.design.StandingTheme
import standing.app.tappable
import standing.core.Language
import standing.logic.CameraState
import standing.logic.Place
import standing.logic.records.TakePhotoState
import standing.logic.words.Words

@OptIn(ExperimentalTestApi::class)
class TakePhotoScreenTest {
    @Test
    fun `on a phone held sideways the whole picture and its shutter are in sight together`() {
        for ((width, height) in listOf(915f to 412f, 740f to 360f, 640f to 360f)) {
            runSkikoComposeUiTest(size = Size(width, height), density = Density(1f)) {
                setContent {
                    StandingTheme(Words.of(Language.ENGLISH), Look()) {
                        CompositionLocalProvider(LocalViewfinder provides { Box(it.testTag("picture")) }) {
                            TwoPanes({ NavBar(Place.Records, {}) }, {}, { TakePhotoScreen(TakePhotoState(watching), {}, {}) })
                        }
                    }
                }
                val bar = onNode(tappable("Records")).fetchSemanticsNode().boundsInRoot.top
                val shutter = onNode(tappable("Take it now")).fetchSemanticsNode()
                val picture = onNode(hasTestTag("picture")).fetchSemanticsNode()
                for (seen in listOf(shutter, picture)) {
                    val bottom = seen.positionInRoot.y + seen.size.height
                    assertTrue("$width × $height: $bottom of $bar", bottom <= bar)
                }
                assertTrue("$width × $height: ${picture.size}", picture.size.height >= 96)
            }
        }
    }

    private val watching = CameraState.Watching(hasLight = true, lightOn = false)
}

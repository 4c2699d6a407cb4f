package standing.app.design

import androidx.compose.foundation.layout.Box
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.pulltorefresh.PullToRefreshBox
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import kotlinx.coroutines.delay

/** So long the pull is answered by its own sign: what it began is said by the page. */
private const val ANSWERED = 600L

/** A page that does something when it is pulled down, for those who know to do that; a control of the page does the same. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
internal fun Pulled(onPull: (() -> Unit)?, modifier: Modifier, content: @Composable () -> Unit) {
    if (onPull == null) return Box(modifier) { content() }
    var pulled by remember { mutableStateOf(false) }
    LaunchedEffect(pulled) {
        if (pulled) {
            delay(ANSWERED)
            pulled = false
        }
    }
    PullToRefreshBox(
        pulled,
        {
            pulled = true
            onPull()
        },
        modifier,
    ) { content() }
}

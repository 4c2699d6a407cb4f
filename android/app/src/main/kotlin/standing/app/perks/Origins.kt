package standing.app.perks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.core.Certainty
import standing.core.Origin

/** Where a fact comes from and how sure that is: what was only assumed has the sign of what is not known. */
@Composable
internal fun Origins(origins: List<Origin>) {
    if (origins.isEmpty()) return
    Column(Modifier.padding(top = Space.s2), Arrangement.spacedBy(Space.s1)) {
        for (origin in origins) {
            val sign = if (origin.certainty == Certainty.ASSUMED) Sign.UNKNOWN else Sign.SHEET
            SignWord(sign, origin.text, style = Standing.type.small, color = Standing.colors.ink2)
        }
    }
}

package standing.app.design

import androidx.compose.foundation.background
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Icon
import androidx.compose.material3.ripple
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import standing.logic.Place
import standing.logic.words.Words

/** One of the four places at the bottom. */
private class Tab(val place: Place.Root, val icon: ImageVector, val label: (Words) -> String)

private val TABS =
    listOf(
        Tab(Place.Home, Icons.Home) { it.tabHome },
        Tab(Place.Businesses, Icons.Businesses) { it.tabBusinesses },
        Tab(Place.Records, Icons.Records) { it.tabRecords },
        Tab(Place.More, Icons.More) { it.tabMore },
    )

/** The four places; two by two where large text leaves no room for four in a row. */
@Composable
fun NavBar(at: Place.Root, go: (Place.Root) -> Unit, modifier: Modifier = Modifier) {
    val reading = Standing.reading
    val rows = if (reading.stacked && !reading.twoPanes) TABS.chunked(2) else listOf(TABS)
    Column(
        modifier
            .fillMaxWidth()
            .background(Standing.colors.sunk)
            .clearOfBars(WindowInsetsSides.Bottom)
            .padding(vertical = if (rows.size > 1) Space.s3 else 0.dp)
            .selectableGroup(),
    ) {
        for (row in rows) {
            Row(Modifier.fillMaxWidth()) {
                for (tab in row) TabItem(tab, tab.place == at, Modifier.weight(1f)) { go(tab.place) }
            }
        }
    }
}

@Composable
private fun TabItem(tab: Tab, on: Boolean, modifier: Modifier, onClick: () -> Unit) {
    val c = Standing.colors
    val words = LocalWords.current
    val from = remember { MutableInteractionSource() }
    val tap =
        modifier
            .focusRing(from, RoundedCornerShape(Round.r2))
            .selectable(on, from, ripple(color = c.ink), role = Role.Tab, onClick = onClick)
            .semantics { if (on) stateDescription = words.readerChosen }
    val icon: @Composable () -> Unit = {
        val pill = Modifier.size(maxOf(60.dp, Standing.sizes.icon + Space.s10), Standing.sizes.icon + Space.s2)
        Box(if (on) pill.background(c.accentSoft, RoundedCornerShape(percent = 50)) else pill, Alignment.Center) {
            Icon(tab.icon, null, Modifier.size(Standing.sizes.icon), if (on) c.onAccentSoft else c.ink2)
        }
    }
    val label: @Composable () -> Unit = {
        val weight = if (on) FontWeight.SemiBold else FontWeight.Normal
        val style = Standing.type.small.copy(fontWeight = weight, textAlign = TextAlign.Center)
        Text(tab.label(words), color = if (on) c.ink else c.ink2, style = style)
    }
    // Beside each other both are lower: a phone that is turned has little height.
    if (Standing.reading.twoPanes && !Standing.reading.stacked) {
        Row(tap.heightIn(min = Standing.sizes.touch + Space.s2), Arrangement.spacedBy(Space.s2, Alignment.CenterHorizontally), Alignment.CenterVertically) {
            icon()
            label()
        }
    } else {
        Column(tap.heightIn(min = Standing.sizes.nav).padding(vertical = Space.s3), Arrangement.spacedBy(Space.s1), Alignment.CenterHorizontally) {
            icon()
            label()
        }
    }
}

package standing.app.design

import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.consumeWindowInsets
import androidx.compose.foundation.layout.displayCutout
import androidx.compose.foundation.layout.ime
import androidx.compose.foundation.layout.only
import androidx.compose.foundation.layout.systemBars
import androidx.compose.foundation.layout.union
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.Immutable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Modifier

/**
 * What the phone takes of the window, which the app draws behind.
 *
 * @property safe by its own bars and by the hole for its camera.
 */
@Immutable
class Insets(val safe: WindowInsets, val keyboard: WindowInsets)

/** In place of the phone's own; null for those. A window of the desktop has none. */
val LocalInsets = staticCompositionLocalOf<Insets?> { null }

@Composable
private fun insets() =
    LocalInsets.current ?: Insets(WindowInsets.systemBars.union(WindowInsets.displayCutout), WindowInsets.ime)

/** Keeps clear of the phone's bars and camera at these [sides], as far as nothing around this does so already. */
@Composable
internal fun Modifier.clearOfBars(sides: WindowInsetsSides): Modifier = windowInsetsPadding(insets().safe.only(sides))

/** Keeps clear of the keyboard, as far as nothing around this does so already. */
@Composable
internal fun Modifier.clearOfKeyboard(): Modifier = windowInsetsPadding(insets().keyboard.only(WindowInsetsSides.Bottom))

/** What lies above this keeps clear of the bar at the bottom. */
@Composable
internal fun Modifier.aboveClearBar(): Modifier = consumeWindowInsets(insets().safe.only(WindowInsetsSides.Bottom))

package standing.app.design

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.LocalTextStyle
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.ReadOnlyComposable
import androidx.compose.runtime.remember
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.LayoutDirection
import standing.core.Language
import standing.logic.words.Words

/** The labels, in the language of the app. */
val LocalWords = staticCompositionLocalOf<Words> { error("outside of StandingTheme") }

private val LocalTokens = staticCompositionLocalOf { LightTokens }
private val LocalType = staticCompositionLocalOf<StandingType> { error("outside of StandingTheme") }
private val LocalReading = staticCompositionLocalOf<Reading> { error("outside of StandingTheme") }

/** Whether points and scores are hidden. */
val LocalAmountsHidden = staticCompositionLocalOf { false }

/** Tokens, type and reading of where one is. */
object Standing {
    val colors: StandingTokens
        @Composable @ReadOnlyComposable
        get() = LocalTokens.current

    val type: StandingType
        @Composable @ReadOnlyComposable
        get() = LocalType.current

    val reading: Reading
        @Composable @ReadOnlyComposable
        get() = LocalReading.current

    val sizes: StandingSizes
        @Composable @ReadOnlyComposable
        get() = LocalReading.current.sizes
}

/** Everything of the app is drawn inside of this. */
@Composable
fun StandingTheme(words: Words, look: Look, modifier: Modifier = Modifier, content: @Composable () -> Unit) {
    val tokens = if (look.dark) DarkTokens else LightTokens
    val phone = LocalDensity.current
    val scale = textScale(phone.fontScale, look)
    BoxWithConstraints(modifier.background(tokens.paper).clearOfBars(WindowInsetsSides.Horizontal)) {
        CompositionLocalProvider(
            LocalWords provides words,
            LocalTokens provides tokens,
            LocalAmountsHidden provides look.hideAmounts,
            LocalDensity provides Density(phone.density, scale),
            LocalLayoutDirection provides words.language.direction,
        ) {
            ReadingOf(Reading(look.elder, scale, maxWidth, maxHeight)) { Material(look.dark, content) }
        }
    }
}

/** Where a line begins: that is the language's, also on a phone that is set to one which begins elsewhere. */
private val Language.direction
    get() =
        when (this) {
            Language.ENGLISH, Language.CHINESE -> LayoutDirection.Ltr
        }

/** One of two panes, with its own width and height. */
@Composable
fun Pane(modifier: Modifier = Modifier, content: @Composable () -> Unit) {
    val around = Standing.reading
    BoxWithConstraints(modifier) { ReadingOf(around.copy(width = maxWidth, height = maxHeight, pane = true), content) }
}

@Composable
private fun ReadingOf(reading: Reading, content: @Composable () -> Unit) {
    val language = LocalWords.current.language
    val type = remember(language, reading.elder) { standingType(language).let { if (reading.elder) it.forElders() else it } }
    CompositionLocalProvider(LocalReading provides reading, LocalType provides type, content = content)
}

/** Material's own parts (ripple, selection handles, the cursor) in the same colours. */
@Composable
private fun Material(dark: Boolean, content: @Composable () -> Unit) {
    val c = Standing.colors
    val base = if (dark) darkColorScheme() else lightColorScheme()
    val scheme =
        base.copy(
            primary = c.accent,
            onPrimary = c.onAccent,
            primaryContainer = c.accentSoft,
            onPrimaryContainer = c.onAccentSoft,
            background = c.paper,
            onBackground = c.ink,
            surface = c.surface,
            onSurface = c.ink,
            surfaceVariant = c.sunk,
            onSurfaceVariant = c.ink2,
            outline = c.lineStrong,
            outlineVariant = c.line,
            error = c.fails,
            onError = c.onFails,
            scrim = c.scrim,
        )
    MaterialTheme(scheme) {
        CompositionLocalProvider(
            LocalContentColor provides c.ink,
            LocalTextStyle provides Standing.type.body,
            content = content,
        )
    }
}

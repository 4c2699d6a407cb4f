package standing.app.design

import androidx.compose.runtime.Immutable
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp

/**
 * Every colour of the app. Text stands on its ground with a contrast of at least 4.5, a mark with at least 3:
 * `TokensTest` computes each pair.
 */
@Immutable
data class StandingTokens(
    /** The page. */
    val paper: Color,
    /** A card that is tapped as a whole, a field, a sheet. */
    val surface: Color,
    /** A quiet block: a quotation, a sum, the bar at the bottom. */
    val sunk: Color,
    val ink: Color,
    /** Second text: dates, labels. */
    val ink2: Color,
    /** A hairline; it carries no meaning. */
    val line: Color,
    /** The edge of a control. */
    val lineStrong: Color,
    /** What can be tapped, what is chosen, what is under way. Nothing else. */
    val accent: Color,
    val onAccent: Color,
    val accentSoft: Color,
    val onAccentSoft: Color,
    val holds: Color,
    val onHolds: Color,
    val unknown: Color,
    val unknownSoft: Color,
    /** A check that fails, or a field that cannot be sent. Never a low score, a refusal or a red listing. */
    val fails: Color,
    val onFails: Color,
    val failsSoft: Color,
    /** A person must act; nothing is wrong yet. */
    val needs: Color,
    val onNeeds: Color,
    val needsSoft: Color,
    /** The red list, which is the good one. */
    val seal: Color,
    val onSeal: Color,
    val sealSoft: Color,
    val black: Color,
    val onBlack: Color,
    val blackEdge: Color,
    val scrim: Color,
)

val LightTokens =
    StandingTokens(
        paper = Color(0xFFFBFAF7),
        surface = Color(0xFFFFFFFF),
        sunk = Color(0xFFF2F0EA),
        ink = Color(0xFF1A1B1A),
        ink2 = Color(0xFF565650),
        line = Color(0xFFDDD9CF),
        lineStrong = Color(0xFF838077),
        accent = Color(0xFF0B565C),
        onAccent = Color(0xFFFFFFFF),
        accentSoft = Color(0xFFDFECEB),
        onAccentSoft = Color(0xFF083F44),
        holds = Color(0xFF1E6B3E),
        onHolds = Color(0xFFFFFFFF),
        unknown = Color(0xFF4B5768),
        unknownSoft = Color(0xFFECEEF2),
        fails = Color(0xFFB3261E),
        onFails = Color(0xFFFFFFFF),
        failsSoft = Color(0xFFFBECEA),
        needs = Color(0xFF855300),
        onNeeds = Color(0xFFFFFFFF),
        needsSoft = Color(0xFFFAF0DC),
        seal = Color(0xFF7A1F52),
        onSeal = Color(0xFFFFFFFF),
        sealSoft = Color(0xFFF8ECF2),
        black = Color(0xFF1A1B1A),
        onBlack = Color(0xFFFFFFFF),
        blackEdge = Color(0xFF1A1B1A),
        scrim = Color(0x8C1A1B1A),
    )

val DarkTokens =
    StandingTokens(
        paper = Color(0xFF161817),
        surface = Color(0xFF1F2221),
        sunk = Color(0xFF262A28),
        ink = Color(0xFFECEAE4),
        ink2 = Color(0xFFB5B3AB),
        line = Color(0xFF363B38),
        lineStrong = Color(0xFF858B86),
        accent = Color(0xFF7FCBC8),
        onAccent = Color(0xFF06292A),
        accentSoft = Color(0xFF1F3B3C),
        onAccentSoft = Color(0xFFC5E9E7),
        holds = Color(0xFF84CC9C),
        onHolds = Color(0xFF0B2414),
        unknown = Color(0xFFB3BECF),
        unknownSoft = Color(0xFF2A2F37),
        fails = Color(0xFFFF9C92),
        onFails = Color(0xFF3B0704),
        failsSoft = Color(0xFF3A211F),
        needs = Color(0xFFF0BE6A),
        onNeeds = Color(0xFF2E1C00),
        needsSoft = Color(0xFF352A17),
        seal = Color(0xFFF0A6CB),
        onSeal = Color(0xFF3A0722),
        sealSoft = Color(0xFF37202C),
        black = Color(0xFF000000),
        onBlack = Color(0xFFF5F3EE),
        blackEdge = Color(0xFF858B86),
        scrim = Color(0xA6000000),
    )

/** Space, in steps of 4. */
object Space {
    val s1: Dp = 4.dp
    val s2: Dp = 8.dp
    val s3: Dp = 12.dp
    val s4: Dp = 16.dp
    val s5: Dp = 20.dp
    val s6: Dp = 24.dp
    val s8: Dp = 32.dp
    val s10: Dp = 40.dp
    val s12: Dp = 48.dp
}

/** How round a corner is. */
object Round {
    val r1: Dp = 4.dp
    val r2: Dp = 8.dp
    val r3: Dp = 12.dp
    val r4: Dp = 20.dp
}

/** Sizes of controls and marks. They grow with the text, so that a mark is never smaller than its word. */
@Immutable
data class StandingSizes(
    val touch: Dp,
    val row: Dp,
    val button: Dp,
    val nav: Dp,
    val bar: Dp,
    val mark: Dp,
    val icon: Dp,
    val margin: Dp,
)

package standing.app.design

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Modifier

/**
 * The phone's voice, as the screens use it.
 *
 * @property reading what is being read now; empty if nothing is.
 * @property missing the phone has no voice for the language of the app.
 */
class ReadAloud(val reading: String, val missing: Boolean, val read: (String) -> Unit, val stop: () -> Unit)

val LocalReadAloud = staticCompositionLocalOf { ReadAloud("", missing = false, read = {}, stop = {}) }

/** Reads [text] aloud, and stops when tapped again. */
@Composable
fun ReadAloudButton(text: String, modifier: Modifier = Modifier) {
    val words = LocalWords.current
    val voice = LocalReadAloud.current
    val reading = voice.reading == text
    OutlinedButton(
        if (reading) words.actionStopReading else words.actionReadAloud,
        { if (reading) voice.stop() else voice.read(text) },
        modifier.fillMaxWidth(),
        Icons.Speaker,
        enabled = !voice.missing,
        reason = words.readAloudMissing,
    )
}

/** The same as a sign in the top bar. */
@Composable
fun ReadAloudIcon(text: String) {
    val words = LocalWords.current
    val voice = LocalReadAloud.current
    if (voice.missing) return
    val reading = voice.reading == text
    IconButton(
        if (reading) Icons.Close else Icons.Speaker,
        if (reading) words.actionStopReading else words.actionReadAloud,
        { if (reading) voice.stop() else voice.read(text) },
    )
}

/** Parts as one text to read aloud: each ends as a sentence does in its own script, and none ends twice. */
internal fun spoken(parts: List<String>): String =
    parts.map { it.trim() }.filter { it.isNotEmpty() }.joinToString("") { part ->
        when {
            part.last() in "。！？" -> part
            part.last() in ".!?" -> "$part "
            part.any { it in '\u4e00'..'\u9fff' } -> "$part。"
            else -> "$part. "
        }
    }.trim()

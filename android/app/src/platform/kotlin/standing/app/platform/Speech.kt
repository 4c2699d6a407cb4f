package standing.app.platform

import android.content.Context
import android.os.Bundle
import android.speech.tts.TextToSpeech
import android.speech.tts.UtteranceProgressListener
import java.util.Locale
import kotlinx.coroutines.flow.MutableStateFlow
import standing.core.Language
import standing.logic.Voice
import standing.logic.VoiceState

/** The phone's own voice. It is woken by the first text, as it takes a second and some memory. */
internal class Speech(private val context: Context) : Voice {
    override val state = MutableStateFlow(VoiceState.SILENT)

    private class Text(val text: String, val language: Language)

    private var engine: TextToSpeech? = null
    private var isAwake = false
    private var wanted: Text? = null

    @Volatile
    private var last = ""
    private var turn = 0

    override fun read(text: String, language: Language) {
        wanted = Text(text, language)
        state.value = VoiceState.READING
        when {
            isAwake -> speak()
            engine == null -> engine = TextToSpeech(context) { status -> awake(status == TextToSpeech.SUCCESS) }
        }
    }

    override fun stop() {
        wanted = null
        last = ""
        engine?.stop()
        state.value = VoiceState.SILENT
    }

    /** Lets the voice go; the next text wakes it again. */
    fun release() {
        stop()
        engine?.shutdown()
        engine = null
        isAwake = false
    }

    private fun awake(well: Boolean) {
        isAwake = well
        engine?.setOnUtteranceProgressListener(Progress())
        if (wanted != null) if (well) speak() else missing()
    }

    private fun speak() {
        val text = wanted ?: return
        val engine = engine ?: return
        val locale = if (text.language == Language.CHINESE) Locale.SIMPLIFIED_CHINESE else Locale.UK
        if (engine.setLanguage(locale) < TextToSpeech.LANG_AVAILABLE) return missing()
        turn++
        val pieces = pieces(text.text, TextToSpeech.getMaxSpeechInputLength())
        last = "$turn.${pieces.lastIndex}"
        for ((at, piece) in pieces.withIndex()) {
            val mode = if (at == 0) TextToSpeech.QUEUE_FLUSH else TextToSpeech.QUEUE_ADD
            if (engine.speak(piece, mode, Bundle.EMPTY, "$turn.$at") != TextToSpeech.SUCCESS) return missing()
        }
        if (pieces.isEmpty()) state.value = VoiceState.SILENT
    }

    private fun missing() {
        wanted = null
        last = ""
        state.value = VoiceState.MISSING
    }

    /** Called on a thread of the voice's. What was flushed for a newer text is over without being the end. */
    private inner class Progress : UtteranceProgressListener() {
        override fun onStart(id: String) = Unit

        override fun onDone(id: String) {
            if (id == last) state.value = VoiceState.SILENT
        }

        @Deprecated("The framework still asks for it")
        override fun onError(id: String) {
            if (id.substringBefore('.') == last.substringBefore('.')) state.value = VoiceState.MISSING
        }
    }

    internal companion object {
        /** The text in pieces that the voice takes, cut after a sentence where there is one. */
        fun pieces(text: String, most: Int): List<String> {
            val pieces = mutableListOf<String>()
            var rest = text.trim()
            while (rest.length > most) {
                val sentence = rest.lastIndexOfAny(charArrayOf('.', '。', '！', '？', '!', '?', '\n'), most - 1)
                val space = rest.lastIndexOf(' ', most - 1)
                val end = (if (sentence > 0) sentence + 1 else if (space > 0) space + 1 else most)
                pieces += rest.take(end).trim()
                rest = rest.drop(end).trim()
            }
            if (rest.isNotEmpty()) pieces += rest
            return pieces
        }
    }
}

package standing.app.platform

import android.speech.tts.TextToSpeech
import java.util.Locale
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowTextToSpeech
import standing.core.Language
import standing.logic.VoiceState

@RunWith(RobolectricTestRunner::class)
class SpeechRoboTest {
    private val speech = Speech(RuntimeEnvironment.getApplication())
    private val engine get() = shadowOf(ShadowTextToSpeech.getLastTextToSpeechInstance())

    @Before
    fun voices() {
        ShadowTextToSpeech.addLanguageAvailability(Locale.UK)
        ShadowTextToSpeech.addLanguageAvailability(Locale.SIMPLIFIED_CHINESE)
    }

    private fun wake(status: Int = TextToSpeech.SUCCESS) = engine.onInitListener.onInit(status)

    @Test
    fun `the voice wakes with the first text and reads it in its language`() {
        assertNull(ShadowTextToSpeech.getLastTextToSpeechInstance())
        speech.read("八十二分", Language.CHINESE)
        assertEquals(VoiceState.READING, speech.state.value)
        wake()
        assertEquals(listOf("八十二分"), engine.spokenTextList.toList())
        assertEquals(Locale.SIMPLIFIED_CHINESE, engine.currentLanguage)
    }

    @Test
    fun `stopped before it woke, it stays silent`() {
        speech.read("a text", Language.ENGLISH)
        speech.stop()
        wake()
        assertEquals(emptyList<String>(), engine.spokenTextList.toList())
        assertEquals(VoiceState.SILENT, speech.state.value)
    }

    @Test
    fun `a phone without a voice, or without one for the language, says so`() {
        speech.read("a text", Language.ENGLISH)
        wake(TextToSpeech.ERROR)
        assertEquals(VoiceState.MISSING, speech.state.value)
        ShadowTextToSpeech.reset()
        val mute = Speech(RuntimeEnvironment.getApplication())
        mute.read("八十二分", Language.CHINESE)
        wake()
        assertEquals(VoiceState.MISSING, mute.state.value)
    }

    @Test
    fun `the end of a newer text counts, not that of the one before`() {
        speech.read("first", Language.ENGLISH)
        wake()
        val hears = engine.utteranceProgressListener
        speech.read("second", Language.ENGLISH)
        hears.onDone("1.0")
        assertEquals(VoiceState.READING, speech.state.value)
        hears.onDone("2.0")
        assertEquals(VoiceState.SILENT, speech.state.value)
    }

    @Test
    fun `ten thousand characters are read whole, in pieces that end with a sentence`() {
        val text = "One sentence of this text. ".repeat(400).trim()
        val pieces = Speech.pieces(text, TextToSpeech.getMaxSpeechInputLength())
        assertEquals(text, pieces.joinToString(" "))
        assertTrue(pieces.all { it.length <= TextToSpeech.getMaxSpeechInputLength() && it.endsWith(".") })
        assertEquals(listOf("一二三四", "五六七八", "九"), Speech.pieces("一二三四五六七八九", 4))
        assertEquals(emptyList<String>(), Speech.pieces("  ", 4))
    }
}

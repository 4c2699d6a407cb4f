package standing.app.platform

import android.content.pm.ShortcutManager
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import standing.core.Language
import standing.logic.Door
import standing.logic.PhoneSettings

@RunWith(RobolectricTestRunner::class)
@Config(application = TestApplication::class)
class ShortcutsRoboTest {
    private val app get() = RuntimeEnvironment.getApplication() as TestApplication

    private fun held() = checkNotNull(app.getSystemService(ShortcutManager::class.java)).dynamicShortcuts

    private fun choose(language: Language) = app.phone.apply(PhoneSettings(allowScreenshots = false, unmeteredOnly = false, language = language))

    @Test
    fun `the icon offers three ways into the app, each of which leads where it says`() {
        choose(Language.ENGLISH)
        assertEquals(listOf("Record a good deed", "Look up a business", "Scan a code"), held().map { it.shortLabel.toString() })
        assertEquals(listOf(Door.NEW_RECORD, Door.BUSINESSES, Door.SCAN), held().map { Doors.named(it.intent!!.action) })
        assertTrue("nobody's name, no number", held().none { it.shortLabel!!.any(Char::isDigit) })
    }

    @Test
    fun `they speak the language of the app, and are the same when it starts again`() {
        choose(Language.CHINESE)
        choose(Language.CHINESE)
        assertEquals(listOf("记一件好事", "查一家企业", "扫码"), held().map { it.shortLabel.toString() })
    }
}

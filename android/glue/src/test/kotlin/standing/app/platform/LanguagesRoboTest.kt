package standing.app.platform

import android.app.LocaleManager
import android.os.LocaleList
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import standing.app.R
import standing.core.Language
import standing.core.SettingsView

@RunWith(RobolectricTestRunner::class)
@Config(application = TestApplication::class)
class LanguagesRoboTest {
    private val app get() = RuntimeEnvironment.getApplication() as TestApplication
    private val manager get() = app.system<LocaleManager>()
    private val kept = mutableListOf<Language?>()

    @Before
    fun answer() {
        app.core.settings = { SettingsView(null, false, null, 100u, false, false, false, false, null) }
        app.core.setSettings = { kept += it.language }
    }

    @Test
    fun `the choice in the app is the phone's choice for the app`() {
        Languages.choose(app, Language.CHINESE)
        assertEquals("zh-Hans", manager.applicationLocales.toLanguageTags())
        Languages.choose(app, null)
        assertEquals(LocaleList.getEmptyLocaleList(), manager.applicationLocales)
    }

    @Test
    fun `the choice in the phone's settings is taken over, once`() {
        Languages.choose(app, Language.ENGLISH)
        manager.applicationLocales = LocaleList.forLanguageTags("zh-Hans-CN")
        assertTrue(Languages.takeOver(app, app.core))
        assertFalse(Languages.takeOver(app, app.core))
        assertEquals(listOf<Language?>(Language.CHINESE), kept)
    }

    @Test
    fun `the phone's own language, chosen in its settings, is taken over, too`() {
        Languages.choose(app, Language.CHINESE)
        manager.applicationLocales = LocaleList.getEmptyLocaleList()
        Languages.takeOver(app, app.core)
        assertEquals(listOf<Language?>(null), kept)
    }

    @Test
    fun `what the app itself chose is not taken for somebody else's choice`() {
        Languages.choose(app, Language.CHINESE)
        Languages.takeOver(app, app.core)
        assertEquals(emptyList<Language?>(), kept)
    }

    @Test
    fun `texts outside the app speak the chosen language`() {
        assertEquals("Standing", Languages.speaking(app).getString(R.string.app_name))
        Languages.choose(app, Language.CHINESE)
        assertEquals("明账", Languages.speaking(app).getString(R.string.app_name))
        Languages.choose(app, Language.ENGLISH)
        assertEquals("Standing", Languages.speaking(app).getString(R.string.app_name))
    }

    @Test
    @Config(qualifiers = "ar-rEG-ldrtl")
    fun `a phone that reads from right to left speaks English here`() =
        assertEquals("Standing", Languages.speaking(app).getString(R.string.app_name))
}

package standing.app.records

import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import java.io.File
import java.time.LocalDate
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.test.StandardTestDispatcher
import kotlinx.coroutines.test.TestCoroutineScheduler
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.app.Hand
import standing.app.inHand
import standing.core.DonationAmount
import standing.core.DraftBody
import standing.core.DraftView
import standing.core.KeptView
import standing.core.Language
import standing.core.RecordDraft
import standing.core.RecordKind
import standing.logic.PhotoAnswer
import standing.logic.Place
import standing.logic.fake.FakePlatform
import standing.logic.records.FormPresenter
import standing.logic.records.PhotoStore
import standing.logic.samples.FakeCore
import standing.logic.samples.RecordSamples
import standing.logic.samples.environment

/** A form in the hand: what is tapped and typed reaches the core. */
@OptIn(ExperimentalCoroutinesApi::class)
class FormScreenTest {
    @get:Rule val folder = TemporaryFolder()
    private val samples = RecordSamples.of(Language.ENGLISH)
    private val kept = mutableListOf<RecordDraft>()
    private var checked: (RecordDraft) -> DraftView = { samples.draft("blood") }
    private val core =
        FakeCore().apply {
            checkDraft = { _, draft -> checked(draft) }
            queueRecord = { _, draft ->
                kept += draft
                KeptView(7, "Kept on this phone.")
            }
        }
    private val phone = FakePlatform()
    private val opened = mutableListOf<Place>()
    private val time = TestCoroutineScheduler()
    private val today = LocalDate.of(2026, 11, 23)
    private lateinit var form: FormPresenter

    private fun form(kind: RecordKind, rule: String, language: Language = Language.ENGLISH, test: Hand.() -> Unit) {
        val main = StandardTestDispatcher(time)
        form = FormPresenter(environment(core, main, CoroutineScope(main)), Place.Form("village", kind, rule), phone, PhotoStore(File(folder.root, "photoStore")), {})
        pause()
        inHand(language, content = {
            val state by form.state.collectAsState()
            FormScreen(state, form::act, { opened += it }, today)
        }) { test() }
    }

    /** A pause in typing, after which the form is checked. */
    private fun pause() {
        time.advanceTimeBy(1_000)
        time.runCurrent()
    }

    private fun Hand.wait() = pause().also { settle() }

    @Test
    fun `the form says for whom one acts, and nothing where it is one's own`() {
        blood { assertFalse(sees("You act for")) }
        checked = { samples.draft("blood").copy(person = samples.father) }
        blood { find("You act for Father.") }
        checked = { samples.draft("against").copy(person = samples.father) }
        blood { find("You act for Father.") }
    }

    private fun blood(test: Hand.() -> Unit) = form(RecordKind.BLOOD_DONATION, "B-1", test = test)

    @Test
    fun `hours given are typed in Chinese, the day is picked, and all of it is kept`() {
        checked = { RecordSamples.of(Language.CHINESE).draft("hours") }
        form(RecordKind.VOLUNTEERING, "G-1", Language.CHINESE) {
            type("组织方", "村志愿服务队")
            type("服务内容", "清理河道")
            tap("日期")
            tap("昨天")
            type("小时", "2")
            type("分钟", "30")
            wait()
            tap("发送")
            wait()
        }
        assertEquals(DraftBody.Volunteering("村志愿服务队", "清理河道", "2026-11-22", 150u), kept.single().body)
    }

    @Test
    fun `a donation is filled in and sent once, however often the button is tapped`() {
        blood {
            tap("Date")
            tapSign("Saturday 21 November 2026")
            tap("300 ml")
            type("Certificate number", "ZJ33010026110042")
            type("Place", "杭州市血液中心")
            repeat(3) { tap("Send") }
            wait()
        }
        val amount = DonationAmount.WholeBlood(300u)
        assertEquals(listOf(DraftBody.BloodDonation("ZJ33010026110042", "2026-11-21", "杭州市血液中心", amount)), kept.map { it.body })
    }

    @Test
    fun `every problem is above the form, and each leads to its field`() {
        checked = { samples.draft("empty") }
        blood {
            tap("Send")
            wait()
            assertTrue(all(), sees("4 things to correct"))
            assertTrue(sees("1 thing to check"))
            tap("Place: Say where you gave blood.")
            assertTrue(focused(), focused().startsWith("Place"))
            find("4 things to correct")
            tap("Certificate number: Type the number")
            assertTrue(focused(), focused().startsWith("Certificate number"))
        }
        assertEquals(0, kept.size)
    }

    @Test
    fun `what was only to be looked at again is sent by saying that it is right`() {
        checked = { samples.draft("old") }
        blood {
            tap("Send")
            wait()
            assertTrue(sees("1 thing to check"))
            tap("It is right, send it")
            wait()
        }
        assertEquals(1, kept.size)
    }

    @Test
    fun `a day that is still to come cannot be picked, earlier months can`() = blood {
        tap("Date")
        assertTrue(sees("Sunday 22 November 2026") && !sees("Tuesday 24 November 2026"))
        tapSign("The month before")
        assertTrue(sees("October 2026"))
        tapSign("Saturday 31 October 2026")
        find("Saturday 31 October 2026")
        assertEquals("2026-10-31", form.state.value.typed.day)
    }

    @Test
    fun `a photo is chosen, shown and removed`() = blood {
        phone.photo = PhotoAnswer.Photo(ByteArray(1_200_000))
        tap("Choose a photo")
        wait()
        find("1.2 MB")
        tap("Remove")
        wait()
        find("Choose a photo")
        phone.photo = PhotoAnswer.TooLarge
        tap("Choose a photo")
        wait()
        find("This photo is too large.")
    }

    @Test
    fun `back asks before what was typed is lost`() = blood {
        type("Place", "杭州")
        tapSign("Back")
        assertTrue(sees("Leave without saving?"))
        tap("Stay here")
        assertFalse(sees("Leave without saving?"))
        assertEquals("杭州", form.state.value.typed.place)
        tapSign("Back")
        tap("Leave")
        wait()
        assertTrue(form.state.value.left)
    }

    @Test
    fun `before a report against oneself stands what happens without it, with no button to send`() {
        checked = { samples.draft("against") }
        form(RecordKind.SELF_REPORT, "R-1") {
            assertTrue(sees("If you report nothing, Standing does nothing"))
            assertTrue(sees("does not oblige you to report this"))
            assertFalse(canTap("Save on this phone"))
            tap("Continue to the form")
            assertTrue(canTap("Save on this phone"))
            assertEquals("", form.state.value.typed.day)
        }
    }

    @Test
    fun `what leaves the phone is reported before it is sent`() = blood {
        find("Not added by Standing")
        find("Your name, ID card number, contacts and location. A photo shows everything that is on the paper.")
    }
}

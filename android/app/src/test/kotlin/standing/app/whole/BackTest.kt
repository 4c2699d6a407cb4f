package standing.app.whole

import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.core.Language
import standing.core.RecordKind
import standing.logic.CameraState
import standing.logic.Place
import standing.logic.cases.About
import standing.logic.cases.AboutKind
import standing.logic.samples.BusinessSamples
import standing.logic.samples.Samples

/** Back, pressed while something is under way: it stays until that is done, or goes and lets it be done, or ends it whole. */
class BackTest {
    @get:Rule val folder = TemporaryFolder()
    private val village = Samples.english.home.membership

    private enum class Then {
        /** One stays, and sees what came of it. */
        STAYS,

        /** One leaves; it is done all the same. */
        DONE,

        /** One leaves; nothing of it is done. */
        ENDED,
    }

    private class Deed(val call: String, val place: Place, vararg val taps: String, val then: Then)

    private val join = arrayOf("Continue", "Continue", "Continue with this code")
    private val deeds =
        listOf(
            Deed("join", Place.Join(), *join, then = Then.STAYS),
            Deed("confirm", Place.Join(), *join, "Yes, this is me", then = Then.STAYS),
            Deed("addRegister", Place.AddRegister("standing:register"), "Continue", "Yes, I rely on it", then = Then.ENDED),
            Deed("removeRegister", Place.Registers, "Remove this register", "Remove this register", then = Then.DONE),
            Deed("relyOnRegister", Place.Registers, "Stop relying on it", then = Then.DONE),
            Deed("putAside", Place.Alarm(village, 3), "Put this warning aside", then = Then.DONE),
            Deed("exportAlarm", Place.Alarm(village, 3), "Save all of it as a file", then = Then.ENDED),
            Deed("markLetters", Place.Letters(village), "Mark all of these as read", then = Then.DONE),
            Deed("leaveMembership", Place.Memberships, "Disconnect from this authority", "Disconnect from this authority", then = Then.DONE),
            Deed("eraseRecent", Place.Recent, "Erase recent searches", "Erase recent searches", then = Then.DONE),
            Deed("watch", Place.Business(TEA), "Watch", then = Then.DONE),
            Deed("saveAnswer", Place.Business(TEA), "Save this answer", then = Then.DONE),
            Deed("eraseWatched", Place.Watched, "Stop watching all", "Stop watching all", then = Then.DONE),
            Deed("exportAnswer", Place.Answers, EXPORT, then = Then.ENDED),
            Deed("eraseAnswer", Place.Answers, "Erase this answer", "Erase this answer", then = Then.DONE),
            Deed("queueRecord", Place.Form(village, RecordKind.BLOOD_DONATION), "Send", then = Then.STAYS),
            Deed("contest", Place.Contest(village, About(AboutKind.ENTRY, "E-1")), "Continue to the letter", "Send", then = Then.STAYS),
            Deed("comply", Place.Comply(village, About(AboutKind.ENTRY, "E-1")), "Continue to the letter", "Send", then = Then.STAYS),
            Deed("requestRight", Place.RightRequest(village), "Continue to the letter", "Send", then = Then.STAYS),
            Deed("eraseListingCase", Place.ListingCase(7), "Erase this letter", "Erase this letter", then = Then.DONE),
            Deed("retryRecord", Place.Item(village, 7), "Try again now", then = Then.DONE),
            Deed("confirmRecord", Place.Item(village, 8), "Confirm and send", then = Then.DONE),
            Deed("withdrawRecord", Place.Item(village, 7), "Withdraw this record", "Withdraw", then = Then.DONE),
            Deed("removePhotos", Place.Item(village, 7), "Remove the photo from this phone", "Remove", then = Then.DONE),
            Deed("exportRecord", Place.Item(village, 7), "Save the record as a file", then = Then.ENDED),
            Deed("exportAll", Place.Archive, "Save as a file", then = Then.DONE),
            Deed("setSettings", Place.Settings, "简体中文", then = Then.DONE),
            Deed("sync", Place.Sync, "Sync now", then = Then.DONE),
            Deed("sync", Place.Freshness, "Sync all", then = Then.DONE),
            Deed("erase", Place.Erase, "Erase everything here", then = Then.STAYS),
        )

    @Test
    fun `back during any deed leaves nothing half done, and does nothing twice`() = crawl(folder.root) {
        for (deed in deeds) {
            var stayed = false
            val backMeanwhile: Whole.(() -> Unit) -> Unit = { tap ->
                core.calls.clear()
                tap()
                turn()
                root.back()
                stayed = root.way.value.at.top == deed.place
            }
            val outcome = walkTo(deed.place, deed.taps.asList(), backMeanwhile)
            assertEquals(deed.call, deed.then != Then.ENDED, deed.call in outcome.deeds)
            assertEquals("each once", outcome.deeds.distinct(), outcome.deeds)
            assertEquals("${deed.call} keeps one here", deed.then == Then.STAYS, stayed)
        }
    }

    private companion object {
        const val TEA = "91330106MA2CFLDG4R"
        val EXPORT = "Save as a file (${BusinessSamples.of(Language.ENGLISH).answers.rows.first().size})"
    }

    @Test
    fun `back while a code is looked for frees the camera`() = crawl(folder.root) {
        val state = walk(Place.Scan, emptyList()) {
            val before = phone.camera.state.value
            root.back()
            rest(this)
            before to phone.camera.state.value
        }
        assertEquals(CameraState.Watching(hasLight = true, lightOn = false) to CameraState.Idle, state)
    }
}

package standing.logic.records

import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.test.StandardTestDispatcher
import kotlinx.coroutines.test.TestScope
import org.junit.Rule
import org.junit.rules.TemporaryFolder
import standing.core.DraftView
import standing.core.KeptView
import standing.core.RecordDraft
import standing.core.RecordKind
import standing.logic.Place
import standing.logic.fake.FakePlatform
import standing.logic.samples.FakeCore
import standing.logic.samples.environment

/** A form over a core that keeps what it is given, for the tests of a form. */
@OptIn(ExperimentalCoroutinesApi::class)
abstract class FormTests {
    @get:Rule val folder = TemporaryFolder()
    protected val kept = mutableListOf<RecordDraft>()
    protected var checked: (RecordDraft) -> DraftView = { draft() }
    protected val core =
        FakeCore().apply {
            checkDraft = { _, draft -> checked(draft) }
            queueRecord = { _, draft ->
                kept += draft
                KeptView(7, "Kept on this phone.")
            }
        }
    protected val phone = FakePlatform()
    protected var changes = 0
    protected val blood = Place.Form("village", RecordKind.BLOOD_DONATION, "B-1")
    protected val against = Place.Form("village", RecordKind.SELF_REPORT, "R-1")

    protected fun TestScope.form(place: Place.Form = blood, saved: String? = null): FormPresenter {
        val worker = StandardTestDispatcher(testScheduler)
        val photoStore = PhotoStore(folder.root)
        val form = FormPresenter(environment(core, worker, backgroundScope), place, phone, photoStore, { changes += 1 }, saved)
        settle()
        return form
    }

    protected fun TestScope.settle() = testScheduler.run { advanceTimeBy(1_000); runCurrent() }

    protected fun TestScope.act(form: FormPresenter, vararg actions: FormAction) {
        actions.forEach(form::act)
        settle()
    }

    protected val typed = Typed(day = "2026-11-20", code = "3301", place = "杭州市血液中心", millilitres = 400u)
}

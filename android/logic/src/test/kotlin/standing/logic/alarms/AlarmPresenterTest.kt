package standing.logic.alarms

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Test
import standing.core.AlarmExport
import standing.core.AlarmStatus
import standing.core.AppException
import standing.core.Problem
import standing.logic.Load
import standing.logic.Place
import standing.logic.SaveAnswer
import standing.logic.fake.FakePlatform
import standing.logic.samples.FakeCore
import standing.logic.samples.Samples
import standing.logic.samples.alarmAside
import standing.logic.samples.environment
import standing.logic.view

class AlarmPresenterTest {
    private val samples = Samples.english
    private val place = Place.Alarm(samples.home.membership, samples.alarm.row.alarm)
    private val phone = FakePlatform()
    private var changes = 0
    private val core = FakeCore().apply { alarm = { _, _ -> samples.alarm } }

    private fun presenter() = AlarmPresenter(environment(core), place, phone) { changes++ }

    @Test
    fun `what was shown is handed back to put a warning aside, and it can be opened again`() {
        val seen = mutableListOf<String>()
        core.putAside = { _, _, what ->
            seen += what
            core.alarm = { _, _ -> samples.alarmAside }
            samples.alarms
        }
        core.reopen = { _, _ ->
            core.alarm = { _, _ -> samples.alarm }
            samples.alarms
        }
        val presenter = presenter()
        presenter.act(AlarmAction.PutAside)
        assertEquals(listOf(samples.alarm.seen), seen)
        assertEquals(AlarmStatus.PUT_ASIDE, presenter.state.value.load.view?.row?.status)
        presenter.act(AlarmAction.Reopen)
        assertEquals(AlarmStatus.OPEN, presenter.state.value.load.view?.row?.status)
        assertEquals("Home and the lists ask again", 2, changes)
    }

    @Test
    fun `what was never shown is not put aside`() {
        core.alarm = { _, _ -> throw AppException.NotFound("alarm-gone", "", "", "") }
        presenter().act(AlarmAction.PutAside)
        assertFalse("putAside" in core.calls)
    }

    @Test
    fun `something new since then is reported and shown, and nothing is put aside`() {
        val changed = Problem("alarm-changed", "Something new", "Nothing was put aside.", "Look again.")
        core.putAside = { _, _, _ -> throw changed.run { AppException.Refused(code, happened, safe, todo) } }
        val presenter = presenter()
        core.calls.clear()
        presenter.act(AlarmAction.PutAside)
        assertEquals(changed, presenter.state.value.problem)
        assertEquals(listOf("putAside", "alarm"), core.calls.toList())
        assertEquals(0, changes)
    }

    @Test
    fun `both documents leave as one file`() {
        core.exportAlarm = { _, _ -> AlarmExport("standing-alarm-fork.json", "{}") }
        val presenter = presenter()
        presenter.act(AlarmAction.Save)
        assertEquals(SaveAnswer.SAVED, presenter.state.value.saving)
        assertEquals(setOf("standing-alarm-fork.json"), phone.saved.keys)
        presenter.act(AlarmAction.Share)
        assertEquals(setOf("standing-alarm-fork.json"), phone.given.keys)
        core.exportAlarm = { _, _ -> throw AppException.Storage("storage", "", "", "") }
        presenter.act(AlarmAction.Save)
        assertNull(presenter.state.value.saving)
        assertNotNull(presenter.state.value.problem)
    }

    @Test
    fun `a phone that has joined nobody has warnings, too`() {
        val asked = mutableListOf<String?>()
        core.alarms = { membership ->
            asked += membership
            samples.alarms.copy(membership = null)
        }
        val presenter = AlarmsPresenter(environment(core), Place.Alarms())
        assertEquals(listOf<String?>(null), asked)
        assertNotNull((presenter.state.value as? Load.Ready)?.view)
    }
}

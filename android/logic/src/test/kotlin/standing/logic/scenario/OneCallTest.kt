package standing.logic.scenario

import java.time.LocalDate
import java.time.ZoneOffset
import java.util.Locale
import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.core.DraftBody
import standing.core.RecordDraft
import standing.core.RecordKind
import standing.logic.Environment
import standing.logic.alarms.AlarmsPresenter
import standing.logic.Load
import standing.logic.Place
import standing.logic.Presenter
import standing.logic.ShellPresenter
import standing.logic.letters.LettersPresenter
import standing.logic.letters.LettersState
import standing.logic.perks.PerksPresenter
import standing.logic.perks.RulebookPresenter
import standing.logic.records.FormPresenter
import standing.logic.records.FormState
import standing.logic.records.ItemPresenter
import standing.logic.records.ItemState
import standing.logic.records.KindsPresenter
import standing.logic.records.KindsState
import standing.logic.records.PhotoStore
import standing.logic.records.ReceiptsPresenter
import standing.logic.records.ReceiptsState
import standing.logic.samples.Phone
import standing.logic.samples.Sandbox
import standing.logic.statement.ChecksPresenter
import standing.logic.statement.EntryPresenter
import standing.logic.statement.ForecastPresenter
import standing.logic.statement.HomePresenter
import standing.logic.statement.HomeState
import standing.logic.statement.StarsPresenter
import standing.logic.statement.StatementPresenter
import standing.logic.statement.StoryPresenter

/** P13 as the screens see it: against the real core, each costs one call. It prints how long each took to be there. */
class OneCallTest {
    @get:Rule val folder = TemporaryFolder()

    @Test
    fun `each screen of a resident costs one call of the real core`() =
        Sandbox().use { sandbox ->
            Phone().use { phone ->
                val village = phone.join(sandbox)
                phone.sync()
                val counted = Counted(phone.app)
                Stage(counted.app, sandbox).use { stage ->
                    home(stage, counted, village)
                    for ((call, open) in screens(village)) {
                        costs(counted, call) { stage.play<Presenter<out Load<*>>, Load<*>>(open) { it is Load.Ready } }
                    }
                    records(stage, counted, village)
                }
            }
        }

    /** Settings and memberships are the shell's: asked once when the app opens, for all screens. */
    private fun home(stage: Stage, counted: Counted, village: String) {
        lateinit var shell: ShellPresenter
        stage.play<ShellPresenter, _>({ ShellPresenter(it, village).also { made -> shell = made } }) { it.memberships is Load.Ready }
        costs(counted, "home") {
            stage.play<HomePresenter, HomeState>({ HomePresenter(it, shell, stage.platform, stage.syncing) }) { it.home is Load.Ready }
        }
    }

    private fun screens(village: String): List<Pair<String, (Environment) -> Presenter<out Load<*>>>> =
        listOf(
            "statement" to { StatementPresenter(it, Place.Statement(village, 8u)) },
            "statement" to { ChecksPresenter(it, Place.Checks(village, 8u)) },
            "statement" to { StarsPresenter(it, Place.Stars(village, 8u)) },
            "entry" to { EntryPresenter(it, Place.Entry(village, 8u, "E-2026-014")) },
            "story" to { StoryPresenter(it, Place.History(village)) },
            "forecast" to { ForecastPresenter(it, Place.Forecast(village)) },
            "alarms" to { AlarmsPresenter(it, Place.Alarms(village)) },
            "perks" to { PerksPresenter(it, Place.Perks(village)) },
            "rulebook" to { RulebookPresenter(it, Place.Rulebook(village)) },
        )

    private fun records(stage: Stage, counted: Counted, village: String) {
        costs(counted, "recordKinds") {
            stage.play<KindsPresenter, KindsState>({ KindsPresenter(it, village) }) { it.load is Load.Ready }
        }
        costs(counted, "letters") {
            stage.play<LettersPresenter, LettersState>({ LettersPresenter(it, Place.Letters(village)) }) { it.load is Load.Ready }
        }
        val place = Place.Form(village, RecordKind.VOLUNTEERING, "G-1")
        costs(counted, "checkDraft") {
            stage.play<FormPresenter, FormState>({ FormPresenter(it, place, stage.platform, PhotoStore(folder.root), {}) }) { it.load is Load.Ready }
        }
        val body = DraftBody.Volunteering("村志愿服务队", "清理河道", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(), 120u)
        val item = counted.app.queueRecord(village, RecordDraft(body, photo = null, edits = null), "").item
        costs(counted, "queueItem") {
            stage.play<ItemPresenter, ItemState>({ ItemPresenter(it, village, item, stage.platform, {}) }) { it.load is Load.Ready }
        }
        costs(counted, "receipts") {
            stage.play<ReceiptsPresenter, ReceiptsState>({ ReceiptsPresenter(it, village) }) { it.load is Load.Ready }
        }
    }

    private fun costs(counted: Counted, call: String, open: () -> Unit) {
        counted.calls.clear()
        val begun = System.nanoTime()
        open()
        val millis = (System.nanoTime() - begun) / 1e6
        assertEquals(listOf(call), counted.calls)
        println("P13 $call: 1 call, there after ${String.format(Locale.ROOT, "%.1f", millis)} ms")
    }
}

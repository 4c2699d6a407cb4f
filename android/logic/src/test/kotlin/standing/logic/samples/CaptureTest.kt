package standing.logic.samples

import java.io.File
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import java.time.temporal.ChronoUnit
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.Test
import standing.core.App
import standing.core.DonationAmount
import standing.core.DraftBody
import standing.core.LetterTarget
import standing.core.RecordDraft
import standing.core.StatementView

/** Renews the samples: `-Dtest=CaptureTest -Dstanding.capture=android/logic/src/samples/resources/standing/samples`. */
class CaptureTest {
    private val root: String = System.getProperty("standing.capture")
    private val json = Json { prettyPrint = true }

    @Test
    fun `the samples are what the core says of the sandbox`() {
        for (language in listOf("en", "zh-Hans")) {
            val keep = { name: String, view: Any -> keep(language, name, view) }
            Sandbox("--now", ago(Duration.ofHours(2))).use { sandbox -> Phone(language).use { day(it, sandbox, keep) } }
        }
    }

    private fun day(phone: Phone, sandbox: Sandbox, keep: (String, Any) -> Unit) {
        val village = phone.join(sandbox)
        val app = phone.app
        keep("home-first", app.home(village))
        val city = phone.join(sandbox, sandbox.issuers[1])
        phone.sync()
        app.memberships().let { all ->
            keep("membership-village", all.single { it.membership == village })
            keep("membership-city", all.single { it.membership == city })
        }
        papers(app, village, "", keep)
        papers(app, city, "-city", keep)
        keep("benefit", app.benefit(village, "soap"))
        keep("benefit-closed", app.benefit(village, "credit"))
        keep("benefit-board", app.benefit(village, "notice-board"))
        keep("till", app.till(village, "soap"))
        signs(app, sandbox, keep)
        val home = app.home(village)
        val untold = home.changes.first { it.told?.told == false }.entry!!
        keep("entry", app.entry(village, 8u, untold))
        val told = home.changes.firstOrNull { it.told?.told == true }?.entry ?: untold
        keep("entry-told", app.entry(village, 8u, told))
        keep("statement-first", app.statement(village, 1u))
        sandbox.network(on = false)
        queue(app, village)
        phone.sync()
        keep("home-waiting", app.home(village))
        sandbox.network(on = true)
        phone.sync()
        letters(app, village, keep)
        sandbox.control("mischief", """{"mischief": "forked_history"}""")
        phone.sync()
        keep("home-fork", app.home(village))
        keep("alarms", app.alarms(village))
        val fork = app.alarms(village).rows.first { it.problem.code == "alarm-fork" }
        keep("alarm", app.alarm(village, fork.alarm))
    }

    /** The household's own door sign, the same under another signature, and the neighbour's. */
    private fun signs(app: App, sandbox: Sandbox, keep: (String, Any) -> Unit) {
        val now = Instant.now().atOffset(ZoneOffset.ofHours(8))
        val quarter = "${now.year}-Q${(now.monthValue + 2) / 3}"
        val asked = { after: Int -> """{"iss": "${sandbox.issuers.first()}", "after": $after, "quarter": "$quarter"}""" }
        val sign = { after: Int -> sandbox.control("door_sign", asked(after)).jsonObject.getValue("sign").jsonPrimitive.content }
        sandbox.control("resident", """{"iss": "${sandbox.issuers.first()}"}""")
        keep("scan-sign", app.scan(sign(0)))
        keep("scan-sign-neighbour", app.scan(sign(1)))
        val (own, other) = sign(0).substringBeforeLast('.') to sign(1).substringAfterLast('.')
        keep("scan-sign-forged", app.scan("$own.$other"))
    }

    private fun letters(app: App, village: String, keep: (String, Any) -> Unit) {
        val letters = app.letters(village, "")
        keep("letters", letters)
        keep("letter", app.letter(village, letters.withDate.first().n))
        val stars = letters.rest.first { app.letter(village, it.n).about.target is LetterTarget.Stars }
        keep("letter-stars", app.letter(village, stars.n))
    }

    private fun papers(app: App, membership: String, suffix: String, keep: (String, Any) -> Unit) {
        keep("home$suffix", app.home(membership))
        val statement: StatementView = app.statement(membership, 8u)
        keep("statement$suffix", statement)
        keep("perks$suffix", app.perks(membership))
        keep("rulebook$suffix", app.rulebook(membership))
    }

    private fun queue(app: App, village: String) {
        val day = Instant.now().minus(1, ChronoUnit.DAYS).toString().take(10)
        val blood = DraftBody.BloodDonation("ZJ33010026110042", day, "杭州市血液中心", DonationAmount.WholeBlood(400u))
        val hours = DraftBody.Volunteering("村志愿服务队", "清理河道", day, 180u)
        for (body in listOf(blood, hours)) runBlocking { app.queueRecord(village, RecordDraft(body, photo = null, edits = null), "") }
    }

    private fun keep(language: String, name: String, view: Any) {
        val file = File(root, "$language/$name.json")
        file.parentFile.mkdirs()
        file.writeText(json.encodeToString(ViewJson.write(view)) + "\n")
    }

    private fun ago(duration: Duration) = Instant.now().minus(duration).truncatedTo(ChronoUnit.SECONDS).toString()
}

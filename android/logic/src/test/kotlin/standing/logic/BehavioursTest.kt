package standing.logic

import java.io.File
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.Assert.assertEquals
import org.junit.Test
import standing.core.AppException
import standing.core.DraftBody
import standing.core.NetworkKind as Charges
import standing.core.RecordKind
import standing.logic.fake.FakePlatform
import standing.logic.records.Typed
import standing.logic.samples.FakeCore
import standing.logic.samples.SURPRISE
import standing.logic.settings.TEXT_SIZES
import standing.logic.sync.Syncing

/** What both phones decide for themselves, by the table that Swift reads, too. */
class BehavioursTest {
    private val table = Json.parseToJsonElement(File(System.getProperty("standing.scenarios"), "behaviours.json").readText()).jsonObject

    private fun rows(name: String): List<JsonObject> = table.getValue(name).jsonArray.map { it.jsonObject }.also { check(it.isNotEmpty()) { name } }

    private fun JsonObject.text(name: String) = getValue(name).jsonPrimitive.content

    @Test
    fun `text sizes are the table's`() = assertEquals(table.getValue("text_sizes").jsonArray.map { it.jsonPrimitive.int }, TEXT_SIZES)

    @Test
    fun `hours and minutes are read as the table says`() {
        for (row in rows("durations")) {
            val body = Typed(hours = row.text("hours"), minutes = row.text("minutes")).body(RecordKind.VOLUNTEERING, "G-1")
            assertEquals("$row", row.text("sum").toUInt(), (body as DraftBody.Volunteering).minutes)
        }
    }

    @Test
    fun `each network costs what the table says`() {
        for (row in rows("networks")) {
            var heard: Charges? = null
            val core = FakeCore().apply {
                sync = {
                    heard = it
                    throw AppException.Storage("full", "", "", "")
                }
            }
            val phone = FakePlatform().apply { kind = NetworkKind.valueOf(row.text("network").uppercase()) }
            Syncing(core, Dispatchers.Unconfined, CoroutineScope(Dispatchers.Unconfined), phone::network, {}) { SURPRISE }.start()
            assertEquals("$row", if (row.getValue("charges").jsonPrimitive.boolean) Charges.METERED else Charges.UNMETERED, heard)
        }
    }
}

package standing.logic.settings

import java.io.IOException
import java.io.InputStream
import kotlinx.coroutines.withContext
import kotlinx.serialization.Serializable
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Presenter

/** Everything that is shipped with the app, as `cargo xtask generate` lists it. */
@Serializable
data class Shipped(val packages: List<Package>, val texts: Map<String, String>) {
    /** One package; [licence] as SPDX writes it, [texts] the ids of its texts. */
    @Serializable
    data class Package(val name: String, val version: String, val licence: String, val texts: List<String>)
}

/**
 * The licences of everything that is shipped.
 *
 * @property open whose texts are shown; null while the list is.
 */
data class LicencesState(val shipped: Load<Shipped> = Load.Loading, val open: Shipped.Package? = null)

sealed interface LicencesAction {
    data class Open(val shown: Shipped.Package) : LicencesAction

    /** Back to the list. */
    data object Close : LicencesAction

    data object AskAgain : LicencesAction
}

/** The list is a file of the app, read away from the thread that draws: it has some hundred texts. */
class LicencesPresenter(environment: Environment, saved: String? = null, private val source: () -> InputStream? = ::list) :
    Presenter<LicencesState>(environment, LicencesState()) {
    init {
        load(saved)
    }

    override fun saved(): String? = state.value.open?.name

    fun act(action: LicencesAction) =
        when (action) {
            is LicencesAction.Open -> change { it.copy(open = action.shown) }
            LicencesAction.Close -> change { it.copy(open = null) }
            LicencesAction.AskAgain -> load()
        }

    private fun load(open: String? = null) =
        once("load") {
            val shipped = withContext(environment.worker) { read() }
            change {
                it.copy(
                    shipped = shipped?.let { list -> Load.Ready(list) } ?: Load.Failed(environment.unexpected()),
                    open = it.open ?: shipped?.packages?.firstOrNull { one -> one.name == open },
                )
            }
        }

    private fun read(): Shipped? =
        try {
            source()?.use { Json.decodeFromString<Shipped>(it.readBytes().decodeToString()) }
        } catch (_: IOException) {
            null
        } catch (_: SerializationException) {
            null
        }
}

private fun list(): InputStream? = Shipped::class.java.getResourceAsStream("/standing/logic/licences.json")

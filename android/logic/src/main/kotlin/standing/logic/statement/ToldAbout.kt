package standing.logic.statement

import kotlinx.serialization.Serializable
import standing.core.ToldTarget

/** What kind of thing one asks about being told of. */
enum class ToldKind { ENTRY, STARS, MEASURE }

/** What one asks about being told of, as a place keeps it. */
@Serializable
data class ToldAbout(val kind: ToldKind, val id: String) {
    val target: ToldTarget
        get() =
            when (kind) {
                ToldKind.ENTRY -> ToldTarget.Entry(id)
                ToldKind.STARS -> ToldTarget.Stars(id)
                ToldKind.MEASURE -> ToldTarget.Measure(id)
            }
}

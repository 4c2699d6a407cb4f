package standing.logic.cases

import kotlinx.serialization.Serializable
import standing.core.CaseTarget

/** What kind of thing something is done about. */
enum class AboutKind { ENTRY, STAR, MEASURE, STATEMENT, LETTER, DEVICE, DATA }

/** What something is done about, as a place keeps it: [id] is a number for statements and letters, and empty for data. */
@Serializable
data class About(val kind: AboutKind, val id: String) {
    val target: CaseTarget
        get() =
            when (kind) {
                AboutKind.ENTRY -> CaseTarget.Entry(id)
                AboutKind.STAR -> CaseTarget.Star(id)
                AboutKind.MEASURE -> CaseTarget.Measure(id)
                AboutKind.STATEMENT -> CaseTarget.Statement(id.toUIntOrNull() ?: 0u)
                AboutKind.LETTER -> CaseTarget.Letter(id.toUIntOrNull() ?: 0u)
                AboutKind.DEVICE -> CaseTarget.Device(id)
                AboutKind.DATA -> CaseTarget.Data
            }

    companion object {
        fun of(target: CaseTarget): About =
            when (target) {
                is CaseTarget.Entry -> About(AboutKind.ENTRY, target.id)
                is CaseTarget.Star -> About(AboutKind.STAR, target.id)
                is CaseTarget.Measure -> About(AboutKind.MEASURE, target.id)
                is CaseTarget.Statement -> About(AboutKind.STATEMENT, target.seq.toString())
                is CaseTarget.Letter -> About(AboutKind.LETTER, target.n.toString())
                is CaseTarget.Device -> About(AboutKind.DEVICE, target.key)
                CaseTarget.Data -> About(AboutKind.DATA, "")
            }
    }
}

package standing.app

import standing.app.alarms.AlarmsFeature
import standing.app.businesses.BusinessesFeature
import standing.app.cases.CasesFeature
import standing.app.join.JoinFeature
import standing.app.letters.LettersFeature
import standing.app.perks.PerksFeature
import standing.app.records.RecordsFeature
import standing.app.settings.SettingsFeature
import standing.app.statement.StatementFeature
import standing.app.sync.SyncFeature

/** Every feature of the app. */
val FEATURES: List<Feature> =
    listOf(
        BusinessesFeature,
        StatementFeature,
        AlarmsFeature,
        LettersFeature,
        PerksFeature,
        CasesFeature,
        RecordsFeature,
        SyncFeature,
        JoinFeature,
        SettingsFeature,
    )

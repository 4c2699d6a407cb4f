package standing.app

import standing.app.records.RecordsFeature
import standing.app.sync.SyncFeature

/** Every feature of the app. */
val FEATURES: List<Feature> =
    listOf(
        RecordsFeature,
        SyncFeature,
    )

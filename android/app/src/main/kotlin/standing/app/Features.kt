package standing.app

/** Every feature of the app. */
val FEATURES: List<Feature> =
    listOf()

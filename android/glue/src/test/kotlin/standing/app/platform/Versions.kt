package standing.app.platform

/** The versions of Android that ask for other code than the one before, and on which tests run beside the newest. */
const val OLD = 26

/** The first with insets by kind. */
const val MIDDLE = 30

/** The first with a photo picker, a language for each app, and back by callback. */
const val YOUNG = 33

/** That all other tests run on. */
const val RECENT = 35

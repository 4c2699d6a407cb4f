package standing.logic.settings

import standing.core.HelpView
import standing.core.SampleView
import standing.logic.Environment
import standing.logic.ViewPresenter

/** What people ask, and what the words mean. */
class HelpPresenter(environment: Environment) : ViewPresenter<HelpView>(environment, { help() })

/** A statement that belongs to nobody. */
class SamplePresenter(environment: Environment) : ViewPresenter<SampleView>(environment, { sample() })

package standing.logic.scenario

import standing.core.BusinessView
import standing.core.ComparisonView
import standing.core.SavedAnswersView
import standing.core.ScanView
import standing.core.SearchView
import standing.core.WatchedView
import standing.logic.Load
import standing.logic.NetworkKind
import standing.logic.businesses.AddRegisterAction
import standing.logic.businesses.AddRegisterPresenter
import standing.logic.businesses.AddRegisterState
import standing.logic.businesses.AnswersPresenter
import standing.logic.businesses.AnswersState
import standing.logic.businesses.BusinessAction
import standing.logic.businesses.BusinessPresenter
import standing.logic.businesses.BusinessState
import standing.logic.businesses.ComparePresenter
import standing.logic.businesses.CompareState
import standing.logic.businesses.ScanAction
import standing.logic.businesses.ScanPresenter
import standing.logic.businesses.ScanState
import standing.logic.businesses.SearchAction
import standing.logic.businesses.SearchPresenter
import standing.logic.businesses.SearchState
import standing.logic.businesses.WatchedPresenter
import standing.logic.businesses.WatchedState
import standing.logic.view
import standing.scenario.facts

/** Search, one business, a typed code, and adding a register: each as a person taps through it. */
object BusinessesPart : Part {
    override fun act(stage: Stage, action: String, with: With): Outcome? =
        when (action) {
            "search" -> search(stage, with.text("text"))
            "business" -> business(stage, with.text("uscc"))
            "scan" -> scan(stage, with.text("text"))
            "compare" -> compare(stage, with.texts("codes"))
            "watch" -> business(stage, with.text("uscc"), BusinessAction.Watch(true)) { it.view.view?.watched == true }
            "watched" -> stage.play<WatchedPresenter, WatchedState>({ WatchedPresenter(it) }) { it.view !is Load.Loading }.let { outcomeOf(it.view, WatchedView::facts) }
            "save_answer" -> business(stage, with.text("uscc"), BusinessAction.Save) { it.saved }
            "answers" -> stage.play<AnswersPresenter, AnswersState>({ AnswersPresenter(it, stage.platform) }) { it.view !is Load.Loading }.let { outcomeOf(it.view, SavedAnswersView::facts) }
            "add_register" -> addRegister(stage, with.text("link"))
            else -> null
        }

    private fun search(stage: Stage, text: String): Outcome {
        val shown = stage.play<SearchPresenter, SearchState>({ SearchPresenter(it) }, { act(SearchAction.Type(text)) }) {
            it.text == text && !it.searching
        }
        return outcomeOf(shown.found, SearchView::facts)
    }

    private fun business(stage: Stage, uscc: String): Outcome {
        val shown = stage.play<BusinessPresenter, BusinessState>({ BusinessPresenter(it, stage.platform, uscc) }) {
            it.view !is Load.Loading
        }
        return outcomeOf(shown.view, BusinessView::facts)
    }

    /** Something that is done on the page of a business: done when [until], or when a problem is shown. */
    private fun business(stage: Stage, uscc: String, action: BusinessAction, until: (BusinessState) -> Boolean): Outcome {
        val shown = stage.play<BusinessPresenter, BusinessState>({ BusinessPresenter(it, stage.platform, uscc) }, { act(action) }) {
            it.problem != null || until(it)
        }
        return shown.problem?.let { Outcome.Problem(it.code) } ?: done()
    }

    private fun compare(stage: Stage, codes: List<String>): Outcome {
        val shown = stage.play<ComparePresenter, CompareState>({ ComparePresenter(it, codes) }) { it.view !is Load.Loading }
        return outcomeOf(shown.view, ComparisonView::facts)
    }

    private fun scan(stage: Stage, text: String): Outcome {
        val type: ScanPresenter.() -> Unit = {
            act(ScanAction.Type(text))
            act(ScanAction.Read)
        }
        val shown = stage.play<ScanPresenter, ScanState>({ ScanPresenter(it, stage.platform) }, type) {
            it.result != null && it.result !is Load.Loading
        }
        return outcomeOf(checkNotNull(shown.result), ScanView::facts)
    }

    /** An authority's link is told apart before anything is fetched: the core would refuse it as the scenario says. */
    private fun addRegister(stage: Stage, link: String): Outcome {
        var compared = false
        lateinit var screen: AddRegisterPresenter
        val shown = stage.play<AddRegisterPresenter, AddRegisterState>({ AddRegisterPresenter(it, { NetworkKind.UNMETERED }, link).also { made -> screen = made } }) {
            val read = it.read
            if (read is Load.Ready && !compared) {
                compared = true
                for (group in read.view.groups) screen.act(AddRegisterAction.TypeGroup(group.number, onPaper(link, group.number)))
                screen.act(AddRegisterAction.Check)
            }
            if (it.compared && it.added == null) screen.act(AddRegisterAction.Add(relied = true))
            read is Load.Failed || it.checked is Load.Failed || it.leadsElsewhere || it.added.let { added -> added != null && added !is Load.Loading }
        }
        if (shown.leadsElsewhere) return Outcome.Problem("link-foreign")
        val read = shown.read
        if (read is Load.Failed) return Outcome.Problem(read.problem.code)
        val checked = shown.checked
        if (checked is Load.Failed) return Outcome.Problem(checked.problem.code)
        return outcomeOf(checkNotNull(shown.added)) { facts() }
    }
}

/** The group of the fingerprint as the paper has it: four characters of the link's root. */
private fun onPaper(link: String, number: UByte): String =
    link.substringAfter("&root=").substringAfter('.').drop((number.toInt() - 1) * 4).take(4)

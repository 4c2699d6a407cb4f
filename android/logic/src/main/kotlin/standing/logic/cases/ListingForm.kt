package standing.logic.cases

import standing.core.AppInterface
import standing.core.ContestWants
import standing.core.LetterSender
import standing.core.ListingAim
import standing.core.ListingDraft
import standing.core.ListingKey
import standing.logic.Place

/** A letter about a listing of the person's own organisation: nothing of it is sent. */
class ListingForm(place: Place.ListingForm) : CaseForm {
    private val listing = ListingKey(place.uscc, place.register, place.lister, place.listing)
    private val aim = if (place.done) ListingAim.DONE else ListingAim.CONTEST

    override fun opens(item: Long) = Place.ListingCase(item)

    override fun load(core: AppInterface) = core.listingForm(listing, aim)

    override fun draft(state: CaseFormState, onPaper: Boolean): CaseDraft {
        val typed = state.typed
        // Not asked for where something is reported as done.
        val wants = state.wants ?: ContestWants.REMOVED
        val draft = ListingDraft(listing, aim, typed.grounds, typed.words, wants, typed.day)
        return object : CaseDraft {
            override fun check(core: AppInterface) = core.checkListingLetter(draft)

            override fun letter(core: AppInterface, sender: LetterSender) = core.listingLetter(draft, sender)

            override fun keep(core: AppInterface, form: String) = core.keepListingLetter(draft, form)
        }
    }
}

import Core

/// Which listing a letter is about, as a place keeps it.
public struct ListingName: Codable, Hashable, Sendable {
    let uscc: String
    let register: String
    let lister: String
    let id: String

    public init(_ key: ListingKey) {
        (uscc, register, lister, id) = (key.uscc, key.register, key.lister, key.listId)
    }

    var key: ListingKey { ListingKey(uscc: uscc, register: register, lister: lister, listId: id) }
}

/// A letter about a listing of the person's own organisation: nothing of it is sent.
struct ListingForm: CaseForm {
    let listing: ListingName
    let done: Bool
    private var aim: ListingAim { done ? .done : .contest }

    func opens(_ item: Int64) -> Place { .listingCase(id: item) }

    func load(_ core: any AppProtocol) throws -> CaseFormView { try core.listingForm(listing: listing.key, aim: aim) }

    func draft(_ text: CaseText, _ view: CaseFormView, photos: [[UInt8]], onPaper: Bool) -> (any CaseDraft)? {
        // What is asked for is not asked where something is reported as done.
        let wants = text.wants(view) ?? .removed
        return Draft(
            draft: ListingDraft(
                listing: listing.key, aim: aim, grounds: text.grounds(view), words: text.words, wants: wants,
                on: text.day))
    }

    private struct Draft: CaseDraft {
        let draft: ListingDraft

        func check(_ core: any AppProtocol) throws -> CaseCheckView { try core.checkListingLetter(draft: draft) }
        func letter(_ core: any AppProtocol, _ sender: LetterSender) throws -> CaseLetterView {
            try core.listingLetter(draft: draft, sender: sender)
        }
        func keep(_ core: any AppProtocol, form: String) throws -> KeptView {
            try core.keepListingLetter(draft: draft, form: form)
        }
    }
}

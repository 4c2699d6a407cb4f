import Core
import Foundation
import Observation

/// A letter about a listing: handed in or not, by when the next step is due, what the list says now.
@MainActor @Observable public final class ListingCaseModel: Reader<ListingCaseView> {
    private let id: Int64
    private var refusal: Problem?
    private var asksToErase = false

    public init(_ app: AppModel, id: Int64) {
        self.id = id
        super.init(app) { try $0.listingCase(id: id) }
    }

    override func title(_ sheet: ListingCaseView?) -> String { app.words.listingLetter }

    override func lay(_ sheet: ListingCaseView, _ manner: Manner) -> [Element] {
        let words = manner.words
        return lines {
            if let refusal { Element.problem("refusal", refusal, manner) }
            Element.title(sheet.title)
            Element.note("state", Mark(sheet.handedIn ? .received : .needs, ""), sheet.text)
            Element.text("listed", sheet.listed, .small)
            deadline(sheet, words)
            Element.text("todo", sheet.todo)
            Element.button(
                "read", words.listingRead, sheet.handedIn ? .outlined : .filled, .go(.listingLetter(id: id)))
            Element.button("note paper", words.caseNotePaper, .link, .go(.listingHandIn(id: id)))
            for (index, fact) in sheet.facts.enumerated() { Element.fact("fact \(index + 1)", fact) }
            if let photo = sheet.photo {
                Element.read("picture", .picture([UInt8](photo)), words.formPhoto, [.image])
            }
            Element.button("business", words.listingBusiness, .link, .go(.business(uscc: sheet.uscc)))
            erasing(words)
        }
    }

    private func deadline(_ sheet: ListingCaseView, _ words: Words) -> [Element] {
        guard let due = sheet.deadline else { return [] }
        return lines {
            Element.text("deadline", words.deadlineLine(due.label, day: due.day, away: due.away), .strong)
            if !due.event.isEmpty {
                Element.button("calendar", words.actionAddToCalendar, .link, .press(.addToCalendar))
            }
        }
    }

    private func erasing(_ words: Words) -> [Element] {
        guard asksToErase else {
            return [.button("erase", words.listingErase, .link, .press(.eraseLetter))]
        }
        return [
            .text("erase ask", words.listingEraseAsk, .strong),
            .text("erase note", words.listingEraseNote, .small),
            .button("erase for good", words.listingErase, .filled, .press(.eraseLetterForGood)),
            .button("keep", words.actionCancel, .harmless, .press(.keep)),
        ]
    }

    public override func act(_ act: Act) async -> Step? {
        switch act {
        case .press(.addToCalendar): return sheet.sheet?.deadline.map { .calendar($0) }
        case .press(.eraseLetter): asksToErase = true
        case .press(.keep): asksToErase = false
        case .press(.eraseLetterForGood) where asksToErase: return await erase()
        default: return await super.act(act)
        }
        return nil
    }

    private func erase() async -> Step? {
        let id = id
        return await once("erase") {
            asksToErase = false
            let answer = await app.ask { core in
                try core.eraseListingCase(id: id)
                return Kept()
            }
            refusal = answer.problem
            guard answer.problem == nil else { return nil }
            app.tellNews()
            return .back
        }
    }
}

import Core
import Foundation
import Support

@testable import Logic

/// What is done about what is held against the person: each by its screens.
@MainActor struct CaseActions {
    let app: AppModel
    let with: [String: JSON]
    /// Fails with what the core refused.
    let refused: @MainActor () throws -> JSON
    private var membership: String { with["membership"]?.text ?? "" }
    private var item: Int64 { with["item"]?.number ?? 0 }
    private var about: About { .entry(with["entry"]?.text ?? "") }

    /// Does it; none for an action of another feature.
    func act(_ action: String) async throws -> JSON? {
        switch action {
        case "contest": return try await keep(ContestForm(membership: membership, about: about, follows: nil))
        case "comply": return try await keep(ComplianceForm(membership: membership, about: about))
        case "request_right": return try await keep(RightForm(membership: membership))
        case "cases":
            let view = try await shown(CasesModel(app, membership))
            return facts(["states": view.rows.map { $0.state }, "closed": view.rows.map(\.closed)])
        case "case_page": return try await page()
        case "note_hand_in":
            try await note(.handIn(membership, id: item))
            return try await page()
        case "note_answer":
            try await note(.answer(membership, id: item))
            return try await page()
        case "write_listing": return try await keep(ListingForm(listing: listing(), done: with["done"]?.isYes == true))
        case "listing_case": return try await listingCase()
        case "hand_in_listing":
            try await note(.listingHandIn(id: item))
            return try await listingCase()
        case "erase_listing":
            let screen = ListingCaseModel(app, id: item)
            await screen.load()
            _ = await screen.act(.press(.eraseLetter))
            return await screen.act(.press(.eraseLetterForGood)) == .back ? .object([:]) : try refused()
        default: return nil
        }
    }

    /// On to the letter, then away.
    private func keep(_ kind: any CaseForm) async throws -> JSON {
        let form = CaseFormModel(app, kind)
        await form.load()
        for ground in with["grounds"]?.list ?? [] {
            let name = ContestGround.allNames[ground.text] ?? ""
            _ = await form.act(.choose(.ground, name))
        }
        if let right = with["right"]?.text { _ = await form.act(.choose(.right, right)) }
        if let ago = with["days_ago"]?.number { _ = await form.act(.choose(.day, day(ago))) }
        _ = await form.act(.write(.words, with["words"]?.text ?? ""))
        _ = await form.act(.press(.goOn))
        let onPaper = with["on_paper"]?.isYes == true
        switch await form.act(.press(onPaper ? .onPaper : .send)) {
        case .replace(.casePage(_, let id)), .replace(.listingCase(let id)): return facts(["item": id])
        default: return try refused()
        }
    }

    /// Counted back from today where the authority is.
    private func day(_ ago: Int64) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 8 * 3_600)!
        let parts = calendar.dateComponents(
            [.year, .month, .day], from: Date(timeIntervalSinceNow: -86_400 * Double(ago)))
        return String(format: "%04d-%02d-%02d", parts.year!, parts.month!, parts.day!)
    }

    private func page() async throws -> JSON {
        let view = try await shown(CaseModel(app, membership, id: item))
        return facts([
            "state": view.state, "todo": view.todo.map { $0.action }, "checks": view.checks.map { $0.state },
            "can_note_answer": view.canNoteAnswer,
        ])
    }

    private func listingCase() async throws -> JSON {
        let view = try await shown(ListingCaseModel(app, id: item))
        return facts(["handed_in": view.handedIn, "has_day": view.deadline != nil])
    }

    private func note(_ kind: PaperModel.Kind) async throws {
        let paper = PaperModel(app, kind)
        _ = await paper.act(.choose(.day, day(with["days_ago"]?.number ?? 0)))
        if let says = with["says"]?.text { _ = await paper.act(.choose(.says, says)) }
        if await paper.act(.press(.notePaper)) != .back { _ = try refused() }
    }

    /// The first listing of a business that can be written about.
    private func listing() async throws -> ListingName {
        let view = try await shown(BusinessModel(app, uscc: with["uscc"]?.text ?? ""))
        guard let key = view.listings.compactMap(\.key).first else { throw Unexpected("no black listing") }
        return ListingName(key)
    }

    private func shown<Sheet>(_ screen: Reader<Sheet>) async throws -> Sheet {
        await screen.load()
        if let sheet = screen.sheet.sheet { return sheet }
        _ = try refused()
        throw Unexpected("\(screen.sheet)")
    }
}

extension ContestGround {
    /// The name that a form knows a ground by, by the one that the scenario has.
    fileprivate static let allNames: [String: String] = {
        let all: [ContestGround] = [.notMe, .didNotHappen, .wrongRule, .alreadyComplied, .notTold, .tooOld, .other]
        return Dictionary(uniqueKeysWithValues: all.map { (snake("\($0)"), "\($0)") })
    }()
}

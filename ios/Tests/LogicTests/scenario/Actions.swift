import Core
import Foundation
import Support

@testable import Logic

/// What a step of the scenario can ask of a phone and of the sandbox: the phone does it by its screens.
@MainActor final class Actions {
    private let core: WatchedCore
    private let sandbox: Sandbox
    private let app: AppModel
    private let session: Session

    init(_ core: any AppProtocol, _ sandbox: Sandbox) {
        self.core = WatchedCore(core)
        self.sandbox = sandbox
        app = AppModel(core: self.core, language: .english)
        session = Session(app)
    }

    /// Does it; the facts of what came of it.
    func act(_ action: String, _ with: [String: JSON]) async throws -> JSON {
        if let found = try await document(action, with) { return found }
        if let found = try await joining(action, with) { return found }
        if let found = try await business(action, with) { return found }
        if let found = try await keptBusiness(action, with) { return found }
        if let found = try await record(action, with) { return found }
        if let found = try await CaseActions(app: app, with: with, refused: refused).act(action) { return found }
        throw Unexpected("no action \(action)")
    }

    /// Shows a screen and reads what it holds.
    private func shown<Sheet>(_ screen: Reader<Sheet>) async throws -> Sheet {
        await screen.load()
        return try ready(screen.sheet)
    }

    private func ready<Sheet>(_ load: Load<Sheet>) throws -> Sheet {
        if let sheet = load.sheet { return sheet }
        if let refusal = core.refusal() { throw Refused(refusal) }
        throw Unexpected("\(load)")
    }

    private func document(_ action: String, _ with: [String: JSON]) async throws -> JSON? {
        let membership = with["membership"]?.text ?? ""
        let seq = UInt32(with["seq"]?.number ?? 0)
        switch action {
        case "home":
            session.choose(membership)
            let screen = HomeModel(app, session)
            await screen.load()
            return try ready(screen.sheet).facts
        case "statements": return try core.statements(membership: membership).facts
        case "statement": return try await shown(StatementModel(app, membership, seq: seq)).facts
        case "entry":
            let entry = with["entry"]?.text ?? ""
            return try await shown(EntryModel(app, membership, seq: seq, entry: entry)).facts
        case "perks": return try await shown(PerksModel(app, membership)).facts
        case "rulebook": return try await shown(RulebookModel(app, membership)).facts
        default: return nil
        }
    }

    private func joining(_ action: String, _ with: [String: JSON]) async throws -> JSON? {
        switch action {
        case "control": return try await sandbox.control(with["what"]?.text ?? "", with["body"])
        case "read_link":
            let screen = JoinModel(app, session, link: with["link"]?.text ?? "")
            await screen.load()
            guard case .look(let view) = screen.stage else { return try refused() }
            return view.facts
        case "authority_preview":
            let screen = JoinModel(app, session, link: with["link"]?.text ?? "")
            await screen.load()
            // A register's link leads to other fields; the core refuses it as the scenario says.
            if case .look(let view) = screen.stage, view.leadsTo == .register {
                let link = with["link"]?.text ?? ""
                _ = await app.askAfar { try await $0.authorityPreview(link: link, stopper: Stopper()) }
                return try refused()
            }
            _ = await screen.act(.press(.look))
            guard case .code(_, let preview) = screen.stage else { return try refused() }
            return facts(["iss": preview.iss])
        case "check_groups":
            let screen = JoinModel(app, session, link: with["link"]?.text ?? "")
            await screen.load()
            for (input, text) in zip([Input.firstGroup, .secondGroup], with["groups"]?.list ?? []) {
                _ = await screen.act(.write(input, text.text))
            }
            _ = await screen.act(.press(.checkGroups))
            if case .rely = screen.stage { return .object([:]) }
            return try refused()
        case "join": return try await join(with["link"]?.text ?? "", with["code"]?.text ?? "")
        case "confirm":
            let screen = ConfirmModel(app, session, with["membership"]?.text ?? "")
            await screen.load()
            if await screen.act(.press(with["mine"]?.isYes == true ? .mine : .notMine)) == nil { return try refused() }
            return .object([:])
        case "memberships": return try await shown(PeopleModel(app, session)).people.flatMap(\.memberships).facts
        case "sync": return try await sync()
        case "erase":
            let screen = EraseModel(app)
            _ = await screen.act(.write(.eraseWord, app.words.moreEraseWord))
            return await screen.act(.press(.erase)) == .startOver ? .object([:]) : try refused()
        default: return nil
        }
    }

    private func join(_ link: String, _ code: String) async throws -> JSON {
        let screen = JoinModel(app, session, link: link)
        await screen.load()
        for act in [Act.press(.look), .write(.code, code)] { _ = await screen.act(act) }
        guard case .replace(.confirm(let membership)) = await screen.act(.press(.sendCode)) else {
            return try refused()
        }
        let found = session.memberships.sheet?.first { $0.membership == membership }
        return facts(["membership": membership, "hint": found?.hint])
    }

    private func sync() async throws -> JSON {
        let screen = SyncModel(app, session)
        _ = await screen.act(.press(.sync))
        guard case .ended(let view) = screen.stage else { return try refused() }
        return view.facts
    }

    private func refused() throws -> JSON {
        if let refusal = core.refusal() { throw Refused(refusal) }
        throw Unexpected("nothing was done, and nothing said why")
    }

    private func business(_ action: String, _ with: [String: JSON]) async throws -> JSON? {
        let text = (with["text"] ?? with["uscc"] ?? with["link"])?.text ?? ""
        switch action {
        case "add_register":
            let screen = JoinModel(app, session, link: text)
            await screen.load()
            // An authority's link leads to other fields; the core refuses it as the scenario says.
            if case .look(let view) = screen.stage, view.leadsTo != .register {
                _ = await app.askAfar {
                    try await $0.addRegister(link: text, relied: true, fetch: .all, stopper: Stopper())
                }
                return try refused()
            }
            await screen.typeGroups(of: text)
            _ = await screen.act(.press(.checkGroups))
            _ = await screen.act(.press(.relyOn))
            guard case .added = screen.stage else { return try refused() }
            return .object([:])
        case "search":
            let screen = SearchModel(app)
            _ = await screen.act(.write(.query, text))
            guard let found = screen.found else { throw Unexpected("nothing was searched") }
            return try ready(found).facts
        case "business": return try await shown(BusinessModel(app, uscc: text)).facts
        case "scan":
            let screen = ScanModel(app)
            await screen.saw(text)
            return try screen.view?.facts ?? refused()
        default: return nil
        }
    }

    private func keptBusiness(_ action: String, _ with: [String: JSON]) async throws -> JSON? {
        let uscc = with["uscc"]?.text ?? ""
        switch action {
        case "compare":
            let screen = CompareModel(app, with["codes"]?.list.map(\.text) ?? [])
            await screen.load()
            return try screen.view?.facts ?? refused()
        case "watch":
            let screen = BusinessModel(app, uscc: uscc)
            await screen.load()
            _ = await screen.act(.press(.watchBusiness))
            return screen.sheet.sheet?.watched == true ? .object([:]) : try refused()
        case "watched": return try await shown(WatchedModel(app)).facts
        case "save_answer":
            let screen = BusinessModel(app, uscc: uscc)
            await screen.load()
            _ = await screen.act(.press(.saveAnswer))
            return screen.outline["saved"] != nil ? .object([:]) : try refused()
        case "answers": return try await shown(AnswersModel(app)).facts
        default: return nil
        }
    }

    private func record(_ action: String, _ with: [String: JSON]) async throws -> JSON? {
        let membership = with["membership"]?.text ?? ""
        let item = with["item"]?.number ?? 0
        switch action {
        case "record_kinds": return try await shown(KindsModel(app, membership)).facts
        case "check_draft": return try await form(with).facts
        case "queue_record": return try await send(with)
        case "queue":
            session.choose(membership)
            let screen = RecordsModel(app, session)
            await screen.load()
            return try ready(screen.sheet).facts
        case "queue_item": return try await shown(ItemModel(app, membership, item: item)).facts
        case "retry_record", "withdraw_record":
            let screen = ItemModel(app, membership, item: item)
            await screen.load()
            _ = await screen.act(.press(action == "retry_record" ? .retry : .withdrawForGood))
            if let refusal = core.refusal() { throw Refused(refusal) }
            return try ready(screen.sheet).facts
        case "receipt": return try await shown(ReceiptModel(app, membership, item: item)).facts
        default: return nil
        }
    }

    /// Fills a form in as a person does, and checks it.
    private func form(_ with: [String: JSON]) async throws -> DraftView {
        let screen = await filled(with)
        _ = await screen.act(.press(.check))
        guard let view = screen.checked else { throw Refused(core.refusal()!) }
        return view
    }

    private func send(_ with: [String: JSON]) async throws -> JSON {
        guard case .replace(.item(_, let item)) = await filled(with).act(.press(.send)) else { return try refused() }
        return facts(["item": item])
    }

    private func filled(_ with: [String: JSON]) async -> FormModel {
        let kinds: [String: FormKind] = ["volunteering": .volunteering, "blood_donation": .bloodDonation]
        let kind = kinds[with["kind"]?.text ?? ""] ?? .selfReport
        let screen = FormModel(app, with["membership"]?.text ?? "", kind: kind, rule: with["rule"]?.text ?? "")
        await screen.load()
        let minutes = with["minutes"]?.number ?? 0
        let typed: [(Input, String?)] = [
            (.day, day(with["days_ago"]?.number ?? 0)), (.organiser, with["organiser"]?.text),
            (.activity, with["activity"]?.text), (.hours, "\(minutes / 60)"), (.minutes, "\(minutes % 60)"),
            (.donationCode, with["donation_code"]?.text), (.place, with["place"]?.text),
            (.volume, (with["ml"]?.number).map { "\($0)" }), (.description, with["description"]?.text),
        ]
        for (input, text) in typed { if let text { _ = await screen.act(.write(input, text)) } }
        return screen
    }
}

/// A day counted back from today, by UTC.
func day(_ ago: Int64) -> String {
    let date = Date(timeIntervalSinceNow: -86_400 * Double(ago))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "UTC")!
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    return String(format: "%04d-%02d-%02d", parts.year!, parts.month!, parts.day!)
}

extension JoinModel {
    /// Types the groups that are asked for, as the paper of a link has them: four characters each of its fingerprint.
    func typeGroups(of link: String) async {
        guard case .look(let view) = stage, let root = link.components(separatedBy: "&root=").last else { return }
        let fingerprint = root.drop { $0 != "." }.dropFirst()
        for (input, group) in zip([Input.firstGroup, .secondGroup], view.groups) {
            let text = String(fingerprint.dropFirst((Int(group.number) - 1) * 4).prefix(4))
            _ = await act(.write(input, text))
        }
    }
}

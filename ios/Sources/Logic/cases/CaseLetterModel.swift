import Core
import Observation

/// Which letter that was kept.
public enum KeptLetter: Sendable {
    case ofCase(MembershipId, id: Int64, kind: LetterKind)
    case ofListing(id: Int64)

    func read(_ core: any AppProtocol, _ sender: LetterSender) throws -> CaseLetterView {
        switch self {
        case .ofCase(let membership, let id, let kind):
            try core.caseLetter(membership: membership, id: id, kind: kind.kind, sender: sender)
        case .ofListing(let id): try core.listingCaseLetter(id: id, sender: sender)
        }
    }
}

/// A letter that was kept, to read and to print. Name and address are typed for paper; the core keeps neither.
@MainActor @Observable public final class CaseLetterModel: Typing {
    private let app: AppModel
    private let which: KeptLetter
    private var name = ""
    private var address = ""
    public private(set) var letter: Load<CaseLetterView> = .loading

    public init(_ app: AppModel, _ which: KeptLetter) {
        self.app = app
        self.which = which
    }

    public var typed: [String: String] { [Input.senderName.rawValue: name, Input.senderAddress.rawValue: address] }

    public func restore(_ typed: [String: String]) {
        name = typed[Input.senderName.rawValue] ?? ""
        address = typed[Input.senderAddress.rawValue] ?? ""
    }

    public func load() async {
        let which = which
        let sender = LetterSender(name: name, address: address)
        let found = await app.ask { try which.read($0, sender) }
        // An old answer must not stand under a newer name.
        if sender == LetterSender(name: name, address: address), found != letter { letter = found }
    }

    public var outline: Outline {
        let manner = app.manner
        let laid = LetterOutline(manner: manner, name: name, address: address)
        let print = Element.button("print", manner.words.letterPrint, .filled, .press(.printLetter))
        let dock = letter.sheet.map { Element.due($0.deadline, manner) + [print] } ?? []
        return Outline(
            letter.sheet?.title ?? manner.words.casesTitle, body: letter.elements(manner, laid.body), dock: dock)
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .write(.senderName, let text):
            name = text
            await load()
        case .write(.senderAddress, let text):
            address = text
            await load()
        case .press(.again): await load()
        case .press(.printLetter): return letter.sheet.map { .print(name: $0.fileName, html: $0.html) }
        default: break
        }
        return nil
    }
}

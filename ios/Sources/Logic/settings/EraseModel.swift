import Core
import Observation

/// Erasing everything here, after the person has typed a word.
@MainActor @Observable public final class EraseModel: Screen {
    private let app: AppModel
    private let once = Once()
    private var word = ""
    private var problem: Problem?

    public init(_ app: AppModel) { self.app = app }

    /// Whether the word is there. Spaces around it and capitals do not matter.
    private var isTyped: Bool {
        let typed = word.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return typed.lowercased() == app.words.moreEraseWord.lowercased()
    }

    public var outline: Outline {
        let words = app.words
        let wrong = problem.map { [Element.problem("problem", $0, app.manner)] } ?? []
        let field = Field(
            input: .eraseWord, label: words.moreEraseType(words.moreEraseWord), hint: "", text: word, note: nil,
            keys: .words)
        let body = [.title(words.moreEraseAsk), .text("note", words.moreEraseNote), .field(field)] + wrong
        let dock: [Element] = [
            .button("erase", words.moreErase, .outlined, .press(.erase), enabled: isTyped),
            .button("back", words.actionCancel, .harmless, .back),
        ]
        return Outline(words.moreErase, body: body, dock: dock)
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .write(.eraseWord, let text): word = text
        case .press(.erase) where isTyped: return await once("erase") { await erase() }
        default: break
        }
        return nil
    }

    private func erase() async -> Step? {
        // A sync at work is waited for by nobody: the core takes the keys first and lets nothing be written after.
        let wantsSync = app.wantsSync
        app.wantsSync = { _ in }
        app.syncing.stop()
        let answer = await app.ask { core in
            try core.erase()
            return Kept()
        }
        problem = answer.problem
        if problem == nil { return .startOver }
        app.wantsSync = wantsSync
        return nil
    }
}

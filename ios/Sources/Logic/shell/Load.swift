import Core

/// What a screen waits for.
public enum Load<Sheet: Equatable & Sendable>: Equatable, Sendable {
    case loading
    case ready(Sheet)
    case failed(Problem)

    /// What there is, if it is there.
    public var sheet: Sheet? {
        if case .ready(let sheet) = self { sheet } else { nil }
    }

    /// What went wrong, if something did.
    public var problem: Problem? {
        if case .failed(let problem) = self { problem } else { nil }
    }

    /// The elements of what there is; while there is nothing, what is going on.
    func elements(_ manner: Manner, _ lay: (Sheet) -> [Element]) -> [Element] {
        switch self {
        case .loading: [.busy(manner.words.screenLoading)]
        case .ready(let sheet): lay(sheet)
        case .failed(let problem):
            [
                .problem("problem", problem, manner),
                .button("again", manner.words.actionTryAgain, .outlined, .press(.again)),
            ]
        }
    }
}

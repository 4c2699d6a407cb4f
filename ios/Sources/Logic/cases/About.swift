import Core

/// What something is done about, as a place keeps it.
public enum About: Codable, Hashable, Sendable {
    case entry(String)
    case star(String)
    case measure(String)
    case statement(UInt32)
    case letter(UInt32)
    case device(String)
    /// What is kept about the resident.
    case data

    init(_ target: CaseTarget) {
        switch target {
        case .entry(let id): self = .entry(id)
        case .star(let id): self = .star(id)
        case .measure(let id): self = .measure(id)
        case .statement(let seq): self = .statement(seq)
        case .letter(let n): self = .letter(n)
        case .device(let key): self = .device(key)
        case .data: self = .data
        }
    }

    var target: CaseTarget {
        switch self {
        case .entry(let id): .entry(id: id)
        case .star(let id): .star(id: id)
        case .measure(let id): .measure(id: id)
        case .statement(let seq): .statement(seq: seq)
        case .letter(let n): .letter(n: n)
        case .device(let key): .device(key: key)
        case .data: .data
        }
    }
}

/// Which letter of a case.
public enum LetterKind: String, Codable, Hashable, Sendable {
    case request, reminder, complaint, nextStep

    var kind: CaseLetterKind {
        switch self {
        case .request: .request
        case .reminder: .reminder
        case .complaint: .complaint
        case .nextStep: .nextStep
        }
    }
}

extension Mark {
    /// The mark of how far a case has come.
    static func of(_ state: CaseState, _ word: String) -> Mark {
        let sign: Sign =
            switch state {
            case .onPaper: .closed
            case .waiting: .phone
            case .needsYou, .rejected: .needs
            case .received, .underReview: .received
            case .overdue: .waiting
            case .granted, .partly, .carriedOut: .accepted
            case .refused, .withdrawn: .closed
            case .notCarriedOut: .fails
            }
        return Mark(sign, word)
    }
}

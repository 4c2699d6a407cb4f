import Foundation

/// A JSON value, as scenarios are written in.
public enum JSON: Equatable, Sendable {
    case null
    case yes(Bool)
    case number(Int64)
    case text(String)
    case array([JSON])
    case object([String: JSON])

    public init(text: String) throws {
        self.init(try JSONDecoder().decode(Value.self, from: Data(text.utf8)))
    }

    /// A member of an object; null where there is none.
    public subscript(name: String) -> JSON {
        if case .object(let members) = self { members[name] ?? .null } else { .null }
    }

    public var text: String { if case .text(let text) = self { text } else { "" } }
    public var list: [JSON] { if case .array(let list) = self { list } else { [] } }
    public var members: [String: JSON] { if case .object(let members) = self { members } else { [:] } }
    public var number: Int64 { if case .number(let number) = self { number } else { 0 } }
    public var isYes: Bool { self == .yes(true) }

    /// As it is written.
    public var written: String {
        switch self {
        case .null: "null"
        case .yes(let yes): "\(yes)"
        case .number(let number): "\(number)"
        case .text(let text): quoted(text)
        case .array(let list): "[\(list.map(\.written).joined(separator: ","))]"
        case .object(let members):
            "{\(members.sorted { $0.key < $1.key }.map { "\(quoted($0)):\($1.written)" }.joined(separator: ","))}"
        }
    }

    /// What stands at a JSON pointer (RFC 6901); no name here holds a `/` or `~`.
    public func at(_ pointer: String) -> JSON? {
        pointer.split(separator: "/").reduce(Optional(self)) { found, name in
            switch found {
            case .object(let members): members[String(name)]
            case .array(let list): Int(name).flatMap { list.indices.contains($0) ? list[$0] : nil }
            default: nil
            }
        }
    }

    private init(_ value: Value) {
        switch value {
        case .null: self = .null
        case .yes(let yes): self = .yes(yes)
        case .number(let number): self = .number(number)
        case .text(let text): self = .text(text)
        case .array(let list): self = .array(list.map(JSON.init))
        case .object(let members): self = .object(members.mapValues(JSON.init))
        }
    }

    private enum Value: Decodable {
        case null
        case yes(Bool)
        case number(Int64)
        case text(String)
        case array([Value])
        case object([String: Value])

        init(from decoder: any Decoder) throws {
            let one = try decoder.singleValueContainer()
            if one.decodeNil() {
                self = .null
            } else if let yes = try? one.decode(Bool.self) {
                self = .yes(yes)
            } else if let number = try? one.decode(Int64.self) {
                self = .number(number)
            } else if let text = try? one.decode(String.self) {
                self = .text(text)
            } else if let list = try? one.decode([Value].self) {
                self = .array(list)
            } else {
                self = .object(try one.decode([String: Value].self))
            }
        }
    }
}

private func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { letter in
        switch letter {
        case "\"": "\\\""
        case "\\": "\\\\"
        case _ where letter.value < 32: String(format: "\\u%04x", letter.value)
        default: String(letter)
        }
    }
    return "\"\(escaped.joined())\""
}

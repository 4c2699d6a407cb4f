/// A screen as text: everything that it says and offers, in the order of reading, for a person to look through.
extension Outline {
    public var picture: String {
        var lines = ["\(title)", String(repeating: "═", count: 72)]
        for (name, elements) in [("bar", bar), ("", body), ("dock", dock)] where !elements.isEmpty {
            if !name.isEmpty { lines.append("── \(name) ".padded(72, with: "─")) }
            lines += elements.flatMap(\.picture)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Element {
    fileprivate var picture: [String] {
        let kind = traits.isEmpty ? form.name : traits.sorted().map(\.rawValue).joined(separator: " ")
        let off = enabled ? "" : "  (cannot be used now)"
        let does = act.map { "  → \($0.picture)" } ?? ""
        let texts = (label + (value.isEmpty ? "" : "\n" + value)).split(
            separator: "\n", omittingEmptySubsequences: true)
        let said = texts.isEmpty ? ["(nothing)"] : texts.map(String.init)
        return said.enumerated().map { index, text in
            index == 0
                ? "\(kind.padded(18, with: " "))\(text)\(off)\(does)" : "\(String(repeating: " ", count: 18))\(text)"
        }
    }
}

extension Form {
    /// The component's name.
    var name: String { String("\(self)".prefix { $0 != "(" }) }
}

extension Act {
    fileprivate var picture: String {
        switch self {
        case .go(let place): "\(place)".replacingOccurrences("Logic.Place.", "")
        case .back: "back"
        case .press(let press): press.rawValue
        case .write(let input, _): "type \(input.rawValue)"
        case .choose(let input, _): "choose \(input.rawValue)"
        case .turn(let input, let on): "turn \(input.rawValue) \(on ? "on" : "off")"
        case .read: "read aloud"
        case .share(let act): "share \(act.picture)"
        }
    }
}

extension String {
    fileprivate func padded(_ width: Int, with letter: String) -> String {
        self + String(repeating: letter, count: max(1, width - count))
    }

    fileprivate func replacingOccurrences(_ part: String, _ other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}

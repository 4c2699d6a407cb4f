import Core

/// What a form of a case holds, as text; what its form does not ask for stays empty.
struct CaseText: Equatable, Sendable {
    /// In the order of ticking, by name.
    private(set) var ticked: [String] = []
    var words = ""
    /// By name; empty as long as nothing was chosen: the first is suggested.
    var wants = ""
    /// As what is asked for.
    var right = ""
    var day = ""
    var mark = true
    var name = ""
    var address = ""

    init() {}

    init(_ texts: [String: String]) {
        ticked = texts[Input.ground.rawValue]?.split(separator: " ").map(String.init) ?? []
        words = texts[Input.words.rawValue] ?? ""
        wants = texts[Input.wants.rawValue] ?? ""
        right = texts[Input.right.rawValue] ?? ""
        day = texts[Input.day.rawValue] ?? ""
        mark = texts[Input.mark.rawValue] == nil
        name = texts[Input.senderName.rawValue] ?? ""
        address = texts[Input.senderAddress.rawValue] ?? ""
    }

    var texts: [String: String] {
        let all: [(Input, String)] = [
            (.ground, ticked.joined(separator: " ")), (.words, words), (.wants, wants), (.right, right),
            (.day, day), (.mark, mark ? "" : "off"), (.senderName, name), (.senderAddress, address),
        ]
        return Dictionary(uniqueKeysWithValues: all.filter { !$1.isEmpty }.map { ($0.rawValue, $1) })
    }

    var sender: LetterSender { LetterSender(name: name, address: address) }

    /// Ticks a ground, or takes the tick away.
    mutating func tick(_ ground: String) {
        if ticked.contains(ground) { ticked.removeAll { $0 == ground } } else { ticked.append(ground) }
    }

    func grounds(_ view: CaseFormView) -> [ContestGround] {
        ticked.compactMap { name in view.grounds.first { "\($0.ground)" == name }?.ground }
    }

    func wants(_ view: CaseFormView) -> ContestWants? {
        view.wants.first { "\($0.wants)" == wants }?.wants ?? view.wants.first?.wants
    }

    func right(_ view: CaseFormView) -> RightKind? {
        view.rights.first { "\($0.right)" == right }?.right ?? view.rights.first?.right
    }
}

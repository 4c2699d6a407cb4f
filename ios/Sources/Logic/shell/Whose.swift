import Core

extension Place {
    /// The membership whose page this is; none for what is of nobody, or of everybody on this phone.
    var whose: MembershipId? {
        switch self {
        case .statement(let id, _), .checks(let id, _), .entry(let id, _, _), .history(let id),
            .comparedStatements(let id, _, _), .rulebooks(let id, _, _), .told(let id, _), .forecast(let id),
            .stars(let id, _), .letters(let id), .letter(let id, _), .perks(let id), .benefit(let id, _),
            .till(let id, _), .rulebook(let id):
            id
        case .contest(let id, _, _), .cases(let id), .casePage(let id, _), .caseLetter(let id, _, _),
            .comply(let id, _), .rightRequest(let id), .paperAnswer(let id, _), .handIn(let id, _), .kinds(let id),
            .form(let id, _, _, _), .item(let id, _), .receipt(let id, _),
            .receipts(let id):
            id
        case .alarms(let id), .alarm(let id, _): id
        case .home, .businesses, .records, .more, .join, .confirm, .business, .compare, .watched, .answers, .scan,
            .recent, .registers, .sync, .settings, .freshness, .network, .memberships, .person, .archive, .licences,
            .erase, .rightsDesk, .help, .sample, .listingForm, .listingCase, .listingLetter, .listingHandIn:
            nil
        }
    }

    /// Whether it shows what is of the membership that is looked at.
    var isOfCurrent: Bool {
        switch self {
        case .home, .records, .archive: true
        default: false
        }
    }
}

extension [MembershipView] {
    /// Whose a membership is; none for one that is not here any more.
    func person(of membership: MembershipId?) -> PersonView? { first { $0.membership == membership }?.person }
}

extension PersonMark {
    /// The outline of a mark: people are told apart by it and by their name, never by a colour.
    var sign: Sign {
        switch self {
        case .circle: .circle
        case .square: .square
        case .triangle: .triangle
        case .diamond: .diamond
        case .hexagon: .hexagon
        }
    }

    func word(_ words: Words) -> String {
        switch self {
        case .circle: words.personMarkCircle
        case .square: words.personMarkSquare
        case .triangle: words.personMarkTriangle
        case .diamond: words.personMarkDiamond
        case .hexagon: words.personMarkHexagon
        }
    }

    static let all: [PersonMark] = [.circle, .square, .triangle, .diamond, .hexagon]
}

import Core
import Observation

/// Reading a code with the camera, or typing it. Scanning sends nothing.
@MainActor @Observable public final class ScanModel: Typing, TakesPhoto {
    /// What the camera can do.
    public enum Sight: Equatable, Sendable {
        case watching
        /// The person has not allowed it, or there is none. Typing still works.
        case none
    }

    private let app: AppModel
    private let once = Once()
    /// What the camera can do, as the glue says.
    public var sight = Sight.watching
    /// Whether the page is seen: under another one, the camera rests.
    public var isSeen = true
    private var text = ""
    private var found: Load<ScanView>?
    /// A code was found by the camera, which rests until the person wants another one.
    private var isResting = false
    /// In the last photo no text could be read.
    private var isUnread = false

    public init(_ app: AppModel) { self.app = app }

    public var typed: [String: String] { [Input.scanned.rawValue: text] }
    public func restore(_ typed: [String: String]) { text = typed[Input.scanned.rawValue] ?? "" }

    /// Bars of eight digits, which may be two codes.
    public enum Bars: String, Sendable {
        case ean8 = "]E4"
        case upce = "]E0"
    }

    /// What the core reads: of GS1's element strings, as on cartons, the product's number; of eight digits also which
    /// bars they are, as ISO/IEC 15424 writes it.
    public nonisolated static func text(_ payload: String, isGS1: Bool, bars: Bars? = nil) -> String {
        if let bars { return bars.rawValue + payload }
        guard isGS1, let found = payload.prefixMatch(of: #/\u{1D}*01([0-9]{14})/#) else { return payload }
        return "(01)\(found.1)"
    }

    /// The camera has read a code. What it was is only shown: the person opens it.
    public func saw(_ code: String) async {
        guard isSeen, !isResting else { return }
        _ = await once("scan") {
            (text, isResting) = (code, true)
            await read()
            return nil
        }
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .write(.scanned, let typed): (text, found) = (typed, nil)
        case .press(.read), .press(.again):
            return await once("scan") {
                isResting = true
                await read()
                return nil
            }
        case .press(.watch): (text, found, isResting, isUnread) = ("", nil, false, false)
        case .press(.takePhoto): return .photo(camera: true)
        case .press(.choosePhoto): return .photo(camera: false)
        case .press(.light): return .light
        case .press(.systemSettings): return .systemSettings
        default: break
        }
        return nil
    }

    /// A photo of a licence: its text is read on this phone, and only a code in it is taken.
    public func take(photo: [UInt8]) { Task { await read(photo: photo) } }

    func read(photo: [UInt8]) async {
        guard let reader = app.textReader else { return }
        _ = await once("photo") {
            let lines = await reader.lines(in: photo)
            isUnread = lines.isEmpty
            if isUnread { return nil }
            (text, isResting) = (lines.joined(separator: "\n"), true)
            await read()
            // What stands on the licence besides is not kept; the field has the code.
            text = view?.uscc ?? ""
            return nil
        }
    }

    /// What the last code was.
    public var view: ScanView? { found?.sheet }

    private func read() async {
        let asked = text
        let answer = await app.ask { try $0.scan(text: asked) }
        // The person may have typed on meanwhile.
        if asked == text { found = answer }
    }

    public var outline: Outline {
        let (manner, words) = (app.manner, app.words)
        let field = Field(
            input: .scanned, label: words.scanType, hint: words.searchHint, text: text, note: nil, keys: .code)
        let go = Element.button("read", words.actionSearch, .filled, .press(.read), enabled: !text.isEmpty)
        let answer = found?.elements(manner) { Element.scanned($0, manner) } ?? []
        return Outline(words.scanTitle, body: camera + answer + [.field(field)] + licence, dock: [go])
    }

    /// A licence without a square of dots: its text is read where the phone can.
    private var licence: [Element] {
        guard app.textReader != nil else { return [] }
        let words = app.words
        let unread: [Element] = isUnread ? [.note("unread", Mark(.needs, ""), words.scanPhotoUnread)] : []
        return unread + [
            .button("photo", words.scanPhoto, .outlined, .press(.takePhoto)),
            .button("choose", words.scanPhotoChoose, .link, .press(.choosePhoto)),
            .text("photo note", words.scanPhotoNote, .small),
        ]
    }

    private var camera: [Element] {
        let words = app.words
        if sight == .none {
            return [
                .note("no camera", Mark(.needs, ""), words.scanNoCamera),
                .button("settings", words.scanOpenSettings, .link, .press(.systemSettings)),
            ]
        }
        if isResting { return [.button("watch", words.scanAgain, .outlined, .press(.watch))] }
        guard isSeen else { return [] }
        return [
            .read("camera", .camera(words.scanHint), words.scanHint, [.image]),
            .button("light", words.scanLight, .outlined, .press(.light)),
        ]
    }
}

extension Element {
    /// What a scanned or typed code is. To whom a number is licensed is said without a verdict: the goods may be
    /// somebody else's.
    static func scanned(_ view: ScanView, _ manner: Manner) -> [Element] {
        let words = manner.words
        let text = Element.text("found", view.text, .strong)
        switch view.kind {
        case .business:
            return [text, .row("open", Row(words.scanOpenBusiness), .go(.business(uscc: view.uscc)))]
        case .product:
            return [text, .row("open", Row(words.scanOpenLicensee), .go(.business(uscc: view.uscc)))]
        case .unknownProduct: return [.note("unknown", .of(.unknown, manner), view.text)]
        case .link: return [text, .row("open", Row(words.actionOpen), .go(.join(link: view.link)))]
        case .doorSign: return view.sign.map { Element.doorSign($0, manner) } ?? [text]
        }
    }

    /// A door sign: the verdict, what it rests on, and the signed stars, to be counted against those on the door.
    static func doorSign(_ sign: DoorSignView, _ manner: Manner) -> [Element] {
        let checks = sign.checks.enumerated().map { index, check in
            Element.note("check \(index + 1)", .of(check.state, manner), check.finding)
        }
        let facts = sign.facts.enumerated().map { Element.fact("sign \($0 + 1)", $1) }
        let stars = sign.stars.enumerated().map { index, row in
            let lines = row.differs.isEmpty ? [] : [row.differs]
            return Element.row("stars \(index + 1)", Row(row.name, value: row.text, lines: lines), nil)
        }
        let todo: [Element] = sign.todo.isEmpty ? [] : [.text("todo", sign.todo)]
        let note: [Element] = sign.starsNote.isEmpty ? [] : [.text("stars note", sign.starsNote, .strong)]
        return [.note("verdict", .of(sign.state, manner), sign.title)] + todo + checks + facts + note + stars
    }
}

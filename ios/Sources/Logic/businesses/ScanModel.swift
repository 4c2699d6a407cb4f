import Core
import Observation

/// Reading a code with the camera, or typing it. Scanning sends nothing.
@MainActor @Observable public final class ScanModel: Typing {
    /// What the camera can do.
    public enum Sight: Equatable, Sendable {
        case watching
        /// The person has not allowed it, or there is none. Typing still works.
        case none
    }

    private let desk: Desk
    private let once = Once()
    /// What the camera can do, as the glue says.
    public var sight = Sight.watching
    private var text = ""
    private var found: Load<ScanView>?

    public init(_ desk: Desk) { self.desk = desk }

    public var typed: [String: String] { [Input.scanned.rawValue: text] }
    public func restore(_ typed: [String: String]) { text = typed[Input.scanned.rawValue] ?? "" }

    /// The camera has read a code. It reads the same one many times a second: once is enough.
    public func saw(_ code: String) async -> Step? {
        if code == text, found != nil { return nil }
        return await once("scan") {
            text = code
            return await read()
        }
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .write(.scanned, let typed): (text, found) = (typed, nil)
        case .press(.read), .press(.again): return await once("scan") { await read() }
        case .press(.light): return .light
        case .press(.systemSettings): return .systemSettings
        default: break
        }
        return nil
    }

    /// What the last code was.
    public var view: ScanView? { found?.sheet }

    private func read() async -> Step? {
        let asked = text
        let answer = await desk.ask { try $0.scan(text: asked) }
        found = answer
        // A business's own code names it: it opens at once. A licensee is only shown when the person asks.
        if let view = answer.sheet, view.kind == .business { return .open(.business(uscc: view.uscc)) }
        return nil
    }

    public var outline: Outline {
        let (manner, words) = (desk.manner, desk.words)
        let seen: [Element] =
            sight == .watching
            ? [
                .read("camera", .camera(words.scanHint), words.scanHint, [.image]),
                .button("light", words.scanLight, .outlined, .press(.light)),
            ]
            : [
                .note("no camera", Mark(.needs, ""), words.scanNoCamera),
                .button("settings", words.actionOpen, .link, .press(.systemSettings)),
            ]
        let field = Field(
            input: .scanned, label: words.scanType, hint: words.searchHint, text: text, note: nil, keys: .code)
        let go = Element.button("read", words.actionSearch, .filled, .press(.read), enabled: !text.isEmpty)
        let answer = found?.elements(manner) { laid($0, manner) } ?? []
        return Outline(words.scanTitle, body: seen + answer + [.field(field)], dock: [go])
    }

    private func laid(_ view: ScanView, _ manner: Manner) -> [Element] {
        let words = manner.words
        let text = Element.text("found", view.text, .strong)
        switch view.kind {
        case .business: return [text, .row("open", Row(words.actionOpen), .go(.business(uscc: view.uscc)))]
        case .product:
            return [text, .row("open", Row(words.businessLicensee), .go(.business(uscc: view.uscc)))]
        case .unknownProduct: return [.note("unknown", .of(.unknown, manner), view.text)]
        case .link: return [text, .row("open", Row(words.actionOpen), .go(.join(link: view.link)))]
        }
    }
}

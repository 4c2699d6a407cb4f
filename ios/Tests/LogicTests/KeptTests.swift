import Core
import Support
import Testing

@testable import Logic

/// What is kept of look-ups, and the text of a licence.
@MainActor @Suite struct KeptTests {
    let core = WatchedCore()
    var app: AppModel { AppModel(core: core, language: .english) }

    /// A recogniser that finds these lines in any photo.
    struct Lines: TextReader {
        let found: [String]
        func lines(in photo: [UInt8]) async -> [String] { found }
    }

    @Test("the text of a licence is read here, and only its code stays")
    func licence() async {
        let app = app
        let scan = ScanModel(app)
        #expect(scan.outline["photo"] == nil, "where nothing reads text, it is typed")
        app.textReader = Lines(found: ["营业执照", "统一社会信用代码", "91330106MA2CFLDG4R"])
        #expect(await scan.act(.press(.takePhoto)) == .photo(camera: true))
        core.answer("scan") {
            ScanView(kind: .business, uscc: "91330106MA2CFLDG4R", gtin: "", link: "", text: "Code", sign: nil)
        }
        await scan.read(photo: [1])
        #expect(scan.outline["open"]?.act == .go(.business(uscc: "91330106MA2CFLDG4R")))
        #expect(scan.typed[Input.scanned.rawValue] == "91330106MA2CFLDG4R")
    }

    @Test("a photo without text says so, and asks nothing")
    func unread() async {
        let app = app
        app.textReader = Lines(found: [])
        let scan = ScanModel(app)
        await scan.read(photo: [1])
        #expect(scan.outline["unread"] != nil && core.calls().isEmpty)
    }

    @Test("eight digits say which bars they are, and nothing else does")
    func bars() {
        #expect(ScanModel.text("04256212", isGS1: false, bars: .ean8) == "]E404256212")
        #expect(ScanModel.text("04256212", isGS1: false, bars: .upce) == "]E004256212")
        #expect(ScanModel.text("6901234567892", isGS1: false) == "6901234567892")
    }

    @Test("stopping with all of them is asked once more")
    func asksToStop() async throws {
        core.answer("watched") {
            let card = BusinessCard(uscc: "91", code: "91", name: "N", translated: "", region: "R", tags: [])
            let row = WatchedRow(card: card, group: .changed, changes: ["Its reply is new."], unknown: "", since: "S")
            return WatchedView(rows: [row], changed: 1, text: "1 business.")
        }
        core.answer("eraseWatched") { () }
        let model = WatchedModel(app)
        await model.load()
        #expect(model.outline["change 91 1"]?.label == "Its reply is new.")
        _ = await model.act(.press(.stopWatchingForGood))
        #expect(!core.calls().contains("eraseWatched"), "one tap stops nothing")
        _ = await model.act(try #require(model.outline["stop all"]?.act))
        _ = await model.act(try #require(model.outline["stop for good"]?.act))
        #expect(core.calls().contains("eraseWatched"))
    }

    @Test("a comparison keeps the order of choosing, and comes back")
    func order() async {
        core.answer("compare") {
            ComparisonView(businesses: [], sections: [], todo: "T", full: false, note: "", noteText: "")
        }
        let model = CompareModel(app, ["B"])
        for code in ["A", "B"] { _ = await model.act(.choose(.compared, code)) }
        #expect(model.codes == ["B", "A"])
        let again = CompareModel(app, [])
        again.restore(model.typed)
        #expect(again.codes == ["B", "A"])
        _ = await again.act(.choose(.leftOut, "B"))
        #expect(again.codes == ["A"])
    }
}

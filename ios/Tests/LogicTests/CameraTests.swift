import Core
import Foundation
import Observation
import Support
import Testing

@testable import Logic

/// What the camera reads, and when it rests.
@MainActor @Suite struct CameraTests {
    let core = WatchedCore()
    var app: AppModel { AppModel(core: core, language: .english) }

    @Test("a code that the camera sees again and again is read once, and shown; the person opens it")
    func seen() async {
        core.answer("scan") {
            ScanView(kind: .business, uscc: "91", gtin: "", link: "", text: "A business.", sign: nil)
        }
        let model = ScanModel(app)
        #expect(model.outline["camera"] != nil)
        await model.saw("91")
        for _ in 1...20 { await model.saw("92") }
        #expect(core.calls() == ["scan"])
        #expect(model.outline["open"]?.act == .go(.business(uscc: "91")))
        #expect(model.outline["camera"] == nil, "what was found stays until the person wants another code")
        _ = await model.act(.press(.watch))
        #expect(model.outline["open"] == nil && model.outline["camera"] != nil)
        await model.saw("92")
        #expect(core.calls() == ["scan"])
    }

    @Test("of a carton's code only the product's number is read")
    func carton() {
        let strings = "0106922255451427\u{1D}10AB"
        #expect(ScanModel.text(strings, isGS1: true) == "(01)06922255451427")
        #expect(ScanModel.text("\u{1D}" + strings, isGS1: true) == "(01)06922255451427")
        #expect(ScanModel.text(strings, isGS1: false) == strings)
        #expect(ScanModel.text("10AB", isGS1: true) == "10AB")
    }

    @Test("under another page the camera rests and what it reads is ignored")
    func covered() async {
        core.answer("scan") {
            ScanView(kind: .business, uscc: "91", gtin: "", link: "", text: "A business.", sign: nil)
        }
        let app = app
        let shell = Shell(app, Session(app), version: "1", licences: nil)
        await shell.act(.go(.scan), on: shell.screen(.home))
        let scan = shell.screen(.scan)
        await shell.act(.go(.freshness), on: scan)
        shell.isSeen(.scan, false)
        #expect(scan.outline["camera"] == nil)
        await shell.saw("91", on: scan)
        shell.isSeen(.scan, true)
        // A picture that was under way when the other page came.
        await shell.saw("91", on: scan)
        #expect(core.calls().isEmpty && scan.outline["open"] == nil)
        await shell.act(.back, on: shell.screen(.freshness))
        await shell.saw("91", on: scan)
        #expect(scan.outline["open"] != nil && shell.navigator.top == .scan)
    }
}

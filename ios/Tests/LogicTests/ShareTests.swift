import Core
import Foundation
import Support
import Testing

@testable import Logic

/// What would be saved as a file is offered to other apps, by the person's tap alone.
@MainActor @Suite struct ShareTests {
    let core = WatchedCore()
    private let phone = Hand()
    var app: AppModel { AppModel(core: core, language: .english) }

    private func shell() -> Shell {
        let app = app
        return Shell(app, Session(app), version: "1", licences: nil, platform: phone)
    }

    /// The files that the phone was given, by name.
    private var offered: [String: String] {
        get throws {
            guard case .share(let files) = phone.steps.last else { throw Unexpected("\(phone.steps)") }
            return try files.reduce(into: [:]) { found, file in
                found[file.url.lastPathComponent] = try String(contentsOf: file.url, encoding: .utf8)
            }
        }
    }

    @Test("a proof that was kept goes as the file that would be saved, and does not stay")
    func proof() async throws {
        let row = SavedAnswerRow(
            id: 1, uscc: "9", code: "C", name: "N", publisher: "P", saved: "S", said: "T", proof: "R", size: "2 kB")
        core.answer("answers") { SavedAnswersView(rows: [row], empty: "", note: "") }
        core.answer("exportAnswer") { AnswerFile(fileName: "standing-proof.json", json: "{}") }
        let shell = shell()
        await shell.act(.go(.answers), on: shell.screen(.home))
        let page = shell.screen(.answers)
        await page.load()
        await shell.act(try #require(page.outline["share 1"]?.act), on: page)
        #expect(try offered == ["standing-proof.json": "{}"])
        guard case .share(let files) = phone.steps.last, let file = files.first else { return }
        file.remove()
        #expect(!FileManager.default.fileExists(atPath: file.url.path))
        await shell.act(try #require(page.outline["export 1"]?.act), on: page)
        #expect(phone.steps.last == .save([File(name: "standing-proof.json", bytes: Array("{}".utf8))]))
    }

    @Test("what the core writes itself is offered from where it was written; what it cannot write is not")
    func archive() async throws {
        core.answer("archiveContents") { ArchiveView(fileName: "standing.zip", text: "T") }
        core.answer("exportAll") { ArchiveView(fileName: "standing.zip", text: "T") }
        let shell = shell()
        await shell.act(.go(.archive), on: shell.screen(.home))
        let page = shell.screen(.archive)
        await page.load()
        let share = try #require(page.outline["share"]?.act)
        await shell.act(share, on: page)
        guard case .share(let files) = phone.steps.last else { throw Unexpected("\(phone.steps)") }
        #expect(files.map(\.url.lastPathComponent) == ["standing.zip"])
        core.answer("exportAll") { throw AppError.Storage(code: "x", happened: "H.", safe: "S.", todo: "T.") }
        await shell.act(share, on: page)
        #expect(phone.steps.count == 1 && page.outline["problem"] != nil)
    }
}

/// Remembers what it was asked.
@MainActor private final class Hand: Platform {
    var steps: [Step] = []
    func take(_ step: Step, for screen: any Screen) { steps.append(step) }
    func read(_ text: String, _ language: Language) {}
    func askForNotices() {}
}

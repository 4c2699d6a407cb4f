import Core
import Foundation
import Support

@testable import Logic

/// Every screen in its states, as a phone shows them that joins a sandbox, syncs, records and loses its network.
@MainActor final class Gallery {
    /// One state of a screen.
    struct Picture: Sendable {
        let name: String
        let outline: Outline
        /// What it cost: the calls to the core.
        let calls: [String]
        /// The screen was opened for this picture, and nothing else was done.
        let isOpened: Bool
    }

    let core: WatchedCore
    let app: AppModel
    let session: Session
    let sandbox: Sandbox
    private(set) var pictures: [Picture] = []
    private let phone: Phone

    init(_ language: Language) throws {
        phone = try Phone()
        sandbox = try Sandbox()
        core = WatchedCore(try phone.open(language == .english ? "en-GB" : "zh-Hans-CN"))
        app = AppModel(core: core, language: language)
        session = Session(app)
    }

    /// Shows a screen for the first time and keeps what it says.
    func show(_ name: String, _ screen: any Screen) async {
        _ = core.calls()
        await screen.load()
        keep(name, screen, isOpened: true)
    }

    /// Keeps what a screen says now.
    func keep(_ name: String, _ screen: any Screen, isOpened: Bool = false) {
        pictures.append(Picture(name: name, outline: screen.outline, calls: core.calls(), isOpened: isOpened))
    }

    /// Does something on a screen, and keeps what it says then.
    @discardableResult
    func act(_ name: String, _ screen: any Screen, _ acts: Act...) async -> Step? {
        var step: Step?
        for act in acts { step = await screen.act(act) }
        keep(name, screen)
        return step
    }

    /// The membership that is looked at.
    var membership: MembershipId { session.current ?? "" }

    /// Visits everything, in the order of a resident's first days.
    static func all(_ language: Language) async throws -> [Picture] {
        let gallery = try Gallery(language)
        try await gallery.visit()
        return gallery.pictures
    }

    private func visit() async throws {
        await app.readSettings()
        await session.load()
        try await join()
        try await readStatement()
        try await doubt()
        try await lookUp()
        try await record()
        await contest()
        await settle()
        try await joinTheCity()
        try await trouble()
        await erase()
    }

    /// Writes the pictures where a person can look through them.
    static func write(_ pictures: [Picture], _ language: String) throws {
        let folder = "\(setting("STANDING_PICTURES"))/\(language)"
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for picture in pictures {
            let path = "\(folder)/\(picture.name).txt"
            try picture.outline.picture.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let calls = pictures.map { "\($0.calls.count)  \($0.name)  \($0.calls.joined(separator: " "))\n" }.joined()
        try calls.write(toFile: "\(folder)/CALLS.txt", atomically: true, encoding: .utf8)
    }
}

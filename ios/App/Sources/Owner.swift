import Core
import Foundation
import ImageIO
import Logic
import Observation
import SwiftUI
import UI
import UniformTypeIdentifiers

/// Owns what lives as long as the process: the way in, and the glue around it.
@MainActor @Observable final class Owner {
    static let shared = Owner()

    let entrance: Entrance
    let papers = SystemSheets()
    @ObservationIgnored private let network = NetworkWatch()
    @ObservationIgnored private let phoneLock = PhoneLock()
    @ObservationIgnored private let voice = Voice()
    @ObservationIgnored private let spareTime = SpareTime()
    @ObservationIgnored let camera = CodeCamera()

    private init() {
        let language = Bundle.main.preferredLocalizations.first?.hasPrefix("zh") == true ? Language.chinese : .english
        let keychain = Keychain()
        let eraseAll: @Sendable () throws -> Void = {
            try keychain.eraseAll()
            try Folder.erase()
        }
        let keys = Opening.Keys(areLost: { keychain.isLost }, eraseAll: eraseAll)
        let opening = Opening(language, keys: keys) {
            try Core.App.open(
                folder: Folder.core.prepared(), locale: Bundle.main.preferredLocalizations.first ?? "en",
                secrets: keychain)
        }
        entrance = Entrance(
            opening, SealedBookmarks(keychain), version: Bundle.main.version, licences: Bundle.main.licences)
        entrance.platform = self
        entrance.screenLock = phoneLock
        SpareFile.clear()
        network.begin { [weak self] in self?.entrance.conditions = $0 }
        voice.told = { [weak self] in self?.shell?.app.reads($0) }
    }

    /// The app; nothing while it is not open.
    var shell: Shell? { entrance.shell }

    /// The phone was unlocked, or the clock moved on: what is shown may be out of date.
    func cameForward() async {
        await entrance.open()
        shell?.app.textReader = LicenceText()
        await network.known()
        shell?.cameForward()
    }

    /// The app is seen again, locked or not. What was opened over it does not stay over the locked page.
    func returned() {
        entrance.returned()
        if shell?.app.lock.isLocked == true { papers.close() }
    }

    /// The app goes to the background, and may not come back. A sync that is at work goes on for a while.
    func wasLeft() {
        entrance.leave()
        if let shell { spareTime.begin(shell.app.syncing) }
    }

    /// A sync that nobody asked for. A phone that was not unlocked since it started gives out no key: the next time will
    /// do.
    func backgroundSync() async -> BackgroundSync.Ending {
        await entrance.open()
        await network.known()
        guard let shell else { return .locked }
        return await BackgroundSync(shell.app).run()
    }

    /// Says what no screen has a place for.
    func say(_ text: (Words) -> String) {
        if let shell { shell.said = text(shell.app.words) }
    }

    var allowsPictures: Bool { shell?.app.settings?.allowScreenshots ?? false }

    /// What only the glue can draw: the camera's picture and a photo.
    var glasses: Glasses {
        Glasses { [weak self] element, screen in
            guard let self else { return nil }
            switch element.form {
            case .camera:
                return AnyView(
                    CameraPicture(camera: camera) { code in
                        Task { await self.shell?.saw(code, on: screen) }
                    })
            case .picture(let bytes):
                return AnyView(PhotoView(bytes: bytes))
            default: return nil
            }
        }
    }
}

extension Owner: Platform {
    func take(_ step: Step, for screen: any Screen) {
        switch step {
        case .save(let files): papers.saving = files
        case .move(let file): papers.moving = file
        case .share(let files): papers.sharing = Shared(files: files)
        case .copy(let text):
            UIPasteboard.general.setItems([[UTType.plainText.identifier: text]], options: [.localOnly: true])
        case .photo(let byCamera): Task { await papers.ask(byCamera: byCamera, for: screen as? any TakesPhoto) }
        case .print(let name, let html): Printing.print(name, html) { [weak self] in self?.say(\.letterNoPrinter) }
        case .light: camera.toggleLight()
        case .notices: Task { if !(await Notices.ask()) { openSettings() } }
        case .systemSettings: openSettings()
        case .calendar(let deadline): papers.day = CalendarDay(deadline: deadline)
        case .startOver:
            Notices.forget()
            Task { await entrance.startOver() }
        case .open, .replace, .back, .root: break
        }
    }

    private func openSettings() {
        if let url = URL(string: UIApplication.openSettingsURLString) { UIApplication.shared.open(url) }
    }

    func read(_ text: String, _ language: Language) {
        if !voice.read(text, language) { say(\.readAloudMissing) }
    }

    func askForNotices() { Task { _ = await Notices.ask() } }
}

/// A photo, small enough for the screen. It is made once, away from the thread that draws.
struct PhotoView: View {
    let bytes: [UInt8]
    @State private var small: UIImage?

    var body: some View {
        ZStack {
            if let small { Image(uiImage: small).resizable().scaledToFit() } else { ProgressView() }
        }
        .task(id: bytes) {
            let bytes = bytes
            small = await Task.detached { Self.small(bytes) }.value
        }
    }

    /// No side is longer than this many pixels.
    private nonisolated static let longest = 1200

    private nonisolated static func small(_ bytes: [UInt8]) -> UIImage? {
        let options: [CFString: Any] = [
            kCGImageSourceCreateThumbnailFromImageAlways: true, kCGImageSourceCreateThumbnailWithTransform: true,
            kCGImageSourceThumbnailMaxPixelSize: longest,
        ]
        guard let source = CGImageSourceCreateWithData(Data(bytes) as CFData, nil),
            let found = CGImageSourceCreateThumbnailAtIndex(source, 0, options as CFDictionary)
        else { return nil }
        return UIImage(cgImage: found)
    }
}

extension Bundle {
    var version: String { infoDictionary?["CFBundleShortVersionString"] as? String ?? "" }

    var licences: Licences? {
        url(forResource: "licences", withExtension: "json").flatMap { try? Data(contentsOf: $0) }
            .flatMap { Licences(json: $0) }
    }
}

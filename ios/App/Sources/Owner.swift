import Core
import Foundation
import Logic
import Observation
import SwiftUI
import UI
import UniformTypeIdentifiers

/// Owns what lives as long as the process: the way in, and the glue around it.
@MainActor @Observable final class Owner {
    static let shared = Owner()

    let entrance: Entrance
    let papers = PaperDesk()
    @ObservationIgnored private let network = NetworkWatch()
    @ObservationIgnored private let voice = Voice()
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
        network.begin { [weak self] in self?.entrance.conditions = $0 }
    }

    /// The app; nothing while it is not open.
    var shell: Shell? { entrance.shell }

    /// The phone was unlocked, or the clock moved on: what is shown may be out of date.
    func cameForward() async {
        if let shell { shell.desk.tellNews() } else { await entrance.open() }
        // The system asks the person once. Before joining there is nothing to announce.
        if shell?.session.active.isEmpty == false { _ = await Notices.ask() }
    }

    var allowsPictures: Bool { shell?.desk.settings?.allowScreenshots ?? false }

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
                return UIImage(data: Data(bytes)).map { AnyView(Image(uiImage: $0).resizable().scaledToFit()) }
            default: return nil
            }
        }
    }
}

extension Owner: Platform {
    func take(_ step: Step, for screen: any Screen) {
        switch step {
        case .save(let files): papers.saving = files
        case .copy(let text):
            UIPasteboard.general.setItems([[UTType.plainText.identifier: text]], options: [.localOnly: true])
        case .photo(let byCamera): papers.ask(byCamera: byCamera, for: screen as? FormModel)
        case .light: camera.toggleLight()
        case .systemSettings:
            if let url = URL(string: UIApplication.openSettingsURLString) { UIApplication.shared.open(url) }
        case .calendar(let deadline): papers.day = CalendarDay(deadline: deadline)
        case .beginAnew:
            Notices.forget()
            Task { await entrance.beginAnew() }
        case .open, .replace, .back, .root: break
        }
    }

    func read(_ text: String, _ language: Language) { voice.read(text, language) }
}

extension Bundle {
    var version: String { infoDictionary?["CFBundleShortVersionString"] as? String ?? "" }

    var licences: Licences? {
        url(forResource: "licences", withExtension: "json").flatMap { try? Data(contentsOf: $0) }
            .flatMap { Licences(json: $0) }
    }
}

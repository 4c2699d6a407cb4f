import Core
import Foundation
import Observation

/// What is shipped with the app and under which licence, as `cargo xtask generate` lists it.
public struct Licences: Decodable, Equatable, Sendable {
    /// One package.
    public struct Package: Decodable, Equatable, Sendable {
        public let name: String
        public let version: String
        public let licence: String
        public let texts: [String]
    }

    public let packages: [Package]
    /// Each text once, by the id that packages name.
    public let texts: [String: String]

    /// Reads the list that is shipped; nothing if it is not the list.
    public init?(json: Data) {
        guard let found = try? JSONDecoder().decode(Licences.self, from: json) else { return nil }
        self = found
    }
}

/// The licences of everything that is shipped, texts included: most of them ask for exactly that.
@MainActor @Observable public final class LicencesModel: Screen {
    private let app: AppModel
    private let licences: Licences?

    public init(_ app: AppModel, _ licences: Licences?) {
        self.app = app
        self.licences = licences
    }

    public var outline: Outline {
        let words = app.words
        guard let licences else {
            return Outline(words.moreLicences, body: [.text("empty", words.screenEmpty)])
        }
        let rows = licences.packages.map { one in
            Element.row("\(one.name) \(one.version)", Row(one.name, value: one.version, lines: [one.licence]), nil)
        }
        let texts = licences.texts.sorted { $0.key < $1.key }.map { Element.text("text \($0.key)", $0.value, .small) }
        return Outline(words.moreLicences, body: rows + texts)
    }
}

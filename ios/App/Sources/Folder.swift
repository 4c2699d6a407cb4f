import Foundation

/// The folders of what is kept: never in a backup, readable only after the phone was unlocked once.
enum Folder: String, CaseIterable {
    /// The core's own: nothing else is written there.
    case core = "standing"
    /// What was left open, sealed.
    case left

    private var place: URL { .applicationSupportDirectory.appending(path: rawValue, directoryHint: .isDirectory) }

    func prepared() throws -> String {
        var folder = place
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true,
            attributes: [.protectionKey: FileProtectionType.completeUntilFirstUserAuthentication])
        // A backup would carry sealed data to where no key is, and an old one back to here.
        var values = URLResourceValues()
        values.isExcludedFromBackup = true
        try folder.setResourceValues(values)
        return folder.path(percentEncoded: false)
    }

    /// Erases all of them, with everything in them.
    static func erase() throws {
        for folder in allCases where FileManager.default.fileExists(atPath: folder.place.path(percentEncoded: false)) {
            try FileManager.default.removeItem(at: folder.place)
        }
    }
}

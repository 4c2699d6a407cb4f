import Foundation

/// The folder of everything that is kept: never in a backup, readable only after the phone was unlocked once.
enum Folder {
    static func prepared() throws -> String {
        var folder = URL.applicationSupportDirectory.appending(path: "standing", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true,
            attributes: [.protectionKey: FileProtectionType.completeUntilFirstUserAuthentication])
        // A backup would carry sealed data to where no key is, and an old one back to here.
        var values = URLResourceValues()
        values.isExcludedFromBackup = true
        try folder.setResourceValues(values)
        return folder.path(percentEncoded: false)
    }
}

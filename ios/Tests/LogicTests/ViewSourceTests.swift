import Foundation
import Testing

/// The views lay out what `Logic` says. What they say themselves would be in one language, and in no test.
@Suite struct ViewSourceTests {
    @Test("the views hold no text of their own, only names of symbols")
    func noText() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/UI").standardized
        let found = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.allObjects ?? []
        let files = found.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
        #expect(files.count > 10)
        for file in files {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let code = line.prefix(upTo: line.range(of: "//")?.lowerBound ?? line.endIndex)
                for literal in code.matches(of: #/"([^"]*)"/#) {
                    #expect(literal.1.wholeMatch(of: #/[a-z0-9.]*/#) != nil, "\(file.lastPathComponent): \(literal.0)")
                }
            }
        }
    }
}

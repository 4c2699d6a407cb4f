import Core
import Testing

@Suite struct LibraryTests {
    @Test("library and bindings are of one version")
    func matches() { #expect(Library.found == .matches) }
}

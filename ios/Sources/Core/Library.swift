/// Whether the Rust library and these bindings were made from the same surface.
///
/// Generated code ends the app when they were not. Ask this first, so that a person is told why.
public enum Library: Equatable, Sendable {
    /// They belong together.
    case matches
    /// The library is of another version, or of another build.
    case differs

    /// What the library in this app says.
    public static var found: Library {
        initializationResult == .ok ? .matches : .differs
    }
}

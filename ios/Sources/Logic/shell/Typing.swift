/// A screen with something typed in it that is not kept anywhere else: it survives the end of the app.
@MainActor public protocol Typing: Screen {
    /// What was typed, by field.
    var typed: [String: String] { get }
    /// Takes in what was typed before the app ended.
    func restore(_ typed: [String: String])
}

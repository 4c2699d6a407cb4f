import SwiftUI
import UIKit

/// Covers the app where others may look: in the app switcher, which takes its picture while a scene is inactive, and
/// while the screen is recorded or shown elsewhere.
struct Covering: ViewModifier {
    let owner: Owner
    @Environment(\.isSceneCaptured) private var isCaptured

    func body(content: Content) -> some View {
        content.background {
            CoverAnchor(isWatched: isCaptured && !owner.allowsPictures).accessibilityHidden(true)
        }
    }
}

/// Lays the cover over everything in a window of its own: sheets, pickers and alerts lie above any view of the app's.
struct CoverAnchor: UIViewRepresentable {
    let isWatched: Bool

    func makeUIView(context: Context) -> Anchor { Anchor() }
    func updateUIView(_ anchor: Anchor, context: Context) { anchor.isWatched = isWatched }

    /// Knows the scene that it lies in, also while a full-screen sheet has taken it out of its window.
    final class Anchor: UIView {
        var isWatched = false { didSet { lay() } }
        private var isAway = false { didSet { lay() } }
        private weak var scene: UIWindowScene?
        private var cover: UIWindow?

        override func didMoveToWindow() {
            super.didMoveToWindow()
            guard scene == nil, let found = window?.windowScene else { return }
            scene = found
            let centre = NotificationCenter.default
            centre.addObserver(self, selector: #selector(left), name: UIScene.willDeactivateNotification, object: found)
            centre.addObserver(self, selector: #selector(back), name: UIScene.didActivateNotification, object: found)
            isAway = found.activationState == .background
        }

        @objc private func left() { isAway = true }
        @objc private func back() { isAway = false }

        private func lay() {
            guard isWatched || isAway, let scene else {
                cover?.isHidden = true
                cover = nil
                return
            }
            guard cover == nil else { return }
            let made = UIWindow(windowScene: scene)
            made.windowLevel = .alert + 1
            made.rootViewController = UIHostingController(rootView: Cover())
            // Never the key window: what was being typed goes on afterwards.
            made.isHidden = false
            cover = made
        }
    }
}

/// What is shown instead of the app: its name, nothing about the person.
struct Cover: View {
    var body: some View {
        ZStack {
            Color(.systemBackground).ignoresSafeArea()
            Text(LocalizedStringKey("covered-screen")).font(.title)
        }
    }
}

import Core
import Logic
import SwiftUI

/// The whole app: the four tabs while it is open, and why not while it is not.
public struct RootView: View {
    private let entrance: Entrance
    private let glasses: Glasses

    public init(_ entrance: Entrance, _ glasses: Glasses) {
        self.entrance = entrance
        self.glasses = glasses
    }

    public var body: some View {
        if let outline = entrance.outline {
            Styled(entrance.manner) {
                OutlineView(outline: outline, glasses: glasses, screen: nil) { act in
                    Task { await entrance.act(act) }
                }
            }
        } else if let shell = entrance.shell {
            Styled(shell.app.manner, textPercent: shell.app.settings?.textPercent ?? 100) {
                TabsView(shell: shell, glasses: glasses).modifier(Said(shell: shell))
            }
            .preferredColorScheme(shell.app.settings?.appearance.map { $0 == .dark ? .dark : .light })
        }
    }
}

/// Home, Businesses, Records, More; each with what lies above it.
struct TabsView: View {
    let shell: Shell
    let glasses: Glasses
    @Environment(\.horizontalSizeClass) private var width

    var body: some View {
        TabView(selection: tab) {
            ForEach(Place.roots, id: \.self) { root in
                stack(root).tabItem { Label(name(root), systemImage: symbol(root)) }.tag(root)
            }
        }
    }

    /// One column; on a wide screen the list stays beside what was opened from it.
    @ViewBuilder private func stack(_ root: Place) -> some View {
        if width == .regular {
            NavigationSplitView {
                PageView(shell: shell, place: root, glasses: glasses)
            } detail: {
                NavigationStack(path: path(root)) {
                    ToneView(text: shell.app.words.paneEmpty, tone: .quiet)
                        .navigationDestination(for: Place.self) { page($0) }
                }
            }
        } else {
            NavigationStack(path: path(root)) {
                page(root).navigationDestination(for: Place.self) { page($0) }
            }
        }
    }

    private func page(_ place: Place) -> some View { PageView(shell: shell, place: place, glasses: glasses) }

    private var tab: Binding<Place> {
        let navigator = shell.navigator
        return Binding(get: { @MainActor in navigator.tab }, set: { @MainActor in navigator.open($0) })
    }

    /// Each tab has a path of its own: the stack of one that was left may still write to it.
    private func path(_ root: Place) -> Binding<[Place]> {
        let navigator = shell.navigator
        return Binding(get: { @MainActor in navigator[root] }, set: { @MainActor in navigator[root] = $0 })
    }

    private func name(_ root: Place) -> String {
        let words = shell.app.words
        return switch root {
        case .businesses: words.tabBusinesses
        case .records: words.tabRecords
        case .more: words.tabMore
        default: words.tabHome
        }
    }

    private func symbol(_ root: Place) -> String {
        switch root {
        case .businesses: "building.2"
        case .records: "doc.text"
        case .more: "line.3.horizontal"
        default: "house"
        }
    }
}

/// Says over everything what a screen has no place for, until the person closes it.
struct Said: ViewModifier {
    let shell: Shell

    func body(content: Content) -> some View {
        content.alert(shell.said ?? "", isPresented: isSaid) {
            Button(action: { shell.said = nil }, label: { Text(shell.app.words.actionClose) })
        }
    }

    private var isSaid: Binding<Bool> {
        let shell = shell
        return Binding(
            get: { @MainActor in shell.said != nil }, set: { @MainActor in if !$0 { shell.said = nil } })
    }
}

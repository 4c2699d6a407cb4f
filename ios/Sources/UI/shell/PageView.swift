import Logic
import SwiftUI

/// A screen: lays its outline out, and sends its acts.
struct PageView: View {
    let shell: Shell
    let place: Place
    let glasses: Glasses
    @Environment(\.style) private var style

    var body: some View {
        let screen = shell.screen(place)
        OutlineView(outline: screen.outline, glasses: glasses, screen: screen) { act in
            Task { await shell.act(act, on: screen) }
        }
        .task(id: shell.app.news) { await screen.load() }
        .onAppear { shell.isSeen(place, true) }
        .onDisappear { shell.isSeen(place, false) }
    }
}

/// An outline on a page: a column that scrolls, and a dock that stays, or ends the page in elder mode.
struct OutlineView: View {
    let outline: Outline
    let glasses: Glasses
    let screen: (any Screen)?
    let act: @MainActor (Act) -> Void
    @Environment(\.style) private var style

    var body: some View {
        ScrollView {
            LazyVStack(alignment: .leading, spacing: 4) {
                column(outline.body)
                if style.manner.elder { column(outline.dock) }
            }
            .padding(.horizontal, style.sizes.margin)
            .padding(.vertical, 12)
            .frame(maxWidth: 600)
        }
        .background(Color(style.tokens.paper))
        .modifier(Pulled(pull: outline.pull, act: act))
        .navigationTitle(outline.title)
        .toolbar { ForEach(outline.bar) { BarButton(element: $0, act: act) } }
        .safeAreaInset(edge: .bottom, spacing: 0) { if !style.manner.elder, !outline.dock.isEmpty { dock } }
    }

    private var dock: some View {
        VStack(spacing: 8) { column(outline.dock) }
            .padding(.horizontal, style.sizes.margin)
            .padding(.vertical, 12)
            .background(Color(style.tokens.paper))
    }

    private func column(_ elements: [Element]) -> some View {
        ForEach(elements) { element in
            ElementView(element: element, glass: screen.flatMap { glasses.glass(element, $0) }, act: act)
        }
    }
}

/// A page that does something when it is pulled down. What it does is seen on the page.
struct Pulled: ViewModifier {
    let pull: Act?
    let act: @MainActor (Act) -> Void

    @ViewBuilder func body(content: Content) -> some View {
        if let pull { content.refreshable { await act(pull) } } else { content }
    }
}

/// A small control beside the screen's name: a shape for the eye, its label for the ear.
struct BarButton: View {
    let element: Element
    let act: @MainActor (Act) -> Void

    var body: some View {
        Button(
            action: { if let asked = element.act { act(asked) } },
            label: { Image(systemName: symbol).frame(minWidth: 44, minHeight: 44) }
        )
        .accessibilityLabel(element.label)
    }

    private var symbol: String {
        switch element.act {
        case .press(.hideAmounts): "eye"
        case .press(.showAmounts): "eye.slash"
        default: "textformat.size"
        }
    }
}

/// What only the glue can draw: the camera's picture, a photo. Without it the place stays empty.
public struct Glasses {
    let glass: @MainActor (Element, any Screen) -> AnyView?

    /// The glue's views by element.
    public init(_ glass: @escaping @MainActor (Element, any Screen) -> AnyView?) { self.glass = glass }
}

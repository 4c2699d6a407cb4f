import SwiftUI
import WidgetKit

/// Two ways into the app. It shows nothing about the person: it knows nothing.
@main struct StandingWidget: Widget {
    var body: some WidgetConfiguration {
        StaticConfiguration(kind: "org.standing.doors", provider: Doors()) { _ in DoorsView() }
            .configurationDisplayName(LocalizedStringKey("app-name"))
            .description(LocalizedStringKey("widget-note"))
            .supportedFamilies([.systemSmall, .systemMedium])
    }
}

struct Door: TimelineEntry {
    let date: Date
}

/// There is nothing that changes.
struct Doors: TimelineProvider {
    func placeholder(in context: Context) -> Door { Door(date: .now) }
    func getSnapshot(in context: Context, completion: @escaping @Sendable (Door) -> Void) {
        completion(Door(date: .now))
    }
    func getTimeline(in context: Context, completion: @escaping @Sendable (Timeline<Door>) -> Void) {
        completion(Timeline(entries: [Door(date: .now)], policy: .never))
    }
}

struct DoorsView: View {
    @Environment(\.widgetFamily) private var family

    var body: some View {
        doors.containerBackground(Color("WidgetBackground"), for: .widget)
    }

    /// The small one is one button as a whole: the system follows no link inside it.
    @ViewBuilder private var doors: some View {
        if family == .systemSmall {
            label("action-search", "building.2").widgetURL(URL(string: "standing-app://businesses"))
        } else {
            VStack(alignment: .leading, spacing: 12) {
                door("action-search", "building.2", "standing-app://businesses")
                door("action-record", "square.and.pencil", "standing-app://record")
            }
        }
    }

    private func door(_ text: String, _ symbol: String, _ url: String) -> some View {
        Link(destination: URL(string: url)!) { label(text, symbol) }
    }

    private func label(_ text: String, _ symbol: String) -> some View {
        Label(LocalizedStringKey(text), systemImage: symbol).frame(minHeight: 44)
    }
}

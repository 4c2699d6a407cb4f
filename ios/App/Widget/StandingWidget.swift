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
    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            door("action-search", "building.2", "standing-app://businesses")
            door("action-record", "square.and.pencil", "standing-app://records")
        }
        .containerBackground(.background, for: .widget)
    }

    private func door(_ label: String, _ symbol: String, _ url: String) -> some View {
        Link(destination: URL(string: url)!) {
            Label(LocalizedStringKey(label), systemImage: symbol).frame(minHeight: 44)
        }
    }
}

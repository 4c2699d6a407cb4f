import Foundation

/// A day as a draft writes it, `2026-11-23`, and as a date picker of the phone takes it: that day's noon, in the phone's
/// time zone, so that no zone and no summer time moves it to another day.
public struct Day: Equatable, Sendable {
    public let date: Date

    public init(_ date: Date) { self.date = date }

    public init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        let day = DateComponents(year: parts[0], month: parts[1], day: parts[2], hour: 12)
        guard let date = Day.calendar.date(from: day) else { return nil }
        self.date = date
    }

    public var text: String {
        let parts = Day.calendar.dateComponents([.year, .month, .day], from: date)
        let padded = [parts.month, parts.day].map { number in
            let text = "\(number ?? 0)"
            return text.count < 2 ? "0\(text)" : text
        }
        return "\(parts.year ?? 0)-\(padded[0])-\(padded[1])"
    }

    /// The phone may count years otherwise; a record never does.
    private static var calendar: Calendar { Calendar(identifier: .gregorian) }
}

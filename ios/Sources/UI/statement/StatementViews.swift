import Logic
import SwiftUI

/// The total, where it stands, and one line of change.
struct ScoreView: View {
    let score: Score
    @Environment(\.style) private var style
    @ScaledMetric(relativeTo: .largeTitle) private var size: CGFloat = 72

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            ToneView(text: score.title, tone: .quiet)
            ViewThatFits(in: .horizontal) {
                HStack(alignment: .firstTextBaseline, spacing: 8) {
                    number
                    Spacer(minLength: 8)
                    tier
                }
                VStack(alignment: .leading, spacing: 4) {
                    number
                    tier
                }
            }
            if !score.line.isEmpty { ToneView(text: score.line, tone: .quiet) }
        }
        .privacySensitive()
    }

    private var number: some View {
        HStack(alignment: .firstTextBaseline, spacing: 8) {
            Text(score.number).font(.system(size: size, weight: .semibold)).monospacedDigit()
            Text(score.of).foregroundStyle(Color(style.tokens.ink2))
        }
    }

    private var tier: some View { Text(score.tier).font(.title.weight(.semibold)) }
}

/// A signed number with its reason. Points are ink, whatever their sign.
struct PointsView: View {
    let row: PointsRow
    let opens: Bool
    @Environment(\.style) private var style

    var body: some View {
        Hairline {
            HStack(alignment: .top, spacing: style.sizes.gap) {
                if !row.points.isEmpty {
                    Text(row.points).font(.headline).monospacedDigit().frame(minWidth: 44, alignment: .leading)
                }
                VStack(alignment: .leading, spacing: 4) {
                    Text(row.title).font(.body.weight(.semibold)).wide()
                    if !row.detail.isEmpty { ToneView(text: row.detail, tone: .small) }
                    if let mark = row.mark { MarkView(mark: mark) }
                }
                if opens { Chevron() }
            }
            .privacySensitive()
        }
    }
}

/// A line of the sum, with what counts so far.
struct LedgerView: View {
    let line: LedgerLine
    @Environment(\.style) private var style

    var body: some View {
        Hairline {
            HStack(alignment: .top, spacing: style.sizes.gap) {
                VStack(alignment: .leading, spacing: 2) {
                    Text(line.label).wide()
                    if !line.detail.isEmpty { ToneView(text: line.detail, tone: .small) }
                }
                Text(line.points).monospacedDigit().frame(minWidth: 44, alignment: .trailing)
                Text(line.soFar).font(.headline).monospacedDigit().frame(minWidth: 44, alignment: .trailing)
                if line.opens { Chevron() }
            }
            .privacySensitive()
        }
    }
}

/// The end of the sum, under a double rule.
struct TotalView: View {
    let label: String
    let points: String
    @Environment(\.style) private var style

    var body: some View {
        VStack(alignment: .leading, spacing: 3) {
            Rectangle().fill(Color(style.tokens.ink)).frame(height: 1)
            Rectangle().fill(Color(style.tokens.ink)).frame(height: 1)
            HStack(alignment: .firstTextBaseline) {
                Text(label).font(.headline).wide()
                Text(points).font(.title.weight(.semibold)).monospacedDigit()
            }
        }
        .padding(.vertical, 8)
        .privacySensitive()
    }
}

/// Household stars: marks for the eye, a text for the ear.
struct StarsView: View {
    let name: String
    let stars: Int
    let of: Int
    let text: String
    @Environment(\.style) private var style

    var body: some View {
        VStack(alignment: .leading, spacing: 2) {
            Text(name).wide()
            HStack(spacing: 2) {
                ForEach(0..<max(of, 0), id: \.self) { index in
                    Image(systemName: index < stars ? "star.fill" : "star").accessibilityHidden(true)
                }
                Text(text).font(.subheadline).monospacedDigit().padding(.leading, 8)
            }
        }
        .frame(maxWidth: .infinity, minHeight: 44, alignment: .leading)
    }
}

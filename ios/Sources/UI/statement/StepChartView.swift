import Core
import Logic
import SwiftUI

/// A step for each statement over the tiers: ink only, since no score is good or bad by its colour. To VoiceOver it is
/// one picture with one sentence; the same figures are in the table below it.
struct StepChartView: View {
    let chart: StoryChart
    @Environment(\.style) private var style

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            names(chart.rulebooks)
            HStack(alignment: .top, spacing: 8) {
                plot
                tiers.frame(width: 96)
            }
            names(chart.ticks)
        }
        .privacySensitive()
    }

    private var plot: some View {
        let (tokens, drawing) = (style.tokens, StepDrawing(chart))
        return ZStack {
            ChartShape { drawing.bands($0) }.fill(Color(tokens.sunk))
            ChartShape { drawing.rulebooks($0) }
                .stroke(Color(tokens.ink2), style: StrokeStyle(lineWidth: 1, dash: [2, 4]))
            ChartShape { drawing.line($0) }.stroke(Color(tokens.ink), lineWidth: 2.5)
            ChartShape { drawing.steps(.holds, $0) }.fill(Color(tokens.ink))
            ChartShape { drawing.steps(.unknown, $0) }
                .stroke(Color(tokens.unknown), style: StrokeStyle(lineWidth: 2, dash: [3, 2]))
            ChartShape { drawing.steps(.fails, $0) }.fill(Color(tokens.fails))
        }
        .frame(maxWidth: .infinity, minHeight: 200)
    }

    /// From the top down, as in the plot.
    private var tiers: some View {
        VStack(alignment: .leading, spacing: 4) {
            ForEach(Array(chart.bands.reversed()), id: \.name) { band in
                ToneView(text: band.name, tone: band.isCurrent ? .strong : .small)
                ToneView(text: band.range, tone: .quiet)
            }
        }
    }

    private func names(_ marks: [StoryMark]) -> some View {
        HStack(alignment: .top, spacing: 8) {
            ForEach(marks, id: \.at) { ToneView(text: $0.label, tone: .quiet) }
        }
    }
}

/// What is drawn into the room that there is.
struct ChartShape: Shape {
    let draw: @Sendable (CGRect) -> Path

    nonisolated func path(in room: CGRect) -> Path { draw(room) }
}

/// Where each part of a chart lies.
private struct StepDrawing: Sendable {
    private let chart: StoryChart

    init(_ chart: StoryChart) { self.chart = chart }

    private func point(_ at: UInt32, _ points: Int32, _ room: CGRect) -> CGPoint {
        let across = chart.days == 0 ? 0 : CGFloat(at) / CGFloat(chart.days)
        let span = CGFloat(max(chart.highest - chart.lowest, 1))
        let up = CGFloat(points - chart.lowest) / span
        let inset: CGFloat = 8
        return CGPoint(
            x: room.minX + inset + (room.width - 2 * inset) * across, y: room.maxY - room.height * up)
    }

    /// Every second tier has a ground.
    func bands(_ room: CGRect) -> Path {
        var path = Path()
        for (index, band) in chart.bands.enumerated() where index % 2 == 1 {
            let (top, bottom) = (point(0, band.to, room).y, point(0, band.from, room).y)
            path.addRect(CGRect(x: room.minX, y: top, width: room.width, height: bottom - top))
        }
        return path
    }

    func rulebooks(_ room: CGRect) -> Path {
        var path = Path()
        for mark in chart.rulebooks {
            let x = point(mark.at, chart.lowest, room).x
            path.move(to: CGPoint(x: x, y: room.minY))
            path.addLine(to: CGPoint(x: x, y: room.maxY))
        }
        return path
    }

    /// Level until the next statement, then up or down; not across one that is missing.
    func line(_ room: CGRect) -> Path {
        var path = Path()
        for (step, next) in zip(chart.steps, chart.steps.dropFirst()) where next.joined {
            let (from, to) = (point(step.at, step.points, room), point(next.at, next.points, room))
            path.move(to: from)
            path.addLine(to: CGPoint(x: to.x, y: from.y))
            path.addLine(to: to)
        }
        return path
    }

    /// A dot for each statement in this state; what fails is square, so that its colour is not needed.
    func steps(_ state: CheckState, _ room: CGRect) -> Path {
        var path = Path()
        for (index, step) in chart.steps.enumerated() where step.state == state {
            let centre = point(step.at, step.points, room)
            let radius: CGFloat = state == .fails ? 8 : index == chart.steps.count - 1 ? 6 : 4.5
            let room = CGRect(x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius)
            if state == .fails { path.addRect(room) } else { path.addEllipse(in: room) }
        }
        return path
    }
}

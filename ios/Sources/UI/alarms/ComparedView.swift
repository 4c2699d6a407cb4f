import Logic
import SwiftUI

/// What several documents say of one thing: side by side, or each below its name where that does not fit.
struct ComparedView: View {
    let compared: Compared
    @Environment(\.style) private var style
    @Environment(\.dynamicTypeSize) private var size

    var body: some View {
        Hairline {
            VStack(alignment: .leading, spacing: 6) {
                if !compared.label.isEmpty { ToneView(text: compared.label, tone: .small) }
                if let mark = compared.mark { MarkView(mark: mark) }
                if apart {
                    VStack(alignment: .leading, spacing: 12) { cells }
                } else {
                    HStack(alignment: .top, spacing: style.sizes.gap) { cells }
                }
            }
        }
    }

    private var apart: Bool { compared.names.count > 2 || style.manner.elder || size.isAccessibilitySize }

    private var cells: some View {
        ForEach(compared.sides) { side in
            VStack(alignment: .leading, spacing: 4) {
                if apart || compared.isHead { ToneView(text: side.name, tone: .quiet) }
                if !side.cell.text.isEmpty { ToneView(text: side.cell.text, tone: compared.isHead ? .strong : .body) }
                if let mark = side.cell.mark { MarkView(mark: mark) }
            }
            .frame(maxWidth: .infinity, alignment: .leading)
        }
    }
}

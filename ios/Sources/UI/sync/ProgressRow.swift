import Logic
import SwiftUI

/// How far long work is.
struct ProgressRow: View {
    let text: String
    let done: Int
    let total: Int
    @Environment(\.accessibilityReduceMotion) private var still

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            Text(text).wide()
            if total > 0 {
                ProgressView(value: Double(min(done, total)), total: Double(total))
                    .animation(still ? nil : .default, value: done)
            } else {
                ProgressView()
            }
        }
        .padding(.vertical, 12)
    }
}

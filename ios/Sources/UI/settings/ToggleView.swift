import Logic
import SwiftUI

/// A switch with what it does.
struct ToggleView: View {
    let title: String
    let note: String
    let on: Bool
    let turn: @MainActor (Bool) -> Void

    var body: some View {
        Hairline {
            Toggle(isOn: value) {
                VStack(alignment: .leading, spacing: 2) {
                    Text(title).wide()
                    if !note.isEmpty { ToneView(text: note, tone: .small) }
                }
            }
        }
    }

    private var value: Binding<Bool> {
        let (on, turn) = (on, turn)
        return Binding(get: { @MainActor in on }, set: { @MainActor in turn($0) })
    }
}

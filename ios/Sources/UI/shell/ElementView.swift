import Logic
import SwiftUI

/// One element: its look, and to a screen reader exactly its label, value and traits. Fields, days, choices and switches
/// are the system's own controls, which say their value and traits themselves.
struct ElementView: View {
    let element: Element
    let glass: AnyView?
    let act: @MainActor (Act) -> Void

    var body: some View {
        switch element.form {
        case .field(let field):
            FieldView(field: field, enabled: element.enabled) { act(.write(field.input, $0)) }
                .accessibilityIdentifier(element.id)
        case .day(let field):
            DayView(field: field) { act(.choose(field.input, $0)) }.accessibilityIdentifier(element.id)
        case .choice(let choice):
            ChoiceView(choice: choice) { act(.choose(choice.input, $0)) }.accessibilityIdentifier(element.id)
        case .toggle(let title, let note, let on):
            ToggleView(title: title, note: note, on: on) { _ in if let asked = element.act { act(asked) } }
                .accessibilityIdentifier(element.id)
        default: said
        }
    }

    /// What is only read, or is one button as a whole.
    @ViewBuilder private var said: some View {
        if let asked = element.act {
            Button(action: { act(asked) }, label: { LookView(element: element, glass: glass) })
                .buttonStyle(.plain)
                .disabled(!element.enabled)
                // The label replaces what the parts say; the button stays one that every assistive tool can press.
                .accessibilityLabel(element.label)
                .accessibilityValue(element.value)
                .accessibilityAddTraits(traits)
                .accessibilityIdentifier(element.id)
        } else {
            LookView(element: element, glass: glass)
                .accessibilityElement(children: .ignore)
                .accessibilityLabel(element.label)
                .accessibilityValue(element.value)
                .accessibilityAddTraits(traits)
                .accessibilityIdentifier(element.id)
        }
    }

    private var traits: AccessibilityTraits {
        element.traits.reduce(into: []) { all, trait in
            switch trait {
            case .header: all.insert(.isHeader)
            case .button: all.insert(.isButton)
            case .link: all.insert(.isLink)
            case .selected: all.insert(.isSelected)
            case .toggle: all.insert(.isToggle)
            case .image: all.insert(.isImage)
            case .updatesFrequently: all.insert(.updatesFrequently)
            case .field: break
            }
        }
    }
}

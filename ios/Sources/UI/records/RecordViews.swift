import Foundation
import Logic
import SwiftUI

/// A field to type in: label, hint, box, and what is wrong with it.
struct FieldView: View {
    let field: Field
    let enabled: Bool
    let write: @MainActor (String) -> Void
    /// What stands in the box at this moment: the model hears of it a moment later, and the cursor must not jump.
    @State private var text: String
    @Environment(\.style) private var style

    init(field: Field, enabled: Bool, write: @escaping @MainActor (String) -> Void) {
        self.field = field
        self.enabled = enabled
        self.write = write
        _text = State(initialValue: field.text)
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 6) {
            Text(field.label).font(.body.weight(.semibold)).wide().accessibilityHidden(true)
            if !field.hint.isEmpty { ToneView(text: field.hint, tone: .small).accessibilityHidden(true) }
            TextField(field.label, text: $text, axis: field.keys == .lines ? .vertical : .horizontal)
                .keyboardType(keyboard)
                .textInputAutocapitalization(
                    field.keys == .code ? .characters : field.keys == .link ? .never : .sentences
                )
                .autocorrectionDisabled(field.keys != .lines)
                .padding(.horizontal, 12)
                .frame(minHeight: 56)
                .background(Color(style.tokens.surface))
                .overlay { RoundedRectangle(cornerRadius: 8).stroke(edge, lineWidth: field.note == nil ? 1 : 2) }
                .disabled(!enabled)
                .accessibilityLabel(field.label)
                .accessibilityHint(field.said)
                .onChange(of: text) { _, typed in if typed != field.text { write(typed) } }
                .onChange(of: field.text) { _, now in text = now }
            if let note = field.note { MarkView(mark: note) }
        }
        .padding(.vertical, 8)
    }

    private var edge: Color {
        switch field.note?.sign {
        case .fails: Color(style.tokens.fails)
        case .needs: Color(style.tokens.needs)
        default: Color(style.tokens.lineStrong)
        }
    }

    private var keyboard: UIKeyboardType {
        switch field.keys {
        case .number: .numberPad
        case .code: .asciiCapable
        case .link: .URL
        case .words, .lines: .default
        }
    }
}

/// A day, never one to come. Before one was chosen none is shown: today would look as if it were.
struct DayView: View {
    let field: Field
    let choose: @MainActor (String) -> Void
    /// The calendar was asked for, and nothing is chosen in it yet.
    @State private var isOpen = false
    @Environment(\.style) private var style

    var body: some View {
        VStack(alignment: .leading, spacing: 6) {
            if field.text.isEmpty, !isOpen { Text(field.label).font(.body.weight(.semibold)).wide() }
            if !field.text.isEmpty || isOpen {
                DatePicker(field.label, selection: day, in: ...Date.now, displayedComponents: .date)
                    .accessibilityHint(field.note?.word ?? "")
            }
            if field.text.isEmpty { days }
            if let note = field.note { MarkView(mark: note) }
        }
        .padding(.vertical, 8)
    }

    /// The usual days, and the way to any other one.
    private var days: some View {
        VStack(alignment: .leading, spacing: 8) {
            if !isOpen { button(field.hint) { isOpen = true } }
            button(style.words.formToday) { choose(Day(.now).text) }
            if let yesterday = Calendar.current.date(byAdding: .day, value: -1, to: .now) {
                button(style.words.formYesterday) { choose(Day(yesterday).text) }
            }
        }
    }

    private func button(_ text: String, _ press: @escaping @MainActor () -> Void) -> some View {
        Button(action: press, label: { ButtonView(text: text, look: .outlined, enabled: true) }).buttonStyle(.plain)
    }

    private var day: Binding<Date> {
        let (text, choose) = (field.text, choose)
        return Binding(get: { @MainActor in Day(text)?.date ?? .now }, set: { @MainActor in choose(Day($0).text) })
    }
}

/// One of several: beside each other while they fit, else in a menu.
struct ChoiceView: View {
    let choice: Choice
    let choose: @MainActor (String) -> Void
    @Environment(\.dynamicTypeSize) private var size

    var body: some View {
        VStack(alignment: .leading, spacing: 6) {
            Text(choice.label).font(.body.weight(.semibold)).wide()
            if choice.options.count > 3 || size.isAccessibilitySize {
                picker.pickerStyle(.menu)
            } else {
                picker.pickerStyle(.segmented)
            }
            if let note = choice.note { MarkView(mark: note) }
        }
        .padding(.vertical, 8)
    }

    private var picker: some View {
        Picker(choice.label, selection: chosen) {
            ForEach(choice.options) { Text($0.text).tag($0.id) }
        }
        .accessibilityHint(choice.note?.word ?? "")
    }

    private var chosen: Binding<String> {
        let (id, choose) = (choice.chosen, choose)
        return Binding(get: { @MainActor in id }, set: { @MainActor in choose($0) })
    }
}

/// Something that happened, or is due: a filled dot, or a ring.
struct EventView: View {
    let text: String
    let when: String
    let done: Bool
    @Environment(\.style) private var style

    var body: some View {
        HStack(alignment: .top, spacing: style.sizes.gap) {
            Image(systemName: done ? "circle.fill" : "circle").foregroundStyle(Color(style.tokens.accent))
            VStack(alignment: .leading, spacing: 2) {
                Text(text).font(.body.weight(.semibold)).wide()
                ToneView(text: when, tone: .small)
            }
        }
        .frame(minHeight: 52)
    }
}

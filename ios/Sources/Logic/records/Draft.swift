import Core
import Foundation

/// What a form holds while it is being filled in, field by field as text.
struct Draft: Equatable, Sendable {
    let kind: FormKind
    let rule: String
    /// The record that the form began with, if it opened one.
    var edits: Int64?
    var texts: [Input: String] = [:]
    var photo: [UInt8]?

    subscript(input: Input) -> String { texts[input] ?? "" }

    /// The draft as the core takes it. What is no number counts as none: the core says what is wrong with that.
    var record: RecordDraft {
        RecordDraft(body: body, photo: photo.map { .init($0) }, edits: edits)
    }

    private var body: DraftBody {
        switch kind {
        case .selfReport: .selfReport(rule: rule, occurredOn: self[.day], description: trimmed(.description))
        case .volunteering:
            .volunteering(
                organiser: trimmed(.organiser), activity: trimmed(.activity), occurredOn: self[.day], minutes: minutes)
        case .bloodDonation:
            .bloodDonation(
                donationCode: trimmed(.donationCode), occurredOn: self[.day], place: trimmed(.place), amount: amount)
        }
    }

    /// Hours and minutes together; 0 if one of them is no number, for the rest would be a time that nobody typed. Far
    /// too much stays far too much, and overflows nothing.
    private var minutes: UInt32 {
        guard let hours = Draft.number(self[.hours]), let minutes = Draft.number(self[.minutes]) else { return 0 }
        return min(hours, 10_000) * 60 + min(minutes, 10_000)
    }

    /// A number of a box: an empty box is 0, and what is no number is none. Chinese keyboards offer digits of full width.
    private static func number(_ text: String) -> UInt32? {
        let digits = text.trimmingCharacters(in: .whitespacesAndNewlines).unicodeScalars.map { letter in
            (0xFF10...0xFF19).contains(letter.value) ? letter.value - 0xFF10 + 0x30 : letter.value
        }
        if digits.isEmpty { return 0 }
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { min($0 * 10 + $1 - 0x30, 100_000) }
    }

    /// A text without the spaces around it, which a keyboard adds.
    private func trimmed(_ input: Input) -> String { self[input].trimmingCharacters(in: .whitespacesAndNewlines) }

    private var amount: DonationAmount {
        self[.donation] == Draft.platelets
            ? .platelets(units: UInt32(self[.units]) ?? 0) : .wholeBlood(ml: UInt32(self[.volume]) ?? 0)
    }

    /// What was given, as the choice names it.
    static let wholeBlood = "whole blood"
    static let platelets = "platelets"
}

extension RecordDraft {
    /// The form that it was written in.
    var kind: FormKind {
        switch body {
        case .selfReport: .selfReport
        case .volunteering: .volunteering
        case .bloodDonation: .bloodDonation
        }
    }

    /// The rule of a report; other kinds have none.
    var rule: String {
        if case .selfReport(let rule, _, _) = body { rule } else { "" }
    }

    /// What its fields held.
    var texts: [Input: String] {
        switch body {
        case .selfReport(_, let day, let description): [.day: day, .description: description]
        case .volunteering(let organiser, let activity, let day, let minutes):
            [
                .day: day, .organiser: organiser, .activity: activity, .hours: "\(minutes / 60)",
                .minutes: "\(minutes % 60)",
            ]
        case .bloodDonation(let code, let day, let place, .wholeBlood(let ml)):
            [.day: day, .donationCode: code, .place: place, .donation: Draft.wholeBlood, .volume: "\(ml)"]
        case .bloodDonation(let code, let day, let place, .platelets(let units)):
            [.day: day, .donationCode: code, .place: place, .donation: Draft.platelets, .units: "\(units)"]
        }
    }
}

extension DraftField {
    /// The field of the form that a note is about.
    var input: Input {
        switch self {
        case .rule: .rule
        case .day: .day
        case .description: .description
        case .organiser: .organiser
        case .activity: .activity
        case .minutes: .hours
        case .donationCode: .donationCode
        case .place: .place
        case .amount: .volume
        case .photo: .photo
        }
    }
}

import Core

/// What a form holds while it is being filled in, field by field as text.
struct Draft: Equatable, Sendable {
    let kind: FormKind
    let rule: String
    var texts: [Input: String] = [:]
    var photo: [UInt8]?

    subscript(input: Input) -> String { texts[input] ?? "" }

    /// The draft as the core takes it. What is no number counts as none: the core says what is wrong with that.
    var record: RecordDraft {
        RecordDraft(body: body, photo: photo.map { .init($0) })
    }

    private var body: DraftBody {
        switch kind {
        case .selfReport: .selfReport(rule: rule, occurredOn: self[.day], description: self[.description])
        case .volunteering:
            .volunteering(
                organiser: self[.organiser], activity: self[.activity], occurredOn: self[.day], minutes: minutes)
        case .bloodDonation:
            .bloodDonation(
                donationCode: self[.donationCode], occurredOn: self[.day], place: self[.place], amount: amount)
        }
    }

    /// Hours and minutes together. Far too much stays far too much, and overflows nothing.
    private var minutes: UInt32 {
        let (hours, minutes) = (UInt32(self[.hours]) ?? 0, UInt32(self[.minutes]) ?? 0)
        return min(hours, 10_000) * 60 + min(minutes, 10_000)
    }

    private var amount: DonationAmount {
        self[.donation] == Draft.platelets
            ? .platelets(units: UInt32(self[.units]) ?? 0) : .wholeBlood(ml: UInt32(self[.volume]) ?? 0)
    }

    /// What was given, as the choice names it.
    static let wholeBlood = "whole blood"
    static let platelets = "platelets"
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

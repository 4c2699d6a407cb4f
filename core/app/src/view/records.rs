//! Records: what can be sent, a draft and its consequence, the queue, one item.

use super::people::PersonView;
use super::{Deadline, KeyValue};
use crate::error::Problem;
use standing_model::ids::MembershipId;

/// What a record is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecordKind {
    /// Something that the resident did, by a rule.
    SelfReport,
    /// Hours given.
    Volunteering,
    /// Blood given.
    BloodDonation,
    /// A contest.
    Contest,
    /// That what was ordered has been done.
    Compliance,
    /// A request under the law on personal information.
    RightsRequest,
    /// Takes another record back.
    Withdrawal,
}

/// What can be recorded at one authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordKindsView {
    /// The membership.
    pub membership: MembershipId,
    /// The authority's name.
    pub authority: String,
    /// Good deeds: what the one prominent action offers.
    pub kinds: Vec<RecordChoice>,
    /// Rules that take points, which a person may report of themselves. Never suggested, linked,
    /// pre-filled or reminded of: a screen shows them only when asked for.
    pub against_yourself: Vec<RecordChoice>,
    /// What is above those rules.
    pub against_note: String,
    /// What to say when this authority takes no records; empty otherwise.
    pub empty: String,
}

/// One thing that can be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordChoice {
    /// The kind: which form to show.
    pub kind: RecordKind,
    /// The rule's id; it goes into the draft of a self-report.
    pub rule: String,
    /// Its name.
    pub title: String,
    /// "+2 if accepted".
    pub counts: String,
    /// A photo is wanted.
    pub photo_wanted: bool,
    /// The volumes to choose from, in millilitres; empty but for blood.
    pub volumes: Vec<u32>,
}

/// What a form holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordDraft {
    /// What it says.
    pub body: DraftBody,
    /// A JPEG as the camera made it, at most 40 MB; every trace of place and camera is left out
    /// before it is kept.
    pub photo: Option<Vec<u8>>,
    /// The record that the form began with, if it opened one: the core decides whether this takes
    /// its place or becomes a new record.
    pub edits: Option<i64>,
}

/// What a form says. Days are `2026-11-23`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftBody {
    /// Something that the resident did.
    SelfReport {
        /// The rule's id.
        rule: String,
        /// The day on which it happened, `2026-11-23`.
        occurred_on: String,
        /// In the resident's words, at most 500 characters.
        description: String,
    },
    /// Hours given.
    Volunteering {
        /// Who organised it, at most 100 characters.
        organiser: String,
        /// What was done, at most 200 characters.
        activity: String,
        /// The day on which it happened, `2026-11-23`.
        occurred_on: String,
        /// How long, in minutes: 1 to 1440.
        minutes: u32,
    },
    /// Blood given.
    BloodDonation {
        /// The code on the certificate, at most 40 characters.
        donation_code: String,
        /// The day on which it happened, `2026-11-23`.
        occurred_on: String,
        /// Where, at most 100 characters.
        place: String,
        /// What and how much.
        amount: DonationAmount,
    },
}

/// What was given and how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DonationAmount {
    /// Whole blood.
    WholeBlood {
        /// Millilitres.
        ml: u32,
    },
    /// Apheresis platelets.
    Platelets {
        /// Units: 1 or 2.
        units: u32,
    },
}

/// A field of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DraftField {
    /// Which rule, or which kind.
    Rule,
    /// The day.
    Day,
    /// The description.
    Description,
    /// The organiser.
    Organiser,
    /// The activity.
    Activity,
    /// The minutes.
    Minutes,
    /// The certificate's code.
    DonationCode,
    /// The place.
    Place,
    /// What was given and how much.
    Amount,
    /// The photo.
    Photo,
}

/// How much a note on a field weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteWeight {
    /// It cannot be sent like this.
    Problem,
    /// It may be right; look again.
    LookAgain,
}

/// A note on a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldNote {
    /// The field.
    pub field: DraftField,
    /// How much it weighs.
    pub weight: NoteWeight,
    /// What is wrong or odd, and what to do.
    pub text: String,
}

/// A draft, checked as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftView {
    /// Whose record it becomes.
    pub person: PersonView,
    /// What is recorded. A rule that the newest rulebook does not take any more has an id only.
    pub choice: RecordChoice,
    /// Nothing stands in the way of keeping it.
    pub ready: bool,
    /// Every note, in the order of the form.
    pub notes: Vec<FieldNote>,
    /// "Volunteering, 3 h".
    pub title: String,
    /// What happens if it is accepted, by the rulebook, sentence by sentence.
    pub consequences: Vec<String>,
    /// What the score of the newest statement would become; leaves while amounts are hidden.
    pub score: Vec<String>,
    /// For a report against oneself, shown first and at equal weight; none otherwise.
    pub against: Option<AgainstYourself>,
    /// What leaves the phone, to whom, and what never does.
    pub leaves: Vec<KeyValue>,
}

/// A record that waits, or was not taken up, back in its form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditView {
    /// What the form begins with.
    pub draft: RecordDraft,
    /// That, checked.
    pub checked: DraftView,
}

/// What to know before reporting something against oneself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgainstYourself {
    /// What happens if nothing is reported.
    pub if_nothing: String,
    /// Whether a duty to report exists, as far as this phone can tell.
    pub duty: String,
    /// How long it waits, and what happens then.
    pub waiting: String,
}

/// A record that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptView {
    /// The item.
    pub item: i64,
    /// "Kept on this phone. It is sent at the next sync."
    pub text: String,
}

/// A group of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QueueGroupKind {
    /// A person can do something about it.
    NeedsYou,
    /// It has not left, or nothing says that it arrived.
    OnThisPhone,
    /// On its way at this moment.
    Sending,
    /// A receipt says that it arrived; the answer is to come.
    Received,
    /// Answered, or taken back.
    Done,
}

/// How far an item has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QueueState {
    /// Written, not handed over.
    Drafted,
    /// Waits before it asks again.
    CoolingOff,
    /// Asks the person once more.
    AwaitingConfirmation,
    /// Waits for its time or the network.
    Queued,
    /// On its way.
    Sending,
    /// Arrived.
    Received,
    /// Somebody is looking at it.
    UnderReview,
    /// It counts.
    Accepted,
    /// It does not count.
    Refused,
    /// Taken back.
    Withdrawn,
    /// A person can do something about it.
    NeedsYou,
}

/// The records of one membership, grouped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueView {
    /// The membership.
    pub membership: MembershipId,
    /// What waits and why: "2 records wait: the server has a fault. Next try at 14:10."; empty if
    /// nothing does.
    pub waiting_text: String,
    /// Groups that have items: what needs the person first.
    pub groups: Vec<QueueGroup>,
    /// What to say when there are no records; empty otherwise.
    pub empty: String,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueGroup {
    /// Which.
    pub kind: QueueGroupKind,
    /// "Needs your attention".
    pub title: String,
    /// Its items, the newest first.
    pub rows: Vec<QueueRow>,
}

/// One item in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// The item.
    pub item: i64,
    /// How far it has come.
    pub state: QueueState,
    /// "Blood donation, 400 ml".
    pub title: String,
    /// "On this phone only: waits for the network".
    pub text: String,
    /// What to show of it below its group's heading: "Waits for the network".
    pub below: String,
    /// The day that it is about.
    pub day: String,
}

/// One item in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueItemView {
    /// The membership.
    pub membership: MembershipId,
    /// The item.
    pub item: i64,
    /// What it is about.
    pub kind: RecordKind,
    /// The rule's id of a self-report; empty for other kinds.
    pub rule: String,
    /// How far it has come.
    pub state: QueueState,
    /// "Blood donation, 400 ml".
    pub title: String,
    /// How far it has come, in a sentence.
    pub text: String,
    /// What to show of it below a sign with the state's word; empty if that says it all.
    pub below: String,
    /// By when the answer is due or, if it was refused, can be contested; none otherwise.
    pub deadline: Option<Deadline>,
    /// What is in the way and what to do; none if nothing is.
    pub problem: Option<Problem>,
    /// What the record says.
    pub says: Vec<KeyValue>,
    /// Its photos: "JPEG, 812 kB", and how much of each has been sent.
    pub photos: Vec<KeyValue>,
    /// "Remove the photo from this phone" may be offered: the record was accepted.
    pub can_remove_photos: bool,
    /// What removing frees and what stays; empty if it may not be offered.
    pub photos_note: String,
    /// Attempts to send it, the newest first.
    pub attempts: Vec<KeyValue>,
    /// "Confirm and send" may be offered.
    pub can_confirm: bool,
    /// "Edit" may be offered: it opens the form again with what this record says.
    pub can_edit: bool,
    /// What editing does, or why an open record cannot be edited any more and what can be done
    /// instead; empty if there is nothing to say.
    pub edit_note: String,
    /// "Try again" may be offered.
    pub can_retry: bool,
    /// "Withdraw" may be offered.
    pub can_withdraw: bool,
    /// What withdrawing does: it is discarded here, or a withdrawal is sent.
    pub withdraw_note: String,
    /// A receipt can be opened.
    pub has_receipt: bool,
}

/// An item as files that any program can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportView {
    /// A name for the file.
    pub file_name: String,
    /// The record, its receipts and attempts, and the hashes of its photos, as JSON.
    pub json: String,
    /// The photos.
    pub photos: Vec<ExportedPhoto>,
}

/// A photo of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedPhoto {
    /// A name for the file.
    pub file_name: String,
    /// A JPEG.
    pub bytes: Vec<u8>,
}

/// An archive of everything that is the person's own: one that was written, or would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveView {
    /// A name for the file: "standing-2026-11-23.zip".
    pub file_name: String,
    /// What is in it: "2 records, 1 photo and 5 signed documents"; of one that would be, about how
    /// large it is.
    pub text: String,
}

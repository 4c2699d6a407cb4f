//! Cases: what a resident does about what is held against them, from the form to the last step.

use super::receipts::ReceiptCheck;
use super::records::NoteWeight;
use super::{CheckState, Deadline, KeyValue, people::PersonView};
use standing_model::ids::MembershipId;

/// What something is done about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum CaseTarget {
    /// An entry of the newest statement.
    Entry {
        /// Its id.
        id: String,
    },
    /// Household stars.
    Star {
        /// Their id.
        id: String,
    },
    /// A restriction or a perk.
    Measure {
        /// Its id in the rulebook.
        id: String,
    },
    /// A statement as a whole.
    Statement {
        /// Its number.
        seq: u32,
    },
    /// A letter.
    Letter {
        /// Its number.
        n: u32,
    },
    /// A further phone that acts for the resident.
    Device {
        /// Its key.
        key: String,
    },
    /// What is kept about the resident: the subject of a request by right.
    Data,
}

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContestGround {
    /// It was somebody else.
    NotMe,
    /// It did not happen, or not like this.
    DidNotHappen,
    /// The rule does not fit.
    WrongRule,
    /// The points are wrong.
    WrongPoints,
    /// What was ordered has been done.
    AlreadyComplied,
    /// The resident was told late or not at all.
    NotTold,
    /// It should have ended.
    TooOld,
    /// Something else, which the words say.
    Other,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContestWants {
    /// That it is taken away.
    Removed,
    /// That it is put right.
    Corrected,
    /// That it is explained.
    Explained,
}

/// A form: to contest something, to report it as done, or to ask by right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFormView {
    /// The membership; none for a letter about a listing, which is of none.
    pub membership: Option<MembershipId>,
    /// Whose case it becomes; none for a letter about a listing.
    pub person: Option<PersonView>,
    /// "Contest an entry".
    pub title: String,
    /// "Late on a loan payment".
    pub what: String,
    /// "−5"; empty where no points moved.
    pub points: String,
    /// "Entry 8-0031, recorded by the township credit office", or what a request does.
    pub detail: String,
    /// The rights that can be chosen; empty unless this is a request by right.
    pub rights: Vec<RightChoice>,
    /// What can be ticked, with what each needs; empty unless this is a contest.
    pub grounds: Vec<GroundChoice>,
    /// What can be asked for, and the first is suggested; empty unless this is a contest.
    pub wants: Vec<WantsChoice>,
    /// The day is asked for on which it was done.
    pub asks_day: bool,
    /// "In your own words", "What you did".
    pub words_title: String,
    /// Characters of one's own words at most.
    pub words_most: u32,
    /// "Plain facts help most."
    pub words_hint: String,
    /// Photos at most; 0 if none go with it.
    pub photos_most: u32,
    /// What the *contested* mark does, for the switch; none unless this is a contest.
    pub mark: Option<KeyValue>,
    /// Who gets it, what is sent, what stays here, what follows.
    pub leaves: Vec<KeyValue>,
    /// The last day for it; none if this phone knows of none.
    pub deadline: Option<Deadline>,
    /// What to know about that day: why it is missing, that it has passed and a contest is sent all
    /// the same, or that it is uncertain; empty if there is nothing to say.
    pub deadline_note: String,
    /// That the same was contested before, and what became of it; empty if it was not.
    pub before: String,
    /// That case, if it is open.
    pub before_case: Option<i64>,
    /// The office that can only be reached by letter: the form then offers paper alone; empty if a
    /// record can be sent.
    pub paper_only: String,
}

/// A ground that can be ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroundChoice {
    /// Which.
    pub ground: ContestGround,
    /// "I was told too late, or not at all".
    pub title: String,
    /// What it needs, and what is added from signed documents: "Both dates of letter 6 are added:
    /// 30 September and 26 November."; empty if it says all itself.
    pub text: String,
}

/// Something that can be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantsChoice {
    /// Which.
    pub wants: ContestWants,
    /// "Take the entry away".
    pub title: String,
}

/// What the form of a contest holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContestDraft {
    /// What is contested.
    pub target: CaseTarget,
    /// What is wrong with it, in the order of ticking.
    pub grounds: Vec<ContestGround>,
    /// In the resident's words.
    pub words: String,
    /// What is asked for.
    pub wants: ContestWants,
    /// The entry may be marked as contested.
    pub mark: bool,
    /// JPEGs as the camera made them; every trace of place and camera is left out.
    pub photos: Vec<Vec<u8>>,
    /// The case that goes on with this, at the next office.
    pub follows: Option<i64>,
    /// It is printed and handed in on paper, and not sent by this phone.
    pub on_paper: bool,
}

/// The form of "I have done what was ordered".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplianceDraft {
    /// What ordered it: an entry, a measure or a letter.
    pub target: CaseTarget,
    /// What was done.
    pub done: String,
    /// The day on which it was done: `2026-11-23`.
    pub on: String,
    /// JPEGs as the camera made them.
    pub photos: Vec<Vec<u8>>,
    /// It is handed in on paper, and not sent by this phone.
    pub on_paper: bool,
}

/// A right under the law on personal information.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RightKind {
    /// To see what is kept.
    Access,
    /// To get a copy.
    Copy,
    /// To have it put right.
    Correct,
    /// To have it deleted.
    Delete,
    /// To limit what is done with it.
    Restrict,
    /// To have a decision explained.
    Explain,
}

/// A request by one of these rights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RightDraft {
    /// Which right.
    pub right: RightKind,
    /// In the resident's words; may be empty.
    pub words: String,
    /// It is handed in on paper, and not sent by this phone.
    pub on_paper: bool,
}

/// One right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RightChoice {
    /// Which.
    pub right: RightKind,
    /// "Get a copy".
    pub title: String,
    /// What it is, and the article that gives it.
    pub text: String,
}

/// A field of these forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseField {
    /// What it is about.
    Target,
    /// What is wrong with it.
    Grounds,
    /// The day.
    Day,
    /// One's own words.
    Words,
    /// What is asked for.
    Wants,
    /// The photos.
    Photos,
}

/// A note on a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseNote {
    /// The field.
    pub field: CaseField,
    /// How much it weighs.
    pub weight: NoteWeight,
    /// What is wrong or odd, and what to do.
    pub text: String,
}

/// A form, checked as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseCheckView {
    /// Nothing stands in the way of keeping it.
    pub ready: bool,
    /// Every note, in the order of the form.
    pub notes: Vec<CaseNote>,
    /// "156 of 1,000".
    pub counted: String,
}

/// Who writes, for paper only: neither is kept nor sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LetterSender {
    /// The name as it is to be printed; may be empty.
    pub name: String,
    /// The address, line by line; may be empty.
    pub address: String,
}

/// What an answer on paper says, as the person read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PaperSays {
    /// As was asked.
    Granted,
    /// In part as was asked.
    Partly,
    /// Not as was asked.
    Refused,
    /// It decides nothing.
    Other,
}

/// An answer that came on paper, by the person's own word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperAnswerDraft {
    /// The day on which it came: `2026-11-23`.
    pub on: String,
    /// What it says.
    pub says: PaperSays,
    /// A JPEG of it as the camera made it.
    pub photo: Option<Vec<u8>>,
}

/// Which letter of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CaseLetterKind {
    /// What was sent, or is handed in.
    Request,
    /// A reminder that the answer is overdue.
    Reminder,
    /// A complaint to the office that supervises.
    Complaint,
    /// To the next office or court.
    NextStep,
}

/// A letter that this phone wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseLetterView {
    /// "Your letter".
    pub title: String,
    /// Name and address of who writes, and the membership's number.
    pub sender: Vec<String>,
    /// The office that it goes to, and its address.
    pub to: Vec<String>,
    /// "26 November 2026".
    pub date: String,
    /// "Contest of entry 8-0031, “Late on a loan payment”, −5 points".
    pub subject: String,
    /// What is under it.
    pub opening: String,
    /// "Legal basis", "Facts", "Request".
    pub sections: Vec<LetterSection>,
    /// "Signature, on the printed copy".
    pub signature: String,
    /// "Enclosed: …"; empty if nothing is.
    pub enclosed: String,
    /// The ways to send it, each with what it means.
    pub ways: Vec<KeyValue>,
    /// The last day for it; none if this phone knows of none.
    pub deadline: Option<Deadline>,
    /// The whole letter as plain text, in the authority's language and the person's.
    pub text: String,
    /// The same as one printable page that loads nothing.
    pub html: String,
    /// A name for the page as a file.
    pub file_name: String,
}

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterSection {
    /// "Facts".
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// The paragraphs are numbered.
    pub numbered: bool,
}

/// How far a case has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CaseState {
    /// Written, to be printed and handed in.
    OnPaper,
    /// On this phone: waits to be sent.
    Waiting,
    /// The sending needs the person.
    NeedsYou,
    /// Arrived; the answer is to come.
    Received,
    /// Somebody is looking at it.
    UnderReview,
    /// The last day for the answer has passed without one.
    Overdue,
    /// Granted; the next statement has not come.
    Granted,
    /// Granted in part.
    Partly,
    /// Refused.
    Refused,
    /// Granted, and a later statement shows it.
    CarriedOut,
    /// Granted, and a later statement does not show it.
    NotCarriedOut,
    /// Not taken up: something in it must be put right.
    Rejected,
    /// Taken back.
    Withdrawn,
}

/// The cases of one membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CasesView {
    /// The membership.
    pub membership: MembershipId,
    /// What needs the person first, then the nearest date, then what is closed.
    pub rows: Vec<CaseRow>,
    /// What to say when there are none; empty otherwise.
    pub empty: String,
}

/// One case in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// The case.
    pub id: i64,
    /// How far it has come.
    pub state: CaseState,
    /// "Under review".
    pub state_text: String,
    /// "Late on a loan payment".
    pub title: String,
    /// "Contested on 26 November 2026".
    pub text: String,
    /// "Answer due Friday 11 December 2026, in 9 days"; empty if no date is next.
    pub next: String,
    /// It is closed: nothing more is to come.
    pub closed: bool,
}

/// One case in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseView {
    /// The membership.
    pub membership: MembershipId,
    /// The case: the item of its newest record.
    pub id: i64,
    /// What it is about: the form of the next office begins with it.
    pub target: CaseTarget,
    /// "Case 8-0031-C1".
    pub heading: String,
    /// How far it has come.
    pub state: CaseState,
    /// "Under review".
    pub state_text: String,
    /// "Late on a loan payment".
    pub title: String,
    /// "−5 points. Contested by you on 26 November 2026."
    pub text: String,
    /// What was checked of the newest receipt: what fails first; empty without a receipt.
    pub checks: Vec<ReceiptCheck>,
    /// "Yangqiao village committee, receipt 17."; empty without a receipt.
    pub proof: String,
    /// The next date; none if no date is next.
    pub deadline: Option<Deadline>,
    /// Whose turn it is, and what happens when the day passes.
    pub turn: String,
    /// Where the day comes from, and that it is uncertain; empty if there is nothing to say.
    pub deadline_note: String,
    /// What can be done now, the best first.
    pub todo: Vec<CaseTodo>,
    /// What happened, the earliest first.
    pub events: Vec<CaseEvent>,
    /// "Withdraw" may be offered, for the item `id`.
    pub can_withdraw: bool,
    /// It can be noted that it was handed in on paper.
    pub can_note_paper: bool,
    /// An answer that came on paper can be noted.
    pub can_note_answer: bool,
    /// The steps of the rulebook.
    pub steps: Vec<CaseStep>,
    /// "Steps and time limits: rulebook 7"
    pub steps_note: String,
    /// Its documents.
    pub documents: Vec<CaseDocument>,
}

/// What can be done about a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CaseAction {
    /// It is only said.
    Nothing,
    /// Note that it was handed in on paper.
    NotePaper,
    /// Note an answer that came on paper.
    NoteAnswer,
    /// Open the reminder.
    Remind,
    /// Open the form of the next office, following this case.
    AskNext,
    /// Open the letter to the next office or court.
    WriteNext,
    /// Open the complaint.
    Complain,
    /// Open the item: something in it is to be put right or tried again.
    OpenItem,
    /// Open the statement that does not show what was granted.
    OpenStatement,
}

/// One thing that can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseTodo {
    /// "Ask the county credit office".
    pub title: String,
    /// "No answer counts as a refusal. You can ask by Monday 21 December 2026, in 7 days."
    pub text: String,
    /// What it opens.
    pub action: CaseAction,
    /// What is on the button; empty if it opens nothing.
    pub button: String,
    /// Its last day; none if it has none.
    pub deadline: Option<Deadline>,
}

/// How far an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CaseMoment {
    /// It has happened.
    Done,
    /// It is the newest thing that has happened, and the case is open.
    Now,
    /// It is to come.
    ToCome,
    /// It was to come and has not.
    Late,
}

/// One event of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseEvent {
    /// "Received".
    pub title: String,
    /// "27 November 2026, by the authority’s clock".
    pub text: String,
    /// How far it is.
    pub moment: CaseMoment,
}

/// Where a step of the rulebook is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CasePlace {
    /// It is over.
    Past,
    /// The case is here.
    Here,
    /// It can be taken now.
    Open,
    /// It may come.
    Ahead,
}

/// A step of the rulebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseStep {
    /// From 1.
    pub n: u32,
    /// "Ask the township for a review".
    pub title: String,
    /// "Ask by Monday 21 December 2026, in 7 days. It decides within 15 days."
    pub text: String,
    /// Where it is.
    pub place: CasePlace,
    /// "You are here", "Open to you now"; empty otherwise.
    pub mark: String,
}

/// What a document of a case is, and so what it opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CasePaper {
    /// The letter that this phone wrote.
    Letter,
    /// The newest receipt over an item.
    Receipt {
        /// The item.
        item: i64,
    },
    /// A letter of the authority.
    Notice {
        /// Its number.
        n: u32,
    },
    /// A statement.
    Statement {
        /// Its number.
        seq: u32,
    },
    /// A photo, which the item shows.
    Photo {
        /// The item.
        item: i64,
    },
}

/// A document of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseDocument {
    /// "Receipt 17".
    pub title: String,
    /// "Signed by Yangqiao village committee".
    pub text: String,
    /// Whether it is signed, as checked now; none for what this phone made.
    pub state: Option<CheckState>,
    /// What it is.
    pub paper: CasePaper,
}

/// Dates for a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFile {
    /// "standing-dates.ics".
    pub file_name: String,
    /// An iCalendar file, which names neither what is contested nor with whom.
    pub text: String,
}

//! What contradicts what: one [`Alarm`] for one fault of one series and number (PROTOCOL §3.6).
//!
//! An alarm says what is wrong; a [`KeptAlarm`] is one on this phone, with its evidence. Whoever
//! shows alarms matches on the enum: nothing is told apart by words.

mod kept;

use serde::{Deserialize, Serialize};

pub use kept::{AlarmState, Evidence, Explains, KeptAlarm};

use standing_model::ids::{EntryId, Hash, Issuer, RulebookId};
use standing_model::series::SeriesKind;
use standing_model::time::UnixTime;

/// Hashes of one alarm at most.
pub const MAX_HASHES: usize = 8;

/// Branches of one fork at most: with the head that names each, they are what [`MAX_HASHES`]
/// documents hold.
pub const MAX_BRANCHES: usize = 4;

/// Entries that one alarm names at most.
const MAX_ENTRIES: usize = 8;

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Alarm {
    /// Two documents with one number.
    Fork {
        /// Of which series.
        series: SeriesKind,
        /// The number.
        n: u32,
    },
    /// Numbers are missing in between.
    Gap {
        /// Of which series.
        series: SeriesKind,
        /// The first that is missing.
        from: u32,
        /// The last that is missing.
        to: u32,
    },
    /// A document does not name the one before it.
    BrokenLink {
        /// Of which series.
        series: SeriesKind,
        /// The later one.
        n: u32,
    },
    /// A head counts fewer documents than an earlier one.
    Rollback {
        /// Of which series.
        series: SeriesKind,
        /// The highest number that was ever named.
        n: u32,
    },
    /// A later number with an earlier time or the same, or a time after the head that counts it.
    TimeNotRising {
        /// Of which series.
        series: SeriesKind,
        /// The later one.
        n: u32,
    },
    /// A head says that it is older than one before it, by more than clocks may differ.
    HeadEarlier,
    /// A statement that was withdrawn is not withdrawn any more.
    WithdrawalGone {
        /// The statement.
        n: u32,
    },
    /// Entries that do not fit the statement before.
    Entries {
        /// In which way.
        fault: EntryFault,
        /// The statement in which they are first wrong.
        n: u32,
        /// Their ids, at most eight.
        entries: Vec<EntryId>,
    },
    /// One version of a rulebook with two hashes.
    RulebookTwoHashes {
        /// The rulebook.
        id: RulebookId,
        /// The version.
        version: u32,
    },
    /// The zone of an authority's days is another than before (PROTOCOL §2.1.2).
    ZoneChanged {
        /// The authority.
        iss: Issuer,
    },
    /// A version of a rulebook is in force from a day on which this phone held a trust list that
    /// named an earlier one (PROTOCOL §3.1.2).
    RuleAfterTheDeed {
        /// The rulebook.
        id: RulebookId,
        /// The version.
        version: u32,
    },
    /// Documents of this phone no longer verify: their key was withdrawn.
    Disowned {
        /// Of which series.
        series: SeriesKind,
        /// The first.
        from: u32,
        /// The last.
        to: u32,
    },
    /// After its key was withdrawn, a document was signed again and says something else.
    OtherContent {
        /// Of which series.
        series: SeriesKind,
        /// The number.
        n: u32,
    },
    /// The authority gave a receipt, and its head does not count it.
    ReceiptLeftOut {
        /// The receipt.
        n: u32,
    },
    /// A receipt moves a record to a state that cannot follow, or that its kind does not have.
    ReceiptState {
        /// The receipt.
        n: u32,
    },
    /// A receipt moves the last day for an answer as it may not be moved (PROTOCOL §3.4.3).
    ReceiptDue {
        /// The receipt.
        n: u32,
    },
    /// Something is wrong with this phone's own folder.
    Folder {
        /// What.
        fault: FolderFault,
        /// When it was found.
        at: UnixTime,
    },
    /// A value in this phone's own folder does not open. Its bytes are kept aside.
    Damaged {
        /// What it was.
        part: StoredPart,
        /// Its number; 0 if it has none.
        n: u32,
    },
    /// Something is wrong between two public files.
    PublicFile {
        /// What.
        fault: FileFault,
        /// The role or path.
        name: String,
        /// The version.
        version: u64,
    },
}

/// In which way entries, or records of stars, do not fit the statement before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryFault {
    /// New, and recorded before the statement in which they are missing.
    BackDated,
    /// They now name a day of notice on which they did not say so.
    NotifiedLater,
    /// Changed under the same id.
    Rewritten,
    /// Their state moved in a way that the table does not have.
    State,
    /// Their ids were gone, and are used again.
    IdReused,
    /// Records of stars, changed under the same id.
    StarsRewritten,
    /// Records of stars whose state moved in a way that is not allowed.
    StarsState,
    /// Records of stars whose ids were gone, or are those of entries.
    StarsIdReused,
}

/// What is wrong with this phone's own folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FolderFault {
    /// It is an older copy.
    OlderCopy,
    /// A part of it is older than the rest.
    ChangedAtRest,
}

/// What a value in this phone's folder was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StoredPart {
    /// A statement, by its number.
    Statement,
    /// A letter, by its number.
    Notice,
    /// A receipt, by its number.
    Receipt,
    /// What an authority said was everything.
    Head,
    /// A record that was written on this phone, by its number there.
    Record,
    /// A photo of such a record, by the record's number.
    Photo,
    /// A membership with its key.
    Membership,
    /// A trust root or a file under one.
    PublicFile,
    /// An alarm.
    Alarm,
    /// What the person chose or looked up, and the list of network accesses.
    Settings,
}

impl StoredPart {
    /// Every part.
    pub const ALL: [Self; 10] = [
        Self::Statement,
        Self::Notice,
        Self::Receipt,
        Self::Head,
        Self::Record,
        Self::Photo,
        Self::Membership,
        Self::PublicFile,
        Self::Alarm,
        Self::Settings,
    ];

    const fn code(self) -> &'static str {
        match self {
            Self::Statement => "damaged-statement",
            Self::Notice => "damaged-notice",
            Self::Receipt => "damaged-receipt",
            Self::Head => "damaged-head",
            Self::Record => "damaged-record",
            Self::Photo => "damaged-photo",
            Self::Membership => "damaged-membership",
            Self::PublicFile => "damaged-public",
            Self::Alarm => "damaged-alarm",
            Self::Settings => "damaged-settings",
        }
    }
}

/// What is wrong between two public files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileFault {
    /// Two contents under one version.
    TwoContents,
    /// It does not name the one before it.
    BrokenLink,
}

/// What an alarm is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concerns {
    /// One of the authority's series.
    Series(SeriesKind),
    /// The clock of the authority's heads.
    Heads,
    /// This phone's own folder.
    Folder,
    /// Public files under a trust root.
    PublicFiles,
}

/// How grave an alarm is, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gravity {
    /// Signed documents contradict each other.
    Contradiction,
    /// Something is missing, or cannot be told any more.
    Missing,
    /// Something to look at.
    Notice,
}

impl Alarm {
    /// The alarm as a word, the same in every language: `problem-alarm-<code>` explains it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Fork { series, .. } => of(*series, ["fork", "fork-notices", "fork-receipts"]),
            Self::Gap { series, .. } => of(*series, ["gap", "gap-notices", "gap-receipts"]),
            Self::BrokenLink { series, .. } => {
                of(*series, ["broken-link", "broken-link-notices", "broken-link-receipts"])
            }
            Self::Rollback { series, .. } => {
                of(*series, ["rollback", "rollback-notices", "rollback-receipts"])
            }
            Self::TimeNotRising { series, .. } => {
                of(*series, ["time", "time-notices", "time-receipts"])
            }
            Self::HeadEarlier => "head-earlier",
            Self::WithdrawalGone { .. } => "withdrawal-gone",
            Self::Entries { fault, .. } => fault.code(),
            Self::RulebookTwoHashes { .. } => "rulebook",
            Self::ZoneChanged { .. } => "zone-changed",
            Self::RuleAfterTheDeed { .. } => "rule-after-the-deed",
            Self::Disowned { series, .. } => {
                of(*series, ["disowned-statements", "disowned-notices", "disowned-receipts"])
            }
            Self::OtherContent { series, .. } => {
                of(*series, ["other-content", "other-content-notices", "other-content-receipts"])
            }
            Self::ReceiptLeftOut { .. } => "receipt-left-out",
            Self::ReceiptState { .. } => "receipt-state",
            Self::ReceiptDue { .. } => "receipt-due",
            Self::Folder { fault: FolderFault::OlderCopy, .. } => "older-copy",
            Self::Folder { fault: FolderFault::ChangedAtRest, .. } => "at-rest",
            Self::Damaged { part, .. } => part.code(),
            Self::PublicFile { fault: FileFault::TwoContents, .. } => "metadata-two-contents",
            Self::PublicFile { fault: FileFault::BrokenLink, .. } => "metadata-broken-link",
        }
    }

    /// What it is about.
    #[must_use]
    pub const fn concerns(&self) -> Concerns {
        match self {
            Self::Fork { series, .. }
            | Self::Gap { series, .. }
            | Self::BrokenLink { series, .. }
            | Self::Rollback { series, .. }
            | Self::TimeNotRising { series, .. }
            | Self::Disowned { series, .. }
            | Self::OtherContent { series, .. } => Concerns::Series(*series),
            Self::WithdrawalGone { .. } | Self::Entries { .. } | Self::RulebookTwoHashes { .. } => {
                Concerns::Series(SeriesKind::Statements)
            }
            Self::ReceiptLeftOut { .. } | Self::ReceiptState { .. } | Self::ReceiptDue { .. } => {
                Concerns::Series(SeriesKind::Receipts)
            }
            Self::HeadEarlier => Concerns::Heads,
            Self::Folder { .. } | Self::Damaged { .. } => Concerns::Folder,
            Self::PublicFile { .. } | Self::ZoneChanged { .. } | Self::RuleAfterTheDeed { .. } => {
                Concerns::PublicFiles
            }
        }
    }

    /// How grave it is.
    #[must_use]
    pub const fn gravity(&self) -> Gravity {
        match self {
            Self::Fork { .. }
            | Self::Rollback { .. }
            | Self::WithdrawalGone { .. }
            | Self::Entries { .. }
            | Self::RulebookTwoHashes { .. }
            | Self::ZoneChanged { .. }
            | Self::RuleAfterTheDeed { .. }
            | Self::OtherContent { .. }
            | Self::ReceiptLeftOut { .. }
            | Self::ReceiptState { .. }
            | Self::ReceiptDue { .. } => Gravity::Contradiction,
            Self::Gap { .. }
            | Self::BrokenLink { .. }
            | Self::TimeNotRising { .. }
            | Self::Disowned { .. }
            | Self::Damaged { .. }
            | Self::PublicFile { .. } => Gravity::Missing,
            Self::HeadEarlier | Self::Folder { .. } => Gravity::Notice,
        }
    }

    /// The number that it names, the first of several; none if it names none.
    #[must_use]
    pub const fn number(&self) -> Option<u32> {
        match self {
            Self::Fork { n, .. }
            | Self::BrokenLink { n, .. }
            | Self::Rollback { n, .. }
            | Self::TimeNotRising { n, .. }
            | Self::WithdrawalGone { n }
            | Self::Entries { n, .. }
            | Self::OtherContent { n, .. }
            | Self::ReceiptLeftOut { n }
            | Self::ReceiptState { n }
            | Self::ReceiptDue { n }
            | Self::Damaged { n, .. }
            | Self::Gap { from: n, .. }
            | Self::Disowned { from: n, .. } => Some(*n),
            Self::HeadEarlier
            | Self::RulebookTwoHashes { .. }
            | Self::ZoneChanged { .. }
            | Self::RuleAfterTheDeed { .. }
            | Self::Folder { .. }
            | Self::PublicFile { .. } => None,
        }
    }

    /// What tells it from every other alarm of its membership or trust root: the kind and the
    /// number, however often it is seen (PROTOCOL §3.6.1). Only for comparing.
    #[must_use]
    pub fn key(&self) -> String {
        let code = self.code();
        match self {
            Self::RulebookTwoHashes { id, version } | Self::RuleAfterTheDeed { id, version } => {
                format!("{code} {version} {id}")
            }
            Self::ZoneChanged { iss } => format!("{code} {iss}"),
            Self::PublicFile { name, version, .. } => format!("{code} {version} {name}"),
            Self::Folder { at, .. } => format!("{code} {}", at.0),
            _ => format!("{code} {}", self.number().unwrap_or(0)),
        }
    }

    /// Whether a re-issue can explain it: not what an authority did beside replacing a document.
    const fn may_be_explained(&self) -> Option<(SeriesKind, u32)> {
        match self {
            Self::Fork { series, n }
            | Self::Rollback { series, n }
            | Self::OtherContent { series, n } => Some((*series, *n)),
            Self::ReceiptLeftOut { n } => Some((SeriesKind::Receipts, *n)),
            Self::Gap { .. }
            | Self::BrokenLink { .. }
            | Self::TimeNotRising { .. }
            | Self::HeadEarlier
            | Self::WithdrawalGone { .. }
            | Self::Entries { .. }
            | Self::RulebookTwoHashes { .. }
            | Self::ZoneChanged { .. }
            | Self::RuleAfterTheDeed { .. }
            | Self::Disowned { .. }
            | Self::ReceiptState { .. }
            | Self::ReceiptDue { .. }
            | Self::Folder { .. }
            | Self::Damaged { .. }
            | Self::PublicFile { .. } => None,
        }
    }
}

/// The word for a series, of those for statements, notices and receipts.
const fn of(series: SeriesKind, words: [&'static str; 3]) -> &'static str {
    let [statements, notices, receipts] = words;
    match series {
        SeriesKind::Statements => statements,
        SeriesKind::Notices => notices,
        SeriesKind::Receipts => receipts,
    }
}

impl EntryFault {
    const fn code(self) -> &'static str {
        match self {
            Self::BackDated => "back-dated",
            Self::NotifiedLater => "notified-later",
            Self::Rewritten => "rewritten",
            Self::State => "entry-state",
            Self::IdReused => "id-reused",
            Self::StarsRewritten => "stars-rewritten",
            Self::StarsState => "stars-state",
            Self::StarsIdReused => "stars-id-reused",
        }
    }
}

/// An alarm as it is found, with what proves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What is wrong.
    pub alarm: Alarm,
    /// The hashes of the documents that contradict each other.
    pub hashes: Vec<Hash>,
    /// These documents and the heads that name them, as they came.
    pub documents: Vec<String>,
}

impl Found {
    /// An alarm over documents, by their own hashes.
    #[must_use]
    pub fn over(alarm: Alarm, documents: Vec<String>) -> Self {
        let hashes = documents.iter().map(|document| Hash::of(document.as_bytes())).collect();
        Self { alarm, hashes, documents }
    }
}

impl Alarm {
    fn shortened(mut self) -> Self {
        if let Self::Entries { entries, .. } = &mut self {
            entries.truncate(MAX_ENTRIES);
        }
        self
    }

    /// Takes up what the same alarm names beside, seen again.
    fn absorb(&mut self, again: Self) {
        match (self, again) {
            (Self::Entries { entries, .. }, Self::Entries { entries: more, .. }) => {
                for id in more {
                    if entries.len() < MAX_ENTRIES && !entries.contains(&id) {
                        entries.push(id);
                    }
                }
            }
            (Self::Disowned { to, .. }, Self::Disowned { to: further, .. })
            | (Self::Gap { to, .. }, Self::Gap { to: further, .. }) => *to = further.max(*to),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;

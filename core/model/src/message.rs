//! Payloads of the signed messages other than statements and records.

use serde::{Deserialize, Serialize};

use super::authority::RulebookPointer;
use super::case::Decision;
use super::ext::Extensions;
use super::json;
use super::record::Kind;
use super::series::SeriesKind;
use super::text::LocalText;
use super::time::{Date, UnixTime};
use super::version::Version;
use crate::ids::{EntryId, Hash, Issuer, KeyId, Nonce, PerkId, RecordId, Subject};

/// The closed list of signed messages; the name is the JWS header's `typ`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Typ {
    /// The authority's answer to a one-time code.
    #[serde(rename = "standing-enrolment+jwt")]
    Enrolment,
    /// A score statement.
    #[serde(rename = "standing-statement+jwt")]
    Statement,
    /// "This is everything up to now."
    #[serde(rename = "standing-head+jwt")]
    Head,
    /// A signed letter.
    #[serde(rename = "standing-notice+jwt")]
    Notice,
    /// The signed answer to a record.
    #[serde(rename = "standing-receipt+jwt")]
    Receipt,
    /// What a resident sends.
    #[serde(rename = "standing-record+jwt")]
    Record,
    /// A household's stars for its door.
    #[serde(rename = "standing-door+jwt")]
    DoorSign,
}

impl Typ {
    /// The header's text.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enrolment => "standing-enrolment+jwt",
            Self::Statement => "standing-statement+jwt",
            Self::Head => "standing-head+jwt",
            Self::Notice => "standing-notice+jwt",
            Self::Receipt => "standing-receipt+jwt",
            Self::Record => "standing-record+jwt",
            Self::DoorSign => "standing-door+jwt",
        }
    }
}

/// The authority takes the phone's key as a resident's (PROTOCOL §5). The person confirms `hint`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Enrolment {
    /// 1.
    pub v: Version<1>,
    /// The authority.
    pub iss: Issuer,
    /// The resident's pairwise name from now on.
    pub sub: Subject,
    /// When it was signed.
    pub iat: UnixTime,
    /// The app's nonce from the request.
    pub aud: Nonce,
    /// The authority's proof that it knows the code.
    pub ack: Hash,
    /// The keys that may act for the resident.
    #[serde(deserialize_with = "json::list::<_, _, MAX_KEYS>")]
    #[cfg_attr(feature = "schema", schemars(length(max = MAX_KEYS)))]
    pub keys: Vec<DeviceKey>,
    /// The resident's name, masked, which the person confirms.
    pub hint: LocalText,
    /// Extensions (PROTOCOL §1.10.5).
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub ext: Extensions,
}

/// Keys that may act for one resident at most.
pub const MAX_KEYS: usize = 16;

/// A phone's key and when it may act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DeviceKey {
    /// The key's thumbprint.
    pub jkt: KeyId,
    /// From when it may act.
    pub from: UnixTime,
    /// Until when it could act, if that ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<UnixTime>,
}

/// "This is everything up to now": also the signed time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// 1.
    pub v: Version<1>,
    /// The authority.
    pub iss: Issuer,
    /// The resident.
    pub sub: Subject,
    /// When it was signed.
    pub iat: UnixTime,
    /// The app's nonce from the request.
    pub nonce: Nonce,
    /// Its statements.
    pub statements: StatementsTip,
    /// Its notices.
    pub notices: Tip,
    /// Its receipts.
    pub receipts: Tip,
    /// Extensions (PROTOCOL §1.10.5).
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub ext: Extensions,
}

impl Head {
    /// A series' count and newest hash.
    #[must_use]
    pub const fn tip(&self, series: SeriesKind) -> (u32, Option<Hash>) {
        match series {
            SeriesKind::Statements => (self.statements.n, self.statements.last),
            SeriesKind::Notices => (self.notices.n, self.notices.last),
            SeriesKind::Receipts => (self.receipts.n, self.receipts.last),
        }
    }
}

/// How many there are, and the hash of the newest one's compact form; none at 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tip {
    /// How many there are.
    pub n: u32,
    /// Hash of the newest one's compact form; absent only at 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Hash>,
}

/// How many statements there are, the newest, and which no longer hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StatementsTip {
    /// How many there are.
    pub n: u32,
    /// Hash of the newest one's compact form; absent only at 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Hash>,
    /// Those that were withdrawn.
    #[serde(deserialize_with = "json::list::<_, _, 1000>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 1000)))]
    pub withdrawn: Vec<WithdrawnStatement>,
}

/// A statement that was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WithdrawnStatement {
    /// Its number.
    pub seq: u32,
    /// When it was withdrawn.
    pub at: UnixTime,
    /// Why it was withdrawn.
    pub why: LocalText,
}

/// A signed letter, numbered without gaps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// 1.
    pub v: Version<1>,
    /// The authority.
    pub iss: Issuer,
    /// The resident.
    pub sub: Subject,
    /// When it was signed.
    pub iat: UnixTime,
    /// Counts up by one from 1.
    pub n: u32,
    /// Hash of the notice before; absent only at 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prev: Option<Hash>,
    /// What it is about.
    pub about: About,
    /// What it says.
    pub text: LocalText,
    /// The day it was sent.
    pub sent_on: Date,
    /// How it was sent.
    pub channel: Channel,
    /// A day to keep that it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// The document it belongs to.
    pub document: String,
    /// Extensions (PROTOCOL §1.10.5).
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub ext: Extensions,
}

/// How a letter was sent. What lies on the phone came through the app as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By post.
    Post,
    /// By hand, or read out.
    Hand,
    /// Through the app and nowhere else.
    App,
    /// As a text message.
    Sms,
}

/// A day to keep that a letter names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// What is to be done by then.
    pub what: Due,
    /// The last day; the text says which if it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// What is to be done by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// To contest what the letter is about.
    Contest,
    /// To hand in what is missing.
    Supply,
    /// To answer.
    Answer,
    /// Something else: the text says what.
    Other,
}

/// What a notice is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum About {
    /// A statement's entry, by id.
    Entry(EntryId),
    /// Household stars, by id.
    Star(EntryId),
    /// A perk or a restriction, by its id in the rulebook.
    Measure(PerkId),
    /// A record, by id.
    Record(RecordId),
    /// The membership itself.
    Membership(String),
    /// A further key that may act for the resident from now on.
    Device(KeyId),
    /// A version of the rulebook.
    Rulebook(RulebookPointer),
    /// A key of the resident that no longer acts for them. Its phone can still read, this notice
    /// first of all, until it is connected again.
    KeyRevoked(KeyId),
    /// Documents that the authority replaced, and why.
    Reissue(Reissue),
    /// Something for which this version has no word: the text says what.
    Other,
}

/// Documents that were replaced: an explanation for exactly these hashes. It settles nothing
/// (PROTOCOL §3.6.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reissue {
    /// Of which series. A notice cannot replace notices.
    pub series: ReissuedSeries,
    /// What was replaced: at least one, each number once.
    #[serde(deserialize_with = "json::list::<_, _, 50>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 50)))]
    pub items: Vec<Reissued>,
    /// Why they were replaced.
    pub why: LocalText,
}

/// A series whose documents may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReissuedSeries {
    /// Score statements.
    Statements,
    /// Receipts.
    Receipts,
}

impl From<ReissuedSeries> for SeriesKind {
    fn from(series: ReissuedSeries) -> Self {
        match series {
            ReissuedSeries::Statements => Self::Statements,
            ReissuedSeries::Receipts => Self::Receipts,
        }
    }
}

/// One document that was replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reissued {
    /// Its number.
    pub n: u32,
    /// The hash of the one that no longer holds.
    pub old: Hash,
    /// The hash of the one in its place.
    pub new: Hash,
}

/// The authority's signed answer to one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// 1.
    pub v: Version<1>,
    /// The authority.
    pub iss: Issuer,
    /// The resident.
    pub sub: Subject,
    /// When it was signed: the record is no younger.
    pub iat: UnixTime,
    /// Counts up by one from 1 over all of the resident's receipts.
    pub n: u32,
    /// Hash of the receipt before; absent only at 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prev: Option<Hash>,
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// Hashes of the evidence that arrived; equal to the record's.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub evidence: Vec<Hash>,
    /// What became of it.
    pub state: ReceiptState,
    /// When it arrived.
    pub received_at: UnixTime,
    /// Why it was refused, rejected or granted in part only, or why its last day moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<LocalText>,
    /// Who decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<LocalText>,
    /// The entry that it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryId>,
    /// The last day for the answer, in the authority's zone: good until the end of that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Date>,
    /// How it was decided; in the state `decided` and in no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// Extensions (PROTOCOL §1.10.5).
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub ext: Extensions,
}

/// What became of a record. Which state may follow which: PROTOCOL §3.4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReceiptState {
    /// It arrived.
    Received,
    /// Somebody is looking at it.
    UnderReview,
    /// It counts.
    Accepted,
    /// It was looked at and does not count.
    Refused,
    /// A contest, a compliance record or a request was decided: the decision says how.
    Decided,
    /// It was never taken up: something in it must be put right first.
    Rejected,
    /// The resident took it back.
    Withdrawn,
}

impl ReceiptState {
    /// Whether a receipt with `next` may follow one with this state.
    #[must_use]
    pub const fn may_become(self, next: Self) -> bool {
        use ReceiptState::{
            Accepted, Decided, Received, Refused, Rejected, UnderReview, Withdrawn,
        };
        matches!(
            (self, next),
            (Received, UnderReview | Accepted | Refused | Decided | Rejected | Withdrawn)
                | (UnderReview, Accepted | Refused | Decided | Withdrawn)
        )
    }

    /// Whether a record of this kind can be in it: deeds are accepted or refused, cases decided.
    #[must_use]
    pub const fn fits(self, kind: Kind) -> bool {
        match self {
            Self::Accepted | Self::Refused => !kind.is_case(),
            Self::Decided => kind.is_case(),
            Self::Received | Self::UnderReview | Self::Rejected | Self::Withdrawn => true,
        }
    }

    /// Whether nothing said before it has to be there: a record first arrives, or is never taken
    /// up, or was taken back before it came.
    #[must_use]
    pub const fn may_be_first(self) -> bool {
        matches!(self, Self::Received | Self::Rejected | Self::Withdrawn)
    }

    /// Whether nothing more is to come.
    #[must_use]
    pub const fn is_final(self) -> bool {
        !matches!(self, Self::Received | Self::UnderReview)
    }
}

#[cfg(test)]
mod tests {
    use super::Typ;

    /// `name` is what a header says, the serialized word what a remit says.
    #[test]
    fn a_message_is_called_the_same_in_a_header_and_in_a_remit() {
        let all = [
            Typ::Enrolment,
            Typ::Statement,
            Typ::Head,
            Typ::Notice,
            Typ::Receipt,
            Typ::Record,
            Typ::DoorSign,
        ];
        for typ in all {
            assert_eq!(serde_json::to_value(typ).unwrap(), typ.name());
        }
    }
}

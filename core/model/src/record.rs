//! What a resident sends: its payload, its kinds, and the draft that a form fills.

use serde::{Deserialize, Serialize};

use super::case::{self, CaseFault, Compliance, Contest, RightsRequest, Target};
use super::ext::Extensions;
use super::json;
use super::time::{Date, UnixTime};
use super::version::Version;
use crate::ids::{Hash, Issuer, RecordId, RuleId, Salt, Subject, TrustId};

/// Bytes in one record's payload at most.
pub const MAX_BYTES: usize = 64 * 1024;

/// The version of the payload that this core writes.
pub const VERSION: u32 = 1;

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Something that the resident did, by a rule of the rulebook.
    SelfReport,
    /// Hours given.
    Volunteering,
    /// Blood given.
    BloodDonation,
    /// A contest of what is held against the resident.
    Contest,
    /// That what was ordered has been done.
    Compliance,
    /// A request under the law on personal information.
    RightsRequest,
    /// The withdrawal of another record.
    Withdrawal,
}

impl Kind {
    /// Whether it is answered by a decision: the others count, or they do not (PROTOCOL §3.4.1).
    #[must_use]
    pub const fn is_case(self) -> bool {
        matches!(self, Self::Contest | Self::Compliance | Self::RightsRequest)
    }
}

/// A record's payload: fixed when queued, signed only when sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// 1.
    pub v: Version<VERSION>,
    /// The authority that it is for.
    pub aud: Issuer,
    /// The trust root under which it was made.
    pub trust: TrustId,
    /// The resident.
    pub sub: Subject,
    /// When it was made, by the phone's clock: the resident's word.
    pub made_at: UnixTime,
    /// 16 random bytes: two equal deeds are two records.
    pub salt: Salt,
    /// Hash of the newest head that the phone had seen: the record is no older than that head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Hash>,
    /// What it says.
    pub body: Body,
    /// The photos that go with it.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub evidence: Vec<Evidence>,
    /// The record that this one replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<RecordId>,
    /// Extensions (PROTOCOL §1.10.5).
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub ext: Extensions,
}

/// One file that goes with a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// SHA-256 of the bytes as sent.
    pub sha256: Hash,
    /// How many bytes.
    pub bytes: u32,
    /// Its format.
    pub media_type: MediaType,
}

/// The format of a file that goes with a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum MediaType {
    /// A JPEG photo, and no other.
    #[serde(rename = "image/jpeg")]
    Jpeg,
}

impl Record {
    /// The kind: its body's.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.body.kind()
    }

    /// The record that this one takes back, if it is a withdrawal.
    #[must_use]
    pub const fn withdraws(&self) -> Option<RecordId> {
        match &self.body {
            Body::Withdrawal(withdrawal) => Some(withdrawal.of),
            _ => None,
        }
    }

    /// What it is against: what a decision on it may change.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        match &self.body {
            Body::Contest(contest) => Some(contest.target.clone()),
            Body::Compliance(compliance) => Some(compliance.target.clone().into()),
            _ => None,
        }
    }

    /// What is wrong with it in a way that the types cannot say.
    #[must_use]
    pub fn fault(&self) -> Option<CaseFault> {
        case::fault(self)
    }
}

/// What a record says, by kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Body {
    /// A deed of one's own, by a rule that can be reported.
    SelfReport(SelfReport),
    /// Hours given.
    Volunteering(Volunteering),
    /// Blood given.
    BloodDonation(BloodDonation),
    /// That something is wrong, and what should follow. It admits nothing (PROTOCOL §3.3.2).
    Contest(Contest),
    /// That what was ordered has been done. It admits nothing (PROTOCOL §3.3.2).
    Compliance(Compliance),
    /// A request under the law on personal information.
    RightsRequest(RightsRequest),
    /// That another record is taken back.
    Withdrawal(Withdrawal),
}

impl Body {
    /// The kind of record that has this body.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::SelfReport(_) => Kind::SelfReport,
            Self::Volunteering(_) => Kind::Volunteering,
            Self::BloodDonation(_) => Kind::BloodDonation,
            Self::Contest(_) => Kind::Contest,
            Self::Compliance(_) => Kind::Compliance,
            Self::RightsRequest(_) => Kind::RightsRequest,
            Self::Withdrawal(_) => Kind::Withdrawal,
        }
    }
}

/// Something that the resident did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SelfReport {
    /// The rule's id.
    pub rule: RuleId,
    /// The day on which it happened.
    pub occurred_on: Date,
    /// In the resident's words.
    pub description: String,
}

/// Hours given (DOMAIN §6.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Volunteering {
    /// Who organised it.
    pub organiser: String,
    /// What was done.
    pub activity: String,
    /// The day on which it happened.
    pub occurred_on: Date,
    /// How long, in minutes.
    pub minutes: u32,
}

/// Blood given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BloodDonation {
    /// The code on the certificate.
    pub donation_code: String,
    /// The day on which it happened.
    pub occurred_on: Date,
    /// Where it was given.
    pub place: String,
    /// What and how much.
    pub donation: Donation,
}

/// What was given and how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Donation {
    /// Whole blood, in millilitres: 200, 300 or 400.
    WholeBloodMl(u32),
    /// Apheresis platelets, in units: 1 or 2.
    PlateletUnits(u32),
}

/// Takes another record back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// The record that is taken back.
    pub of: RecordId,
    /// In the resident's words; may be empty.
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(more: &str, body: &str) -> Result<Record, json::FormatError> {
        let id = RecordId::of_payload(b"other");
        let text = format!(
            r#"{{"v":1,"aud":"credit.example","trust":"{id}","sub":"r-1","made_at":1,"salt":"{}",
            "evidence":[]{more},"body":{{{}}}}}"#,
            "A".repeat(22),
            body.replace("ID", &id.to_string()),
        );
        json::read_version(text.as_bytes(), 4_096, VERSION)
    }

    const HOURS: &str = r#""volunteering":{"organiser":"o","activity":"a","occurred_on":"2026-11-01","minutes":60}"#;
    const TAKES_BACK: &str = r#""withdrawal":{"of":"ID","reason":""}"#;

    #[test]
    fn a_record_withdraws_another_or_reports_a_deed_and_never_both() {
        assert_eq!(read("", HOURS).unwrap().withdraws(), None);
        let withdrawal = read("", TAKES_BACK).unwrap();
        assert_eq!((withdrawal.kind(), withdrawal.withdraws().is_some()), (Kind::Withdrawal, true));
        let other = RecordId::of_payload(b"other");
        for (more, body) in [
            (format!(r#","withdraws":"{other}""#), HOURS.to_owned()),
            (r#","kind":"withdrawal""#.to_owned(), HOURS.to_owned()),
            (String::new(), format!("{HOURS},{TAKES_BACK}")),
            (String::new(), r#""withdrawal":{"reason":""}"#.to_owned()),
            (String::new(), HOURS.replace("60", r#"60,"of":"ID""#)),
        ] {
            assert!(read(&more, &body).is_err(), "{more} {body}");
        }
    }
}

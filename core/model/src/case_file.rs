//! What a case file says beside the signed documents in it. Nobody has signed any of this: it is the
//! word of the phone that wrote the file.

use serde::{Deserialize, Serialize};

use crate::ids::{Hash, RecordId};
use crate::json;
use crate::time::{Date, UnixTime};

/// The file in the archive that holds a [`CaseFile`].
pub const CASE_FILE: &str = "case.json";

/// What a case file says beside its documents; nobody has signed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// `standing-case-file/1`.
    pub format: CaseFileFormat,
    /// When each document reached the phone, by the phone's own clock.
    #[serde(deserialize_with = "json::list::<_, _, 4096>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 4096)))]
    pub phone_times: Vec<PhoneTime>,
    /// What was handed in on paper, by the person's own word.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "json::list::<_, _, 4096>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 4096)))]
    pub hand_ins: Vec<HandedIn>,
}

/// The format of a case file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CaseFileFormat {
    /// The first.
    #[serde(rename = "standing-case-file/1")]
    V1,
}

/// When a document reached the phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PhoneTime {
    /// SHA-256 of its compact form.
    pub document: Hash,
    /// When, by the phone's own clock.
    pub reached_at: UnixTime,
}

/// A record that was handed in on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HandedIn {
    /// The record.
    pub record: RecordId,
    /// On which day, as the person noted it.
    pub on: Date,
    /// SHA-256 of the photo of the stamp, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<Hash>,
}

impl CaseFile {
    /// What a phone writes.
    #[must_use]
    pub const fn new(phone_times: Vec<PhoneTime>, hand_ins: Vec<HandedIn>) -> Self {
        Self { format: CaseFileFormat::V1, phone_times, hand_ins }
    }
}

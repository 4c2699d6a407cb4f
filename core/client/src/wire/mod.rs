//! What is said on the wire: requests and answers of `/v1`, their signatures, their limits.
//!
//! Shared with the sandbox authority, so that both sides read the same shapes. Answers are not signed
//! themselves: a server may add members, which a phone of today passes over.

pub mod signature;

use serde::{Deserialize, Serialize};

use standing_model::ids::{Hash, LetterId, Nonce, RecordId, TrustId};
use standing_model::json;
use standing_model::key::PublicKey;
use standing_verify::envelope::{PIECE, PIECE_OVERHEAD};

/// Bytes in one answer of `/v1` at most.
pub const MAX_ANSWER: usize = 2 << 20;

/// Bytes in one PATCH of evidence at most: one sealed piece.
pub const MAX_CHUNK: usize = PIECE + PIECE_OVERHEAD;

/// The media type of a document in compact form.
pub const JOSE: &str = "application/jose";

/// The media type of a document that is sealed to its authority (PROTOCOL §4.4).
pub const SEALED: &str = "application/standing-sealed";

/// The media type of errors (RFC 9457).
pub const PROBLEM_JSON: &str = "application/problem+json";

/// The version of tus that both sides speak.
pub const TUS_VERSION: &str = "1.0.0";

/// The version of [`DeviceRequest`].
pub const DEVICE_REQUEST_VERSION: u32 = 2;

/// `POST /v1/devices`: a new key asks to act for whoever holds the code, and proves that it knows
/// it (PROTOCOL §5). The code itself is not sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DeviceRequest {
    /// 2.
    pub v: u32,
    /// Finds the code, for whoever has it (PROTOCOL §5.3).
    pub letter: LetterId,
    /// The proof of the code, bound to root, authority, key and nonce (PROTOCOL §5.3).
    pub proof: Hash,
    /// The phone's new key; the request is signed by it.
    pub key: PublicKey,
    /// The trust root under which the phone verified the trust list.
    pub root: TrustId,
    /// The app's nonce, which the answer's `aud` repeats; the same at each repeat with this key.
    pub nonce: Nonce,
}

/// The answer to a [`DeviceRequest`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeviceAnswer {
    /// A `standing-enrolment+jwt` in compact form.
    pub enrolment: String,
}

/// The answer to `GET /v1/head?nonce=`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeadAnswer {
    /// A `standing-head+jwt` in compact form.
    pub head: String,
}

/// The answer to `GET /v1/statements?from=`, `/v1/notices?from=` and `/v1/receipts?from=`: the
/// items numbered `from` and above, in rising order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Page {
    /// Documents in compact form, by rising number.
    #[serde(deserialize_with = "json::list::<_, _, 50>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 50)))]
    pub items: Vec<String>,
    /// Whether there are later ones.
    pub more: bool,
}

/// The answer to `PUT /v1/records/<id>`, whose body is the record in compact form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordAnswer {
    /// A `standing-receipt+jwt` in compact form.
    pub receipt: String,
}

/// An error answer (RFC 9457). Nothing in it is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem {
    /// One of PROTOCOL §4.2, or anything else.
    #[serde(rename = "type", default)]
    pub kind: String,
    /// What is wrong, for people; shown as unsigned.
    #[serde(default)]
    pub title: String,
    /// More about it.
    #[serde(default)]
    pub detail: String,
}

/// Errors that the app understands; every other `type` is shown as unsigned text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemType {
    /// No such code, or a wrong proof: one answer for both.
    CodeUnknown,
    /// The code was used by another key.
    CodeUsed,
    /// The code is too old.
    CodeExpired,
    /// The phone pinned another root than this authority's.
    WrongRoot,
    /// The signature is missing or wrong, or the nonce is not this server's.
    Unsigned,
    /// The key does not act for anybody here.
    UnknownDevice,
    /// The record's evidence has not arrived whole.
    EvidenceMissing,
    /// The first attempt is still at work.
    InProgress,
    /// It is sealed to a key that the authority does not open with, or it must be sealed.
    SealKey,
}

impl ProblemType {
    /// Every type.
    pub const ALL: [Self; 9] = [
        Self::CodeUnknown,
        Self::CodeUsed,
        Self::CodeExpired,
        Self::WrongRoot,
        Self::Unsigned,
        Self::UnknownDevice,
        Self::EvidenceMissing,
        Self::InProgress,
        Self::SealKey,
    ];

    /// The `type` member.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CodeUnknown => "standing:code-unknown",
            Self::CodeUsed => "standing:code-used",
            Self::CodeExpired => "standing:code-expired",
            Self::WrongRoot => "standing:wrong-root",
            Self::Unsigned => "standing:unsigned",
            Self::UnknownDevice => "standing:unknown-device",
            Self::EvidenceMissing => "standing:evidence-missing",
            Self::InProgress => "standing:in-progress",
            Self::SealKey => "standing:seal-key",
        }
    }

    /// The type with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// The path of a record's PUT below the authority's API address.
#[must_use]
pub fn record_path(id: RecordId) -> String {
    format!("/v1/records/{id}")
}

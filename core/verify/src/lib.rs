//! Is this document genuine, and may this authority say it? No network, no SQL, no C compiler.
//!
//! The only way to a [`message::Verified`] value leads through its checks. A verifier for a court
//! or a newspaper needs three files and a name: the pinned `root.json`, the signed
//! `authorities.json`, the document, and for whom it is.
//!
//! ```
//! use standing_model::authority::Authorities;
//! use standing_model::ids::TrustId;
//! use standing_model::statement::Statement;
//! use standing_verify::keys::IssuerKeys;
//! use standing_verify::message::{Expected, Verified, verify};
//! use standing_verify::TrustError;
//!
//! # use std::path::Path;
//! # let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/samples");
//! # let read = |file: &str| std::fs::read_to_string(samples.join(file));
//! # let targets = std::fs::read_dir(samples.join("trust/targets"))?;
//! # let paths = targets.filter_map(|one| Some(one.ok()?.path()));
//! # let list = paths.filter(|path| path.extension().is_some_and(|end| end == "json")).last();
//! # let list = std::fs::read(list.ok_or("no list")?)?;
//! # let expected: serde_json::Value = serde_json::from_str(&read("expected.json")?)?;
//! # let resident = expected["sub"].as_str().ok_or("no resident")?;
//! # let root = read("trust/metadata/1.root.json")?;
//! // `metadata::refresh` reads `list` out of a repository and checks that `root` signed it.
//! let trust = TrustId::of_root(root.as_bytes());
//! let authorities = Authorities::read(&list)?;
//! let authority = authorities.find(&"credit.yangqiao.example".parse()?).ok_or("not listed")?;
//! let keys = IssuerKeys::of(trust, authority);
//!
//! // The key must have been in use at the time that the statement gives, and the statement must
//! // be for this resident.
//! let compact = read("statement/good.jws")?;
//! let statement: Verified<Statement> = verify(&compact, Expected::fresh(&keys, resident))?;
//! assert_eq!(statement.payload().seq, 3);
//!
//! // A document that was changed says so, and no other value comes out of it.
//! let changed = read("statement/flipped-bit.jws")?;
//! let refused = verify::<Statement>(&changed, Expected::fresh(&keys, resident));
//! assert_eq!(refused, Err(TrustError::BadSignature));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Whether the statement adds up is `standing_rules::audit`; whether it fits what else is held is
//! [`series`] and [`head`]. What each check means is said in PROTOCOL §1 and §3.

pub mod alarm;
pub mod chain;
pub mod enrolment;
pub mod envelope;
pub mod head;
pub mod jws;
pub mod keys;
pub mod message;
pub mod metadata;
pub mod proof;
pub mod receipt;
pub mod record;
pub mod register;
pub mod series;
pub mod verdict;
pub mod watched;

use message::Verified;
use standing_model::frame::Frame;
use standing_model::ids::KeyId;
use standing_model::json;
use standing_model::message::Typ;
use standing_model::time::UnixTime;

/// Why a document is not believed. Each text is a lower-case fragment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TrustError {
    /// Longer than any document of its kind may be.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// Bytes allowed.
        limit: usize,
    },
    /// Not three parts of canonical base64url, or a header that this product refuses.
    #[error("not a signed document: {0}")]
    Form(&'static str),
    /// A document of another kind.
    #[error("a {found} where a {wanted} is needed", found = .found.name(), wanted = .wanted.name())]
    WrongTyp {
        /// What its header says.
        found: Typ,
        /// What was asked for.
        wanted: Typ,
    },
    /// Signed by a key that its authority does not have under this trust root.
    #[error("signed by a key that the authority does not have")]
    UnknownKey(KeyId),
    /// The signature does not fit the bytes: something was changed, or somebody else signed.
    #[error("the signature does not fit")]
    BadSignature,
    /// The signed bytes are not what the kind calls for.
    #[error("unreadable content: {0}")]
    Payload(String),
    /// Signed and meant for whom it should be, and of a later version, which a newer app reads.
    #[error("it is of version {v}, which a newer app reads")]
    Later {
        /// The version.
        v: u32,
        /// What every version says, verified; none for a resident's record and for a door sign.
        frame: Option<Box<Verified<Frame>>>,
    },
    /// It names another authority than the one whose key signed it.
    #[error("it names another authority")]
    WrongIssuer,
    /// The authority may not sign documents of this kind.
    #[error("the authority may not sign a {}", .0.name())]
    OutsideRemit(Typ),
    /// The key was not in use at the time that the document gives.
    #[error("its key was not in use at the time that it gives")]
    KeyNotInUse,
    /// The key was withdrawn as compromised, and this phone did not hold the document before.
    #[error("its key was withdrawn as compromised")]
    KeyCompromised {
        /// The withdrawal, as the key list says.
        at: UnixTime,
    },
    /// It is for another resident.
    #[error("it is for another resident")]
    WrongResident,
    /// It answers another question than the one that was asked.
    #[error("it answers another question: {0}")]
    WrongAnswer(&'static str),
    /// Its parts contradict each other.
    #[error("its parts contradict each other: {0}")]
    Contradiction(&'static str),
}

impl TrustError {
    /// Whether whoever sent it cannot sign for the authority.
    #[must_use]
    pub const fn is_forgery(&self) -> bool {
        matches!(self, Self::BadSignature | Self::UnknownKey(_) | Self::WrongIssuer)
    }

    /// The rule of PROTOCOL that it breaks, such as `1.7.2`.
    #[must_use]
    pub fn rule(&self) -> &str {
        match self {
            Self::Form(_) | Self::BadSignature => "1.2",
            Self::WrongTyp { .. }
            | Self::UnknownKey(_)
            | Self::WrongIssuer
            | Self::OutsideRemit(_)
            | Self::KeyNotInUse
            | Self::WrongResident
            | Self::WrongAnswer(_) => "1.3",
            Self::TooLarge { .. } => "1.7.4",
            Self::Payload(why) => json::rule_of(why).unwrap_or("1.7"),
            Self::Later { .. } => "1.10.2",
            Self::KeyCompromised { .. } => "2.1.1",
            Self::Contradiction(why) => json::rule_of(why).unwrap_or("3"),
        }
    }

    /// The reason as a word for tests, for machines and for the keys of translations.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::Form(_) => "form",
            Self::WrongTyp { .. } => "wrong-typ",
            Self::UnknownKey(_) => "unknown-key",
            Self::BadSignature => "bad-signature",
            Self::Payload(_) => "payload",
            Self::Later { .. } => "later",
            Self::WrongIssuer => "wrong-issuer",
            Self::OutsideRemit(_) => "outside-remit",
            Self::KeyNotInUse => "key-not-in-use",
            Self::KeyCompromised { .. } => "key-compromised",
            Self::WrongResident => "wrong-resident",
            Self::WrongAnswer(_) => "wrong-answer",
            Self::Contradiction(_) => "contradiction",
        }
    }
}

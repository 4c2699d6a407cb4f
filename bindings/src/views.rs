//! What the screens show: the core's own types, described to UniFFI.
//!
//! `build.rs` writes the description of everything in `core/app/src/view`. Only the types that
//! views borrow from elsewhere stand here.

pub use standing_app::error::Problem;
use standing_app::ids::MembershipId;
pub use standing_app::words::Language;

/// A language of the product.
#[uniffi::remote(Enum)]
pub enum Language {
    /// English.
    English,
    /// Simplified Chinese.
    Chinese,
}

/// An explanation in the person's language: what happened, what is safe, what to do.
#[uniffi::remote(Record)]
pub struct Problem {
    /// The reason as a word, the same in every language, such as `code-used`.
    pub code: String,
    /// What happened, as a sentence.
    pub happened: String,
    /// What is safe, as a sentence.
    pub safe: String,
    /// What to do, as a sentence.
    pub todo: String,
}

include!(concat!(env!("OUT_DIR"), "/views.rs"));

//! What holds of a document, and why: typed, without words, pure.
//!
//! A verdict is made of checks, each an enum whose variants carry what a sentence needs; `state`
//! of a check is the same for whoever asks. The phone, `standing check` and the sandbox call these
//! functions and choose sentences for the answers; none of them decides again.

pub mod door_sign;
pub mod freshness;
pub mod listing;
pub mod origin;
pub mod receipt;
pub mod sequence;
pub mod statement;

/// How sure a check is, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It does not hold.
    Fails,
    /// It cannot be said with what is known now.
    Unknown,
    /// It holds.
    Holds,
}

#[cfg(test)]
mod tests;

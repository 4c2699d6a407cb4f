//! What can go wrong at the door, sorted by what a person can do about it.

/// An error of a use case. Nothing in it is personal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .problem.happened)]
pub struct AppError {
    /// What sort of thing a person can do about it.
    pub kind: ErrorKind,
    /// What to tell them.
    pub problem: Problem,
}

/// One kind for each thing that a person can do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// What was typed, scanned or chosen cannot be used: change it.
    Invalid,
    /// There is no such thing on this phone: go back.
    NotFound,
    /// The other side could not be reached: try again later.
    Unreachable,
    /// What arrived cannot be believed, and was not kept: tell the authority.
    Untrusted,
    /// The other side said no: do what it asks for.
    Refused,
    /// The phone could not store or read: make room, close the other copy.
    Storage,
    /// The phone does not give the key out now: unlock it.
    KeyUnavailable,
    /// Something newer than this app: update the app.
    TooNew,
}

/// An explanation in the person's language: what happened, what is safe, what to do.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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

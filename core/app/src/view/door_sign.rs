//! What a scanned door sign is: who signed it, for which quarter and which door, and the stars that
//! are signed.

use super::{CheckState, KeyValue};

/// A door sign, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorSignView {
    /// The worst of the checks.
    pub state: CheckState,
    /// "Genuine, and the same as in your statement".
    pub title: String,
    /// The checks, in the order in which they are made.
    pub checks: Vec<DoorSignCheck>,
    /// Door, quarter and signer; empty where the sign is not believed.
    pub facts: Vec<KeyValue>,
    /// What the stars below are, and what other stars on the door are; empty without stars.
    pub stars_note: String,
    /// The signed stars by the rulebook's order; empty where the sign is not believed.
    pub stars: Vec<DoorSignStars>,
    /// What to do, in a sentence; empty if nothing is to be done.
    pub todo: String,
}

/// One check of a door sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorSignCheck {
    /// What was found.
    pub state: CheckState,
    /// The same in a sentence.
    pub finding: String,
}

/// The signed stars of one category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorSignStars {
    /// The category's name; its id where its rulebook is not on this phone.
    pub name: String,
    /// "3 of 5".
    pub text: String,
    /// What the resident's own statement says instead: "Your statement 8: 4 stars"; empty if it is
    /// the same, or not about this door.
    pub differs: String,
}

//! People on this phone: whose each membership is, as the person at this phone says.

use super::join::MembershipView;

/// Everybody on this phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleView {
    /// "2 people, 3 connections. Each is kept apart, with a key of its own."
    pub text: String,
    /// The owner of this phone first, then in the order of joining.
    pub people: Vec<PersonRow>,
    /// What the authorities learn of it: nothing.
    pub kept: String,
    /// Whose words the masked names are.
    pub hints: String,
}

/// A person and what is theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Who.
    pub person: PersonView,
    /// What acting for somebody means; empty for the owner of this phone.
    pub acting: String,
    /// Their memberships, in the order of joining.
    pub memberships: Vec<MembershipView>,
}

/// Whose a membership is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonView {
    /// As it was typed: "Father"; empty for the owner of this phone.
    pub given: String,
    /// "Father"; "You".
    pub name: String,
    /// "You act for Father."; empty for the owner of this phone.
    pub acts: String,
    /// The mark beside the name.
    pub mark: PersonMark,
    /// Whether the phone's owner is asked for before this person's pages.
    pub is_locked: bool,
}

/// A mark that tells people apart by its outline, without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PersonMark {
    /// A circle.
    Circle,
    /// A square.
    Square,
    /// A triangle.
    Triangle,
    /// A square on its corner.
    Diamond,
    /// Six corners.
    Hexagon,
}

/// What the person at this phone says of whose a membership is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonDraft {
    /// What they are called here; empty for the owner of this phone.
    pub name: String,
    /// The mark beside the name.
    pub mark: PersonMark,
    /// Whether the phone's owner is to be asked for before their pages.
    pub is_locked: bool,
}

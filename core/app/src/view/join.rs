//! Joining: what a link leads to, what leaves the phone, and who the phone has joined.

use super::people::PersonView;
use standing_model::ids::MembershipId;

/// A link, before anything is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkView {
    /// What it leads to.
    pub leads_to: LinkTarget,
    /// The authority's name in messages, as the link gives it; empty for a register.
    pub iss: String,
    /// The host that the phone would connect to.
    pub host: String,
    /// "This link leads to credit.yangqiao.example. …"
    pub known: String,
    /// For a register: the groups of the fingerprint that the person types from the paper, two of
    /// them, picked at random. None for an authority, which proves itself by the code.
    pub groups: Vec<GroupQuestion>,
    /// What leaves the phone, step by step, and what never does.
    pub leaves: Vec<super::KeyValue>,
}

/// A group of the fingerprint on paper that the person types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupQuestion {
    /// Which, counted from 1.
    pub number: u8,
    /// "Group 3"
    pub label: String,
}

/// What the person typed for a [`GroupQuestion`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupAnswer {
    /// Which, counted from 1.
    pub number: u8,
    /// As it was typed.
    pub typed: String,
}

/// What an authority says of itself in its public files, before it has proved anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityPreview {
    /// Its name in messages.
    pub iss: String,
    /// "It calls itself “Yangqiao village committee”."
    pub claim: String,
    /// That nothing of this is proved yet, and what will prove it.
    pub unproved: String,
    /// The host that the proof of the code goes to.
    pub host: String,
    /// The same in rows: its name in messages, where the proof goes, where its files lie, and the
    /// zone of the days in its documents.
    pub rows: Vec<super::KeyValue>,
    /// Authorities on this phone whose name reads as this one's; the person sees both before
    /// going on, and joins by [`App::join_namesake`](crate::App::join_namesake). None as a rule.
    pub namesakes: Option<NamesakesView>,
}

/// An authority calls itself as one on this phone does, under another trust root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamesakesView {
    /// "Another authority on this phone has the same name."
    pub title: String,
    /// What that can mean, and what to do.
    pub text: String,
    /// One block for each authority, the offered one first.
    pub authorities: Vec<NamesakeView>,
    /// That both are shown with their name in messages from now on, if the person goes on.
    pub then: String,
    /// What [`App::join_namesake`](crate::App::join_namesake) is given: it stands for exactly these.
    pub seen: String,
}

/// One of the authorities whose names read alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamesakeView {
    /// "This link" or "On this phone".
    pub title: String,
    /// Its name, its name in messages, its host, and the matching code of its root.
    pub rows: Vec<super::KeyValue>,
}

/// What a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkTarget {
    /// Joining an authority.
    Authority,
    /// Adding a register of businesses.
    Register,
}

/// The authority and this phone proved to each other that they know the code; the person now
/// confirms the hint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinView {
    /// The membership, waiting to be confirmed.
    pub membership: MembershipId,
    /// The authority's name.
    pub authority: String,
    /// The resident's name, masked, as the authority wrote it.
    pub hint: String,
    /// "Is this letter yours?"
    pub question: String,
}

/// A membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MembershipView {
    /// Its id on this phone.
    pub membership: MembershipId,
    /// The authority's name.
    pub authority: String,
    /// The masked hint.
    pub hint: String,
    /// Where it stands.
    pub state: MembershipState,
    /// The trust root's fingerprint.
    pub fingerprint: String,
    /// "Joined on 3 May 2026."
    pub joined: String,
    /// Whose it is, as the person at this phone says.
    pub person: PersonView,
}

/// Where a membership stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MembershipState {
    /// The hint waits to be confirmed.
    ToConfirm,
    /// In use.
    Active,
}

/// What leaving a membership takes away, for the person to confirm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaveView {
    /// The authority's name.
    pub authority: String,
    /// What would be erased, and which records were not sent yet.
    pub text: String,
}

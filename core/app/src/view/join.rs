//! Joining: what a link leads to, what leaves the phone, and who the phone has joined.

use standing_model::ids::MembershipId;

/// A link, before anything is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkView {
    /// What it leads to.
    pub leads_to: LinkTarget,
    /// The host that the phone would connect to.
    pub host: String,
    /// "Yangqiao is not known to this app. That is usual for a village …"
    pub known: String,
    /// The fingerprint in groups of four, to compare with the paper.
    pub fingerprint: String,
    /// What leaves the phone, step by step, and what never does.
    pub leaves: Vec<super::KeyValue>,
}

/// What a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkTarget {
    /// Joining an authority.
    Authority,
    /// Adding a register of businesses.
    Register,
}

/// The authority took the code; the person now confirms the hint.
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
    /// The trust root's fingerprint, which the link named.
    pub fingerprint: String,
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

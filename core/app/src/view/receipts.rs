//! Receipts: what an authority signed about a record, and what this phone finds.

use super::{CheckState, Deadline, KeyValue};
use standing_model::ids::MembershipId;

/// Every receipt of one membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptsView {
    /// The membership.
    pub membership: MembershipId,
    /// The newest first.
    pub rows: Vec<ReceiptRow>,
    /// What to say when there are none; empty otherwise.
    pub empty: String,
}

/// One receipt in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptRow {
    /// Its number.
    pub n: u32,
    /// The item that it is over; none if the record was sent by another phone.
    pub item: Option<i64>,
    /// "Blood donation, 400 ml".
    pub title: String,
    /// "Accepted on 20 November 2026".
    pub text: String,
    /// Whether it is signed, as checked now.
    pub state: CheckState,
}

/// What was checked about a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReceiptCheckKind {
    /// Signed by the authority, and not changed since.
    Signed,
    /// Over exactly the record and photos that this phone sent.
    SameAsSent,
    /// In its place in the chain of receipts.
    InSequence,
}

/// One check of a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptCheck {
    /// What was checked.
    pub kind: ReceiptCheckKind,
    /// The result.
    pub state: CheckState,
    /// The check's name.
    pub name: String,
    /// What this phone found.
    pub finding: String,
}

/// The newest receipt over an item, its checks, and what happened when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptView {
    /// The membership.
    pub membership: MembershipId,
    /// The item.
    pub item: i64,
    /// "Receipt 3".
    pub heading: String,
    /// "Blood donation, 400 ml".
    pub title: String,
    /// What the receipt says, in a sentence.
    pub text: String,
    /// What fails first, then what is unknown, then what holds.
    pub checks: Vec<ReceiptCheck>,
    /// What happened, the earliest first.
    pub timeline: Vec<TimelineRow>,
    /// By when the answer is due or, if it was refused, can be contested; none otherwise.
    pub deadline: Option<Deadline>,
    /// What the receipt says besides: its reason, who decided, the entry that it became.
    pub says: Vec<KeyValue>,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineRow {
    /// "Received".
    pub text: String,
    /// The day.
    pub day: String,
    /// "by this phone's clock", "by the authority's clock"; who did it, or how far it is.
    pub note: String,
    /// It has happened; otherwise it is due.
    pub done: bool,
}

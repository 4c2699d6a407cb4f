//! What comes next: the score at the end of each coming quarter if nothing is added.

use super::Proof;
use standing_model::ids::MembershipId;

/// What comes next for one membership, worked out from its newest statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForecastView {
    /// The membership.
    pub membership: MembershipId,
    /// The authority's name.
    pub authority: String,
    /// The statement that it is worked out from; none before the first sync.
    pub seq: Option<u32>,
    /// "82 on 30 September 2026. If nothing is added, the dates that are already set change it as
    /// follows:"; empty without a statement.
    pub heading: String,
    /// What to say when there is nothing to show; empty otherwise.
    pub empty: String,
    /// Who signed the statement, and the checks.
    pub proof: Option<Proof>,
    /// What the statement says otherwise than this phone works out; a forecast then begins with
    /// this phone's sum.
    pub differences: Vec<String>,
    /// The quarters, the next first.
    pub quarters: Vec<QuarterRow>,
    /// That something held ends after the last quarter; empty if nothing does.
    pub later: String,
    /// That this is arithmetic and not a promise.
    pub caveat: String,
    /// The next tier; none in the highest one.
    pub next_tier: Option<NextTierView>,
    /// "Room left in 2026, by version 8 of the rulebook".
    pub room_title: String,
    /// What each rule that adds points may still add, by the rulebook's order.
    pub rooms: Vec<RoomRow>,
    /// When the count starts again, or that no statement of this year is here; empty if no rule has
    /// a limit.
    pub room_note: String,
}

/// The last day of a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarterRow {
    /// The day, in words.
    pub day: String,
    /// The score on it.
    pub score: String,
    /// The score in the rulebook's unit, for a chart.
    pub points: i32,
    /// The tier's name; empty if the rulebook has no tier so low.
    pub tier: String,
    /// What begins or ceases to count, the largest first.
    pub moves: Vec<MoveRow>,
    /// "Below 75: Good becomes Fair", and what opens or closes with it.
    pub consequences: Vec<String>,
}

/// An entry or stars that begin or cease to count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveRow {
    /// The entry's id in the statement; none for stars.
    pub entry: Option<String>,
    /// By how much the sum moves: "−3".
    pub points: String,
    /// What it is about.
    pub label: String,
    /// "ends on 20 December 2026".
    pub when: String,
}

/// The next tier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextTierView {
    /// "8 short of Excellent".
    pub title: String,
    /// Where it begins, what it opens and lifts.
    pub text: String,
}

/// What one rule may still add this year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomRow {
    /// The rule's id.
    pub rule: String,
    /// Its name.
    pub name: String,
    /// "2 of 4 counted this year."
    pub text: String,
    /// "up to +4"; "+4 each" without a limit; "0" when the limit is reached.
    pub points: String,
}

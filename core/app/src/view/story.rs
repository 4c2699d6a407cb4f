//! How a score came about: every statement as a chart and as a table, and what moved it.

use super::CheckState;
use super::alarms::AlarmRow;
use super::home::ChangeRow;
use standing_model::ids::MembershipId;

/// The story of one membership's score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryView {
    /// The membership.
    pub membership: MembershipId,
    /// "Yangqiao village committee, 1 January 2025 to 1 October 2026"; empty without a statement.
    pub period: String,
    /// "From 68 to 82".
    pub heading: String,
    /// What to say when there is nothing to show; empty otherwise.
    pub empty: String,
    /// The worst of the checks.
    pub state: CheckState,
    /// What fails first, then what is unknown, then what holds.
    pub checks: Vec<StoryCheck>,
    /// "Statements 1 to 8 are on this phone …"
    pub proof: String,
    /// The chart; none if fewer than two statements can be drawn on one scale.
    pub chart: Option<StoryChart>,
    /// Statements that do not add up, and what the chart leaves out: a sentence each.
    pub findings: Vec<StoryFinding>,
    /// "What moved it most".
    pub moved_title: String,
    /// "+14 in all"; empty if nothing can be compared.
    pub moved_all: String,
    /// What moved it, the weightiest first; their points come to `moved_all`.
    pub moved: Vec<MovedRow>,
    /// Why there is nothing under `moved_title`; empty otherwise.
    pub moved_empty: String,
    /// What came and ended in between, a sentence each: it moves nothing today.
    pub past: Vec<String>,
    /// Every statement on this phone, the newest first.
    pub rows: Vec<StoryRow>,
    /// Versions of the rulebook that this phone has, in rising order: any two can be compared.
    pub rulebooks: Vec<RulebookChoice>,
    /// Alarms about the history.
    pub alarms: Vec<AlarmRow>,
}

/// One check of all statements together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryCheck {
    /// The result.
    pub state: CheckState,
    /// The result in two or three words: the mark's word.
    pub mark: String,
    /// What this phone found, in a sentence.
    pub finding: String,
}

/// What stands out in the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryFinding {
    /// The statement that it is about; none if it is about several.
    pub seq: Option<u32>,
    /// How grave it is.
    pub state: CheckState,
    /// "Statement 6 says 64; its own entries add up to 69."
    pub text: String,
}

/// A step chart. Across: days since the first step. Up: points in the rulebook's unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryChart {
    /// What the chart shows, for those who do not see it: "68 on 1 January 2025 …".
    pub spoken: String,
    /// "A step for each statement. The chart starts at 50. The same figures are in the table."
    pub note: String,
    /// Where the chart begins at the bottom.
    pub lowest: i32,
    /// Where it ends at the top.
    pub highest: i32,
    /// Where it ends on the right, in days.
    pub days: u32,
    /// The steps, from left to right.
    pub steps: Vec<StoryStep>,
    /// The tiers of the newest rulebook that lie in the chart, from the bottom up.
    pub bands: Vec<StoryBand>,
    /// Where another version of the rulebook begins.
    pub rulebooks: Vec<StoryMark>,
    /// Days that are named below the chart.
    pub ticks: Vec<StoryMark>,
}

/// One statement in the chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryStep {
    /// Its number.
    pub seq: u32,
    /// Its last day, in days since the first step's.
    pub at: u32,
    /// Its score.
    pub points: i32,
    /// "82": beside the point for the first and the newest one, empty elsewhere.
    pub label: String,
    /// Whether a line leads here from the step before: not across a statement that is missing.
    pub joined: bool,
    /// How sure it is; what fails is marked.
    pub state: CheckState,
}

/// A tier in the chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryBand {
    /// "Good".
    pub name: String,
    /// "75 to 89".
    pub range: String,
    /// Where it begins; within the chart.
    pub from: i32,
    /// Where it ends; within the chart.
    pub to: i32,
    /// Whether the newest score lies in it.
    pub is_current: bool,
}

/// A day in the chart with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryMark {
    /// Days since the first step.
    pub at: u32,
    /// "Rulebook 7"; "January 2026".
    pub label: String,
}

/// What moved a score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedRow {
    /// "+12".
    pub points: String,
    /// "Late on a loan payment".
    pub title: String,
    /// "Counts until 12 September 2027"; "Nothing that you did."
    pub detail: String,
    /// The page that shows more.
    pub target: MovedTarget,
}

/// The page of what moved a score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MovedTarget {
    /// No page.
    Nothing,
    /// An entry.
    Entry {
        /// The statement that has it.
        seq: u32,
        /// Its id.
        entry: String,
    },
    /// How a statement adds up, for several entries together or stars.
    Statement {
        /// Its number.
        seq: u32,
    },
    /// What changed between two versions of the rulebook.
    Rulebooks {
        /// The earlier version.
        from: u32,
        /// The later version.
        to: u32,
    },
}

/// One statement in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryRow {
    /// Its number.
    pub seq: u32,
    /// "1 October 2026": the day as of which it was worked out; empty if it cannot be read.
    pub day: String,
    /// "Credit statement 8".
    pub name: String,
    /// "82".
    pub score: String,
    /// The tier's name.
    pub tier: String,
    /// "+1" against the one before; empty for the first on this phone.
    pub change: String,
    /// How sure it is.
    pub state: CheckState,
    /// "Does not add up", "Withdrawn on …", or empty.
    pub note: String,
    /// "Rulebook 7, from 1 July 2026" where another version begins with it; empty elsewhere.
    pub rulebook: String,
}

/// A version of the rulebook that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulebookChoice {
    /// Its version.
    pub version: u32,
    /// "Rulebook 7, from 1 July 2026".
    pub name: String,
}

/// Two statements compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementComparisonView {
    /// The membership.
    pub membership: MembershipId,
    /// "From 63 to 82: +19".
    pub heading: String,
    /// The earlier one.
    pub earlier: ComparedStatement,
    /// The later one.
    pub later: ComparedStatement,
    /// "What moved the score".
    pub moved_title: String,
    /// "+19 in all"; empty if that cannot be computed.
    pub moved_all: String,
    /// What moved it, the weightiest first; their points come to `moved_all`.
    pub moved: Vec<MovedRow>,
    /// Why there is nothing under `moved_title`; empty otherwise.
    pub moved_empty: String,
    /// "Everything that changed".
    pub changes_title: String,
    /// Every change, the weightiest first.
    pub changes: Vec<ChangeRow>,
    /// What to say when nothing changed; empty otherwise.
    pub changes_empty: String,
    /// Every statement on this phone that can be compared, the newest first.
    pub statements: Vec<StatementChoice>,
}

/// A statement that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementChoice {
    /// Its number.
    pub seq: u32,
    /// "Credit statement 8, 1 October 2026".
    pub name: String,
}

/// One side of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedStatement {
    /// Its number.
    pub seq: u32,
    /// "Credit statement 8".
    pub name: String,
    /// "1 October 2026".
    pub day: String,
    /// "82"; empty if its rulebook is not on this phone.
    pub score: String,
    /// The tier's name.
    pub tier: String,
    /// "Rulebook 7, from 1 July 2026"; empty if it is not on this phone.
    pub rulebook: String,
    /// How sure it is.
    pub state: CheckState,
}

/// Two versions of a rulebook compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulebookComparisonView {
    /// The membership.
    pub membership: MembershipId,
    /// "Rulebooks 6 and 7".
    pub title: String,
    /// "What changed on 1 July 2026".
    pub heading: String,
    /// Which deeds the later one is for.
    pub lead: String,
    /// What changed, part by part; parts without a change are left out.
    pub parts: Vec<RulebookPart>,
    /// What to say when nothing changed; empty otherwise.
    pub empty: String,
    /// Every version on this phone, in rising order.
    pub rulebooks: Vec<RulebookChoice>,
}

/// What changed in one part of a rulebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulebookPart {
    /// "Rules".
    pub title: String,
    /// Each change, by the order of the later rulebook; what was removed comes last.
    pub rows: Vec<RulebookChangeRow>,
}

/// What became of one rule, tier or measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulebookChangeRow {
    /// How it changed.
    pub kind: RulebookChangeKind,
    /// "Changed", "New", "Removed".
    pub mark: String,
    /// "F-2 “Late on a loan payment”".
    pub title: String,
    /// What it was and what it is now, a sentence each.
    pub text: Vec<String>,
}

/// How a part of a rulebook changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RulebookChangeKind {
    /// It is in both and differs.
    Changed,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

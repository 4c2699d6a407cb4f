//! A rulebook in plain words, with what this app noticed in it.

use standing_model::ids::MembershipId;

/// The rulebook screen of one membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulebookView {
    /// The membership.
    pub membership: MembershipId,
    /// The authority's name.
    pub authority: String,
    /// "Yangqiao morality bank".
    pub name: String,
    /// The rulebook's id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// "Version 7, in force since 1 January 2024."
    pub heading: String,
    /// Which statement was worked out by it, and whether the authority names a newer one.
    pub used: String,
    /// SHA-256 of its bytes: 64 hexadecimal digits in groups of eight.
    pub hash: String,
    /// "One version has one hash for ever. Compare it with …"
    pub hash_note: String,
    /// "What this app noticed"
    pub noticed_title: String,
    /// How this app looks, or that it noticed nothing.
    pub noticed_lead: String,
    /// Rules that are unfair, or may be.
    pub noticed: Vec<Noticed>,
    /// Everything that it says, chapter by chapter.
    pub chapters: Vec<Chapter>,
}

/// A rule that is unfair, or may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noticed {
    /// Which concern, as a word, such as `never-ends`.
    pub code: String,
    /// What it is, in a sentence with the rule's name.
    pub text: String,
    /// Why that matters.
    pub why: String,
    /// "The numbers say so", or "This is how the app reads the wording; it may be mistaken".
    pub basis: String,
}

/// What a chapter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChapterKind {
    /// Lowest, highest, start, and how the sum is made.
    Scale,
    /// Tiers.
    Tiers,
    /// Dimensions.
    Dimensions,
    /// Household stars.
    Stars,
    /// What counts in favour.
    Adds,
    /// What counts against.
    Takes,
    /// Perks.
    Perks,
    /// Restrictions.
    Restrictions,
    /// The contest ladder.
    Contest,
    /// Which records are taken and how they count.
    Records,
    /// How long listings of businesses are published.
    Publication,
    /// Where everything comes from.
    Sources,
}

/// One chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// What it is about.
    pub kind: ChapterKind,
    /// Its title.
    pub title: String,
    /// A sentence before the facts, or that there are none.
    pub lead: String,
    /// The facts.
    pub facts: Vec<Fact>,
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// "Visiting elderly parents, or taking them to the doctor".
    pub label: String,
    /// "+6 each time".
    pub value: String,
    /// What else it says, a sentence each.
    pub lines: Vec<String>,
    /// Where it comes from; several if its parts come from several texts.
    pub origins: Vec<Origin>,
}

/// Where a fact comes from and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// "Points: Report on the morality bank of Yangqiao (newspaper report)."
    pub text: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// How sure it is, in two or three words.
    pub sure: String,
}

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// A standard, a law or its official translation.
    PrimaryText,
    /// A newspaper's report of this very system.
    Report,
    /// A secondary page.
    Secondary,
    /// Chosen by the rulebook's author; not verified anywhere.
    Assumed,
}

//! What tier and stars open and close, since when, why, and what is missing.

mod page;

use super::holdings::{Holdings, Shown};
use super::rulebook::telling::Telling;
use super::view::perks::{BenefitGroup, BenefitKind, BenefitRow, PerksView};
use super::words::Words;
use super::{App, checks, home, ledger};
use crate::error::AppError;
use standing_model::ids::MembershipId;
use standing_model::points::Points;
use standing_model::rulebook::{Condition, Measure, Rulebooks};
use standing_model::statement::{Grant, Statement};
use standing_model::text::plain;
use standing_model::time::Date;
use standing_rules::arithmetic;
use standing_rules::audit::{self, Difference};

impl App {
    /// Perks and restrictions by the newest statement of a membership.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`](crate::error::ErrorKind::NotFound) for a membership that is not
    /// active here; [`ErrorKind::Untrusted`](crate::error::ErrorKind::Untrusted) if the newest
    /// statement does not verify; [`ErrorKind::Storage`](crate::error::ErrorKind::Storage).
    pub fn perks(&self, membership: &MembershipId) -> Result<PerksView, AppError> {
        let (words, now) = (self.words(), self.now());
        let (holdings, newest) =
            self.holdings_with(membership, |tx, holdings| holdings.show_newest(tx, &self.memo))?;
        let authority = holdings.authority_name(words);
        let Some(Shown { one: opened, .. }) = &newest else {
            return Ok(empty(&holdings, words));
        };
        let statement = opened.verdict.as_ref().map(|verified| verified.payload());
        let statement = statement.map_err(|error| self.explain_trust(error, &authority))?;
        let mut view = match holdings.rulebooks(statement) {
            Some(rulebooks) => {
                by_rulebook(&holdings, statement, &rulebooks, words, now.day_in(holdings.zone()))
            }
            None => without_rulebook(&holdings, statement, words, now.day_in(holdings.zone())),
        };
        view.proof = Some(checks::proof(&holdings, opened, words, now));
        Ok(view)
    }
}

fn empty(holdings: &Holdings, words: Words) -> PerksView {
    PerksView {
        membership: holdings.id.clone(),
        authority: holdings.authority_name(words),
        seq: None,
        heading: String::new(),
        empty: words.say("statements-none", &[]),
        proof: None,
        differences: Vec::new(),
        groups: Vec::new(),
    }
}

fn by_rulebook(
    holdings: &Holdings,
    statement: &Statement,
    rulebooks: &Rulebooks,
    words: Words,
    today: Date,
) -> PerksView {
    let rulebook = rulebooks.as_of(statement.period.to);
    let heading = [
        ("seq", statement.seq.into()),
        ("score", words.score(statement.score, &rulebook.scale).into()),
        ("max", words.score(rulebook.scale.max, &rulebook.scale).into()),
        ("tier", home::tier_name(rulebook, &statement.tier, words).into()),
    ];
    PerksView {
        seq: Some(statement.seq),
        heading: words.say("perks-heading", &heading),
        empty: String::new(),
        differences: ledger::of(statement, rulebooks, &holdings.own_records, words).differences,
        groups: groups(statement, rulebooks, words, today),
        ..empty(holdings, words)
    }
}

/// What the statement itself says, when its rulebook is not on this phone.
fn without_rulebook(
    holdings: &Holdings,
    statement: &Statement,
    words: Words,
    today: Date,
) -> PerksView {
    let rows = |grants: &[Grant], is_perk| -> Vec<BenefitRow> {
        grants.iter().map(|grant| unknown_row(grant, is_perk, words, today)).collect()
    };
    let groups = vec![
        group(BenefitKind::Open, rows(&statement.perks, true), words),
        group(BenefitKind::InForce, rows(&statement.restrictions, false), words),
    ];
    let (seq, heading) = (Some(statement.seq), words.say("perks-no-rulebook", &[]));
    PerksView { seq, heading, empty: String::new(), groups, ..empty(holdings, words) }
}

fn unknown_row(grant: &Grant, is_perk: bool, words: Words, today: Date) -> BenefitRow {
    BenefitRow {
        id: grant.id.to_string(),
        name: words.say("perks-unnamed", &[("id", plain(&grant.id).into())]),
        dates: dates(grant, is_perk, words, today),
        condition: words.say("perks-unknown-condition", &[]),
        standing: String::new(),
        note: String::new(),
        difference: String::new(),
        origins: Vec::new(),
    }
}

fn groups(
    statement: &Statement,
    rulebooks: &Rulebooks,
    words: Words,
    today: Date,
) -> Vec<BenefitGroup> {
    let rulebook = rulebooks.as_of(statement.period.to);
    let audit = audit::audit(statement, rulebooks);
    let writer = Writer {
        statement,
        telling: Telling::new(words, rulebook),
        computed: audit.breakdown.total,
        differences: audit.differences,
        today,
    };
    let (open, closed) = writer.rows(&rulebook.perks, &statement.perks, true);
    let (in_force, not) = writer.rows(&rulebook.restrictions, &statement.restrictions, false);
    vec![
        group(BenefitKind::Open, open, words),
        group(BenefitKind::InForce, in_force, words),
        group(BenefitKind::Closed, closed, words),
        group(BenefitKind::NotInForce, not, words),
    ]
}

fn group(kind: BenefitKind, rows: Vec<BenefitRow>, words: Words) -> BenefitGroup {
    let key = match kind {
        BenefitKind::Open => "perks-open",
        BenefitKind::InForce => "perks-in-force",
        BenefitKind::Closed => "perks-closed",
        BenefitKind::NotInForce => "perks-not-in-force",
    };
    let empty = if rows.is_empty() { words.attribute(key, "none", &[]) } else { String::new() };
    BenefitGroup { kind, title: words.say(key, &[]), empty, rows }
}

struct Writer<'a> {
    statement: &'a Statement,
    telling: Telling<'a>,
    /// The total as this phone computes it.
    computed: Points,
    differences: Vec<Difference>,
    today: Date,
}

impl Writer<'_> {
    /// Those that the statement lists, and those that it does not.
    fn rows(
        &self,
        benefits: &[Measure],
        grants: &[Grant],
        is_perk: bool,
    ) -> (Vec<BenefitRow>, Vec<BenefitRow>) {
        let find = |benefit: &Measure| grants.iter().find(|grant| grant.id == benefit.id);
        let (listed, others): (Vec<&Measure>, Vec<&Measure>) =
            benefits.iter().partition(|benefit| find(benefit).is_some());
        let row = |benefit: &&Measure| self.row(benefit, find(benefit), is_perk);
        let mut listed: Vec<BenefitRow> = listed.iter().map(row).collect();
        let known = |grant: &&Grant| benefits.iter().any(|benefit| benefit.id == grant.id);
        for grant in grants.iter().filter(|grant| !known(grant)) {
            let mut row = unknown_row(grant, is_perk, self.telling.words, self.today);
            row.condition = self.telling.say("perks-not-in-rulebook", &[]);
            row.difference = self.difference(&grant.id, is_perk);
            listed.push(row);
        }
        (listed, others.iter().map(row).collect())
    }

    fn row(&self, benefit: &Measure, grant: Option<&Grant>, is_perk: bool) -> BenefitRow {
        let telling = self.telling;
        let note = telling.name(&benefit.note);
        let note_key = if is_perk { "perk-note" } else { "restriction-note" };
        let dates = grant.map(|grant| dates(grant, is_perk, telling.words, self.today));
        BenefitRow {
            id: benefit.id.to_string(),
            name: telling.name(&benefit.names),
            dates: dates.unwrap_or_default(),
            condition: telling.condition(&benefit.when),
            standing: self.standing(benefit),
            note: if note.trim().is_empty() {
                String::new()
            } else {
                telling.say(note_key, &[("note", note.into())])
            },
            difference: self.difference(&benefit.id, is_perk),
            origins: telling.benefit_origins(benefit),
        }
    }

    /// What the person has, and how far that is from the condition.
    fn standing(&self, benefit: &Measure) -> String {
        let (telling, Statement { score, stars, period, .. }) = (self.telling, self.statement);
        let stars = arithmetic::current_stars(stars, period.to);
        let applies = arithmetic::is_due(benefit, telling.book, *score, &stars);
        let have = ("score", telling.score(*score));
        let line = match (&benefit.when, applies) {
            (Condition::TierAtLeast(id), false) => telling.tier(id),
            (Condition::TierAtMost(id), true) => telling.tier_above(id),
            (Condition::StarsAtLeast(least), _) => return self.stars_standing(*least, applies),
            _ => None,
        };
        let Some(line) = line else { return telling.say("standing-have", &[have]) };
        let far = ("far", telling.score(line.from - *score));
        match benefit.when {
            Condition::TierAtMost(_) => {
                let from = ("from", telling.score(line.from));
                telling.say("standing-ends-at", &[have, from, far])
            }
            _ => telling.say("standing-short", &[have, far]),
        }
    }

    fn stars_standing(&self, least: u8, applies: bool) -> String {
        if applies {
            return self.telling.say("standing-stars", &[]);
        }
        let current = arithmetic::current_stars(&self.statement.stars, self.statement.period.to);
        let stars = |id: &str| current.get(id).map_or(0, |star| star.value);
        let categories = self.telling.book.stars.iter();
        let missing: Vec<String> = categories
            .filter(|category| stars(&category.id) < least)
            .map(|category| {
                let name = self.telling.name(&category.names).into();
                let args = [("name", name), ("stars", stars(&category.id).into())];
                self.telling.say("standing-category", &args)
            })
            .collect();
        let names = self.telling.words.row(&missing);
        self.telling.say("standing-stars-missing", &[("names", names.into())])
    }

    fn difference(&self, id: &str, is_perk: bool) -> String {
        let about = |difference: &&Difference| match difference {
            Difference::Missing { id: found } | Difference::NotDue { id: found } => found == id,
            _ => false,
        };
        let key = match (self.differences.iter().find(about), is_perk) {
            (Some(Difference::Missing { .. }), true) => "perk-missing",
            (Some(Difference::Missing { .. }), false) => "restriction-missing",
            (Some(_), true) => "perk-unfounded",
            (Some(_), false) => "restriction-unfounded",
            (None, _) => return String::new(),
        };
        self.telling.say(key, &[("score", self.telling.score(self.computed))])
    }
}

/// Since when and until when. `until` is the last day.
fn dates(grant: &Grant, is_perk: bool, words: Words, today: Date) -> String {
    let key = match (grant.until, is_perk) {
        (Some(until), true) if until < today => "perk-was",
        (Some(until), false) if until < today => "restriction-was",
        (_, true) if grant.since > today => "perk-from",
        (_, false) if grant.since > today => "restriction-from",
        (Some(_), true) => "perk-since-until",
        (Some(_), false) => "restriction-since-until",
        (None, true) => "perk-since",
        (None, false) => "restriction-since",
    };
    let until = grant.until.map(|day| words.date(day)).unwrap_or_default();
    words.say(key, &[("since", words.date(grant.since).into()), ("until", until.into())])
}

#[cfg(test)]
mod tests;

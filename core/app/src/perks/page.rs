//! One perk or restriction: since when, until when, why, what would change it, and how far that is;
//! and a perk as a page for the till, which says nothing about the score.

use super::{Writer, dates};
use crate::App;
use crate::changes;
use crate::checks;
use crate::error::{AppError, ErrorKind};
use crate::holdings::{Holdings, Opened, Shown};
use crate::rulebook::telling::Telling;
use crate::view::perks::{BenefitChange, BenefitKind, BenefitView, TillView};
use crate::view::{CheckState, KeyValue};
use crate::words::Words;
use standing_model::ids::{MembershipId, PerkId};
use standing_model::rulebook::{Measure, Rulebooks};
use standing_model::statement::{Grant, Statement};
use standing_model::text::plain;
use standing_model::time::{Date, UnixTime};
use standing_rules::audit;
use standing_rules::outlook::{Distance, NextChange, Outlook, outlook};
use standing_verify::verdict::State;

impl App {
    /// One perk or restriction of a membership, by its id in the rulebook.
    ///
    /// # Errors
    /// `NotFound` for one that neither the newest statement nor its rulebook has, and without a
    /// statement; `Untrusted` if the newest statement does not verify; `Storage`.
    pub fn benefit(&self, membership: &MembershipId, id: &str) -> Result<BenefitView, AppError> {
        let (words, now) = (self.words(), self.now());
        let (holdings, newest) =
            self.holdings_with(membership, |tx, holdings| holdings.show_newest(tx, &self.memo))?;
        let (opened, statement) = self.opened(&holdings, newest.as_ref())?;
        let none = || words.error(ErrorKind::NotFound, "no-benefit", &[]);
        let id: PerkId = id.parse().map_err(|_| none())?;
        let today = holdings.today(now);
        let page = Page { holdings: &holdings, statement, id: &id, words, today };
        let rulebooks = holdings.rulebooks(statement);
        let mut view = match &rulebooks {
            Some(rulebooks) => page.by_rulebook(rulebooks),
            None => page.listed_only(),
        };
        if let Some(view) = &mut view {
            view.proof = Some(checks::proof(&holdings, opened, words, now));
        }
        view.ok_or_else(none)
    }

    /// A perk that is open, as a page to show at a till. It says nothing about the score.
    ///
    /// # Errors
    /// `NotFound` as [`Self::benefit`]; `Refused` for what is not open today or is no perk, and for
    /// a statement that no longer holds or that a newer one replaced; `Untrusted`; `Storage`.
    pub fn till(&self, membership: &MembershipId, id: &str) -> Result<TillView, AppError> {
        let (words, now) = (self.words(), self.now());
        let (holdings, newest) =
            self.holdings_with(membership, |tx, holdings| holdings.show_newest(tx, &self.memo))?;
        let (opened, statement) = self.opened(&holdings, newest.as_ref())?;
        let refused = |code| words.error(ErrorKind::Refused, code, &[]);
        let today = holdings.today(now);
        let grant = statement.perks.iter().find(|grant| grant.id.as_str() == id);
        let grant = grant.filter(|grant| is_open(grant, today));
        let grant = grant.ok_or_else(|| refused("perk-not-open"))?;
        let verdict = holdings.judge(opened, now);
        let state = verdict.origin.state().min(verdict.in_force.state());
        // A newer one may no longer grant it, and a till has no room to say so.
        if state == State::Fails || holdings.has_newer(opened.seq) {
            return Err(refused("perk-not-in-force"));
        }
        let rulebooks = holdings.rulebooks(statement);
        let till = Till { holdings: &holdings, grant, state, words, now };
        Ok(till.view(rulebooks.as_ref().and_then(|books| {
            books.as_of(statement.period.to).perks.iter().find(|perk| perk.id == grant.id)
        })))
    }

    /// The newest statement of a membership, if there is one and it verifies.
    fn opened<'a>(
        &self,
        holdings: &Holdings,
        newest: Option<&'a Shown>,
    ) -> Result<(&'a Opened, &'a Statement), AppError> {
        let words = self.words();
        let shown = newest.ok_or_else(|| words.error(ErrorKind::NotFound, "no-benefit", &[]))?;
        let verified = shown.one.verdict.as_ref();
        let verified =
            verified.map_err(|error| self.explain_trust(error, &holdings.authority_name(words)))?;
        Ok((&shown.one, verified.payload()))
    }
}

/// Whether a grant is good on a day.
fn is_open(grant: &Grant, today: Date) -> bool {
    grant.since <= today && grant.until.is_none_or(|until| until >= today)
}

/// What a page is about.
struct Page<'a> {
    holdings: &'a Holdings,
    statement: &'a Statement,
    id: &'a PerkId,
    words: Words,
    today: Date,
}

impl Page<'_> {
    fn grant(&self) -> Option<(&Grant, bool)> {
        let find = |grants: &'_ [Grant]| grants.iter().position(|grant| grant.id == *self.id);
        let Statement { perks, restrictions, .. } = self.statement;
        let perk = find(perks).and_then(|at| Some((perks.get(at)?, true)));
        perk.or_else(|| Some((restrictions.get(find(restrictions)?)?, false)))
    }

    /// What the statement alone says.
    fn listed_only(&self) -> Option<BenefitView> {
        let (grant, is_perk) = self.grant()?;
        let words = self.words;
        Some(BenefitView {
            name: words.say("perks-unnamed", &[("id", plain(self.id).into())]),
            condition: words.say("perks-unknown-condition", &[]),
            ..self.bare(is_perk, Some(grant))
        })
    }

    fn bare(&self, is_perk: bool, grant: Option<&Grant>) -> BenefitView {
        let (words, today) = (self.words, self.today);
        let kind = match (is_perk, grant.is_some()) {
            (true, true) => BenefitKind::Open,
            (true, false) => BenefitKind::Closed,
            (false, true) => BenefitKind::InForce,
            (false, false) => BenefitKind::NotInForce,
        };
        let dates = grant.map(|grant| dates(grant, is_perk, words, today));
        BenefitView {
            membership: self.holdings.id.clone(),
            id: self.id.to_string(),
            authority: self.holdings.authority_name(words),
            seq: self.statement.seq,
            kind,
            state: dates.unwrap_or_else(|| words.say(state_key(kind), &[])),
            name: String::new(),
            facts: grant.map(|grant| self.facts(grant)).unwrap_or_default(),
            condition: String::new(),
            standing: String::new(),
            note: String::new(),
            changes: Vec::new(),
            caveat: String::new(),
            difference: String::new(),
            origins: Vec::new(),
            proof: None,
            at_till: is_perk && grant.is_some_and(|grant| is_open(grant, today)),
        }
    }

    /// Since when and until when.
    fn facts(&self, grant: &Grant) -> Vec<KeyValue> {
        let words = self.words;
        let fact = |label, value, note| KeyValue { label: words.say(label, &[]), value, note };
        let (until, away) = match grant.until {
            Some(day) => (words.date(day), words.days_away(day, self.today)),
            None => (words.say("benefit-no-end", &[]), String::new()),
        };
        vec![
            fact("benefit-since", words.date(grant.since), String::new()),
            fact("benefit-until", until, away),
        ]
    }

    fn by_rulebook(&self, rulebooks: &Rulebooks) -> Option<BenefitView> {
        let book = rulebooks.as_of(self.statement.period.to);
        let perk = book.perks.iter().find(|one| one.id == *self.id);
        let restriction = || book.restrictions.iter().find(|one| one.id == *self.id);
        let (measure, is_perk) =
            match perk.map(|one| (one, true)).or_else(|| Some((restriction()?, false))) {
                Some(found) => found,
                None => return self.not_in_rulebook(),
            };
        let grant = self.grant().map(|(grant, _)| grant);
        let audit = audit::audit(self.statement, rulebooks);
        let writer = Writer {
            statement: self.statement,
            telling: Telling::new(self.words, book),
            computed: audit.breakdown.total,
            differences: audit.differences,
            today: self.today,
        };
        let row = writer.row(measure, grant, is_perk);
        Some(BenefitView {
            name: row.name,
            condition: row.condition,
            standing: row.standing,
            note: row.note,
            changes: self.changes(rulebooks, is_perk),
            caveat: self.words.say("forecast-caveat", &[]),
            difference: row.difference,
            origins: row.origins,
            ..self.bare(is_perk, grant)
        })
    }

    fn not_in_rulebook(&self) -> Option<BenefitView> {
        let view = self.listed_only()?;
        Some(BenefitView { condition: self.words.say("perks-not-in-rulebook", &[]), ..view })
    }

    /// What would change it, and how far that is.
    fn changes(&self, rulebooks: &Rulebooks, is_perk: bool) -> Vec<BenefitChange> {
        let Some(found) = outlook(rulebooks, self.statement, self.id, self.today) else {
            return Vec::new();
        };
        let telling = Telling::new(self.words, rulebooks.as_of(self.statement.period.to));
        let mut changes = vec![by_score(telling, &found, is_perk)];
        changes.push(self.by_time(&found, is_perk));
        let key = turn_key("benefit-withdrawn-", found.applies, is_perk);
        let entries = found.withdrawn.iter().filter_map(|id| {
            let entry = self.statement.entries.iter().find(|entry| entry.id == *id)?;
            let title = changes::entry_title(rulebooks, entry, self.words);
            Some(BenefitChange {
                text: self.words.say(&key, &[("entry", title.into())]),
                away: self.words.points(entry.points, &telling.book.scale),
                entry: Some(id.to_string()),
            })
        });
        changes.extend(entries);
        changes
    }

    fn by_time(&self, found: &Outlook, is_perk: bool) -> BenefitChange {
        let words = self.words;
        let on = |key: &str, day: Date| words.say(key, &[("date", words.date(day).into())]);
        let away = |day: Date| words.days_away(day, self.today);
        let (text, away) = match found.next {
            NextChange::On(day) => {
                (on(&turn_key("benefit-on-", found.applies, is_perk), day), away(day))
            }
            NextChange::LastDay(day) => (on("benefit-last-day", day), away(day)),
            NextChange::Passed => (words.say("benefit-has-changed", &[]), String::new()),
            NextChange::NotUpTo(day) => (on("benefit-no-date-up-to", day), String::new()),
            NextChange::Never => (words.say("benefit-no-date", &[]), String::new()),
        };
        BenefitChange { text, away, entry: None }
    }
}

/// The line that the score has to cross, and the way to it.
fn by_score(telling: Telling<'_>, found: &Outlook, is_perk: bool) -> BenefitChange {
    let (text, away) = match &found.distance {
        Distance::Short { line, points } | Distance::Spare { line, points } => {
            // Whether the line is reached or lost decides the words: a perk may be for low tiers.
            let (stem, away) = match found.distance {
                Distance::Short { .. } => ("benefit-at-", "benefit-short"),
                _ => ("benefit-below-", "benefit-spare"),
            };
            let key = turn_key(stem, found.applies, is_perk);
            let far = [("points", telling.score(*points))];
            (telling.say(&key, &[("line", telling.score(*line))]), telling.say(away, &far))
        }
        Distance::Stars { least, missing } if missing.is_empty() => {
            let key = turn_key("benefit-stars-", true, is_perk);
            (telling.say(&key, &[("least", (*least).into())]), String::new())
        }
        Distance::Stars { least, missing } => {
            let names: Vec<String> = missing
                .iter()
                .map(|(id, stars)| {
                    let category = telling.book.stars.iter().find(|one| one.id == *id);
                    let name = category.map(|one| telling.name(&one.names)).unwrap_or_default();
                    let args = [("name", name.into()), ("stars", (*stars).into())];
                    telling.say("standing-category", &args)
                })
                .collect();
            let args = [("least", (*least).into()), ("names", telling.words.row(&names).into())];
            (telling.say(&turn_key("benefit-stars-", false, is_perk), &args), String::new())
        }
        Distance::Fixed => (telling.say("benefit-fixed", &[]), String::new()),
    };
    BenefitChange { text, away, entry: None }
}

/// What becomes of a measure that changes: an open perk ends, another begins; a restriction in
/// force is lifted, another begins to apply.
fn turn_key(stem: &str, applies: bool, is_perk: bool) -> String {
    let turn = match (is_perk, applies) {
        (true, true) => "ends",
        (true, false) => "begins",
        (false, true) => "lifts",
        (false, false) => "applies",
    };
    format!("{stem}{turn}")
}

const fn state_key(kind: BenefitKind) -> &'static str {
    match kind {
        BenefitKind::Open => "perks-open",
        BenefitKind::InForce => "perks-in-force",
        BenefitKind::Closed => "benefit-closed",
        BenefitKind::NotInForce => "benefit-not-in-force",
    }
}

/// What a till is shown.
struct Till<'a> {
    holdings: &'a Holdings,
    grant: &'a Grant,
    state: State,
    words: Words,
    now: UnixTime,
}

impl Till<'_> {
    fn view(&self, perk: Option<&Measure>) -> TillView {
        let words = self.words;
        let unnamed = || words.say("perks-unnamed", &[("id", plain(&self.grant.id).into())]);
        let until = match self.grant.until {
            Some(day) => words.say("till-until", &[("date", words.date(day).into())]),
            None => words.say("till-no-end", &[]),
        };
        let today = words.weekday_date(self.holdings.today(self.now));
        TillView {
            name: perk.map_or_else(unnamed, |perk| perk.names.get(words.0)),
            until,
            today: words.say("till-today", &[("date", today.into())]),
            state: self.state.into(),
            proof: self.proof(),
            caution: words.say("till-caution", &[]),
        }
    }

    fn proof(&self) -> String {
        let words = self.words;
        let ago = match &self.holdings.head {
            Some((_, checked_at)) => words.ago(*checked_at, self.now),
            None => words.say("never", &[]),
        };
        let key = match CheckState::from(self.state) {
            CheckState::Holds => "till-signed",
            CheckState::Unknown | CheckState::Fails => "till-unknown",
        };
        let authority = self.holdings.authority_name(words);
        words.say(key, &[("authority", authority.into()), ("ago", ago.into())])
    }
}

#[cfg(test)]
#[path = "page_tests.rs"]
mod tests;

//! Statements: the list, one with its sum, and one entry in full.

use std::sync::Arc;

use super::holdings::{Holdings, Shown, Statement as Held};
use super::rulebook::Telling;
use super::view::KeyValue;
use super::view::businesses::RemedyView;
use super::view::statement::{EntryView, LedgerRow, StatementRow, StatementView, StatementsView};
use super::words::Words;
use super::{App, alarms, changes, checks, home, ledger, remedies, working_days};
use crate::error::{AppError, ErrorKind};
use standing_model::calendar::Calendar;
use standing_model::ids::MembershipId;
use standing_model::points::Points;
use standing_model::rulebook::{ContestStep, Rulebook, Rulebooks};
use standing_model::series::SeriesKind;
use standing_model::statement::{Contested, Contester, Entry, EntryState, Period, Statement};
use standing_model::text::plain;
use standing_model::time::Date;
use standing_rules::remedy::plan_entry;
use standing_rules::what_if::{Suppose, what_if};
use standing_rules::working_days::{LastDay, last_day_of};
use standing_store::{StoreError, Tx};
use standing_verify::verdict::State;

impl App {
    /// Every statement on this phone.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] and [`ErrorKind::Storage`].
    pub fn statements(&self, membership: &MembershipId) -> Result<StatementsView, AppError> {
        let (words, now) = (self.words(), self.now());
        let (holdings, sums) =
            self.holdings_with(membership, |tx, holdings| holdings.sums(tx, &self.memo))?;
        let state = |held: &Held| holdings.row_state(held, sums.get(&held.n), now);
        let rows = holdings.statements.iter().rev();
        let rows = rows.map(|held| row(&holdings, held, state(held), words));
        let seqs = || holdings.statements.iter().map(|held| held.n);
        let broken = holdings.alarms.iter().any(|alarm| alarm.breaks(SeriesKind::Statements));
        let unread = holdings.statements.iter().find(|held| held.is_unread()).map(|held| held.n);
        let (key, name, n) = match (broken, seqs().min(), seqs().max()) {
            (true, ..) => ("statements-broken", "last", 0),
            _ if holdings.disowned() => ("statements-disowned", "last", 0),
            _ if unread.is_some() => ("statements-unread", "n", unread.unwrap_or(0)),
            (_, Some(1), Some(last)) => ("statements-chain", "last", last),
            (_, Some(first), _) => ("statements-later", "first", first),
            _ => ("statements-none", "last", 0),
        };
        Ok(StatementsView {
            membership: membership.clone(),
            rows: rows.collect(),
            chain: words.say(key, &[(name, n.into())]),
            alarms: alarms::pressing(&holdings, words),
        })
    }

    /// One statement and how it adds up.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for a statement or rulebook that is not on this phone, or a
    /// statement that does not verify; [`ErrorKind::Storage`].
    pub fn statement(
        &self,
        membership: &MembershipId,
        seq: u32,
    ) -> Result<StatementView, AppError> {
        let (words, now) = (self.words(), self.now());
        let (holdings, shown) =
            self.holdings_with(membership, |tx, holdings| holdings.show(tx, &self.memo, seq))?;
        let (shown, statement, rulebooks) = self.find(&holdings, shown.as_ref())?;
        let rulebook = rulebooks.as_of(statement.period.to);
        let ledger = ledger::of(statement, &rulebooks, &holdings.own_records, words);
        let changes = shown
            .payload_before()
            .map(|before| changes::rows(&holdings, before, statement, &rulebooks, words));
        let score = words.score(statement.score, &rulebook.scale);
        let later = |other: &&Held| other.n > seq;
        Ok(StatementView {
            membership: membership.clone(),
            seq,
            title: words.say("statement-title", &[("seq", seq.into())]),
            heading: words.say("statement-heading", &[("score", score.as_str().into())]),
            period: period(&statement.period, rulebook.version, words),
            score,
            points: statement.score.units(),
            tier: home::tier_name(rulebook, &statement.tier, words),
            proof: checks::proof(&holdings, &shown.one, words, now),
            ledger: ledger.counted,
            sum: ledger.sum,
            gap: ledger.gap,
            differences: ledger.differences,
            not_counted: ledger.not_counted,
            stars: home::stars(statement, &rulebooks, words),
            changes: changes.unwrap_or_default(),
            previous: holdings.before(seq).map(|held| held.n),
            next: holdings.statements.iter().find(later).map(|held| held.n),
        })
    }

    /// One entry in full: why it counts, who says so, whether anyone told the person.
    ///
    /// # Errors
    /// As [`App::statement`], and [`ErrorKind::NotFound`] for the entry.
    pub fn entry(
        &self,
        membership: &MembershipId,
        seq: u32,
        entry: &str,
    ) -> Result<EntryView, AppError> {
        let (words, now) = (self.words(), self.now());
        let (holdings, (shown, calendars)) = self.holdings_with(membership, |tx, holdings| {
            let (today, trust) = (holdings.today(now), holdings.keys.trust());
            let calendars = working_days::calendars(tx, trust, &holdings.authority, today)?;
            Ok((holdings.show(tx, &self.memo, seq)?, calendars))
        })?;
        let (shown, statement, rulebooks) = self.find(&holdings, shown.as_ref())?;
        let rulebook = rulebooks.as_of(statement.period.to);
        let found = statement.entries.iter().find(|known| known.id == entry);
        let found = found.ok_or_else(|| words.error(ErrorKind::NotFound, "no-entry", &[]))?;
        let line = ledger::line(statement, &rulebooks, found, words);
        let mut proof = checks::proof(&holdings, &shown.one, words, now);
        proof.text = words.say("entry-proof", &[("seq", seq.into())]);
        let last_day = |step: &ContestStep| told_and_last(step, found, &calendars);
        let without = || if_removed(statement, &rulebooks, found, words);
        Ok(EntryView {
            membership: membership.clone(),
            seq,
            entry: found.id.to_string(),
            points: words.points(found.points, &rulebook.scale),
            title: changes::entry_title(&rulebooks, found, words),
            rule: rule_line(&rulebooks, found, words),
            counts: counts(&holdings, found, line.as_ref(), words),
            proof,
            told: changes::told(&holdings, found, words),
            origin: origin(found, words),
            if_removed: line.map_or_else(without, |_| String::new()),
            steps: steps(rulebook, words, last_day, holdings.today(now)),
            repair: repair(&rulebooks, found, &calendars, words, holdings.today(now)),
            can_comply: found.points < Points::ZERO && found.state == EntryState::Active,
        })
    }

    pub(super) fn holdings(&self, membership: &MembershipId) -> Result<Arc<Holdings>, AppError> {
        self.holdings_with(membership, |_, _| Ok(())).map(|(holdings, ())| holdings)
    }

    /// What this phone holds of a membership, and what else a screen shows, all of one moment.
    pub(super) fn holdings_with<T>(
        &self,
        membership: &MembershipId,
        more: impl FnOnce(&Tx<'_>, &Holdings) -> Result<T, StoreError>,
    ) -> Result<(Arc<Holdings>, T), AppError> {
        let read = self.read(|tx| {
            let Some(holdings) = Holdings::read(tx, membership, &self.memo)? else {
                return Ok(None);
            };
            let more = more(tx, &holdings)?;
            Ok(Some((holdings, more)))
        })?;
        read.ok_or_else(|| self.no_membership())
    }

    fn find<'a>(
        &self,
        holdings: &Holdings,
        shown: Option<&'a Shown>,
    ) -> Result<(&'a Shown, &'a Statement, Rulebooks), AppError> {
        let words = self.words();
        let none = || words.error(ErrorKind::NotFound, "no-statement", &[]);
        let shown = shown.ok_or_else(none)?;
        let statement = shown.one.verdict.as_ref().map(|verified| verified.payload());
        let statement = statement
            .map_err(|error| self.explain_trust(error, &holdings.authority_name(words)))?;
        let rulebooks = holdings.rulebooks(statement);
        let rulebooks =
            rulebooks.ok_or_else(|| words.error(ErrorKind::NotFound, "no-rulebook", &[]))?;
        Ok((shown, statement, rulebooks))
    }
}

/// One statement in a list.
pub(super) fn row(holdings: &Holdings, held: &Held, state: State, words: Words) -> StatementRow {
    let (seq, state) = (held.n, state.into());
    let brief = held.verdict.as_ref().ok();
    let rulebooks = brief.and_then(|brief| holdings.rulebooks_of(brief));
    let (Some(statement), Some(rulebooks)) = (brief, rulebooks) else {
        let empty = String::new;
        let note = if held.is_unread() { words.say("statement-unread", &[]) } else { empty() };
        let (period, score, change, tier) = (empty(), empty(), empty(), empty());
        return StatementRow { seq, period, score, change, tier, state, note };
    };
    let rulebook = rulebooks.as_of(statement.period.to);
    let before = holdings.before(seq).and_then(|held| held.verdict.as_ref().ok());
    let change = before.map(|before| statement.score - before.score);
    let withdrawn = holdings.head.as_ref().and_then(|(head, _)| {
        head.statements.withdrawn.iter().find(|withdrawn| withdrawn.seq == seq)
    });
    let note = withdrawn.map(|withdrawn| {
        words.say(
            "statement-withdrawn",
            &[("date", words.date(withdrawn.at.day_in(holdings.zone())).into())],
        )
    });
    StatementRow {
        seq,
        period: period(&statement.period, rulebook.version, words),
        score: words.score(statement.score, &rulebook.scale),
        change: change.map(|points| words.points(points, &rulebook.scale)).unwrap_or_default(),
        tier: home::tier_name(rulebook, &statement.tier, words),
        state,
        note: note.unwrap_or_default(),
    }
}

fn period(period: &Period, version: u32, words: Words) -> String {
    let (from, to) = (words.date(period.from), words.date(period.to));
    let args = [("from", from.into()), ("to", to.into()), ("version", version.into())];
    words.say("statement-period", &args)
}

/// When the resident was told of an entry, and the last day of a step that runs from then.
fn told_and_last(
    step: &ContestStep,
    entry: &Entry,
    calendars: &[Calendar],
) -> Option<(Date, LastDay)> {
    let told = entry.notified_on?;
    Some((told, last_day_of(step.days_are, told, step.days, calendars)))
}

/// How an entry that counts is repaired before it stops, by the version that judges it.
fn repair(
    rulebooks: &Rulebooks,
    entry: &Entry,
    calendars: &[Calendar],
    words: Words,
    today: Date,
) -> Option<RemedyView> {
    let rule = rulebooks.version(entry.rulebook)?.rule(&entry.rule)?;
    let repair = rule.repair.as_ref().filter(|_| entry.state == EntryState::Active)?;
    let plan = plan_entry(repair, entry, today, calendars);
    let ends = ("entry-repair-ends", entry.ends_on.map(last_day));
    let (now, when) = remedies::when(words, &plan, ends, today);
    Some(RemedyView {
        title: repair.names.get(words.0),
        now,
        when,
        facts: remedies::facts(words, repair.condition.as_ref(), &plan, &repair.basis),
        documents: repair.documents.iter().map(|one| one.get(words.0)).collect(),
    })
}

/// The rule by which the entry is judged, in the version that it names.
fn rule_line(rulebooks: &Rulebooks, entry: &Entry, words: Words) -> String {
    let id = plain(&entry.rule);
    let found = rulebooks.version(entry.rulebook);
    let found = found.and_then(|book| Some((book, book.rule(&entry.rule)?)));
    let Some((rulebook, rule)) = found else {
        return words.say("entry-rule-unknown", &[("rule", id.into())]);
    };
    let mut args = vec![
        ("rule", id.into()),
        ("version", rulebook.version.into()),
        ("points", words.points(rule.points, &rulebook.scale).into()),
    ];
    match rule.max_per_year {
        None => words.say("entry-rule", &args),
        Some(times) => {
            args.push(("times", times.into()));
            words.say("entry-rule-capped", &args)
        }
    }
}

fn counts(
    holdings: &Holdings,
    entry: &Entry,
    not_counted: Option<&LedgerRow>,
    words: Words,
) -> String {
    match (not_counted, &entry.contested, entry.ends_on) {
        (Some(row), ..) => row.detail.clone(),
        (None, Some(contested), _) => {
            let key = contested_key(holdings, contested);
            words.say(key, &[("date", words.date(contested.since).into())])
        }
        (None, _, Some(day)) => {
            words.say("entry-counts-until", &[("date", words.date(last_day(day)).into())])
        }
        (None, ..) => words.say("entry-counts", &[]),
    }
}

/// The last day on which an entry counts; `ends_on` is the first on which it does not.
pub(super) fn last_day(ends_on: Date) -> Date {
    ends_on.plus_days(-1)
}

/// Where an entry comes from.
pub(super) fn origin(entry: &Entry, words: Words) -> Vec<KeyValue> {
    let ends = entry.ends_on.map(|day| words.date(last_day(day)));
    let mut rows = vec![
        ("entry-happened", words.date(entry.occurred_on)),
        ("entry-recorded", words.date(entry.recorded_on)),
        ("entry-until", ends.unwrap_or_else(|| words.say("entry-for-ever", &[]))),
        ("entry-by", entry.by.get(words.0)),
        ("entry-document", plain(&entry.document)),
        ("entry-basis", words.legal_basis(&entry.legal_basis)),
        ("entry-number", plain(&entry.id)),
    ];
    if let Some(reason) = &entry.reason {
        rows.push(("entry-reason", reason.get(words.0)));
    }
    rows.into_iter()
        .map(|(label, value)| KeyValue { label: words.say(label, &[]), value, note: String::new() })
        .collect()
}

/// "What if it were removed?": the same arithmetic without it, and what counts in its place.
fn if_removed(statement: &Statement, rulebooks: &Rulebooks, entry: &Entry, words: Words) -> String {
    let (supposed, to) = ([Suppose::Withdrawn(entry.id.clone())], statement.period.to);
    let Ok(without) = what_if(rulebooks, statement, &supposed, to) else { return String::new() };
    let (rulebook, total) = (rulebooks.as_of(to), without.after.breakdown.total);
    let tier = rulebook.tier_of(total).map(|tier| tier.names.get(words.0));
    let scale = &rulebook.scale;
    let args = [
        ("score", words.score(total, scale).into()),
        ("max", words.score(scale.max, scale).into()),
        ("tier", tier.unwrap_or_default().into()),
    ];
    let mut text = words.say("entry-if-removed", &args);
    let moved = |other: &&Entry| {
        other.id != entry.id && without.moves.iter().any(|one| *one.item.id() == other.id)
    };
    for next in statement.entries.iter().filter(moved) {
        let args = [
            ("name", changes::entry_title(rulebooks, next, words).into()),
            ("date", words.date(next.occurred_on).into()),
            ("points", words.points(next.points, scale).into()),
        ];
        text.push(' ');
        text.push_str(&words.say("entry-if-removed-next", &args));
    }
    text
}

/// "You contest it" only where the contest was sent from this phone.
fn contested_key(holdings: &Holdings, contested: &Contested) -> &'static str {
    let mine = contested.record.is_some_and(|id| holdings.own_records.contains_key(&id));
    match contested.by {
        Contester::Resident if mine => "entry-contested",
        Contester::Authority => "entry-contested-authority",
        Contester::Resident | Contester::Other => "entry-contested-since",
    }
}

/// The ladder. Its first step runs from the day on which the authority says that it told the
/// resident, and then has a last day.
fn steps(
    rulebook: &Rulebook,
    words: Words,
    last_day: impl Fn(&ContestStep) -> Option<(Date, LastDay)>,
    today: Date,
) -> Vec<KeyValue> {
    let telling = Telling::new(words, rulebook);
    let step = |(at, step): (usize, &ContestStep)| {
        let within = telling.within(step);
        let value = match last_day(step).filter(|_| at == 0) {
            Some((told, last)) => step_until(&within, told, last, today, words),
            None => within,
        };
        let note = telling.origin("", &step.source).text;
        KeyValue { label: step.names.get(words.0), value, note }
    };
    rulebook.contest.iter().enumerate().map(step).collect()
}

/// "within 15 working days of being told. By the authority’s date, 2 September 2026, the last day
/// was Tuesday 22 September 2026."
fn step_until(within: &str, told: Date, last: LastDay, today: Date, words: Words) -> String {
    let key = if last.day < today { "step-was-until" } else { "step-until" };
    let date = words.weekday_date(last.day);
    let args =
        [("within", within.into()), ("told", words.date(told).into()), ("date", date.into())];
    let mut said = vec![words.say(key, &args)];
    said.extend(working_days::uncertainty(last, words));
    words.sentences(&said)
}

#[cfg(test)]
#[path = "growth_tests.rs"]
mod growth;

#[cfg(test)]
mod tests {
    use crate::testing::{CITY, Phone, VILLAGE};
    use crate::view::businesses::RemedyNow;
    use crate::words::Language;

    #[test]
    fn an_entry_that_would_be_removed_names_the_one_that_counts_in_its_place() {
        let phone = Phone::joined(VILLAGE, Language::English);
        let days = [("W-1", "2026-03-01"), ("W-1", "2026-03-02"), ("W-1", "2026-03-03")];
        let statement = phone.statement(1, 3, &days);
        phone.keep(&statement);
        let removed = |entry| phone.app.entry(&phone.id, 1, entry).unwrap().if_removed;
        assert_eq!(
            removed("1"),
            "If it were removed: 76 of 100, Good. \
             “Dedication to one’s work” of 3 March 2026 would count in its place: +3."
        );
        assert_eq!(removed("3"), "", "it does not count");
    }

    #[test]
    fn an_entry_says_from_when_the_rulebook_lets_it_be_repaired_and_what_to_hand_in() {
        let phone = Phone::joined(CITY, Language::English);
        // The 23rd of November; repair waits three months after the recording.
        let days = [("M-2", "2026-09-20"), ("M-2", "2026-08-01"), ("L-2", "2026-08-01")];
        let mut statement = phone.statement(1, 0, &days);
        statement.period.to = "2026-11-20".parse().unwrap();
        phone.settle(&mut statement);
        phone.keep(&statement);
        let repair = |entry| phone.app.entry(&phone.id, 1, entry).unwrap().repair;
        let waits = repair("1").unwrap();
        assert_eq!(waits.now, RemedyNow::NotYet);
        assert_eq!(waits.when, "Possible from 20 December 2026 (in 27 days)");
        let open = repair("2").unwrap();
        assert_eq!((open.now, open.when.as_str()), (RemedyNow::Open, "Possible now"));
        assert_eq!(open.documents.len(), 2, "{open:?}");
        assert_eq!(open.facts[0].value, "What was owed has been paid");
        assert_eq!(repair("3"), None, "its rule has none");
    }

    #[test]
    fn stars_say_when_they_were_set_by_whom_and_what_was_before() {
        let phone = Phone::joined(VILLAGE, Language::English);
        let mut statement = phone.statement(1, 3, &[]);
        let mut before = phone.star("law", 5);
        before.id = "S-old".parse().unwrap();
        before.set_on = "2026-01-01".parse().unwrap();
        before.state = standing_model::statement::StarState::Replaced;
        statement.stars.push(before);
        phone.keep(&statement);
        let view = phone.app.statement(&phone.id, 1).unwrap();
        assert_eq!(view.differences, [""; 0]);
        let law = view.stars.iter().find(|row| row.category == "law").unwrap();
        let said = "Set on 1 July 2026 by Village office. Before: 5 stars from 1 January 2026.";
        assert_eq!((law.stars, law.detail.as_str()), (3, said));
    }
}

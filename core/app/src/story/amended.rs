//! Two versions of a rulebook: which rule became what.

use super::choices;
use crate::App;
use crate::error::{AppError, ErrorKind};
use crate::rulebook::Telling;
use crate::view::rulebook::Fact;
use crate::view::story::{
    RulebookChangeKind, RulebookChangeRow, RulebookComparisonView, RulebookPart,
};
use crate::words::{Arg, Words};
use standing_model::ids::MembershipId;
use standing_model::points::Points;
use standing_model::rulebook::{DayKind, Rulebook};
use standing_model::text::plain;
use standing_rules::amendment::{Amendment, Became, Subject, Term, amendments};

impl App {
    /// What changed between two versions of the rulebook that the newest statement is worked out
    /// by, in whichever order they are named.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] for the same version twice; [`ErrorKind::NotFound`] for a version
    /// that is not on this phone; [`ErrorKind::Storage`].
    pub fn compare_rulebooks(
        &self,
        membership: &MembershipId,
        one: u32,
        other: u32,
    ) -> Result<RulebookComparisonView, AppError> {
        let words = self.words();
        if one == other {
            return Err(words.error(ErrorKind::Invalid, "same-rulebook", &[]));
        }
        let holdings = self.holdings(membership)?;
        let none = |version: u32| {
            let args = [("version", version.to_string().into())];
            words.error(ErrorKind::NotFound, "no-rulebook-version", &args)
        };
        let newest = holdings.newest().and_then(|held| held.verdict.as_ref().ok());
        let id = &newest.ok_or_else(|| none(one))?.rulebook;
        let versions = holdings.versions(id);
        let find = |version: u32| {
            let found = versions.iter().find(|book| book.version == version);
            found.map(AsRef::as_ref).ok_or_else(|| none(version))
        };
        let (from, to) = (find(one.min(other))?, find(one.max(other))?);
        let parts = Writer { from, to, words }.parts();
        let versions =
            [("from", from.version.to_string().into()), ("to", to.version.to_string().into())];
        let date = [("date", words.date(to.in_force_from).into())];
        let empty =
            if parts.is_empty() { words.say("amended-nothing", &[]) } else { String::new() };
        Ok(RulebookComparisonView {
            membership: membership.clone(),
            title: words.say("amended-title", &versions),
            heading: words.say("amended-heading", &date),
            lead: words.say("amended-lead", &[&date[..], &versions].concat()),
            parts,
            empty,
            rulebooks: choices(&holdings, id, words),
        })
    }
}

struct Writer<'a> {
    from: &'a Rulebook,
    to: &'a Rulebook,
    words: Words,
}

impl<'a> Writer<'a> {
    fn parts(&self) -> Vec<RulebookPart> {
        let mut parts: Vec<(&str, RulebookPart)> = Vec::new();
        for one in amendments(self.from, self.to) {
            let (key, row) = (part(&one.subject), self.row(&one));
            match parts.last_mut().filter(|(last, _)| *last == key) {
                Some((_, part)) => part.rows.push(row),
                None => {
                    let title = self.words.say(key, &[]);
                    parts.push((key, RulebookPart { title, rows: vec![row] }));
                }
            }
        }
        parts.into_iter().map(|(_, part)| part).collect()
    }

    fn row(&self, one: &Amendment<'a>) -> RulebookChangeRow {
        let (kind, key, book) = match &one.became {
            Became::Added => (RulebookChangeKind::Added, "amended-added", self.to),
            Became::Removed => (RulebookChangeKind::Removed, "amended-removed", self.from),
            Became::Changed(_) => (RulebookChangeKind::Changed, "amended-changed", self.to),
        };
        let telling = Telling::new(self.words, book);
        let text = match &one.became {
            Became::Changed(terms) => terms.iter().map(|term| self.term(term)).collect(),
            Became::Added | Became::Removed => facts(telling, &one.subject),
        };
        let title = title(telling, &one.subject);
        RulebookChangeRow { kind, mark: self.words.say(key, &[]), title, text }
    }

    /// "+3 each time; before +5."
    fn term(&self, term: &Term<'a>) -> String {
        let (old, new) = (Telling::new(self.words, self.from), Telling::new(self.words, self.to));
        let (key, was, is) = match term {
            Term::Name(a, b) => ("amended-name", old.name(a), new.name(b)),
            Term::Points(a, b) => ("amended-points", points(old, *a), points(new, *b)),
            Term::Threshold(a, b) => ("amended-threshold", score(old, *a), score(new, *b)),
            Term::Start(a, b) => ("amended-start", score(old, *a), score(new, *b)),
            Term::Range(a, b) => ("amended-range", range(old, *a), range(new, *b)),
            Term::Decimals(a, b) => ("amended-decimals", a.to_string(), b.to_string()),
            Term::StarPoints(a, b) => {
                ("amended-star-points", star_points(old, a), star_points(new, b))
            }
            Term::Cap(a, b) => ("amended-cap", cap(old, *a), cap(new, *b)),
            Term::Months(a, b) => ("amended-months", months(old, *a), months(new, *b)),
            Term::CoolingOff(a, b) => {
                ("amended-cooling-off", old.span("span-hours", *a), new.span("span-hours", *b))
            }
            Term::When(a, b) => ("amended-when", old.condition(a), new.condition(b)),
            Term::Note(a, b) => ("amended-note", said(old, &old.name(a)), said(new, &new.name(b))),
            Term::Basis(a, b) => {
                let basis = |bases| said(new, &self.words.legal_basis(bases));
                ("amended-basis", basis(*a), basis(*b))
            }
            Term::Dimension(a, b) => ("amended-dimension", dimension(old, a), dimension(new, b)),
            other => return self.other_term(other),
        };
        self.words.say(key, &[("was", was.into()), ("is", is.into())])
    }

    fn other_term(&self, term: &Term<'a>) -> String {
        let (old, new) = (Telling::new(self.words, self.from), Telling::new(self.words, self.to));
        let (key, was, is) = match term {
            Term::SelfReport(_, now) => {
                return self.either(*now, "amended-self-report-yes", "amended-self-report-no");
            }
            Term::Photo(_, now) => {
                return self.either(*now, "amended-photo-yes", "amended-photo-no");
            }
            Term::BloodDonation(Some(_), Some(_)) => {
                return self.words.say("amended-blood-terms", &[]);
            }
            Term::BloodDonation(_, now) => {
                return self.either(now.is_some(), "amended-blood-yes", "amended-blood-no");
            }
            Term::Volunteering(Some(a), Some(b)) if a.minutes_per_entry != b.minutes_per_entry => (
                "amended-volunteering-minutes",
                old.minutes(a.minutes_per_entry),
                new.minutes(b.minutes_per_entry),
            ),
            Term::Volunteering(Some(_), Some(_)) => {
                return self.words.say("amended-volunteering-terms", &[]);
            }
            Term::Volunteering(_, now) => {
                return self.either(
                    now.is_some(),
                    "amended-volunteering-yes",
                    "amended-volunteering-no",
                );
            }
            Term::AnswerWithin(a, b) => {
                let within = |days: u32| self.words.say("answer-working", &[("days", days.into())]);
                ("amended-answer", within(*a), within(*b))
            }
            Term::Days(a, b) => ("amended-days", days(old, *a), days(new, *b)),
            Term::Published(a, b) => ("amended-published", published(old, *a), published(new, *b)),
            _ => return self.words.say("amended-other", &[]),
        };
        self.words.say(key, &[("was", was.into()), ("is", is.into())])
    }

    fn either(&self, now: bool, yes: &str, no: &str) -> String {
        self.words.say(if now { yes } else { no }, &[])
    }
}

const fn part(subject: &Subject<'_>) -> &'static str {
    match subject {
        Subject::Tier(_) => "chapter-tiers",
        Subject::Stars(_) => "chapter-stars",
        Subject::Rule(_) => "amended-rules",
        Subject::Perk(_) => "chapter-perks",
        Subject::Restriction(_) => "chapter-restrictions",
        Subject::Step(_) => "chapter-contest",
        Subject::Records => "chapter-records",
        Subject::Publication(_) => "chapter-publication",
        _ => "chapter-scale",
    }
}

fn title(telling: Telling<'_>, subject: &Subject<'_>) -> String {
    match subject {
        Subject::Tier(tier) => telling.name(&tier.names),
        Subject::Stars(stars) => telling.name(&stars.names),
        Subject::Rule(rule) => telling.named_rule(rule),
        Subject::Perk(one) | Subject::Restriction(one) => telling.name(&one.names),
        Subject::Step(step) => telling.name(&step.names),
        Subject::Publication(severity) => telling.severity(*severity),
        _ => telling.say(part(subject), &[]),
    }
}

/// What something new says, or said before it was removed.
fn facts(telling: Telling<'_>, subject: &Subject<'_>) -> Vec<String> {
    let lines = |fact: Fact| std::iter::once(fact.value).chain(fact.lines).collect();
    match subject {
        Subject::Tier(tier) => {
            vec![telling.say("amended-from", &[("from", telling.score(tier.from))])]
        }
        Subject::Stars(stars) => lines(telling.stars_fact(stars)),
        Subject::Rule(rule) => lines(telling.rule_fact(rule)),
        Subject::Perk(perk) => lines(telling.benefit_fact(perk, "perk-note")),
        Subject::Restriction(one) => lines(telling.benefit_fact(one, "restriction-note")),
        Subject::Step(step) => vec![telling.within(step)],
        Subject::Publication(severity) => {
            let mut all = telling.book.publication.iter();
            let class = all.find(|class| class.severity == *severity);
            class
                .map(|one| published(telling, (one.min_months, one.max_months)))
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}

fn points(telling: Telling<'_>, points: Points) -> String {
    telling.words.points(points, &telling.book.scale)
}

fn score(telling: Telling<'_>, points: Points) -> String {
    telling.words.score(points, &telling.book.scale)
}

fn range(telling: Telling<'_>, (min, max): (Points, Points)) -> String {
    telling.say("tier-range", &[("from", telling.score(min)), ("to", telling.score(max))])
}

/// "1 star: +0.4; 2 stars: +0.8".
fn star_points(telling: Telling<'_>, all: &[Points]) -> String {
    let each = (1_u32..).zip(all).map(|(n, points)| {
        let args: [Arg<'_>; 2] = [("n", n.into()), ("points", telling.points(*points))];
        telling.say("stars-count", &args)
    });
    telling.one_by_one(&each.collect::<Vec<_>>())
}

fn cap(telling: Telling<'_>, times: Option<u32>) -> String {
    match times {
        Some(times) => telling.span("amended-times", times),
        None => telling.say("amended-no-limit", &[]),
    }
}

fn months(telling: Telling<'_>, months: Option<u32>) -> String {
    match months {
        Some(months) => telling.months(months),
        None => telling.say("amended-for-ever", &[]),
    }
}

fn days(telling: Telling<'_>, (days, kind): (u32, DayKind)) -> String {
    let key = match kind {
        DayKind::Calendar => "span-days",
        DayKind::Working => "amended-working-days",
        DayKind::Months => return telling.months(days),
    };
    telling.span(key, days)
}

fn published(telling: Telling<'_>, (least, most): (Option<u32>, u32)) -> String {
    let most = ("most", telling.months(most).into());
    match least {
        Some(least) => {
            telling.say("publication-span", &[("least", telling.months(least).into()), most])
        }
        None => telling.say("publication-rarely", &[most]),
    }
}

fn dimension(telling: Telling<'_>, id: &str) -> String {
    let known = telling.book.dimensions.iter().find(|one| one.id == id);
    known.map_or_else(|| plain(id), |one| telling.name(&one.names))
}

/// A text, or that there is nothing.
fn said(telling: Telling<'_>, text: &str) -> String {
    if text.trim().is_empty() { telling.say("amended-not-said", &[]) } else { text.to_owned() }
}

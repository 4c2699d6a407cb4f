//! What comes next: the score of each coming quarter if nothing is added, the next tier, and what
//! each rule may still add this year. Arithmetic by [`standing_rules::forecast`], in words.

use super::holdings::{Holdings, Shown};
use super::rulebook::telling::Telling;
use super::view::forecast::{ForecastView, MoveRow, NextTierView, QuarterRow, RoomRow};
use super::words::{Arg, Words};
use super::{App, changes, checks, home, ledger};
use crate::error::AppError;
use standing_model::ids::{MembershipId, PerkId};
use standing_model::points::Points;
use standing_model::rulebook::{Measure, Rulebook, Rulebooks};
use standing_model::statement::Statement;
use standing_model::text::plain;
use standing_model::time::Date;
use standing_rules::arithmetic::LineItem;
use standing_rules::forecast::{self, Ahead, Forecast, Move, NextTier, Position, Room};

impl App {
    /// What comes next for a membership, worked out from its newest statement.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`](crate::error::ErrorKind::NotFound) for a membership that is not
    /// active here; [`ErrorKind::Untrusted`](crate::error::ErrorKind::Untrusted) if the newest
    /// statement does not verify; [`ErrorKind::Storage`](crate::error::ErrorKind::Storage).
    pub fn forecast(&self, membership: &MembershipId) -> Result<ForecastView, AppError> {
        let (words, now) = (self.words(), self.now());
        let (holdings, newest) =
            self.holdings_with(membership, |tx, holdings| holdings.show_newest(tx, &self.memo))?;
        let authority = holdings.authority_name(words);
        let Some(Shown { one: opened, .. }) = &newest else {
            return Ok(empty(&holdings, words.say("statements-none", &[]), words));
        };
        let statement = opened.verdict.as_ref().map(|verified| verified.payload());
        let statement = statement.map_err(|error| self.explain_trust(error, &authority))?;
        let mut view = match holdings.rulebooks(statement) {
            Some(rulebooks) => {
                let today = holdings.today(holdings.latest(now));
                Writer { statement, rulebooks: &rulebooks, words }.view(&holdings, today)
            }
            None => empty(&holdings, words.say("home-no-rulebook", &[]), words),
        };
        view.seq = Some(statement.seq);
        view.proof = Some(checks::proof(&holdings, opened, words, now));
        Ok(view)
    }
}

fn empty(holdings: &Holdings, empty: String, words: Words) -> ForecastView {
    ForecastView {
        membership: holdings.id.clone(),
        authority: holdings.authority_name(words),
        seq: None,
        heading: String::new(),
        empty,
        proof: None,
        differences: Vec::new(),
        quarters: Vec::new(),
        later: String::new(),
        caveat: words.say("forecast-caveat", &[]),
        next_tier: None,
        room_title: String::new(),
        rooms: Vec::new(),
        room_note: String::new(),
    }
}

struct Writer<'a> {
    statement: &'a Statement,
    rulebooks: &'a Rulebooks,
    words: Words,
}

impl Writer<'_> {
    fn view(&self, holdings: &Holdings, today: Date) -> ForecastView {
        let Statement { entries, stars, period, .. } = self.statement;
        let (words, rulebooks) = (self.words, self.rulebooks);
        let Forecast { now, quarters, changes_until } =
            forecast::forecast(rulebooks, entries, stars, (period.to, today));
        let book = rulebooks.as_of(period.to);
        let next = forecast::next_tier(book, stars, &now);
        let this_year = rulebooks.as_of(today);
        // A statement of an earlier year does not say what was counted in this one.
        let is_known = period.to.year() >= today.year();
        let rooms = if is_known { forecast::room(rulebooks, entries, today) } else { Vec::new() };
        let until = |day: Date| words.say("forecast-later", &[("date", words.date(day).into())]);
        let year = ("year", today.year().to_string().into());
        ForecastView {
            heading: self.heading(&now),
            differences: ledger::of(self.statement, rulebooks, &holdings.own_records, words)
                .differences,
            quarters: self.quarters(&now, &quarters),
            later: changes_until.map(until).unwrap_or_default(),
            next_tier: next.map(|next| next_tier(Telling::new(words, book), &next)),
            room_title: words
                .say("forecast-room", &[year.clone(), ("version", this_year.version.into())]),
            room_note: room_note(words, &rooms, year, is_known),
            rooms: rooms.iter().map(|one| room(Telling::new(words, this_year), one)).collect(),
            ..empty(holdings, String::new(), words)
        }
    }

    fn heading(&self, now: &Position) -> String {
        let words = self.words;
        let scale = &self.rulebooks.as_of(now.as_of).scale;
        let score = words.score(now.breakdown.total, scale);
        let args = [("score", score.into()), ("date", words.date(now.as_of).into())];
        words.say("forecast-heading", &args)
    }

    fn quarters(&self, now: &Position, quarters: &[Ahead]) -> Vec<QuarterRow> {
        let befores = std::iter::once(now).chain(quarters.iter().map(|one| &one.position));
        quarters.iter().zip(befores).map(|(one, before)| self.quarter(before, one)).collect()
    }

    fn quarter(&self, before: &Position, ahead: &Ahead) -> QuarterRow {
        let position = &ahead.position;
        let book = self.rulebooks.as_of(position.as_of);
        let telling = Telling::new(self.words, book);
        QuarterRow {
            day: self.words.date(position.as_of),
            score: self.words.score(position.breakdown.total, &book.scale),
            points: position.breakdown.total.units(),
            tier: tier(telling, position),
            moves: ahead.moves.iter().map(|one| self.moved(telling, position.as_of, one)).collect(),
            consequences: consequences(telling, before, position),
        }
    }

    fn moved(&self, telling: Telling<'_>, as_of: Date, one: &Move) -> MoveRow {
        let words = self.words;
        let (entry, label, begins, ends) = match &one.item {
            LineItem::Entry { id } => {
                let entry = self.statement.entries.iter().find(|entry| entry.id == *id);
                let label = entry.map(|entry| changes::entry_title(self.rulebooks, entry, words));
                let days = entry.map(|entry| (Some(entry.occurred_on), entry.ends_on));
                let (begins, ends) = days.unwrap_or_default();
                (Some(id.to_string()), label.unwrap_or_default(), begins, ends)
            }
            LineItem::Star { id } => {
                let star = self.statement.stars.iter().find(|star| star.id == *id);
                let category = star.and_then(|star| {
                    telling.book.stars.iter().find(|category| category.id == star.category)
                });
                let label = category.map(|category| telling.name(&category.names));
                (None, label.unwrap_or_default(), star.map(|star| star.set_on), None)
            }
        };
        let (key, day) = match ends.filter(|ends| *ends <= as_of) {
            Some(ends) => ("forecast-ends", Some(ends)),
            None => ("forecast-begins", begins),
        };
        let day = day.map(|day| words.say(key, &[("date", words.date(day).into())]));
        let points = words.points(one.points, &telling.book.scale);
        MoveRow { entry, points, label, when: day.unwrap_or_default() }
    }
}

/// When the limits begin again, or why nothing is said of this year.
fn room_note(words: Words, rooms: &[Room], year: Arg<'_>, is_known: bool) -> String {
    if !is_known {
        return words.say("forecast-room-unknown", &[year]);
    }
    let has_limit = rooms.iter().any(|room| room.left.is_some());
    if has_limit { words.say("forecast-room-note", &[year]) } else { String::new() }
}

fn tier(telling: Telling<'_>, position: &Position) -> String {
    let named = |id| home::tier_name(telling.book, id, telling.words);
    position.tier.as_deref().map(named).unwrap_or_default()
}

/// What follows from the score of a day that was not so before: rules, tier, perks, restrictions.
pub(super) fn consequences(
    telling: Telling<'_>,
    before: &Position,
    after: &Position,
) -> Vec<String> {
    let mut said = Vec::new();
    if before.rulebook != after.rulebook {
        said.push(telling.say("forecast-version", &[("version", after.rulebook.into())]));
    }
    if before.tier != after.tier {
        let is_higher = before.breakdown.total < after.breakdown.total;
        let crossed = if is_higher { &after.tier } else { &before.tier };
        let from = crossed.as_deref().and_then(|id| telling.tier(id));
        let args = [
            ("from", tier(telling, before).into()),
            ("to", tier(telling, after).into()),
            (
                "at",
                from.map_or_else(String::new, |tier| {
                    telling.words.score(tier.from, &telling.book.scale)
                })
                .into(),
            ),
        ];
        let key = if is_higher { "forecast-tier-up" } else { "forecast-tier-down" };
        said.push(telling.say(key, &args));
    }
    let Rulebook { perks, restrictions, .. } = telling.book;
    let mut say = |key, measures, here: &[PerkId], there: &[PerkId]| {
        said.extend(
            names(telling, measures, here, there)
                .map(|names| telling.say(key, &[("names", names.into())])),
        );
    };
    say("forecast-opens", perks, &after.perks, &before.perks);
    say("forecast-closes", perks, &before.perks, &after.perks);
    say("forecast-begins-to-apply", restrictions, &after.restrictions, &before.restrictions);
    say("forecast-lifts", restrictions, &before.restrictions, &after.restrictions);
    said
}

/// The names of the measures that are due here and not there; none if there are none.
fn names(
    telling: Telling<'_>,
    measures: &[Measure],
    here: &[PerkId],
    there: &[PerkId],
) -> Option<String> {
    let only: Vec<String> = here
        .iter()
        .filter(|id| !there.contains(id))
        .map(|id| {
            let known = measures.iter().find(|one| one.id == *id);
            known.map_or_else(|| plain(id), |one| telling.name(&one.names))
        })
        .collect();
    (!only.is_empty()).then(|| telling.words.row(&only))
}

fn next_tier(telling: Telling<'_>, next: &NextTier) -> NextTierView {
    let tier = telling.tier(&next.tier);
    let name = home::tier_name(telling.book, &next.tier, telling.words);
    let from = tier.map(|tier| tier.from).unwrap_or_default();
    let args = [
        ("tier", name.into()),
        ("short", telling.score(next.short)),
        ("from", telling.score(from)),
    ];
    let Rulebook { perks, restrictions, .. } = telling.book;
    let mut said = vec![telling.say("forecast-next-from", &args)];
    let opens = names(telling, perks, &next.opens, &[]);
    said.extend(opens.map(|names| telling.say("forecast-next-opens", &[("names", names.into())])));
    let lifts = names(telling, restrictions, &next.lifts, &[]);
    said.extend(lifts.map(|names| telling.say("forecast-next-lifts", &[("names", names.into())])));
    if said.len() == 1 {
        said.push(telling.say("forecast-next-nothing", &[]));
    }
    NextTierView {
        title: telling.say("forecast-next", &args),
        text: telling.words.sentences(&said),
    }
}

fn room(telling: Telling<'_>, room: &Room) -> RoomRow {
    let rule = telling.book.rule(&room.rule);
    let (text, points) = match (room.left, rule.and_then(|rule| rule.max_per_year)) {
        (Some(left), Some(max)) => {
            let counted = [("used", room.used.min(max).into()), ("max", max.into())];
            let points = match left {
                0 => telling.words.points(Points::ZERO, &telling.book.scale),
                _ => telling
                    .say("forecast-up-to", &[("points", telling.points(room.points.times(left)))]),
            };
            (telling.say("forecast-used", &counted), points)
        }
        _ => {
            let each = [("points", telling.points(room.points))];
            let used = [("used", room.used.into())];
            (telling.say("forecast-used-unlimited", &used), telling.say("forecast-each", &each))
        }
    };
    RoomRow {
        rule: room.rule.to_string(),
        name: rule.map(|rule| telling.name(&rule.names)).unwrap_or_default(),
        text,
        points,
    }
}

#[cfg(test)]
#[path = "forecast_tests.rs"]
mod tests;

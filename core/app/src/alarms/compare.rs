//! The documents of an alarm side by side: what differs, and what was checked of each.

use super::facts::{Fact, Read, Reader};
use super::{Scope, files, seal};
use crate::holdings::HeldAlarm;
use crate::view::CheckState;
use crate::view::alarms::{AlarmBranch, AlarmCheck, AlarmDifference, AlarmView};
use crate::words::Words;
use standing_model::ids::Hash;
use standing_model::series::SeriesKind;
use standing_model::time::ZoneOffset;
use standing_verify::alarm::{Alarm, Concerns, Evidence};

/// Characters of a hash that tell documents apart at a glance.
const SHORT: usize = 8;

/// Differences that are shown at most.
const MOST: usize = 60;

/// The documents of an alarm, read.
pub(super) struct Compared {
    branches: Vec<Branch>,
    series: Option<SeriesKind>,
    /// The document of the same series with the number before.
    before: Option<Hash>,
}

struct Branch {
    hash: Hash,
    evidence: Option<Evidence>,
    read: Option<Read>,
    in_use: bool,
}

/// What the documents say of one thing, in their order.
struct Row<'a> {
    fact: &'a Fact,
    values: Vec<Value>,
}

#[derive(PartialEq)]
enum Value {
    Said(String),
    /// It is not in the document.
    Absent,
    /// The document cannot be read, or is not here.
    Unknown,
}

impl Row<'_> {
    fn is_the_same(&self) -> bool {
        let mut known = self.values.iter().filter(|value| **value != Value::Unknown);
        let first = known.next();
        known.all(|value| Some(value) == first)
    }

    fn add(&mut self, more: Self) {
        for (value, further) in self.values.iter_mut().zip(more.values) {
            if let (Value::Said(text), Value::Said(further)) = (value, further) {
                *text = format!("{text} · {further}");
            }
        }
    }

    fn said(self, words: Words) -> AlarmDifference {
        let said = |value| match value {
            Value::Said(text) => text,
            Value::Absent => words.say("alarm-not-in-it", &[]),
            Value::Unknown => String::new(),
        };
        AlarmDifference {
            label: self.fact.label.clone(),
            values: self.values.into_iter().map(said).collect(),
        }
    }
}

impl Compared {
    /// The documents of an alarm.
    pub fn of(scope: &Scope, held: &HeldAlarm, words: Words) -> Self {
        match (held.kept.alarm.concerns(), scope.holdings()) {
            (Concerns::Series(series), Some(holdings)) => {
                Self::series(held, series, &Reader { holdings, words })
            }
            _ => Self::files(held, words),
        }
    }

    /// Documents of one of the authority's series.
    fn series(held: &HeldAlarm, series: SeriesKind, reader: &Reader<'_>) -> Self {
        let kept = reader.holdings.hashes(series);
        let in_use = |hash: Hash| kept.iter().any(|(_, kept)| *kept == hash);
        let branch = |(hash, evidence): (Hash, Option<&Evidence>)| Branch {
            hash,
            evidence: evidence.cloned(),
            read: evidence.and_then(|one| reader.read(series, one)),
            in_use: in_use(hash),
        };
        let branches: Vec<Branch> = held.kept.branches().map(branch).collect();
        let before = held.kept.alarm.number().and_then(|n| n.checked_sub(1));
        let before = kept.iter().find(|(n, _)| Some(*n) == before).map(|(_, hash)| *hash);
        Self { branches, series: Some(series), before }
    }

    /// Public files, or what rests on no document. What this phone goes on using of two files is
    /// the one that it held first.
    fn files(held: &HeldAlarm, words: Words) -> Self {
        let branch = |(at, (hash, evidence)): (usize, (Hash, Option<&Evidence>))| Branch {
            hash,
            evidence: evidence.cloned(),
            read: evidence.and_then(|one| files::read(&one.document, words)),
            in_use: at == 0,
        };
        let branches = held.kept.branches().enumerate().map(branch).collect();
        Self { branches, series: None, before: None }
    }

    pub fn view(&self, scope: &Scope, held: &HeldAlarm, words: Words) -> AlarmView {
        let (differs, same) = self.differences(words);
        AlarmView {
            membership: scope.holdings().map(|held| held.id.clone()),
            row: scope.presenter(words).row(held),
            branches: self.shown(scope.zone(), words),
            differs,
            same,
            checks: self.checks(held, words),
            meaning: meaning(&held.kept.alarm, words),
            seen: seal(held),
        }
    }

    fn shown(&self, zone: ZoneOffset, words: Words) -> Vec<AlarmBranch> {
        let branch = |(at, branch): (usize, &Branch)| {
            let reached = branch.evidence.as_ref();
            let reached = reached.map(|one| words.date(one.reached_at.day_in(zone)));
            let name = match at {
                0 => words.say("alarm-branch-first", &[]),
                1 => words.say("alarm-branch-second", &[]),
                at => words.say("alarm-branch-further", &[("n", (at + 1).into())]),
            };
            let note = match (&branch.evidence, branch.in_use) {
                (None, _) => words.say("alarm-branch-not-here", &[]),
                (Some(_), true) => words.say("alarm-branch-in-use", &[]),
                (Some(_), false) if branch.read.is_none() => {
                    words.say("alarm-branch-unreadable", &[])
                }
                (Some(_), false) => String::new(),
            };
            let read = branch.read.as_ref();
            AlarmBranch {
                name,
                value: read.map(|read| read.value.clone()).unwrap_or_default(),
                detail: read.map(|read| read.detail.clone()).unwrap_or_default(),
                reached: reached.unwrap_or_default(),
                dated: read
                    .and_then(|read| read.dated)
                    .map(|day| words.date(day))
                    .unwrap_or_default(),
                signer: read.map(|read| read.signer.clone()).unwrap_or_default(),
                fingerprint: branch.hash.to_string().chars().take(SHORT).collect(),
                note,
                in_use: branch.in_use,
                document: branch
                    .evidence
                    .as_ref()
                    .map(|one| one.document.clone())
                    .unwrap_or_default(),
            }
        };
        self.branches.iter().enumerate().map(branch).collect()
    }

    /// What differs between the documents that are here, and what to say of the rest.
    fn differences(&self, words: Words) -> (Vec<AlarmDifference>, String) {
        let here: Vec<&Read> = self.branches.iter().filter_map(|one| one.read.as_ref()).collect();
        if here.len() < 2 {
            return (Vec::new(), words.say(self.why_not_compared(), &[]));
        }
        let mut keys: Vec<&Fact> = Vec::new();
        for fact in here.iter().flat_map(|read| &read.facts) {
            if keys.iter().all(|known| known.key != fact.key) {
                keys.push(fact);
            }
        }
        let (same, differing): (Vec<Row<'_>>, Vec<Row<'_>>) =
            keys.into_iter().map(|fact| self.row(fact)).partition(Row::is_the_same);
        let said = match differing.is_empty() {
            true => words.say("alarm-nothing-differs", &[]),
            false => words.say("alarm-same", &[("n", same.len().into())]),
        };
        let differing = self.gather(differing);
        let more = differing.len().saturating_sub(MOST);
        let differs = differing.into_iter().take(MOST).map(|row| row.said(words)).collect();
        match more {
            0 => (differs, said),
            n => {
                let more = words.say("alarm-more-differ", &[("n", n.into())]);
                (differs, words.sentences(&[more, said]))
            }
        }
    }

    /// What each of the documents says of one thing.
    fn row<'a>(&'a self, fact: &'a Fact) -> Row<'a> {
        let value = |branch: &'a Branch| match &branch.read {
            None => Value::Unknown,
            Some(read) => read
                .facts
                .iter()
                .find(|one| one.key == fact.key)
                .map_or(Value::Absent, |one| Value::Said(one.value.clone())),
        };
        Row { fact, values: self.branches.iter().map(value).collect() }
    }

    /// Makes one row of everything that belongs to an entry which a document does not have at all.
    fn gather<'a>(&self, rows: Vec<Row<'a>>) -> Vec<Row<'a>> {
        let lacks = |part: &Option<String>| {
            let mut reads = self.branches.iter().filter_map(|branch| branch.read.as_ref());
            part.is_some() && reads.any(|read| read.facts.iter().all(|one| one.part_of != *part))
        };
        let mut gathered: Vec<Row<'a>> = Vec::new();
        for row in rows {
            match gathered.last_mut() {
                Some(last) if last.fact.part_of == row.fact.part_of && lacks(&row.fact.part_of) => {
                    last.add(row);
                }
                _ => gathered.push(row),
            }
        }
        gathered
    }

    fn why_not_compared(&self) -> &'static str {
        match self.branches.iter().filter(|branch| branch.evidence.is_some()).count() {
            0 => "alarm-no-document",
            1 => "alarm-cannot-compare",
            _ => "alarm-cannot-read-all",
        }
    }

    fn checks(&self, held: &HeldAlarm, words: Words) -> Vec<AlarmCheck> {
        if self.series.is_none() || self.branches.is_empty() {
            return Vec::new();
        }
        let row = |name: String, state: &dyn Fn(&Branch) -> CheckState| AlarmCheck {
            name,
            states: self.branches.iter().map(state).collect(),
        };
        let read = |branch: &Branch, of: &dyn Fn(&Read) -> CheckState| {
            branch.read.as_ref().map_or(CheckState::Unknown, of)
        };
        let mut rows = vec![row(words.say("alarm-check-signed", &[]), &|branch| {
            read(branch, &|one| one.signed)
        })];
        if self.series == Some(SeriesKind::Statements) {
            rows.push(row(words.say("alarm-check-adds-up", &[]), &|branch| {
                read(branch, &|one| one.adds_up)
            }));
        }
        if let Alarm::Fork { n, .. } = held.kept.alarm {
            let before = n.saturating_sub(1);
            if before > 0 {
                let name = words.say("alarm-check-follows", &[("n", before.to_string().into())]);
                rows.push(row(name, &|branch| {
                    read(branch, &|one| match (one.prev, self.before) {
                        (_, None) => CheckState::Unknown,
                        (prev, before) if prev == before => CheckState::Holds,
                        _ => CheckState::Fails,
                    })
                }));
            }
            rows.push(row(words.say("alarm-check-only", &[]), &|_| CheckState::Fails));
        }
        rows
    }
}

fn meaning(alarm: &Alarm, words: Words) -> Vec<String> {
    let fork = matches!(alarm, Alarm::Fork { .. } | Alarm::OtherContent { .. });
    let fork = fork.then(|| words.say("alarm-meaning-fork", &[]));
    fork.into_iter().chain([words.say("alarm-meaning-kept", &[])]).collect()
}

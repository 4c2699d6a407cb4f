//! Alarms: the list, one with its documents side by side, putting one aside and taking it up again.

mod facts;

use super::App;
use super::holdings::{HeldAlarm, Holdings};
use super::view::CheckState;
use super::view::alarms::{
    AlarmBranch, AlarmCheck, AlarmDifference, AlarmGravity, AlarmRow, AlarmStatus, AlarmView,
    AlarmsView,
};
use super::words::Words;
use crate::error::{AppError, ErrorKind};
use facts::{Fact, Read};
use standing_model::ids::{Hash, MembershipId};
use standing_model::series::SeriesKind;
use standing_model::time::ZoneOffset;
use standing_store::{Document, StoreError, Tx};
use standing_verify::alarm::{Alarm, AlarmState, Concerns, Evidence, Gravity};

/// Characters of a hash that tell documents apart at a glance.
const SHORT: usize = 8;

impl App {
    /// Every alarm of a membership, those that were put aside last.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for a membership that is not active here; [`ErrorKind::Storage`].
    pub fn alarms(&self, membership: &MembershipId) -> Result<AlarmsView, AppError> {
        let words = self.words();
        let holdings = self.holdings(membership)?;
        let pressing = holdings.alarms.iter().filter(|alarm| alarm.is_pressing());
        let aside = holdings.alarms.iter().filter(|alarm| !alarm.is_pressing());
        let n = pressing.clone().count();
        let text = match n {
            0 => words.say("alarms-none", &[]),
            n => words.say("alarms-some", &[("n", n.into())]),
        };
        let rows = pressing.chain(aside).map(|alarm| row(&holdings, alarm, words)).collect();
        Ok(AlarmsView { membership: membership.clone(), text, rows })
    }

    /// One alarm, its documents side by side.
    ///
    /// # Errors
    /// As [`App::alarms`], and [`ErrorKind::NotFound`] for the alarm.
    pub fn alarm(&self, membership: &MembershipId, alarm: i64) -> Result<AlarmView, AppError> {
        let words = self.words();
        let holdings = self.holdings(membership)?;
        let held = self.held_alarm(&holdings, alarm)?;
        let series = match held.kept.alarm.concerns() {
            Concerns::Series(series) => Some(series),
            Concerns::Heads | Concerns::Folder | Concerns::PublicFiles => None,
        };
        let documents = match series {
            Some(series) => self.read(|tx| tx.documents(series, membership))?,
            None => Vec::new(),
        };
        let reader = facts::Reader { holdings: &holdings, words };
        let compared = Compared::of(held, series, &reader, &documents);
        Ok(compared.view(&holdings, held, words))
    }

    /// Puts an alarm aside, after its differences were looked at: `seen` is what [`App::alarm`]
    /// gave with them. Deletes nothing, tells nobody, and can be undone.
    ///
    /// # Errors
    /// As [`App::alarm`]; [`ErrorKind::Refused`] if something new came about it since.
    pub fn put_aside(
        &self,
        membership: &MembershipId,
        alarm: i64,
        seen: &str,
    ) -> Result<AlarmsView, AppError> {
        let holdings = self.holdings(membership)?;
        if seal(self.held_alarm(&holdings, alarm)?) != seen {
            return Err(self.words().error(ErrorKind::Refused, "alarm-changed", &[]));
        }
        let now = self.now();
        self.change_alarm(alarm, |row| row.put_aside_at = Some(now))?;
        self.alarms(membership)
    }

    /// Takes up again an alarm that was put aside.
    ///
    /// # Errors
    /// As [`App::alarm`].
    pub fn reopen(&self, membership: &MembershipId, alarm: i64) -> Result<AlarmsView, AppError> {
        self.held_alarm(&self.holdings(membership)?, alarm)?;
        self.change_alarm(alarm, |row| row.put_aside_at = None)?;
        self.alarms(membership)
    }

    fn held_alarm<'a>(
        &self,
        holdings: &'a Holdings,
        alarm: i64,
    ) -> Result<&'a HeldAlarm, AppError> {
        let found = holdings.alarms.iter().find(|one| one.id == alarm);
        found.ok_or_else(|| self.words().error(ErrorKind::NotFound, "alarm-gone", &[]))
    }

    fn change_alarm(
        &self,
        alarm: i64,
        change: impl FnOnce(&mut standing_verify::alarm::KeptAlarm),
    ) -> Result<(), AppError> {
        self.write(|tx: &Tx<'_>| {
            let found = tx.alarms()?.into_iter().find(|row| row.id == alarm);
            let mut row = found.ok_or(StoreError::Missing("alarms"))?;
            change(&mut row.kept);
            tx.put_alarm(&row)
        })
    }
}

/// What was shown of an alarm, as one value: another hash gives another one.
fn seal(alarm: &HeldAlarm) -> String {
    let hashes: Vec<&[u8]> =
        alarm.kept.hashes.iter().map(|hash| hash.as_bytes().as_slice()).collect();
    Hash::of_parts(&hashes).to_string()
}

fn row(holdings: &Holdings, alarm: &HeldAlarm, words: Words) -> AlarmRow {
    let (status, text) = match &alarm.state {
        AlarmState::Open => (AlarmStatus::Open, words.say("alarm-state-open", &[])),
        AlarmState::Explained { on, why, .. } => {
            let args = [
                ("authority", holdings.authority_name(words).into()),
                ("date", words.date(*on).into()),
                ("why", why.get(words.0).into()),
            ];
            (AlarmStatus::Explained, words.say("alarm-state-explained", &args))
        }
        AlarmState::PutAside { at } => {
            let args = [("date", words.date(at.day_in(holdings.zone())).into())];
            (AlarmStatus::PutAside, words.say("alarm-state-put-aside", &args))
        }
    };
    let found = words.date(alarm.kept.found_at.day_in(holdings.zone()));
    AlarmRow {
        alarm: alarm.id,
        problem: words.alarm(&alarm.kept.alarm),
        gravity: match alarm.kept.alarm.gravity() {
            Gravity::Contradiction => AlarmGravity::Contradiction,
            Gravity::Missing => AlarmGravity::Missing,
            Gravity::Notice => AlarmGravity::Notice,
        },
        status,
        status_text: text,
        found: words.say("alarm-found", &[("date", found.into())]),
    }
}

/// The documents of an alarm, read.
struct Compared {
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

impl Compared {
    fn of(
        held: &HeldAlarm,
        series: Option<SeriesKind>,
        reader: &facts::Reader<'_>,
        documents: &[Document],
    ) -> Self {
        let in_use = |hash: Hash| {
            documents.iter().any(|document| Hash::of(document.compact.as_bytes()) == hash)
        };
        let branch = |(hash, evidence): (Hash, Option<&Evidence>)| Branch {
            hash,
            evidence: evidence.cloned(),
            read: evidence.zip(series).and_then(|(one, series)| reader.read(series, one)),
            in_use: in_use(hash),
        };
        let branches: Vec<Branch> = held.kept.branches().map(branch).collect();
        let before = held.kept.alarm.number().and_then(|n| n.checked_sub(1));
        let before = documents.iter().find(|document| Some(document.n) == before);
        let before = before.map(|document| Hash::of(document.compact.as_bytes()));
        Self { branches, series, before }
    }

    fn view(&self, holdings: &Holdings, held: &HeldAlarm, words: Words) -> AlarmView {
        let (differs, same) = self.differences(words);
        AlarmView {
            membership: holdings.id.clone(),
            row: row(holdings, held, words),
            branches: self.shown(holdings.zone(), words),
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
                (Some(_), false) => String::new(),
            };
            let read = branch.read.as_ref();
            AlarmBranch {
                name,
                value: read.map(|read| read.value.clone()).unwrap_or_default(),
                detail: read.map(|read| read.detail.clone()).unwrap_or_default(),
                reached: reached.unwrap_or_default(),
                dated: read.map(|read| words.date(read.dated)).unwrap_or_default(),
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
            return (Vec::new(), words.say("alarm-cannot-compare", &[]));
        }
        let mut keys: Vec<&Fact> = Vec::new();
        for fact in here.iter().flat_map(|read| &read.facts) {
            if keys.iter().all(|known| known.key != fact.key) {
                keys.push(fact);
            }
        }
        let (mut differs, mut same) = (Vec::new(), 0_usize);
        for fact in keys {
            let values = self.branches.iter().map(|branch| {
                let read = branch.read.as_ref()?;
                let found = read.facts.iter().find(|one| one.key == fact.key);
                Some(found.map(|one| one.value.clone()))
            });
            let values: Vec<Option<Option<String>>> = values.collect();
            let mut known = values.iter().flatten();
            let first = known.next();
            if known.all(|value| Some(value) == first) {
                same += 1;
                continue;
            }
            let shown = |value: Option<Option<String>>| match value {
                None => String::new(),
                Some(value) => value.unwrap_or_else(|| words.say("alarm-not-in-it", &[])),
            };
            let values = values.into_iter().map(shown).collect();
            differs.push(AlarmDifference { label: fact.label.clone(), values });
        }
        let same = match differs.is_empty() {
            true => words.say("alarm-nothing-differs", &[]),
            false => words.say("alarm-same", &[("n", same.into())]),
        };
        (differs, same)
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

#[cfg(test)]
mod tests;

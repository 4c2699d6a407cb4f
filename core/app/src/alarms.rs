//! Alarms: the list, one with its documents side by side, putting one aside and taking it up again.

mod compare;
mod export;
mod facts;
mod files;

use std::sync::Arc;

use super::App;
use super::holdings::{self, HeldAlarm, Holdings};
use super::view::alarms::{AlarmGravity, AlarmRow, AlarmStatus, AlarmView, AlarmsView};
use super::words::Words;
use crate::error::{AppError, ErrorKind};
use compare::Compared;
use standing_model::ids::{Hash, MembershipId};
use standing_model::time::ZoneOffset;
use standing_store::{StoreError, Tx};
use standing_verify::alarm::{AlarmState, Gravity, KeptAlarm};

/// Whose alarms are looked at: those of a membership, or those that belong to none, such as those
/// of registers.
enum Scope {
    Membership(Arc<Holdings>),
    None(Vec<HeldAlarm>, ZoneOffset),
}

impl Scope {
    fn alarms(&self) -> &[HeldAlarm] {
        match self {
            Self::Membership(holdings) => &holdings.alarms,
            Self::None(alarms, _) => alarms,
        }
    }

    fn holdings(&self) -> Option<&Holdings> {
        match self {
            Self::Membership(holdings) => Some(holdings),
            Self::None(..) => None,
        }
    }

    fn zone(&self) -> ZoneOffset {
        match self {
            Self::Membership(holdings) => holdings.zone(),
            Self::None(_, zone) => *zone,
        }
    }

    fn presenter(&self, words: Words) -> Presenter {
        let authority = self.holdings().map(|held| held.authority_name(words));
        Presenter { words, zone: self.zone(), authority: authority.unwrap_or_default() }
    }
}

impl App {
    /// Every alarm of a membership, or of what belongs to none, such as registers. What was put
    /// aside comes last.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for a membership that is not active here; [`ErrorKind::Storage`].
    pub fn alarms(&self, membership: Option<&MembershipId>) -> Result<AlarmsView, AppError> {
        let words = self.words();
        let scope = self.scope(membership)?;
        let pressing = scope.alarms().iter().filter(|alarm| alarm.is_pressing());
        let aside = scope.alarms().iter().filter(|alarm| !alarm.is_pressing());
        let text = match pressing.clone().count() {
            0 => words.say("alarms-none", &[]),
            n => words.say("alarms-some", &[("n", n.into())]),
        };
        let presenter = scope.presenter(words);
        let rows = pressing.chain(aside).map(|alarm| presenter.row(alarm)).collect();
        Ok(AlarmsView { membership: membership.cloned(), text, rows })
    }

    /// One alarm, its documents side by side.
    ///
    /// # Errors
    /// As [`App::alarms`], and [`ErrorKind::NotFound`] for the alarm.
    pub fn alarm(
        &self,
        membership: Option<&MembershipId>,
        alarm: i64,
    ) -> Result<AlarmView, AppError> {
        let (scope, held) = self.opened_alarm(membership, alarm)?;
        let words = self.words();
        Ok(Compared::of(&scope, &held, words).view(&scope, &held, words))
    }

    /// Puts an alarm aside, after its differences were looked at: `seen` is what [`App::alarm`]
    /// gave with them. Deletes nothing, tells nobody, and can be undone.
    ///
    /// # Errors
    /// As [`App::alarm`]; [`ErrorKind::Refused`] if something new came about it since.
    pub fn put_aside(
        &self,
        membership: Option<&MembershipId>,
        alarm: i64,
        seen: &str,
    ) -> Result<AlarmsView, AppError> {
        if seal(self.held_alarm(&self.scope(membership)?, alarm)?) != seen {
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
    pub fn reopen(
        &self,
        membership: Option<&MembershipId>,
        alarm: i64,
    ) -> Result<AlarmsView, AppError> {
        self.held_alarm(&self.scope(membership)?, alarm)?;
        self.change_alarm(alarm, |row| row.put_aside_at = None)?;
        self.alarms(membership)
    }

    fn scope(&self, membership: Option<&MembershipId>) -> Result<Scope, AppError> {
        self.scope_with(membership, |_, _| Ok(())).map(|(scope, ())| scope)
    }

    /// Whose alarms are looked at, and what else a screen shows of them, all of one moment.
    fn scope_with<T>(
        &self,
        membership: Option<&MembershipId>,
        more: impl FnOnce(&Tx<'_>, &Scope) -> Result<T, StoreError>,
    ) -> Result<(Scope, T), AppError> {
        let here = self.here();
        let read = self.read(|tx| {
            let scope = match membership {
                Some(id) => Holdings::read(tx, id, &self.memo)?.map(Scope::Membership),
                None => Some(Scope::None(holdings::alarms_of_none(tx)?, here)),
            };
            let Some(scope) = scope else { return Ok(None) };
            let more = more(tx, &scope)?;
            Ok(Some((scope, more)))
        })?;
        read.ok_or_else(|| self.no_membership())
    }

    /// One alarm with its documents.
    fn opened_alarm(
        &self,
        membership: Option<&MembershipId>,
        alarm: i64,
    ) -> Result<(Scope, HeldAlarm), AppError> {
        let (scope, opened) = self.scope_with(membership, |tx, _| tx.alarm(alarm))?;
        let held = self.held_alarm(&scope, alarm)?.clone();
        let opened = opened.ok_or_else(|| self.no_alarm())?;
        Ok((scope, HeldAlarm { kept: opened.kept, ..held }))
    }

    fn no_alarm(&self) -> AppError {
        self.words().error(ErrorKind::NotFound, "alarm-gone", &[])
    }

    fn held_alarm<'a>(&self, scope: &'a Scope, alarm: i64) -> Result<&'a HeldAlarm, AppError> {
        let found = scope.alarms().iter().find(|one| one.id == alarm);
        found.ok_or_else(|| self.no_alarm())
    }

    fn change_alarm(
        &self,
        alarm: i64,
        change: impl FnOnce(&mut KeptAlarm),
    ) -> Result<(), AppError> {
        self.write(|tx: &Tx<'_>| {
            let mut row = tx.alarm(alarm)?.ok_or(StoreError::Missing("alarms"))?;
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

/// The alarms of a membership that the person has not put aside, the gravest first.
pub(super) fn pressing(holdings: &Holdings, words: Words) -> Vec<AlarmRow> {
    let authority = holdings.authority_name(words);
    let presenter = Presenter { words, zone: holdings.zone(), authority };
    let pressing = holdings.alarms.iter().filter(|alarm| alarm.is_pressing());
    pressing.map(|alarm| presenter.row(alarm)).collect()
}

/// The alarms among these that the person has not put aside; they belong to no membership.
pub(super) fn pressing_of_none<'a>(
    alarms: impl Iterator<Item = &'a HeldAlarm>,
    zone: ZoneOffset,
    words: Words,
) -> Vec<AlarmRow> {
    let presenter = Presenter { words, zone, authority: String::new() };
    alarms.filter(|alarm| alarm.is_pressing()).map(|alarm| presenter.row(alarm)).collect()
}

/// Says an alarm in short. Without an authority nothing explains it.
struct Presenter {
    words: Words,
    zone: ZoneOffset,
    authority: String,
}

impl Presenter {
    fn row(&self, alarm: &HeldAlarm) -> AlarmRow {
        let words = self.words;
        let (status, text) = match &alarm.state {
            AlarmState::Open => (AlarmStatus::Open, words.say("alarm-state-open", &[])),
            AlarmState::Explained { on, why, .. } => {
                let args = [
                    ("authority", self.authority.as_str().into()),
                    ("date", words.date(*on).into()),
                    ("why", why.get(words.0).into()),
                ];
                (AlarmStatus::Explained, words.say("alarm-state-explained", &args))
            }
            AlarmState::PutAside { at } => {
                let args = [("date", words.date(at.day_in(self.zone)).into())];
                (AlarmStatus::PutAside, words.say("alarm-state-put-aside", &args))
            }
        };
        let found = words.date(alarm.kept.found_at.day_in(self.zone));
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
}

#[cfg(test)]
mod tests;

//! The alarms that this phone keeps about a membership or about none, and the series they are about.

use std::cmp::Reverse;
use std::ops::RangeInclusive;

use super::{HeldAlarm, Letter, Statement};
use crate::briefs::{Known, ReceiptBrief};
use standing_model::ids::TrustId;
use standing_model::series::SeriesKind;
use standing_store::{Membership, MembershipState, RootPurpose, StoreError, Tx};
use standing_verify::alarm::Alarm;

/// The documents of a membership, in rising order.
pub(super) struct Series<'a> {
    pub statements: &'a [Statement],
    pub letters: &'a [Letter],
    pub receipts: &'a [Known<ReceiptBrief>],
}

impl Series<'_> {
    /// The newest item of each series that is of a later version.
    pub fn unread(&self) -> Vec<(SeriesKind, u32)> {
        let unread = [unread(self.statements), unread(self.letters), unread(self.receipts)];
        let of = [SeriesKind::Statements, SeriesKind::Notices, SeriesKind::Receipts];
        of.into_iter().zip(unread).filter_map(|(of, n)| Some((of, n?))).collect()
    }

    /// A membership's own alarms, those of its trust root, and those of the registers, which have no
    /// other place: the gravest first, then the newest.
    pub fn alarms(
        &self,
        tx: &Tx<'_>,
        membership: &Membership,
    ) -> Result<Vec<HeldAlarm>, StoreError> {
        let roots = tx.roots()?;
        let registers = roots.iter().filter(|root| root.purpose == RootPurpose::Register);
        let registers: Vec<TrustId> = registers.map(|root| root.trust).collect();
        let mut alarms = Vec::new();
        for (id, kept) in tx.alarm_briefs()? {
            let ours = match &kept.membership {
                Some(id) => *id == membership.id,
                None => kept.trust == membership.trust || registers.contains(&kept.trust),
            };
            // Once everything that it names was signed again, the alarm is evidence and no news.
            if !ours || self.holds_again(&kept.alarm) {
                continue;
            }
            let notices = || self.letters.iter().filter_map(Letter::explains);
            let (state, explained) = (kept.state(notices()), kept.explained(notices()));
            alarms.push(HeldAlarm { id, kept, state, explained });
        }
        sort(&mut alarms);
        Ok(alarms)
    }

    /// Whether every document of a run that was disowned verifies again, in whatever version.
    fn holds_again(&self, alarm: &Alarm) -> bool {
        fn genuine<B>(all: &[Known<B>], run: &RangeInclusive<u32>) -> bool {
            let mut run = all.iter().filter(|one| run.contains(&one.n));
            run.all(|one| one.verdict.is_ok() || one.is_unread())
        }
        let Alarm::Disowned { series, from, to } = *alarm else { return false };
        let run = &(from..=to);
        match series {
            SeriesKind::Statements => genuine(self.statements, run),
            SeriesKind::Notices => genuine(self.letters, run),
            SeriesKind::Receipts => genuine(self.receipts, run),
        }
    }
}

/// The number of the newest document that is of a later version.
fn unread<B>(all: &[Known<B>]) -> Option<u32> {
    all.iter().rev().find(|one| one.is_unread()).map(|one| one.n)
}

/// The alarms that belong to no membership of this phone: those of registers, and of public files
/// of an authority that it has not joined.
pub(crate) fn alarms_of_none(tx: &Tx<'_>) -> Result<Vec<HeldAlarm>, StoreError> {
    let memberships = tx.memberships()?;
    let joined = memberships.iter().filter(|one| one.state == MembershipState::Active);
    let mut alarms: Vec<HeldAlarm> = Vec::new();
    for (id, kept) in tx.alarm_briefs()? {
        if kept.membership.is_none() && !joined.clone().any(|one| one.trust == kept.trust) {
            let state = kept.state(std::iter::empty());
            alarms.push(HeldAlarm { id, kept, state, explained: None });
        }
    }
    sort(&mut alarms);
    Ok(alarms)
}

/// The gravest first, of those what nothing explains, then the newest.
fn sort(alarms: &mut [HeldAlarm]) {
    alarms.sort_by_key(|one| {
        (one.kept.alarm.gravity(), one.explained.is_some(), Reverse(one.kept.found_at))
    });
}

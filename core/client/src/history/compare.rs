//! What contradicts what this phone holds: heads, documents, receipts that were given.

use super::super::SyncError;
use super::series::{Item, Stored, text};
use super::{History, Holdings, Times};
use crate::plan::{KeptReceipt, Queued};
use standing_model::ids::Hash;
use standing_model::message::{Head, Receipt};
use standing_model::series::SeriesKind;
use standing_rules::clocks::TOLERANCE;
use standing_store::{StoreError, StoredHead, Tx};
use standing_verify::alarm::{Alarm, Found, KeptAlarm};
use standing_verify::head::{Compared, Mark, Marks};
use standing_verify::message::{Expected, verify};

/// Heads that a further one is compared with at most.
const HEADS: u32 = 100;

impl History<'_> {
    /// Compares a head with the highest number and hash that was ever verified in each series.
    pub(super) fn compare_heads(
        &self,
        held: &Holdings,
        compact: &str,
        newer: &Head,
    ) -> Result<Compared, SyncError> {
        let stored = self.store.read(|tx| tx.newest_heads(self.membership, HEADS))?;
        let mut marks = Marks::of(&self.verified(&stored));
        raise(&mut marks, &held.statements);
        raise(&mut marks, &held.notices);
        raise(&mut marks, &held.receipts);
        let mut compared = marks.compare(compact, newer);
        // After a key was withdrawn as compromised, documents may be signed again under the same
        // numbers; whether they say the same is looked at document by document.
        compared.found.retain(|found| match found.alarm {
            Alarm::Fork { series, .. } => held.all_firm(series),
            _ => true,
        });
        let before = stored.first().map(|head| head.compact.clone());
        for found in &mut compared.found {
            let item = match found.alarm {
                Alarm::Fork { series, n } | Alarm::Rollback { series, n } => {
                    self.given(series, n)?
                }
                _ => None,
            };
            found.documents.splice(0..0, item.into_iter().chain(before.clone()));
        }
        Ok(compared)
    }

    /// Heads that verify; one that no longer does, after a key was withdrawn, says nothing.
    fn verified(&self, stored: &[StoredHead]) -> Vec<Head> {
        let heads = stored.iter().filter_map(|head| {
            let held_since = Some(head.stored_at.max(head.signed_at));
            let expected = Expected { held_since, ..Expected::fresh(self.keys, self.sub) };
            verify::<Head>(&head.compact, expected).ok()
        });
        heads.map(standing_verify::message::Verified::into_payload).collect()
    }

    /// Keeps alarms; those that say something new.
    pub(super) fn keep(
        &self,
        tx: &Tx<'_>,
        found: &[Found],
        times: &Times,
    ) -> Result<Vec<Alarm>, StoreError> {
        let mut raised = Vec::new();
        for one in found {
            if tx.keep_alarm(&self.kept(one.clone(), times))? {
                raised.push(one.alarm.clone());
            }
        }
        Ok(raised)
    }

    /// An alarm to keep, with the times at which its documents reached this phone.
    fn kept(&self, found: Found, times: &Times) -> KeptAlarm {
        let membership = Some(self.membership.clone());
        let mut kept = KeptAlarm::of(found, self.trust, membership, self.clock.now());
        for evidence in &mut kept.evidence {
            if let Some((at, since)) = times.get(&Hash::of(evidence.document.as_bytes())) {
                evidence.reached_at = *at;
                evidence.held_since = *since;
            }
        }
        kept
    }

    /// A document that this phone holds or that arrived.
    fn given(&self, series: SeriesKind, n: u32) -> Result<Option<String>, StoreError> {
        let given = self.store.read(|tx| match tx.document(series, self.membership, n)? {
            Some(held) => Ok(Some(held)),
            None => tx.provisional(series, self.membership, n),
        })?;
        Ok(given.map(|document| document.compact))
    }

    /// Receipts that this phone was given and that the head does not count: the authority leaves
    /// them out of its chain.
    pub(super) fn left_out(&self, head: &Head, compact: &str) -> Result<Vec<Found>, SyncError> {
        let kept_after = self.store.read(|tx| {
            let mut kept: Vec<KeptReceipt> = Vec::new();
            for brief in tx.queue_briefs::<Queued>(self.membership)? {
                if !brief.item.receipts.iter().any(|(n, _)| *n > head.receipts.n) {
                    continue;
                }
                let row = tx.queue_item::<Queued>(brief.id)?;
                kept.extend(row.into_iter().flat_map(|row| row.item.receipts));
            }
            Ok(kept)
        })?;
        let missing = kept_after.iter().filter(|kept| {
            let expected = Expected::fresh(self.keys, self.sub);
            let verified = verify::<Receipt>(&kept.compact, expected);
            // A server may not have heard yet of what another one of them signed.
            let late = |iat| head.iat.since(iat) > TOLERANCE;
            kept.n > head.receipts.n && verified.is_ok_and(|one| late(one.payload().iat))
        });
        let found = |kept: &KeptReceipt| Found {
            alarm: Alarm::ReceiptLeftOut { n: kept.n },
            hashes: vec![standing_model::ids::Hash::of(kept.compact.as_bytes())],
            documents: vec![kept.compact.clone(), compact.to_owned()],
        };
        Ok(missing.map(found).collect())
    }

    /// Documents that say to be later than the head that counts them.
    pub(super) fn after_head<T: Item>(
        &self,
        tx: &Tx<'_>,
        stored: &Stored<T>,
        head: &Head,
    ) -> Result<Vec<Found>, StoreError> {
        let is_late = |iat: Option<_>| iat.is_some_and(|iat| head.iat.since(iat) < -TOLERANCE);
        let mut found = Vec::new();
        for entry in stored.entries.iter().chain(&stored.arrived).filter(|one| is_late(one.iat)) {
            let alarm = Alarm::TimeNotRising { series: T::SERIES, n: entry.n };
            let document = text::<T>(tx, self, entry.n)?;
            // What was replaced meanwhile is in the alarm over both.
            let document = document.filter(|text| Hash::of(text.as_bytes()) == entry.hash);
            found.extend(document.map(|document| Found::over(alarm, vec![document])));
        }
        Ok(found)
    }
}

impl Holdings {
    fn all_firm(&self, series: SeriesKind) -> bool {
        match series {
            SeriesKind::Statements => self.statements.all_firm(),
            SeriesKind::Notices => self.notices.all_firm(),
            SeriesKind::Receipts => self.receipts.all_firm(),
        }
    }
}

/// Documents that verified count, too: they came under a head that was not kept.
fn raise<T: Item>(marks: &mut Marks, stored: &Stored<T>) {
    let newest_first = stored.arrived.iter().rev().chain(stored.entries.iter().rev());
    let Some(newest) = newest_first.filter(|entry| entry.is_firm).max_by_key(|entry| entry.n)
    else {
        return;
    };
    let since = newest.held_since.or(newest.iat).unwrap_or_default();
    marks.raise(T::SERIES, Mark { n: newest.n, last: Some(newest.hash), since });
}

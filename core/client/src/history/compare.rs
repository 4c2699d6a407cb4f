//! What contradicts what this phone holds: heads, documents, receipts that were given.

use super::super::SyncError;
use super::series::Stored;
use super::{History, Holdings};
use crate::plan::{KeptReceipt, Queued};
use standing_model::message::{Head, Receipt};
use standing_model::series::SeriesKind;
use standing_rules::clocks::TOLERANCE;
use standing_store::{Document, StoredHead, Tx};
use standing_verify::alarm::{Alarm, Found, KeptAlarm};
use standing_verify::head::{Compared, Mark, Marks};
use standing_verify::message::{Expected, verify};
use standing_verify::series::{Held, Numbered};

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
        raise(&mut marks, &held.statements, self);
        raise(&mut marks, &held.notices, self);
        raise(&mut marks, &held.receipts, self);
        let mut compared = marks.compare(compact, newer);
        // After a key was withdrawn as compromised, documents may be signed again under the same
        // numbers; whether they say the same is looked at document by document.
        compared.found.retain(|found| match found.alarm {
            Alarm::Fork { series, .. } => held.all_firm(series, self),
            _ => true,
        });
        let before = stored.first().map(|head| head.compact.clone());
        for found in &mut compared.found {
            let item = match found.alarm {
                Alarm::Fork { series, n } | Alarm::Rollback { series, n } => held.at(series, n),
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
        documents: &[Document],
    ) -> Result<Vec<Alarm>, standing_store::StoreError> {
        let mut raised = Vec::new();
        for one in found {
            if tx.keep_alarm(&self.kept(one.clone(), documents))? {
                raised.push(one.alarm.clone());
            }
        }
        Ok(raised)
    }

    /// An alarm to keep, with the times at which its documents reached this phone.
    fn kept(&self, found: Found, documents: &[Document]) -> KeptAlarm {
        let membership = Some(self.membership.clone());
        let mut kept = KeptAlarm::of(found, self.trust, membership, self.clock.now());
        for evidence in &mut kept.evidence {
            let row = documents.iter().find(|row| row.compact == evidence.document);
            if let Some(row) = row {
                evidence.reached_at = row.stored_at;
                evidence.held_since = row.held_since;
            }
        }
        kept
    }

    /// Receipts that this phone was given and that the head does not count: the authority leaves
    /// them out of its chain.
    pub(super) fn left_out(&self, head: &Head, compact: &str) -> Result<Vec<Found>, SyncError> {
        let rows = self.store.read(|tx| tx.queue_items::<Queued>(self.membership))?;
        let kept = rows.iter().flat_map(|row| &row.item.receipts);
        let missing = kept.filter(|kept| {
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
    pub(super) fn after_head<T: Numbered>(&self, held: &[Held<T>], head: &Head) -> Vec<Found> {
        let late = held
            .iter()
            .filter(|held| held.iat().is_some_and(|iat| iat.since(head.iat) > TOLERANCE));
        late.map(|held| {
            let alarm = Alarm::TimeNotRising { series: T::SERIES, n: held.n };
            Found::over(alarm, vec![held.compact.clone()])
        })
        .collect()
    }
}

impl Holdings {
    fn all_firm(&self, series: SeriesKind, history: &History<'_>) -> bool {
        match series {
            SeriesKind::Statements => self.statements.series.all_firm(history.keys),
            SeriesKind::Notices => self.notices.series.all_firm(history.keys),
            SeriesKind::Receipts => self.receipts.series.all_firm(history.keys),
        }
    }

    fn at(&self, series: SeriesKind, n: u32) -> Option<String> {
        match series {
            SeriesKind::Statements => self.statements.series.at(n).map(|held| &held.compact),
            SeriesKind::Notices => self.notices.series.at(n).map(|held| &held.compact),
            SeriesKind::Receipts => self.receipts.series.at(n).map(|held| &held.compact),
        }
        .cloned()
    }
}

/// Documents that verified count, too: they came under a head that was not kept.
fn raise<T: Numbered>(marks: &mut Marks, stored: &Stored<T>, history: &History<'_>) {
    let firm = stored.series.held().iter().zip(&stored.documents).rev();
    let newest = firm.into_iter().find(|(held, _)| held.is_firm(history.keys));
    let Some((held, document)) = newest else { return };
    let iat = held.payload().map(|payload| payload.iat()).unwrap_or_default();
    let since = document.held_since.unwrap_or(iat);
    marks.raise(T::SERIES, Mark { n: held.n, last: Some(held.hash()), since });
}

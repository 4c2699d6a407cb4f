//! After a key was withdrawn: which documents of this phone no longer verify, and what the
//! authority signed anew in their place.

use super::super::SyncError;
use super::History;
use super::series::{Fresh, Held, Item, says_the_same};
use crate::plan::{KeptReceipt, Queued};
use standing_model::message::{Head, Receipt};
use standing_store::{Alarm, Series};
use standing_verify::head;
use standing_verify::message::{Expected, verify};

/// The alarm over a receipt that the authority gave and then does not count.
const LEFT_OUT: &str = "rollback-receipt";

impl History<'_> {
    /// Keeps an alarm over each run of stored documents that no longer verify, with the documents:
    /// what was believed once is said to be unknown, and never goes away in silence.
    pub(super) fn disown<T: Item>(&self, stored: &[Held<T>]) -> Result<(), SyncError> {
        let mut runs: Vec<Vec<&Held<T>>> = Vec::new();
        for held in stored.iter().filter(|held| held.verdict.is_err()) {
            let follows = |run: &&mut Vec<&Held<T>>| {
                run.last().is_some_and(|last| last.document.n.saturating_add(1) == held.document.n)
            };
            match runs.last_mut().filter(follows) {
                Some(run) => run.push(held),
                None => runs.push(vec![held]),
            }
        }
        let alarms = runs.iter().map(|run| self.disowned::<T>(run));
        let alarms: Vec<Alarm> = alarms.collect();
        if alarms.is_empty() {
            return Ok(());
        }
        Ok(self.store.write(|tx| {
            let known = tx.alarms()?;
            let is_known = |alarm: &Alarm| {
                let same = known
                    .iter()
                    .filter(|one| (&one.kind, &one.membership) == (&alarm.kind, &alarm.membership));
                let mut same = same.map(|one| &one.documents);
                same.any(|kept| alarm.documents.iter().all(|document| kept.contains(document)))
            };
            let mut new = alarms.iter().filter(|alarm| !is_known(alarm));
            new.try_for_each(|alarm| tx.add_alarm(alarm).map(drop))
        })?)
    }

    fn disowned<T: Item>(&self, run: &[&Held<T>]) -> Alarm {
        let number = |held: Option<&&Held<T>>| held.map_or(0, |held| held.document.n);
        let (first, last) = (number(run.first()), number(run.last()));
        let documents = run.iter().map(|held| held.document.compact.clone()).collect();
        let kind = match T::SERIES {
            Series::Statements => "disowned-statements",
            Series::Notices => "disowned-notices",
            Series::Receipts => "disowned-receipts",
        };
        let about = if first == last { first.to_string() } else { format!("{first}-{last}") };
        self.alarm(kind, about, documents)
    }

    /// What was signed anew must say what stood there. Where this phone still holds the old one to
    /// be genuine, another content is a second history; where it does not, both are kept.
    pub(super) fn compare_anew<T: Item>(
        &self,
        fresh: &Fresh<T>,
        head: &Head,
    ) -> Result<Vec<Alarm>, SyncError> {
        let mut alarms = Vec::new();
        for (old, (compact, item)) in fresh.anew() {
            if says_the_same::<T>(&old.document.compact, compact) {
                continue;
            }
            let documents = vec![old.document.compact.clone(), compact.clone()];
            let about = T::number(item.payload()).to_string();
            if old.verdict.is_ok() {
                let alarm = self.alarm(T::CHAIN.fork(), about, documents);
                return Err(self.contradiction(alarm)?);
            }
            alarms.push(self.alarm("signed-anew", about, documents));
        }
        let count = head::tip(head, T::CHAIN).0;
        let anew = fresh.kept < fresh.stored.len();
        let mut gone = fresh.stored.iter().filter(|held| anew && held.document.n > count);
        match gone.find(|held| held.verdict.is_ok()) {
            None => Ok(alarms),
            Some(held) => {
                let documents = vec![held.document.compact.clone()];
                let about = held.document.n.to_string();
                Err(self.contradiction(self.alarm("rollback", about, documents))?)
            }
        }
    }

    /// Receipts that this phone was given and that the head does not count: the authority leaves
    /// them out of its chain.
    pub(super) fn left_out(&self, head: &Head, compact: &str) -> Result<Vec<Alarm>, SyncError> {
        let (rows, known) =
            self.store.read(|tx| Ok((tx.queue_items::<Queued>(self.membership)?, tx.alarms()?)))?;
        let kept = rows.iter().flat_map(|row| &row.item.receipts);
        let missing = kept.filter(|kept| {
            let expected = Expected::fresh(self.keys, self.sub);
            kept.n > head.receipts.n && verify::<Receipt>(&kept.compact, expected).is_ok()
        });
        let alarm = |kept: &KeptReceipt| {
            let documents = vec![kept.compact.clone(), compact.to_owned()];
            self.alarm(LEFT_OUT, kept.n.to_string(), documents)
        };
        // The first head that leaves it out stands for all that follow.
        let is_known = |alarm: &Alarm| {
            let same = |one: &&Alarm| one.kind == LEFT_OUT && one.membership == alarm.membership;
            let mut same = known.iter().filter(same);
            same.any(|one| one.documents.first() == alarm.documents.first())
        };
        Ok(missing.map(alarm).filter(|alarm| !is_known(alarm)).collect())
    }
}

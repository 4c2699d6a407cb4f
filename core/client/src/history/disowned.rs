//! After a key was withdrawn: which documents of this phone no longer verify.

use super::super::SyncError;
use super::History;
use super::series::Stored;
use standing_verify::alarm::{Alarm, Found};
use standing_verify::series::{Held, Numbered};

impl History<'_> {
    /// Keeps an alarm over each run of stored documents that no longer verify: what was believed
    /// once is called unknown, and never goes away in silence.
    pub(super) fn disown<T: Numbered>(&self, stored: &Stored<T>) -> Result<(), SyncError> {
        let mut runs: Vec<Vec<&Held<T>>> = Vec::new();
        for held in stored.series.held().iter().filter(|held| !held.is_genuine()) {
            let follows = |run: &&mut Vec<&Held<T>>| {
                run.last().is_some_and(|last| last.n.saturating_add(1) == held.n)
            };
            match runs.last_mut().filter(follows) {
                Some(run) => run.push(held),
                None => runs.push(vec![held]),
            }
        }
        let found: Vec<Found> = runs.iter().filter_map(|run| disowned(run)).collect();
        if found.is_empty() {
            return Ok(());
        }
        self.store.write(|tx| self.keep(tx, &found, &stored.documents))?;
        Ok(())
    }
}

fn disowned<T: Numbered>(run: &[&Held<T>]) -> Option<Found> {
    let (from, to) = (run.first()?.n, run.last()?.n);
    let documents = run.iter().map(|held| held.compact.clone()).collect();
    Some(Found::over(Alarm::Disowned { series: T::SERIES, from, to }, documents))
}

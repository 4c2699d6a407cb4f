//! After a key was withdrawn: which documents of this phone no longer verify.

use super::History;
use super::series::{Entry, Item, Stored, text};
use standing_store::StoreError;
use standing_verify::alarm::{Alarm, Found, MAX_HASHES};

impl History<'_> {
    /// Keeps an alarm over each run of stored documents that no longer verify: what was believed
    /// once is called unknown, and never goes away in silence.
    pub(super) fn disown<T: Item>(&self, stored: &Stored<T>) -> Result<(), StoreError> {
        let mut runs: Vec<Vec<&Entry>> = Vec::new();
        for entry in stored.entries.iter().filter(|entry| !entry.is_genuine) {
            let follows = |run: &&mut Vec<&Entry>| {
                run.last().is_some_and(|last| last.n.saturating_add(1) == entry.n)
            };
            match runs.last_mut().filter(follows) {
                Some(run) => run.push(entry),
                None => runs.push(vec![entry]),
            }
        }
        let times = stored.times();
        for run in runs {
            self.store.write(|tx| {
                let mut documents = Vec::new();
                for entry in run.iter().take(MAX_HASHES) {
                    documents.extend(text::<T>(tx, self, entry.n)?);
                }
                let ends = run.first().zip(run.last());
                let Some((from, to)) = ends.map(|(first, last)| (first.n, last.n)) else {
                    return Ok(());
                };
                let alarm = Alarm::Disowned { series: T::SERIES, from, to };
                self.keep(tx, &[Found::over(alarm, documents)], &times).map(drop)
            })?;
        }
        Ok(())
    }
}

//! What is wrong between statements, seen when new ones come.

use super::super::SyncError;
use super::History;
use super::series::Fresh;
use standing_model::message::Head;
use standing_model::statement::Statement;
use standing_store::Alarm;
use standing_verify::chain::{self, ChainAlarm};
use standing_verify::message::Verified;

impl History<'_> {
    /// Alarms between statements: those about the order of things refuse them, those about their
    /// content are kept beside them.
    pub(super) fn examine(
        &self,
        fresh: &Fresh<Statement>,
        head: &Head,
    ) -> Result<Vec<Alarm>, SyncError> {
        let mut alarms = Vec::new();
        // One that was only signed anew was looked at when it came first.
        let news = fresh.items.iter().enumerate().filter(|(_, one)| !fresh.is_only_anew(one));
        for (at, (compact, item)) in news {
            let before = fresh.before(at);
            let mut found = before.map(|held| chain::compare(held, item)).unwrap_or_default();
            if item.payload().iat > head.iat {
                found.push(ChainAlarm::TimeNotRising { seq: item.payload().seq });
            }
            for one in found {
                let before = fresh.compact_before(at);
                let documents = before.into_iter().chain([compact.clone()]).collect();
                let alarm = self.alarm(one.kind(), one.about(), documents);
                if matches!(one, ChainAlarm::TimeNotRising { .. }) {
                    return Err(self.contradiction(alarm)?);
                }
                alarms.push(alarm);
            }
        }
        alarms.extend(self.examine_whole(fresh));
        Ok(alarms)
    }

    /// Alarms that only the whole history shows: "an `id` used again", "one rulebook version with
    /// two hashes".
    fn examine_whole(&self, fresh: &Fresh<Statement>) -> Vec<Alarm> {
        let kept = fresh.stored.iter().take(fresh.kept);
        let held = kept.filter_map(|held| {
            Some((held.verdict.as_ref().ok()?.clone(), held.document.compact.clone()))
        });
        let new = fresh.items.iter().map(|(compact, item)| (item.clone(), compact.clone()));
        let (history, compacts): (Vec<_>, Vec<_>) = held.chain(new).unzip();
        let concerns = |item: &Verified<Statement>, alarm: &ChainAlarm| match alarm {
            ChainAlarm::IdReused { entry, .. } => {
                item.payload().entries.iter().any(|known| known.id == *entry)
            }
            ChainAlarm::RulebookTwoHashes { id, version } => {
                let Statement { rulebook, rulebooks, .. } = item.payload();
                rulebook == id && rulebooks.iter().any(|listed| listed.version == *version)
            }
            _ => false,
        };
        let is_new = |alarm: &ChainAlarm| fresh.news().any(|(_, one)| concerns(one, alarm));
        let alarms = chain::examine(&history).into_iter().filter(is_new).map(|one| {
            let about = history.iter().zip(&compacts).filter(|(item, _)| concerns(item, &one));
            let documents = about.map(|(_, compact)| compact.clone()).collect();
            self.alarm(one.kind(), one.about(), documents)
        });
        alarms.collect()
    }
}

//! What a business can do about a listing, and by when: the publisher's signed data.

use super::listing::last_day;
use super::snapshot::{Snapshot, Standing};
use crate::remedies::{facts, when};
use crate::view::businesses::{RemedyNow, RemedyView};
use crate::words::Words;
use standing_model::listing::Listing;
use standing_model::remedy::Remedy;
use standing_model::time::Date;
use standing_rules::remedy::{Plan, plan};

impl Snapshot {
    /// Each remedy that the register names for a listing, in its order.
    pub(super) fn remedies(&self, standing: &Standing) -> Vec<RemedyView> {
        let register = self.registers.iter().find(|one| one.row.id == standing.register);
        let Some(register) = register else { return Vec::new() };
        let remedies = register.row.index.remedies.iter();
        let remedies = remedies.filter(|remedy| remedy.is_for(&standing.listing));
        let view = |remedy: &Remedy| {
            let (listing, today) = (&standing.listing, standing.today);
            self.remedy(standing, remedy, &plan(remedy, listing, today, &register.calendars))
        };
        remedies.map(view).collect()
    }

    fn remedy(&self, standing: &Standing, remedy: &Remedy, plan: &Plan<'_>) -> RemedyView {
        let words = self.words;
        let (now, when) = of_listing(words, plan, &standing.listing, standing.today);
        let documents = remedy.documents.iter().map(|one| one.get(words.0));
        RemedyView {
            title: remedy.names.get(words.0),
            now,
            when,
            facts: facts(words, remedy.condition.as_ref(), plan, &remedy.basis),
            documents: documents.collect(),
        }
    }
}

/// Whether there is anything to do about a listing on a day, and from which.
pub(super) fn of_listing<C>(
    words: Words,
    plan: &Plan<'_>,
    listing: &Listing<C>,
    today: Date,
) -> (RemedyNow, String) {
    when(words, plan, ("remedy-ends", Some(last_day(listing))), today)
}

//! The calendars of working days on this phone, and how sure a day is that was counted by them.

use crate::words::Words;
use standing_model::authority::Authority;
use standing_model::calendar::Calendar;
use standing_model::ids::TrustId;
use standing_model::time::Date;
use standing_rules::working_days::LastDay;
use standing_store::{StoreError, Tx};

/// The calendars that an authority counts by, as far as they are on this phone: of the year of a
/// day, the one before and the one after.
pub(super) fn calendars(
    tx: &Tx<'_>,
    trust: TrustId,
    authority: &Authority,
    day: Date,
) -> Result<Vec<Calendar>, StoreError> {
    let Some(region) = &authority.region else { return Ok(Vec::new()) };
    let years = day.year() - 1..=day.year() + 1;
    let kept = years.map(|year| tx.public_file(trust, &Calendar::path(region, year)));
    let kept = kept.collect::<Result<Vec<_>, _>>()?.into_iter().flatten();
    Ok(kept.filter_map(|bytes| Calendar::read(&bytes).ok()).collect())
}

/// What is shown beside a last day that runs through a year without a calendar.
pub(super) fn uncertainty(last: LastDay, words: Words) -> Option<String> {
    let said = |year: i32| words.say("working-days-unknown", &[("year", year.to_string().into())]);
    last.unknown_year.map(said)
}

//! The calendars of working days on this phone, and how sure a day is that was counted by them.

use crate::words::Words;
use standing_model::authority::Authority;
use standing_model::calendar::Calendar;
use standing_model::ids::TrustId;
use standing_model::json;
use standing_model::register::{INDEX_PATH, MAX_INDEX_BYTES, RegisterIndex};
use standing_model::time::Date;
use standing_rules::working_days::LastDay;
use standing_store::{RootPurpose, StoreError, Tx};

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

/// The calendars of the region that each register counts by, of a year and the one after, by the
/// register: as any authority on this phone signed them, a register's own first.
pub(super) fn of_registers(tx: &Tx<'_>, year: i32) -> Result<Vec<(TrustId, Calendar)>, StoreError> {
    let roots = tx.roots()?;
    let mut found = Vec::new();
    for register in roots.iter().filter(|root| root.purpose == RootPurpose::Register) {
        let index = tx.public_file(register.trust, INDEX_PATH)?.unwrap_or_default();
        let index = json::read::<RegisterIndex>(&index, MAX_INDEX_BYTES).ok();
        let Some(region) = index.and_then(|index| index.working_days) else { continue };
        let others = roots.iter().filter(|root| root.trust != register.trust);
        for year in [year, year.saturating_add(1)] {
            for root in std::iter::once(register).chain(others.clone()) {
                let bytes = tx.public_file(root.trust, &Calendar::path(&region, year))?;
                let read = bytes.and_then(|bytes| Calendar::read(&bytes).ok());
                if let Some(calendar) = read {
                    found.push((register.trust, calendar));
                    break;
                }
            }
        }
    }
    Ok(found)
}

/// What is shown beside a last day that runs through a year without a calendar.
pub(super) fn uncertainty(last: LastDay, words: Words) -> Option<String> {
    let said = |year: i32| words.say("working-days-unknown", &[("year", year.to_string().into())]);
    last.unknown_year.map(said)
}

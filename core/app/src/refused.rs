//! A signed rulebook or calendar that this phone could not use: what it is kept for is to say why.

use standing_model::authority::{Authority, RulebookPointer, refused, too_large};
use standing_model::calendar::{Calendar, CalendarError};
use standing_model::ids::TrustId;
use standing_model::json::rule_of;
use standing_model::rulebook::RulebookError;
use standing_model::text::plain;
use standing_model::time::Date;
use standing_store::{StoreError, Tx};

use crate::words::Words;

/// A calendar that was refused.
pub(super) struct RefusedCalendar {
    pub region: String,
    pub year: i32,
    pub error: CalendarError,
    /// Whether an earlier one of that year is on this phone.
    pub is_held: bool,
}

/// Why the rulebook that a list names is not in use; none if it was not refused.
pub(super) fn rulebook(
    tx: &Tx<'_>,
    trust: TrustId,
    named: &RulebookPointer,
) -> Result<Option<RulebookError>, StoreError> {
    let read = |bytes: &[u8]| named.read(bytes).err();
    why(tx, trust, &named.path(), RulebookError::TooLarge, read)
}

/// Why a target was refused; none if it was not, or if this app can read it.
fn why<E>(
    tx: &Tx<'_>,
    trust: TrustId,
    path: &str,
    large: E,
    read: impl FnOnce(&[u8]) -> Option<E>,
) -> Result<Option<E>, StoreError> {
    if tx.public_file(trust, &too_large(path))?.is_some() {
        return Ok(Some(large));
    }
    Ok(tx.public_file(trust, &refused(path))?.and_then(|kept| read(&kept)))
}

/// The refused calendars of the year of a day, the one before and the one after.
pub(super) fn calendars(
    tx: &Tx<'_>,
    trust: TrustId,
    authority: &Authority,
    day: Date,
) -> Result<Vec<RefusedCalendar>, StoreError> {
    let Some(region) = &authority.region else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for year in day.year() - 1..=day.year() + 1 {
        let path = Calendar::path(region, year);
        let read = |bytes: &[u8]| Calendar::read_for(region, year, bytes).err();
        let Some(error) = why(tx, trust, &path, CalendarError::TooLarge, read)? else { continue };
        let (region, is_held) = (region.to_string(), tx.public_file(trust, &path)?.is_some());
        found.push(RefusedCalendar { region, year, error, is_held });
    }
    Ok(found)
}

impl Words {
    /// Why a signed rulebook cannot be used, as a fragment.
    #[must_use]
    pub fn unusable_rulebook(self, error: &RulebookError) -> String {
        match error {
            RulebookError::LaterFormat(_) => self.say("unusable-later", &[]),
            RulebookError::TooLarge => {
                self.cited(&self.say("unusable-rulebook-too-large", &[]), "1.14")
            }
            RulebookError::Form(why) => {
                let reason = self.say("unusable-rulebook-form", &[]);
                self.cited(&reason, rule_of(why).unwrap_or("3.1.3"))
            }
            RulebookError::Unusable(problems) => {
                let told = problems.iter().map(|problem| {
                    let args = [("name", plain(problem.about()).into())];
                    self.say(&format!("unusable-rulebook-{}", problem.code()), &args)
                });
                let told: Vec<String> = told.collect();
                self.cited(&told.join(&self.say("unusable-and", &[])), "3.1.3")
            }
            _ => self.cited(&self.say("unusable-rulebook-other", &[]), "2.1"),
        }
    }

    /// Why a signed calendar cannot be used, as a fragment.
    #[must_use]
    pub fn unusable_calendar(self, error: &CalendarError) -> String {
        let (key, day) = match error {
            CalendarError::Later(_) => return self.say("unusable-later", &[]),
            CalendarError::TooLarge => ("unusable-calendar-too-large", None),
            CalendarError::Json(_) => ("unusable-calendar-form", None),
            CalendarError::Region => ("unusable-calendar-region", None),
            CalendarError::Other { .. } => ("unusable-calendar-other", None),
            CalendarError::OtherYear(day) => ("unusable-calendar-other-year", Some(day)),
            CalendarError::Both(day) => ("unusable-calendar-both", Some(day)),
            CalendarError::NotAWeekend(day) => ("unusable-calendar-weekday", Some(day)),
            CalendarError::Order(day) => ("unusable-calendar-order", Some(day)),
        };
        let day = day.map(|day| self.date(*day)).unwrap_or_default();
        let reason = self.say(key, &[("day", day.into())]);
        let rule = match error {
            CalendarError::Json(why) => rule_of(why),
            CalendarError::TooLarge => Some("1.14"),
            _ => None,
        };
        self.cited(&reason, rule.unwrap_or("2.1.3"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Phone, VILLAGE};
    use crate::words::Language;
    use standing_model::rulebook::MAX_BYTES;
    use standing_store::testing::membership;

    #[test]
    fn a_rulebook_that_was_signed_too_large_is_named_with_that_reason() {
        for (language, reason) in [
            (Language::English, "larger than a rulebook may be"),
            (Language::Chinese, "文件大小超过评分规则的上限"),
        ] {
            let phone = Phone::joined(VILLAGE, language);
            phone.keep(&phone.statement(1, 3, &[]));
            let path = phone.pointer().path();
            phone.write(|tx| tx.put_public_file(membership("m").trust, &too_large(&path), &[]));
            let used = phone.app.rulebook(&phone.id).unwrap();
            assert!(format!("{used:?}").contains(reason), "{used:?}");
            let fresh = phone.app.freshness().unwrap();
            assert!(format!("{fresh:?}").contains(reason), "{fresh:?}");
            let large = vec![b' '; MAX_BYTES + 1];
            let error = phone.pointer().read(&large).unwrap_err();
            assert!(Words(language).unusable_rulebook(&error).contains(reason));
        }
    }
}

//! The verdict: what the lists say of a business, naming what was covered. "Good" is never implied.

use super::shelf::{Register, Shelf, Standing};
use crate::view::CheckState;
use crate::words::Language;
use standing_model::time::Date;

impl Shelf {
    /// One sentence after another: who lists it, who does not, and whose list is unknown.
    pub(super) fn verdict(
        &self,
        register: &Register,
        standing: &[Standing],
    ) -> (CheckState, String) {
        let words = self.words;
        let (mut covered, mut unknown, mut dates) = (Vec::new(), Vec::new(), Vec::<Date>::new());
        for lister in &register.row.index.listers {
            let name = lister.names.get(words.0);
            match register.list(&lister.iss).filter(|list| register.in_date(list)) {
                Some(list) => {
                    covered.push(name);
                    dates.push(list.index.issued_at.day_in(register.zone));
                }
                None => unknown.push(name),
            }
        }
        let fresh = || standing.iter().filter(|one| one.in_date);
        let black = fresh().filter(|one| !one.listing.list_type.is_red()).count();
        let red = fresh().filter(|one| one.listing.list_type.is_red()).count();
        let old = standing.iter().filter(|one| !one.in_date).count();
        let mut said = Vec::new();
        let counted = [("verdict-black", black), ("verdict-red", red), ("verdict-was-listed", old)];
        for (key, n) in counted.into_iter().filter(|(_, n)| *n > 0) {
            said.push(words.say(key, &[("n", n.into())]));
        }
        if !covered.is_empty() {
            let key = if black + red > 0 { "verdict-covered" } else { "verdict-not-listed" };
            let dates = self.dates(&dates);
            let args = [("authorities", words.row(&covered).into()), ("dates", dates.into())];
            said.push(words.say(key, &args));
        }
        if !unknown.is_empty() || covered.is_empty() {
            let key = if unknown.is_empty() { "verdict-no-lists" } else { "verdict-unknown" };
            said.push(words.say(key, &[("authorities", words.row(&unknown).into())]));
        }
        let known = !covered.is_empty() && (unknown.is_empty() || black + red > 0);
        let state = if known { CheckState::Holds } else { CheckState::Unknown };
        (state, said.join(if words.0 == Language::Chinese { "" } else { " " }))
    }

    /// "20 November 2026", or "18 to 20 November".
    fn dates(&self, dates: &[Date]) -> String {
        let words = self.words;
        match (dates.iter().min(), dates.iter().max()) {
            (Some(first), Some(last)) if first != last => {
                let args =
                    [("first", words.date(*first).into()), ("last", words.date(*last).into())];
                words.say("verdict-dates", &args)
            }
            (Some(day), _) => words.date(*day),
            _ => String::new(),
        }
    }
}

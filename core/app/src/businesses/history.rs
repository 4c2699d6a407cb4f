//! Since when and until when a listing is published, and what happens to it on the way.

use super::listing::last_day;
use super::snapshot::{Snapshot, Standing};
use crate::view::businesses::TermView;
use crate::view::receipts::TimelineRow;
use standing_model::listing::{Listing, ListingState};
use standing_model::time::Date;

impl Snapshot {
    /// How much of its time is over.
    pub(super) fn term(&self, standing: &Standing) -> TermView {
        let (words, listing, today) = (self.words, &standing.listing, standing.today);
        let first = listing.decision_date;
        let whole = listing.ends_on().days_since(first).max(1);
        let thousandths = |day: Date| {
            let over = day.days_since(first).clamp(0, whole);
            u32::try_from(over.saturating_mul(1_000).checked_div(whole).unwrap_or(0)).unwrap_or(0)
        };
        let number = |day: Date| day.days_since(first).saturating_add(1).clamp(1, whole);
        let repair = repair(listing);
        let mut args = vec![("day", number(today).into()), ("days", whole.into())];
        args.extend(repair.map(|day| ("repair", number(day).into())));
        let key = if repair.is_some() { "listing-term-repair" } else { "listing-term" };
        TermView {
            today: thousandths(today),
            repair: repair.map(thousandths),
            text: words.say(key, &args),
        }
    }

    /// What its list says happened, and what comes by itself, in the order of days. That the
    /// business contests it has no day in a list, and is told after what has happened.
    pub(super) fn history(&self, standing: &Standing) -> Vec<TimelineRow> {
        let (words, listing, today) = (self.words, &standing.listing, standing.today);
        let mut events = self.published(standing);
        if let Some(origin) =
            listing.reply_origin.as_ref().filter(|_| listing.right_of_reply.is_some())
        {
            events.push((origin.on, "listing-replied", origin.by.get(words.0)));
        }
        if let Some(repair) = repair(listing) {
            events.push((repair, "listing-repair", words.days_away(repair, today)));
        }
        let ends = last_day(listing);
        let away = [("away", words.days_away(ends, today).into())];
        events.push((ends, "listing-ends", words.say("listing-ends-note", &away)));
        events.sort_by_key(|(day, ..)| *day);
        let (before, after): (Vec<_>, Vec<_>) =
            events.into_iter().partition(|(day, ..)| *day <= today);
        let row = |key: &str, day: String, note: String, done: bool| TimelineRow {
            text: words.say(key, &[]),
            day,
            note,
            done,
        };
        let contested = (listing.state == ListingState::Contested).then(|| {
            row("listing-history-contested", String::new(), words.say("listing-no-day", &[]), true)
        });
        let dated = |done: bool| {
            move |(day, key, note): (Date, &str, String)| row(key, words.date(day), note, done)
        };
        let rows = before.into_iter().map(dated(true)).chain(contested);
        rows.chain(after.into_iter().map(dated(false))).collect()
    }

    /// How it was decided and published.
    fn published(&self, standing: &Standing) -> Vec<(Date, &'static str, String)> {
        let (words, listing) = (self.words, &standing.listing);
        let mut events = vec![(listing.decision_date, "listing-decided", standing.office.clone())];
        if let Some(appeal) = &listing.appeal {
            let basis = &appeal.basis;
            let source = [basis.instrument.get(words.0), words.article(&basis.article)];
            events.push((appeal.until, "listing-appeal-until", words.row(&source)));
        }
        events.push((listing.publish_from, "listing-published-on", standing.signer.clone()));
        events
    }
}

/// The first day on which repair can be asked for, if the listing is not over before.
fn repair<C>(listing: &Listing<C>) -> Option<Date> {
    let repair = listing.publish_min.filter(|_| !listing.list_type.is_red());
    repair.filter(|day| *day < listing.ends_on())
}

//! A letter that was kept: whether it was handed in, by when the next step is due, and what the
//! list says now.

use super::super::snapshot::Register;
use super::{dates, of_trust, title, writing};
use crate::cases::deadline_on;
use crate::error::{AppError, ErrorKind};
use crate::records::photo;
use crate::view::cases::{CaseLetterView, LetterSender};
use crate::view::listing_letters::ListingCaseView;
use crate::view::{Deadline, KeyValue};
use crate::words::Words;
use crate::{App, working_days};
use standing_model::calendar::Calendar;
use standing_model::ids::TrustId;
use standing_model::listing::Listing;
use standing_model::text::plain;
use standing_model::time::{Date, UnixTime};
use standing_rules::remedy::{Plan, plan};
use standing_rules::working_days::LastDay;
use standing_store::{ListingHandIn, ListingLetter, ListingRow, StoreError, Tx};
use standing_verify::verdict::freshness::Published;
use standing_verify::verdict::listing::{NotShown, shown};

/// A kept letter, and what is known around it.
struct Kept {
    letter: ListingLetter,
    photo: Option<Vec<u8>>,
    listed: Listed,
    calendars: Vec<Calendar>,
    today: Date,
    words: Words,
}

/// Whether the list has the listing now.
enum Listed {
    /// By the list of this day.
    Still(Date),
    /// Not in the list of this day, or over.
    Gone(Date),
    /// Not in the list of this day, or over; by the same decision there is one of this number.
    Again(Date, String),
    /// In the list of this day; its first day has not come by the phone's clock.
    NotYet(Date),
    /// The publisher does not let the list name that office's decisions any more.
    NotGranted,
    /// The list is out of date, or not on this phone any more.
    Unknown,
}

impl App {
    /// A letter about a listing and what became of it.
    ///
    /// # Errors
    /// `NotFound` for one that is not on this phone; `Storage`.
    pub fn listing_case(&self, id: i64) -> Result<ListingCaseView, AppError> {
        Ok(self.kept_letter(id)?.view())
    }

    /// The letter once more, to read and to print.
    ///
    /// # Errors
    /// As [`App::listing_case`].
    pub fn listing_case_letter(
        &self,
        id: i64,
        sender: &LetterSender,
    ) -> Result<CaseLetterView, AppError> {
        let kept = self.kept_letter(id)?;
        Ok(writing::view(&kept.letter, sender, &kept.plan(), kept.handed_in(), kept.words))
    }

    /// Notes that such a letter was handed in, and keeps a photo of the stamp. `on` is `2026-11-23`.
    /// What was noted before is replaced; a photo stays until there is another one.
    ///
    /// # Errors
    /// `Invalid` for a day to come or before the letter was written, or a photo that cannot be used;
    /// as [`App::listing_case`].
    pub fn note_listing_hand_in(
        &self,
        id: i64,
        on: &str,
        photo: Option<&[u8]>,
    ) -> Result<ListingCaseView, AppError> {
        let kept = self.kept_letter(id)?;
        let invalid = |code: &str| kept.words.error(ErrorKind::Invalid, code, &[]);
        let on: Option<Date> = on.trim().parse().ok();
        let on = on.filter(|on| *on <= kept.today && *on >= kept.letter.written_on);
        let on = on.ok_or_else(|| invalid("hand-in-day"))?;
        let photo = photo.map(photo::clean).transpose().map_err(|_| invalid("hand-in-photo"))?;
        let one = ListingHandIn { on, noted_at: self.now() };
        self.write(|tx| tx.note_listing_hand_in(id, one, photo.as_deref()))?;
        self.listing_case(id)
    }

    /// Forgets such a letter with its photo. One that is not here is no error.
    ///
    /// # Errors
    /// `Storage`.
    pub fn erase_listing_case(&self, id: i64) -> Result<(), AppError> {
        self.write(|tx| tx.remove_listing_letter(id))?;
        self.checkpoint()
    }

    fn kept_letter(&self, id: i64) -> Result<Kept, AppError> {
        let gone = || self.words().error(ErrorKind::NotFound, "listing-letter-gone", &[]);
        let (snapshot, rows, kept) = self.all_registers_with(
            |tx, _, kept: &Option<Read>| {
                let code = kept.as_ref().map(|(letter, ..)| &letter.listing.uscc);
                code.map(|code| tx.listings(code)).transpose()
            },
            |tx| read(tx, id),
        )?;
        let (letter, photo, calendars) = kept.ok_or_else(gone)?;
        let rows = rows.unwrap_or_default();
        let register = snapshot.registers.iter().find(|one| one.row.trust == letter.trust);
        let in_date = register.and_then(|one| Some((one, day_of_list(one, &letter)?)));
        let listed = in_date.map(|(register, day)| {
            let own = standing(register, &letter, &rows);
            listed(register, &letter, &own, day, snapshot.wall)
        });
        Ok(Kept {
            listed: listed.unwrap_or(Listed::Unknown),
            today: register.map_or_else(|| self.now().day_in(self.here()), Register::today),
            calendars: of_trust(&calendars, letter.trust),
            words: snapshot.words,
            photo,
            letter,
        })
    }
}

/// A letter, the photo of its stamp, and the calendars of its years.
type Read = (ListingLetter, Option<Vec<u8>>, Vec<(TrustId, Calendar)>);

fn read(tx: &Tx<'_>, id: i64) -> Result<Option<Read>, StoreError> {
    let letter = tx.listing_letters()?.into_iter().find(|one| one.id == id);
    let Some(letter) = letter else { return Ok(None) };
    let year = letter.handed_in.map_or(letter.written_on, |one| one.on).year();
    let calendars = working_days::of_registers(tx, year)?;
    Ok(Some((letter, tx.listing_photo(id)?, calendars)))
}

/// The day of the list that the letter's listing was in, if that list is in date.
fn day_of_list(register: &Register, letter: &ListingLetter) -> Option<Date> {
    let list = register.list(&letter.lister)?;
    let in_date = register.published(list) == Published::InDate;
    in_date.then(|| register.day(list.index.issued_at))
}

/// What that list has against the organisation and is not over, shown or not.
fn standing<'a>(
    register: &Register,
    letter: &ListingLetter,
    rows: &'a [ListingRow],
) -> Vec<&'a Listing> {
    let today = register.today();
    let own = rows.iter().filter(|row| {
        let is_of_it = row.register == register.row.id && row.iss == letter.lister;
        is_of_it && !row.listing.list_type.is_red() && !row.listing.is_over_on(today)
    });
    own.map(|row| &row.listing).collect()
}

/// What the list in date says of a letter's listing now. One that is there and not shown is not
/// gone.
fn listed(
    register: &Register,
    letter: &ListingLetter,
    own: &[&Listing],
    day: Date,
    wall: UnixTime,
) -> Listed {
    let about = &letter.listing;
    let lister = register.row.index.lister(&letter.lister);
    let lister = lister.filter(|one| one.may_list(about.list_type, &about.office));
    let Some(lister) = lister else { return Listed::NotGranted };
    let Some(same) = own.iter().find(|one| one.list_id == about.list_id) else {
        let again = own.iter().find(|one| {
            one.decision_document == about.decision_document
                && one.decision_date == about.decision_date
        });
        return again.map_or(Listed::Gone(day), |one| Listed::Again(day, plain(&one.list_id)));
    };
    match shown(same, lister, register.today(), register.day(wall)) {
        Ok(_) => Listed::Still(day),
        Err(NotShown::NotYet) => Listed::NotYet(day),
        Err(NotShown::NotGranted) => Listed::NotGranted,
        Err(NotShown::Over) => Listed::Gone(day),
    }
}

impl Kept {
    /// What the publisher's rule amounts to, from the day of the hand-in on.
    fn plan(&self) -> Option<Plan<'_>> {
        let remedy = self.letter.remedy.as_ref()?;
        Some(plan(remedy, &self.letter.listing, self.handed_in(), &self.calendars))
    }

    /// The day of the hand-in; today if none was noted.
    fn handed_in(&self) -> Date {
        self.letter.handed_in.map_or(self.today, |one| one.on)
    }

    fn view(&self) -> ListingCaseView {
        let (words, letter) = (self.words, &self.letter);
        let plan = self.plan();
        let next = self.next(plan.as_ref());
        let deadline = next.map(|last| self.deadline(last));
        ListingCaseView {
            id: letter.id,
            uscc: letter.listing.uscc.as_str().to_owned(),
            title: title(letter, words),
            text: dates(letter, words),
            handed_in: letter.handed_in.is_some(),
            todo: self.todo(next),
            listed: self.said_listed(),
            deadline,
            facts: self.facts(plan.as_ref()),
            photo: self.photo.clone(),
        }
    }

    fn deadline(&self, last: LastDay) -> Deadline {
        let key = match last.unknown_year {
            None => "listing-due",
            Some(_) => "listing-due-unsure",
        };
        deadline_on(self.words, self.today, last.day, key)
    }

    /// The last day of the step that runs; that of the last one if all of them have passed.
    fn next(&self, plan: Option<&Plan<'_>>) -> Option<LastDay> {
        self.letter.handed_in?;
        let mut days = plan?.steps.iter().map(|(_, last)| *last);
        days.clone().find(|last| last.day >= self.today).or_else(|| days.next_back())
    }

    fn todo(&self, next: Option<LastDay>) -> String {
        let words = self.words;
        let mut args = vec![("office", self.letter.office.get(words.0).into())];
        if matches!(self.listed, Listed::Gone(_)) && self.letter.handed_in.is_some() {
            return words.say("listing-todo-gone", &args);
        }
        let key = match next {
            _ if self.letter.handed_in.is_none() => "listing-todo-hand-in",
            None => "listing-todo-no-day",
            Some(last) => {
                args.push(("date", words.date(last.day).into()));
                if last.day < self.today { "listing-todo-overdue" } else { "listing-todo-wait" }
            }
        };
        let unsure = next.and_then(|last| working_days::uncertainty(last, words));
        words.sentences(&std::iter::once(words.say(key, &args)).chain(unsure).collect::<Vec<_>>())
    }

    fn said_listed(&self) -> String {
        let words = self.words;
        let mut args = vec![("signer", self.letter.signer.get(words.0).into())];
        let (key, day) = match &self.listed {
            Listed::Still(day) => ("listing-still", Some(*day)),
            Listed::Gone(day) => ("listing-not-any-more", Some(*day)),
            Listed::Again(day, id) => {
                args.push(("id", id.as_str().into()));
                ("listing-again", Some(*day))
            }
            Listed::NotYet(day) => ("listing-not-yet", Some(*day)),
            Listed::NotGranted => ("listing-not-granted", None),
            Listed::Unknown => ("listing-unknown", None),
        };
        if let Some(day) = day {
            args.push(("date", words.date(day).into()));
        }
        words.say(key, &args)
    }

    fn facts(&self, plan: Option<&Plan<'_>>) -> Vec<KeyValue> {
        let words = self.words;
        let row = |label: String, value: String, note: String| KeyValue { label, value, note };
        let office = self.letter.office.get(words.0);
        let mut facts = vec![row(words.say("contest-goes-to", &[]), office, String::new())];
        let handed_in = plan.filter(|_| self.letter.handed_in.is_some());
        for (step, last) in handed_in.iter().flat_map(|plan| &plan.steps) {
            let until = words.say("remedy-until", &[("date", words.date(last.day).into())]);
            let note = working_days::uncertainty(*last, words).unwrap_or_default();
            facts.push(row(step.names.get(words.0), until, note));
        }
        if let Some(remedy) = &self.letter.remedy {
            let basis = words.legal_basis(std::slice::from_ref(&remedy.basis));
            facts.push(row(words.say("listing-basis", &[]), basis, String::new()));
        }
        facts
    }
}

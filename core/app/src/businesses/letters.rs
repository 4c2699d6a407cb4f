//! Letters about a listing of one's own organisation, by letter only: to the office that decided,
//! with a copy to whoever signs the list. Nothing of them is sent by this phone.

mod page;
mod writing;

use super::snapshot::{Snapshot, Standing};
use crate::cases::{Notes, deadline_on, empty, every_want};
use crate::error::{AppError, ErrorKind};
use crate::view::cases::{
    CaseCheckView, CaseField, CaseFormView, CaseLetterView, ContestGround, GroundChoice,
    LetterSender,
};
use crate::view::listing_letters::{ListingAim, ListingDraft, ListingKey, ListingLetterRow};
use crate::view::records::KeptView;
use crate::view::{Deadline, KeyValue};
use crate::words::Words;
use crate::{App, working_days};
use standing_model::business::Uscc;
use standing_model::calendar::Calendar;
use standing_model::case::Ground;
use standing_model::ids::TrustId;
use standing_model::remedy::{Remedy, RemedyKind};
use standing_model::text::plain;
use standing_model::time::Date;
use standing_rules::remedy::{Plan, plan};
use standing_store::{ListingLetter, ListingSays, StoreError, Tx};

/// Letters kept at most.
const MOST: usize = 50;

/// The grounds that a listing can be contested on: it has no points.
const GROUNDS: [(ContestGround, &str); 7] = [
    (ContestGround::NotMe, "listing-ground-not-us"),
    (ContestGround::DidNotHappen, "listing-ground-did-not-happen"),
    (ContestGround::WrongRule, "listing-ground-wrong-rule"),
    (ContestGround::AlreadyComplied, "listing-ground-already-complied"),
    (ContestGround::NotTold, "listing-ground-not-told"),
    (ContestGround::TooOld, "listing-ground-too-old"),
    (ContestGround::Other, "listing-ground-other"),
];

/// A listing that a letter can be written about, and what is known around it.
struct Subject {
    standing: Standing,
    /// A letter about it that says nothing yet.
    blank: ListingLetter,
    remedies: Vec<Remedy>,
    calendars: Vec<Calendar>,
    /// Letters that were written about it before.
    before: Vec<ListingLetter>,
    words: Words,
}

/// Why a letter was not kept.
enum NotKept {
    /// Its form was kept before, with something else in it.
    SaidOtherwise,
    /// As many as can be are here.
    Full,
}

/// Keeps a letter, and that of one form once: in one step, so that the same form twice at once
/// gives one letter.
fn keep(tx: &Tx<'_>, letter: ListingLetter) -> Result<Result<i64, NotKept>, StoreError> {
    let all = tx.listing_letters()?;
    let same = all.iter().find(|one| !letter.form.is_empty() && one.form == letter.form);
    if let Some(same) = same {
        let about = |one: &ListingLetter| (one.trust, one.lister.clone(), one.listing.clone());
        let is_same = same.says == letter.says && about(same) == about(&letter);
        return Ok(if is_same { Ok(same.id) } else { Err(NotKept::SaidOtherwise) });
    }
    if all.len() >= MOST {
        return Ok(Err(NotKept::Full));
    }
    tx.add_listing_letter(letter).map(Ok)
}

impl App {
    /// The form of a letter about a listing: to contest it, or to report what was ordered as done.
    ///
    /// # Errors
    /// `NotFound` for a listing that its register does not have now, or that is in a register that
    /// the person does not rely on, and for a red one; `Invalid` for what is no code; `Storage`.
    pub fn listing_form(
        &self,
        listing: &ListingKey,
        aim: ListingAim,
    ) -> Result<CaseFormView, AppError> {
        Ok(self.subject(listing)?.form(aim))
    }

    /// Checks the form of such a letter: every problem at once. Keeps nothing.
    ///
    /// # Errors
    /// As [`App::listing_form`].
    pub fn check_listing_letter(&self, draft: &ListingDraft) -> Result<CaseCheckView, AppError> {
        Ok(self.subject(&draft.listing)?.check(draft).1)
    }

    /// The letter, to read and to print. Name and address are in it and nowhere else.
    ///
    /// # Errors
    /// `Invalid` if a problem stands in the way; as [`App::listing_form`].
    pub fn listing_letter(
        &self,
        draft: &ListingDraft,
        sender: &LetterSender,
    ) -> Result<CaseLetterView, AppError> {
        let subject = self.subject(&draft.listing)?;
        let says = subject.check(draft).0.ok_or_else(|| self.not_ready())?;
        let letter = subject.letter(says, "");
        Ok(writing::view(&letter, sender, &subject.plan(&letter), subject.today(), subject.words))
    }

    /// Keeps the letter, so that its hand-in can be noted and the next day is known. `form` is a
    /// random name of the form: one that was kept before gives the letter that it became then.
    ///
    /// # Errors
    /// `Invalid` if a problem stands in the way; `Refused` if the form was kept before and says
    /// something else now, or if 50 letters are kept already; as [`App::listing_form`].
    pub fn keep_listing_letter(
        &self,
        draft: &ListingDraft,
        form: &str,
    ) -> Result<KeptView, AppError> {
        let subject = self.subject(&draft.listing)?;
        let words = subject.words;
        let says = subject.check(draft).0.ok_or_else(|| self.not_ready())?;
        let letter = subject.letter(says, form);
        let item = self.write(|tx| keep(tx, letter))?.map_err(|why| {
            let code = match why {
                NotKept::SaidOtherwise => "listing-form-kept",
                NotKept::Full => "listing-letters-full",
            };
            words.error(ErrorKind::Refused, code, &[("most", MOST.into())])
        })?;
        Ok(KeptView { item, text: words.say("case-kept-paper", &[]) })
    }

    fn subject(&self, key: &ListingKey) -> Result<Subject, AppError> {
        let code = self.code(&key.uscc)?;
        let year = self.now().day_in(self.here()).year();
        let (snapshot, about, (all, calendars)) = self.all_registers_with(
            |tx, snapshot, _| snapshot.read_about(tx, &code),
            |tx| Ok((tx.listing_letters()?, working_days::of_registers(tx, year)?)),
        )?;
        let words = snapshot.words;
        let gone = || words.error(ErrorKind::NotFound, "listing-gone", &[]);
        // Only from what the person relies on, and from the register that the listing was seen in.
        let found = about.standing.into_iter().find(|one| snapshot.key(one).as_ref() == Some(key));
        let standing = found.ok_or_else(gone)?;
        Subject::new(&snapshot, standing, &all, &calendars).ok_or_else(gone)
    }
}

impl Subject {
    fn new(
        snapshot: &Snapshot,
        standing: Standing,
        all: &[ListingLetter],
        calendars: &[(TrustId, Calendar)],
    ) -> Option<Self> {
        let register = snapshot.registers.iter().find(|one| one.row.id == standing.register)?;
        let lister = register.row.index.lister(&standing.iss)?;
        let list = register.list(&standing.iss)?;
        let trust = register.row.trust;
        let blank = ListingLetter {
            id: 0,
            form: String::new(),
            written_on: standing.today,
            trust,
            lister: standing.iss.clone(),
            signer: lister.names.clone(),
            office: lister.office(&standing.listing.office)?.names.clone(),
            list_of: register.day(list.index.issued_at),
            listing: standing.listing.clone(),
            remedy: None,
            says: ListingSays::Done { words: String::new(), on: standing.today },
            handed_in: None,
        };
        let is_same = |one: &&ListingLetter| {
            let id = |one: &ListingLetter| one.listing.list_id.clone();
            let of = |one: &ListingLetter| (one.trust, one.lister.clone(), id(one));
            of(one) == of(&blank) && one.listing.uscc == blank.listing.uscc
        };
        let remedies = register.row.index.remedies.iter();
        Some(Self {
            before: all.iter().filter(is_same).cloned().collect(),
            remedies: remedies.filter(|one| one.is_for(&standing.listing)).cloned().collect(),
            calendars: of_trust(calendars, trust),
            words: snapshot.words,
            standing,
            blank,
        })
    }

    const fn today(&self) -> Date {
        self.standing.today
    }

    /// A letter about it that says this.
    fn letter(&self, says: ListingSays, form: &str) -> ListingLetter {
        let remedy = self.remedy(aim(&says)).cloned();
        ListingLetter { says, form: form.to_owned(), remedy, ..self.blank.clone() }
    }

    fn remedy(&self, aim: ListingAim) -> Option<&Remedy> {
        let kind = match aim {
            ListingAim::Contest => RemedyKind::Correction,
            ListingAim::Done => RemedyKind::Repair,
        };
        self.remedies.iter().find(|remedy| remedy.kind == kind)
    }

    /// What the publisher's rule amounts to today.
    fn plan<'a>(&self, letter: &'a ListingLetter) -> Option<Plan<'a>> {
        let remedy = letter.remedy.as_ref()?;
        Some(plan(remedy, &letter.listing, self.today(), &self.calendars))
    }

    fn form(&self, aim: ListingAim) -> CaseFormView {
        let (words, listing) = (self.words, &self.standing.listing);
        let contests = aim == ListingAim::Contest;
        let pick =
            |contest: &str, done: &str| words.say(if contests { contest } else { done }, &[]);
        let ground = |(ground, key): (ContestGround, &str)| GroundChoice {
            ground,
            title: words.say(key, &[]),
            text: words.attribute(key, "needs", &[]),
        };
        let detail = [
            ("id", plain(&listing.list_id).into()),
            ("office", self.standing.office.as_str().into()),
        ];
        CaseFormView {
            title: pick("listing-form-contest", "listing-form-done"),
            what: listing.conduct.get(words.0),
            detail: words.say("listing-form-detail", &detail),
            grounds: if contests { GROUNDS.map(ground).into() } else { Vec::new() },
            wants: if contests { every_want(words) } else { Vec::new() },
            asks_day: !contests,
            words_title: pick("contest-words", "compliance-words"),
            words_hint: pick("contest-words-hint", "compliance-words-hint"),
            leaves: self.leaves(aim),
            deadline: if contests { self.appeal() } else { None },
            deadline_note: self.deadline_note(aim),
            before: self.said_before(aim),
            paper_only: self.standing.office.clone(),
            ..empty(None)
        }
    }

    /// The last day to appeal that the list names.
    fn appeal(&self) -> Option<Deadline> {
        let until = self.standing.listing.appeal.as_ref()?.until;
        Some(deadline_on(self.words, self.today(), until, "deadline-appeal"))
    }

    /// That only the organisation may do this, and from when there is something to do.
    fn deadline_note(&self, aim: ListingAim) -> String {
        let words = self.words;
        let mut said = vec![words.say("listing-form-whose", &[])];
        let appeal = self.standing.listing.appeal.as_ref().map(|appeal| appeal.until);
        if let Some(until) = appeal.filter(|until| *until < self.today()) {
            said.push(words.say("listing-late", &[("date", words.date(until).into())]));
        }
        if let Some(remedy) = self.remedy(aim) {
            let (listing, today) = (&self.standing.listing, self.today());
            let found = plan(remedy, listing, today, &self.calendars);
            let (_, when) = super::remedy::of_listing(words, &found, listing, today);
            let args = [("remedy", remedy.names.get(words.0).into()), ("when", when.into())];
            said.push(words.say("listing-remedy", &args));
        }
        words.sentences(&said)
    }

    fn said_before(&self, aim: ListingAim) -> String {
        let words = self.words;
        let same = self.before.iter().rev().find(|one| self::aim(&one.says) == aim);
        let date = same.map(|one| words.date(one.written_on));
        date.map(|date| words.say("listing-before", &[("date", date.into())])).unwrap_or_default()
    }

    fn leaves(&self, aim: ListingAim) -> Vec<KeyValue> {
        let words = self.words;
        let row = |label: &str, value: String, note: String| KeyValue {
            label: words.say(label, &[]),
            value,
            note,
        };
        let (office, signer) = (&self.standing.office, &self.standing.signer);
        let copy = match office == signer {
            true => String::new(),
            false => words.say("listing-copy", &[("signer", signer.as_str().into())]),
        };
        let documents = self.remedy(aim).map(|one| documents(one, words)).unwrap_or_default();
        let mut rows = vec![
            row("contest-goes-to", office.clone(), copy),
            row("contest-sent", words.say("listing-sent", &[]), String::new()),
            row("contest-stays", words.say("listing-stays", &[]), String::new()),
        ];
        if !documents.is_empty() {
            rows.push(row("listing-documents", words.row(&documents), String::new()));
        }
        rows
    }

    /// What a letter says, unless a problem stands in the way.
    fn check(&self, draft: &ListingDraft) -> (Option<ListingSays>, CaseCheckView) {
        let mut notes = Notes::new(self.words, &draft.words);
        let says = match draft.aim {
            ListingAim::Contest => {
                let grounds = notes.grounds(&draft.grounds);
                let words = notes.words_for(&grounds);
                if grounds.contains(&Ground::WrongPoints) {
                    notes.problem(CaseField::Grounds, "contest-no-ground", &[]);
                }
                Some(ListingSays::Contest { grounds, words, wants: draft.wants.into() })
            }
            ListingAim::Done => {
                let (on, words) = (notes.day(&draft.on, self.today()), notes.done());
                on.zip(words).map(|(on, words)| ListingSays::Done { words, on })
            }
        };
        let view = notes.view();
        (says.filter(|_| view.ready), view)
    }
}

/// The key of what a ground is called where a listing is contested.
fn ground_key(ground: Ground) -> &'static str {
    let ground = ContestGround::from(ground);
    let found = GROUNDS.iter().find(|(one, _)| *one == ground);
    found.map_or("listing-ground-other", |(_, key)| key)
}

const fn aim(says: &ListingSays) -> ListingAim {
    match says {
        ListingSays::Contest { .. } => ListingAim::Contest,
        ListingSays::Done { .. } => ListingAim::Done,
    }
}

fn documents(remedy: &Remedy, words: Words) -> Vec<String> {
    remedy.documents.iter().map(|one| one.get(words.0)).collect()
}

fn of_trust(calendars: &[(TrustId, Calendar)], trust: TrustId) -> Vec<Calendar> {
    let own = calendars.iter().filter(|(of, _)| *of == trust);
    own.map(|(_, calendar)| calendar.clone()).collect()
}

/// "Contest of listing L1".
fn title(letter: &ListingLetter, words: Words) -> String {
    let key = match aim(&letter.says) {
        ListingAim::Contest => "listing-row-contest",
        ListingAim::Done => "listing-row-done",
    };
    words.say(key, &[("id", plain(&letter.listing.list_id).into())])
}

/// "Written on 26 November 2026. Not handed in yet."
fn dates(letter: &ListingLetter, words: Words) -> String {
    let written = [("date", words.date(letter.written_on).into())];
    let handed_in = letter.handed_in.map(|one| words.date(one.on));
    let handed_in = match handed_in {
        Some(date) => words.say("listing-handed-in", &[("date", date.into())]),
        None => words.say("listing-not-handed-in", &[]),
    };
    words.sentences(&[words.say("listing-written", &written), handed_in])
}

/// The letters about one business, the newest first.
pub(super) fn rows(letters: &[ListingLetter], code: &Uscc, words: Words) -> Vec<ListingLetterRow> {
    let own = letters.iter().rev().filter(|one| one.listing.uscc == *code);
    let row = |one: &ListingLetter| ListingLetterRow {
        id: one.id,
        title: title(one, words),
        text: dates(one, words),
    };
    own.map(row).collect()
}

//! What is known of something that is contested: where it is, what it took, when the resident was
//! told.

use super::read::Cases;
use crate::changes;
use crate::holdings::{Holdings, Shown};
use crate::memo::Memo;
use crate::records::{Snapshot, target_name};
use crate::view::cases::CaseTarget;
use crate::words::Words;
use standing_model::case::{Order, Target};
use standing_model::ids::KeyId;
use standing_model::listing::LegalBasis;
use standing_model::message::{About, Channel, Due, Notice};
use standing_model::rulebook::{Measure, Rulebooks};
use standing_model::statement::{Entry, Grant, Star, Statement};
use standing_model::text::LocalText;
use standing_model::time::{Date, UnixTime};
use standing_rules::case::told_on;
use standing_rules::what_if::{Suppose, WhatIf, what_if};
use standing_store::{StoreError, Tx};

/// A letter about it.
pub(super) struct Letter {
    pub n: u32,
    pub notice: Notice,
    /// When it reached this phone.
    pub reached: UnixTime,
}

/// Facts of what is contested.
pub(super) struct Facts {
    pub target: Target,
    pub letters: Vec<Letter>,
    noted_on: Option<Date>,
    /// It is in the newest statement, or among what is on this phone.
    pub is_here: bool,
    pub entry: Option<Entry>,
    pub star: Option<Star>,
    /// Since when and until when a perk or restriction is listed.
    pub grant: Option<Grant>,
    /// The statement that it was found in.
    pub seq: Option<u32>,
    rulebooks: Option<Rulebooks>,
    what_if: Option<WhatIf>,
}

/// What a form or a letter says of it, in one language.
pub(super) struct Named {
    /// "Late on a loan payment".
    pub title: String,
    /// It has a title of its own, and is not only called after its number.
    pub has_title: bool,
    /// "−5"; empty where no points moved.
    pub points: String,
    /// "entry 8-0031".
    pub name: String,
}

impl Facts {
    pub fn read(
        tx: &Tx<'_>,
        holdings: &Holdings,
        memo: &Memo,
        target: Target,
    ) -> Result<Self, StoreError> {
        let letters = letters(tx, holdings, memo, &target)?;
        let newest = holdings.show_newest(tx, memo)?;
        let statement = newest.as_ref().and_then(Shown::payload);
        let mut facts = Self {
            target,
            letters,
            noted_on: None,
            is_here: false,
            entry: None,
            star: None,
            grant: None,
            seq: statement.map(|one| one.seq),
            rulebooks: statement.and_then(|one| holdings.rulebooks(one)),
            what_if: None,
        };
        facts.look(holdings, statement);
        Ok(facts)
    }

    fn look(&mut self, holdings: &Holdings, statement: Option<&Statement>) {
        match &self.target {
            Target::Entry(id) => {
                let found =
                    statement.and_then(|one| one.entries.iter().find(|entry| entry.id == *id));
                self.noted_on = found.and_then(|entry| entry.notified_on);
                self.entry = found.cloned();
                self.is_here = found.is_some();
                let supposed = [Suppose::Withdrawn(id.clone())];
                self.what_if = statement
                    .zip(self.rulebooks.as_ref())
                    .and_then(|(one, books)| what_if(books, one, &supposed, one.period.to).ok());
            }
            Target::Star(id) => {
                let found = statement.and_then(|one| one.stars.iter().find(|star| star.id == *id));
                self.noted_on = found.and_then(|star| star.notified_on);
                self.star = found.cloned();
                self.is_here = found.is_some();
            }
            Target::Measure(id) => {
                let granted = |one: &Statement| {
                    let mut all = one.restrictions.iter().chain(&one.perks);
                    all.find(|grant| grant.id == *id).cloned()
                };
                self.grant = statement.and_then(granted);
                self.is_here = self.grant.is_some();
            }
            Target::Statement(n) => {
                self.is_here = holdings.statements.iter().any(|held| held.n == *n);
            }
            Target::Notice(_) | Target::Device(_) => self.is_here = !self.letters.is_empty(),
        }
    }

    pub fn told_on(&self, snapshot: &Snapshot) -> Option<Date> {
        let letters: Vec<(Date, Channel)> =
            self.letters.iter().map(|one| (one.notice.sent_on, one.notice.channel)).collect();
        let service = snapshot.book.as_ref().map(|book| book.service.as_slice());
        told_on(self.noted_on, &letters, service.unwrap_or_default(), &snapshot.calendars)
    }

    /// The last day to contest that letters name: the latest of them.
    pub fn contest_until(&self) -> Option<Date> {
        let named = self.letters.iter().filter_map(|one| one.notice.deadline);
        named.filter(|due| due.what == Due::Contest).filter_map(|due| due.until).max()
    }

    pub fn named(&self, words: Words) -> Named {
        let name = target_name(words, &self.target);
        let books = self.rulebooks.as_ref();
        let scale = books.zip(self.entry.as_ref()).map(|(books, entry)| {
            &books.version(entry.rulebook).unwrap_or_else(|| books.as_of(entry.occurred_on)).scale
        });
        let of_entry = self.entry.as_ref().zip(books).map(|(entry, books)| {
            let points = scale.map(|scale| words.points(entry.points, scale)).unwrap_or_default();
            (changes::entry_title(books, entry, words), points)
        });
        let of_star = || {
            let star = self.star.as_ref()?;
            let book = books?.version(star.rulebook)?;
            let category = book.stars.iter().find(|one| one.id == star.category)?;
            let args = [("name", category.names.get(words.0).into()), ("stars", star.value.into())];
            Some((words.say("letter-star-name", &args), String::new()))
        };
        let of_measure = || Some((self.measure()?.names.get(words.0), String::new()));
        let titled = of_entry.or_else(of_star).or_else(of_measure);
        let has_title = titled.is_some();
        let (title, points) = titled.unwrap_or_else(|| {
            (words.say("case-target", &[("what", name.as_str().into())]), String::new())
        });
        Named { title, has_title, points, name }
    }

    /// What the rulebook says of a perk or restriction.
    pub fn measure(&self) -> Option<&Measure> {
        let Target::Measure(id) = &self.target else { return None };
        let book = self.rulebooks.as_ref()?.iter().next_back()?;
        book.restrictions.iter().chain(&book.perks).find(|one| one.id == *id)
    }

    /// What ordered something to be done, as a report names it; none if nothing can be ordered by
    /// it.
    pub fn order(&self) -> Option<Order> {
        match &self.target {
            Target::Entry(id) => Some(Order::Entry(id.clone())),
            Target::Measure(id) => Some(Order::Measure(id.clone())),
            Target::Notice(n) => Some(Order::Notice(*n)),
            Target::Star(_) | Target::Statement(_) | Target::Device(_) => None,
        }
    }

    /// The office that wrote it down.
    pub fn office(&self) -> Option<&LocalText> {
        let entry = self.entry.as_ref().map(|entry| &entry.by);
        entry.or(self.star.as_ref().map(|star| &star.set_by))
    }

    pub fn legal_basis(&self) -> &[LegalBasis] {
        let entry = self.entry.as_ref().map(|entry| entry.legal_basis.as_slice());
        let measure = || self.measure().map(|measure| measure.legal_basis.as_slice());
        entry.or_else(measure).unwrap_or_default()
    }

    /// The total as it is and without the entry: "82", "87".
    pub fn totals(&self, words: Words) -> Option<(String, String)> {
        let (found, books) = (self.what_if.as_ref()?, self.rulebooks.as_ref()?);
        let scale = &books.iter().next_back()?.scale;
        let score = |total| words.score(total, scale);
        Some((score(found.before.breakdown.total), score(found.after.breakdown.total)))
    }
}

/// The letters that verify and are about it, in their order.
fn letters(
    tx: &Tx<'_>,
    holdings: &Holdings,
    memo: &Memo,
    target: &Target,
) -> Result<Vec<Letter>, StoreError> {
    let is_about = |n: u32, about: &About| match (target, about) {
        (Target::Entry(id), About::Entry(of)) | (Target::Star(id), About::Star(of)) => id == of,
        (Target::Measure(id), About::Measure(of)) => id == of,
        (Target::Device(key), About::Device(of)) => key == of,
        (Target::Notice(of), _) => *of == n,
        _ => false,
    };
    let mut found = Vec::new();
    for letter in &holdings.letters {
        if letter.notice().is_some_and(|notice| is_about(letter.n, &notice.about))
            && let Some(opened) = holdings.open_letter(tx, memo, letter.n)?
        {
            let notice = opened.payload().clone();
            found.push(Letter { n: letter.n, notice, reached: letter.stored_at });
        }
    }
    Ok(found)
}

/// What the screen names, as a record names it; none if that cannot be.
pub(super) fn target_in(target: &CaseTarget) -> Option<Target> {
    match target {
        CaseTarget::Entry { id } => id.parse().ok().map(Target::Entry),
        CaseTarget::Star { id } => id.parse().ok().map(Target::Star),
        CaseTarget::Measure { id } => id.parse().ok().map(Target::Measure),
        CaseTarget::Statement { seq } => (*seq > 0).then_some(Target::Statement(*seq)),
        CaseTarget::Letter { n } => (*n > 0).then_some(Target::Notice(*n)),
        CaseTarget::Device { key } => key.parse::<KeyId>().ok().map(Target::Device),
        CaseTarget::Data => None,
    }
}

/// What a record is against, as the screen names it.
pub(super) fn shown(target: Option<&Target>) -> CaseTarget {
    match target {
        None => CaseTarget::Data,
        Some(Target::Entry(id)) => CaseTarget::Entry { id: id.to_string() },
        Some(Target::Star(id)) => CaseTarget::Star { id: id.to_string() },
        Some(Target::Measure(id)) => CaseTarget::Measure { id: id.to_string() },
        Some(Target::Statement(seq)) => CaseTarget::Statement { seq: *seq },
        Some(Target::Notice(n)) => CaseTarget::Letter { n: *n },
        Some(Target::Device(key)) => CaseTarget::Device { key: key.to_string() },
    }
}

impl Cases {
    pub const fn words(&self) -> Words {
        self.snapshot.words
    }
}

//! The letter itself, in the office's language and the person's: what is signed, what it rests on,
//! what is asked.

use super::super::listing::{class_name, list_name};
use super::{documents, ground_key};
use crate::cases::{Letter, in_both, section, typed_sender};
use crate::view::cases::{CaseLetterView, LetterSection, LetterSender};
use crate::words::Words;
use standing_model::case::Wanted;
use standing_model::listing::LegalBasis;
use standing_model::rulebook::DayKind;
use standing_model::text::plain;
use standing_model::time::Date;
use standing_rules::remedy::{Now, Plan};
use standing_store::{ListingLetter, ListingSays};

struct Writing<'a> {
    letter: &'a ListingLetter,
    sender: &'a LetterSender,
    plan: &'a Option<Plan<'a>>,
    /// The day of the hand-in; today if none was noted.
    handed_in: Date,
}

/// The letter as a screen shows it, and as it is printed: dated by the day on which it was written,
/// so that a copy is as what was handed in.
pub(super) fn view(
    letter: &ListingLetter,
    sender: &LetterSender,
    plan: &Option<Plan<'_>>,
    handed_in: Date,
    words: Words,
) -> CaseLetterView {
    let writing = Writing { letter, sender, plan, handed_in };
    let written_on = letter.written_on;
    in_both(words, &["letter-way-paper"], written_on, None, |words| writing.letter(words))
}

impl Writing<'_> {
    fn letter(&self, words: Words) -> Letter {
        let sections =
            vec![self.basis(words), self.reasons(words), self.facts(words), self.asked(words)];
        Letter {
            language: words.0,
            sender: self.sender(words),
            to: self.to(words),
            date: words.date(self.letter.written_on),
            subject: self.subject(words),
            opening: self.opening(words),
            sections,
            signature: words.say("listing-signature", &[]),
            enclosed: self.enclosed(words),
        }
    }

    /// The organisation, then who writes for it.
    fn sender(&self, words: Words) -> Vec<String> {
        let listing = &self.letter.listing;
        let code = [("code", listing.uscc.as_str().into())];
        let mut lines = vec![plain(&listing.name), words.say("listing-code", &code)];
        lines.extend(typed_sender(self.sender));
        lines
    }

    fn to(&self, words: Words) -> Vec<String> {
        let (office, signer) = (self.letter.office.get(words.0), self.letter.signer.get(words.0));
        let copy =
            (office != signer).then(|| words.say("listing-copy", &[("signer", signer.into())]));
        std::iter::once(office).chain(copy).collect()
    }

    fn subject(&self, words: Words) -> String {
        let listing = &self.letter.listing;
        let args = [
            ("id", plain(&listing.list_id).into()),
            ("conduct", listing.conduct.get(words.0).into()),
        ];
        let key = match self.letter.says {
            ListingSays::Contest { .. } => "listing-subject-contest",
            ListingSays::Done { .. } => "listing-subject-done",
        };
        words.say(key, &args)
    }

    fn opening(&self, words: Words) -> String {
        let appeal = self.letter.listing.appeal.as_ref().map(|appeal| appeal.until);
        match (&self.letter.says, appeal.filter(|until| *until >= self.handed_in)) {
            (ListingSays::Done { .. }, _) => words.say("listing-opening-done", &[]),
            (ListingSays::Contest { .. }, Some(until)) => {
                words.say("listing-opening-in-time", &[("date", words.date(until).into())])
            }
            (ListingSays::Contest { .. }, None) => words.say("listing-opening-contest", &[]),
        }
    }

    fn basis(&self, words: Words) -> LetterSection {
        let listing = &self.letter.listing;
        let remedy = self.letter.remedy.iter().map(|remedy| &remedy.basis);
        let appeal = listing.appeal.iter().map(|appeal| &appeal.basis);
        let contests = matches!(self.letter.says, ListingSays::Contest { .. });
        let mut all: Vec<&LegalBasis> = Vec::new();
        let named = remedy.chain(appeal.filter(|_| contests)).chain(&listing.legal_basis);
        named.for_each(|one| {
            if !all.contains(&one) {
                all.push(one)
            }
        });
        let paragraphs = all.into_iter().map(|one| words.legal_basis(std::slice::from_ref(one)));
        section("letter-basis", paragraphs.collect(), false, words)
    }

    fn reasons(&self, words: Words) -> LetterSection {
        match &self.letter.says {
            ListingSays::Contest { grounds, words: own, .. } => {
                let grounds = grounds.iter().map(|one| words.say(ground_key(*one), &[]));
                let all = grounds.chain(own.clone()).collect();
                section("letter-reasons", all, false, words)
            }
            ListingSays::Done { words: own, on } => {
                let done = words.say("listing-done-on", &[("date", words.date(*on).into())]);
                section("letter-statement-of", vec![done, own.clone()], false, words)
            }
        }
    }

    /// What the list and the publisher signed.
    fn facts(&self, words: Words) -> LetterSection {
        let (letter, listing) = (self.letter, &self.letter.listing);
        let list = words.say(list_name(listing.list_type), &[]);
        let class = words.say(class_name(listing.severity), &[]);
        let listed = [
            ("signer", letter.signer.get(words.0).into()),
            ("date", words.date(letter.list_of).into()),
            ("name", plain(&listing.name).into()),
            ("id", plain(&listing.list_id).into()),
            ("list", list.into()),
            ("class", class.into()),
        ];
        let decided = [
            ("document", plain(&listing.decision_document).into()),
            ("date", words.date(listing.decision_date).into()),
            ("office", letter.office.get(words.0).into()),
        ];
        let mut all = vec![
            words.say("listing-fact-listed", &listed),
            words.say("listing-fact-decided", &decided),
        ];
        all.extend(self.published(words));
        if let Some(appeal) = &listing.appeal {
            let date = [("date", words.date(appeal.until).into())];
            all.push(words.say("listing-fact-appeal", &date));
        }
        all.extend(self.possible(words));
        section("letter-facts", all, true, words)
    }

    /// The days of publication that the list signed; the end that Order No. 36 sets, by itself, if
    /// that is earlier.
    fn published(&self, words: Words) -> Vec<String> {
        let listing = &self.letter.listing;
        let signed = [
            ("from", words.date(listing.publish_from).into()),
            ("until", words.date(listing.publish_max).into()),
        ];
        let mut all = vec![words.say("listing-fact-time", &signed)];
        if listing.ends_on() < listing.publish_max {
            let most = [
                ("months", listing.severity.max_months().into()),
                ("until", words.date(listing.ends_on()).into()),
            ];
            all.push(words.say("listing-fact-most", &most));
        }
        all
    }

    /// From which day the rule lets this be asked for; the day that the list names, by itself.
    fn possible(&self, words: Words) -> Vec<String> {
        let waits = self.letter.remedy.as_ref().is_some_and(|one| one.after_months.is_some());
        let plan = self.plan.as_ref().filter(|plan| waits && plan.now != Now::EndsBefore);
        let Some(plan) = plan else { return Vec::new() };
        let by_rule = [("date", words.date(plan.by_rule.unwrap_or(plan.from)).into())];
        let mut all = vec![words.say("listing-fact-possible", &by_rule)];
        if let Some(day) = self.letter.listing.publish_min {
            let by_list = [("date", words.date(day).into())];
            all.push(words.say("listing-fact-possible-list", &by_list));
        }
        all
    }

    fn asked(&self, words: Words) -> LetterSection {
        let name = [("name", plain(&self.letter.listing.name).into())];
        let key = match &self.letter.says {
            ListingSays::Contest { wants: Wanted::Removed, .. } => "listing-ask-removed",
            ListingSays::Contest { wants: Wanted::Corrected, .. } => "listing-ask-corrected",
            ListingSays::Contest { wants: Wanted::Explained, .. } => "listing-ask-explained",
            ListingSays::Done { .. } => "listing-ask-done",
        };
        let mut all = vec![words.say(key, &name), words.say("letter-ask-answer", &[])];
        for step in self.letter.remedy.iter().flat_map(|remedy| &remedy.steps) {
            let key = match step.days_are {
                DayKind::Working => "listing-step-working",
                DayKind::Calendar => "listing-step-calendar",
                DayKind::Months => "listing-step-months",
            };
            let args = [("step", step.names.get(words.0).into()), ("days", step.days.into())];
            all.push(words.say(key, &args));
        }
        all.push(words.say("listing-admits-nothing", &[]));
        section("letter-request", all, false, words)
    }

    fn enclosed(&self, words: Words) -> String {
        let all = self.letter.remedy.as_ref().map(|one| documents(one, words)).unwrap_or_default();
        if all.is_empty() {
            return String::new();
        }
        words.say("letter-enclosed", &[("what", words.row(&all).into())])
    }
}

//! A draft, checked as a whole: every note at once, each naming its field.

use super::photo;
use super::snapshot::{Snapshot, day};
use crate::view::records::{
    DonationAmount, DraftBody, DraftField, FieldNote, NoteWeight, RecordDraft,
};
use crate::words::Arg;
use standing_client::queue::{Item, Reason, State};
use standing_model::ids::RuleId;
use standing_model::record::{BloodDonation, Body, Donation, SelfReport, Volunteering};
use standing_model::resident::holds_resident_number;
use standing_model::rulebook::{DonationRules, Rule, Rulebook};
use standing_model::text::plain;
use standing_model::time::{Date, UnixTime};

/// Minutes in a day: no deed of one day is longer.
const DAY_MINUTES: u32 = 1_440;
/// Minutes from which a person is asked to look again.
const MANY_MINUTES: u32 = 600;
/// Units of platelets that one donation gives at most.
const MAX_UNITS: u32 = 2;

/// What a draft came to.
pub(super) struct Checked {
    /// In the order of the form.
    pub notes: Vec<FieldNote>,
    /// What the record will say; none if a problem stands in the way.
    pub body: Option<Body>,
}

/// Checks a draft against the rulebook and what is on this phone.
pub(super) fn check(snapshot: &Snapshot, book: &Rulebook, draft: &RecordDraft) -> Checked {
    let mut review = Review { snapshot, book, edits: draft.edits, notes: Vec::new() };
    let rule = rule_of(book, &draft.body);
    let body = match &draft.body {
        DraftBody::SelfReport { occurred_on, description, rule: id } => {
            review.rule(rule.filter(|rule| rule.self_report).is_some());
            review.self_report(id, occurred_on, description, rule)
        }
        DraftBody::Volunteering { organiser, activity, occurred_on, minutes } => {
            review.rule(rule.is_some());
            let texts = (organiser.as_str(), activity.as_str());
            review.volunteering(texts, occurred_on, *minutes, rule)
        }
        DraftBody::BloodDonation { donation_code, occurred_on, place, amount } => {
            review.rule(rule.is_some());
            let texts = (donation_code.as_str(), place.as_str());
            review.blood(texts, occurred_on, *amount, rule)
        }
    };
    review.photo(draft.photo.as_deref(), rule);
    let Review { mut notes, .. } = review;
    notes.sort_by_key(|note| (note.field, note.weight));
    let ready = notes.iter().all(|note| note.weight == NoteWeight::LookAgain);
    Checked { body: body.filter(|_| ready), notes }
}

/// The rule by which a draft would count.
pub(super) fn rule_of<'a>(book: &'a Rulebook, draft: &DraftBody) -> Option<&'a Rule> {
    let records = &book.records;
    let id: &str = match draft {
        DraftBody::SelfReport { rule, .. } => rule,
        DraftBody::Volunteering { .. } => &records.volunteering.as_ref()?.rule,
        DraftBody::BloodDonation { .. } => &records.blood_donation.as_ref()?.rule,
    };
    book.rule(id)
}

struct Review<'a> {
    snapshot: &'a Snapshot,
    book: &'a Rulebook,
    /// The record that the draft began with: it is not another one.
    edits: Option<i64>,
    notes: Vec<FieldNote>,
}

impl Review<'_> {
    fn note(&mut self, field: DraftField, weight: NoteWeight, key: &str, args: &[Arg<'_>]) {
        let text = self.snapshot.words.say(key, args);
        self.notes.push(FieldNote { field, weight, text });
    }

    fn problem(&mut self, field: DraftField, key: &str, args: &[Arg<'_>]) {
        self.note(field, NoteWeight::Problem, key, args);
    }

    fn look_again(&mut self, field: DraftField, key: &str, args: &[Arg<'_>]) {
        self.note(field, NoteWeight::LookAgain, key, args);
    }

    fn rule(&mut self, is_taken: bool) {
        if !is_taken {
            let authority = self.snapshot.authority_name();
            let args = [("authority", authority.into())];
            self.problem(DraftField::Rule, "draft-not-taken", &args);
        }
    }

    fn self_report(
        &mut self,
        id: &str,
        occurred_on: &str,
        description: &str,
        rule: Option<&Rule>,
    ) -> Option<Body> {
        let description = self.text(DraftField::Description, description, 500);
        let occurred_on = self.day(occurred_on, rule)?;
        let id: RuleId = id.parse().ok()?;
        let same = |body: &Body| matches!(body, Body::SelfReport(one) if one.rule == id);
        let body = SelfReport { rule: id.clone(), occurred_on, description };
        self.twice(occurred_on, same);
        Some(Body::SelfReport(body))
    }

    fn volunteering(
        &mut self,
        (organiser, activity): (&str, &str),
        occurred_on: &str,
        minutes: u32,
        rule: Option<&Rule>,
    ) -> Option<Body> {
        let organiser = self.text(DraftField::Organiser, organiser, 100);
        let activity = self.text(DraftField::Activity, activity, 200);
        if minutes == 0 || minutes > DAY_MINUTES {
            self.problem(DraftField::Minutes, "draft-minutes", &[("most", DAY_MINUTES.into())]);
        } else if minutes > MANY_MINUTES {
            let hours = minutes / 60;
            self.look_again(DraftField::Minutes, "draft-many-hours", &[("hours", hours.into())]);
        }
        let occurred_on = self.day(occurred_on, rule)?;
        self.twice(occurred_on, |body| matches!(body, Body::Volunteering(_)));
        Some(Body::Volunteering(Volunteering { organiser, activity, occurred_on, minutes }))
    }

    fn blood(
        &mut self,
        (code, place): (&str, &str),
        occurred_on: &str,
        amount: DonationAmount,
        rule: Option<&Rule>,
    ) -> Option<Body> {
        let donation_code = self.text(DraftField::DonationCode, code, 40);
        let place = self.text(DraftField::Place, place, 100);
        let donation = self.amount(amount);
        let occurred_on = self.day(occurred_on, rule)?;
        self.twice(occurred_on, |body| matches!(body, Body::BloodDonation(_)));
        self.interval(occurred_on, donation);
        let body = BloodDonation { donation_code, occurred_on, place, donation };
        Some(Body::BloodDonation(body))
    }

    /// What a person typed, plain; a problem if it is empty, too long, or holds a number that this
    /// product refuses before it is stored, logged or sent (PROTOCOL §1.13).
    fn text(&mut self, field: DraftField, typed: &str, most: usize) -> String {
        let text = plain(typed).trim().to_owned();
        let length = text.chars().count();
        if length == 0 {
            let key = match field {
                DraftField::Description => "draft-empty-description",
                DraftField::Organiser => "draft-empty-organiser",
                DraftField::Activity => "draft-empty-activity",
                DraftField::DonationCode => "draft-empty-code",
                _ => "draft-empty-place",
            };
            self.problem(field, key, &[]);
        } else if length > most {
            self.problem(field, "draft-long", &[("n", length.into()), ("most", most.into())]);
        }
        // What is checked is what is stored.
        if holds_resident_number(&text) {
            self.problem(field, "draft-resident-number", &[]);
        }
        text
    }

    fn day(&mut self, typed: &str, rule: Option<&Rule>) -> Option<Date> {
        let Ok(day) = typed.trim().parse::<Date>() else {
            self.problem(DraftField::Day, "draft-day-form", &[]);
            return None;
        };
        let today = self.snapshot.today();
        if day > today {
            self.problem(DraftField::Day, "draft-day-future", &[]);
            return Some(day);
        }
        let ended = rule.and_then(|rule| rule.valid_months).map(|months| day.plus_months(months));
        if let Some(ended) = ended.filter(|ended| *ended <= today) {
            let date = self.snapshot.words.date(ended);
            self.look_again(DraftField::Day, "draft-day-ended", &[("date", date.into())]);
        } else if day.plus_months(12) < today {
            self.look_again(DraftField::Day, "draft-day-old", &[]);
        }
        Some(day)
    }

    fn twice(&mut self, on: Date, same: impl Fn(&Body) -> bool) {
        let zone = self.snapshot.zone();
        if self.earlier().any(|(made_at, body)| day(*made_at, body, zone) == on && same(body)) {
            let date = self.snapshot.words.date(on);
            self.look_again(DraftField::Day, "draft-twice", &[("date", date.into())]);
        }
    }

    fn amount(&mut self, amount: DonationAmount) -> Donation {
        let rules = self.book.records.blood_donation.as_ref();
        match amount {
            DonationAmount::WholeBlood { ml } => {
                let volumes = rules.map(|rules| rules.whole_blood_ml.as_slice());
                if let Some(volumes) = volumes.filter(|volumes| !volumes.contains(&ml)) {
                    let volumes: Vec<String> = volumes.iter().map(u32::to_string).collect();
                    let volumes = self.snapshot.words.row(&volumes);
                    let args = [("volumes", volumes.into())];
                    self.problem(DraftField::Amount, "draft-volume", &args);
                }
                Donation::WholeBloodMl(ml)
            }
            DonationAmount::Platelets { units } => {
                if !(1..=MAX_UNITS).contains(&units) {
                    self.problem(DraftField::Amount, "draft-units", &[("most", MAX_UNITS.into())]);
                }
                Donation::PlateletUnits(units)
            }
        }
    }

    /// The interval that the rulebook asks for between two donations. A donation that took place
    /// is a fact: the person looks again at the day, and decides.
    fn interval(&mut self, on: Date, donation: Donation) {
        let Some(rules) = self.book.records.blood_donation.as_ref() else { return };
        let given: Vec<(Date, Donation)> = self
            .earlier()
            .filter_map(|(_, body)| match body {
                Body::BloodDonation(given) => Some((given.occurred_on, given.donation)),
                _ => None,
            })
            .collect();
        let close = given.iter().find(|(other, what)| {
            let (first, second) = if *other <= on {
                ((*other, *what), (on, donation))
            } else {
                ((on, donation), (*other, *what))
            };
            first.0 != second.0 && second.0 < earliest(rules, first, second.1)
        });
        let words = self.snapshot.words;
        if let Some((other, _)) = close {
            let conflict = rules.conflict.as_ref().map(|text| text.get(words.0));
            let args = [
                ("date", words.date(*other).into()),
                ("conflict", conflict.unwrap_or_default().into()),
            ];
            self.look_again(DraftField::Day, "draft-interval", &args);
        }
        let in_a_year = |(day, what): &&(Date, Donation)| {
            matches!(what, Donation::PlateletUnits(_)) && *day <= on && day.plus_months(12) > on
        };
        let platelets = given.iter().filter(in_a_year).count();
        let most = usize::try_from(rules.platelets_a_year).unwrap_or(usize::MAX);
        if matches!(donation, Donation::PlateletUnits(_)) && platelets >= most {
            self.look_again(DraftField::Day, "draft-platelets-a-year", &[("most", most.into())]);
        }
    }

    fn photo(&mut self, photo: Option<&[u8]>, rule: Option<&Rule>) {
        match photo.map(photo::look) {
            None if rule.is_some_and(|rule| rule.photo) => {
                self.look_again(DraftField::Photo, "draft-photo-wanted", &[]);
            }
            None | Some(Ok(())) => {}
            Some(Err(error)) => self.problem(DraftField::Photo, error.key(), &[]),
        }
    }

    /// Records on this phone that may count and that nobody is withdrawing.
    fn earlier(&self) -> impl Iterator<Item = &(UnixTime, Body)> {
        let stands = |item: &Item| {
            let over = matches!(
                item.state,
                State::Withdrawn { .. } | State::Refused | State::NeedsYou(Reason::Rejected)
            );
            !over && !item.withdrawing
        };
        let edits = self.edits;
        let others = self.snapshot.rows.iter().filter(move |row| Some(row.id) != edits);
        let rows = others.filter(move |row| stands(&row.item.progress));
        rows.filter_map(|row| row.item.about.as_ref())
    }
}

/// The earliest day of a donation after another one.
fn earliest(rules: &DonationRules, first: (Date, Donation), then: Donation) -> Date {
    use Donation::{PlateletUnits, WholeBloodMl};
    let (day, what) = first;
    match (what, then) {
        (WholeBloodMl(_), WholeBloodMl(_)) => day.plus_months(rules.whole_blood_months),
        (WholeBloodMl(_), PlateletUnits(_)) => day.plus_months(rules.whole_to_platelets_months),
        (PlateletUnits(_), PlateletUnits(_)) => day.plus_days(i64::from(rules.platelet_days)),
        (PlateletUnits(_), WholeBloodMl(_)) => {
            day.plus_days(i64::from(rules.platelets_to_whole_days))
        }
    }
}

//! What stands in the way of a form, and what it becomes once nothing does.

use super::facts::Facts;
use super::form::{MAX_PHOTOS, last_day, said_before, same_target};
use super::read::Cases;
use crate::records::{Snapshot, photo};
use crate::view::cases::{
    CaseCheckView, CaseField, CaseNote, ComplianceDraft, ContestDraft, ContestGround, ContestWants,
    RightDraft, RightKind,
};
use crate::view::records::NoteWeight;
use crate::words::{Arg, Words};
use standing_model::case::{Compliance, Contest, Ground, MAX_WORDS, Right, RightsRequest, Wanted};
use standing_model::ids::RecordId;
use standing_model::record::Body;
use standing_model::resident::holds_resident_number;
use standing_model::text::plain;
use standing_model::time::Date;

/// Notes on a form, in its order.
pub(crate) struct Notes<'a> {
    words: Words,
    notes: Vec<CaseNote>,
    typed: &'a str,
}

impl<'a> Notes<'a> {
    /// `typed` is what the person wrote in their own words.
    pub const fn new(words: Words, typed: &'a str) -> Self {
        Self { words, notes: Vec::new(), typed }
    }

    fn note(&mut self, field: CaseField, weight: NoteWeight, key: &str, args: &[Arg<'_>]) {
        let text = self.words.say(key, args);
        self.notes.push(CaseNote { field, weight, text });
    }

    pub fn problem(&mut self, field: CaseField, key: &str, args: &[Arg<'_>]) {
        self.note(field, NoteWeight::Problem, key, args);
    }

    /// What was typed, plain; none if nothing was.
    pub fn words_of(&mut self) -> Option<String> {
        let text = plain(self.typed).trim().to_owned();
        let length = text.chars().count();
        if length > MAX_WORDS {
            let args = [("n", length.into()), ("most", MAX_WORDS.into())];
            self.problem(CaseField::Words, "draft-long", &args);
        }
        // What is checked is what is stored.
        if holds_resident_number(&text) {
            self.problem(CaseField::Words, "draft-resident-number", &[]);
        }
        (length > 0).then_some(text)
    }

    /// Each ground once, in the order of ticking.
    pub fn grounds(&mut self, ticked: &[ContestGround]) -> Vec<Ground> {
        let mut grounds: Vec<Ground> = Vec::new();
        for ground in ticked.iter().map(|ground| Ground::from(*ground)) {
            if !grounds.contains(&ground) {
                grounds.push(ground);
            }
        }
        if grounds.is_empty() {
            self.problem(CaseField::Grounds, "contest-no-ground", &[]);
        }
        grounds
    }

    /// The words of a contest: needed where its ground is another one.
    pub fn words_for(&mut self, grounds: &[Ground]) -> Option<String> {
        let words = self.words_of();
        if words.is_none() && grounds.contains(&Ground::Other) {
            self.problem(CaseField::Words, "contest-other-unsaid", &[]);
        }
        words
    }

    /// The day on which something was done.
    pub fn day(&mut self, typed: &str, today: Date) -> Option<Date> {
        let on: Option<Date> = typed.trim().parse().ok();
        match on {
            None => self.problem(CaseField::Day, "draft-day-form", &[]),
            Some(on) if on > today => self.problem(CaseField::Day, "draft-day-future", &[]),
            Some(_) => {}
        }
        on
    }

    /// What was done, in the person's words.
    pub fn done(&mut self) -> Option<String> {
        let done = self.words_of();
        if done.is_none() {
            self.problem(CaseField::Words, "compliance-unsaid", &[]);
        }
        done
    }

    fn photos(&mut self, photos: &[Vec<u8>]) {
        if photos.len() > MAX_PHOTOS {
            let args = [("n", photos.len().into()), ("most", MAX_PHOTOS.into())];
            self.problem(CaseField::Photos, "case-photos-many", &args);
        }
        for error in photos.iter().filter_map(|photo| photo::look(photo).err()) {
            self.problem(CaseField::Photos, error.key(), &[]);
        }
    }

    pub fn view(mut self) -> CaseCheckView {
        self.notes.sort_by_key(|note| (note.field, note.weight));
        let length = plain(self.typed).trim().chars().count();
        let args = [("n", length.into()), ("most", MAX_WORDS.into())];
        CaseCheckView {
            ready: self.notes.iter().all(|note| note.weight == NoteWeight::LookAgain),
            counted: self.words.say("case-counted", &args),
            notes: self.notes,
        }
    }
}

/// What a contest says, unless a problem stands in the way.
pub(super) fn contest(
    cases: &Cases,
    facts: Option<&Facts>,
    draft: &ContestDraft,
) -> (Option<Body>, CaseCheckView) {
    let snapshot = &cases.snapshot;
    let mut notes = Notes::new(snapshot.words, &draft.words);
    let follows = follows(cases, draft.follows);
    if draft.follows.is_some() && follows.is_none() {
        notes.problem(CaseField::Target, "contest-follows-gone", &[]);
    }
    let facts = facts.filter(|facts| facts.is_here || follows.is_some());
    match facts {
        None => notes.problem(CaseField::Target, "contest-target-gone", &[]),
        Some(facts) => look_again(cases, facts, draft, &mut notes),
    }
    let grounds = notes.grounds(&draft.grounds);
    let words = notes.words_for(&grounds);
    notes.photos(&draft.photos);
    let view = notes.view();
    let body = facts.filter(|_| view.ready).map(|facts| {
        let (target, wants, mark) = (facts.target.clone(), draft.wants.into(), draft.mark);
        Body::Contest(Contest { target, grounds, words, wants, mark, follows })
    });
    (body, view)
}

fn look_again(cases: &Cases, facts: &Facts, draft: &ContestDraft, notes: &mut Notes<'_>) {
    let snapshot = &cases.snapshot;
    if let Some(before) = same_target(cases, &facts.target).filter(|_| draft.follows.is_none()) {
        let text = said_before(cases, before);
        let (field, weight) = (CaseField::Target, NoteWeight::LookAgain);
        notes.notes.push(CaseNote { field, weight, text });
    }
    let last = last_day(snapshot, facts).filter(|_| draft.follows.is_none());
    if let Some(last) = last.filter(|last| last.day < snapshot.today()) {
        let args = [("date", snapshot.words.date(last.day).into())];
        notes.note(CaseField::Target, NoteWeight::LookAgain, "contest-late", &args);
    }
    let complied = draft.grounds.contains(&ContestGround::AlreadyComplied);
    if complied && draft.photos.is_empty() {
        notes.note(CaseField::Photos, NoteWeight::LookAgain, "contest-photo-helps", &[]);
    }
}

/// The record that a contest goes on from.
fn follows(cases: &Cases, id: Option<i64>) -> Option<RecordId> {
    let id = id?;
    let chain = cases.chains.iter().find(|chain| chain.links.iter().any(|link| link.row.id == id));
    chain?.last().map(|link| link.row.item.progress.record)
}

pub(super) fn compliance(
    snapshot: &Snapshot,
    facts: Option<&Facts>,
    draft: &ComplianceDraft,
) -> (Option<Body>, CaseCheckView) {
    let mut notes = Notes::new(snapshot.words, &draft.done);
    let order = facts.filter(|facts| facts.is_here).and_then(Facts::order);
    if order.is_none() {
        notes.problem(CaseField::Target, "contest-target-gone", &[]);
    }
    let on = notes.day(&draft.on, snapshot.today());
    let done = notes.done();
    notes.photos(&draft.photos);
    if draft.photos.is_empty() {
        notes.note(CaseField::Photos, NoteWeight::LookAgain, "contest-photo-helps", &[]);
    }
    let view = notes.view();
    let body = order.zip(done).zip(on).filter(|_| view.ready);
    (body.map(|((target, done), on)| Body::Compliance(Compliance { target, done, on })), view)
}

pub(super) fn request(snapshot: &Snapshot, draft: &RightDraft) -> (Option<Body>, CaseCheckView) {
    let mut notes = Notes::new(snapshot.words, &draft.words);
    let words = notes.words_of();
    let view = notes.view();
    let body = Body::RightsRequest(RightsRequest { right: draft.right.into(), words });
    (view.ready.then_some(body), view)
}

/// The same words for a screen and for a record.
macro_rules! same {
    ($view:ident = $model:ident { $($name:ident),+ $(,)? }) => {
        impl From<$view> for $model {
            fn from(one: $view) -> Self {
                match one { $($view::$name => Self::$name),+ }
            }
        }
        impl From<$model> for $view {
            fn from(one: $model) -> Self {
                match one { $($model::$name => Self::$name),+ }
            }
        }
    };
}

same!(
    ContestGround = Ground {
        NotMe,
        DidNotHappen,
        WrongRule,
        WrongPoints,
        AlreadyComplied,
        NotTold,
        TooOld,
        Other,
    }
);
same!(ContestWants = Wanted { Removed, Corrected, Explained });
same!(RightKind = Right { Access, Copy, Correct, Delete, Restrict, Explain });

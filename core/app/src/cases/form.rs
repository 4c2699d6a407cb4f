//! The forms: to contest, to say that something has been done, to ask by right.

use super::check::{compliance, contest, request};
use super::facts::{Facts, target_in};
use super::read::{self, Cases, Chain};
use crate::error::{AppError, ErrorKind};
use crate::records::{Snapshot, ground_key, photo, right_key, target_heading, wanted_key};
use crate::view::cases::{
    CaseCheckView, CaseFormView, CaseTarget, ComplianceDraft, ContestDraft, GroundChoice,
    RightChoice, RightDraft, WantsChoice,
};
use crate::view::records::KeptView;
use crate::view::{Deadline, KeyValue};
use crate::words::Words;
use crate::{App, working_days};
use standing_model::case::{Ground, MAX_WORDS, Right, Target, Wanted};
use standing_model::ids::MembershipId;
use standing_model::record::Body;
use standing_model::text::LocalText;
use standing_model::time::Date;
use standing_rules::case::{Case, Turn, first_last_day, is_sent};
use standing_rules::working_days::LastDay;

/// Photos that go with a record of a case at most.
pub(super) const MAX_PHOTOS: usize = 6;

impl App {
    /// The form of a contest: the facts of what is contested, the grounds and what each needs, the
    /// last day. `follows` is the case that goes on at the next office.
    ///
    /// # Errors
    /// `NotFound` for what is not in the newest statement or among the letters; `Storage`.
    pub fn contest_form(
        &self,
        membership: &MembershipId,
        target: &CaseTarget,
        follows: Option<i64>,
    ) -> Result<CaseFormView, AppError> {
        let (cases, facts) = self.about(membership, target)?;
        let facts = facts.filter(|facts| facts.is_here || follows.is_some());
        let facts = facts.ok_or_else(|| self.gone())?;
        Ok(Form { cases: &cases, facts: &facts, follows }.view())
    }

    /// Checks a contest: every problem at once. Keeps nothing.
    ///
    /// # Errors
    /// `NotFound` for a membership that is not active here; `Storage`.
    pub fn check_contest(
        &self,
        membership: &MembershipId,
        draft: &ContestDraft,
    ) -> Result<CaseCheckView, AppError> {
        let (cases, facts) = self.about(membership, &draft.target)?;
        Ok(contest(&cases, facts.as_ref(), draft).1)
    }

    /// Keeps a contest, sealed and durable before this returns; it is sent by the next sync unless
    /// it is for paper. `form` is a random name of the form: one that was sent before gives the case
    /// that it became then.
    ///
    /// # Errors
    /// `Invalid` if a problem stands in the way; `Refused` if the form was sent before and says
    /// something else now; `NotFound`, `Storage`.
    pub fn contest(
        &self,
        membership: &MembershipId,
        draft: &ContestDraft,
        form: &str,
    ) -> Result<KeptView, AppError> {
        let (cases, facts) = self.about(membership, &draft.target)?;
        let (body, _) = contest(&cases, facts.as_ref(), draft);
        self.keep_checked(&cases.snapshot, body, &draft.photos, (form, draft.on_paper))
    }

    /// The form of a report that what was ordered has been done.
    ///
    /// # Errors
    /// `NotFound` for what is not in the newest statement or among the letters, and for what orders
    /// nothing; `Storage`.
    pub fn compliance_form(
        &self,
        membership: &MembershipId,
        target: &CaseTarget,
    ) -> Result<CaseFormView, AppError> {
        let (cases, facts) = self.about(membership, target)?;
        let facts = facts.filter(|facts| facts.is_here && facts.order().is_some());
        let facts = facts.ok_or_else(|| self.gone())?;
        Ok(Form { cases: &cases, facts: &facts, follows: None }.compliance())
    }

    /// Checks a report that what was ordered has been done. Keeps nothing.
    ///
    /// # Errors
    /// As [`App::check_contest`].
    pub fn check_compliance(
        &self,
        membership: &MembershipId,
        draft: &ComplianceDraft,
    ) -> Result<CaseCheckView, AppError> {
        let (cases, facts) = self.about(membership, &draft.target)?;
        Ok(compliance(&cases.snapshot, facts.as_ref(), draft).1)
    }

    /// Keeps a report that what was ordered has been done, as [`App::contest`] does.
    ///
    /// # Errors
    /// As [`App::contest`].
    pub fn comply(
        &self,
        membership: &MembershipId,
        draft: &ComplianceDraft,
        form: &str,
    ) -> Result<KeptView, AppError> {
        let (cases, facts) = self.about(membership, &draft.target)?;
        let (body, _) = compliance(&cases.snapshot, facts.as_ref(), draft);
        self.keep_checked(&cases.snapshot, body, &draft.photos, (form, draft.on_paper))
    }

    /// The form of a request by the law on personal information.
    ///
    /// # Errors
    /// As [`App::check_contest`].
    pub fn right_form(&self, membership: &MembershipId) -> Result<CaseFormView, AppError> {
        let snapshot = self.snapshot(membership)?;
        let words = snapshot.words;
        let authority = [("authority", snapshot.authority_name().into())];
        let rights = Right::ALL.map(|right| RightChoice {
            right: right.into(),
            title: words.say(right_key(right), &[]),
            text: words.attribute(right_key(right), "law", &[]),
        });
        Ok(CaseFormView {
            title: words.say("rights-title", &[]),
            what: snapshot.authority_name(),
            detail: words.say("rights-lead", &authority),
            rights: rights.into(),
            words_title: words.say("rights-words", &[]),
            words_hint: words.say("rights-words-hint", &[]),
            leaves: leaves(&snapshot, None, "rights"),
            deadline_note: words.say("rights-no-day", &[]),
            ..empty(Some(&snapshot))
        })
    }

    /// Checks a request by such a right. Keeps nothing.
    ///
    /// # Errors
    /// As [`App::check_contest`].
    pub fn check_right(
        &self,
        membership: &MembershipId,
        draft: &RightDraft,
    ) -> Result<CaseCheckView, AppError> {
        Ok(request(&self.snapshot(membership)?, draft).1)
    }

    /// Keeps a request by such a right, as [`App::contest`] does.
    ///
    /// # Errors
    /// As [`App::contest`].
    pub fn request_right(
        &self,
        membership: &MembershipId,
        draft: &RightDraft,
        form: &str,
    ) -> Result<KeptView, AppError> {
        let snapshot = self.snapshot(membership)?;
        let (body, _) = request(&snapshot, draft);
        self.keep_checked(&snapshot, body, &[], (form, draft.on_paper))
    }

    fn keep_checked(
        &self,
        snapshot: &Snapshot,
        body: Option<Body>,
        photos: &[Vec<u8>],
        (form, on_paper): (&str, bool),
    ) -> Result<KeptView, AppError> {
        let body = body.ok_or_else(|| self.not_ready())?;
        let photos = photos.iter().map(|photo| photo::clean(photo));
        let photos = photos.collect::<Result<Vec<_>, _>>().map_err(|_| self.not_ready())?;
        let waits = !photos.is_empty() && snapshot.networks.photos_over_wifi;
        let item = self.keep_case(snapshot, body, photos, (form, on_paper))?;
        let key = match (on_paper, waits) {
            (true, _) => "case-kept-paper",
            (false, true) => "record-kept-for-wifi",
            (false, false) => "record-kept",
        };
        Ok(KeptView { item, text: snapshot.words.say(key, &[]) })
    }

    /// What is known of a target, and of the cases there are.
    pub(super) fn about(
        &self,
        membership: &MembershipId,
        target: &CaseTarget,
    ) -> Result<(Cases, Option<Facts>), AppError> {
        self.cases_with(membership, read::Wanted::All, |tx, _, holdings, _| {
            let target = target_in(target);
            target.map(|target| Facts::read(tx, holdings, &self.memo, target)).transpose()
        })
    }

    pub(crate) fn not_ready(&self) -> AppError {
        self.words().error(ErrorKind::Invalid, "draft", &[])
    }

    pub(super) fn gone(&self) -> AppError {
        self.words().error(ErrorKind::NotFound, "contest-gone", &[])
    }
}

struct Form<'a> {
    cases: &'a Cases,
    facts: &'a Facts,
    follows: Option<i64>,
}

impl Form<'_> {
    fn view(&self) -> CaseFormView {
        let (words, named) = (self.cases.words(), self.facts.named(self.cases.words()));
        let before = self.before();
        let last = self.last_day();
        let (mark, mark_text) = ("contest-mark", words.attribute("contest-mark", "text", &[]));
        let title = [("what", named.name.as_str().into())];
        let office = self.step().and_then(|step| step.office.as_ref());
        CaseFormView {
            title: words.say("contest-title", &title),
            what: named.title,
            points: named.points,
            detail: self.detail(),
            grounds: Ground::ALL.map(|ground| self.ground(ground)).into(),
            wants: every_want(words),
            words_title: words.say("contest-words", &[]),
            words_hint: words.say("contest-words-hint", &[]),
            photos_most: most(MAX_PHOTOS),
            mark: Some(KeyValue {
                label: words.say(mark, &[]),
                value: mark_text,
                note: String::new(),
            }),
            leaves: leaves(&self.cases.snapshot, office, "contest"),
            deadline: last.map(|last| deadline(&self.cases.snapshot, last.day, "deadline-contest")),
            deadline_note: self.deadline_note(last),
            before: before.map(|chain| said_before(self.cases, chain)).unwrap_or_default(),
            before_case: before.map(Chain::id),
            paper_only: self.paper_only(),
            ..empty(Some(&self.cases.snapshot))
        }
    }

    fn compliance(&self) -> CaseFormView {
        let (words, snapshot) = (self.cases.words(), &self.cases.snapshot);
        let named = self.facts.named(words);
        let mut leaves = leaves(snapshot, None, "compliance");
        // The rulebook's own words on how a restriction ends.
        let lifted = self.facts.measure().map(|measure| measure.note.get(words.0));
        leaves.extend(lifted.filter(|note| !note.is_empty()).map(|note| KeyValue {
            label: words.say("compliance-lifted", &[]),
            value: note,
            note: String::new(),
        }));
        CaseFormView {
            title: words.say("compliance-title", &[]),
            detail: self.detail(),
            what: named.title,
            points: named.points,
            asks_day: true,
            words_title: words.say("compliance-words", &[]),
            words_hint: words.say("compliance-words-hint", &[]),
            photos_most: most(MAX_PHOTOS),
            leaves,
            deadline_note: words.say("compliance-no-day", &[]),
            ..empty(Some(snapshot))
        }
    }

    fn detail(&self) -> String {
        let (words, facts) = (self.cases.words(), self.facts);
        let name = target_heading(words, &facts.target);
        match facts.office() {
            Some(office) => {
                let args = [("what", name.into()), ("office", office.get(words.0).into())];
                words.say("contest-detail", &args)
            }
            None => words.say("contest-detail-plain", &[("what", name.into())]),
        }
    }

    fn ground(&self, ground: Ground) -> GroundChoice {
        let words = self.cases.words();
        let key = ground_key(ground);
        let mut said = vec![words.attribute(key, "needs", &[])];
        if ground == Ground::NotTold {
            said.extend(told(self.cases, self.facts));
        }
        if ground == Ground::WrongPoints
            && let Some((before, after)) = self.facts.totals(words)
        {
            let args = [("before", before.into()), ("after", after.into())];
            said.push(words.say("contest-adds-totals", &args));
        }
        said.retain(|one| !one.is_empty());
        let text = words.sentences(&said);
        GroundChoice { ground: ground.into(), title: words.say(key, &[]), text }
    }

    /// The step of the ladder that this takes.
    fn step(&self) -> Option<&standing_model::rulebook::ContestStep> {
        let book = self.cases.snapshot.book.as_ref()?;
        let Some(chain) = self.followed() else { return book.contest.first() };
        let id = chain.with_state(&self.cases.snapshot, |state| {
            state.open.first().map(|open| open.step.id.clone())
        })?;
        book.contest.iter().find(|step| step.id == id)
    }

    fn followed(&self) -> Option<&Chain> {
        let id = self.follows?;
        self.cases.chains.iter().find(|chain| chain.links.iter().any(|link| link.row.id == id))
    }

    /// An earlier case of the same target that this does not go on with.
    fn before(&self) -> Option<&Chain> {
        same_target(self.cases, &self.facts.target).filter(|_| self.follows.is_none())
    }

    fn last_day(&self) -> Option<LastDay> {
        let snapshot = &self.cases.snapshot;
        match self.followed() {
            Some(chain) => {
                chain.with_state(snapshot, |state| state.open.first().map(|one| one.last))
            }
            None => last_day(snapshot, self.facts),
        }
    }

    fn deadline_note(&self, last: Option<LastDay>) -> String {
        let snapshot = &self.cases.snapshot;
        let words = snapshot.words;
        let Some(last) = last else { return words.say("contest-no-day", &[]) };
        let mut said = Vec::new();
        if last.day < snapshot.today() {
            said.push(words.say("contest-late", &[("date", words.date(last.day).into())]));
        }
        said.extend(working_days::uncertainty(last, words));
        words.sentences(&said)
    }

    fn paper_only(&self) -> String {
        let step = self.step().filter(|step| !is_sent(step));
        let office = step.and_then(|step| step.office.as_ref());
        office.map(|office| office.get(self.cases.words().0)).unwrap_or_default()
    }
}

/// What can be asked for.
pub(crate) fn every_want(words: Words) -> Vec<WantsChoice> {
    let all = [Wanted::Removed, Wanted::Corrected, Wanted::Explained];
    let choice = |wants: Wanted| WantsChoice {
        wants: wants.into(),
        title: words.say(wanted_key(wants), &[]),
    };
    all.map(choice).into()
}

/// A form without any of its fields.
pub(crate) fn empty(of: Option<&Snapshot>) -> CaseFormView {
    CaseFormView {
        membership: of.map(|snapshot| snapshot.membership.id.clone()),
        person: of.map(|snapshot| snapshot.whose.view(snapshot.words)),
        title: String::new(),
        what: String::new(),
        points: String::new(),
        detail: String::new(),
        rights: Vec::new(),
        grounds: Vec::new(),
        wants: Vec::new(),
        asks_day: false,
        words_title: String::new(),
        words_most: most(MAX_WORDS),
        words_hint: String::new(),
        photos_most: 0,
        mark: None,
        leaves: Vec::new(),
        deadline: None,
        deadline_note: String::new(),
        before: String::new(),
        before_case: None,
        paper_only: String::new(),
    }
}

/// Who gets it, what is sent, what stays here, what follows; `form` begins the keys of what differs
/// between the forms.
fn leaves(snapshot: &Snapshot, office: Option<&LocalText>, form: &str) -> Vec<KeyValue> {
    let words = snapshot.words;
    let office = office.map(|office| office.get(words.0));
    let args = [
        ("office", office.clone().unwrap_or_else(|| snapshot.authority_name()).into()),
        ("authority", snapshot.authority_name().into()),
    ];
    let row = |label: &str, key: &str| KeyValue {
        label: words.say(label, &[]),
        value: words.attribute(key, "text", &args),
        note: String::new(),
    };
    let mut goes = row("contest-goes-to", "contest-goes-to");
    if office.is_some() {
        goes.note = words.attribute("contest-goes-to", "through", &args);
    }
    let sent = row("contest-sent", &format!("{form}-sent"));
    let then = row("contest-then", &format!("{form}-then"));
    vec![goes, sent, row("contest-stays", "contest-stays"), then]
}

/// The last day of the first step.
pub(super) fn last_day(snapshot: &Snapshot, facts: &Facts) -> Option<LastDay> {
    let book = snapshot.book.as_ref()?;
    first_last_day(&Case {
        steps: &book.contest,
        told_on: facts.told_on(snapshot),
        until: facts.contest_until(),
        filings: &[],
        today: snapshot.today(),
        calendars: &snapshot.calendars,
    })
}

/// "Letter 6 is dated 30 September 2026 and reached this phone on 26 November 2026."
pub(super) fn told(cases: &Cases, facts: &Facts) -> Vec<String> {
    let (words, zone) = (cases.words(), cases.snapshot.zone());
    let one = |letter: &super::facts::Letter| {
        let args = [
            ("n", letter.n.into()),
            ("dated", words.date(letter.notice.sent_on).into()),
            ("signed", words.date(letter.notice.iat.day_in(zone)).into()),
            ("reached", words.date(letter.reached.day_in(zone)).into()),
        ];
        words.say("contest-adds-letter", &args)
    };
    if facts.letters.is_empty() {
        let joined = words.date(cases.holdings.joined_on);
        return vec![words.say("contest-adds-no-letter", &[("date", joined.into())])];
    }
    facts.letters.iter().map(one).collect()
}

/// The newest case of the same target.
pub(super) fn same_target<'a>(cases: &'a Cases, target: &Target) -> Option<&'a Chain> {
    let of = |chain: &&Chain| chain.facts.as_ref().is_some_and(|facts| facts.target == *target);
    cases.chains.iter().filter(of).max_by_key(|chain| chain.id())
}

pub(super) fn said_before(cases: &Cases, chain: &Chain) -> String {
    let words = cases.words();
    let date = chain.first().map(|link| words.date(link.made_at.day_in(cases.snapshot.zone())));
    let closed = chain.with_state(&cases.snapshot, |state| state.turn == Turn::Nobody);
    let key = if closed { "contest-before-closed" } else { "contest-before-open" };
    words.say(key, &[("date", date.unwrap_or_default().into())])
}

/// A day as a screen shows it.
pub(super) fn deadline(snapshot: &Snapshot, day: Date, key: &str) -> Deadline {
    deadline_on(snapshot.words, snapshot.today(), day, key)
}

/// A day as a screen shows it on a day.
pub(crate) fn deadline_on(words: Words, today: Date, day: Date, key: &str) -> Deadline {
    Deadline {
        label: words.say(key, &[]),
        date: day.to_string(),
        day: words.weekday_date(day),
        away: words.days_away(day, today),
        event: if day >= today { words.attribute(key, "event", &[]) } else { String::new() },
    }
}

fn most(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A text in the person's language, or nothing.
pub(super) fn text_of(text: Option<&LocalText>, words: Words) -> String {
    text.map(|text| text.get(words.0)).unwrap_or_default()
}

//! Letters that this phone writes: facts from signed documents, what they rest on, what is asked.

use super::check::{compliance, request};
use super::facts::{Facts, Letter as Received};
use super::form::{deadline, last_day, text_of};
use super::list::begun;
use super::page::{Page, answer_key};
use super::printed::{html, text};
use super::read::{Cases, Chain};
use crate::App;
use crate::error::{AppError, ErrorKind};
use crate::records::{ground_key, right_key, wanted_key};
use crate::view::cases::{
    CaseLetterKind, CaseLetterView, CaseTarget, ComplianceDraft, ContestDraft, LetterSection,
    LetterSender, RightDraft,
};
use crate::view::{Deadline, KeyValue};
use crate::words::{Language, Words, unpointed};
use standing_model::case::{Contest, Ground, Wanted as Asked};
use standing_model::ids::MembershipId;
use standing_model::listing::LegalBasis;
use standing_model::record::Body;
use standing_model::rulebook::{ContestStep, RunsFrom};
use standing_model::statement::Grant;
use standing_model::text::plain;
use standing_model::time::Date;
use standing_rules::case::{self as rules, Stage, is_sent};

/// The language in which an authority reads letters.
pub(crate) const OFFICIAL: Language = Language::Chinese;

/// A letter in one language.
pub(crate) struct Letter {
    pub language: Language,
    pub sender: Vec<String>,
    pub to: Vec<String>,
    pub date: String,
    pub subject: String,
    pub opening: String,
    pub sections: Vec<LetterSection>,
    pub signature: String,
    pub enclosed: String,
}

/// What a letter is written from.
struct Writing<'a> {
    cases: &'a Cases,
    facts: Option<&'a Facts>,
    /// What the record says.
    body: &'a Body,
    photos: usize,
    step: Option<&'a ContestStep>,
    /// The case, where there is one.
    page: Option<&'a Page<'a>>,
    kind: CaseLetterKind,
    sender: &'a LetterSender,
}

impl App {
    /// The letter that a contest becomes, to read and to print before it is sent. Name and address
    /// are in it and nowhere else.
    ///
    /// # Errors
    /// As [`App::contest_form`].
    pub fn contest_letter(
        &self,
        membership: &MembershipId,
        draft: &ContestDraft,
        sender: &LetterSender,
    ) -> Result<CaseLetterView, AppError> {
        let (cases, facts) = self.about(membership, &draft.target)?;
        let facts = facts.filter(|facts| facts.is_here || draft.follows.is_some());
        let facts = facts.ok_or_else(|| self.gone())?;
        let said = plain(&draft.words).trim().to_owned();
        let body = Body::Contest(Contest {
            target: facts.target.clone(),
            grounds: draft.grounds.iter().map(|ground| Ground::from(*ground)).collect(),
            words: (!said.is_empty()).then_some(said),
            wants: draft.wants.into(),
            mark: draft.mark,
            follows: None,
        });
        let first = cases.snapshot.book.as_ref().and_then(|book| book.contest.first());
        let followed = cases.chains.iter().find(|chain| Some(chain.id()) == draft.follows);
        let next = followed.and_then(|chain| {
            let open = |found: &rules::CaseState<'_>| Some(found.open.first()?.step.id.clone());
            let id = chain.with_state(&cases.snapshot, open)?;
            cases.snapshot.book.as_ref()?.contest.iter().find(|step| step.id == id)
        });
        let last = last_day(&cases.snapshot, &facts).filter(|_| draft.follows.is_none());
        let due = last.map(|last| deadline(&cases.snapshot, last.day, "deadline-contest"));
        let photos = draft.photos.len();
        let writing = Writing { step: next.or(first), photos, ..before(&cases, &body, sender) };
        Ok(Writing { facts: Some(&facts), ..writing }.view(due))
    }

    /// The letter that a report of what was done becomes, to read and to print before it is sent.
    ///
    /// # Errors
    /// `Invalid` if a problem stands in the way of keeping it; as [`App::contest_form`].
    pub fn compliance_letter(
        &self,
        membership: &MembershipId,
        draft: &ComplianceDraft,
        sender: &LetterSender,
    ) -> Result<CaseLetterView, AppError> {
        let (cases, facts) = self.about(membership, &draft.target)?;
        let facts = facts.filter(|facts| facts.is_here).ok_or_else(|| self.gone())?;
        let (body, _) = compliance(&cases.snapshot, Some(&facts), draft);
        let body = body.ok_or_else(|| self.not_ready())?;
        let writing = Writing { photos: draft.photos.len(), ..before(&cases, &body, sender) };
        Ok(Writing { facts: Some(&facts), ..writing }.view(None))
    }

    /// The letter that a request by right becomes, to read and to print before it is sent.
    ///
    /// # Errors
    /// `Invalid` if a problem stands in the way of keeping it; as [`App::check_contest`].
    pub fn right_letter(
        &self,
        membership: &MembershipId,
        draft: &RightDraft,
        sender: &LetterSender,
    ) -> Result<CaseLetterView, AppError> {
        let (cases, _) = self.about(membership, &CaseTarget::Data)?;
        let (body, _) = request(&cases.snapshot, draft);
        let body = body.ok_or_else(|| self.not_ready())?;
        Ok(before(&cases, &body, sender).view(None))
    }

    /// A letter of a case, to read and to print.
    ///
    /// # Errors
    /// `NotFound` for a case that is not this membership's, and for a letter that it has no use for
    /// now; `Storage`.
    pub fn case_letter(
        &self,
        membership: &MembershipId,
        id: i64,
        kind: CaseLetterKind,
        sender: &LetterSender,
    ) -> Result<CaseLetterView, AppError> {
        let cases = self.case_of(membership, id)?;
        let chain = cases.chains.first().ok_or_else(|| self.no_case())?;
        let not_now = || cases.words().error(ErrorKind::NotFound, "case-letter-not-now", &[]);
        letter_of(&cases, chain, kind, sender).ok_or_else(not_now)
    }
}

/// A letter before there is a case.
const fn before<'a>(cases: &'a Cases, body: &'a Body, sender: &'a LetterSender) -> Writing<'a> {
    let kind = CaseLetterKind::Request;
    Writing { cases, facts: None, body, photos: 0, step: None, page: None, kind, sender }
}

/// A letter of a case; none if it has no use for it now.
pub(super) fn letter_of(
    cases: &Cases,
    chain: &Chain,
    kind: CaseLetterKind,
    sender: &LetterSender,
) -> Option<CaseLetterView> {
    chain.with_state(&cases.snapshot, |found| {
        let page = Page { cases, chain, found };
        let step = step_for(&page, kind)?;
        let link = chain.last()?;
        let writing = Writing {
            cases,
            facts: chain.facts.as_ref(),
            body: &link.body,
            photos: link.row.item.progress.uploads.len(),
            step,
            page: Some(&page),
            kind,
            sender,
        };
        let open = step.and_then(|step| {
            found.open.iter().find(|open| open.step.id == step.id).map(|open| open.last.day)
        });
        let due = open.map(|day| deadline(&cases.snapshot, day, "case-deadline-next"));
        Some(writing.view(due))
    })
}

/// The step that a letter of a case takes, or answers; none if there is no such letter now.
fn step_for<'a>(page: &'a Page<'_>, kind: CaseLetterKind) -> Option<Option<&'a ContestStep>> {
    let found = page.found;
    let silent = |step: &ContestStep| step.runs_from == RunsFrom::Silence;
    let open = |complaint: bool| {
        let mut open = found.open.iter().map(|open| open.step);
        open.find(|step| silent(step) == complaint).map(Some)
    };
    let owed = matches!(found.stage, Stage::Overdue(_))
        || page.state() == crate::view::cases::CaseState::NotCarriedOut;
    match kind {
        CaseLetterKind::Request => Some(found.asked),
        CaseLetterKind::Reminder => owed.then_some(found.asked),
        CaseLetterKind::Complaint => open(true),
        CaseLetterKind::NextStep => open(false),
    }
}

impl Writing<'_> {
    fn view(&self, due: Option<Deadline>) -> CaseLetterView {
        let words = self.cases.words();
        let by_phone = self.kind == CaseLetterKind::Request && self.page.is_none();
        let mut ways = if by_phone { vec!["letter-way-phone"] } else { Vec::new() };
        ways.push("letter-way-paper");
        in_both(words, &ways, self.today(), due, |words| self.letter(words))
    }

    fn today(&self) -> Date {
        self.cases.snapshot.today()
    }

    fn letter(&self, words: Words) -> Letter {
        let sections =
            vec![self.basis(words), self.reasons(words), self.facts(words), self.asked(words)];
        Letter {
            language: words.0,
            sender: self.sender(words),
            to: self.to(words),
            date: words.date(self.today()),
            subject: self.subject(words),
            opening: self.opening(words),
            sections,
            signature: words.say("letter-signature", &[]),
            enclosed: self.enclosed(words),
        }
    }

    fn sender(&self, words: Words) -> Vec<String> {
        let mut lines = typed_sender(self.sender);
        if let Some(sub) = &self.cases.snapshot.membership.sub {
            lines.push(words.say("letter-membership-number", &[("sub", plain(sub).into())]));
        }
        lines
    }

    fn to(&self, words: Words) -> Vec<String> {
        let office = text_of(self.step.and_then(|step| step.office.as_ref()), words);
        let authority = self.cases.snapshot.authority.names.get(words.0);
        let office = if office.is_empty() { authority } else { office };
        let address = text_of(self.step.and_then(|step| step.address.as_ref()), words);
        [office, address].into_iter().filter(|line| !line.is_empty()).collect()
    }

    /// "Contest of entry 8-0031, “Late on a loan payment”, −5 points".
    fn subject(&self, words: Words) -> String {
        let what = self.what(words);
        let key = match (self.kind, self.body) {
            (CaseLetterKind::Reminder, _) => "letter-subject-reminder",
            (CaseLetterKind::Complaint, _) => "letter-subject-complaint",
            (CaseLetterKind::NextStep, _) if self.is_above() => "letter-subject-above",
            (CaseLetterKind::NextStep, _) => "letter-subject-next",
            (CaseLetterKind::Request, Body::Compliance(_)) => "letter-subject-compliance",
            (CaseLetterKind::Request, Body::RightsRequest(_)) => "letter-subject-request",
            (CaseLetterKind::Request, _) => "letter-subject-contest",
        };
        let office = text_of(self.step.and_then(|step| step.office.as_ref()), words);
        words.say(key, &[("what", what.into()), ("office", office.into())])
    }

    /// Whether it goes to an office that takes no records, such as a court: that is no review by the
    /// authority's own ladder.
    fn is_above(&self) -> bool {
        self.step.is_some_and(|step| step.office.is_some() && !is_sent(step))
    }

    /// "entry 8-0031, “Late on a loan payment”, −5".
    fn what(&self, words: Words) -> String {
        if let Body::RightsRequest(request) = self.body {
            return words.say(right_key(request.right), &[]);
        }
        let Some(facts) = self.facts else { return String::new() };
        let named = facts.named(words);
        let args = [
            ("name", named.name.as_str().into()),
            ("title", named.title.as_str().into()),
            ("points", named.points.as_str().into()),
        ];
        let key = match (named.has_title, named.points.is_empty()) {
            (true, false) => "letter-what-entry",
            (true, true) => "letter-what-titled",
            (false, _) => "letter-what-plain",
        };
        words.say(key, &args)
    }

    fn opening(&self, words: Words) -> String {
        let snapshot = &self.cases.snapshot;
        if self.kind != CaseLetterKind::Request || !matches!(self.body, Body::Contest(_)) {
            return words.say("letter-opening", &[]);
        }
        let last = self.facts.and_then(|facts| last_day(snapshot, facts));
        match last {
            Some(last) if last.day >= self.today() => {
                words.say("letter-opening-in-time", &[("date", words.date(last.day).into())])
            }
            _ => words.say("letter-opening-contest", &[]),
        }
    }

    fn basis(&self, words: Words) -> LetterSection {
        let mut all: Vec<String> = Vec::new();
        if let (Some(step), Some(book)) = (self.step, &self.cases.snapshot.book) {
            let args = [
                ("book", book.names.get(words.0).into()),
                ("version", book.version.to_string().into()),
                ("step", step.names.get(words.0).into()),
            ];
            all.push(words.say("letter-basis-rulebook", &args));
        }
        let of_step = self.step.map(|step| step.legal_basis.as_slice()).unwrap_or_default();
        let of_entry = self.facts.map(Facts::legal_basis).unwrap_or_default();
        for basis in [of_step, of_entry].into_iter().filter(|basis| !basis.is_empty()) {
            all.push(law(basis, words));
        }
        if let Body::RightsRequest(request) = self.body {
            all = vec![words.attribute(right_key(request.right), "law", &[])];
        }
        section("letter-basis", all, false, words)
    }

    /// What is wrong, or what was done, in the resident's words.
    fn reasons(&self, words: Words) -> LetterSection {
        let mut all = Vec::new();
        match self.body {
            Body::Contest(contest) => {
                all.extend(contest.grounds.iter().map(|one| words.say(ground_key(*one), &[])));
                all.extend(contest.words.clone());
            }
            Body::Compliance(done) => {
                let date = words.date(done.on);
                all.push(words.say("letter-done-on", &[("date", date.into())]));
                all.push(done.done.clone());
            }
            Body::RightsRequest(request) => all.extend(request.words.clone()),
            _ => {}
        }
        let key = match self.body {
            Body::Contest(_) => "letter-reasons",
            _ => "letter-statement-of",
        };
        section(key, all, false, words)
    }

    /// What signed documents say, and what happened to the case.
    fn facts(&self, words: Words) -> LetterSection {
        let mut all = Vec::new();
        if let Some(facts) = self.facts {
            if let Some((entry, seq)) = facts.entry.as_ref().zip(facts.seq) {
                let document = plain(&entry.document).trim().to_owned();
                let named = !document.is_empty();
                let args = [
                    ("happened", words.date(entry.occurred_on).into()),
                    ("recorded", words.date(entry.recorded_on).into()),
                    ("by", entry.by.get(words.0).into()),
                    ("document", document.into()),
                    ("seq", seq.into()),
                ];
                let key = if named { "letter-fact-entry" } else { "letter-fact-entry-plain" };
                all.push(words.say(key, &args));
            }
            all.extend(facts.grant.as_ref().map(|grant| listed(facts, grant, words)));
            all.extend(facts.letters.iter().map(|letter| self.told(letter, words)));
            let untold = facts.entry.is_some() || facts.grant.is_some();
            if untold && facts.letters.is_empty() {
                let joined = words.date(self.cases.holdings.joined_on);
                all.push(words.say("letter-fact-no-letter", &[("date", joined.into())]));
            }
        }
        all.extend(self.page.into_iter().flat_map(|page| self.course(page, words)));
        section("letter-facts", all, true, words)
    }

    fn told(&self, letter: &Received, words: Words) -> String {
        let zone = self.cases.snapshot.zone();
        let args = [
            ("n", letter.n.into()),
            ("dated", words.date(letter.notice.sent_on).into()),
            ("signed", words.date(letter.notice.iat.day_in(zone)).into()),
            ("reached", words.date(letter.reached.day_in(zone)).into()),
        ];
        words.say("letter-fact-letter", &args)
    }

    /// What happened to the case until now.
    fn course(&self, page: &Page<'_>, words: Words) -> Vec<String> {
        let snapshot = &self.cases.snapshot;
        let chain: &Chain = page.chain;
        let mut all = vec![begun(self.cases, chain, words)];
        for link in &chain.links {
            let Some(arrived) = link.arrived_on(snapshot) else { continue };
            let mut args = vec![("date", words.date(arrived).into())];
            all.push(match link.receipts.newest_n() {
                Some(n) => {
                    args.push(("n", n.into()));
                    words.say("letter-fact-received", &args)
                }
                None => words.say("letter-fact-handed-in", &args),
            });
            let newest = link.newest().filter(|receipt| receipt.decision.is_some());
            all.extend(newest.map(|receipt| {
                let reason = text_of(receipt.reason.as_ref(), words);
                let date = words.date(receipt.iat.day_in(snapshot.zone()));
                let args = [
                    ("date", date.into()),
                    ("n", receipt.n.into()),
                    ("reason", unpointed(&reason).into()),
                ];
                let key = match reason.is_empty() {
                    true => "letter-fact-decided",
                    false => "letter-fact-decided-why",
                };
                words.say(key, &args)
            }));
            all.extend(link.answer.map(|answer| {
                let date = words.date(answer.on);
                words.attribute(answer_key(answer.outcome), "letter", &[("date", date.into())])
            }));
        }
        if let (Stage::Overdue(days), Some(next)) = (page.found.stage, page.found.next) {
            let args = [("date", words.date(next.last.day).into()), ("days", days.into())];
            all.push(words.say("letter-fact-overdue", &args));
        }
        all
    }

    fn asked(&self, words: Words) -> LetterSection {
        let mut all = Vec::new();
        match (self.kind, self.body) {
            (CaseLetterKind::Reminder, _) => all.push(words.say("letter-ask-reminder", &[])),
            (CaseLetterKind::Complaint, _) => all.push(words.say("letter-ask-complaint", &[])),
            (CaseLetterKind::NextStep, _) => {
                let key = if self.is_above() { "letter-ask-above" } else { "letter-ask-next" };
                all.push(words.say(key, &[]));
            }
            (_, Body::Contest(contest)) => {
                all.push(words.attribute(wanted_key(contest.wants), "please", &[]));
                let totals = self.facts.and_then(|facts| facts.totals(words).zip(facts.seq));
                let totals = totals.filter(|_| contest.wants == Asked::Removed);
                if let Some(((before, after), seq)) = totals {
                    let args =
                        [("seq", seq.into()), ("before", before.into()), ("after", after.into())];
                    all.push(words.say("letter-ask-total", &args));
                }
                all.push(words.say("letter-ask-answer", &[]));
            }
            (_, Body::Compliance(_)) => all.push(words.say("letter-ask-compliance", &[])),
            (_, Body::RightsRequest(_)) => all.push(words.say("letter-ask-request", &[])),
            _ => {}
        }
        if matches!(self.body, Body::Contest(_) | Body::Compliance(_)) {
            all.push(words.say("letter-admits-nothing", &[]));
        }
        section("letter-request", all, false, words)
    }

    fn enclosed(&self, words: Words) -> String {
        let mut all = Vec::new();
        if self.photos > 0 {
            all.push(words.say("case-photos", &[("n", self.photos.into())]));
        }
        if let Some(facts) = self.facts {
            let letter = |one: &Received| words.say("letter-heading", &[("n", one.n.into())]);
            all.extend(facts.letters.iter().map(letter));
            all.extend(
                facts.seq.map(|seq| words.say("record-target-statement", &[("n", seq.into())])),
            );
        }
        let receipts = self.page.into_iter().flat_map(|page| &page.chain.links);
        let receipts = receipts.filter_map(|link| link.receipts.newest_n());
        all.extend(receipts.map(|n| words.say("receipt-heading", &[("n", n.into())])));
        if all.is_empty() {
            return String::new();
        }
        words.say("letter-enclosed", &[("what", words.row(&all).into())])
    }
}

/// A letter in the authority's language, and in the person's where that is another one.
pub(crate) fn in_both(
    words: Words,
    ways: &[&str],
    today: Date,
    deadline: Option<Deadline>,
    write: impl Fn(Words) -> Letter,
) -> CaseLetterView {
    let write = |words| {
        let mut letter = write(words);
        letter.sections.retain(|section| !section.paragraphs.is_empty());
        letter
    };
    let official = (words.0 != OFFICIAL).then(|| write(Words(OFFICIAL)));
    let shown = write(words);
    let all: Vec<&Letter> = official.iter().chain([&shown]).collect();
    let way = |key: &&str| KeyValue {
        label: words.say(key, &[]),
        value: words.attribute(key, "text", &[]),
        note: String::new(),
    };
    CaseLetterView {
        title: words.say("case-letter-title", &[]),
        ways: ways.iter().map(way).collect(),
        deadline,
        text: text(&all),
        html: html(&all),
        file_name: format!("standing-letter-{today}.html"),
        sender: shown.sender,
        to: shown.to,
        date: shown.date,
        subject: shown.subject,
        opening: shown.opening,
        sections: shown.sections,
        signature: shown.signature,
        enclosed: shown.enclosed,
    }
}

/// Name and address as they were typed, line by line.
pub(crate) fn typed_sender(sender: &LetterSender) -> Vec<String> {
    let name = plain(&sender.name);
    let address = sender.address.lines().map(plain);
    let typed = std::iter::once(name).chain(address);
    typed.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// That a statement lists a perk or restriction, and since when.
fn listed(facts: &Facts, grant: &Grant, words: Words) -> String {
    let args = [
        ("seq", facts.seq.unwrap_or(0).into()),
        ("since", words.date(grant.since).into()),
        ("until", grant.until.map(|day| words.date(day)).unwrap_or_default().into()),
    ];
    let key = if grant.until.is_some() { "letter-fact-listed-until" } else { "letter-fact-listed" };
    words.say(key, &args)
}

fn law(bases: &[LegalBasis], words: Words) -> String {
    words.legal_basis(bases)
}

pub(crate) fn section(
    key: &str,
    paragraphs: Vec<String>,
    numbered: bool,
    words: Words,
) -> LetterSection {
    LetterSection { title: words.say(key, &[]), paragraphs, numbered }
}

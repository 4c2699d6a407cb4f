//! One case in full.

use super::facts::shown;
use super::form::{deadline, text_of};
use super::list::{begun, due_key, is_awaited, state_of, state_text, title};
use super::read::{Cases, Chain, Link};
use crate::error::AppError;
use crate::records::target_name;
use crate::rulebook::telling::Telling;
use crate::view::cases::{
    CaseAction, CaseDocument, CaseEvent, CaseMoment, CasePaper, CasePlace, CaseState, CaseStep,
    CaseTodo, CaseView,
};
use crate::view::{CheckState, Deadline};
use crate::words::{Words, unpointed};
use crate::{App, working_days};
use standing_model::case::Outcome;
use standing_model::ids::MembershipId;
use standing_model::message::{Receipt, ReceiptState};
use standing_model::rulebook::{Actor, ContestStep, RunsFrom, Silence};
use standing_model::time::UnixTime;
use standing_rules::case::{self as rules, Opening, Place, Seen, Stage, Turn, is_sent};
use standing_store::PaperAnswer;

impl App {
    /// One case in full.
    ///
    /// # Errors
    /// `NotFound` for a case that is not this membership's; `Storage`.
    pub fn case_page(&self, membership: &MembershipId, id: i64) -> Result<CaseView, AppError> {
        let cases = self.case_of(membership, id)?;
        let chain = cases.chains.first().ok_or_else(|| self.no_case())?;
        Ok(chain.with_state(&cases.snapshot, |found| Page { cases: &cases, chain, found }.view()))
    }
}

pub(super) struct Page<'a> {
    pub cases: &'a Cases,
    pub chain: &'a Chain,
    pub found: &'a rules::CaseState<'a>,
}

impl Page<'_> {
    pub fn view(&self) -> CaseView {
        let (words, snapshot) = (self.words(), &self.cases.snapshot);
        let state = self.state();
        let last = self.chain.last();
        let machine = last.map(|link| &link.row.item.progress);
        let book = snapshot.book.as_ref().filter(|_| !self.found.steps.is_empty());
        let version = book.map(|book| {
            words.say("case-steps-note", &[("version", book.version.to_string().into())])
        });
        CaseView {
            membership: snapshot.membership.id.clone(),
            id: self.chain.id(),
            target: shown(self.chain.facts.as_ref().map(|facts| &facts.target)),
            heading: self.heading(),
            state,
            state_text: state_text(self.chain, state, words),
            title: title(self.cases, self.chain, words),
            text: self.text(),
            checks: last
                .map(|link| link.receipts.checks(snapshot, &link.row, link.around.as_ref()))
                .unwrap_or_default(),
            proof: self.proof(),
            deadline: self.deadline(),
            turn: self.turn(),
            deadline_note: self.deadline_note(),
            todo: self.todo(),
            events: self.events(),
            can_withdraw: machine.is_some_and(|item| item.can_be_taken_back()),
            can_note_paper: !matches!(state, CaseState::CarriedOut | CaseState::Withdrawn),
            can_note_answer: last.is_some_and(|link| link.takes_paper_answer(snapshot)),
            steps: (1..).zip(&self.found.steps).map(|(n, step)| self.step(n, step)).collect(),
            steps_note: version.unwrap_or_default(),
            documents: self.documents(),
        }
    }

    const fn words(&self) -> Words {
        self.cases.words()
    }

    pub fn state(&self) -> CaseState {
        state_of(self.cases, self.chain, self.found)
    }

    fn heading(&self) -> String {
        let words = self.words();
        let what = self.chain.facts.as_ref().map(|facts| target_name(words, &facts.target));
        match what {
            Some(what) => words.say("case-heading", &[("what", what.into())]),
            None => words.say("case-heading-request", &[]),
        }
    }

    /// "−5. Contested on 26 November 2026."
    fn text(&self) -> String {
        let words = self.words();
        let points = self.chain.facts.as_ref().map(|facts| facts.named(words).points);
        let points = points.filter(|points| !points.is_empty());
        let points = points.map(|points| words.say("case-points", &[("points", points.into())]));
        let said: Vec<String> =
            points.into_iter().chain([begun(self.cases, self.chain, words)]).collect();
        words.sentences(&said)
    }

    fn proof(&self) -> String {
        let n = self.chain.last().and_then(|link| link.receipts.newest_n());
        let Some(n) = n else { return String::new() };
        let args = [("authority", self.cases.snapshot.authority_name().into()), ("n", n.into())];
        self.words().say("case-proof", &args)
    }

    pub fn deadline(&self) -> Option<Deadline> {
        let (cases, chain, found) = (self.cases, self.chain, self.found);
        let next = found.next.filter(|next| is_awaited(cases, chain, found, next))?;
        Some(deadline(&self.cases.snapshot, next.last.day, due_key(self.found, &next)))
    }

    /// Whose turn it is, and what follows when the day passes.
    fn turn(&self) -> String {
        let words = self.words();
        let office = self.found.next.and_then(|next| next.step).or(self.found.asked);
        let office = text_of(office.and_then(|step| step.office.as_ref()), words);
        let authority = self.cases.snapshot.authority_name();
        let office = if office.is_empty() { authority } else { office };
        let office = [("office", office.into())];
        let state = self.state();
        let key = match (state, self.found.turn) {
            (CaseState::CarriedOut, _) => "case-turn-done",
            (CaseState::NotCarriedOut, _) => "case-turn-not-carried-out",
            (CaseState::OnPaper, _) => "case-turn-paper",
            (CaseState::Waiting, _) => "case-turn-sending",
            (CaseState::Overdue, _) => "case-turn-overdue",
            (_, Turn::Resident) => "case-turn-you",
            (_, Turn::Authority) => "case-turn-authority",
            (_, Turn::Nobody) => "case-turn-nobody",
        };
        let mut said = vec![words.say(key, &office)];
        if self.found.stage == Stage::Answering
            && let Some(step) = self.found.next.and_then(|next| next.step)
        {
            said.push(words.say(silence_key(step), &[]));
        }
        words.sentences(&said)
    }

    /// Where the day comes from, and whether it is certain.
    fn deadline_note(&self) -> String {
        let (words, snapshot) = (self.words(), &self.cases.snapshot);
        let (cases, chain, found) = (self.cases, self.chain, self.found);
        let awaited = found.next.filter(|next| is_awaited(cases, chain, found, next));
        let Some(next) = awaited else { return String::new() };
        let mut said = Vec::new();
        let authority = ("authority", snapshot.authority_name().into());
        let within = next.step.zip(snapshot.book.as_ref()).map(|(step, book)| {
            let within = Telling::new(words, book).within(step);
            [("within", within.into()), ("version", book.version.to_string().into())]
        });
        let other = next.other.map(|day| ("date", words.date(day).into()));
        if next.signed {
            said.push(words.say("case-day-signed", std::slice::from_ref(&authority)));
        } else if let Some([within, version]) = within.clone() {
            said.push(words.say("case-day-rulebook", &[within, version]));
        }
        if let (Some(other), Some([_, version])) = (other, within) {
            let key = if next.signed { "case-day-moved" } else { "case-day-later" };
            said.push(words.say(key, &[authority, other, version]));
        }
        said.extend(working_days::uncertainty(next.last, words));
        words.sentences(&said)
    }

    fn todo(&self) -> Vec<CaseTodo> {
        let mut todo = Vec::new();
        match self.state() {
            CaseState::OnPaper => {
                todo.push(self.act("case-todo-hand-in", CaseAction::NotePaper));
            }
            CaseState::NeedsYou | CaseState::Rejected => {
                todo.push(self.act("case-todo-item", CaseAction::OpenItem));
            }
            CaseState::Overdue => {
                todo.push(self.act("case-todo-look", CaseAction::NoteAnswer));
                todo.push(self.act("case-todo-remind", CaseAction::Remind));
            }
            CaseState::NotCarriedOut => {
                todo.push(self.act("case-todo-compare", CaseAction::OpenStatement));
                todo.push(self.act("case-todo-carry-out", CaseAction::Remind));
            }
            _ => {}
        }
        todo.extend(self.found.open.iter().map(|open| self.opening(open)));
        todo
    }

    fn act(&self, key: &str, action: CaseAction) -> CaseTodo {
        let words = self.words();
        CaseTodo {
            title: words.say(key, &[]),
            text: words.attribute(key, "text", &[]),
            action,
            button: words.attribute(key, "button", &[]),
            deadline: None,
        }
    }

    /// A step that the resident may take now.
    fn opening(&self, open: &Opening<'_>) -> CaseTodo {
        let (words, snapshot) = (self.words(), &self.cases.snapshot);
        let (action, button) = match open.step.runs_from {
            RunsFrom::Silence => (CaseAction::Complain, "case-button-complain"),
            _ if is_sent(open.step) => (CaseAction::AskNext, "case-button-ask"),
            _ => (CaseAction::WriteNext, "case-button-write"),
        };
        let args = [
            ("day", words.weekday_date(open.last.day).into()),
            ("away", words.days_away(open.last.day, snapshot.today()).into()),
        ];
        let past = open.last.day < snapshot.today();
        let key = if past { "case-open-past" } else { "case-open-until" };
        let mut said = vec![words.say(key, &args)];
        said.extend(working_days::uncertainty(open.last, words));
        CaseTodo {
            title: open.step.names.get(words.0),
            text: words.sentences(&said),
            action,
            button: words.say(button, &[]),
            deadline: Some(deadline(snapshot, open.last.day, "case-deadline-next")),
        }
    }

    fn events(&self) -> Vec<CaseEvent> {
        let words = self.words();
        let mut events = Vec::new();
        for link in &self.chain.links {
            events.extend(self.events_of(link));
        }
        match self.chain.seen(self.cases, self.found) {
            Seen::CarriedOut => {
                events.push(self.statement("case-event-carried-out", CaseMoment::Done))
            }
            Seen::NotCarriedOut => {
                events.push(self.statement("case-event-not-carried-out", CaseMoment::Late));
            }
            Seen::NotYetSeen => {}
        }
        let open = self.found.turn != Turn::Nobody;
        if let Some(newest) = events.last_mut().filter(|one| open && one.moment == CaseMoment::Done)
        {
            newest.moment = CaseMoment::Now;
        }
        if let Some(due) = self.deadline() {
            let late = matches!(self.found.stage, Stage::Overdue(_));
            let moment = if late { CaseMoment::Late } else { CaseMoment::ToCome };
            let args = [("day", due.day.into()), ("away", due.away.into())];
            let key = if late { "case-event-late" } else { "case-event-due" };
            events.push(CaseEvent { title: due.label, text: words.say(key, &args), moment });
        }
        events
    }

    fn statement(&self, key: &str, moment: CaseMoment) -> CaseEvent {
        let words = self.words();
        let seq = self.cases.newest.as_ref().map_or(0, |newest| newest.one.seq);
        let text = words.attribute(key, "text", &[("seq", seq.into())]);
        CaseEvent { title: words.say(key, &[]), text, moment }
    }

    fn events_of(&self, link: &Link) -> Vec<CaseEvent> {
        let words = self.words();
        let (phone, done) = (words.say("receipt-clock-phone", &[]), CaseMoment::Done);
        let mut events = vec![CaseEvent {
            title: words.say("receipt-made", &[]),
            text: self.at(link.made_at, &phone),
            moment: done,
        }];
        if let Some(paper) = link.hand_in {
            let key = if paper.photo.is_some() { "case-handed-in-photo" } else { "case-handed-in" };
            events.push(CaseEvent {
                title: words.say(key, &[]),
                text: words.say("case-by-your-word", &[("date", words.date(paper.on).into())]),
                moment: done,
            });
        }
        events.extend(link.receipts.verified().into_iter().map(|one| self.receipt(one)));
        events.extend(link.answer.map(|answer| self.answer(&answer)));
        for letter in link.letters(&self.cases.holdings) {
            events.push(CaseEvent {
                title: words.say("letter-heading", &[("n", letter.0.into())]),
                text: self.at(letter.1, &phone),
                moment: done,
            });
        }
        events
    }

    /// An answer on paper: only the person says so.
    fn answer(&self, answer: &PaperAnswer) -> CaseEvent {
        let words = self.words();
        let date = [("date", words.date(answer.on).into())];
        CaseEvent {
            title: words.say(answer_key(answer.outcome), &[]),
            text: words.say("case-answer-by-your-word", &date),
            moment: CaseMoment::Done,
        }
    }

    fn receipt(&self, receipt: &Receipt) -> CaseEvent {
        let words = self.words();
        let authority = self.cases.snapshot.authority_name();
        let clock = words.say("receipt-clock-authority", &[("authority", authority.into())]);
        let title = words.say(event_key(receipt), &[]);
        let mut said = vec![self.at(receipt.iat, &clock)];
        if let Some(reason) = receipt.reason.as_ref() {
            let text = reason.get(words.0);
            said.push(words.say("case-reason", &[("text", unpointed(&text).into())]));
        }
        CaseEvent { title, text: words.sentences(&said), moment: CaseMoment::Done }
    }

    fn at(&self, at: UnixTime, clock: &str) -> String {
        let words = self.words();
        let date = words.date(at.day_in(self.cases.snapshot.zone()));
        words.say("case-at", &[("date", date.into()), ("clock", clock.into())])
    }

    fn step(&self, n: u32, (step, place): &(&ContestStep, Place)) -> CaseStep {
        let (words, snapshot) = (self.words(), &self.cases.snapshot);
        let (place, last, mark) = match *place {
            Place::Past => (CasePlace::Past, None, ""),
            Place::Here(last) => (CasePlace::Here, last, "case-step-here"),
            Place::Open(last) => (CasePlace::Open, Some(last), "case-step-open"),
            Place::Ahead => (CasePlace::Ahead, None, ""),
        };
        let book = snapshot.book.as_ref();
        let mut said: Vec<String> = Vec::new();
        match (last, book) {
            (Some(last), _) => {
                let args = [
                    ("day", words.weekday_date(last.day).into()),
                    ("away", words.days_away(last.day, snapshot.today()).into()),
                ];
                said.push(words.say("case-step-until", &args));
            }
            (None, Some(book)) => {
                let within = Telling::new(words, book).within(step);
                said.push(words.say("case-step-within", &[("within", within.into())]));
            }
            (None, None) => {}
        }
        let office = text_of(step.office.as_ref(), words);
        if !office.is_empty() {
            said.insert(0, words.say("case-step-office", &[("office", office.into())]));
        }
        CaseStep {
            n,
            title: step.names.get(words.0),
            text: words.sentences(&said),
            place,
            mark: if mark.is_empty() { String::new() } else { words.say(mark, &[]) },
        }
    }

    fn documents(&self) -> Vec<CaseDocument> {
        let words = self.words();
        let own =
            |title: String, text: String, paper| CaseDocument { title, text, state: None, paper };
        let mut documents = Vec::new();
        let date = self.chain.last().map(|link| link.made_at.day_in(self.cases.snapshot.zone()));
        let date = date.map(|day| words.date(day)).unwrap_or_default();
        documents.push(own(words.say("case-letter-title", &[]), date, CasePaper::Letter));
        for link in &self.chain.links {
            let item = link.row.id;
            let photos = link.row.item.progress.uploads.len();
            if link.answer.is_some_and(|answer| answer.photo.is_some()) {
                let title = words.say("case-answer-photo", &[]);
                let text = words.attribute("case-answer-photo", "text", &[]);
                documents.push(own(title, text, CasePaper::Photo { item }));
            }
            if photos > 0 {
                let title = words.say("case-photos", &[("n", photos.into())]);
                documents.push(own(title, String::new(), CasePaper::Photo { item }));
            }
            documents.extend(link.receipts.newest_n().map(|n| {
                let title = words.say("receipt-heading", &[("n", n.into())]);
                self.signed(title, link.newest().is_some(), CasePaper::Receipt { item })
            }));
            let letters = link.letters(&self.cases.holdings);
            documents.extend(letters.map(|(n, _)| self.notice(n)));
        }
        let facts = self.chain.facts.as_ref();
        let letters = facts.map(|facts| facts.letters.as_slice()).unwrap_or_default();
        documents.extend(letters.iter().map(|letter| self.notice(letter.n)));
        documents.extend(facts.and_then(|facts| facts.seq).map(|seq| {
            let title = words.say("record-target-statement", &[("n", seq.into())]);
            self.signed(title, true, CasePaper::Statement { seq })
        }));
        documents
    }

    fn notice(&self, n: u32) -> CaseDocument {
        let title = self.words().say("letter-heading", &[("n", n.into())]);
        self.signed(title, true, CasePaper::Notice { n })
    }

    fn signed(&self, title: String, holds: bool, paper: CasePaper) -> CaseDocument {
        let key = if holds { "case-document-signed" } else { "case-document-not-signed" };
        let args = [("authority", self.cases.snapshot.authority_name().into())];
        let state = if holds { CheckState::Holds } else { CheckState::Fails };
        CaseDocument { title, text: self.words().say(key, &args), state: Some(state), paper }
    }
}

/// What an answer on paper is called.
pub(super) const fn answer_key(outcome: Option<Outcome>) -> &'static str {
    match outcome {
        Some(Outcome::Granted) => "case-answer-granted",
        Some(Outcome::Partly) => "case-answer-partly",
        Some(Outcome::Refused) => "case-answer-refused",
        None => "case-answer-other",
    }
}

/// What it means if the day passes without an answer.
const fn silence_key(step: &ContestStep) -> &'static str {
    match step.by {
        Actor::Authority(Silence::Refusal) => "case-silence-refusal",
        Actor::Authority(Silence::Nothing) | Actor::Resident(_) => "case-silence-nothing",
    }
}

const fn event_key(receipt: &Receipt) -> &'static str {
    match (receipt.state, &receipt.decision) {
        (ReceiptState::Received, _) => "receipt-event-received",
        (ReceiptState::UnderReview, _) => "receipt-event-review",
        (ReceiptState::Accepted, _) => "receipt-event-accepted",
        (ReceiptState::Refused, _) => "receipt-event-refused",
        (ReceiptState::Rejected, _) => "receipt-event-rejected",
        (ReceiptState::Withdrawn, _) => "receipt-event-withdrawn",
        (ReceiptState::Decided, None) => "receipt-event-decided",
        (ReceiptState::Decided, Some(decision)) => match decision.outcome {
            Outcome::Granted => "receipt-granted",
            Outcome::Partly => "receipt-partly",
            Outcome::Refused => "receipt-case-refused",
        },
    }
}

//! What a signed document says, as labelled values that can be put beside those of another.

use crate::holdings::Holdings;
use crate::records::of_decision;
use crate::view::CheckState;
use crate::words::Words;
use crate::{changes, home};
use standing_model::ids::Hash;
use standing_model::message::{About, Notice, Receipt, ReceiptState};
use standing_model::rulebook::Rulebooks;
use standing_model::series::SeriesKind;
use standing_model::statement::{Contester, Entry, Statement};
use standing_model::text::plain_at_most;
use standing_model::time::Date;
use standing_verify::alarm::Evidence;
use standing_verify::message::{Expected, Message, verify};
use standing_verify::series::Numbered;
use standing_verify::verdict::statement::adds_up;

/// Characters of an authority's text in a row at most.
pub(super) const MAX_TEXT: usize = 300;

/// Characters of a key's id that tell keys apart at a glance.
const SHORT: usize = 8;

/// One thing that a document says.
pub(super) struct Fact {
    /// What tells it from the document's other things.
    pub key: String,
    /// The thing that it is a part of, such as an entry.
    pub part_of: Option<String>,
    /// What a person calls it.
    pub label: String,
    /// What the document says of it.
    pub value: String,
}

/// A document, read.
pub(super) struct Read {
    pub value: String,
    pub detail: String,
    /// Its own signed day.
    pub dated: Option<Date>,
    /// Who signed it, and by which key.
    pub signer: String,
    pub prev: Option<Hash>,
    pub signed: CheckState,
    pub adds_up: CheckState,
    pub facts: Vec<Fact>,
}

/// Reads documents of one membership by the keys of today.
pub(super) struct Reader<'a> {
    pub holdings: &'a Holdings,
    pub words: Words,
}

impl Reader<'_> {
    /// A document of a series; none if it cannot be read at all.
    pub fn read(&self, series: SeriesKind, evidence: &Evidence) -> Option<Read> {
        match series {
            SeriesKind::Statements => self.document(evidence, |one| self.statement(one)),
            SeriesKind::Notices => self.document(evidence, |one| self.notice(one)),
            SeriesKind::Receipts => self.document(evidence, |one| self.receipt(one)),
        }
    }

    fn document<T: Numbered>(
        &self,
        evidence: &Evidence,
        tell: impl FnOnce(&T) -> Read,
    ) -> Option<Read> {
        let (keys, sub) = (&self.holdings.keys, self.holdings.sub.as_deref());
        let expected = Expected { keys, sub, held_since: evidence.held_since };
        let verified = verify::<T>(&evidence.document, expected).ok()?;
        let payload = verified.payload();
        let dated = Some(Message::iat(payload).day_in(self.holdings.zone()));
        let key: String = verified.kid().to_string().chars().take(SHORT).collect();
        let args =
            [("authority", self.holdings.authority_name(self.words).into()), ("key", key.into())];
        let signer = self.words.say("alarm-branch-signer", &args);
        let (prev, signed) = (payload.prev(), CheckState::Holds);
        Some(Read { dated, signer, prev, signed, ..tell(payload) })
    }

    fn fact(&self, key: impl Into<String>, label: &str, value: String) -> Fact {
        Fact { key: key.into(), part_of: None, label: self.words.say(label, &[]), value }
    }

    fn statement(&self, statement: &Statement) -> Read {
        let words = self.words;
        let rulebooks = self.holdings.rulebooks(statement);
        let rulebook = rulebooks.as_ref().map(|books| books.as_of(statement.period.to));
        let score = rulebook.map_or_else(
            || statement.score.to_string(),
            |book| words.score(statement.score, &book.scale),
        );
        let tier = rulebook.map_or_else(
            || plain_at_most(&statement.tier, MAX_TEXT),
            |book| home::tier_name(book, &statement.tier, words),
        );
        let period = [statement.period.from, statement.period.to].map(|day| words.date(day));
        let versions: Vec<String> =
            statement.rulebooks.iter().map(|listed| listed.version.to_string()).collect();
        let mut facts = vec![
            self.fact("score", "alarm-label-score", score.clone()),
            self.fact("tier", "alarm-label-tier", tier.clone()),
            self.fact("period", "alarm-label-period", period.join(" – ")),
            self.fact("book", "alarm-label-rulebook", words.row(&versions)),
        ];
        for entry in &statement.entries {
            facts.extend(self.entry(entry, rulebooks.as_ref()));
        }
        if let Some(books) = &rulebooks {
            for star in home::stars(statement, books, words) {
                let values = [("star", star.text), ("star detail", star.detail)];
                facts.extend(values.map(|(kind, value)| {
                    let key = format!("{kind} {}", star.category);
                    let part_of = Some(format!("star {}", star.category));
                    Fact { key, part_of, label: star.name.clone(), value }
                }));
            }
        }
        let own = &self.holdings.own_records;
        let adds_up = adds_up(Some(statement), rulebooks.as_ref(), own).state().into();
        Read { value: score, detail: tier, adds_up, facts, ..empty() }
    }

    fn entry(&self, entry: &Entry, rulebooks: Option<&Rulebooks>) -> Vec<Fact> {
        let words = self.words;
        let label = rulebooks.map_or_else(
            || plain_at_most(&entry.rule, MAX_TEXT),
            |books| changes::entry_title(books, entry, words),
        );
        let rulebook = rulebooks.and_then(|books| books.version(entry.rulebook));
        let points = rulebook.map_or_else(
            || entry.points.to_string(),
            |book| words.points(entry.points, &book.scale),
        );
        let state = changes::state(words, entry.state);
        let value =
            words.say("alarm-value-entry", &[("points", points.into()), ("state", state.into())]);
        let args = [
            ("occurred", words.date(entry.occurred_on).into()),
            ("recorded", words.date(entry.recorded_on).into()),
            ("document", plain_at_most(&entry.document, MAX_TEXT).into()),
        ];
        let detail = words.say("alarm-value-entry-detail", &args);
        let named =
            [("entry", Some(value)), ("detail", Some(detail)), ("contested", self.mark(entry))];
        let fact = |(kind, value): (&str, Option<String>)| {
            let part_of = Some(format!("entry {}", entry.id));
            let key = format!("{kind} {}", entry.id);
            Some(Fact { key, part_of, label: label.clone(), value: value? })
        };
        named.into_iter().chain(self.origin(entry)).filter_map(fact).collect()
    }

    /// Where an entry comes from and how long it counts: what an authority could change unseen.
    fn origin(&self, entry: &Entry) -> [(&'static str, Option<String>); 6] {
        let words = self.words;
        let labelled = |key: &str, value: String| {
            let args = [("label", words.say(key, &[]).into()), ("value", value.into())];
            Some(words.say("alarm-value-labelled", &args))
        };
        let day = |key, day: Option<Date>| day.and_then(|day| labelled(key, words.date(day)));
        let reason = entry.reason.as_ref().map(|reason| reason.get(words.0));
        [
            ("by", labelled("entry-by", entry.by.get(words.0))),
            ("basis", labelled("entry-basis", words.legal_basis(&entry.legal_basis))),
            ("ends", day("entry-until", entry.ends_on.map(crate::statement::last_day))),
            ("told", day("alarm-label-told", entry.notified_on)),
            ("version", labelled("alarm-label-rulebook", entry.rulebook.to_string())),
            ("reason", reason.and_then(|reason| labelled("entry-reason", reason))),
        ]
    }

    fn mark(&self, entry: &Entry) -> Option<String> {
        let mark = entry.contested.as_ref()?;
        let key = match mark.by {
            Contester::Authority => "alarm-value-contested-authority",
            Contester::Resident | Contester::Other => "alarm-value-contested",
        };
        Some(self.words.say(key, &[("date", self.words.date(mark.since).into())]))
    }

    fn notice(&self, notice: &Notice) -> Read {
        let words = self.words;
        let about = match &notice.about {
            About::Entry(id) | About::Star(id) => plain_at_most(id, MAX_TEXT),
            About::Measure(id) => plain_at_most(id, MAX_TEXT),
            About::Membership(what) => plain_at_most(what, MAX_TEXT),
            About::Record(id) => id.to_string(),
            About::Device(key) | About::KeyRevoked(key) => key.to_string(),
            About::Rulebook(pointer) => plain_at_most(&pointer.path(), MAX_TEXT),
            About::Reissue(reissue) => plain_at_most(&reissue.why.get(words.0), MAX_TEXT),
            About::Other => words.say("alarm-value-about-other", &[]),
        };
        let facts = vec![
            self.fact("about", "alarm-label-about", about),
            self.fact("text", "alarm-label-text", notice.text.get(words.0)),
            self.fact("sent", "alarm-label-sent", words.date(notice.sent_on)),
            self.fact(
                "document",
                "alarm-label-document",
                plain_at_most(&notice.document, MAX_TEXT),
            ),
        ];
        Read { facts, ..empty() }
    }

    fn receipt(&self, receipt: &Receipt) -> Read {
        let words = self.words;
        let state = words.say(state_key(receipt.state), &[]);
        let received = words.date(receipt.received_at.day_in(self.holdings.zone()));
        let mut facts = vec![
            self.fact("record", "alarm-label-record", receipt.record.to_string()),
            self.fact("state", "alarm-label-state", state.clone()),
            self.fact("received", "alarm-label-received", received),
        ];
        let mut optional = |key: &str, label: &str, value: Option<String>| {
            facts.extend(value.map(|value| self.fact(key, label, value)));
        };
        let due = receipt.due_on.map(|day| words.date(day));
        optional("due", "alarm-label-due", due);
        let reason = receipt.reason.as_ref().map(|reason| reason.get(words.0));
        optional("reason", "receipt-label-reason", reason);
        let by = receipt.decided_by.as_ref().map(|by| by.get(words.0));
        optional("by", "receipt-label-decided-by", by);
        let entry = receipt.entry.as_deref().map(|entry| plain_at_most(entry, MAX_TEXT));
        optional("entry", "receipt-label-entry", entry);
        let decided = receipt.decision.iter().flat_map(|one| of_decision(words, one));
        facts.extend(decided.map(|row| Fact {
            key: format!("decision {}", row.label),
            part_of: None,
            value: plain_at_most(format!("{} {}", row.value, row.note).trim(), MAX_TEXT),
            label: row.label,
        }));
        Read { value: state, facts, ..empty() }
    }
}

/// A document of which nothing is known yet.
pub(super) const fn empty() -> Read {
    Read {
        value: String::new(),
        detail: String::new(),
        dated: None,
        signer: String::new(),
        prev: None,
        signed: CheckState::Unknown,
        adds_up: CheckState::Unknown,
        facts: Vec::new(),
    }
}

const fn state_key(state: ReceiptState) -> &'static str {
    match state {
        ReceiptState::Received => "receipt-event-received",
        ReceiptState::UnderReview => "receipt-event-review",
        ReceiptState::Accepted => "receipt-event-accepted",
        ReceiptState::Refused => "receipt-event-refused",
        ReceiptState::Decided => "receipt-event-decided",
        ReceiptState::Rejected => "receipt-event-rejected",
        ReceiptState::Withdrawn => "receipt-event-withdrawn",
    }
}

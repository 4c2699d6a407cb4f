//! Any two statements, side by side.

use super::book_name;
use super::moved::Story;
use crate::App;
use crate::changes;
use crate::error::{AppError, ErrorKind};
use crate::holdings::{Holdings, Opened};
use crate::home;
use crate::view::story::{ComparedStatement, StatementChoice, StatementComparisonView};
use crate::words::Words;
use standing_model::ids::MembershipId;
use standing_model::rulebook::Rulebooks;
use standing_model::statement::Statement;
use standing_model::time::{Date, UnixTime};
use standing_rules::moved::Side;

/// One of the two, and its rulebooks if they are on this phone.
struct Compared<'a> {
    opened: &'a Opened,
    statement: &'a Statement,
    books: Option<Rulebooks>,
}

impl App {
    /// Two statements of a membership, in whichever order they are named.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] for the same statement twice; [`ErrorKind::NotFound`] for one that
    /// is not on this phone, or if the later one's rulebook is not; [`ErrorKind::Untrusted`] for
    /// one that does not verify; [`ErrorKind::Storage`].
    pub fn compare_statements(
        &self,
        membership: &MembershipId,
        one: u32,
        other: u32,
    ) -> Result<StatementComparisonView, AppError> {
        let (words, now) = (self.words(), self.now());
        if one == other {
            return Err(words.error(ErrorKind::Invalid, "same-statement", &[]));
        }
        let (earlier, later) = (one.min(other), one.max(other));
        let (holdings, opened) = self.holdings_with(membership, |tx, holdings| {
            let open = |n| holdings.open(tx, &self.memo, n);
            Ok((open(earlier)?, open(later)?))
        })?;
        let compared = |opened| self.compared(&holdings, opened);
        let (earlier, later) = (compared(opened.0.as_ref())?, compared(opened.1.as_ref())?);
        let none = || words.error(ErrorKind::NotFound, "no-rulebook", &[]);
        let books = later.books.clone().ok_or_else(none)?;
        Ok(Pair { holdings: &holdings, earlier, later, books, words, now }.view())
    }

    fn compared<'a>(
        &self,
        holdings: &Holdings,
        opened: Option<&'a Opened>,
    ) -> Result<Compared<'a>, AppError> {
        let words = self.words();
        let none = || words.error(ErrorKind::NotFound, "no-statement", &[]);
        let opened = opened.ok_or_else(none)?;
        let statement = opened.verdict.as_ref().map(|verified| verified.payload());
        let statement = statement
            .map_err(|error| self.explain_trust(error, &holdings.authority_name(words)))?;
        Ok(Compared { opened, statement, books: holdings.rulebooks(statement) })
    }
}

struct Pair<'a> {
    holdings: &'a Holdings,
    earlier: Compared<'a>,
    later: Compared<'a>,
    /// The later one's.
    books: Rulebooks,
    words: Words,
    now: UnixTime,
}

impl Pair<'_> {
    fn view(&self) -> StatementComparisonView {
        let (words, earlier, later) = (self.words, &self.earlier, &self.later);
        let moved = self.earlier.books.as_ref().map(|old| {
            let before = Side { statement: earlier.statement, rulebooks: old };
            let after = Side { statement: later.statement, rulebooks: &self.books };
            Story { before, after, words }.present()
        });
        let moved_empty = match &moved {
            None => words.say("compare-no-rulebook", &[("n", earlier.statement.seq.into())]),
            Some(moved) if moved.all.is_empty() => words.say("compare-other-unit", &[]),
            Some(moved) if moved.rows.is_empty() => words.say("story-not-moved", &[]),
            Some(_) => String::new(),
        };
        let moved = moved.unwrap_or_default();
        let (before, after) = (earlier.statement, later.statement);
        let changes = changes::rows(self.holdings, before, after, &self.books, words);
        StatementComparisonView {
            membership: self.holdings.id.clone(),
            heading: self.heading(&moved.all),
            earlier: self.side(earlier),
            later: self.side(later),
            moved_title: words.say("compare-moved", &[]),
            moved_all: moved.all,
            moved: moved.rows,
            moved_empty,
            changes_title: words.say("compare-changes", &[]),
            changes_empty: match changes.is_empty() {
                true => words.say("compare-nothing", &[]),
                false => String::new(),
            },
            changes,
            statements: self.statements(),
        }
    }

    /// What does not verify cannot be compared.
    fn statements(&self) -> Vec<StatementChoice> {
        let held = self.holdings.statements.iter().rev();
        let choice = |n: u32, day: Date| {
            let args = [("seq", n.into()), ("date", self.words.date(day).into())];
            StatementChoice { seq: n, name: self.words.say("compare-statement", &args) }
        };
        held.filter_map(|one| Some(choice(one.n, one.verdict.as_ref().ok()?.period.to))).collect()
    }

    /// "From 63 to 82"; the numbers of the statements where the scores cannot be compared.
    fn heading(&self, moved: &str) -> String {
        let (words, earlier, later) = (self.words, &self.earlier, &self.later);
        if moved.is_empty() {
            let seq = |one: &Compared<'_>| one.statement.seq.to_string().into();
            return words.say("compare-heading", &[("a", seq(earlier)), ("b", seq(later))]);
        }
        let args = [("from", self.score(earlier).into()), ("to", self.score(later).into())];
        words.say("story-heading", &args)
    }

    fn score(&self, one: &Compared<'_>) -> String {
        let scale = one.books.as_ref().map(|books| &books.as_of(one.statement.period.to).scale);
        scale.map(|scale| self.words.score(one.statement.score, scale)).unwrap_or_default()
    }

    fn side(&self, one: &Compared<'_>) -> ComparedStatement {
        let (words, statement) = (self.words, one.statement);
        let book = one.books.as_ref().map(|books| books.as_of(statement.period.to));
        ComparedStatement {
            seq: statement.seq,
            name: words.say("statement-title", &[("seq", statement.seq.into())]),
            day: words.date(statement.period.to),
            score: self.score(one),
            tier: book
                .map(|book| home::tier_name(book, &statement.tier, words))
                .unwrap_or_default(),
            rulebook: book.map(|book| book_name(book, words)).unwrap_or_default(),
            state: self.holdings.judge(one.opened, self.now).state().into(),
        }
    }
}

//! Two to four businesses side by side, in words. Nothing is counted together or ordered: offices
//! judge different things.

use super::snapshot::{About, Snapshot, Standing};
use crate::App;
use crate::error::{AppError, ErrorKind};
use crate::view::CheckState;
use crate::view::businesses::BusinessView;
use crate::view::comparison::{
    ComparedCell, ComparedItem, ComparedRow, ComparedSection, ComparisonView,
};
use standing_model::business::Uscc;
use standing_store::StoreError;

/// Businesses side by side at most.
const MOST: usize = 4;

/// A business, what the registers say of it, and its page.
struct Column {
    about: About,
    page: BusinessView,
}

impl App {
    /// Up to four businesses side by side, by their codes. Nothing is kept or sent. With fewer than
    /// two it says what to do.
    ///
    /// # Errors
    /// `Invalid` for what is no code, for one that is named twice and for more than four;
    /// `NotFound` without a register; `Storage`.
    pub fn compare(&self, codes: &[String]) -> Result<ComparisonView, AppError> {
        let words = self.words();
        let codes: Vec<Uscc> =
            codes.iter().map(|code| self.code(code)).collect::<Result<_, _>>()?;
        if codes.len() > MOST {
            return Err(words.error(ErrorKind::Invalid, "compare-full", &[("most", MOST.into())]));
        }
        let twice = |at: usize, code: &Uscc| codes.iter().take(at).any(|other| other == code);
        if codes.iter().enumerate().any(|(at, code)| twice(at, code)) {
            return Err(words.error(ErrorKind::Invalid, "compare-twice", &[]));
        }
        let (snapshot, abouts) = self.registers_with(|tx, snapshot| {
            let about = |code| snapshot.read_about(tx, code);
            codes.iter().map(about).collect::<Result<Vec<_>, StoreError>>()
        })?;
        let columns = codes.iter().zip(abouts);
        let columns: Vec<Column> = columns
            .map(|(code, about)| Column { page: snapshot.business(code, &about), about })
            .collect();
        let say = |key: &str| words.say(key, &[]);
        let todo = match columns.len() {
            0 => say("compare-two"),
            1 => say("compare-one"),
            _ => String::new(),
        };
        let sections = if todo.is_empty() { snapshot.sections(&columns) } else { Vec::new() };
        Ok(ComparisonView {
            businesses: columns.iter().map(|one| one.page.card.clone()).collect(),
            sections,
            todo,
            full: columns.len() == MOST,
            note: say("compare-note"),
            note_text: say("compare-note-text"),
        })
    }
}

impl Snapshot {
    fn sections(&self, columns: &[Column]) -> Vec<ComparedSection> {
        let say = |key: &str| self.words.say(key, &[]);
        let row = |label: String, cell: &dyn Fn(&Column) -> (CheckState, Vec<ComparedItem>)| {
            let cells = columns.iter().map(|column| {
                let (state, items) = cell(column);
                ComparedCell { business: column.page.card.name.clone(), state, items }
            });
            ComparedRow { label, cells: cells.collect() }
        };
        let listed = |red: bool| {
            let label = say(if red { "tag-red" } else { "tag-black" });
            row(label, &|column| self.listed(column, red))
        };
        let mut looked_at = vec![row(say("code-check"), &|column| {
            let check = column.page.code_checks.first();
            let value = check.map(|check| check.value.clone()).unwrap_or_default();
            (CheckState::Holds, vec![sentence(value)])
        })];
        for (at, label) in self.looked_at().into_iter().enumerate() {
            looked_at.push(row(label, &|column| {
                // The first sentence of a business that nobody knows is about all registers.
                let skip = usize::from(!column.about.is_known());
                let line = column.page.verdicts.get(at + skip);
                line.map_or((CheckState::Unknown, Vec::new()), |line| {
                    (line.state, vec![sentence(line.text.clone())])
                })
            }));
        }
        vec![
            ComparedSection {
                title: say("compare-listings"),
                rows: vec![listed(false), listed(true)],
            },
            ComparedSection { title: say("compare-looked-at"), rows: looked_at },
        ]
    }

    /// Each register and each list that the person relies on, in the order of the verdicts.
    fn looked_at(&self) -> Vec<String> {
        let mut names = Vec::new();
        for register in self.relied() {
            names.push(register.row.index.publisher.get(self.words.0));
            let listers = Self::listers(register);
            names.extend(listers.map(|(lister, _)| lister.names.get(self.words.0)));
        }
        names
    }

    /// Listings of lists in date: one of a list that is out of date leaves the comparison, and
    /// nobody knows.
    fn listed(&self, column: &Column, red: bool) -> (CheckState, Vec<ComparedItem>) {
        let ours = |one: &&Standing| one.in_date && one.listing.list_type.is_red() == red;
        let listings = column.about.standing.iter().filter(ours);
        let mut items: Vec<ComparedItem> = listings.map(|one| self.compared_listing(one)).collect();
        let verdicts = &column.page.verdicts;
        let known = verdicts.iter().all(|line| line.state != CheckState::Unknown);
        if items.is_empty() {
            let key = if known { "compare-none" } else { "tag-unknown" };
            items.push(sentence(self.words.say(key, &[])));
        }
        (if known { CheckState::Holds } else { CheckState::Unknown }, items)
    }

    fn compared_listing(&self, standing: &Standing) -> ComparedItem {
        let view = self.listing(standing);
        let reply = if view.replied {
            self.words.say("compare-reply", &[("reply", view.reply.into())])
        } else {
            view.reply
        };
        let class = (!standing.listing.list_type.is_red()).then(|| {
            let class = self.words.say(super::listing::class_name(standing.listing.severity), &[]);
            self.words.say("compare-class", &[("class", class.into())])
        });
        let decided = ("date", self.words.date(standing.listing.decision_date).into());
        let decided = self.words.say("compare-decided", &[decided]);
        let lines = class.into_iter().chain([view.tag.detail, decided, view.state, reply]);
        ComparedItem { text: view.conduct, lines: lines.collect() }
    }
}

const fn sentence(text: String) -> ComparedItem {
    ComparedItem { text, lines: Vec::new() }
}

//! A case file: the ledger as a page that anybody can read, and the signed originals beside it.
//!
//! The page proves nothing; `standing check` reads the originals, and says which times are this
//! phone's own.

use std::collections::BTreeSet;
use std::path::Path;

use super::page::Page;
use super::query::Found;
use super::writer::Writer;
use crate::App;
use crate::error::{AppError, ErrorKind};
use crate::holdings::Holdings;
use crate::memo::Memo;
use crate::records::{Archive, to_new_file};
use crate::view::told::{CaseFileView, ToldTarget};
use crate::words::{Language, Words};
use standing_model::case_file::{CASE_FILE, CaseFile, PhoneTime};
use standing_model::ids::{Hash, MembershipId};
use standing_model::message::Notice;
use standing_model::series::SeriesKind;
use standing_model::time::{Date, UnixTime};
use standing_store::{StoreError, Tx};

/// The page in the archive.
const PAGE: &str = "case.html";

/// A signed document as it came.
pub(crate) struct Original {
    pub series: SeriesKind,
    pub n: u32,
    pub compact: String,
    pub stored_at: UnixTime,
    /// What it says, if it is a letter that verifies.
    pub letter: Option<Notice>,
}

impl Original {
    /// One of a series; none if it is not on this phone.
    pub fn read(
        tx: &Tx<'_>,
        holdings: &Holdings,
        memo: &Memo,
        (series, n): (SeriesKind, u32),
    ) -> Result<Option<Self>, StoreError> {
        let Some(document) = tx.document(series, &holdings.id, n)? else { return Ok(None) };
        let letter = match series {
            SeriesKind::Notices => holdings.open_letter(tx, memo, n)?,
            SeriesKind::Statements | SeriesKind::Receipts => None,
        };
        let letter = letter.map(|letter| letter.payload().clone());
        let (compact, stored_at) = (document.compact, document.stored_at);
        Ok(Some(Self { series, n, compact, stored_at, letter }))
    }

    /// When it reached this phone.
    pub fn phone_time(&self) -> PhoneTime {
        PhoneTime { document: self.hash(), reached_at: self.stored_at }
    }

    /// `notices/00001.jws`.
    pub fn file(&self) -> String {
        format!("{}/{:05}.jws", self.series.name(), self.n)
    }

    pub fn hash(&self) -> Hash {
        Hash::of(self.compact.as_bytes())
    }
}

impl App {
    /// Writes what is known of whether the person was told of something to a new file: one page in
    /// both languages, and the signed originals. `standing check` reads it. The file is not
    /// encrypted: whoever made it room deletes it.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for what is in no statement on this phone; [`ErrorKind::Storage`] if
    /// the file is there already or cannot be written, and nothing is left of it then.
    pub fn case_file(
        &self,
        membership: &MembershipId,
        target: &ToldTarget,
        file: &Path,
    ) -> Result<CaseFileView, AppError> {
        let (words, now) = (self.words(), self.now());
        let (holdings, found) = self.holdings_with(membership, |tx, holdings| {
            let Some(found) = Found::read(tx, holdings, &self.memo, target)? else {
                return Ok(None);
            };
            let originals = originals(tx, holdings, &self.memo, &found)?;
            Ok(Some((found, originals)))
        })?;
        let none = || words.error(ErrorKind::NotFound, "not-in-any-statement", &[]);
        let (found, originals) = found.ok_or_else(none)?;
        let today = holdings.today(now);
        let view = |language| {
            Writer { holdings: &holdings, found: &found, words: Words(language), today }
                .view(target)
        };
        let languages = match words.0 {
            Language::English => [Language::English, Language::Chinese],
            Language::Chinese => [Language::Chinese, Language::English],
        };
        let parts = languages.map(|language| (language, view(language)));
        let page = Page { holdings: &holdings, originals: &originals, today }.html(&parts);
        let written = to_new_file(file, |out| fill(out, &page, &originals));
        written.map_err(|error| self.explain_store(&error))?;
        Ok(view_of("case-done", originals.len(), today, words))
    }
}

/// What would be in the case file.
pub(super) fn contents(
    holdings: &Holdings,
    found: &Found,
    day: Date,
    words: Words,
) -> CaseFileView {
    view_of("case-inside", numbers(holdings, found).len(), day, words)
}

fn view_of(key: &str, documents: usize, day: Date, words: Words) -> CaseFileView {
    let text = words.say(key, &[("documents", documents.into())]);
    CaseFileView { file_name: format!("standing-case-{day}.zip"), text }
}

/// The statements in which it came and was changed, the newest of all, and every letter about it.
fn numbers(holdings: &Holdings, found: &Found) -> Vec<(SeriesKind, u32)> {
    let newest = holdings.newest().map(|held| held.n);
    let traced = found.traces.iter().flat_map(|trace| {
        let moved = trace.moves.iter().map(|(_, n, _)| *n);
        std::iter::once(trace.first).chain(moved).chain(trace.gone_by)
    });
    let listed = found.runs().iter().flat_map(|run| std::iter::once(run.first).chain(run.ended_in));
    let statements: BTreeSet<u32> = traced.chain(listed).chain(newest).collect();
    let about = |n: &&crate::holdings::Letter| {
        n.notice().is_some_and(|notice| found.is_about(&notice.about))
    };
    let letters = holdings.letters.iter().filter(about).map(|letter| letter.n);
    let statements = statements.into_iter().map(|n| (SeriesKind::Statements, n));
    statements.chain(letters.map(|n| (SeriesKind::Notices, n))).collect()
}

fn originals(
    tx: &Tx<'_>,
    holdings: &Holdings,
    memo: &Memo,
    found: &Found,
) -> Result<Vec<Original>, StoreError> {
    let mut originals = Vec::new();
    for at in numbers(holdings, found) {
        originals.extend(Original::read(tx, holdings, memo, at)?);
    }
    Ok(originals)
}

fn fill(out: &mut std::fs::File, page: &str, originals: &[Original]) -> Result<(), StoreError> {
    let mut archive = Archive::new(Some(out));
    archive.add(PAGE, page.as_bytes())?;
    let times = originals.iter().map(Original::phone_time).collect();
    archive.add_json(CASE_FILE, &CaseFile::new(times, Vec::new()))?;
    for original in originals {
        archive.add(&original.file(), original.compact.as_bytes())?;
    }
    archive.finish().map(drop)
}

//! A case as one file for somebody who helps: a summary in large type, the whole course of it, and
//! every signed original, so that nobody has to believe the page.

use std::collections::BTreeSet;
use std::path::Path;

use super::export_page::CasePage;
use super::letter::letter_of;
use super::page::Page;
use super::read::{Chain, Link, Wanted};
use crate::App;
use crate::error::AppError;
use crate::holdings::{Holdings, Opened};
use crate::memo::Memo;
use crate::records::{Archive, Snapshot, photos, record_json, to_new_file};
use crate::told::Original;
use crate::view::cases::{CaseLetterKind, LetterSender};
use crate::view::told::CaseFileView;
use crate::words::{Language, Words};
use standing_model::case_file::{CASE_FILE, CaseFile, HandedIn, PhoneTime};
use standing_model::ids::{Hash, MembershipId};
use standing_model::rulebook::storage_key;
use standing_model::series::SeriesKind;
use standing_store::{StoreError, Tx};

/// The page in the archive.
const PAGE: &str = "case.html";

/// The letter in the archive.
const LETTER: &str = "letter.html";

/// What goes into the archive beside the page.
pub(super) struct Contents {
    /// Statements and notices, as they came.
    pub originals: Vec<Original>,
    /// Each record with its receipts, as it is exported alone.
    pub records: Vec<RecordFile>,
    /// Rulebooks, byte for byte as they were published.
    books: Vec<(String, Vec<u8>)>,
    hand_ins: Vec<HandedIn>,
    receipt_times: Vec<PhoneTime>,
}

/// A record of the case.
pub(super) struct RecordFile {
    /// `records/00007`.
    pub name: String,
    json: String,
    pub photos: Vec<Vec<u8>>,
    /// The receipts over it.
    pub receipts: u32,
}

impl App {
    /// Writes a case to a new file for somebody who helps: one page in both languages that begins
    /// with a summary in large type, the letter, and the signed originals with the photos.
    /// `standing check` reads it. The file is not encrypted: whoever made it room deletes it.
    ///
    /// # Errors
    /// `NotFound` for a case that is not this membership's; `Storage` if the file is there already
    /// or cannot be written, and nothing is left of it then.
    pub fn export_case(
        &self,
        membership: &MembershipId,
        id: i64,
        file: &Path,
    ) -> Result<CaseFileView, AppError> {
        let (mut cases, contents) =
            self.cases_with(membership, Wanted::Of(id), |tx, snapshot, holdings, chains| {
                let chain = chains.first();
                let read = Reading { tx, snapshot, holdings, memo: &self.memo };
                chain.map(|chain| read.contents(chain)).transpose()
            })?;
        let contents = contents.ok_or_else(|| self.no_case())?;
        let words = cases.words();
        let today = cases.snapshot.today();
        let (kind, sender) = (CaseLetterKind::Request, LetterSender::default());
        let chain = cases.chains.first();
        let letter = chain.and_then(|chain| letter_of(&cases, chain, kind, &sender));
        let letter = letter.map(|letter| letter.html).unwrap_or_default();
        let mut page = CasePage::new(&contents, today);
        for language in both(words.0) {
            cases.snapshot.words = Words(language);
            let chain = cases.chains.first().ok_or_else(|| self.no_case())?;
            let authority = cases.snapshot.authority_name();
            let view = chain
                .with_state(&cases.snapshot, |found| Page { cases: &cases, chain, found }.view());
            page.part(Words(language), &authority, &view);
        }
        let page = page.html();
        let written = to_new_file(file, |out| fill(out, &page, &letter, &contents));
        written.map_err(|error| self.explain_store(&error))?;
        let args = [("documents", contents.documents().into())];
        Ok(CaseFileView {
            file_name: format!("standing-case-{today}.zip"),
            text: words.say("case-export-done", &args),
        })
    }
}

impl Contents {
    /// Signed documents, receipts among them.
    fn documents(&self) -> u32 {
        let originals = u32::try_from(self.originals.len()).unwrap_or(u32::MAX);
        let receipts = self.records.iter().map(|one| one.receipts);
        receipts.fold(originals, u32::saturating_add)
    }
}

struct Reading<'a> {
    tx: &'a Tx<'a>,
    snapshot: &'a Snapshot,
    holdings: &'a Holdings,
    memo: &'a Memo,
}

impl Reading<'_> {
    fn contents(&self, chain: &Chain) -> Result<Contents, StoreError> {
        let mut statements: BTreeSet<u32> = BTreeSet::new();
        statements.extend(chain.facts.as_ref().and_then(|facts| facts.seq));
        statements.extend(self.holdings.newest().map(|held| held.n));
        let before = chain.before.as_ref().and_then(Opened::payload);
        statements.extend(before.map(|one| one.seq));
        let mut notices: BTreeSet<u32> = BTreeSet::new();
        let facts = chain.facts.iter().flat_map(|facts| &facts.letters);
        notices.extend(facts.map(|letter| letter.n));
        for link in &chain.links {
            notices.extend(link.letters(self.holdings).map(|(n, _)| n));
        }
        let statements = statements.into_iter().map(|n| (SeriesKind::Statements, n));
        let notices = notices.into_iter().map(|n| (SeriesKind::Notices, n));
        let mut originals = Vec::new();
        for (series, n) in statements.chain(notices) {
            originals.extend(Original::read(self.tx, self.holdings, self.memo, (series, n))?);
        }
        let records = chain.links.iter().map(|link| self.record(link));
        let hand_ins = chain.links.iter().filter_map(|link| link.hand_in);
        let receipts = chain.links.iter().flat_map(|link| &link.row.item.receipts);
        Ok(Contents {
            originals,
            records: records.collect::<Result<_, _>>()?,
            books: self.books()?,
            hand_ins: hand_ins
                .map(|one| HandedIn { record: one.record, on: one.on, photo: one.photo })
                .collect(),
            receipt_times: receipts
                .map(|one| PhoneTime {
                    document: Hash::of(one.compact.as_bytes()),
                    reached_at: one.kept_at,
                })
                .collect(),
        })
    }

    fn record(&self, link: &Link) -> Result<RecordFile, StoreError> {
        let evidence = link.row.item.record()?.evidence;
        let json = record_json(&self.snapshot.membership, &link.row, evidence, Vec::new())?;
        Ok(RecordFile {
            name: format!("records/{:05}", link.row.id),
            json,
            photos: photos(self.tx, link.row.id)?,
            receipts: u32::try_from(link.row.item.receipts.len()).unwrap_or(u32::MAX),
        })
    }

    /// The versions that the newest statement lists.
    fn books(&self) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let newest = self.holdings.newest().and_then(|held| held.verdict.as_ref().ok());
        let listed = newest.map(|brief| brief.rulebooks.as_slice()).unwrap_or_default();
        let mut books = Vec::new();
        for book in listed {
            let trust = self.snapshot.membership.trust;
            let bytes = self.tx.public_file(trust, &storage_key(book.sha256))?;
            books.extend(bytes.map(|bytes| (format!("rulebooks/{:05}.json", book.version), bytes)));
        }
        Ok(books)
    }
}

fn fill(
    out: &mut std::fs::File,
    page: &str,
    letter: &str,
    contents: &Contents,
) -> Result<(), StoreError> {
    let mut archive = Archive::new(Some(out));
    archive.add(PAGE, page.as_bytes())?;
    archive.add(LETTER, letter.as_bytes())?;
    let times = contents.originals.iter().map(Original::phone_time);
    let times = times.chain(contents.receipt_times.iter().copied()).collect();
    archive.add_json(CASE_FILE, &CaseFile::new(times, contents.hand_ins.clone()))?;
    for original in &contents.originals {
        archive.add(&original.file(), original.compact.as_bytes())?;
    }
    for record in &contents.records {
        archive.add(&format!("{}.json", record.name), record.json.as_bytes())?;
        for (n, photo) in (1..).zip(&record.photos) {
            archive.add(&format!("{}-{n}.jpg", record.name), photo)?;
        }
    }
    for (name, bytes) in &contents.books {
        archive.add(name, bytes)?;
    }
    archive.finish().map(drop)
}

/// Both languages, this one first.
const fn both(language: Language) -> [Language; 2] {
    match language {
        Language::English => [Language::English, Language::Chinese],
        Language::Chinese => [Language::Chinese, Language::English],
    }
}

//! Businesses: search, one business, a scanned text, adding a register. Look-up is for
//! organisations only, works with no network, and sends nothing.

mod listing;
mod recent;
mod registers;
mod shelf;
#[cfg(test)]
mod tests;
mod verdict;

use super::view::businesses::{
    BusinessCard, BusinessView, ListingTag, RegisterView, ScanKind, ScanView, SearchView, TagKind,
};
use super::view::{CheckState, KeyValue};
use super::words::{Arg, Words};
use super::{App, explain};
use crate::error::{AppError, ErrorKind};
use shelf::{Register, Shelf};
use standing_client::SyncError;
use standing_client::transport::host_of;
use standing_client::watch::Watch;
use standing_model::business::{Uscc, UsccError};
use standing_model::gtin::GtinError;
use standing_model::link::{Fingerprint, Purpose};
use standing_model::scan::{self, ScanError, Scanned};
use standing_model::text::{plain, plain_at_most};
use standing_store::search::Query;
use standing_store::{Found, OrganisationRow, RootPurpose};

/// Answers shown at once.
const SHOWN: usize = 50;

impl App {
    /// Searches by pieces of a name, or by a business's code typed anyhow.
    ///
    /// # Errors
    /// `Invalid` for what is shaped like a resident number, which is neither kept nor searched, and
    /// for a code with a wrong character; `NotFound` without a register; `Storage`.
    pub fn search(&self, text: &str) -> Result<SearchView, AppError> {
        let words = self.words();
        let typed = scan::read(text);
        if let Err(
            error @ (ScanError::ResidentNumber | ScanError::TooLong(_) | ScanError::Business(_)),
        ) = &typed
        {
            return Err(unreadable(words, error));
        }
        let shelf = self.shelf()?;
        let found = match (typed, Query::of(text)) {
            (Ok(Scanned::Business(code)), _) => {
                let rows = shelf.organisations(self, &code)?;
                Found {
                    meant: u64::try_from(rows.len()).unwrap_or(u64::MAX),
                    rows,
                    ..Found::default()
                }
            }
            (_, Some(query)) => self.read_register(|tx| tx.search(&query, SHOWN))?,
            (_, None) => Found::default(),
        };
        let rows: Result<Vec<_>, AppError> =
            found.rows.iter().map(|row| Ok(shelf.business(self, row)?.card)).collect();
        let near: Vec<_> = found.near.iter().map(|row| shelf.card(row, Vec::new())).collect();
        let say_if = |yes: bool, key: &str, args: &[Arg<'_>]| {
            if yes { words.say(key, args) } else { String::new() }
        };
        Ok(SearchView {
            query: plain_at_most(text.trim(), 200),
            empty: say_if(found.rows.is_empty() && near.is_empty(), "search-empty", &[]),
            more_text: say_if(found.more > 0, "search-more", &[("n", found.more.into())]),
            rows: rows?,
            found: u32::try_from(found.meant).unwrap_or(u32::MAX),
            near,
            more: u32::try_from(found.more).unwrap_or(u32::MAX),
            searched: shelf.searched(),
        })
    }

    /// One business, by its code typed anyhow. Opening it is remembered among the recent ones.
    ///
    /// # Errors
    /// As [`Self::search`]; a code that is not in the register is no error, but *unknown*.
    pub fn business(&self, uscc: &str) -> Result<BusinessView, AppError> {
        let code: Uscc =
            uscc.parse().map_err(|error| unreadable(self.words(), &ScanError::Business(error)))?;
        let shelf = self.shelf()?;
        match shelf.organisations(self, &code)?.first() {
            Some(row) => {
                self.remember(&shelf, &code);
                shelf.business(self, row)
            }
            None => Ok(shelf.stranger(&code)),
        }
    }

    /// Says what a scanned or typed text is. Nothing is opened, kept or sent.
    ///
    /// # Errors
    /// `Invalid` if it is nothing that this app looks up, a resident number first of all.
    pub fn scan(&self, text: &str) -> Result<ScanView, AppError> {
        let words = self.words();
        let none = String::new;
        match scan::read(text).map_err(|error| unreadable(words, &error))? {
            Scanned::Business(code) => Ok(ScanView {
                kind: ScanKind::Business,
                text: words.say("scan-business", &[("code", code.grouped().into())]),
                uscc: code.as_str().to_owned(),
                gtin: none(),
                link: none(),
            }),
            Scanned::Link(link) => Ok(ScanView {
                kind: ScanKind::Link,
                text: words.say("scan-link", &[("host", host_of(&link.repo).into())]),
                uscc: none(),
                gtin: none(),
                link: text.trim().to_owned(),
            }),
            Scanned::Product(gtin) => {
                let licensee = self.read_register(|tx| tx.licensee(gtin.prefixes()))?;
                let number = gtin.to_string();
                let uscc = licensee.map(|one| one.uscc.as_str().to_owned());
                let (kind, key) = match uscc {
                    Some(_) => (ScanKind::Product, "scan-product"),
                    None => (ScanKind::UnknownProduct, "scan-product-unknown"),
                };
                let text = words.say(key, &[("gtin", number.as_str().into())]);
                Ok(ScanView {
                    kind,
                    uscc: uscc.unwrap_or_default(),
                    gtin: number,
                    link: none(),
                    text,
                })
            }
        }
    }

    /// Adds the register that a link names: fetches its root, compares the fingerprint, pins it,
    /// and fetches what it has. Nothing about the person is sent.
    ///
    /// # Errors
    /// `Invalid` for a link that is none or leads to an authority, `Untrusted` for another root or
    /// data that cannot be believed, `Unreachable`, `Storage`.
    pub async fn add_register(&self, link: &str) -> Result<RegisterView, AppError> {
        let words = self.words();
        let link = self.parse_link(link)?;
        if link.purpose != Purpose::Register {
            return Err(words.error(ErrorKind::Invalid, "link-foreign", &[]));
        }
        let trust = self.pin(&link, RootPurpose::Register).await?;
        let data = self.public_data()?;
        let done = data.refresh_register(trust, &Alone).await;
        self.keep_notes()?;
        let host = host_of(&link.repo);
        done.map_err(|error: SyncError| explain::sync(words, &error, &host))?;
        let mut registers = self.shelf()?.registers.into_iter();
        let register = registers.find(|one| one.row.trust == trust);
        let index = register.map(|one| one.row.index).ok_or_else(|| no_register(words))?;
        Ok(RegisterView {
            publisher: index.publisher.get(words.0),
            region: index.region.get(words.0),
            fingerprint: Fingerprint::of(&trust).grouped(),
            text: registers::holds(words, &index),
        })
    }

    fn read_register<T>(
        &self,
        read: impl FnOnce(&standing_store::RegisterTx<'_>) -> Result<T, standing_store::StoreError>,
    ) -> Result<T, AppError> {
        self.store()?.read_register(read).map_err(|error| self.explain_store(&error))
    }
}

/// Nobody waits for it and nobody stops it: it is begun by the person, who watches.
struct Alone;

impl Watch for Alone {
    fn fetched(&self, _path: &str, _bytes: u64, _of: u64) {}

    fn stopped(&self) -> bool {
        false
    }
}

impl Shelf {
    fn organisations(&self, app: &App, code: &Uscc) -> Result<Vec<OrganisationRow>, AppError> {
        app.read_register(|tx| tx.organisations(code))
    }

    /// A business as its register and every list of it say.
    fn business(&self, app: &App, row: &OrganisationRow) -> Result<BusinessView, AppError> {
        let code = &row.organisation.uscc;
        let Some(register) = self.registers.iter().find(|one| one.row.id == row.register) else {
            return Ok(self.stranger(code));
        };
        let listings = app.read_register(|tx| tx.listings(row.register, code))?;
        let standing = self.standing(register, listings);
        let (verdict, verdict_text) = self.verdict(register, &standing);
        let mut tags: Vec<ListingTag> = standing.iter().map(|one| self.listing(one).tag).collect();
        if tags.is_empty() {
            tags.push(self.no_listing(verdict));
        }
        Ok(BusinessView {
            card: self.card(row, tags),
            code_checks: self.code_checks(code),
            verdict,
            verdict_text,
            listings: standing.iter().map(|one| self.listing(one)).collect(),
            lists: self.lists(register),
        })
    }

    fn card(&self, row: &OrganisationRow, tags: Vec<ListingTag>) -> BusinessCard {
        let OrganisationRow { organisation, .. } = row;
        BusinessCard {
            uscc: organisation.uscc.as_str().to_owned(),
            code: organisation.uscc.grouped(),
            name: plain(&organisation.name),
            translated: plain(organisation.name_en.as_deref().unwrap_or_default()),
            region: organisation.region.get(self.words.0),
            tags,
        }
    }

    fn no_listing(&self, verdict: CheckState) -> ListingTag {
        let (kind, key) = match verdict {
            CheckState::Holds => (TagKind::NotListed, "tag-not-listed"),
            CheckState::Unknown | CheckState::Fails => (TagKind::Unknown, "tag-unknown"),
        };
        ListingTag { kind, text: self.words.say(key, &[]), detail: String::new() }
    }

    /// "Unknown: not in this register" is another thing than "no listing".
    fn stranger(&self, code: &Uscc) -> BusinessView {
        let text = self.words.say("verdict-stranger", &[]);
        BusinessView {
            card: BusinessCard {
                uscc: code.as_str().to_owned(),
                code: code.grouped(),
                name: String::new(),
                translated: String::new(),
                region: String::new(),
                tags: vec![ListingTag {
                    kind: TagKind::Unknown,
                    text: text.clone(),
                    detail: String::new(),
                }],
            },
            code_checks: self.code_checks(code),
            verdict: CheckState::Unknown,
            verdict_text: text,
            listings: Vec::new(),
            lists: self.registers.iter().flat_map(|register| self.lists(register)).collect(),
        }
    }

    /// The code as a whole, and its organisation code: "a wrong one: warn only".
    fn code_checks(&self, code: &Uscc) -> Vec<KeyValue> {
        let whole = if code.check_holds() { "code-check-holds" } else { "code-check-old" };
        let organisation = if code.organisation_check_holds() {
            "code-organisation-holds"
        } else {
            "code-organisation-old"
        };
        let row = |label: &str, value: &str, note: String| KeyValue {
            label: self.words.say(label, &[]),
            value: self.words.say(value, &[]),
            note,
        };
        let mut rows = vec![
            row("code-check", whole, String::new()),
            row("code-organisation", organisation, String::new()),
        ];
        if code.is_individual_business() {
            let note = self.words.say("code-individual-note", &[]);
            rows.push(row("code-kind", "code-individual", note));
        }
        rows
    }
}

fn no_register(words: Words) -> AppError {
    words.error(ErrorKind::NotFound, "no-register", &[])
}

/// Why a text is nothing that this app looks up. Nothing of the text is repeated.
fn unreadable(words: Words, error: &ScanError) -> AppError {
    let say = |code: &str, args: &[Arg<'_>]| words.error(ErrorKind::Invalid, code, args);
    match error {
        ScanError::ResidentNumber | ScanError::Business(UsccError::ResidentNumber) => {
            say("resident-number", &[])
        }
        ScanError::TooLong(n) => {
            say("scan-too-long", &[("n", (*n).into()), ("most", scan::MAX_SCANNED.into())])
        }
        ScanError::Link(_) => say("link-foreign", &[]),
        ScanError::Nothing => say("scan-nothing", &[]),
        ScanError::SeveralBusinesses(n) => say("scan-several", &[("n", (*n).into())]),
        ScanError::Product(GtinError::Length { got }) => {
            say("gtin-length", &[("n", (*got).into())])
        }
        ScanError::Product(GtinError::Digit { position }) => {
            say("gtin-digit", &[("position", (*position).into())])
        }
        ScanError::Product(GtinError::Check { .. }) => say("gtin-check", &[]),
        ScanError::Business(UsccError::Length { got }) => {
            say("uscc-length", &[("n", (*got).into())])
        }
        ScanError::Business(UsccError::Character { position }) => {
            say("uscc-character", &[("position", (*position).into())])
        }
        ScanError::Business(UsccError::Check { expected }) => {
            say("uscc-check", &[("expected", expected.to_string().into())])
        }
    }
}

impl App {
    fn shelf(&self) -> Result<Shelf, AppError> {
        let (words, now, zone) = (self.words(), self.now(), self.here());
        let roots = self.read(|tx| tx.roots())?;
        let registers = self.read_register(|tx| {
            let rows = tx.registers()?.into_iter();
            rows.map(|row| Ok((tx.lists(row.id)?, row))).collect::<Result<Vec<_>, _>>()
        })?;
        let registers: Vec<Register> = registers
            .into_iter()
            .filter_map(|(lists, row)| {
                let root = roots.iter().find(|root| root.trust == row.trust)?;
                // "The worse of the wall clock and the signed floor": whichever is later.
                let now = now.max(root.signed_floor);
                Some(Register { row, lists, checked_at: root.checked_at, now, zone })
            })
            .collect();
        if registers.is_empty() {
            return Err(no_register(words));
        }
        Ok(Shelf { registers, words, wall: now })
    }
}

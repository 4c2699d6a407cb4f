//! Businesses: search, one business, a scanned text. Look-up is for
//! organisations only, works with no network, and sends nothing.

mod answers;
mod compare;
mod history;
mod letters;
mod listing;
mod recent;
mod registers;
mod remedy;
mod snapshot;
#[cfg(test)]
mod tests;
mod verdict;
mod watch;

use super::view::businesses::{
    BusinessCard, BusinessView, ListingTag, ScanKind, ScanView, SearchView, TagKind, VerdictLine,
};
use super::view::{CheckState, KeyValue};
use super::words::{Arg, Words};
use super::{App, alarms, holdings, latest, working_days};
use crate::error::{AppError, ErrorKind};
pub(crate) use registers::asking;
use snapshot::{About, Register, Snapshot};
use standing_client::transport::host_of;
use standing_model::business::{Uscc, UsccError, one_sign_off};
use standing_model::gtin::{Gtin, GtinError};
use standing_model::register::Product;
use standing_model::scan::{self, ScanError, Scanned};
use standing_model::text::{normalized, plain, plain_at_most};
use standing_model::time::UnixTime;
use standing_store::search::Query;
use standing_store::{Found, OrganisationRow, PinnedRoot, RegisterTx, StoreError, Tx};

/// Answers shown at once.
const SHOWN: usize = 50;

impl App {
    /// Searches by pieces of a name, or by a business's code typed anyhow.
    ///
    /// # Errors
    /// `Invalid` for what is shaped like a resident number, which is neither kept nor searched, and
    /// for a code with a wrong character, unless a register has one that differs in that alone;
    /// `NotFound` without a register; `Storage`.
    pub fn search(&self, text: &str) -> Result<SearchView, AppError> {
        let words = self.words();
        let (typed, damaged) = match typed(words, text) {
            Ok(typed) => (typed, None),
            Err(refused) => match one_sign_off(text) {
                meant if meant.is_empty() => return Err(refused),
                meant => (None, Some((refused, meant))),
            },
        };
        let (query, gtin) = match &typed {
            // Also a company that no register has, if a list names it.
            Some(Scanned::Business(code)) => (Ok(code.clone()), None),
            Some(Scanned::Product(gtin)) => (Err(None), Some(gtin)),
            _ if damaged.is_some() => (Err(None), None),
            _ => (Err(Query::of(text)), None),
        };
        let found = self.registers_with(|tx, snapshot| {
            let licensee = gtin.map(|gtin| tx.licensee(gtin.prefixes())).transpose()?;
            let product = gtin.zip(licensee);
            let product = product.map(|(gtin, whom)| product_view(words, gtin, whom, text));
            let mut hits = Hits::read(tx, snapshot, &query)?;
            if let Some((_, meant)) = &damaged {
                hits.close = snapshot.near_codes(tx, meant)?;
            }
            Ok((hits, product))
        });
        match (found, damaged) {
            (Ok((_, (hits, _))), Some((refused, _))) if hits.close.is_empty() => Err(refused),
            (Err(_), Some((refused, _))) => Err(refused),
            (found, _) => {
                let (snapshot, (hits, product)) = found?;
                Ok(snapshot.answers(text, hits, product))
            }
        }
    }

    /// One business, by its code typed anyhow. Changes nothing: [`Self::note_lookup`] notes that the
    /// person opened it.
    ///
    /// # Errors
    /// As [`Self::search`]; a code that no register has is no error, but *unknown*.
    pub fn business(&self, uscc: &str) -> Result<BusinessView, AppError> {
        let code = self.code(uscc)?;
        let year = self.now().day_in(self.here()).year();
        let besides = |tx: &Tx<'_>| {
            let watched = tx.watched()?.iter().any(|one| one.uscc == code);
            let calendars = working_days::of_registers(tx, year)?;
            let letters = tx.listing_letters()?;
            Ok((watched, calendars, holdings::alarms_of_none(tx)?, letters))
        };
        let (mut snapshot, about, (watched, calendars, alarms, letters)) =
            self.all_registers_with(|tx, snapshot, _| snapshot.read_about(tx, &code), besides)?;
        for register in &mut snapshot.registers {
            let own = calendars.iter().filter(|(trust, _)| *trust == register.row.trust);
            register.calendars = own.map(|(_, calendar)| calendar.clone()).collect();
        }
        if snapshot.registers.is_empty() {
            return Err(no_register(snapshot.words));
        }
        let alarms = alarms::pressing_of_none(alarms.iter(), self.here(), snapshot.words);
        let letters = letters::rows(&letters, &code, snapshot.words);
        Ok(BusinessView { watched, alarms, letters, ..snapshot.business(&code, &about) })
    }

    /// Says what a scanned or typed text is. Nothing is opened, kept or sent.
    ///
    /// # Errors
    /// `Invalid` if it is nothing that this app looks up, a resident number first of all.
    pub fn scan(&self, text: &str) -> Result<ScanView, AppError> {
        let words = self.words();
        let none = String::new;
        match scan::read(text).map_err(|error| explain_scan(words, &error))? {
            Scanned::Business(code) => Ok(ScanView {
                kind: ScanKind::Business,
                text: words.say("scan-business", &[("code", code.grouped().into())]),
                uscc: code.as_str().to_owned(),
                gtin: none(),
                link: none(),
                sign: None,
            }),
            Scanned::Link(link) => Ok(ScanView {
                kind: ScanKind::Link,
                text: words.say("scan-link", &[("host", host_of(&link.repo).into())]),
                uscc: none(),
                gtin: none(),
                link: text.trim().to_owned(),
                sign: None,
            }),
            Scanned::Signed(compact) => {
                let sign = self.door_sign(&compact)?;
                Ok(ScanView {
                    kind: ScanKind::DoorSign,
                    text: sign.title.clone(),
                    uscc: none(),
                    gtin: none(),
                    link: none(),
                    sign: Some(sign),
                })
            }
            Scanned::Product(gtin) => {
                let licensee = self.read_register(|tx| tx.licensee(gtin.prefixes()))?;
                Ok(product_view(words, &gtin, licensee, text))
            }
        }
    }
}

/// What was typed, if it is more than pieces of a name.
fn typed(words: Words, text: &str) -> Result<Option<Scanned>, AppError> {
    match scan::read(text) {
        Err(
            error @ (ScanError::ResidentNumber | ScanError::TooLong(_) | ScanError::Business(_)),
        ) => Err(explain_scan(words, &error)),
        typed => Ok(typed.ok()),
    }
}

/// A product's number, and to whom it is licensed. `text` is what was scanned or typed.
fn product_view(words: Words, gtin: &Gtin, licensee: Option<Product>, text: &str) -> ScanView {
    let number = gtin.to_string();
    // The longer the prefix, the fewer goods it can be of.
    let digits = licensee.as_ref().map_or(0, |one| one.prefix.len());
    let uscc = licensee.map(|one| one.uscc.as_str().to_owned());
    let (kind, key) = match uscc {
        Some(_) => (ScanKind::Product, "scan-product"),
        None => (ScanKind::UnknownProduct, "scan-product-unknown"),
    };
    let mut said =
        vec![words.say(key, &[("gtin", number.as_str().into()), ("digits", digits.into())])];
    // Eight digits that are short for more are never another product without a word.
    let text = normalized(text);
    let text = text.trim();
    let bars = text.strip_prefix(']').and_then(|rest| rest.get(2..));
    let short: String = bars.unwrap_or(text).chars().filter(char::is_ascii_digit).collect();
    if short.len() == 8 && number.len() != 8 {
        let args = [("short", short.into()), ("gtin", number.as_str().into())];
        said.push(words.say("scan-upc-e", &args));
    }
    let (link, uscc) = (String::new(), uscc.unwrap_or_default());
    ScanView { kind, uscc, gtin: number, link, text: words.sentences(&said), sign: None }
}

/// A code, and what the registers say of it.
type Hit = (Uscc, About);

/// What a search found.
#[derive(Default)]
struct Hits {
    rows: Vec<Hit>,
    /// Found by their sound only.
    sound: Vec<Hit>,
    found: Found,
    /// Their codes differ in one sign from a code that no register has.
    close: Vec<BusinessCard>,
}

impl Hits {
    /// By a code, or by pieces of a name; nothing for a text without any.
    fn read(
        tx: &RegisterTx<'_>,
        snapshot: &Snapshot,
        query: &Result<Uscc, Option<Query>>,
    ) -> Result<Self, StoreError> {
        let query = match query {
            Ok(code) => {
                let about = snapshot.read_about(tx, code)?;
                let known = about.is_known();
                let found = Found { meant: known.into(), ..Found::default() };
                let close = match known || code.check_holds() {
                    true => Vec::new(),
                    false => snapshot.near_codes(tx, &one_sign_off(code.as_str()))?,
                };
                let rows = known.then(|| (code.clone(), about)).into_iter().collect();
                return Ok(Self { rows, found, close, sound: Vec::new() });
            }
            Err(None) => return Ok(Self::default()),
            Err(Some(query)) => query,
        };
        let found = tx.search(query, SHOWN)?;
        let hit = |row: &OrganisationRow| {
            let code = row.organisation.uscc.clone();
            let about = snapshot.read_about(tx, &code)?;
            Ok((code, about))
        };
        let hits =
            |rows: &[OrganisationRow]| rows.iter().map(hit).collect::<Result<_, StoreError>>();
        let (rows, sound) = (hits(&found.rows)?, hits(&found.sound)?);
        Ok(Self { rows, sound, found, close: Vec::new() })
    }
}

fn len<T>(rows: &[T]) -> u64 {
    u64::try_from(rows.len()).unwrap_or(u64::MAX)
}

impl Snapshot {
    /// What a search found, for the screen.
    fn answers(&self, text: &str, hits: Hits, product: Option<ScanView>) -> SearchView {
        let words = self.words;
        let Hits { rows, sound, found, close } = hits;
        let cards = |hits: Vec<Hit>| -> Vec<BusinessCard> {
            hits.iter().map(|(code, about)| self.business(code, about).card).collect()
        };
        let (rows, sound) = (cards(rows), cards(sound));
        let near = found.near.iter().map(|row| self.near(row)).chain(close);
        let near: Vec<BusinessCard> = near.collect();
        let nothing = rows.is_empty() && near.is_empty() && sound.is_empty();
        let more = found.more.saturating_add(found.sounds).saturating_sub(len(&sound));
        let say_if = |yes: bool, key: &str, args: &[Arg<'_>]| {
            if yes { words.say(key, args) } else { String::new() }
        };
        SearchView {
            query: plain_at_most(text.trim(), 200),
            empty: say_if(nothing && product.is_none(), "search-empty", &[]),
            product,
            more_text: say_if(more > 0, "search-more", &[("n", more.into())]),
            rows,
            found: u32::try_from(found.meant).unwrap_or(u32::MAX),
            near,
            sound,
            sounds: u32::try_from(found.sounds).unwrap_or(u32::MAX),
            more: u32::try_from(more).unwrap_or(u32::MAX),
            searched: self.searched(),
        }
    }

    /// A business as every register and every list say.
    fn business(&self, code: &Uscc, about: &About) -> BusinessView {
        let verdicts = self.verdicts(about);
        let known = Self::all_known(&verdicts);
        let mut tags: Vec<ListingTag> =
            about.standing.iter().map(|one| self.listing(one).tag).collect();
        if tags.is_empty() {
            tags.push(self.no_listing(known));
        }
        let (verdict_text, verdicts) = if about.is_known() {
            let said: Vec<String> = verdicts.iter().map(|line| line.text.clone()).collect();
            (self.words.sentences(&said), verdicts)
        } else {
            let text = self.words.say("verdict-stranger", &[]);
            let line = VerdictLine { state: CheckState::Unknown, text: text.clone() };
            (text, [vec![line], verdicts].concat())
        };
        BusinessView {
            card: self.card(code, about, tags),
            code_checks: self.code_checks(code),
            verdicts,
            verdict_text,
            listings: about.standing.iter().map(|one| self.listing(one)).collect(),
            others: self.others(about),
            lists: self.relied().flat_map(|register| self.lists(register)).collect(),
            letters: Vec::new(),
            alarms: Vec::new(),
            watched: false,
        }
    }

    fn card(&self, code: &Uscc, about: &About, tags: Vec<ListingTag>) -> BusinessCard {
        let row = about.organisations.first();
        let card = row.map(|row| self.near(row)).unwrap_or_else(|| BusinessCard {
            uscc: code.as_str().to_owned(),
            code: code.grouped(),
            name: about.name(),
            translated: String::new(),
            region: String::new(),
            tags: Vec::new(),
        });
        BusinessCard { tags, ..card }
    }

    /// An organisation without tags: "near matches show no verdict until tapped".
    fn near(&self, row: &OrganisationRow) -> BusinessCard {
        let OrganisationRow { organisation, .. } = row;
        BusinessCard {
            uscc: organisation.uscc.as_str().to_owned(),
            code: organisation.uscc.grouped(),
            name: plain(&organisation.name),
            translated: plain(organisation.name_en.as_deref().unwrap_or_default()),
            region: organisation.region.get(self.words.0),
            tags: Vec::new(),
        }
    }

    /// Those of these codes that a register has.
    fn near_codes(
        &self,
        tx: &RegisterTx<'_>,
        codes: &[Uscc],
    ) -> Result<Vec<BusinessCard>, StoreError> {
        let mut near = Vec::new();
        for code in codes {
            let about = self.read_about(tx, code)?;
            near.extend(about.organisations.first().map(|row| self.near(row)));
        }
        Ok(near)
    }

    fn no_listing(&self, known: bool) -> ListingTag {
        let (kind, key) = if known {
            (TagKind::NotListed, "tag-not-listed")
        } else {
            (TagKind::Unknown, "tag-unknown")
        };
        ListingTag { kind, text: self.words.say(key, &[]), detail: String::new() }
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
#[must_use]
pub fn explain_scan(words: Words, error: &ScanError) -> AppError {
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
    /// The registers on this phone, and what else a screen shows of them, all of one moment.
    ///
    /// # Errors
    /// `NotFound` without a register; `Storage`.
    fn registers_with<T>(
        &self,
        more: impl FnOnce(&RegisterTx<'_>, &Snapshot) -> Result<T, StoreError>,
    ) -> Result<(Snapshot, T), AppError> {
        let more = |tx: &RegisterTx<'_>, snapshot: &Snapshot, (): &()| more(tx, snapshot);
        let (snapshot, more, ()) = self.all_registers_with(more, |_| Ok(()))?;
        if snapshot.registers.is_empty() {
            return Err(no_register(snapshot.words));
        }
        Ok((snapshot, more))
    }

    /// The same, also without a register, and with what the other database says.
    fn all_registers_with<T, U>(
        &self,
        more: impl FnOnce(&RegisterTx<'_>, &Snapshot, &U) -> Result<T, StoreError>,
        besides: impl FnOnce(&Tx<'_>) -> Result<U, StoreError>,
    ) -> Result<(Snapshot, T, U), AppError> {
        let (words, wall) = (self.words(), self.now());
        let (roots, noted, besides) =
            self.read(|tx| Ok((tx.roots()?, latest::noted(tx)?, besides(tx)?)))?;
        self.read_register(|tx| {
            let registers = read_registers(tx, &roots, noted, wall)?;
            let snapshot = Snapshot { registers, roots, words, wall };
            let more = more(tx, &snapshot, &besides)?;
            Ok((snapshot, more, besides))
        })
    }
}

fn read_registers(
    tx: &RegisterTx<'_>,
    roots: &[PinnedRoot],
    noted: Option<UnixTime>,
    wall: UnixTime,
) -> Result<Vec<Register>, StoreError> {
    let mut registers = Vec::new();
    for row in tx.registers()? {
        let Some(root) = roots.iter().find(|root| root.trust == row.trust) else { continue };
        let lists = tx.lists(row.id)?;
        let now = latest::of_register(wall, noted, root, &row.index);
        let (checked_at, calendars) = (root.checked_at, Vec::new());
        registers.push(Register { row, lists, checked_at, now, calendars });
    }
    Ok(registers)
}

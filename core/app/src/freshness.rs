//! How fresh everything is, each thing by its own dates; never green over something stale.
//!
//! "Freshness holds only if both agree": each row takes the latest of the wall clock, the phone's
//! own notes and the newest time signed under its trust root.

mod clock;
mod registers;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::App;
use super::businesses;
use super::holdings::Holdings;
use super::latest;
use super::memo::Memo;
use super::refused::{self, RefusedCalendar};
use super::view::CheckState;
use super::view::freshness::{FreshKind, FreshRow, FreshnessView};
use super::words::{Arg, Words};
use crate::error::AppError;
use standing_client::transport::host_of;
use standing_model::calendar::CalendarError;
use standing_model::ids::{Hash, TrustId};
use standing_model::listing::ListIndex;
use standing_model::register::RegisterIndex;
use standing_model::rulebook::RulebookError;
use standing_model::text::plain;
use standing_model::time::{UnixTime, ZoneOffset};
use standing_store::{MembershipState, PinnedRoot, RootPurpose, StoreError, Tx};
use standing_verify::verdict::freshness::{HeadAge, TrustList, head_age, is_past, trust_list};

const DAY: i64 = 86_400;

impl App {
    /// How fresh everything on this phone is.
    ///
    /// # Errors
    /// [`ErrorKind::Storage`](crate::error::ErrorKind::Storage);
    /// [`ErrorKind::NotFound`](crate::error::ErrorKind::NotFound) once everything was erased.
    pub fn freshness(&self) -> Result<FreshnessView, AppError> {
        let (words, now) = (self.words(), self.now());
        let registers = match self.store()?.read_register(registers::read) {
            // A damaged file is rebuilt by the next sync: until then there is none.
            Err(StoreError::Corrupt(_)) => Vec::new(),
            read => read.map_err(|error| self.explain_store(&error))?,
        };
        let snapshot =
            Snapshot { registers, ..self.read(|tx| Snapshot::read(tx, &self.memo, now))? };
        let presenter = Presenter { words, now, here: self.here(), snapshot: &snapshot };
        let mut rows = Vec::new();
        for held in &snapshot.held {
            rows.extend([presenter.statements(held), presenter.rulebook(held)]);
            rows.extend(held.refused.iter().map(|one| presenter.calendar(one)));
        }
        rows.extend(snapshot.roots.iter().map(|root| presenter.trust_list(root)));
        rows.extend(snapshot.registers.iter().flat_map(|register| presenter.register(register)));
        rows.push(presenter.clock());
        let stale = rows.iter().filter(|row| row.state != CheckState::Holds).count();
        let (key, state) = match stale {
            0 => ("fresh-all", CheckState::Holds),
            _ => ("fresh-some", CheckState::Unknown),
        };
        let args = [("stale", stale.into()), ("n", rows.len().into())];
        Ok(FreshnessView { state, text: words.say(key, &args), rows })
    }
}

/// Everything on this phone that grows old.
#[derive(Default)]
struct Snapshot {
    held: Vec<Held>,
    roots: Vec<PinnedRoot>,
    /// Version and hash of what each root's publisher signed last.
    editions: BTreeMap<TrustId, (u64, Hash)>,
    registers: Vec<Register>,
    /// The latest time that the phone itself wrote down.
    noted: Option<UnixTime>,
    /// Registers of which a large update waits, and its bytes.
    asking: Vec<(TrustId, u64)>,
}

struct Held {
    trust: TrustId,
    holdings: Arc<Holdings>,
    refused: Vec<RefusedCalendar>,
}

/// A register, its lists, and until when each is good by its signatures.
struct Register {
    trust: TrustId,
    index: RegisterIndex,
    good_until: UnixTime,
    lists: Vec<(ListIndex, UnixTime)>,
}

impl Snapshot {
    fn read(tx: &Tx<'_>, memo: &Memo, now: UnixTime) -> Result<Self, StoreError> {
        let mut held = Vec::new();
        for membership in tx.memberships()? {
            let active = membership.state == MembershipState::Active;
            let Some(holdings) = Holdings::read(tx, &membership.id, memo)?.filter(|_| active)
            else {
                continue;
            };
            let (trust, today) = (membership.trust, holdings.latest(now).day_in(holdings.zone()));
            let refused = refused::calendars(tx, trust, &holdings.authority, today)?;
            held.push(Held { trust, holdings, refused });
        }
        let (roots, registers) = (tx.roots()?, Vec::new());
        let mut editions = BTreeMap::new();
        for root in &roots {
            let state = match tx.metadata_state(root.trust) {
                Err(StoreError::Corrupt(_)) => None,
                state => Some(state?),
            };
            let edition = state.and_then(|state| state.edition());
            editions.extend(edition.map(|edition| (root.trust, edition)));
        }
        let (noted, asking) = (latest::noted(tx)?, businesses::asking(tx)?);
        Ok(Self { held, roots, editions, registers, noted, asking })
    }
}

/// 144 bits of a hash in groups that can be read aloud: whoever signs both contents could make
/// shorter ones alike.
fn mark(hash: &Hash) -> String {
    let text: Vec<char> = hash.to_string().chars().take(24).collect();
    text.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

struct Presenter<'a> {
    words: Words,
    now: UnixTime,
    /// The phone's own zone.
    here: ZoneOffset,
    snapshot: &'a Snapshot,
}

impl Presenter<'_> {
    /// The latest time that this phone has reason to believe, under one trust root: what an
    /// authority under it signs speaks for that authority alone.
    fn latest(&self, trust: TrustId) -> UnixTime {
        let floors = self.snapshot.roots.iter().filter(|root| root.trust == trust);
        let registers = self.snapshot.registers.iter().filter(|register| register.trust == trust);
        // The publisher's own date: a list's counts for that list alone.
        let public = registers.map(|register| register.index.issued_at);
        let signed = floors.map(|root| root.signed_floor).chain(public);
        signed.chain(self.snapshot.noted).max().map_or(self.now, |latest| latest.max(self.now))
    }

    fn statements(&self, held: &Held) -> FreshRow {
        let (words, Held { holdings, .. }) = (self.words, held);
        let authority = holdings.authority_name(words);
        let name = words.say("fresh-statements", &[("authority", authority.as_str().into())]);
        let authority = ("authority", authority.into());
        let ask = Some("fresh-ask");
        let Some((head, arrived)) = &holdings.head else {
            return self.row(FreshKind::Statements, name, "fresh-never-asked", ask, &[authority]);
        };
        let latest = holdings.latest(self.now);
        let lasts_days = holdings.authority.head_lasts_days;
        let age = head_age(head, lasts_days, self.now, latest);
        let good_until = head.iat.plus(i64::from(lasts_days) * DAY);
        let here = holdings.statements.iter().filter(|one| one.verdict.is_ok()).count();
        let args = [
            authority,
            ("here", here.into()),
            ("of", head.statements.n.into()),
            ("ago", words.ago(*arrived, latest).into()),
            ("until", words.date(good_until.day_in(holdings.zone())).into()),
        ];
        let all = u32::try_from(here) == Ok(head.statements.n);
        let (detail, todo) = match age {
            HeadAge::Old { .. } => ("fresh-statements-old", ask),
            HeadAge::Ahead { .. } => ("fresh-statements-ahead", Some("fresh-clock-set")),
            HeadAge::InDate { .. } if all => ("fresh-statements-all", None),
            HeadAge::InDate { .. } => ("fresh-statements-gap", ask),
        };
        self.row(FreshKind::Statements, name, detail, todo, &args)
    }

    /// A rulebook does not age by itself: the trust list says which version is in use.
    fn rulebook(&self, held: &Held) -> FreshRow {
        let (words, Held { trust, holdings, .. }) = (self.words, held);
        let authority = holdings.authority_name(words);
        let name = words.say("fresh-rulebook", &[("authority", authority.as_str().into())]);
        let statement = holdings.newest().and_then(|held| held.verdict.as_ref().ok());
        let by = statement.map(|brief| holdings.newest_version(brief));
        let is_here = statement.is_some_and(|brief| holdings.rulebooks_of(brief).is_some());
        let latest = holdings.latest(self.now);
        let version = |version: u32| version.to_string().into();
        let mut args = vec![
            ("authority", authority.into()),
            ("now", version(holdings.authority.rulebook.version)),
            ("ago", words.ago(holdings.keys_checked_at, latest).into()),
        ];
        let ask = Some("fresh-ask");
        if let Some(error) = &holdings.book_refused {
            args.push(("reason", words.unusable_rulebook(error).into()));
            let todo = Some(todo(matches!(error, RulebookError::LaterFormat(_))));
            return self.row(FreshKind::Rulebook, name, "fresh-rulebook-refused", todo, &args);
        }
        let Some(by) = by else {
            return self.row(FreshKind::Rulebook, name, "fresh-rulebook-none", ask, &args);
        };
        args.push(("version", version(by.version)));
        let mut root = self.snapshot.roots.iter().filter(|root| root.trust == *trust);
        let listed = root.any(|root| !is_past(root.good_until, latest));
        let named = &holdings.authority.rulebook;
        let is_named = by == *named;
        let (detail, todo) = match (is_here, listed, is_named) {
            (false, ..) => ("fresh-rulebook-missing", ask),
            (true, false, _) => ("fresh-rulebook-old", ask),
            (true, true, false) => ("fresh-rulebook-newer", None),
            (true, true, true) => ("fresh-rulebook-same", None),
        };
        self.row(FreshKind::Rulebook, name, detail, todo, &args)
    }

    fn calendar(&self, refused: &RefusedCalendar) -> FreshRow {
        let words = self.words;
        let RefusedCalendar { region, year, error, is_held } = refused;
        let args = [
            ("region", region.as_str().into()),
            ("year", year.to_string().into()),
            ("reason", words.unusable_calendar(error).into()),
        ];
        let name = words.say("fresh-calendar", &args);
        let detail = if *is_held { "fresh-calendar-held" } else { "fresh-calendar-refused" };
        let todo = Some(todo(matches!(error, CalendarError::Later(_))));
        self.row(FreshKind::Calendar, name, detail, todo, &args)
    }

    fn trust_list(&self, root: &PinnedRoot) -> FreshRow {
        let (words, latest) = (self.words, self.latest(root.trust));
        let host = host_of(&root.repo);
        let key = match root.purpose {
            RootPurpose::Authority => "fresh-trust-authority",
            RootPurpose::Register => "fresh-trust-register",
        };
        let names: Vec<String> = (self.snapshot.held.iter())
            .filter(|held| held.trust == root.trust)
            .map(|held| held.holdings.authority_name(words))
            .collect();
        let who = if names.is_empty() { plain(&host) } else { words.row(&names) };
        let name = words.say(key, &[("who", who.into())]);
        let args = [
            ("authority", host.into()),
            ("ago", words.ago(root.checked_at, latest).into()),
            ("until", words.date(root.good_until.day_in(self.here)).into()),
        ];
        let ask = Some("fresh-ask");
        let (detail, todo) = match trust_list(root.checked_at, root.good_until, latest) {
            TrustList::NeverChecked => ("fresh-never-asked", ask),
            TrustList::Old => ("fresh-trust-old", ask),
            TrustList::InDate => ("fresh-trust-good", None),
        };
        let mut row = self.row(FreshKind::TrustList, name, detail, todo, &args);
        if let Some((version, hash)) = self.snapshot.editions.get(&root.trust) {
            let mark = mark(hash);
            let args = [("version", version.to_string().into()), ("mark", mark.into())];
            let edition = words.say("fresh-trust-edition", &args);
            row.detail = words.sentences(&[row.detail, edition]);
        }
        row
    }

    /// A sentence's attribute `.word` is the row's word. What does not hold says what to do.
    fn row(
        &self,
        kind: FreshKind,
        name: String,
        detail: &str,
        todo: Option<&str>,
        args: &[Arg<'_>],
    ) -> FreshRow {
        let words = self.words;
        FreshRow {
            kind,
            state: if todo.is_some() { CheckState::Unknown } else { CheckState::Holds },
            name,
            detail: words.say(detail, args),
            word: words.attribute(detail, "word", &[]),
            todo: todo.map(|todo| words.say(todo, args)).unwrap_or_default(),
            update: String::new(),
        }
    }
}

/// What to do about a file that was refused.
const fn todo(is_later: bool) -> &'static str {
    if is_later { "fresh-refused-update" } else { "fresh-refused-ask" }
}

#[cfg(test)]
mod tests;

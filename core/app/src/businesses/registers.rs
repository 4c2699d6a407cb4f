//! The registers on this phone: adding one, removing one, and what each holds.

use std::sync::atomic::Ordering;

use super::no_register;
use super::snapshot::Snapshot;
use crate::error::{AppError, ErrorKind};
use crate::sync::{AtWork, Watching};
use crate::view::businesses::{RegisterRow, RegisterView, RegistersView};
use crate::view::sync::Fetch;
use crate::words::Words;
use crate::{App, Stop, alarms, explain, holdings};
use standing_client::SyncError;
use standing_client::transport::host_of;
use standing_model::ids::TrustId;
use standing_model::link::{Fingerprint, Purpose};
use standing_model::register::RegisterIndex;
use standing_model::time::{UnixTime, ZoneOffset};
use standing_store::{PinnedRoot, RegisterRow as Row, RootPurpose, StoreError, Tx};

/// Registers on one phone at most.
const MOST: usize = 8;

impl App {
    /// Adds the register that a link names: fetches its root, compares the fingerprint, fetches
    /// what it has, and only then pins it. `relied` is the person's answer: what a register says
    /// that is not relied on is told below, and gives no name and no tag. Nothing about the person
    /// is sent.
    ///
    /// # Errors
    /// `Invalid` for a link that is not one or leads to an authority, `Refused` if there are eight
    /// already, or (`asks-first`) if it is larger than what `fetch` allows, `Untrusted` for another root or data that cannot be believed, `Unreachable`, also
    /// if it was stopped, `Storage`, also if a sync is at work. Nothing is kept then.
    pub async fn add_register(
        &self,
        link: &str,
        relied: bool,
        fetch: Fetch,
        stop: &Stop,
    ) -> Result<RegisterView, AppError> {
        let words = self.words();
        let link = self.parse_link(link)?;
        if link.purpose != Purpose::Register {
            return Err(words.error(ErrorKind::Invalid, "link-foreign", &[]));
        }
        let _at_work = self.at_work()?;
        self.check_room(link.fingerprint)?;
        let before = self.reliance_on(link.fingerprint)?;
        // What changed before the person's own change is news.
        self.notice_watched()?;
        let watching = Watching { stop, fetch };
        let added = self.public_data_until(stop)?.add_register(&link, relied, &watching).await;
        self.keep_notes()?;
        let host = host_of(&link.repo);
        let trust = added.map_err(|error| match (error, before) {
            (SyncError::Stopped, None) => words.error(ErrorKind::Unreachable, "add-stopped", &[]),
            (error, _) => explain::sync(words, &error, &host),
        })?;
        if before == Some(relied) {
            // It was only brought up to date.
            self.notice_watched()?;
        } else {
            self.accept_watched()?;
        }
        let (snapshot, ()) = self.registers_with(|_, _| Ok(()))?;
        let register = snapshot.registers.iter().find(|one| one.row.trust == trust);
        let row = register.map(|one| &one.row).ok_or_else(|| no_register(words))?;
        Ok(RegisterView {
            publisher: row.index.publisher.get(words.0),
            region: row.index.region.get(words.0),
            fingerprint: Fingerprint::of(&trust).grouped(),
            text: holds(&snapshot, row),
            reliance: reliance(words, relied),
        })
    }

    /// Removes a register by its fingerprint, with everything that this phone keeps of it. It is
    /// not asked again.
    ///
    /// # Errors
    /// `NotFound` if there is no such register; `Storage`, also if a sync is at work.
    pub fn remove_register(&self, fingerprint: &str) -> Result<(), AppError> {
        let _at_work = self.at_work()?;
        let root = self.register_root(fingerprint)?;
        self.notice_watched()?;
        let removed = self.public_data()?.remove_register(root.trust);
        removed.map_err(|error| explain::sync(self.words(), &error, &host_of(&root.repo)))?;
        self.accept_watched()
    }

    /// Keeps whether the person relies on a register, by its fingerprint. Nothing is fetched or
    /// sent.
    ///
    /// # Errors
    /// `NotFound` if there is no such register; `Untrusted` if another one that is relied on names
    /// the same authority; `Storage`, also if a sync is at work. Then it is as it was.
    pub fn rely_on_register(
        &self,
        fingerprint: &str,
        relied: bool,
    ) -> Result<RegistersView, AppError> {
        let _at_work = self.at_work()?;
        let root = self.register_root(fingerprint)?;
        self.notice_watched()?;
        let kept = self.public_data()?.rely_on_register(root.trust, relied);
        kept.map_err(|error| explain::sync(self.words(), &error, &host_of(&root.repo)))?;
        self.accept_watched()?;
        self.registers()
    }

    pub(crate) fn register_root(&self, fingerprint: &str) -> Result<PinnedRoot, AppError> {
        let mut roots = self.read(|tx| tx.roots())?.into_iter();
        let named = |root: &PinnedRoot| {
            root.purpose == RootPurpose::Register
                && Fingerprint::of(&root.trust).grouped() == fingerprint
        };
        roots.find(named).ok_or_else(|| no_register(self.words()))
    }

    /// Whether the person relies on a register; none if it is not on this phone.
    fn reliance_on(&self, register: Fingerprint) -> Result<Option<bool>, AppError> {
        self.read(|tx| {
            let roots = tx.roots()?;
            let known = roots.iter().find(|root| Fingerprint::of(&root.trust) == register);
            known.map(|root| tx.relied(root.trust)).transpose()
        })
    }

    /// One piece of work on public data after another: two would write the same files.
    pub(crate) fn at_work(&self) -> Result<AtWork<'_>, AppError> {
        if self.syncing.swap(true, Ordering::SeqCst) {
            return Err(self.words().error(ErrorKind::Storage, "busy", &[]));
        }
        Ok(AtWork(self))
    }

    fn check_room(&self, new: Fingerprint) -> Result<(), AppError> {
        let roots = self.read(|tx| tx.roots())?;
        let registers = roots.iter().filter(|root| root.purpose == RootPurpose::Register);
        let others: Vec<TrustId> = registers.map(|root| root.trust).collect();
        let known = others.iter().any(|trust| Fingerprint::of(trust) == new);
        if known || others.len() < MOST {
            return Ok(());
        }
        Err(self.words().error(ErrorKind::Refused, "registers-full", &[("most", MOST.into())]))
    }

    /// The registers that were added to this phone, in the order of adding. One whose data have
    /// not arrived is among them.
    ///
    /// # Errors
    /// `Storage`.
    pub fn registers(&self) -> Result<RegistersView, AppError> {
        let words = self.words();
        let (snapshot, (), (alarms, asking)) = self.all_registers_with(
            |_, _, _| Ok(()),
            |tx| Ok((holdings::alarms_of_none(tx)?, asking(tx)?)),
        )?;
        let roots = snapshot.roots.iter().filter(|root| root.purpose == RootPurpose::Register);
        let row = |root: &PinnedRoot| {
            let about = alarms.iter().filter(|alarm| alarm.kept.trust == root.trust);
            let alarms = alarms::pressing_of_none(about, self.here(), words);
            let asks = asking.iter().find(|(trust, _)| *trust == root.trust);
            let asks_first = asks.map(|(_, bytes)| asks_first(words, *bytes)).unwrap_or_default();
            RegisterRow { alarms, asks_first, ..row(words, root, &snapshot, self.here()) }
        };
        let rows: Vec<RegisterRow> = roots.map(row).collect();
        let empty =
            if rows.is_empty() { no_register(words).problem.happened } else { String::new() };
        Ok(RegistersView { rows, empty })
    }
}

fn row(words: Words, root: &PinnedRoot, snapshot: &Snapshot, zone: ZoneOffset) -> RegisterRow {
    let here = snapshot.registers.iter().find(|one| one.row.trust == root.trust);
    let here = here.map(|register| (snapshot, &register.row));
    let host = host_of(&root.repo);
    let index: Option<&RegisterIndex> = here.map(|(_, row)| &row.index);
    let (publisher, region) = match index {
        Some(index) => (index.publisher.get(words.0), index.region.get(words.0)),
        None => (host.clone(), String::new()),
    };
    RegisterRow {
        publisher,
        region,
        host,
        fingerprint: Fingerprint::of(&root.trust).grouped(),
        added: added(words, root.pinned_at, zone),
        text: here.map_or_else(
            || words.say("register-waits", &[]),
            |(snapshot, row)| holds(snapshot, row),
        ),
        reliance: here.map(|(_, row)| reliance(words, row.relied)).unwrap_or_default(),
        relied: here.is_some_and(|(_, row)| row.relied),
        asks_first: String::new(),
        alarms: Vec::new(),
    }
}

/// Registers of which an update waits for the person or for another network, and its bytes.
pub(crate) fn asking(tx: &Tx<'_>) -> Result<Vec<(TrustId, u64)>, StoreError> {
    let roots = tx.roots()?.into_iter().filter(|root| root.purpose == RootPurpose::Register);
    let sizes = roots.map(|root| Ok((root.trust, tx.asks_first(root.trust)?)));
    let sizes: Result<Vec<_>, StoreError> = sizes.collect();
    Ok(sizes?.into_iter().filter(|(_, bytes)| *bytes > 0).collect())
}

/// "An update of 18 MB waits for Wi-Fi or another network without data charges."
fn asks_first(words: Words, bytes: u64) -> String {
    words.say("register-asks-first", &[("size", words.size(bytes).into())])
}

/// "2,000 businesses, lists of 3 authorities."
fn holds(snapshot: &Snapshot, row: &Row) -> String {
    let index = &row.index;
    let rows = index.organisations.table().rows;
    let args = [("rows", rows.into()), ("lists", index.listers.len().into())];
    snapshot.with_left_out(snapshot.words.say("register-holds", &args), row.left_out)
}

/// Whether the person relies on it.
fn reliance(words: Words, relied: bool) -> String {
    words.say(if relied { "register-relied" } else { "register-not-relied" }, &[])
}

/// A register of a time before additions were dated has no day.
fn added(words: Words, at: UnixTime, zone: ZoneOffset) -> String {
    if at == UnixTime::default() {
        return String::new();
    }
    words.say("register-added-on", &[("date", words.date(at.day_in(zone)).into())])
}

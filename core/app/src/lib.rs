//! The door: use cases, one view for each screen, words in two languages.
//!
//! Bindings and the resident's command line call [`App`], never the store or the network. A use
//! case is a method in the file of its feature; a private one takes a [`MembershipId`].

mod alarms;
mod authorities;
mod briefs;
mod businesses;
mod cases;
mod changes;
mod checks;
mod door_sign;
pub mod error;
mod explain;
mod forecast;
mod freshness;
mod help;
mod holdings;
mod home;
mod html;
mod join;
mod latest;
mod leave;
mod ledger;
mod letters;
mod memo;
mod network;
mod people;
mod perks;
mod records;
mod refused;
mod remedies;
mod rulebook;
mod settings;
mod statement;
mod story;
mod sync;
#[cfg(test)]
mod testing;
mod told;
pub mod view;
mod waiting;
pub mod words;
mod working_days;

pub use businesses::explain_scan;
pub use ledger::{Ledger, differences, write_down};
pub use records::{CleanPhoto, case_title, clean_photo, of_decision};

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

use crate::error::{AppError, ErrorKind};
use standing_client::guard::Stoppable;
use standing_client::http::Http;
use standing_client::metadata::PublicData;
use standing_client::plan;
use standing_client::transport::Transport;
use standing_model::clock::{Clock, Entropy};
use standing_model::ids::MembershipId;
use standing_model::resident::holds_resident_number;
use standing_model::time::{UnixTime, ZoneOffset};
pub use standing_model::{clock, ids, time};
pub use standing_store::system;
use standing_store::{RegisterTx, Store, StoreError, Tx};
pub use standing_store::{SecretError, SecretStore};
pub use sync::{Listener, Stop};
use words::{Language, Words};

/// Whether a text that a person typed may be written anywhere, as into the state of an app that is
/// not in front: not if it holds what is shaped like a resident number (PROTOCOL §1.13).
#[must_use]
pub fn may_be_kept(text: &str) -> bool {
    !holds_resident_number(text)
}

/// What the app is given by the platform.
pub struct Setup {
    /// A folder of its own, not backed up in the clear.
    pub folder: PathBuf,
    /// The language until the person chooses one.
    pub language: Language,
    /// The phone's clock.
    pub clock: Arc<dyn Clock>,
    /// Random bytes.
    pub entropy: Arc<dyn Entropy>,
    /// The platform's key store.
    pub secrets: Arc<dyn SecretStore>,
}

/// The app: everything that a phone or a command line can ask of the core.
pub struct App {
    store: Mutex<Option<Arc<Store>>>,
    language: Mutex<Language>,
    phone_language: Language,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    http: Arc<Http>,
    /// The network: `http`, or a test's.
    transport: Arc<dyn Transport>,
    syncing: AtomicBool,
    memo: memo::Memo,
}

impl App {
    /// Opens the folder, or makes it.
    ///
    /// # Errors
    /// [`ErrorKind::Storage`] if it is in use or damaged, or the disk is full;
    /// [`ErrorKind::KeyUnavailable`]; [`ErrorKind::TooNew`] for a folder of a newer version, which
    /// is left untouched.
    pub fn open(setup: Setup) -> Result<Self, AppError> {
        Self::over(setup, None)
    }

    /// As [`Self::open`], with something else than the network to carry requests: a register in a
    /// folder of a command line, or a test's.
    ///
    /// # Errors
    /// As there.
    pub fn open_over(setup: Setup, transport: Arc<dyn Transport>) -> Result<Self, AppError> {
        Self::over(setup, Some(transport))
    }

    fn over(setup: Setup, transport: Option<Arc<dyn Transport>>) -> Result<Self, AppError> {
        let Setup { folder, language, clock, entropy, secrets } = setup;
        let words = Words(language);
        let opened = Store::open(&folder, secrets, Arc::clone(&entropy), Arc::clone(&clock));
        let store = opened.map_err(|error| explain::store(words, &error))?;
        let woken = store.write(|tx| {
            plan::wake_up(tx, clock.now())?;
            let all = tx.memberships()?;
            all.iter().try_for_each(|one| records::wake_items(tx, &one.id, clock.now()))
        });
        woken.map_err(|error| explain::store(words, &error))?;
        let chosen = store.read(|tx| tx.setting("language"));
        let chosen = chosen.map_err(|error| explain::store(words, &error))?;
        let http = Arc::new(Http::new(Arc::clone(&clock)));
        let store = Mutex::new(Some(Arc::new(store)));
        let phone_language = language;
        let language = chosen.map_or(language, |tag| Language::of_locale(&tag));
        let language = Mutex::new(language);
        let syncing = AtomicBool::new(false);
        let transport = transport.unwrap_or_else(|| http.clone());
        let memo = memo::Memo::default();
        Ok(Self { store, language, phone_language, clock, entropy, http, transport, syncing, memo })
    }

    /// The words of the person's language.
    #[must_use]
    pub fn words(&self) -> Words {
        Words(*self.language.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn set_language(&self, language: Language) {
        *self.language.lock().unwrap_or_else(PoisonError::into_inner) = language;
    }

    fn now(&self) -> UnixTime {
        self.clock.now()
    }

    /// The phone's own zone, for days that are nobody's but the phone's.
    fn here(&self) -> ZoneOffset {
        self.clock.zone()
    }

    /// The open folder.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] once everything here was erased.
    fn store(&self) -> Result<Arc<Store>, AppError> {
        let store = self.store.lock().unwrap_or_else(PoisonError::into_inner).clone();
        store.ok_or_else(|| self.words().error(ErrorKind::NotFound, "erased", &[]))
    }

    fn read<T>(&self, read: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>) -> Result<T, AppError> {
        self.store()?.read(read).map_err(|error| self.explain_store(&error))
    }

    fn read_register<T>(
        &self,
        read: impl FnOnce(&RegisterTx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, AppError> {
        self.store()?.read_register(read).map_err(|error| self.explain_store(&error))
    }

    fn write<T>(
        &self,
        write: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, AppError> {
        self.store()?.write(write).map_err(|error| self.explain_store(&error))
    }

    fn transport(&self) -> Arc<dyn Transport> {
        Arc::clone(&self.transport)
    }

    /// The network, for work that ends as soon as the person asks.
    fn transport_until(&self, stop: &Stop) -> Arc<dyn Transport> {
        Arc::new(Stoppable { inner: self.transport(), stop: stop.clone() })
    }

    fn public_data(&self) -> Result<PublicData, AppError> {
        self.public_data_over(self.transport())
    }

    fn public_data_until(&self, stop: &Stop) -> Result<PublicData, AppError> {
        self.public_data_over(self.transport_until(stop))
    }

    fn public_data_over(&self, transport: Arc<dyn Transport>) -> Result<PublicData, AppError> {
        Ok(PublicData { transport, store: self.store()?, clock: Arc::clone(&self.clock) })
    }

    /// Keeps what the network was used for, where the person can read it. What cannot be kept now
    /// is kept with the next exchange.
    fn keep_notes(&self) -> Result<(), AppError> {
        (self.notes_keeper()?)();
        Ok(())
    }

    /// Keeps what the network is used for, exchange by exchange.
    fn notes_keeper(&self) -> Result<Arc<dyn Fn() + Send + Sync>, AppError> {
        let (http, store, clock) = (Arc::clone(&self.http), self.store()?, Arc::clone(&self.clock));
        Ok(Arc::new(move || {
            http.with_notes(|notes| {
                let kept = store.write(|tx| {
                    notes.iter().try_for_each(|note| tx.add_access(note))?;
                    tx.forget_old_accesses(clock.now())
                });
                kept.is_ok()
            });
        }))
    }

    /// Empties the journal: what was just removed is in no file any more.
    fn checkpoint(&self) -> Result<(), AppError> {
        self.store()?.checkpoint().map_err(|error| self.explain_store(&error))
    }

    fn fill(&self, bytes: &mut [u8]) -> Result<(), AppError> {
        self.entropy.fill(bytes).map_err(|_| explain::no_entropy(self.words()))
    }

    fn no_membership(&self) -> AppError {
        self.words().error(ErrorKind::NotFound, "no-membership", &[])
    }

    /// Erases everything on this phone: the keys first, at once, whatever is at work, then the
    /// files. A sync or connecting that is in flight ends at its next step and stores nothing more.
    ///
    /// # Errors
    /// [`ErrorKind::KeyUnavailable`] if the key store does not answer: as long as no key is gone,
    /// nothing has changed. [`ErrorKind::Storage`] if a file cannot be removed; what is left is
    /// sealed without a key then, and the next call or the next start removes it.
    pub fn erase(&self) -> Result<(), AppError> {
        // Nothing in place: an earlier call removed everything.
        let Ok(store) = self.store() else { return Ok(()) };
        let erased = store.erase();
        self.memo.clear();
        erased.map_err(|error| self.explain_store(&error))?;
        *self.store.lock().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(())
    }

    /// A random name that only this phone uses.
    fn random_name(&self) -> Result<MembershipId, AppError> {
        let mut bytes = [0; 9];
        self.fill(&mut bytes)?;
        Ok(MembershipId(standing_model::ids::to_base64url(&bytes)))
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{Phone, VILLAGE};
    use super::words::Language;
    use super::*;
    use std::sync::atomic::Ordering;

    #[test]
    fn erasing_waits_for_no_sync_and_lets_nothing_be_stored_after_it() {
        let phone = Phone::joined(VILLAGE, Language::English);
        // As a sync or connecting does that is in flight.
        let in_flight = phone.app.store().unwrap();
        phone.app.syncing.store(true, Ordering::SeqCst);
        phone.app.erase().unwrap();
        assert!(phone.secrets.0.lock().unwrap().is_empty());
        assert_eq!(std::fs::read_dir(phone.folder.path()).unwrap().count(), 0);
        let kept = in_flight.write(|tx| tx.set_setting("language", Some("en")));
        assert!(matches!(kept, Err(StoreError::Erased)), "{kept:?}");
        assert!(matches!(in_flight.before_sending(), Err(StoreError::Erased)));
        assert_eq!(std::fs::read_dir(phone.folder.path()).unwrap().count(), 0);
        assert_eq!(phone.app.memberships().unwrap_err().kind, ErrorKind::NotFound);
        phone.app.erase().unwrap();
    }

    #[test]
    fn erasing_that_failed_is_done_by_the_second_call_and_never_said_to_be_done_before() {
        let phone = Phone::joined(VILLAGE, Language::English);
        let obstacle = phone.folder.path().join("register.db-wal");
        std::fs::create_dir_all(obstacle.join("in-the-way")).unwrap();
        for _ in 0..2 {
            let error = phone.app.erase().unwrap_err();
            assert_eq!(error.kind, ErrorKind::Storage);
            assert_eq!(error.problem.code, "erase-unfinished");
            assert!(phone.secrets.0.lock().unwrap().is_empty(), "the keys go first");
        }
        std::fs::remove_dir_all(obstacle).unwrap();
        phone.app.erase().unwrap();
        assert_eq!(std::fs::read_dir(phone.folder.path()).unwrap().count(), 0);
    }
}

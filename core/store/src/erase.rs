//! Erasing everything: the keys first, at once, whoever reads or writes; then the files. A marker in
//! the folder makes the next opening finish what was cut short.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use super::open::{DOWNLOADS, LOCK, RESIDENT};
use super::{SecretName, SecretStore, Store, StoreError};

/// Says that the folder is being erased. It goes last.
const MARKER: &str = "erasing";

/// Every other file of the folder; the lock is the last of them.
const FILES: [&str; 7] = [
    RESIDENT,
    "resident.db-wal",
    "resident.db-shm",
    "register.db",
    "register.db-wal",
    "register.db-shm",
    LOCK,
];

const KEYS: [SecretName; 3] = [SecretName::Send, SecretName::Read, SecretName::Generation];

impl Store {
    /// Erases everything. As soon as the keys are gone, every other call on this store ends with
    /// [`StoreError::Erased`], whatever was at work. May be called again after an error, and does
    /// the rest then.
    ///
    /// # Errors
    /// Those of the key store and the file system if no key could be erased: then nothing has
    /// changed. [`StoreError::EraseUnfinished`] if anything else is left.
    pub fn erase(&self) -> Result<(), StoreError> {
        // Whoever waits here keeps no generation beside keys that are gone.
        let alone = self.generation.lock().unwrap_or_else(PoisonError::into_inner);
        if self.check_open().is_err() && !self.folder.join(MARKER).try_exists()? {
            return Ok(());
        }
        mark(&self.folder)?;
        let erased = erase_keys(&*self.secrets);
        if erased.is_err() && all_keys_remain(&*self.secrets) {
            remove(&self.folder.join(MARKER))?;
            return erased;
        }
        self.is_erased.store(true, Ordering::SeqCst);
        self.known.forget();
        drop(alone);
        // What is in flight ends with its transaction; nothing begins after it.
        drop(self.resident.lock().unwrap_or_else(PoisonError::into_inner).take());
        drop(self.register.lock().unwrap_or_else(PoisonError::into_inner).take());
        erased.and_then(|()| remove_files(&self.folder)).map_err(|_| StoreError::EraseUnfinished)
    }

    /// Whether anything may still be written into the folder.
    ///
    /// # Errors
    /// [`StoreError::Erased`] once everything here was erased, or is being erased.
    pub fn check_open(&self) -> Result<(), StoreError> {
        if self.is_erased.load(Ordering::SeqCst) { Err(StoreError::Erased) } else { Ok(()) }
    }
}

/// Finishes erasing a folder where that was cut short; whether there was anything to finish.
///
/// # Errors
/// [`StoreError::EraseUnfinished`].
pub(super) fn finish(folder: &Path, secrets: &dyn SecretStore) -> Result<bool, StoreError> {
    if !folder.join(MARKER).try_exists()? {
        return Ok(false);
    }
    let erased = erase_keys(secrets).and_then(|()| remove_files(folder));
    erased.map_err(|_| StoreError::EraseUnfinished)?;
    Ok(true)
}

fn mark(folder: &Path) -> Result<(), StoreError> {
    File::create(folder.join(MARKER))?.sync_all()?;
    sync_folder(folder)
}

/// All that can be erased is, also where one cannot.
fn erase_keys(secrets: &dyn SecretStore) -> Result<(), StoreError> {
    let erased = KEYS.map(|name| secrets.erase(name.name()));
    erased.into_iter().collect::<Result<(), _>>().map_err(StoreError::from)
}

/// A key store that is locked says nothing: then nothing was erased either.
fn all_keys_remain(secrets: &dyn SecretStore) -> bool {
    let remains = |name: SecretName| !matches!(secrets.load(name.name()), Ok(None));
    remains(SecretName::Send) && remains(SecretName::Read)
}

fn remove_files(folder: &Path) -> Result<(), StoreError> {
    match fs::remove_dir_all(folder.join(DOWNLOADS)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error)?,
        _ => {}
    }
    for file in FILES {
        remove(&folder.join(file))?;
    }
    sync_folder(folder)?;
    remove(&folder.join(MARKER))
}

fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// A name that was made or removed is on the disk only once its folder is.
fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex, mpsc};
    use std::time::{Duration, Instant};
    use tempfile::{TempDir, tempdir};

    use super::*;
    use crate::testing::{MemorySecrets, NOW, membership, open};
    use crate::{SecretError, system};
    use standing_model::clock::Clock;

    /// A key store that fails at the erasures it is told.
    #[derive(Default)]
    struct Moody {
        inner: MemorySecrets,
        fails: Mutex<Vec<&'static str>>,
    }

    impl SecretStore for Moody {
        fn load(&self, name: &str) -> Result<Option<Vec<u8>>, SecretError> {
            self.inner.load(name)
        }

        fn store(&self, name: &str, bytes: &[u8]) -> Result<(), SecretError> {
            self.inner.store(name, bytes)
        }

        fn erase(&self, name: &str) -> Result<(), SecretError> {
            let mut fails = self.fails.lock().unwrap();
            match fails.iter().position(|one| *one == name) {
                Some(at) => Err(fails.remove(at)).map_err(|_| SecretError),
                None => self.inner.erase(name),
            }
        }
    }

    fn moody() -> (TempDir, Arc<Moody>, Store) {
        let (folder, secrets) = (tempdir().unwrap(), Arc::<Moody>::default());
        let store = open_moody(folder.path(), &secrets).unwrap();
        store.write(|tx| tx.put_membership(&membership("m"))).unwrap();
        (folder, secrets, store)
    }

    fn open_moody(folder: &Path, secrets: &Arc<Moody>) -> Result<Store, StoreError> {
        let clock: Arc<dyn Clock> = crate::testing::FixedClock::at(NOW);
        Store::open(folder, secrets.clone(), Arc::new(system::SystemEntropy), clock)
    }

    fn is_empty(folder: &TempDir, secrets: &Moody) -> bool {
        let files = fs::read_dir(folder.path()).unwrap().count();
        files == 0 && secrets.inner.0.lock().unwrap().is_empty()
    }

    #[test]
    fn erasing_leaves_no_file_and_no_key() {
        let (folder, secrets, store) = moody();
        fs::create_dir(folder.path().join(DOWNLOADS)).unwrap();
        fs::write(folder.path().join(DOWNLOADS).join("part"), "x").unwrap();
        store.read_register(|tx| tx.registers()).unwrap();
        store.erase().unwrap();
        assert!(is_empty(&folder, &secrets));
        let read = store.read(|tx| tx.memberships());
        assert!(matches!(read, Err(StoreError::Erased)), "{read:?}");
        let read = store.read_register(|tx| tx.registers());
        assert!(matches!(read, Err(StoreError::Erased)), "{read:?}");
        store.erase().unwrap();
        assert!(is_empty(&folder, &secrets));
    }

    #[test]
    fn a_key_store_that_erases_nothing_changes_nothing_and_the_second_call_does_the_work() {
        let (folder, secrets, store) = moody();
        *secrets.fails.lock().unwrap() = vec!["send", "read", "generation"];
        let erased = store.erase();
        assert!(matches!(erased, Err(StoreError::Secrets(_))), "{erased:?}");
        assert_eq!(store.read(|tx| tx.memberships()).unwrap().len(), 1);
        assert!(!folder.path().join(MARKER).exists(), "the next opening erases nothing");
        store.erase().unwrap();
        assert!(is_empty(&folder, &secrets));
    }

    #[test]
    fn one_key_that_stays_is_never_taken_for_done() {
        for name in ["send", "read", "generation"] {
            let (folder, secrets, store) = moody();
            *secrets.fails.lock().unwrap() = vec![name];
            let erased = store.erase();
            assert!(matches!(erased, Err(StoreError::EraseUnfinished)), "{name}: {erased:?}");
            let read = store.read(|tx| tx.memberships());
            assert!(matches!(read, Err(StoreError::Erased)), "{name}: {read:?}");
            store.erase().unwrap();
            assert!(is_empty(&folder, &secrets), "{name}");
        }
    }

    #[test]
    fn what_was_cut_short_is_finished_by_the_next_opening() {
        let (folder, secrets, store) = moody();
        fs::create_dir(folder.path().join("register.db")).unwrap();
        fs::write(folder.path().join("register.db").join("x"), "x").unwrap();
        for _ in 0..2 {
            let erased = store.erase();
            assert!(matches!(erased, Err(StoreError::EraseUnfinished)), "{erased:?}");
            assert!(secrets.inner.0.lock().unwrap().is_empty());
        }
        drop(store);
        let opened = open_moody(folder.path(), &secrets).map(drop);
        assert!(matches!(opened, Err(StoreError::EraseUnfinished)), "{opened:?}");
        fs::remove_dir_all(folder.path().join("register.db")).unwrap();
        let store = open_moody(folder.path(), &secrets).unwrap();
        assert_eq!(store.read(|tx| tx.memberships()).unwrap(), []);
        assert!(!folder.path().join(MARKER).exists());
    }

    #[test]
    fn a_reader_in_flight_keeps_no_key_alive() {
        let (folder, secrets, store) = moody();
        let (begun, begins) = mpsc::channel();
        let (end, ends) = mpsc::channel::<()>();
        let store = &store;
        std::thread::scope(|scope| {
            scope.spawn(move || {
                store.read(|_| {
                    begun.send(()).unwrap();
                    ends.recv().unwrap();
                    Ok(())
                })
            });
            begins.recv().unwrap();
            let erasing = scope.spawn(|| store.erase());
            let patience = Instant::now();
            while !secrets.inner.0.lock().unwrap().is_empty() {
                assert!(patience.elapsed() < Duration::from_secs(20), "the keys wait for a reader");
                std::thread::yield_now();
            }
            end.send(()).unwrap();
            erasing.join().unwrap().unwrap();
        });
        assert!(is_empty(&folder, &secrets));
    }

    #[test]
    fn a_register_that_is_being_written_leaves_no_file() {
        let (folder, secrets, store) = moody();
        let wrote = store.write_register(|tx| {
            store.erase()?;
            tx.put_register(
                standing_model::ids::TrustId::of_root(b"root"),
                b"{}",
                standing_model::time::UnixTime(1),
            )
        });
        drop(wrote);
        assert!(is_empty(&folder, &secrets));
    }

    #[test]
    fn a_folder_that_was_erased_is_made_again_under_new_keys() {
        let (folder, secrets) = (tempdir().unwrap(), Arc::default());
        let old = open(folder.path(), &secrets).unwrap();
        let key = secrets.load("send").unwrap();
        old.erase().unwrap();
        let new = open(folder.path(), &secrets).unwrap();
        assert_ne!(secrets.load("send").unwrap(), key);
        // The store from before does nothing to the new one.
        old.erase().unwrap();
        new.write(|tx| tx.put_membership(&membership("m"))).unwrap();
    }
}

//! Opening a folder: alone, with the right keys, at this build's version, and knowing whether it
//! is an old copy.

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use zeroize::Zeroizing;

use super::contents::Running;
use super::generation::Generation;
use super::queue::Known;
use super::register::Reader;
use super::seal::{self, Sealer, SecretName, SecretStore};
use super::{StoreError, Tx, erase, migrate};
use standing_model::clock::{Clock, Entropy};
use standing_model::time::UnixTime;
use standing_verify::alarm::{Alarm, FolderFault, Found, KeptAlarm};

/// The private database.
pub(super) const RESIDENT: &str = "resident.db";
/// Held for as long as the folder is open.
pub(super) const LOCK: &str = "lock";
/// Public files on their way.
pub const DOWNLOADS: &str = "downloads";
/// The generation of a new folder beside no counter.
const FIRST: u64 = 1;
/// Bytes to which the journal is cut back after it was written into the database.
const JOURNAL: i64 = 1 << 20;

/// An open folder.
pub struct Store {
    /// None once everything was erased.
    pub(super) resident: Mutex<Option<Connection>>,
    /// The register's reader; opened when somebody first asks.
    pub(super) register: Mutex<Option<Reader>>,
    /// Held by whoever writes the register, or makes its file again.
    pub(super) register_writer: Mutex<()>,
    sealer: Sealer,
    running: Running,
    pub(super) known: Known,
    pub(super) secrets: Arc<dyn SecretStore>,
    entropy: Arc<dyn Entropy>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) folder: PathBuf,
    pub(super) generation: Mutex<Generation>,
    pub(super) is_erased: AtomicBool,
    _lock: File,
}

impl Store {
    /// Opens a folder, or makes one. Where erasing everything was cut short, it is finished first.
    ///
    /// # Errors
    /// Where the key store gives only the key that sends, what is to be sent opens, and the rest is
    /// [`StoreError::Secrets`] until it gives the other.
    ///
    /// [`StoreError::InUse`] if it is open already; [`StoreError::NewerVersion`], the folder left
    /// untouched; [`StoreError::KeyMissing`] and [`StoreError::KeyWrong`] if its rows could not be
    /// opened; and those of the file system, the key store and SQLite.
    pub fn open(
        folder: &Path,
        secrets: Arc<dyn SecretStore>,
        entropy: Arc<dyn Entropy>,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, StoreError> {
        make_folder(folder)?;
        let mut lock = lock_file(folder)?;
        if erase::finish(folder, &*secrets)? {
            lock = lock_file(folder)?;
        }
        let mut resident = connect(&folder.join(RESIDENT))?;
        let is_new = migrate::version(&resident)? == 0;
        let send = key(SecretName::Send, is_new, &*secrets, &*entropy)?;
        // A phone that lies locked sends all the same: that needs the other key only.
        let read = match key(SecretName::Read, is_new, &*secrets, &*entropy) {
            Err(StoreError::Secrets(_)) if !is_new => None,
            read => Some(read?),
        };
        migrate::migrate(&mut resident)?;
        let sealer = Sealer::new(&send, read.as_deref());
        let running = Running::new(seal::derived(&send, "standing-contents/1"));
        running.watch(&resident)?;
        let store = Self {
            resident: Mutex::new(Some(resident)),
            register: Mutex::default(),
            register_writer: Mutex::default(),
            sealer,
            running,
            known: Known::default(),
            secrets,
            entropy,
            clock,
            folder: folder.to_owned(),
            generation: Mutex::default(),
            is_erased: AtomicBool::new(false),
            _lock: lock,
        };
        if is_new {
            store.write_plainly(check_keys)?;
        } else {
            store.write(check_keys)?;
        }
        store.compare_contents()?;
        Ok(store)
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Reads in one transaction: a view of one moment.
    ///
    /// # Errors
    /// `read`'s error, or SQLite's.
    pub fn read<T>(
        &self,
        read: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let (done, broken) =
            self.transact(TransactionBehavior::Deferred, |tx| Ok((read(tx)?, tx.take_broken())))?;
        if !broken.is_empty() {
            // Where this fails, as on a full disk, the next reader finds it again.
            drop(self.write(|tx| {
                broken.into_iter().try_for_each(|one| tx.keep_aside(one, self.clock.now()))
            }));
        }
        Ok(done)
    }

    /// Writes in one transaction: when this returns well, everything is on the disk; otherwise
    /// nothing of it is kept.
    ///
    /// # Errors
    /// `write`'s error, or SQLite's.
    pub fn write<T>(
        &self,
        write: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let (done, moved) = self.write_plainly(|tx| {
            let done = write(tx)?;
            tx.tell_broken(self.clock.now())?;
            Ok((done, tx.seal_contents()?))
        })?;
        if let Some(generation) = moved {
            self.note_generation(generation);
        }
        Ok(done)
    }

    pub(super) fn write_plainly<T>(
        &self,
        write: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.transact(TransactionBehavior::Immediate, write)
    }

    fn transact<T>(
        &self,
        behavior: TransactionBehavior,
        work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        // A panic in another thread rolled its transaction back; the connection is sound.
        let mut resident = self.resident.lock().unwrap_or_else(PoisonError::into_inner);
        let resident = resident.as_mut().ok_or(StoreError::Erased)?;
        self.check_open()?;
        self.running.reset();
        let transaction = resident.transaction_with_behavior(behavior)?;
        let now = match behavior {
            TransactionBehavior::Deferred => None,
            _ => Some(self.clock.now()),
        };
        let ports: (&dyn Entropy, &dyn SecretStore) = (&*self.entropy, &*self.secrets);
        let with = (&self.sealer, &self.running, &self.known);
        let tx = Tx::new(&transaction, with, ports, now);
        let done = work(&tx)?;
        transaction.commit()?;
        Ok(done)
    }

    /// Writes the journal back into the database and empties it: what was deleted or written over
    /// is in neither then.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        let resident = self.resident.lock().unwrap_or_else(PoisonError::into_inner);
        let resident = resident.as_ref().ok_or(StoreError::Erased)?;
        // A full disk has no room to give room back; what was written is kept all the same.
        drop(give_back(resident));
        Ok(resident.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    /// Compares the folder with what was written last: a generation counter kept beside the keys
    /// tells a restored old copy from the current one, and what the file holds is under one seal.
    fn compare_contents(&self) -> Result<(), StoreError> {
        let now = self.clock.now();
        let kept = self.secrets.load(SecretName::Generation.name())?;
        let kept = kept.and_then(|bytes| bytes.try_into().ok());
        let kept = kept.map(u64::from_be_bytes);
        let counted = kept.unwrap_or_default();
        self.generation.lock().unwrap_or_else(PoisonError::into_inner).kept = counted;
        let (next, is_new) = self.write_plainly(|tx| {
            let contents = match tx.contents() {
                // The value itself was put back or changed: nothing says what was here.
                Err(StoreError::Corrupt(_)) => None,
                contents => contents?,
            };
            let mine = contents.as_ref().map_or(0, |contents| contents.generation);
            let as_written = match &contents {
                Some(contents) => tx.is_as_written(contents)?,
                // A new folder, or one whose first opening was cut short.
                None => tx.memberships()?.is_empty(),
            };
            // A new folder beside an old counter is no restored copy.
            let is_older = contents.is_some() && is_behind(mine, kept);
            let faults = faults(is_older, as_written);
            // As it was left, or ahead of the counter after a kill: opening has nothing to write.
            if contents.is_some() && faults.is_empty() {
                return Ok((mine, false));
            }
            if !faults.is_empty() {
                tx.set_restored_at(Some(now))?;
                alarm_everywhere(tx, &faults, now)?;
            }
            tx.tell_broken(now)?;
            let next = mine.max(counted).saturating_add(1);
            tx.seal_all_contents(next)?;
            Ok((next, true))
        })?;
        self.note_generation(next);
        // Killed here, the folder is ahead of the counter, which is no restored copy either.
        let kept = self.keep_generation();
        // What was written since the last run is caught up when the key store answers.
        if is_new { kept } else { Ok(()) }
    }

    /// How many values were opened since this was asked last, by table and column.
    #[cfg(any(test, feature = "testing"))]
    #[allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "test code")]
    pub fn take_opened(&self) -> std::collections::BTreeMap<(&'static str, &'static str), u32> {
        std::mem::take(&mut self.sealer.opened.lock().unwrap())
    }

    /// Lets `resident.db` grow by no more than `pages` pages: a full disk.
    #[cfg(any(test, feature = "testing"))]
    #[allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "test code")]
    pub fn leave_pages(&self, pages: u32) {
        let resident = self.resident.lock().unwrap();
        let resident = resident.as_ref().unwrap();
        let count: u32 = resident.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        let most = count + pages;
        let set = resident
            .pragma_update_and_check(None, "max_page_count", most, |row| row.get::<_, u32>(0));
        assert_eq!(set.unwrap(), most);
    }

    /// Lets `register.db` grow by no more than `pages` pages in each update: a full disk.
    #[cfg(any(test, feature = "testing"))]
    #[allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "test code")]
    pub fn leave_register_pages(&self, pages: Option<u32>) {
        *self.known.register_pages.lock().unwrap() = pages;
    }

    #[cfg(any(test, feature = "testing"))]
    #[allow(clippy::unwrap_used, reason = "test code")]
    pub(super) fn limit_register(&self, register: &Connection) {
        let Some(pages) = *self.known.register_pages.lock().unwrap() else { return };
        let count: u32 = register.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        let most = count + pages;
        let set = register
            .pragma_update_and_check(None, "max_page_count", most, |row| row.get::<_, u32>(0));
        assert_eq!(set.unwrap(), most);
    }
}

fn make_folder(folder: &Path) -> Result<(), StoreError> {
    if folder.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// Makes or opens a file that only its owner may read.
fn private_file(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    Ok(options.open(path)?)
}

fn lock_file(folder: &Path) -> Result<File, StoreError> {
    let file = private_file(&folder.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Gives the pages of what was removed back to the phone.
fn give_back(resident: &Connection) -> Result<(), StoreError> {
    let mut pages = resident.prepare("PRAGMA incremental_vacuum")?;
    let mut given = pages.query([])?;
    // One row for each.
    while given.next()?.is_some() {}
    Ok(())
}

/// A folder of a newer version is refused untouched: its version is read before anything is set,
/// first from the file's header, then through SQLite, which also knows the journal.
fn connect(path: &Path) -> Result<Connection, StoreError> {
    check_header(&mut private_file(path)?)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    migrate::version(&connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    let pages: i64 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
    if pages == 0 {
        // Before anything is written: so that what is removed makes the file smaller.
        connection.pragma_update(None, "auto_vacuum", "INCREMENTAL")?;
    }
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    #[cfg(any(test, feature = "testing"))]
    crate::testing::sync_less(&connection)?;
    if cfg!(target_vendor = "apple") {
        // There, a plain `fsync` leaves what was written in the drive's own memory.
        connection.pragma_update(None, "fullfsync", true)?;
        connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    }
    connection.pragma_update_and_check(None, "journal_size_limit", JOURNAL, |_| Ok(()))?;
    connection.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    connection.pragma_update(None, "temp_store", 2)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    Ok(connection)
}

/// SQLite keeps `user_version` in bytes 60 to 63 of the file. What is no database has no version.
fn check_header(file: &mut File) -> Result<(), StoreError> {
    let (mut begins, mut bytes) = ([0; 16], [0; 4]);
    if file.metadata()?.len() < 100 {
        return Ok(());
    }
    file.read_exact(&mut begins)?;
    if begins != *b"SQLite format 3\0" {
        return Err(StoreError::Corrupt("file"));
    }
    file.seek(SeekFrom::Start(60))?;
    file.read_exact(&mut bytes)?;
    let (found, known) = (u32::from_be_bytes(bytes), migrate::newest());
    if found > known { Err(StoreError::NewerVersion { found, known }) } else { Ok(()) }
}

/// The key with this name; a new one only for a new folder, since nothing else opens an old one.
fn key(
    name: SecretName,
    is_new: bool,
    secrets: &dyn SecretStore,
    entropy: &dyn Entropy,
) -> Result<Zeroizing<[u8; 32]>, StoreError> {
    if let Some(bytes) = secrets.load(name.name())?.map(Zeroizing::new) {
        let key = bytes.as_slice().try_into();
        return key.map(Zeroizing::new).map_err(|_| StoreError::KeyWrong(name));
    }
    if !is_new {
        return Err(StoreError::KeyMissing(name));
    }
    let mut key = Zeroizing::new([0; 32]);
    entropy.fill(&mut *key)?;
    secrets.store(name.name(), &*key)?;
    Ok(key)
}

/// Whether a folder is from before what the counter says. The counter is kept at the first opening,
/// before anything else is written: only a folder whose first opening was cut short has none, so
/// taking the counter away does not make an old copy the current one.
fn is_behind(mine: u64, kept: Option<u64>) -> bool {
    kept.map_or(mine > FIRST, |kept| mine < kept)
}

/// What is wrong with the folder; both may be.
fn faults(is_older: bool, as_written: bool) -> Vec<FolderFault> {
    let older = is_older.then_some(FolderFault::OlderCopy);
    let changed = (!as_written).then_some(FolderFault::ChangedAtRest);
    older.into_iter().chain(changed).collect()
}

/// Each alarm at each membership: whoever opens the app sees it, no matter which one they look at.
fn alarm_everywhere(tx: &Tx<'_>, faults: &[FolderFault], now: UnixTime) -> Result<(), StoreError> {
    for membership in tx.memberships()? {
        for fault in faults {
            let found = Found::over(Alarm::Folder { fault: *fault, at: now }, Vec::new());
            let id = Some(membership.id.clone());
            tx.keep_alarm(&KeptAlarm::of(found, membership.trust, id, now))?;
        }
    }
    Ok(())
}

fn check_keys(tx: &Tx<'_>) -> Result<(), StoreError> {
    tx.check_key(SecretName::Send)?;
    if tx.can_read() { tx.check_key(SecretName::Read) } else { Ok(()) }
}

//! Trust roots that this phone pinned, and the small public files verified under them: TUF
//! metadata, hashes seen, trust lists, rulebooks.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use serde::{Deserialize, Serialize};

use super::damage::Broken;
use super::seal::Place;
use super::{SecretName, StoreError, Tx};
use standing_model::ids::{Hash, TrustId, from_base64url, to_base64url};
use standing_model::{authority, register, time::UnixTime};
use standing_verify::metadata::MetadataState;

/// What a trust root was pinned for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RootPurpose {
    /// Authorities, their keys and rulebooks.
    Authority,
    /// Organisations, products and listings.
    Register,
}

/// A trust root as this phone pinned it. Freshness is three dates: the files' own `issued_at`,
/// and these two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinnedRoot {
    /// SHA-256 of `root`.
    pub trust: TrustId,
    /// What for.
    pub purpose: RootPurpose,
    /// The repository's address, without a slash at its end.
    pub repo: String,
    /// The pinned `root.json`; it never changes.
    pub root: Vec<u8>,
    /// When it was pinned, by the phone's clock.
    pub pinned_at: UnixTime,
    /// The last good refresh, by the phone's clock.
    pub checked_at: UnixTime,
    /// The earliest expiry of what that refresh rests on; later, it is *unknown*.
    pub good_until: UnixTime,
    /// The newest signed time seen under this root.
    pub signed_floor: UnixTime,
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    trust: TrustId,
    purpose: RootPurpose,
    repo: String,
    root: String,
    pinned_at: UnixTime,
    checked_at: UnixTime,
    good_until: UnixTime,
    signed_floor: UnixTime,
}

/// [`MetadataState`] as one value, so that it is never kept by half.
#[derive(Serialize, Deserialize)]
struct State {
    files: BTreeMap<String, String>,
    seen: Vec<(String, u64, Hash)>,
    keys: BTreeMap<String, Hash>,
}

/// The columns in which a value lies twice.
const BOTH: [&str; 2] = ["sealed", "copy"];

/// A row's version and its two sealed values.
type TwiceSealed = (i64, [Vec<u8>; 2]);

const STATE: &str = "tuf-metadata";

/// The address that a later link named.
const FURTHER: &str = "further-address";

/// Whether the person relies on a register.
const RELIED: &str = "relied";
const ASKS_FIRST: &str = "asks-first";

impl Tx<'_> {
    /// Every trust root, in the order of pinning.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn roots(&self) -> Result<Vec<PinnedRoot>, StoreError> {
        Ok(self.root_rows()?.into_iter().map(|(_, _, root)| root).collect())
    }

    /// One trust root.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn root(&self, trust: TrustId) -> Result<Option<PinnedRoot>, StoreError> {
        Ok(self.roots()?.into_iter().find(|root| root.trust == trust))
    }

    /// Pins a trust root, or writes its freshness again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_root(&self, root: &PinnedRoot) -> Result<(), StoreError> {
        let sealed = Sealed {
            trust: root.trust,
            purpose: root.purpose,
            repo: root.repo.clone(),
            root: to_base64url(&root.root),
            pinned_at: root.pinned_at,
            checked_at: root.checked_at,
            good_until: root.good_until,
            signed_floor: root.signed_floor,
        };
        let known = self.root_rows()?.into_iter().find(|(_, _, known)| known.trust == root.trust);
        let (id, version) = match known {
            Some((id, version, _)) => (id, version + 1),
            None => (self.next_id("roots")?, 1),
        };
        let name = id.to_string();
        let [sealed, copy] =
            BOTH.map(|column| self.seal(&root_place(column, &name, version), &sealed));
        let sql = "INSERT INTO roots (id, version, sealed, copy) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT (id) DO UPDATE SET version = ?2, sealed = ?3, copy = ?4";
        self.execute(sql, (id, version, sealed?, copy?))?;
        Ok(())
    }

    /// A public file kept under a trust root, by a name that the layers above choose.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn public_file(&self, trust: TrustId, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let key = self.file_key(trust, name);
        let Some((version, sealed)) = self.file_row(&key)? else { return Ok(None) };
        for (column, sealed) in BOTH.into_iter().zip(&sealed) {
            let opened = self.open_bytes(&file_place(column, trust, &key, version), sealed);
            let broken = || {
                let trust = Some(trust);
                Broken { trust, ..Broken::of("public_files", column, ("key", key.clone()), sealed) }
            };
            if let Some(opened) = self.unless_broken(opened, broken)? {
                return Ok(Some(opened.to_vec()));
            }
        }
        Ok(None)
    }

    fn file_row(&self, key: &str) -> Result<Option<TwiceSealed>, StoreError> {
        let sql = "SELECT version, sealed, copy FROM public_files WHERE key = ?1";
        self.first(sql, [key], |row| Ok((row.get(0)?, [row.get(1)?, row.get(2)?])))
    }

    /// Writes a public file again from its other copy; without one it is removed.
    pub(super) fn mend_public_file(&self, broken: &Broken) -> Result<(), StoreError> {
        let Some((trust, (_, Value::Text(key)))) = broken.trust.zip(broken.key.first()) else {
            return Ok(());
        };
        let Some((version, sealed)) = self.file_row(key)? else { return Ok(()) };
        let opened = BOTH.into_iter().zip(&sealed).find_map(|(column, sealed)| {
            self.open_bytes(&file_place(column, trust, key, version), sealed).ok()
        });
        match opened {
            Some(bytes) => self.put_file(trust, key, version.saturating_add(1), &bytes),
            None => {
                self.execute("DELETE FROM public_files WHERE key = ?1", [key])?;
                Ok(())
            }
        }
    }

    fn put_file(
        &self,
        trust: TrustId,
        key: &str,
        version: i64,
        bytes: &[u8],
    ) -> Result<(), StoreError> {
        let [sealed, copy] =
            BOTH.map(|column| self.seal_bytes(&file_place(column, trust, key, version), bytes));
        let sql = "INSERT INTO public_files (key, version, sealed, copy) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT (key) DO UPDATE SET version = ?2, sealed = ?3, copy = ?4";
        self.execute(sql, (key, version, sealed?, copy?))?;
        Ok(())
    }

    /// Keeps a public file, in place of one with the same name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_public_file(
        &self,
        trust: TrustId,
        name: &str,
        bytes: &[u8],
    ) -> Result<(), StoreError> {
        let key = self.file_key(trust, name);
        let sql = "SELECT version FROM public_files WHERE key = ?1";
        let version: i64 = self.first(sql, [&key], |row| row.get(0))?.unwrap_or(0) + 1;
        self.put_file(trust, &key, version, bytes)
    }

    /// The TUF metadata kept under a trust root; empty before the first refresh.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn metadata_state(&self, trust: TrustId) -> Result<MetadataState, StoreError> {
        let Some(bytes) = self.public_file(trust, STATE)? else {
            return Ok(MetadataState::default());
        };
        let damaged = |_| StoreError::Corrupt("public_files");
        let kept: State = serde_json::from_slice(&bytes).map_err(|_| StoreError::Corrupt(STATE))?;
        let files = kept
            .files
            .into_iter()
            .map(|(name, file)| Ok((name, from_base64url(&file).map_err(damaged)?)));
        let seen = kept.seen.into_iter().map(|(role, version, hash)| ((role, version), hash));
        let files = files.collect::<Result<_, StoreError>>()?;
        Ok(MetadataState { files, seen: seen.collect(), keys: kept.keys })
    }

    /// Keeps the TUF metadata of a trust root.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_metadata_state(
        &self,
        trust: TrustId,
        state: &MetadataState,
    ) -> Result<(), StoreError> {
        let files = state.files.iter().map(|(name, file)| (name.clone(), to_base64url(file)));
        let seen = state.seen.iter().map(|((role, version), hash)| (role.clone(), *version, *hash));
        let (files, seen, keys) = (files.collect(), seen.collect(), state.keys.clone());
        let kept = State { files, seen, keys };
        let bytes = serde_json::to_vec(&kept).map_err(|_| StoreError::Refused { code: 0 })?;
        self.put_public_file(trust, STATE, &bytes)
    }

    /// The address that a later link named for a root that was pinned already.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn further_address(&self, trust: TrustId) -> Result<Option<String>, StoreError> {
        let kept = self.public_file(trust, FURTHER)?.filter(|kept| !kept.is_empty());
        let damaged = |_| StoreError::Corrupt("public_files");
        kept.map(|kept| String::from_utf8(kept).map_err(damaged)).transpose()
    }

    /// Keeps or forgets the address that a later link named.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_further_address(
        &self,
        trust: TrustId,
        address: Option<&str>,
    ) -> Result<(), StoreError> {
        if self.further_address(trust)?.as_deref() == address {
            return Ok(());
        }
        self.put_public_file(trust, FURTHER, address.unwrap_or_default().as_bytes())
    }

    /// Whether the person chose to rely on a register: its names and verdicts come first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn relied(&self, trust: TrustId) -> Result<bool, StoreError> {
        Ok(self.public_file(trust, RELIED)?.as_deref() == Some(b"yes"))
    }

    /// Keeps whether the person relies on a register.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_relied(&self, trust: TrustId, relied: bool) -> Result<(), StoreError> {
        self.put_public_file(trust, RELIED, if relied { b"yes" } else { b"no" })
    }

    /// Bytes of a register's update that wait for the person or for another network; 0 if none do.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn asks_first(&self, trust: TrustId) -> Result<u64, StoreError> {
        let kept = self.public_file(trust, ASKS_FIRST)?;
        let bytes = kept.as_deref().and_then(|kept| std::str::from_utf8(kept).ok());
        Ok(bytes.and_then(|bytes| bytes.parse().ok()).unwrap_or_default())
    }

    /// Keeps how many bytes of a register's update wait.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_asks_first(&self, trust: TrustId, bytes: u64) -> Result<(), StoreError> {
        if self.asks_first(trust)? == bytes {
            return Ok(());
        }
        self.put_public_file(trust, ASKS_FIRST, bytes.to_string().as_bytes())
    }

    /// Forgets a trust root, with its metadata and indexes. What else lies under it can no longer
    /// be found, and is of no use without it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_root(&self, trust: TrustId) -> Result<(), StoreError> {
        for (id, _, root) in self.root_rows()? {
            if root.trust == trust {
                self.execute("DELETE FROM roots WHERE id = ?1", [id])?;
            }
        }
        for name in [STATE, FURTHER, RELIED, ASKS_FIRST, authority::PATH, register::INDEX_PATH] {
            self.remove_public_file(trust, name)?;
        }
        Ok(())
    }

    /// Forgets a public file.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_public_file(&self, trust: TrustId, name: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM public_files WHERE key = ?1";
        self.execute(sql, [self.file_key(trust, name)])?;
        Ok(())
    }

    fn root_rows(&self) -> Result<Vec<(i64, i64, PinnedRoot)>, StoreError> {
        let sql = "SELECT id, version, sealed, copy FROM roots ORDER BY id";
        let rows =
            self.all(sql, [], |row| Ok((row.get(0)?, row.get(1)?, [row.get(2)?, row.get(3)?])))?;
        let opened = rows.into_iter().map(|(id, version, sealed): (i64, i64, [Vec<u8>; 2])| {
            Ok(self.open_root(id, version, &sealed)?.map(|root| (id, version, root)))
        });
        opened.filter_map(Result::transpose).collect()
    }

    fn open_root(
        &self,
        id: i64,
        version: i64,
        sealed: &[Vec<u8>; 2],
    ) -> Result<Option<PinnedRoot>, StoreError> {
        for (column, sealed) in BOTH.into_iter().zip(sealed) {
            let opened = self.open(&root_place(column, &id.to_string(), version), sealed);
            let broken = || Broken::of("roots", column, ("id", id), sealed);
            if let Some(opened) = self.unless_broken(opened.and_then(pinned), broken)? {
                return Ok(Some(opened));
            }
        }
        Ok(None)
    }

    /// Writes a trust root again from its other copy; without one it is removed.
    pub(super) fn mend_root(&self, broken: &Broken) -> Result<(), StoreError> {
        let sql = "SELECT version, sealed, copy FROM roots WHERE id = ?1";
        let row: Option<(i64, [Vec<u8>; 2])> =
            self.first(sql, [broken.n], |row| Ok((row.get(0)?, [row.get(1)?, row.get(2)?])))?;
        let Some((version, sealed)) = row else { return Ok(()) };
        let row = broken.row();
        let opened = BOTH.into_iter().zip(&sealed).find_map(|(column, sealed)| {
            self.open::<Sealed>(&root_place(column, &row, version), sealed).ok()
        });
        let Some(opened) = opened else {
            self.execute("DELETE FROM roots WHERE id = ?1", [broken.n])?;
            return Ok(());
        };
        let version = version.saturating_add(1);
        let [sealed, copy] =
            BOTH.map(|column| self.seal(&root_place(column, &row, version), &opened));
        let sql = "UPDATE roots SET version = ?2, sealed = ?3, copy = ?4 WHERE id = ?1";
        self.execute(sql, (broken.n, version, sealed?, copy?))?;
        Ok(())
    }

    /// A keyed hash of a name, so that the file does not say what lies under it: the same name has
    /// the same key on this phone, and another on every other.
    pub(super) fn file_key(&self, trust: TrustId, name: &str) -> String {
        let salt = self.sealer.salt();
        let parts: [&[u8]; 3] = [salt, trust.0.as_bytes(), name.as_bytes()];
        Hash::of_parts(&parts).to_string()
    }
}

fn pinned(opened: Sealed) -> Result<PinnedRoot, StoreError> {
    Ok(PinnedRoot {
        trust: opened.trust,
        purpose: opened.purpose,
        repo: opened.repo,
        root: from_base64url(&opened.root).map_err(|_| StoreError::Corrupt("roots"))?,
        pinned_at: opened.pinned_at,
        checked_at: opened.checked_at,
        good_until: opened.good_until,
        signed_floor: opened.signed_floor,
    })
}

const fn root_place<'a>(column: &'static str, row: &'a str, version: i64) -> Place<'a> {
    Place { key: SecretName::Send, trust: None, table: "roots", column, row, version }
}

const fn file_place<'a>(
    column: &'static str,
    trust: TrustId,
    row: &'a str,
    version: i64,
) -> Place<'a> {
    let trust = Some(trust);
    Place { key: SecretName::Send, trust, table: "public_files", column, row, version }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::testing::open;
    use super::*;

    fn root(seed: &[u8]) -> PinnedRoot {
        PinnedRoot {
            trust: TrustId::of_root(seed),
            purpose: RootPurpose::Authority,
            repo: "https://credit.example/tuf".into(),
            root: seed.to_vec(),
            pinned_at: UnixTime(1),
            checked_at: UnixTime(1),
            good_until: UnixTime(2),
            signed_floor: UnixTime(3),
        }
    }

    #[test]
    fn a_root_is_pinned_once_and_its_freshness_moves() {
        let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
        let store = open(folder.path(), &secrets).unwrap();
        let (one, two) = (root(b"one"), root(b"two"));
        store.write(|tx| tx.put_root(&one).and_then(|()| tx.put_root(&two))).unwrap();
        let later = PinnedRoot { checked_at: UnixTime(9), ..one.clone() };
        store.write(|tx| tx.put_root(&later)).unwrap();
        assert_eq!(store.read(|tx| tx.roots()).unwrap(), [later, two]);
    }

    #[test]
    fn metadata_come_back_as_they_were_kept() {
        let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
        let store = open(folder.path(), &secrets).unwrap();
        let trust = TrustId::of_root(b"one");
        let none = store.read(|tx| tx.metadata_state(trust)).unwrap();
        assert_eq!(none, MetadataState::default());
        let state = MetadataState {
            files: [("timestamp.json".to_owned(), b"{}".to_vec())].into(),
            seen: [(("timestamp".to_owned(), 7), Hash::of(b"{}"))].into(),
            keys: [("timestamp".to_owned(), Hash::of(b"key"))].into(),
        };
        store.write(|tx| tx.put_metadata_state(trust, &state)).unwrap();
        assert_eq!(store.read(|tx| tx.metadata_state(trust)).unwrap(), state);
    }

    #[test]
    fn a_root_that_is_removed_leaves_nothing_that_can_be_found() {
        let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
        let store = open(folder.path(), &secrets).unwrap();
        let (gone, other) = (root(b"one"), root(b"two"));
        let kept = |tx: &Tx<'_>, root: &PinnedRoot| {
            tx.put_root(root)?;
            tx.put_public_file(root.trust, authority::PATH, b"{}")?;
            tx.put_public_file(root.trust, register::INDEX_PATH, b"{}")?;
            tx.set_further_address(root.trust, Some("https://other.example/tuf"))?;
            tx.set_relied(root.trust, true)
        };
        store.write(|tx| kept(tx, &gone).and_then(|()| kept(tx, &other))).unwrap();
        store.write(|tx| tx.remove_root(gone.trust)).unwrap();
        let found = |store: &crate::Store, trust| {
            store.read(|tx| {
                Ok([
                    tx.root(trust)?.is_some(),
                    tx.public_file(trust, authority::PATH)?.is_some(),
                    tx.public_file(trust, register::INDEX_PATH)?.is_some(),
                    tx.further_address(trust)?.is_some(),
                    tx.relied(trust)?,
                ])
            })
        };
        assert_eq!(found(&store, gone.trust).unwrap(), [false; 5]);
        assert_eq!(found(&store, other.trust).unwrap(), [true; 5]);
        drop(store);
        // Opened again, the folder is as it was written: no alarm of an older copy.
        let store = open(folder.path(), &secrets).unwrap();
        assert_eq!(store.read(|tx| tx.alarms()).unwrap(), []);
    }

    #[test]
    fn a_file_belongs_to_its_root_and_name() {
        let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
        let store = open(folder.path(), &secrets).unwrap();
        let (one, two) = (TrustId::of_root(b"one"), TrustId::of_root(b"two"));
        store.write(|tx| tx.put_public_file(one, "a", b"first")).unwrap();
        store.write(|tx| tx.put_public_file(one, "a", b"second")).unwrap();
        let read =
            |trust, name: &'static str| store.read(|tx| tx.public_file(trust, name)).unwrap();
        assert_eq!(read(one, "a").as_deref(), Some(b"second".as_slice()));
        assert_eq!(read(two, "a"), None);
        assert_eq!(read(one, "b"), None);
    }
}

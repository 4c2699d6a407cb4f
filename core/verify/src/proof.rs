//! What every list of a register says of one code, as a file that anybody can check: the signed
//! metadata and indexes, and of each table the bucket of the code with its way to the root.
//!
//! A bucket holds all rows whose keys fall into it, so it proves that a row is there and that none
//! is. A listing is never proved beyond its own end.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Serialize};
use sigstore_tuf::Repository;
use sigstore_tuf::transport::FetchFuture;

use super::metadata::{
    MetadataError, MetadataState, Pinned, Refreshed, TARGETS, published, refresh,
};
use super::register::{Kept, TableError, read_bucket, tree};
use standing_model::business::Uscc;
use standing_model::ids::{Hash, Issuer};
use standing_model::json;
use standing_model::listing::{ListIndex, Listing};
use standing_model::register::{
    INDEX_PATH, Lister, MAX_FILE_BYTES, MAX_INDEX_BYTES, Organisation, RegisterIndex, Table,
};
use standing_model::time::{Date, UnixTime};
use standing_model::version::Version;

/// Bytes of a proof at most.
pub const MAX_PROOF_BYTES: usize = 8 << 20;

/// What every list of a register says of one code, and what that rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// 1.
    pub v: Version<1>,
    /// The code that was asked for.
    pub proof_of: Uscc,
    /// The files that it rests on, by their path in the repository, in base64url.
    pub files: BTreeMap<String, String>,
    /// What each table has in the bucket of the code.
    #[serde(deserialize_with = "json::list::<_, _, 65>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 65)))]
    pub tables: Vec<Bucket>,
}

/// The bucket of a code in one table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bucket {
    /// The list; absent for the organisations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iss: Option<Issuer>,
    /// Its lines, without their ends.
    #[serde(deserialize_with = "json::list::<_, _, 4096>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 4096)))]
    pub lines: Vec<String>,
    /// The hashes beside the way from the bucket to the root, the lowest first.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub path: Vec<Hash>,
}

/// Why there is no proof, or why one proves nothing.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ProofError {
    /// The signed files do not hold together.
    #[error(transparent)]
    Metadata(#[from] MetadataError),
    /// A table is not the signed one.
    #[error(transparent)]
    Table(#[from] TableError),
    /// An index that cannot be read.
    #[error("read {path}: {why}")]
    Index {
        /// Its path.
        path: String,
        /// What is wrong with it.
        why: String,
    },
    /// It rests on another root than the one that is believed.
    #[error("use the proof: it rests on another key list")]
    Root,
}

/// What a proof shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The register's version.
    pub version: u32,
    /// When it was signed.
    pub issued_at: UnixTime,
    /// Until when it is the newest that its publisher stands by.
    pub good_until: UnixTime,
    /// What the organisations and each list say.
    pub said: Vec<Said>,
}

/// What one table says of the code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The list; none for the organisations.
    pub iss: Option<Issuer>,
    /// What it says.
    pub what: What,
    /// Until when it is the newest that whoever signed it stands by.
    pub good_until: UnixTime,
}

/// What a table says of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It has the organisation.
    Organisation(Box<Organisation>),
    /// It has listings that are published on the day.
    Listed(Vec<Listing>),
    /// It has no row, or none that is published on the day.
    Absent,
    /// The proof does not cover it.
    NotCovered,
}

/// Makes a proof of what a repository says of a code.
///
/// # Errors
/// [`ProofError`]. A list that cannot be read is left out.
pub async fn prove(
    repository: Arc<dyn Repository>,
    pinned: &Pinned,
    now: UnixTime,
    code: &Uscc,
) -> Result<Proof, ProofError> {
    let recorder = Arc::new(Recorder { repository, files: Mutex::default() });
    let shared: Arc<dyn Repository> = recorder.clone();
    let refreshed = refresh(shared, pinned, MetadataState::default(), now).await;
    let mut refreshed = refreshed.map_err(|unfinished| unfinished.error)?;
    let index = register(&mut refreshed).await?;
    let table = index.organisations.table();
    let own = bucket::<Organisation>(&mut refreshed, (table, TARGETS), None, code).await?;
    let mut tables = vec![own];
    for lister in &index.listers {
        let Ok(list) = list(&mut refreshed, &lister.iss).await else { continue };
        let (table, role) = (list.table.table(), lister.iss.as_str());
        let iss = Some(lister.iss.clone());
        tables.extend(bucket::<Listing>(&mut refreshed, (table, role), iss, code).await.ok());
    }
    let mut files = recorder.small();
    files.insert("metadata/pinned.root.json".to_owned(), pinned.bytes().to_vec());
    let text = |bytes: Vec<u8>| Base64UrlUnpadded::encode_string(&bytes);
    let files = files.into_iter().map(|(path, bytes)| (path, text(bytes))).collect();
    Ok(Proof { v: Version, proof_of: code.clone(), files, tables })
}

/// Makes a proof from what a phone keeps of a register: `indexes` by their paths, `tables` as far
/// as they are whole there.
///
/// # Errors
/// [`ProofError`]. A table that does not lead to its signed root is left out: a phone does not keep
/// what has ended (PROTOCOL §2.2.8), so its bucket may lack a row.
pub async fn prove_kept(
    pinned: &Pinned,
    state: &MetadataState,
    indexes: &BTreeMap<String, Vec<u8>>,
    (code, now): (&Uscc, UnixTime),
    tables: Vec<Bucket>,
) -> Result<(Proof, Shown), ProofError> {
    let mut files = BTreeMap::from([("pinned.root.json".to_owned(), pinned.bytes().to_vec())]);
    for (name, bytes) in &state.files {
        files.insert(published::name(name, bytes)?, bytes.clone());
    }
    let files = files.into_iter().map(|(name, bytes)| (format!("metadata/{name}"), bytes));
    let indexes =
        indexes.iter().map(|(path, bytes)| (published::address(path, bytes), bytes.clone()));
    let text = |bytes: Vec<u8>| Base64UrlUnpadded::encode_string(&bytes);
    let files = files.chain(indexes).map(|(path, bytes)| (path, text(bytes))).collect();
    let mut proof = Proof { v: Version, proof_of: code.clone(), files, tables };
    let bare = Proof { tables: Vec::new(), ..proof.clone() };
    let signed = bare.signed(pinned, now).await?;
    proof.tables.retain(|bucket| {
        signed.iter().any(|(iss, table)| *iss == bucket.iss && bucket.leads_to(table, code))
    });
    let shown = proof.read(pinned, now).await?.0;
    Ok((proof, shown))
}

impl Bucket {
    /// Whether it is the bucket of the code in this table, whole.
    fn leads_to(&self, table: &Table, code: &Uscc) -> bool {
        let lines: Vec<Vec<u8>> = self.bytes();
        let leaf = tree::bucket_hash(lines.iter().map(Vec::as_slice));
        let number = tree::bucket(tree::slot(code.as_str()), table.bits);
        let is_whole = self.path.len() == usize::from(table.bits);
        is_whole && tree::root_by_path(leaf, number, &self.path) == table.root
    }

    /// Its lines with their ends.
    fn bytes(&self) -> Vec<Vec<u8>> {
        self.lines.iter().map(|line| format!("{line}\n").into_bytes()).collect()
    }
}

impl Proof {
    /// What it shows now or, once its files are past their dates, showed when it was made; and
    /// whether that is past.
    ///
    /// # Errors
    /// [`ProofError`].
    pub async fn read(&self, pinned: &Pinned, now: UnixTime) -> Result<(Shown, bool), ProofError> {
        match self.check(pinned, now).await {
            Err(ProofError::Metadata(MetadataError::Expired { .. })) => {
                let at = self.claimed_at().filter(|at| *at < now).ok_or(ProofError::Root)?;
                Ok((self.check(pinned, at).await?, true))
            }
            shown => shown.map(|shown| {
                let is_past = shown.good_until <= now;
                (shown, is_past)
            }),
        }
    }

    /// The tables that its indexes sign, by their lists; of its own tables nothing is read.
    async fn signed(
        &self,
        pinned: &Pinned,
        now: UnixTime,
    ) -> Result<Vec<(Option<Issuer>, Table)>, ProofError> {
        let at = match self.refreshed(pinned, now).await {
            Err(ProofError::Metadata(MetadataError::Expired { .. })) => {
                self.claimed_at().ok_or(ProofError::Root)?
            }
            refreshed => refreshed.map(|_| now)?,
        };
        let mut refreshed = self.refreshed(pinned, at).await?;
        let index = register(&mut refreshed).await?;
        let mut tables = vec![(None, index.organisations.table().clone())];
        for lister in &index.listers {
            let Ok(list) = list(&mut refreshed, &lister.iss).await else { continue };
            tables.push((Some(lister.iss.clone()), list.table.table().clone()));
        }
        Ok(tables)
    }

    async fn refreshed(&self, pinned: &Pinned, at: UnixTime) -> Result<Refreshed, ProofError> {
        let files: Arc<dyn Repository> = Arc::new(Files(self.clone()));
        let refreshed = refresh(files, pinned, MetadataState::default(), at).await;
        Ok(refreshed.map_err(|unfinished| unfinished.error)?)
    }

    /// The root that it rests on.
    ///
    /// # Errors
    /// [`ProofError::Root`] if it names none.
    pub fn root(&self) -> Result<Pinned, ProofError> {
        let bytes = self.file("metadata/pinned.root.json").ok_or(ProofError::Root)?;
        Ok(Pinned::stored(bytes)?)
    }

    fn file(&self, path: &str) -> Option<Vec<u8>> {
        Base64UrlUnpadded::decode_vec(self.files.get(path)?).ok()
    }

    /// Checks it by a root that is believed, at a time: what it shows then.
    ///
    /// # Errors
    /// [`ProofError`]; [`MetadataError::Expired`] once its files are no longer in date. Then give
    /// the time at which it was made, and it shows what was said.
    pub async fn check(&self, pinned: &Pinned, at: UnixTime) -> Result<Shown, ProofError> {
        if self.root()?.trust() != pinned.trust() {
            return Err(ProofError::Root);
        }
        let mut refreshed = self.refreshed(pinned, at).await?;
        let index = register(&mut refreshed).await?;
        let (version, issued_at) = (index.version, index.issued_at);
        let good_until = index.next_update.min(refreshed.good_until(TARGETS));
        let table = index.organisations.table();
        let what = match self.rows::<Organisation>(table, None)? {
            None => What::NotCovered,
            Some(rows) => rows
                .into_iter()
                .next()
                .map_or(What::Absent, |row| What::Organisation(Box::new(row))),
        };
        let mut said = vec![Said { iss: None, what, good_until }];
        let today = index.zone.day(at);
        for lister in &index.listers {
            let iss = Some(lister.iss.clone());
            let Ok(list) = list(&mut refreshed, &lister.iss).await else {
                said.push(Said { iss, what: What::NotCovered, good_until });
                continue;
            };
            let what = self.listed(&list, lister, today)?;
            let role = refreshed.good_until(lister.iss.as_str());
            let good_until = good_until.min(list.next_update).min(role);
            said.push(Said { iss, what, good_until });
        }
        Ok(Shown { version, issued_at, good_until, said })
    }

    fn listed(&self, list: &ListIndex, lister: &Lister, day: Date) -> Result<What, ProofError> {
        let Some(rows) = self.rows::<Listing>(list.table.table(), Some(&lister.iss))? else {
            return Ok(What::NotCovered);
        };
        let granted = |row: &Listing| lister.may_list(row.list_type, &row.office);
        let rows = rows.into_iter().filter(|row| row.is_published_on(day) && granted(row));
        let rows: Vec<Listing> = rows.collect();
        Ok(if rows.is_empty() { What::Absent } else { What::Listed(rows) })
    }

    /// When its index says that it was made: a claim until it is checked.
    #[must_use]
    pub fn claimed_at(&self) -> Option<UnixTime> {
        let is_index =
            |path: &&String| path.starts_with("targets/register/") && path.ends_with(".index.json");
        let bytes = self.file(self.files.keys().find(is_index)?)?;
        json::read::<RegisterIndex>(&bytes, MAX_INDEX_BYTES).ok().map(|index| index.issued_at)
    }

    /// The rows of the code in a table, if the proof covers it and leads to its root.
    fn rows<R: Kept>(
        &self,
        table: &Table,
        iss: Option<&Issuer>,
    ) -> Result<Option<Vec<R>>, ProofError> {
        let Some(bucket) = self.tables.iter().find(|it| it.iss.as_ref() == iss) else {
            return Ok(None);
        };
        if !bucket.leads_to(table, &self.proof_of) {
            return Err(TableError::Root.into());
        }
        Ok(Some(super::register::rows_of::<R>(&bucket.bytes(), self.proof_of.as_str())?))
    }
}

async fn register(refreshed: &mut Refreshed) -> Result<RegisterIndex, ProofError> {
    let bytes = refreshed.target(INDEX_PATH, TARGETS, MAX_INDEX_BYTES as u64).await?;
    let path = INDEX_PATH.to_owned();
    let index: RegisterIndex = json::read(&bytes, MAX_INDEX_BYTES)
        .map_err(|why| ProofError::Index { path: path.clone(), why })?;
    index.check().map_err(|why| ProofError::Index { path, why })?;
    Ok(index)
}

async fn list(refreshed: &mut Refreshed, iss: &Issuer) -> Result<ListIndex, ProofError> {
    let path = format!("lists/{iss}/index.json");
    let bytes = refreshed.target(&path, iss.as_str(), MAX_INDEX_BYTES as u64).await?;
    json::read(&bytes, MAX_INDEX_BYTES).map_err(|why| ProofError::Index { path, why })
}

async fn bucket<R: Kept>(
    refreshed: &mut Refreshed,
    (table, role): (&Table, &str),
    iss: Option<Issuer>,
    code: &Uscc,
) -> Result<Bucket, ProofError> {
    let file = refreshed.target(&table.snapshot, role, MAX_FILE_BYTES).await?;
    let (lines, leaves) = read_bucket::<R>(file.as_slice(), table, code.as_str())?;
    let text = |line: Vec<u8>| String::from_utf8_lossy(&line).trim_end_matches('\n').to_owned();
    let number = tree::bucket(tree::slot(code.as_str()), table.bits);
    let lines = lines.into_iter().map(text).collect();
    Ok(Bucket { iss, lines, path: tree::path(&leaves, number) })
}

/// A repository, and what came from it.
struct Recorder {
    repository: Arc<dyn Repository>,
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Recorder {
    fn keep(&self, path: String, bytes: Option<&Vec<u8>>) {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        bytes.into_iter().for_each(|bytes| drop(files.insert(path.clone(), bytes.clone())));
    }

    /// Metadata and indexes; the tables themselves are not needed.
    fn small(&self) -> BTreeMap<String, Vec<u8>> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let small = files.iter().filter(|(path, _)| path.ends_with(".json"));
        small.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
    }
}

impl std::fmt::Debug for Recorder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Recorder").finish_non_exhaustive()
    }
}

impl Repository for Recorder {
    fn fetch_metadata<'a>(&'a self, name: &'a str, max_length: u64) -> FetchFuture<'a> {
        Box::pin(async move {
            let bytes = self.repository.fetch_metadata(name, max_length).await?;
            self.keep(format!("metadata/{name}"), bytes.as_ref());
            Ok(bytes)
        })
    }

    fn fetch_target<'a>(&'a self, path: &'a str, max_length: u64) -> FetchFuture<'a> {
        Box::pin(async move {
            let bytes = self.repository.fetch_target(path, max_length).await?;
            self.keep(format!("targets/{path}"), bytes.as_ref());
            Ok(bytes)
        })
    }
}

/// A repository of the files in a proof.
#[derive(Debug)]
struct Files(Proof);

impl Repository for Files {
    fn fetch_metadata<'a>(&'a self, name: &'a str, _max_length: u64) -> FetchFuture<'a> {
        Box::pin(async move { Ok(self.0.file(&format!("metadata/{name}"))) })
    }

    fn fetch_target<'a>(&'a self, path: &'a str, _max_length: u64) -> FetchFuture<'a> {
        Box::pin(async move { Ok(self.0.file(&format!("targets/{path}"))) })
    }
}

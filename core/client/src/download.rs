//! Large files: fetched in ranges, written byte by byte as they arrive, gone on with later, and
//! believed only when the whole of them has the signed hash.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::SyncError;
use super::repository::{PURPOSE_FILE, Remote};
use super::transport::{Request, Response, Sink, TransportError};
use super::watch::Watch;
use standing_model::ids::{Hash, TrustId};
use standing_model::register::MAX_FILE_BYTES;
use standing_store::{DOWNLOADS, StoreError};
use standing_verify::metadata::{Located, MetadataError};

/// Bytes in one request.
const RANGE: u64 = 1 << 20;

/// An answer that ends well with fewer bytes than this, and before the end of what was asked for, is
/// a short one.
const SHORT: u64 = 64 << 10;

/// Short answers in a row before whoever gives them is left: a file of a byte a request would never
/// end.
const SHORT_ANSWERS: u32 = 3;

/// Files of one trust root on their way, each named after the root and its own hash.
pub struct Downloads {
    folder: PathBuf,
    prefix: String,
}

impl Downloads {
    /// The files of a trust root on their way in a store's folder.
    ///
    /// # Errors
    /// [`SyncError::Store`] if the folder cannot be made.
    pub fn open(store: &Path, trust: TrustId) -> Result<Self, SyncError> {
        let folder = store.join(DOWNLOADS);
        fs::create_dir_all(&folder).map_err(StoreError::from)?;
        Ok(Self { folder, prefix: format!("{}-", trust.0.to_hex()) })
    }

    /// Fetches a file, or what is missing of it.
    ///
    /// # Errors
    /// Those of the network, after which it goes on where it stopped; [`MetadataError::Mismatch`]
    /// if the file is not the signed one, after which it starts over; [`SyncError::Stopped`].
    pub async fn fetch(
        &self,
        remote: &Remote,
        located: &Located,
        watch: &dyn Watch,
    ) -> Result<PathBuf, SyncError> {
        if located.length > MAX_FILE_BYTES {
            let path = located.path.clone();
            return Err(MetadataError::TooLarge { path, limit: MAX_FILE_BYTES }.into());
        }
        let path = self.path(located.sha256);
        let resumed = self.complete(remote, located, watch).await?;
        if hash_of(&path).map_err(StoreError::from)? == located.sha256 {
            return Ok(path);
        }
        fs::remove_file(&path).map_err(StoreError::from)?;
        if resumed {
            // The beginning, from an earlier sync, may have been the damaged part.
            self.complete(remote, located, watch).await?;
            if hash_of(&path).map_err(StoreError::from)? == located.sha256 {
                return Ok(path);
            }
            fs::remove_file(&path).map_err(StoreError::from)?;
        }
        Err(MetadataError::Mismatch(located.path.clone()).into())
    }

    /// Removes every file of this trust root but these: others are of versions that nobody wants
    /// any more. What another register is fetching stays.
    ///
    /// # Errors
    /// [`SyncError::Store`].
    pub fn keep_only(&self, wanted: &[Hash]) -> Result<(), SyncError> {
        let wanted: Vec<PathBuf> = wanted.iter().map(|hash| self.path(*hash)).collect();
        for entry in fs::read_dir(&self.folder).map_err(StoreError::from)? {
            let path = entry.map_err(StoreError::from)?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with(&self.prefix) && !wanted.contains(&path) {
                fs::remove_file(path).map_err(StoreError::from)?;
            }
        }
        Ok(())
    }

    /// Whether `file` is the one with this hash.
    pub fn is(&self, file: &Path, hash: Hash) -> bool {
        self.path(hash) == file
    }

    /// Bytes of a file that have arrived.
    pub fn arrived(&self, located: &Located) -> u64 {
        fs::metadata(self.path(located.sha256)).map_or(0, |file| file.len())
    }

    fn path(&self, hash: Hash) -> PathBuf {
        self.folder.join(format!("{}{}.part", self.prefix, hash.to_hex()))
    }

    /// Fetches until the file is as long as it must be; whether part of it was there before.
    async fn complete(
        &self,
        remote: &Remote,
        located: &Located,
        watch: &dyn Watch,
    ) -> Result<bool, SyncError> {
        let mut file = open(&self.path(located.sha256)).map_err(StoreError::from)?;
        let mut have = file.metadata().map_err(StoreError::from)?.len();
        if have > located.length {
            file.set_len(0).map_err(StoreError::from)?;
            have = 0;
        }
        let (resumed, mut short) = (have > 0, 0);
        while have < located.length {
            if watch.stopped() {
                return Err(SyncError::Stopped);
            }
            let asked = RANGE.min(located.length - have);
            let mut into = Into { remote, located, file: &mut file, have, at: have, wrong: None };
            let sent = remote.carry_into(request(remote, located, have)?, &mut into).await;
            let (came, wrong) = (into.at.max(have), into.wrong);
            watch.fetched(&located.path, came, located.length);
            if let Some(wrong) = wrong {
                return Err(wrong);
            }
            sent?;
            short = if came - have < SHORT.min(asked) { short + 1 } else { 0 };
            if came <= have || short >= SHORT_ANSWERS {
                return Err(MetadataError::Mismatch(located.path.clone()).into());
            }
            have = came;
        }
        file.sync_all().map_err(StoreError::from)?;
        Ok(resumed)
    }
}

fn request(remote: &Remote, located: &Located, have: u64) -> Result<Request, SyncError> {
    // A server that knows no ranges answers with the whole file, which is allowed for.
    let limit = usize::try_from(located.length).unwrap_or(usize::MAX);
    let mut request = Request::get(remote.address(&located.address)?, limit, PURPOSE_FILE);
    let end = located.length.min(have.saturating_add(RANGE));
    if have > 0 || end < located.length {
        request.headers.push(("range", format!("bytes={have}-{}", end.saturating_sub(1))));
    }
    Ok(request)
}

/// Where in the file the answer's body begins.
fn begins_at(
    remote: &Remote,
    located: &Located,
    have: u64,
    answer: &Response,
) -> Result<u64, SyncError> {
    let from = match answer.status {
        200 => 0,
        206 => {
            let range =
                answer.header("content-range").and_then(|range| range.strip_prefix("bytes "));
            let from = range.and_then(|range| range.split_once('-')?.0.parse().ok());
            from.filter(|from| *from == have)
                .ok_or_else(|| MetadataError::Mismatch(located.path.clone()))?
        }
        status => return Err(SyncError::Status { host: remote.host(), status }),
    };
    Ok(from)
}

/// Writes an answer's body to its place in the file.
struct Into<'a> {
    remote: &'a Remote,
    located: &'a Located,
    file: &'a mut File,
    /// Bytes that the file had.
    have: u64,
    /// Where the next bytes go.
    at: u64,
    /// Why the answer was not taken.
    wrong: Option<SyncError>,
}

impl Into<'_> {
    fn refuse(&mut self, wrong: impl std::convert::Into<SyncError>) -> TransportError {
        self.wrong = Some(wrong.into());
        TransportError::NotTaken
    }
}

impl Sink for Into<'_> {
    fn begin(&mut self, answer: &Response) -> Result<(), TransportError> {
        match begins_at(self.remote, self.located, self.have, answer) {
            Ok(from) => self.at = from,
            Err(error) => return Err(self.refuse(error)),
        }
        let sought = self.file.seek(SeekFrom::Start(self.at));
        sought.map(drop).map_err(|error| self.refuse(StoreError::from(error)))
    }

    fn take(&mut self, bytes: &[u8]) -> Result<(), TransportError> {
        let end = self.at + size(bytes);
        if end > self.located.length {
            return Err(self.refuse(MetadataError::Mismatch(self.located.path.clone())));
        }
        self.file.write_all(bytes).map_err(|error| self.refuse(StoreError::from(error)))?;
        self.at = end;
        Ok(())
    }
}

fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)
}

fn size(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

fn hash_of(path: &Path) -> io::Result<Hash> {
    let (mut file, mut hasher) = (File::open(path)?, Sha256::new());
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(Hash::from_bytes(hasher.finalize().into())),
            read => hasher.update(buffer.get(..read).unwrap_or_default()),
        }
    }
}

#[cfg(test)]
#[path = "download_tests.rs"]
mod tests;

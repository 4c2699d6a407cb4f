//! A TUF repository behind an address: `metadata/` and `targets/`, as any web server serves them.

use std::sync::Arc;

use sigstore_tuf::transport::FetchFuture;

use super::error::SyncError;
use super::transport::{Request, Response, Sink, Transport, host_of};
use standing_verify::metadata::Repository;

/// For the list of network accesses: metadata.
pub const PURPOSE_METADATA: &str = "public-metadata";
/// For the list of network accesses: a data file.
pub const PURPOSE_FILE: &str = "public-file";

/// A repository on the network. Requests carry nothing but the address (PROTOCOL
/// §1.5).
pub struct Remote {
    transport: Arc<dyn Transport>,
    repo: String,
}

impl Remote {
    /// The repository at an address without a slash at its end.
    pub fn new(transport: Arc<dyn Transport>, repo: &str) -> Self {
        Self { transport, repo: repo.to_owned() }
    }

    /// Its host, for people.
    pub fn host(&self) -> String {
        host_of(&self.repo)
    }

    /// Fetches a file below the repository's address, whole; none if there is no such file.
    ///
    /// # Errors
    /// [`SyncError::Transport`], [`SyncError::Status`], [`SyncError::WebPage`].
    pub async fn fetch(
        &self,
        path: &str,
        limit: usize,
        purpose: &'static str,
    ) -> Result<Option<Vec<u8>>, SyncError> {
        let request = Request::get(self.address(path)?, limit, purpose);
        let answer = self.carry(request).await?;
        match answer.status {
            200 if looks_like_a_page(&answer.body) => Err(SyncError::WebPage { host: self.host() }),
            200 => Ok(Some(answer.body)),
            404 | 410 => Ok(None),
            status => Err(SyncError::Status { host: self.host(), status }),
        }
    }

    /// Carries a request to this repository.
    ///
    /// # Errors
    /// [`SyncError::Transport`].
    pub async fn carry(&self, request: Request) -> Result<Response, SyncError> {
        let sent = self.transport.send(request).await;
        sent.map_err(|source| SyncError::exchange(self.host(), source))
    }

    /// Carries a request whose answer goes to `sink` as it arrives.
    ///
    /// # Errors
    /// [`SyncError::Transport`].
    pub async fn carry_into(
        &self,
        request: Request,
        sink: &mut dyn Sink,
    ) -> Result<Response, SyncError> {
        let sent = self.transport.send_into(request, sink).await;
        sent.map_err(|source| SyncError::exchange(self.host(), source))
    }

    /// The address of a file. Names come from signed files, and still may not lead elsewhere.
    ///
    /// # Errors
    /// [`SyncError::Content`] for a name with anything but letters, digits and `-_.~`. A percent
    /// sign is refused too: what it stands for is decided by whoever reads the address.
    pub fn address(&self, path: &str) -> Result<String, SyncError> {
        let plain = |part: &str| {
            let known = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
            !part.is_empty() && !part.starts_with('.') && part.bytes().all(known)
        };
        if path.split('/').all(plain) {
            Ok(format!("{}/{path}", self.repo))
        } else {
            Err(SyncError::content(path, "its name is not one of a file"))
        }
    }
}

impl Repository for Remote {
    fn fetch_metadata<'a>(&'a self, name: &'a str, max_length: u64) -> FetchFuture<'a> {
        Box::pin(async move {
            let limit = usize::try_from(max_length).unwrap_or(usize::MAX);
            let fetched = self.fetch(&format!("metadata/{name}"), limit, PURPOSE_METADATA).await;
            fetched.map_err(foreign)
        })
    }

    fn fetch_target<'a>(&'a self, path: &'a str, max_length: u64) -> FetchFuture<'a> {
        Box::pin(async move {
            let limit = usize::try_from(max_length).unwrap_or(usize::MAX);
            let fetched = self.fetch(&format!("targets/{path}"), limit, PURPOSE_FILE).await;
            fetched.map_err(foreign)
        })
    }
}

/// Our own error through the TUF client, to be found again by [`SyncError::of_refresh`].
fn foreign(error: SyncError) -> sigstore_tuf::Error {
    sigstore_tuf::Error::transport_with_source("fetch", error)
}

/// No file of a repository begins like a web page; a login page of a wireless network does.
fn looks_like_a_page(body: &[u8]) -> bool {
    body.trim_ascii_start().starts_with(b"<")
}

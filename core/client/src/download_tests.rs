use std::sync::Arc;

use super::super::testing::{FakeNetwork, Fault, REPO};
use super::super::watch::{Ends, Nobody};
use super::*;
use standing_verify::metadata::testing::Files;

const ADDRESS: &str = "targets/lists/a.bin";

struct Server {
    network: Arc<FakeNetwork>,
    remote: Remote,
    files: Files,
    located: Located,
    folder: tempfile::TempDir,
    bytes: Vec<u8>,
}

/// A file of 2.5 ranges.
fn server() -> Server {
    let bytes: Vec<u8> = (0..(RANGE * 5 / 2) as u32).map(|n| (n / 7) as u8).collect();
    let files = Files::default();
    files.put(ADDRESS, bytes.clone());
    let network = FakeNetwork::new(&files);
    let remote = Remote::new(network.clone(), REPO);
    let located = Located {
        path: "lists/a.bin".into(),
        address: ADDRESS.into(),
        length: bytes.len() as u64,
        sha256: Hash::of(&bytes),
    };
    Server { network, remote, files, located, folder: tempfile::tempdir().unwrap(), bytes }
}

impl Server {
    async fn fetch(&self) -> Result<Vec<u8>, SyncError> {
        let downloads = Downloads::open(self.folder.path(), TrustId::of_root(b"root")).unwrap();
        let path = downloads.fetch(&self.remote, &self.located, &Nobody).await?;
        Ok(fs::read(path).unwrap())
    }

    fn requests(&self) -> usize {
        self.network.asked().len()
    }
}

#[tokio::test]
async fn a_file_arrives_whole_in_ranges() {
    let server = server();
    assert_eq!(server.fetch().await.unwrap(), server.bytes);
    assert_eq!(server.requests(), 3);
}

#[tokio::test]
async fn after_a_broken_connection_it_goes_on_where_it_stopped() {
    let server = server();
    server.network.fail(ADDRESS, Fault::Cut(100));
    server.network.fail(ADDRESS, Fault::Cut(5000));
    server.network.fail(ADDRESS, Fault::Unreachable);
    let error = server.fetch().await.unwrap_err();
    assert!(matches!(error, SyncError::Transport { .. }), "{error}");
    assert_eq!(server.requests(), 3);
    assert_eq!(server.fetch().await.unwrap(), server.bytes);
    assert_eq!(server.requests(), 3, "5,100 bytes were not fetched again");
}

#[tokio::test]
async fn a_server_without_ranges_serves_too() {
    let server = server();
    server.network.fail(ADDRESS, Fault::NoRanges);
    assert_eq!(server.fetch().await.unwrap(), server.bytes);
    assert_eq!(server.requests(), 1);
}

#[tokio::test]
async fn another_file_is_refused_and_leaves_nothing_behind() {
    let server = server();
    let mut other = server.bytes.clone();
    other[9] ^= 1;
    server.files.put(ADDRESS, other);
    let error = server.fetch().await.unwrap_err();
    assert!(matches!(error, SyncError::Metadata(MetadataError::Mismatch(_))), "{error}");
    assert_eq!(fs::read_dir(server.folder.path().join(DOWNLOADS)).unwrap().count(), 0);
    // Once the right one is there, it is taken.
    server.files.put(ADDRESS, server.bytes.clone());
    assert_eq!(server.fetch().await.unwrap(), server.bytes);
}

#[tokio::test]
async fn a_damaged_beginning_on_the_phone_is_fetched_again() {
    let server = server();
    let downloads = Downloads::open(server.folder.path(), TrustId::of_root(b"root")).unwrap();
    fs::write(downloads.path(server.located.sha256), b"damaged").unwrap();
    assert_eq!(server.fetch().await.unwrap(), server.bytes);
}

#[tokio::test]
async fn an_answer_that_makes_no_progress_ends_it() {
    let server = server();
    for (status, body) in
        [(206, Vec::new()), (200, Vec::new()), (500, Vec::new()), (404, Vec::new())]
    {
        server.network.fail(ADDRESS, Fault::Answer(status, body));
        server.fetch().await.unwrap_err();
    }
    server.network.fail(ADDRESS, Fault::Answer(200, vec![0; server.bytes.len() + 1]));
    server.fetch().await.unwrap_err();
}

#[tokio::test]
async fn a_stop_keeps_what_has_arrived() {
    struct AfterOne(std::sync::atomic::AtomicBool);
    impl Watch for AfterOne {
        fn fetched(&self, _path: &str, _bytes: u64, _of: u64) {
            self.0.store(true, std::sync::atomic::Ordering::Relaxed);
        }
        fn stopped(&self) -> bool {
            self.0.load(std::sync::atomic::Ordering::Relaxed)
        }
        fn ends(&self) -> Ends {
            Box::new(|| false)
        }
    }
    let server = server();
    let downloads = Downloads::open(server.folder.path(), TrustId::of_root(b"root")).unwrap();
    let watch = AfterOne(false.into());
    let error = downloads.fetch(&server.remote, &server.located, &watch).await.unwrap_err();
    assert!(matches!(error, SyncError::Stopped), "{error}");
    server.requests();
    assert_eq!(server.fetch().await.unwrap(), server.bytes);
    assert_eq!(server.requests(), 2);
    downloads.keep_only(&[]).unwrap();
    assert_eq!(fs::read_dir(server.folder.path().join(DOWNLOADS)).unwrap().count(), 0);
}

#[tokio::test]
async fn a_byte_a_request_is_not_waited_for() {
    let server = server();
    for _ in 0..10 {
        server.network.fail(ADDRESS, Fault::Cut(1));
    }
    let error = server.fetch().await.unwrap_err();
    assert!(matches!(error, SyncError::Metadata(MetadataError::Mismatch(_))), "{error}");
    assert_eq!(server.requests(), SHORT_ANSWERS as usize);
}

#[tokio::test]
async fn a_file_that_is_signed_with_more_bytes_than_any_may_have_is_not_asked_for() {
    for (length, is_asked) in [(MAX_FILE_BYTES, true), (MAX_FILE_BYTES + 1, false)] {
        let mut server = server();
        server.located.length = length;
        let refused = server.fetch().await.unwrap_err();
        let too_large = |error: &SyncError| {
            matches!(error, SyncError::Metadata(MetadataError::TooLarge { .. }))
        };
        assert_eq!((too_large(&refused), server.requests() > 0), (!is_asked, is_asked));
    }
}

//! What a long task tells whoever waits for it, what it asks of the phone, and how it is stopped.

use std::path::Path;

/// Somebody who waits for a sync.
pub trait Watch: Send + Sync {
    /// So many bytes of a file have arrived.
    fn fetched(&self, path: &str, bytes: u64, of: u64);

    /// Whether to stop. What was fetched is kept, and the next sync goes on from there.
    fn stopped(&self) -> bool;

    /// The same for a database at work, which asks between two steps of a statement.
    fn ends(&self) -> Ends;

    /// Bytes that are free where a folder lies; none if the phone does not say.
    fn room(&self, folder: &Path) -> Option<u64> {
        free_in(folder)
    }

    /// Bytes of tables that a register's update may fetch before the person has seen its size; none
    /// if it may fetch all.
    fn unasked(&self) -> Option<u64> {
        None
    }
}

/// Whether to stop, asked from within a statement.
pub type Ends = Box<dyn FnMut() -> bool + Send>;

#[cfg(unix)]
fn free_in(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

#[cfg(not(unix))]
const fn free_in(_folder: &Path) -> Option<u64> {
    None
}

/// Nobody waits, and nobody stops it.
#[cfg(test)]
pub struct Nobody;

#[cfg(test)]
impl Watch for Nobody {
    fn fetched(&self, _path: &str, _bytes: u64, _of: u64) {}

    fn stopped(&self) -> bool {
        false
    }

    fn ends(&self) -> Ends {
        Box::new(|| false)
    }
}

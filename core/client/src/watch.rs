//! What a long task tells whoever waits for it, and how it is stopped.

/// Somebody who waits for a sync.
pub trait Watch: Send + Sync {
    /// So many bytes of a file have arrived.
    fn fetched(&self, path: &str, bytes: u64, of: u64);

    /// Whether to stop. What was fetched is kept, and the next sync goes on from there.
    fn stopped(&self) -> bool;

    /// The same for a database at work, which asks between two steps of a statement.
    fn ends(&self) -> Ends;
}

/// Whether to stop, asked from within a statement.
pub type Ends = Box<dyn FnMut() -> bool + Send>;

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

//! Talking to authorities and registers: what is said on the wire, and the run that says it.

pub(crate) mod authority;
pub(crate) mod download;
pub(crate) mod error;
#[cfg(test)]
pub(crate) mod fake_authority;
pub(crate) mod history;
pub(crate) mod http;
pub(crate) mod metadata;
pub(crate) mod plan;
pub(crate) mod register;
pub(crate) mod repository;
pub(crate) mod status;
#[cfg(test)]
pub(crate) mod testing;
pub(crate) mod transport;
pub(crate) mod upload;
pub(crate) mod watch;
pub mod wire;

pub(crate) use error::SyncError;

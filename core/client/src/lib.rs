//! Talking to authorities and registers: what is said on the wire, and the run that says it.

#![allow(
    missing_docs,
    clippy::missing_errors_doc,
    reason = "an internal crate: names and types say it"
)]

pub mod authority;
pub mod download;
pub mod error;
#[cfg(any(test, feature = "testing"))]
pub mod fake_authority;
pub mod gate;
pub mod guard;
pub mod history;
pub mod http;
pub mod metadata;
pub mod plan;
pub mod queue;
pub mod register;
pub mod repository;
pub mod run;
pub mod status;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod transport;
pub mod upload;
pub mod waiting;
pub mod watch;
pub mod wire;

pub use error::SyncError;

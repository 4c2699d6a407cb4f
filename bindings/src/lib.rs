//! Standing's core for Kotlin and Swift.
//!
//! This crate says how the core's use cases cross the language border, and nothing else: one
//! exported method for each use case, each with one view that holds everything its screen shows,
//! because a call across the border costs far more than the data in it. There are no rules, no SQL
//! and no HTTP here.
//!
//! - [`App`] is the door: open it once, keep it.
//! - [`AppError`] is what every call may throw: one variant for each thing a person can do.
//! - [`SyncRun`] is work that goes on after the call that started it.
//! - [`SecretStore`] and [`Observer`] are the ports that the app implements.
//!
//! A panic never crosses: the library unwinds, and the call that met it throws UniFFI's
//! `InternalException` instead of its own error.

mod app;
mod custom;
mod error;
mod ports;
mod runtime;
mod sync;
mod views;

pub use app::App;
pub use error::AppError;
pub use ports::{Observer, ObserverError, SecretError, SecretStore};
pub use sync::{Stopper, Subscription, SyncRun};

/// Whether a text that a person typed may be written anywhere, as into the state of an app that is
/// not in front: not if it holds what is shaped like a resident number. Answers at once, on any
/// thread, also before the app is open.
#[uniffi::export]
#[must_use]
pub fn may_be_kept(text: String) -> bool {
    standing_app::may_be_kept(&text)
}

uniffi::setup_scaffolding!();

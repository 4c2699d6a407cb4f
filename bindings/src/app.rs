//! The door: one method for each use case.

use crate::error::AppError;
use crate::ports::{SecretStore, Secrets};
use crate::runtime::Runtime;
use standing_core::app::words::{Language, Words};
use standing_core::app::{self as core, Setup};
use standing_core::clock::{SystemClock, SystemEntropy};
use standing_core::error::ErrorKind;
use std::sync::Arc;

/// Everything that a phone can ask of the core. Open it once for its folder, and keep it.
///
/// Methods that are not `suspend` or `async` answer from this phone alone, in milliseconds; call
/// them away from the thread that draws.
#[derive(uniffi::Object)]
pub struct App {
    core: Arc<core::App>,
    runtime: Runtime,
}

#[uniffi::export]
impl App {
    /// Opens a folder of the app's own, or makes it. `locale` such as `zh-Hans-CN` chooses the
    /// language until the person chooses one.
    ///
    /// Throws `Storage` if the folder is in use or damaged, or the disk is full; `KeyUnavailable`;
    /// `TooNew` for a folder of a newer version, which is left untouched.
    #[uniffi::constructor]
    pub fn open(
        folder: String,
        locale: String,
        secrets: Arc<dyn SecretStore>,
    ) -> Result<Arc<Self>, AppError> {
        let language = Language::of_locale(&locale);
        let no_threads = |_| Words(language).error(ErrorKind::Storage, "no-threads", &[]);
        let runtime = Runtime::start().map_err(no_threads)?;
        let core = core::App::open(Setup {
            folder: folder.into(),
            language,
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
            secrets: Arc::new(Secrets(secrets)),
        })?;
        Ok(Arc::new(Self { core: Arc::new(core), runtime }))
    }

    /// Erases everything on this phone: the keys first, then the files.
    ///
    /// Throws `Storage` while a sync is at work, or if a file cannot be removed.
    pub fn erase(&self) -> Result<(), AppError> {
        Ok(self.core.erase()?)
    }
}

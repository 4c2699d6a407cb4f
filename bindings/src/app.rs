//! The door: one method for each use case, in the file of its feature.

mod businesses;
mod cases;
mod letters;
mod listing_letters;
mod membership;
mod records;

use crate::error::AppError;
use crate::ports::{Observer, SecretStore, Secrets};
use crate::runtime::Runtime;
use crate::sync::{Observers, Subscription, SyncRun, Tap};
use crate::views::{FreshnessView, HelpView, NetworkKind, NetworkView, SampleView, SettingsView};
use standing_app::error::ErrorKind;
use standing_app::system::{SystemClock, SystemEntropy};
use standing_app::words::{Language, Words};
use standing_app::{self as core, Setup, Stop};
use std::sync::{Arc, Mutex, PoisonError};

/// Everything that a phone can ask of the core. Open it once for its folder, and keep it.
///
/// Methods that are not `suspend` or `async` answer from this phone alone, in milliseconds; call
/// them away from the thread that draws.
#[derive(uniffi::Object)]
pub struct App {
    core: Arc<core::App>,
    runtime: Runtime,
    observers: Arc<Observers>,
    /// The newest sync, and how a person asks it for more.
    sync: Mutex<Option<(Arc<SyncRun>, Tap)>>,
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
        let (observers, sync) = (Arc::default(), Mutex::default());
        Ok(Arc::new(Self { core: Arc::new(core), runtime, observers, sync }))
    }

    /// Tells an observer what the core is doing, as long as the subscription is kept.
    pub fn observe(&self, observer: Arc<dyn Observer>) -> Arc<Subscription> {
        self.observers.add(observer)
    }

    /// Starts to bring everything up to date and to send what waits, and returns at once. If a
    /// sync is at work, this is that one. `network` is the one in use now; stop the sync if another
    /// comes into use. One that the phone began tries what is due; once it has, it goes on with
    /// everything else.
    ///
    /// Its end throws `Refused` (`metered`) if the person chose to sync only without volume
    /// charges and `network` has them.
    pub fn sync(&self, network: NetworkKind) -> Arc<SyncRun> {
        self.run(Work::Asked(network))
    }

    /// Starts to fetch what is new of one register, by its fingerprint, however large it is and
    /// whatever the network charges, and returns at once. If a sync is at work, this is that one.
    ///
    /// Its end throws `NotFound` if there is no such register.
    pub fn update_register(&self, fingerprint: String) -> Arc<SyncRun> {
        self.run(Work::Register(fingerprint))
    }

    /// As `sync`, begun by the phone: only what is due is tried, and it takes no longer than
    /// `seconds`. If a sync is at work, this is that one.
    pub fn sync_unasked(&self, network: NetworkKind, seconds: u32) -> Arc<SyncRun> {
        self.run(Work::Unasked(network, seconds))
    }

    /// What the person chose.
    ///
    /// Throws `Storage`.
    pub fn settings(&self) -> Result<SettingsView, AppError> {
        Ok(self.core.settings()?)
    }

    /// Keeps settings, all of them or none; the language changes at once.
    ///
    /// Throws `Invalid` for a text size outside 100 to 200 percent, `Storage`.
    pub fn set_settings(&self, settings: SettingsView) -> Result<(), AppError> {
        Ok(self.core.set_settings(&settings)?)
    }

    /// What people ask, and what the words mean.
    pub fn help(&self) -> HelpView {
        self.core.help()
    }

    /// A sample that belongs to nobody, to look at before anything is connected.
    pub fn sample(&self) -> SampleView {
        self.core.sample()
    }

    /// Every network access of the last 90 days, the newest first.
    ///
    /// Throws `Storage`.
    pub fn network_accesses(&self) -> Result<NetworkView, AppError> {
        Ok(self.core.network_accesses()?)
    }

    /// How fresh everything on this phone is.
    ///
    /// Throws `Storage`.
    pub fn freshness(&self) -> Result<FreshnessView, AppError> {
        Ok(self.core.freshness()?)
    }

    /// Erases everything on this phone: the keys first, at once, whatever is at work, then the
    /// files. Nothing is left only if this does not throw; call it again if it does.
    ///
    /// Throws `KeyUnavailable` if the key store does not answer, `Storage` if a file cannot be
    /// removed.
    pub fn erase(&self) -> Result<(), AppError> {
        Ok(self.core.erase()?)
    }
}

/// What a sync is to do.
enum Work {
    /// Everything, for a person.
    Asked(NetworkKind),
    /// What is due, for no longer than so many seconds.
    Unasked(NetworkKind, u32),
    /// One register, by its fingerprint.
    Register(String),
}

impl Work {
    /// Whether the sync at work will do: a person's wish for everything has to be heard by it.
    fn joins(&self, tap: &Tap) -> bool {
        match self {
            Self::Asked(network) => tap.ask(*network),
            Self::Unasked(..) | Self::Register(_) => true,
        }
    }
}

impl App {
    /// Starts a sync, unless one is at work.
    fn run(&self, work: Work) -> Arc<SyncRun> {
        let mut running = self.sync.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((run, tap)) = running.as_ref().filter(|(run, _)| run.is_at_work())
            && work.joins(tap)
        {
            return Arc::clone(run);
        }
        let (core, observers) = (Arc::clone(&self.core), Arc::clone(&self.observers));
        let stop = Stop::default();
        let stopped = stop.clone();
        let (tap, asked) = Tap::new();
        let work = async move {
            let told = |progress| observers.progress(&progress);
            let first = match work {
                Work::Asked(network) => return Ok(core.sync(network, &stopped, &told).await?),
                Work::Unasked(network, seconds) => {
                    core.sync_unasked(network, seconds, &stopped, &told).await
                }
                Work::Register(which) => core.update_register(&which, &stopped, &told).await,
            };
            match asked.taken_up() {
                None => Ok(first?),
                Some(network) => Ok(core.sync(network, &stopped, &told).await?),
            }
        };
        let unexpected = self.core.words().error(ErrorKind::Storage, "unexpected", &[]).into();
        let observers = Arc::clone(&self.observers);
        let run = SyncRun::start(&self.runtime, stop, work, observers, unexpected);
        Arc::clone(&running.insert((run, tap)).0)
    }
}

//! A sync that is at work, and those who hear of it.

use crate::error::AppError;
use crate::ports::Observer;
use crate::runtime::Runtime;
use crate::views::{NetworkKind, SyncProgress, SyncView};
use standing_app::Stop;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use tokio::sync::watch;

type Ending = Result<SyncView, AppError>;

/// Asks a piece of work to stop that the person waits for.
#[derive(uniffi::Object, Default)]
pub struct Stopper(Stop);

#[uniffi::export]
impl Stopper {
    /// One that has not been asked yet.
    #[uniffi::constructor]
    #[must_use]
    pub fn new() -> Arc<Self> {
        Arc::default()
    }

    /// Asks the work to stop. It ends at once, and what it had not finished is not kept, but for a
    /// key that may have reached an authority: the same code goes on with it.
    pub fn stop(&self) {
        self.0.stop();
    }
}

impl Stopper {
    /// What the work looks at.
    pub fn asked(&self) -> Stop {
        self.0.clone()
    }
}

/// A sync that has been started. It goes on whether or not anyone waits for it.
#[derive(uniffi::Object)]
pub struct SyncRun {
    stop: Stop,
    ended: watch::Receiver<Option<Ending>>,
    unexpected: AppError,
}

#[uniffi::export]
impl SyncRun {
    /// Asks it to stop. It ends at once, and keeps what it had finished.
    pub fn stop(&self) {
        self.stop.stop();
    }

    /// Waits for its end. Giving up the waiting does not stop the sync.
    ///
    /// Throws `Refused` if the network in use is not one that the person wants to sync over,
    /// `Storage` if the phone cannot store; what else went wrong is in the view.
    pub async fn wait(&self) -> Result<SyncView, AppError> {
        let mut ended = self.ended.clone();
        match ended.wait_for(Option::is_some).await {
            Ok(ending) => ending.clone().unwrap_or_else(|| Err(self.unexpected.clone())),
            // The app was closed under it.
            Err(_) => Err(self.unexpected.clone()),
        }
    }
}

impl SyncRun {
    /// Starts the work on the runtime, and tells the observers of its end. Work that panics ends
    /// with `unexpected`.
    pub fn start(
        runtime: &Runtime,
        stop: Stop,
        work: impl Future<Output = Ending> + Send + 'static,
        observers: Arc<Observers>,
        unexpected: AppError,
    ) -> Arc<Self> {
        let (sender, ended) = watch::channel(None);
        let panicked = unexpected.clone();
        runtime.spawn(async move {
            let ending = tokio::spawn(work).await.unwrap_or(Err(panicked));
            // An observer may take its time, so those who wait go first.
            sender.send_replace(Some(ending.clone()));
            observers.tell(|observer| match &ending {
                Ok(view) => observer.on_done(view.clone()),
                Err(error) => observer.on_failed(error.clone()),
            });
        });
        Arc::new(Self { stop, ended, unexpected })
    }

    /// Whether it still works.
    pub fn is_at_work(&self) -> bool {
        self.ended.borrow().is_none() && self.ended.has_changed().is_ok()
    }
}

/// A person's wish for a sync while one is at work that the phone began.
#[derive(Clone)]
pub struct Tap(Arc<Mutex<Wish>>);

#[derive(Clone, Copy)]
enum Wish {
    None,
    /// With the network that was in use then.
    Asked(NetworkKind),
    /// The sync has ended, or is about to.
    TooLate,
}

impl Tap {
    /// The same one for who asks and for the sync.
    pub fn new() -> (Self, Self) {
        let tap = Self(Arc::new(Mutex::new(Wish::None)));
        (tap.clone(), tap)
    }

    /// Asks; `false` if it is too late.
    pub fn ask(&self, network: NetworkKind) -> bool {
        let mut wish = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(*wish, Wish::None) {
            *wish = Wish::Asked(network);
        }
        matches!(*wish, Wish::Asked(_))
    }

    /// What was asked for. If nothing was, it is too late from now on; else the sync goes on as the
    /// person's own, and whoever asks once more means that one.
    pub fn taken_up(&self) -> Option<NetworkKind> {
        let mut wish = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Wish::Asked(network) = *wish {
            return Some(network);
        }
        *wish = Wish::TooLate;
        None
    }
}

/// Holds an observer. Keep it as long as news is wanted: the app itself does not hold observers,
/// so that neither keeps the other alive.
#[derive(uniffi::Object)]
pub struct Subscription(Mutex<Option<Arc<dyn Observer>>>);

#[uniffi::export]
impl Subscription {
    /// Lets the observer go. A call that has begun already may still arrive.
    pub fn cancel(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

impl Subscription {
    fn observer(&self) -> Option<Arc<dyn Observer>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Everyone who wants to hear, held weakly.
#[derive(Default)]
pub struct Observers(Mutex<Vec<Weak<Subscription>>>);

impl Observers {
    /// Takes an observer in, for as long as the subscription holds it.
    pub fn add(&self, observer: Arc<dyn Observer>) -> Arc<Subscription> {
        let subscription = Arc::new(Subscription(Mutex::new(Some(observer))));
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.push(Arc::downgrade(&subscription));
        subscription
    }

    /// Says how far a sync is.
    pub fn progress(&self, progress: &SyncProgress) {
        self.tell(|observer| observer.on_progress(progress.clone()));
    }

    /// Tells each, and forgets those who are gone. One who throws has missed something, no more.
    fn tell<E>(&self, say: impl Fn(&dyn Observer) -> Result<(), E>) {
        // An observer may subscribe or cancel while it is told, so no lock is held then.
        for observer in self.live() {
            let _ = say(&*observer);
        }
    }

    fn live(&self) -> Vec<Arc<dyn Observer>> {
        let mut live = Vec::new();
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|subscription| {
            let observer = subscription.upgrade().and_then(|one| one.observer());
            observer.map(|observer| live.push(observer)).is_some()
        });
        live
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::ObserverError;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[derive(Default)]
    struct CountingObserver {
        heard: AtomicU32,
        throws: bool,
    }

    impl CountingObserver {
        fn hear(&self) -> Result<(), ObserverError> {
            self.heard.fetch_add(1, Ordering::SeqCst);
            if self.throws { Err(ObserverError::Failed) } else { Ok(()) }
        }
    }

    impl Observer for CountingObserver {
        fn on_progress(&self, _: SyncProgress) -> Result<(), ObserverError> {
            self.hear()
        }

        fn on_done(&self, _: SyncView) -> Result<(), ObserverError> {
            self.hear()
        }

        fn on_failed(&self, _: AppError) -> Result<(), ObserverError> {
            self.hear()
        }
    }

    #[test]
    fn a_second_tap_joins_the_sync_that_the_first_one_widened() {
        let (person, sync) = Tap::new();
        assert!(person.ask(NetworkKind::Unmetered) && person.ask(NetworkKind::Metered));
        assert_eq!(sync.taken_up(), Some(NetworkKind::Unmetered));
        assert!(person.ask(NetworkKind::Metered), "it is the person's own now");
        let (person, sync) = Tap::new();
        assert_eq!(sync.taken_up(), None);
        assert!(!person.ask(NetworkKind::Unmetered), "the next sync is a new one");
    }

    fn said() -> SyncProgress {
        SyncProgress { text: "Asking".to_owned(), done: 0, total: 1 }
    }

    fn unexpected() -> AppError {
        let (code, happened, safe, todo) =
            ("unexpected".to_owned(), String::new(), String::new(), String::new());
        AppError::Storage { code, happened, safe, todo }
    }

    fn wait<T>(waiting: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(waiting)
    }

    #[test]
    fn an_observer_that_throws_keeps_no_one_else_from_hearing() {
        let observers = Observers::default();
        let first = Arc::new(CountingObserver { throws: true, ..CountingObserver::default() });
        let second = Arc::new(CountingObserver::default());
        let _both = (observers.add(first.clone()), observers.add(second.clone()));
        observers.progress(&said());
        assert_eq!(first.heard.load(Ordering::SeqCst), 1);
        assert_eq!(second.heard.load(Ordering::SeqCst), 1);
    }

    #[test]
    fn an_observer_lives_as_long_as_its_subscription() {
        let observers = Observers::default();
        let observer = Arc::new(CountingObserver::default());
        let cancelled = observers.add(observer.clone());
        let dropped = observers.add(observer.clone());
        cancelled.cancel();
        cancelled.cancel();
        drop(dropped);
        assert_eq!(Arc::strong_count(&observer), 1, "nobody holds it any more");
        observers.progress(&said());
        assert_eq!(observer.heard.load(Ordering::SeqCst), 0);
        assert!(observers.0.lock().unwrap().is_empty());
    }

    #[test]
    fn a_sync_that_panics_ends_like_any_other() {
        let (runtime, observers) = (Runtime::start().unwrap(), Arc::new(Observers::default()));
        let observer = Arc::new(CountingObserver::default());
        let _subscription = observers.add(observer.clone());
        let work = async { panic!("on purpose") };
        let run = SyncRun::start(&runtime, Stop::default(), work, observers, unexpected());
        assert_eq!(wait(run.wait()), Err(unexpected()));
        assert!(!run.is_at_work());
        while observer.heard.load(Ordering::SeqCst) == 0 {
            std::thread::yield_now();
        }
    }

    #[test]
    fn an_app_that_closes_leaves_nobody_waiting() {
        let runtime = Runtime::start().unwrap();
        let work = std::future::pending();
        let (stop, observers) = (Stop::default(), Arc::default());
        let run = SyncRun::start(&runtime, stop, work, observers, unexpected());
        assert!(run.is_at_work());
        drop(runtime);
        assert_eq!(wait(run.wait()), Err(unexpected()));
        assert!(!run.is_at_work());
    }
}

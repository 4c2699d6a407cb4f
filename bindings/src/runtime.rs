//! The one tokio runtime, owned by the app object.

use std::future::Future;
use std::io;
use std::panic::resume_unwind;
use tokio::runtime::{Builder, Handle};

/// Two worker threads for everything that waits for a network.
///
/// The foreign side polls exported futures on threads of its own, where no reactor runs. So they
/// only wait: the work itself is spawned here, and goes on when the waiting is given up.
pub struct Runtime {
    workers: Option<tokio::runtime::Runtime>,
    handle: Handle,
}

impl Runtime {
    /// Starts the workers.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start() -> io::Result<Self> {
        let workers = Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("standing")
            .enable_all()
            .build()?;
        let handle = workers.handle().clone();
        Ok(Self { workers: Some(workers), handle })
    }

    /// Runs work on the workers and waits for it. A panic in it is a panic here.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> T {
        match self.handle.spawn(work).await {
            Ok(result) => result,
            Err(error) => resume_unwind(error.into_panic()),
        }
    }

    /// Starts work on the workers and does not wait for it.
    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        drop(self.handle.spawn(work));
    }
}

impl Drop for Runtime {
    fn drop(&mut self) {
        // The last reference may go on a worker itself, which must not wait for its own end.
        if let Some(workers) = self.workers.take() {
            workers.shutdown_background();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::{Arc, mpsc};
    use std::time::Duration;

    /// Waits as foreign code does: on a thread without a reactor of its own.
    fn wait<T>(waiting: impl Future<Output = T>) -> T {
        Builder::new_current_thread().build().unwrap().block_on(waiting)
    }

    #[test]
    fn work_finds_a_reactor_and_a_clock() {
        let runtime = Runtime::start().unwrap();
        let work =
            async { tokio::time::timeout(Duration::ZERO, std::future::pending::<()>()).await };
        assert!(wait(runtime.run(work)).is_err());
    }

    #[test]
    fn a_panic_reaches_the_one_who_waits_and_the_workers_go_on() {
        let runtime = Runtime::start().unwrap();
        let panicking = || wait(runtime.run(async { panic!("on purpose") }));
        assert!(catch_unwind(AssertUnwindSafe(panicking)).is_err());
        assert_eq!(wait(runtime.run(async { 7 })), 7);
    }

    #[test]
    fn work_goes_on_when_nobody_waits_any_more() {
        let runtime = Runtime::start().unwrap();
        let (sender, receiver) = mpsc::channel();
        let (go, gone) = tokio::sync::oneshot::channel::<()>();
        wait(async {
            let work = async move {
                let _ = gone.await;
                sender.send("done").unwrap();
            };
            let mut waiting = Box::pin(runtime.run(work));
            assert!(asked_once(&mut waiting).await.is_none(), "it waits for `go`");
        });
        go.send(()).unwrap();
        assert_eq!(receiver.recv_timeout(Duration::from_secs(5)), Ok("done"));
    }

    #[test]
    fn the_last_reference_may_go_on_a_worker() {
        let runtime = Arc::new(Runtime::start().unwrap());
        let (sender, receiver) = mpsc::channel();
        let (go, gone) = tokio::sync::oneshot::channel::<()>();
        let handle = runtime.handle.clone();
        handle.spawn(async move {
            let _ = gone.await;
            drop(runtime);
            sender.send("dropped").unwrap();
        });
        go.send(()).unwrap();
        assert_eq!(receiver.recv_timeout(Duration::from_secs(5)), Ok("dropped"));
    }

    /// Asks a future once.
    async fn asked_once<T>(waiting: &mut (impl Future<Output = T> + Unpin)) -> Option<T> {
        std::future::poll_fn(|context| {
            let asked = std::pin::Pin::new(&mut *waiting).poll(context);
            std::task::Poll::Ready(match asked {
                std::task::Poll::Ready(result) => Some(result),
                std::task::Poll::Pending => None,
            })
        })
        .await
    }
}

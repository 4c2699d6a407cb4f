//! The network as one run uses it: hosts that are left alone are not asked, and whatever is on its
//! way is dropped when the run is to end, or what a person waits for is to stop.

use std::sync::Arc;
use tokio::time::Instant;

use super::gate::Gates;
use super::status::Stop;
use super::transport::{Exchange, Request, Response, Sink, Transport, TransportError, host_of};
use standing_model::clock::{Clock, Entropy};

/// A transport that knows when to stop and whom to leave alone.
pub struct Guard {
    pub inner: Arc<dyn Transport>,
    pub gates: Arc<Gates>,
    pub stop: Stop,
    /// When the time of the run is over.
    pub deadline: Option<Instant>,
    pub clock: Arc<dyn Clock>,
    pub entropy: Arc<dyn Entropy>,
    /// Called after each exchange: what the network was used for is kept as it happens.
    pub noted: Arc<dyn Fn() + Send + Sync>,
}

impl Guard {
    /// Whether the run is to end.
    pub fn is_over(&self) -> bool {
        self.stop.is_stopped() || self.deadline.is_some_and(|deadline| Instant::now() >= deadline)
    }

    async fn over(&self) {
        match self.deadline {
            Some(deadline) => {
                tokio::select! {
                    () = self.stop.stopped() => {}
                    () = tokio::time::sleep_until(deadline) => {}
                }
            }
            None => self.stop.stopped().await,
        }
    }

    async fn exchange(
        &self,
        request: Request,
        sink: Option<&mut dyn Sink>,
    ) -> Result<Response, TransportError> {
        let host = host_of(&request.url);
        if self.is_over() {
            return Err(TransportError::Stopped);
        }
        if let Some(closed) = self.gates.closed(&host, self.clock.now()) {
            return Err(TransportError::LeftAlone(closed.cause));
        }
        let sent = match sink {
            Some(sink) => self.inner.send_into(request, sink),
            None => self.inner.send(request),
        };
        let ended = tokio::select! {
            biased;
            ended = sent => ended,
            () = self.over() => Err(TransportError::Stopped),
        };
        let mut jitter = [0; 8];
        // Without random bits the wait is the shortest, which is no reason to end a run.
        let _ = self.entropy.fill(&mut jitter);
        self.gates.learn(&host, ended.as_ref(), self.clock.now(), u64::from_be_bytes(jitter));
        (self.noted)();
        ended
    }
}

impl Transport for Guard {
    fn send(&self, request: Request) -> Exchange<'_> {
        Box::pin(self.exchange(request, None))
    }

    fn send_into<'a>(&'a self, request: Request, sink: &'a mut dyn Sink) -> Exchange<'a> {
        Box::pin(self.exchange(request, Some(sink)))
    }
}

/// A transport for one piece of work that a person waits for: as soon as they ask to stop, what is on
/// its way is dropped, and nothing more is sent.
pub struct Stoppable {
    /// What carries the requests.
    pub inner: Arc<dyn Transport>,
    /// The person's wish.
    pub stop: Stop,
}

impl Stoppable {
    async fn exchange(
        &self,
        request: Request,
        sink: Option<&mut dyn Sink>,
    ) -> Result<Response, TransportError> {
        if self.stop.is_stopped() {
            return Err(TransportError::Stopped);
        }
        let sent = match sink {
            Some(sink) => self.inner.send_into(request, sink),
            None => self.inner.send(request),
        };
        tokio::select! {
            // An answer that is here already is not thrown away.
            biased;
            ended = sent => ended,
            () = self.stop.stopped() => Err(TransportError::Stopped),
        }
    }
}

impl Transport for Stoppable {
    fn send(&self, request: Request) -> Exchange<'_> {
        Box::pin(self.exchange(request, None))
    }

    fn send_into<'a>(&'a self, request: Request, sink: &'a mut dyn Sink) -> Exchange<'a> {
        Box::pin(self.exchange(request, Some(sink)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::gate::Cause;
    use super::*;
    use std::sync::Mutex;
    use std::time::Duration;

    use standing_store::system::SystemEntropy;
    use standing_store::testing::{FixedClock, NOW};

    /// A network on which some hosts hang for ever.
    #[derive(Default)]
    struct Hanging(Mutex<Vec<String>>);

    impl Transport for Hanging {
        fn send(&self, request: Request) -> Exchange<'_> {
            let host = host_of(&request.url);
            self.0.lock().unwrap().push(host.clone());
            Box::pin(async move {
                match host.as_str() {
                    "hangs.example" => std::future::pending().await,
                    "slow.example" => Err(TransportError::Timeout),
                    _ => Ok(Response { status: 200, headers: Vec::new(), body: Vec::new() }),
                }
            })
        }
    }

    fn guard(inner: &Arc<Hanging>, stop: &Stop, deadline: Option<Duration>) -> Guard {
        Guard {
            inner: inner.clone(),
            gates: Arc::default(),
            stop: stop.clone(),
            deadline: deadline.map(|left| Instant::now() + left),
            clock: FixedClock::at(NOW),
            entropy: Arc::new(SystemEntropy),
            noted: Arc::new(|| {}),
        }
    }

    async fn ask(guard: &Guard, host: &str) -> Result<u16, TransportError> {
        let request = Request::get(format!("https://{host}/v1/head"), 10, "head");
        guard.send(request).await.map(|answer| answer.status)
    }

    #[tokio::test]
    async fn a_stop_ends_an_exchange_that_hangs() {
        let (network, stop) = (Arc::default(), Stop::default());
        let guard = guard(&network, &stop, None);
        let (asked, ()) = tokio::join!(ask(&guard, "hangs.example"), async {
            tokio::task::yield_now().await;
            stop.stop();
        });
        assert_eq!(asked, Err(TransportError::Stopped));
        assert_eq!(ask(&guard, "well.example").await, Err(TransportError::Stopped));
        assert_eq!(*network.0.lock().unwrap(), ["hangs.example"], "nobody else is asked");
    }

    #[tokio::test]
    async fn what_a_person_waits_for_ends_when_they_ask_and_asks_nobody_more() {
        let (network, stop) = (Arc::<Hanging>::default(), Stop::default());
        let stoppable = Stoppable { inner: network.clone(), stop: stop.clone() };
        let ask = |host: &str| Request::get(format!("https://{host}/v1/head"), 10, "head");
        assert_eq!(stoppable.send(ask("well.example")).await.unwrap().status, 200);
        let (asked, ()) = tokio::join!(stoppable.send(ask("hangs.example")), async {
            tokio::task::yield_now().await;
            stop.stop();
        });
        assert_eq!(asked.unwrap_err(), TransportError::Stopped);
        assert_eq!(stoppable.send(ask("last.example")).await.unwrap_err(), TransportError::Stopped);
        assert_eq!(*network.0.lock().unwrap(), ["well.example", "hangs.example"]);
    }

    #[tokio::test]
    async fn the_time_of_a_run_is_kept_to() {
        let network = Arc::default();
        let guard = guard(&network, &Stop::default(), Some(Duration::from_millis(20)));
        assert_eq!(ask(&guard, "hangs.example").await, Err(TransportError::Stopped));
        assert!(guard.is_over());
    }

    #[tokio::test]
    async fn a_host_that_is_silent_is_not_asked_a_third_time_and_others_are() {
        let network = Arc::default();
        let guard = guard(&network, &Stop::default(), None);
        for _ in 0..2 {
            assert_eq!(ask(&guard, "slow.example").await, Err(TransportError::Timeout));
        }
        assert_eq!(
            ask(&guard, "slow.example").await,
            Err(TransportError::LeftAlone(Cause::Silent))
        );
        assert_eq!(ask(&guard, "well.example").await, Ok(200));
        assert_eq!(network.0.lock().unwrap().len(), 3);
    }
}

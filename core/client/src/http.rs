//! The network: HTTP with bundled roots, that follows nothing, remembers nothing, and writes down
//! every exchange. Public files and signed requests never share a connection.

use futures_util::{Stream, StreamExt};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use super::transport::{
    Exchange, Method, Request, Response, Sink, Transport, TransportError, host_of,
};
use standing_model::clock::Clock;
use standing_store::Access;

/// No header that identifies the person or the phone: the same for everybody.
const USER_AGENT: &str = "Standing/1";

const CONNECT: Duration = Duration::from_secs(10);
/// The longest silence within an answer.
const IDLE: Duration = Duration::from_secs(20);
/// The slowest that is waited for, in bytes a second, sent or received. A whole exchange has no
/// limit of time: a long answer over a slow line is an answer.
const SLOWEST: u64 = 1_000;
/// Bytes may come as slowly as they like at first.
const PATIENCE: Duration = Duration::from_secs(30);

/// Exchanges that are kept until somebody takes them.
const MOST_NOTES: usize = 10_000;

/// The HTTP client.
pub struct Http {
    /// Made with the first exchange: showing a screen needs none.
    signed: OnceLock<reqwest::Client>,
    /// For public files. Its connections and TLS sessions tell nobody which resident asks.
    public: OnceLock<reqwest::Client>,
    clock: Arc<dyn Clock>,
    notes: Mutex<Vec<Access>>,
}

impl Http {
    /// A client that has spoken with nobody yet.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { signed: OnceLock::new(), public: OnceLock::new(), clock, notes: Mutex::default() }
    }

    fn client(&self, is_signed: bool) -> Result<&reqwest::Client, TransportError> {
        let place = if is_signed { &self.signed } else { &self.public };
        if let Some(client) = place.get() {
            return Ok(client);
        }
        // Without TLS on this machine nobody can be reached.
        let made = client(is_signed).map_err(|_| TransportError::Unreachable)?;
        Ok(place.get_or_init(|| made))
    }

    /// The exchanges that were not kept yet, the oldest first.
    pub fn notes(&self) -> Vec<Access> {
        self.lock().clone()
    }

    /// Hands the exchanges that were not kept yet to `keep`, for the list of network accesses.
    /// What it could not keep is handed over again.
    pub fn with_notes(&self, keep: impl FnOnce(&[Access]) -> bool) {
        let notes = std::mem::take(&mut *self.lock());
        if !notes.is_empty() && !keep(&notes) {
            let mut since = self.lock();
            let newer = std::mem::replace(&mut *since, notes);
            since.extend(newer);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Access>> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn exchange(
        &self,
        request: Request,
        sink: &mut dyn Sink,
    ) -> Result<Response, TransportError> {
        check_address(&request.url)?;
        let mut noted = Noted {
            http: self,
            access: Access {
                at: self.clock.now(),
                host: host_of(&request.url),
                purpose: request.purpose.to_owned(),
                sent: request.body.as_ref().map_or(0, |body| body.len() as u64),
                received: 0,
                status: None,
            },
        };
        self.carry(request, sink, &mut noted.access).await
    }

    async fn carry(
        &self,
        request: Request,
        sink: &mut dyn Sink,
        access: &mut Access,
    ) -> Result<Response, TransportError> {
        let limit = request.limit;
        let is_signed = request.headers.iter().any(|(name, _)| *name == "signature");
        let mut builder = self.client(is_signed)?.request(method(request.method), &request.url);
        for (name, value) in request.headers {
            builder = builder.header(name, value);
        }
        if let Some(body) = request.body {
            builder = builder.body(body);
        }
        // Whoever takes what is sent no faster than this does not take it.
        let allowed = IDLE + Duration::from_secs(access.sent / SLOWEST);
        let answer = tokio::time::timeout(allowed, builder.send()).await;
        let answer = answer.map_err(|_| TransportError::Timeout)?;
        let answer = answer.map_err(|error| failure(&error))?;
        let status = answer.status().as_u16();
        access.status = Some(status);
        let headers = answer.headers().iter().filter_map(|(name, value)| {
            Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))
        });
        let headers = headers.collect();
        // 304 answers a conditional request and leads nowhere.
        if (300..400).contains(&status) && status != 304 {
            return Err(TransportError::Redirect);
        }
        let response = Response { status, headers, body: Vec::new() };
        sink.begin(&response)?;
        read(answer, limit, &mut access.received, sink).await?;
        Ok(response)
    }
}

/// A body in memory.
#[derive(Default)]
struct Whole(Vec<u8>);

impl Sink for Whole {
    fn begin(&mut self, _: &Response) -> Result<(), TransportError> {
        Ok(())
    }

    fn take(&mut self, bytes: &[u8]) -> Result<(), TransportError> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }
}

/// An exchange that is noted however it ends, also when it is dropped on the way.
struct Noted<'a> {
    http: &'a Http,
    access: Access,
}

impl Drop for Noted<'_> {
    fn drop(&mut self) {
        let mut notes = self.http.lock();
        if notes.len() < MOST_NOTES {
            notes.push(self.access.clone());
        }
    }
}

impl Transport for Http {
    fn send(&self, request: Request) -> Exchange<'_> {
        Box::pin(async move {
            let mut whole = Whole::default();
            let answer = self.exchange(request, &mut whole).await?;
            Ok(Response { body: whole.0, ..answer })
        })
    }

    fn send_into<'a>(&'a self, request: Request, sink: &'a mut dyn Sink) -> Exchange<'a> {
        Box::pin(self.exchange(request, sink))
    }
}

/// Reads a body to its end, or to `limit`: an answer without an end is cut, not waited for.
async fn read(
    answer: reqwest::Response,
    limit: usize,
    received: &mut u64,
    sink: &mut dyn Sink,
) -> Result<(), TransportError> {
    let mut left = limit;
    let (begun, mut parts) = (Instant::now(), answer.bytes_stream());
    while let Some(part) = next(&mut parts).await? {
        let part = part.map_err(|error| failure(&error))?;
        *received = received.saturating_add(part.len() as u64);
        if is_too_slow(begun.elapsed(), *received) {
            return Err(TransportError::Timeout);
        }
        left = left.checked_sub(part.len()).ok_or(TransportError::TooLarge { limit })?;
        sink.take(&part)?;
    }
    Ok(())
}

/// The next part of a body, unless nothing comes for too long.
async fn next<S: Stream + Unpin>(parts: &mut S) -> Result<Option<S::Item>, TransportError> {
    tokio::time::timeout(IDLE, parts.next()).await.map_err(|_| TransportError::Timeout)
}

fn is_too_slow(since: Duration, received: u64) -> bool {
    since > PATIENCE && received < since.as_secs().saturating_mul(SLOWEST)
}

fn client(is_signed: bool) -> reqwest::Result<reqwest::Client> {
    // A second installation is refused, and then the first one serves.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut store = rustls::RootCertStore::empty();
    store.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    let tls = rustls::ClientConfig::builder().with_root_certificates(store);
    let mut tls = tls.with_no_client_auth();
    if !is_signed {
        // A ticket would join one phone's fetches over days.
        tls.resumption = rustls::client::Resumption::disabled();
    }
    reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .https_only(cfg!(not(feature = "testonly")))
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .no_proxy()
        .user_agent(USER_AGENT)
        .connect_timeout(CONNECT)
        .pool_max_idle_per_host(2)
        .build()
}

/// `https`; `http` only to this machine, and only in builds for tests and the command line.
fn check_address(url: &str) -> Result<(), TransportError> {
    let url = url::Url::parse(url).map_err(|_| TransportError::Address)?;
    let loopback = match url.host() {
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        _ => false,
    };
    match url.scheme() {
        "https" => Ok(()),
        "http" if cfg!(feature = "testonly") && loopback => Ok(()),
        _ => Err(TransportError::Address),
    }
}

fn method(method: Method) -> reqwest::Method {
    match method {
        Method::GET => reqwest::Method::GET,
        Method::HEAD => reqwest::Method::HEAD,
        Method::POST => reqwest::Method::POST,
        Method::PUT => reqwest::Method::PUT,
        Method::PATCH => reqwest::Method::PATCH,
    }
}

fn failure(error: &reqwest::Error) -> TransportError {
    if error.is_connect() {
        TransportError::Unreachable
    } else if error.is_timeout() {
        TransportError::Timeout
    } else {
        TransportError::Broken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use standing_model::time::UnixTime;

    #[test]
    fn a_slow_line_is_waited_for_and_a_drip_is_not() {
        for (seconds, received, too_slow) in
            [(30, 0, false), (31, 30_000, true), (600, 600_000, false), (600, 599_999, true)]
        {
            let found = is_too_slow(Duration::from_secs(seconds), received);
            assert_eq!(found, too_slow, "{seconds} s, {received} bytes");
        }
    }

    #[test]
    fn what_could_not_be_kept_is_handed_over_again() {
        let http = Http::new(standing_store::testing::FixedClock::at(1_795_392_000));
        let access = |host: &str| Access {
            at: UnixTime(1),
            host: host.to_owned(),
            purpose: "head".to_owned(),
            sent: 0,
            received: 0,
            status: None,
        };
        drop(Noted { http: &http, access: access("a") });
        http.with_notes(|notes| {
            drop(Noted { http: &http, access: access("b") });
            assert_eq!(notes.len(), 1);
            false
        });
        let mut hosts = Vec::new();
        http.with_notes(|notes| {
            hosts.extend(notes.iter().map(|note| note.host.clone()));
            true
        });
        assert_eq!(hosts, ["a", "b"]);
        http.with_notes(|_| panic!("everything is kept"));
    }

    #[test]
    fn a_phone_that_can_keep_nothing_notes_no_more_than_so_many_exchanges() {
        let http = Http::new(standing_store::testing::FixedClock::at(1_795_392_000));
        let (host, purpose) = ("a".to_owned(), "head".to_owned());
        let access = Access { at: UnixTime(1), host, purpose, sent: 0, received: 0, status: None };
        for _ in 0..=MOST_NOTES {
            drop(Noted { http: &http, access: access.clone() });
        }
        assert_eq!(http.notes().len(), MOST_NOTES);
    }

    #[test]
    fn only_https_is_connected_to_and_this_machine_only_in_tests() {
        assert_eq!(check_address("https://credit.example/tuf"), Ok(()));
        for wrong in ["http://credit.example/", "http://localhost/", "ftp://a.example/", "x"] {
            assert_eq!(check_address(wrong), Err(TransportError::Address), "{wrong}");
        }
        let here = check_address("http://127.0.0.1:9/");
        assert_eq!(here.is_ok(), cfg!(feature = "testonly"));
    }
}

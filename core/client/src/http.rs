//! The network: one HTTP client with bundled roots, that follows nothing, remembers nothing, and
//! writes down every exchange.

use futures_util::StreamExt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use super::transport::{Exchange, Method, Request, Response, Transport, TransportError, host_of};
use standing_model::clock::Clock;
use standing_store::Access;

/// No header that identifies the person or the phone: the same for everybody.
const USER_AGENT: &str = "Standing/1";

const CONNECT: Duration = Duration::from_secs(10);
/// The longest silence within an answer.
const IDLE: Duration = Duration::from_secs(20);
/// An exchange as a whole; a large file is fetched in ranges.
const WHOLE: Duration = Duration::from_secs(120);

/// Exchanges that are kept until somebody takes them.
const MOST_NOTES: usize = 10_000;

/// The HTTP client.
pub struct Http {
    /// Made with the first exchange: showing a screen needs none.
    client: OnceLock<reqwest::Client>,
    clock: Arc<dyn Clock>,
    notes: Mutex<Vec<Access>>,
}

impl Http {
    /// A client that has spoken with nobody yet.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { client: OnceLock::new(), clock, notes: Mutex::default() }
    }

    fn client(&self) -> Result<&reqwest::Client, TransportError> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        // Without TLS on this machine nobody can be reached.
        let made = client().map_err(|_| TransportError::Unreachable)?;
        Ok(self.client.get_or_init(|| made))
    }

    /// The exchanges since this was called last, for the list of network accesses.
    pub fn take_notes(&self) -> Vec<Access> {
        std::mem::take(&mut *self.notes.lock().unwrap_or_else(PoisonError::into_inner))
    }

    async fn exchange(&self, request: Request) -> Result<Response, TransportError> {
        check_address(&request.url)?;
        let mut access = Access {
            at: self.clock.now(),
            host: host_of(&request.url),
            purpose: request.purpose.to_owned(),
            sent: request.body.as_ref().map_or(0, |body| body.len() as u64),
            received: 0,
            status: None,
        };
        let answer = self.carry(request, &mut access).await;
        let mut notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        if notes.len() < MOST_NOTES {
            notes.push(access);
        }
        answer
    }

    async fn carry(
        &self,
        request: Request,
        access: &mut Access,
    ) -> Result<Response, TransportError> {
        let limit = request.limit;
        let mut builder = self.client()?.request(method(request.method), &request.url);
        for (name, value) in request.headers {
            builder = builder.header(name, value);
        }
        if let Some(body) = request.body {
            builder = builder.body(body);
        }
        let answer = builder.send().await.map_err(|error| failure(&error))?;
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
        let body = read(answer, limit, &mut access.received).await?;
        Ok(Response { status, headers, body })
    }
}

impl Transport for Http {
    fn send(&self, request: Request) -> Exchange<'_> {
        Box::pin(self.exchange(request))
    }
}

/// Reads a body to its end, or to `limit`: an answer without an end is cut, not waited for.
async fn read(
    answer: reqwest::Response,
    limit: usize,
    received: &mut u64,
) -> Result<Vec<u8>, TransportError> {
    let mut body = Vec::new();
    let mut parts = answer.bytes_stream();
    while let Some(part) = parts.next().await {
        let part = part.map_err(|error| failure(&error))?;
        *received = received.saturating_add(part.len() as u64);
        if body.len().saturating_add(part.len()) > limit {
            return Err(TransportError::TooLarge { limit });
        }
        body.extend_from_slice(&part);
    }
    Ok(body)
}

fn client() -> reqwest::Result<reqwest::Client> {
    // A second installation is refused, and then the first one serves.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut store = rustls::RootCertStore::empty();
    store.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    let tls = rustls::ClientConfig::builder().with_root_certificates(store).with_no_client_auth();
    reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .https_only(cfg!(not(feature = "testonly")))
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .no_proxy()
        .user_agent(USER_AGENT)
        .connect_timeout(CONNECT)
        .read_timeout(IDLE)
        .timeout(WHOLE)
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

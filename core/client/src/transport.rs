//! One exchange over the network, as the layers above see it: what is asked, what comes back, and
//! what may go wrong.

use super::gate::Cause;
use std::future::Future;
use std::pin::Pin;

/// A request.
#[derive(Debug, Clone)]
pub struct Request {
    /// `GET`, `PUT` …
    pub method: Method,
    /// The absolute address.
    pub url: String,
    /// Header fields; names in lower case.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Option<Vec<u8>>,
    /// Bytes of the answer's body at most: "bounded reads".
    pub limit: usize,
    /// What for, as a word: a key of the translations, for the list of network accesses.
    pub purpose: &'static str,
}

/// Takes the body of an answer as it arrives.
pub trait Sink: Send {
    /// The status and the header fields came, with an empty body.
    ///
    /// # Errors
    /// Any ends the exchange before a byte of the body is read.
    fn begin(&mut self, answer: &Response) -> Result<(), TransportError>;

    /// Bytes of the body came. What was taken stays taken, also if the exchange fails then.
    ///
    /// # Errors
    /// Any ends the exchange.
    fn take(&mut self, bytes: &[u8]) -> Result<(), TransportError>;
}

/// The methods that the protocol uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    GET,
    HEAD,
    POST,
    PUT,
    PATCH,
}

impl Method {
    /// The method's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::GET => "GET",
            Self::HEAD => "HEAD",
            Self::POST => "POST",
            Self::PUT => "PUT",
            Self::PATCH => "PATCH",
        }
    }
}

impl Request {
    /// A GET without header fields.
    pub fn get(url: String, limit: usize, purpose: &'static str) -> Self {
        Self { method: Method::GET, url, headers: Vec::new(), body: None, limit, purpose }
    }
}

/// The host and port of an address, for people; empty if it has none.
pub fn host_of(url: &str) -> String {
    let Ok(url) = url::Url::parse(url) else { return String::new() };
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{}{port}", url.host_str().unwrap_or_default())
}

/// An answer, whatever its status.
#[derive(Debug, Clone)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// Header fields; names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Response {
    /// A header field.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether the status says that it went well.
    pub const fn is_success(&self) -> bool {
        matches!(self.status, 200..=299)
    }
}

/// Why an exchange gave no usable answer. Nothing in it is personal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// The address is not one that this product connects to.
    #[error("the address is not one that this app connects to")]
    Address,
    /// No network, no such host, or nobody listening: nothing was sent.
    #[error("no connection")]
    Unreachable,
    /// The connection broke: something may have been sent.
    #[error("the connection broke")]
    Broken,
    /// Nothing came for too long, or too little.
    #[error("no answer in time")]
    Timeout,
    /// The host is left alone for a while: nothing was sent.
    #[error("not asked: it was not well a moment ago")]
    LeftAlone(Cause),
    /// The run is to end: something may have been sent.
    #[error("stopped")]
    Stopped,
    /// "Redirects refused": the answer names another address.
    #[error("the answer names another address")]
    Redirect,
    /// Whoever asked cannot use the answer, or not keep it.
    #[error("the answer was not taken")]
    NotTaken,
    /// The answer is longer than any such answer may be.
    #[error("an answer of more than {limit} bytes")]
    TooLarge {
        /// Bytes allowed.
        limit: usize,
    },
}

/// An exchange at work.
pub type Exchange<'a> = Pin<Box<dyn Future<Output = Result<Response, TransportError>> + Send + 'a>>;

/// Something that can carry requests: the network, or a test's.
pub trait Transport: Send + Sync {
    /// Carries one request.
    ///
    /// # Errors
    /// [`TransportError`]; an answer with an error status is an answer.
    fn send(&self, request: Request) -> Exchange<'_>;

    /// Carries one request whose answer may be long: its body goes to `sink` as it arrives, and the
    /// answer comes back without one.
    ///
    /// # Errors
    /// As [`Self::send`], and those of `sink`.
    fn send_into<'a>(&'a self, request: Request, sink: &'a mut dyn Sink) -> Exchange<'a> {
        Box::pin(async move {
            let mut answer = self.send(request).await?;
            let body = std::mem::take(&mut answer.body);
            sink.begin(&answer)?;
            sink.take(&body)?;
            Ok(answer)
        })
    }
}

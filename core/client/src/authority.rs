//! Requests to one authority, each signed by the membership's key under the server's nonce.

use ed25519_dalek::SigningKey;
use std::sync::{Arc, Mutex, PoisonError};

use super::transport::{Method, Request, Response, Transport, TransportError, host_of};
use super::wire::signature::{self, SignedHeaders};
use super::wire::{MAX_ANSWER, Problem, ProblemType};

/// Characters of unsigned server text that are shown at most.
const MAX_UNSIGNED: usize = 300;

/// One authority, as one membership speaks with it.
pub struct AuthorityApi {
    transport: Arc<dyn Transport>,
    api: String,
    key: SigningKey,
    nonce: Mutex<Option<String>>,
}

/// A request below the authority's address.
#[derive(Debug, Clone)]
pub struct Call {
    /// The method.
    pub method: Method,
    /// The path and query, beginning with `/v1/`; or an absolute address below the authority's.
    pub path: String,
    /// Further header fields.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Option<Vec<u8>>,
    /// What for.
    pub purpose: &'static str,
}

impl Call {
    /// A GET.
    pub fn get(path: impl Into<String>, purpose: &'static str) -> Self {
        let (headers, body) = (Vec::new(), None);
        Self { method: Method::GET, path: path.into(), headers, body, purpose }
    }

    /// A request with a body of a media type.
    pub fn with(
        method: Method,
        path: impl Into<String>,
        media_type: &str,
        body: Vec<u8>,
        purpose: &'static str,
    ) -> Self {
        let headers = vec![("content-type", media_type.to_owned())];
        Self { method, path: path.into(), headers, body: Some(body), purpose }
    }
}

impl AuthorityApi {
    /// An authority at `api`, an address without `/v1` and without a slash at its end.
    pub fn new(transport: Arc<dyn Transport>, api: &str, key: SigningKey) -> Self {
        Self { transport, api: api.to_owned(), key, nonce: Mutex::default() }
    }

    /// The host, for people.
    pub fn host(&self) -> String {
        host_of(&self.api)
    }

    /// The address below which every request goes, without `/v1`.
    pub fn base(&self) -> &str {
        &self.api
    }

    /// The membership's key.
    pub const fn key(&self) -> &SigningKey {
        &self.key
    }

    /// Carries a signed request. After a `401` with a new nonce it is repeated
    /// once, which is not counted as an attempt (PROTOCOL §4.3).
    ///
    /// # Errors
    /// [`TransportError`]; an answer with an error status is an answer.
    pub async fn call(&self, call: Call) -> Result<Response, TransportError> {
        let answer = self.once(call.clone()).await?;
        if answer.status == 401 && self.has_nonce() {
            return self.once(call).await;
        }
        Ok(answer)
    }

    async fn once(&self, call: Call) -> Result<Response, TransportError> {
        let url = self.address(&call.path)?;
        // Without a nonce the server answers 401 and gives one.
        let nonce = self.lock().take().unwrap_or_default();
        let about = signature::Request {
            method: call.method.name(),
            uri: &url,
            body: call.body.as_deref(),
        };
        let SignedHeaders { content_digest, signature_input, signature } =
            signature::sign(about, &nonce, &self.key);
        let mut headers = call.headers;
        headers.extend(content_digest.map(|digest| ("content-digest", digest)));
        headers.push(("signature-input", signature_input));
        headers.push(("signature", signature));
        let Call { method, body, purpose, .. } = call;
        let request = Request { method, url, headers, body, limit: MAX_ANSWER, purpose };
        let answer = self.transport.send(request).await?;
        let next = answer.header("accept-signature").and_then(signature::nonce_of);
        *self.lock() = next.map(str::to_owned);
        Ok(answer)
    }

    /// An address that the server names stays below its own.
    fn address(&self, path: &str) -> Result<String, TransportError> {
        let path = path.strip_prefix(&self.api).unwrap_or(path);
        if path.starts_with("/v1/") && !path.contains("..") {
            Ok(format!("{}{path}", self.api))
        } else {
            Err(TransportError::Redirect)
        }
    }

    fn has_nonce(&self) -> bool {
        self.lock().is_some()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<String>> {
        self.nonce.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What an error answer says, as far as it can be understood. Nothing of it is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsigned {
    /// The type, if it is one of this protocol's.
    pub kind: Option<ProblemType>,
    /// Its words, cut at 300 characters (PROTOCOL §1.12).
    pub detail: String,
}

/// Reads an error answer; one that is not a problem document (RFC 9457) has neither.
pub fn unsigned(answer: &Response) -> Unsigned {
    let problem: Option<Problem> = serde_json::from_slice(&answer.body).ok();
    let Some(problem) = problem else {
        return Unsigned { kind: None, detail: String::new() };
    };
    let words = if problem.detail.is_empty() { &problem.title } else { &problem.detail };
    Unsigned {
        kind: ProblemType::named(&problem.kind),
        detail: standing_model::text::plain_at_most(words, MAX_UNSIGNED),
    }
}

#[cfg(test)]
mod tests {
    use super::super::transport::Exchange;
    use super::*;

    /// A server that wants its newest nonce and notes what it was asked.
    struct Server(Mutex<Vec<Option<String>>>);

    impl Transport for Server {
        fn send(&self, request: Request) -> Exchange<'_> {
            let field = |name: &str| {
                let found = request.headers.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| value.clone()).unwrap()
            };
            let claimed = signature::read(&field("signature-input"), &field("signature"));
            let nonce = claimed.ok().map(|claimed| claimed.nonce);
            let mut asked = self.0.lock().unwrap();
            let wanted = format!("n{}", asked.len());
            let status = if nonce.as_ref() == Some(&wanted) { 200 } else { 401 };
            asked.push(nonce);
            let next = signature::accept_signature(&format!("n{}", asked.len()));
            let headers = vec![("accept-signature".to_owned(), next)];
            Box::pin(async move { Ok(Response { status, headers, body: Vec::new() }) })
        }
    }

    fn api(server: &Arc<Server>) -> AuthorityApi {
        let key = SigningKey::from_bytes(&[3; 32]);
        AuthorityApi::new(server.clone(), "https://credit.example/yangqiao", key)
    }

    #[test]
    fn of_what_nobody_signed_no_more_than_300_characters_are_kept() {
        let said = |n: usize| {
            let body = serde_json::json!({ "type": "standing:else", "detail": "长".repeat(n) });
            let body = body.to_string().into_bytes();
            unsigned(&Response { status: 403, headers: Vec::new(), body }).detail
        };
        assert_eq!(said(MAX_UNSIGNED), "长".repeat(300));
        assert_eq!(said(MAX_UNSIGNED + 1), format!("{}…", "长".repeat(300)));
    }

    #[tokio::test]
    async fn a_request_without_a_nonce_is_repeated_once_and_later_ones_are_not() {
        let server = Arc::new(Server(Mutex::default()));
        let api = api(&server);
        for _ in 0..3 {
            assert_eq!(api.call(Call::get("/v1/head", "head")).await.unwrap().status, 200);
        }
        assert_eq!(server.0.lock().unwrap().len(), 4);
    }

    #[tokio::test]
    async fn an_address_that_leads_away_is_not_followed() {
        let server = Arc::new(Server(Mutex::default()));
        let api = api(&server);
        for path in ["https://evil.example/v1/x", "//evil.example/v1/", "/v1/../x", "/other"] {
            let refused = api.call(Call::get(path, "head")).await;
            assert_eq!(refused.unwrap_err(), TransportError::Redirect, "{path}");
        }
        let own = "https://credit.example/yangqiao/v1/evidence/1";
        assert!(api.call(Call::get(own, "evidence")).await.is_ok());
    }
}

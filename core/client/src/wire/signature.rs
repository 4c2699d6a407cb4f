//! HTTP Message Signatures (RFC 9421) over the few components that this protocol signs, with
//! content digests (RFC 9530).
//!
//! Covered: `"@method" "@target-uri"`, and `"content-digest"` when there is a body; parameters
//! `nonce`, `keyid` (the key's thumbprint), `alg`, `tag`. There is no `created`: "the server does
//! not judge the phone's clock", its own nonce says that the request is new.

use base64ct::{Base64, Encoding};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use standing_model::ids::KeyId;
use standing_verify::jws::jwk_of;

/// The `tag` that keeps these signatures apart from any other protocol's.
const TAG: &str = "standing";

/// The label in `Signature` and `Signature-Input`.
const LABEL: &str = "standing";

/// What is signed about a request.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// `GET`, `PUT` …
    pub method: &'a str,
    /// The absolute URI, as sent.
    pub uri: &'a str,
    /// The body; none for a request without one.
    pub body: Option<&'a [u8]>,
}

/// Header fields to send with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedHeaders {
    /// `Content-Digest`, with a body.
    pub content_digest: Option<String>,
    /// `Signature-Input`.
    pub signature_input: String,
    /// `Signature`.
    pub signature: String,
}

/// Why a request's signature is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// The fields are missing or not of the one form that this protocol uses.
    #[error("not a signature of this protocol")]
    Form,
    /// The body is not the one that was signed.
    #[error("the body is not the one that was signed")]
    Digest,
    /// The signature does not fit.
    #[error("the signature does not fit")]
    Signature,
}

/// Signs a request under a server's nonce.
#[must_use]
pub fn sign(request: Request<'_>, nonce: &str, key: &SigningKey) -> SignedHeaders {
    let kid = jwk_of(&key.verifying_key()).thumbprint();
    let content_digest = request.body.map(content_digest);
    let parameters = parameters(content_digest.is_some(), nonce, &kid.to_string());
    let base = base(request, content_digest.as_deref(), &parameters);
    let signature = key.sign(base.as_bytes()).to_bytes();
    SignedHeaders {
        content_digest,
        signature_input: format!("{LABEL}={parameters}"),
        signature: format!("{LABEL}=:{}:", Base64::encode_string(&signature)),
    }
}

/// A request's signature, taken apart: which key and which nonce it claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// The key.
    pub kid: KeyId,
    /// The server's nonce.
    pub nonce: String,
    parameters: String,
    signature: Signature,
    with_body: bool,
}

/// Takes the fields apart; nothing is believed yet.
///
/// # Errors
/// [`SignatureError::Form`] for anything but what [`sign`] writes.
pub fn read(signature_input: &str, signature: &str) -> Result<Claimed, SignatureError> {
    let strip = |text: &str| {
        text.strip_prefix(LABEL).and_then(|text| text.strip_prefix('=')).map(str::to_owned)
    };
    let parameters_text = strip(signature_input).ok_or(SignatureError::Form)?;
    let quoted = |name: &str| -> Option<&str> {
        let (_, rest) = parameters_text.split_once(&format!(";{name}=\""))?;
        rest.split_once('"').map(|(value, _)| value)
    };
    let (nonce, kid) = quoted("nonce").zip(quoted("keyid")).ok_or(SignatureError::Form)?;
    let with_body = parameters_text.contains("\"content-digest\"");
    // One form only: what these values would have been written as.
    if parameters(with_body, nonce, kid) != parameters_text {
        return Err(SignatureError::Form);
    }
    let bytes = strip(signature)
        .and_then(|text| text.strip_prefix(':')?.strip_suffix(':').map(str::to_owned))
        .and_then(|text| Base64::decode_vec(&text).ok())
        .ok_or(SignatureError::Form)?;
    Ok(Claimed {
        kid: kid.parse().map_err(|_| SignatureError::Form)?,
        nonce: nonce.to_owned(),
        signature: Signature::from_slice(&bytes).map_err(|_| SignatureError::Form)?,
        parameters: parameters_text,
        with_body,
    })
}

impl Claimed {
    /// Checks the signature over a request.
    ///
    /// # Errors
    /// [`SignatureError::Form`] if a body came that the signature does not cover;
    /// [`SignatureError::Digest`] and [`SignatureError::Signature`].
    pub fn verify(
        &self,
        request: Request<'_>,
        content_digest_field: Option<&str>,
        key: &VerifyingKey,
    ) -> Result<(), SignatureError> {
        if self.with_body != request.body.is_some() {
            return Err(SignatureError::Form);
        }
        let digest = request.body.map(content_digest);
        if digest.as_deref() != content_digest_field {
            return Err(SignatureError::Digest);
        }
        let base = base(request, digest.as_deref(), &self.parameters);
        key.verify_strict(base.as_bytes(), &self.signature).map_err(|_| SignatureError::Signature)
    }
}

/// `Content-Digest` of a body (RFC 9530).
#[must_use]
pub fn content_digest(body: &[u8]) -> String {
    format!("sha-256=:{}:", Base64::encode_string(&Sha256::digest(body)))
}

/// `Accept-Signature`: the server's next nonce, and what it wants signed.
#[must_use]
pub fn accept_signature(nonce: &str) -> String {
    format!(r#"{LABEL}=("@method" "@target-uri" "content-digest");nonce="{nonce}";tag="{TAG}""#)
}

/// The nonce in an `Accept-Signature` field; none if it is not of the form above or longer than
/// 100 characters.
#[must_use]
pub fn nonce_of(accept_signature: &str) -> Option<&str> {
    let (_, rest) = accept_signature.split_once(";nonce=\"")?;
    let (nonce, _) = rest.split_once('"')?;
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    (!nonce.is_empty() && nonce.len() <= 100 && nonce.bytes().all(fits)).then_some(nonce)
}

fn parameters(with_body: bool, nonce: &str, kid: &str) -> String {
    let digest = if with_body { r#" "content-digest""# } else { "" };
    format!(
        r#"("@method" "@target-uri"{digest});nonce="{nonce}";keyid="{kid}";alg="ed25519";tag="{TAG}""#
    )
}

/// The signature base (RFC 9421 §2.5).
fn base(request: Request<'_>, content_digest: Option<&str>, parameters: &str) -> String {
    let Request { method, uri, .. } = request;
    let digest =
        content_digest.map(|field| format!("\"content-digest\": {field}\n")).unwrap_or_default();
    format!(
        "\"@method\": {method}\n\"@target-uri\": {uri}\n{digest}\"@signature-params\": {parameters}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const URI: &str = "https://credit.example/v1/head?nonce=n";

    fn key() -> SigningKey {
        SigningKey::from_bytes(&[9; 32])
    }

    fn put(body: &[u8]) -> Request<'_> {
        Request { method: "PUT", uri: URI, body: Some(body) }
    }

    #[test]
    fn a_signed_request_verifies_and_names_its_key_and_nonce() {
        let headers = sign(put(b"body"), "server-nonce", &key());
        let claimed = read(&headers.signature_input, &headers.signature).unwrap();
        assert_eq!(claimed.nonce, "server-nonce");
        assert_eq!(claimed.kid, jwk_of(&key().verifying_key()).thumbprint());
        let digest = headers.content_digest.as_deref();
        claimed.verify(put(b"body"), digest, &key().verifying_key()).unwrap();
    }

    #[test]
    fn a_changed_method_address_or_body_is_refused() {
        let headers = sign(put(b"body"), "n", &key());
        let claimed = read(&headers.signature_input, &headers.signature).unwrap();
        let verify = |request, digest: Option<&str>| {
            claimed.verify(request, digest, &key().verifying_key()).unwrap_err()
        };
        let digest = headers.content_digest.clone();
        let digest = digest.as_deref();
        let get = Request { method: "POST", ..put(b"body") };
        assert_eq!(verify(get, digest), SignatureError::Signature);
        let elsewhere = Request { uri: "https://credit.example/v1/head?nonce=m", ..put(b"body") };
        assert_eq!(verify(elsewhere, digest), SignatureError::Signature);
        assert_eq!(verify(put(b"bodY"), digest), SignatureError::Digest);
        let recomputed = content_digest(b"bodY");
        assert_eq!(verify(put(b"bodY"), Some(&recomputed)), SignatureError::Signature);
        let without = Request { body: None, ..put(b"") };
        assert_eq!(verify(without, None), SignatureError::Form);
    }

    #[test]
    fn only_the_one_form_is_read() {
        let headers = sign(put(b"body"), "n", &key());
        let input = &headers.signature_input;
        for wrong in [
            input.replace("standing=(", "sig1=("),
            input.replace(" \"@target-uri\"", ""),
            format!("{input};expires=1"),
            input.replace("nonce=\"n\"", "nonce=\"n\";nonce=\"m\""),
            input.replace("ed25519", "hmac-sha256"),
        ] {
            assert!(read(&wrong, &headers.signature).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_base_is_built_as_rfc_9421_section_2_5_says() {
        let parameters = parameters(false, "n", "k");
        let request = Request { method: "GET", uri: URI, body: None };
        assert_eq!(
            base(request, None, &parameters),
            "\"@method\": GET\n\"@target-uri\": https://credit.example/v1/head?nonce=n\n\
             \"@signature-params\": (\"@method\" \"@target-uri\");nonce=\"n\";keyid=\"k\";\
             alg=\"ed25519\";tag=\"standing\""
        );
    }

    #[test]
    fn the_servers_nonce_is_found_in_its_one_form() {
        assert_eq!(nonce_of(&accept_signature("abc-1")), Some("abc-1"));
        assert_eq!(nonce_of(r#"x;nonce="a b""#), None);
        assert_eq!(nonce_of("x"), None);
    }
}

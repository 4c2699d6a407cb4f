//! An authority for tests: takes records and photos, signs receipts, and fails on demand.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    clippy::missing_panics_doc,
    clippy::missing_errors_doc,
    reason = "test code"
)]

use base64ct::{Base64, Encoding};
use ed25519_dalek::SigningKey;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use super::transport::{Exchange, Method, Request, Response, Transport, TransportError};
use super::wire::{self, ProblemType, RecordAnswer, signature};
use standing_model::authority::{Authority, AuthorityKey, KeyUse, RulebookPointer};
use standing_model::case::{Change, Decision, Effect, Outcome, Target};
use standing_model::ext::Extensions;
use standing_model::ids::{Hash, KeyId, RecordId, TrustId};
use standing_model::message::{Receipt, ReceiptState, Typ};
use standing_model::record::Record;
use standing_model::text::LocalText;
use standing_model::time::{Date, UnixTime, Zone, ZoneOffset};
use standing_model::version::Version;
use standing_store::testing::{NOW, membership};
use standing_verify::envelope::{Part, RecipientSecret, named_key};
use standing_verify::jws;
use standing_verify::keys::IssuerKeys;

/// What happens to the next request whose method and address hold a text.
#[derive(Debug, Clone)]
pub enum Fault {
    /// No connection.
    Unreachable,
    /// The request is carried out, and its answer is lost.
    AnswerLost,
    /// This status, without carrying it out.
    Status(u16, &'static [(&'static str, &'static str)]),
    /// The request is carried out; the answer's receipt is signed by somebody else.
    WrongReceipt,
    /// Only so many bytes of the body arrive, and the connection breaks.
    Cut(usize),
    /// The record is rejected, with a signed receipt under 422.
    Rejected,
}

/// An upload: the record, the hash, the length, the bytes so far, and the key that they are sealed
/// to.
pub type Begun = (RecordId, Hash, usize, Vec<u8>, Option<KeyId>);

/// What it holds.
#[derive(Default)]
pub struct Held {
    pub records: BTreeMap<RecordId, (Record, Vec<String>)>,
    /// By address.
    pub uploads: BTreeMap<String, Begun>,
    /// Each body as it came.
    pub wire: Vec<Vec<u8>>,
    /// The keys that it opens with; none if nothing is sealed.
    pub opens_with: Vec<RecipientSecret>,
    /// Every receipt, compact.
    pub receipts: Vec<String>,
    /// The last day and the reason that receipts name from now on; in ten days and none otherwise.
    pub due_on: Option<Date>,
    pub reason: Option<LocalText>,
    /// Records whose withdrawal came before them.
    withdrawn: Vec<RecordId>,
    pub faults: Vec<(String, Fault)>,
    /// Method and address of each request, in order; and bytes that came in bodies of PATCH.
    pub asked: Vec<String>,
    pub patched: usize,
}

/// The authority.
#[derive(Clone, Default)]
pub struct FakeAuthority(Arc<Mutex<Held>>);

/// Where it is.
pub const API: &str = "https://credit.example/yangqiao";

impl FakeAuthority {
    pub fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap()
    }

    /// Lets the next request whose `METHOD address` holds `part` meet a fault.
    pub fn fail(&self, part: &str, fault: Fault) {
        self.held().faults.push((part.to_owned(), fault));
    }

    /// Its keys, under the trust root of the memberships of tests.
    pub fn keys(&self) -> IssuerKeys {
        IssuerKeys::of(trust(), &authority())
    }

    /// Signs a further receipt over a record.
    pub fn decide(&self, record: RecordId, state: ReceiptState) -> String {
        self.held().issue(record, state, &key(7))
    }

    /// Signs a further receipt that grants a case by changing something.
    pub fn grant(&self, record: RecordId, target: Target) -> String {
        let on = UnixTime(NOW).day_in(ZoneOffset::CHINA);
        let effect = Some(Effect { target, change: Change::Withdrawn, on });
        let decision = Decision { outcome: Outcome::Granted, effect, next: None };
        self.held().sign(record, (ReceiptState::Decided, Some(decision)), &key(7))
    }

    fn answer(&self, request: &Request) -> Result<Response, TransportError> {
        check_signature(request);
        let mut held = self.held();
        let name = format!("{} {}", request.method.name(), request.url);
        held.asked.push(name.clone());
        held.wire.extend(request.body.clone());
        let at = held.faults.iter().position(|(part, _)| name.contains(part));
        let fault = at.map(|at| held.faults.remove(at).1);
        match fault {
            None => Ok(held.carry(request, request.body.as_deref(), &key(7))),
            Some(Fault::Unreachable) => Err(TransportError::Unreachable),
            Some(Fault::AnswerLost) => {
                held.carry(request, request.body.as_deref(), &key(7));
                Err(TransportError::Broken)
            }
            Some(Fault::Status(status, headers)) => Ok(response(status, headers)),
            Some(Fault::WrongReceipt) => Ok(held.carry(request, request.body.as_deref(), &key(8))),
            Some(Fault::Cut(bytes)) => {
                let body = request.body.as_ref().unwrap();
                held.carry(request, Some(&body[..bytes.min(body.len())]), &key(7));
                Err(TransportError::Broken)
            }
            Some(Fault::Rejected) => {
                let path = request.url.strip_prefix(API).unwrap();
                let body = held.opened(path, request.body.as_deref().unwrap()).unwrap();
                let (id, record) = read(&body);
                held.records.insert(id, (record, Vec::new()));
                let receipt = held.issue(id, ReceiptState::Rejected, &key(7));
                Ok(with_body(422, &RecordAnswer { receipt }))
            }
        }
    }
}

impl Transport for FakeAuthority {
    fn send(&self, request: Request) -> Exchange<'_> {
        Box::pin(async move { self.answer(&request) })
    }
}

impl Held {
    fn carry(&mut self, request: &Request, body: Option<&[u8]>, signer: &SigningKey) -> Response {
        let path = request.url.strip_prefix(API).unwrap();
        let header = |name: &str| {
            let found = request.headers.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| value.clone()).unwrap()
        };
        match request.method {
            Method::PUT => self.put(path, body.unwrap(), signer),
            Method::POST => self.create(&header("upload-length"), &header("upload-metadata")),
            Method::HEAD => match self.uploads.get(path) {
                Some((_, _, _, bytes, _)) => offset(bytes.len()),
                None => response(404, &[]),
            },
            Method::PATCH => self.patch(path, &header("upload-offset"), body.unwrap()),
            Method::GET => response(404, &[]),
        }
    }

    fn put(&mut self, path: &str, body: &[u8], signer: &SigningKey) -> Response {
        let Some(body) = self.opened(path, body) else {
            return problem(422, ProblemType::SealKey.name());
        };
        let (id, record) = read(&body);
        assert_eq!(path, wire::record_path(id));
        let honest = signer.to_bytes() == key(7).to_bytes();
        if let Some((_, receipts)) = self.records.get(&id).filter(|_| honest) {
            let receipt = receipts[0].clone();
            return with_body(200, &RecordAnswer { receipt });
        }
        let whole = |sha256: &Hash| {
            self.uploads.values().any(|(owner, hash, _, bytes, kid)| {
                let opened = kid.and_then(|kid| self.key(kid)).map_or_else(
                    || Hash::of(bytes) == *hash,
                    |key| key.open_photo(id, *hash, bytes).is_ok(),
                );
                *owner == id && hash == sha256 && opened
            })
        };
        if !record.evidence.iter().all(|file| whole(&file.sha256)) {
            return problem(422, "standing:evidence-missing");
        }
        let withdraws = record.withdraws();
        self.records.insert(id, (record, Vec::new()));
        let state = if self.withdrawn.contains(&id) {
            ReceiptState::Withdrawn
        } else {
            ReceiptState::Received
        };
        let receipt = self.issue(id, state, signer);
        if let Some(target) = withdraws {
            self.withdrawn.push(target);
            if self.records.contains_key(&target) {
                self.issue(target, ReceiptState::Withdrawn, signer);
            }
        }
        with_body(201, &RecordAnswer { receipt })
    }

    /// A record's body as it was signed; none if it is not sealed as it must be.
    fn opened(&self, path: &str, body: &[u8]) -> Option<Vec<u8>> {
        if self.opens_with.is_empty() {
            return Some(body.to_vec());
        }
        let id = path.rsplit('/').next().unwrap().parse().unwrap();
        let key = self.key(named_key(body).ok()?)?;
        Some(key.open(Part::Record(id), body).ok()?.to_vec())
    }

    fn key(&self, kid: KeyId) -> Option<&RecipientSecret> {
        self.opens_with.iter().find(|key| key.recipient().kid() == kid)
    }

    fn create(&mut self, length: &str, metadata: &str) -> Response {
        let value = |name: &str| {
            let pair = metadata.split(',').find_map(|pair| pair.strip_prefix(name))?;
            Some(String::from_utf8(Base64::decode_vec(pair.trim()).unwrap()).unwrap())
        };
        let record = value("record ").unwrap().parse().unwrap();
        let sha256 = value("sha256 ").unwrap().parse().unwrap();
        let kid = value("seal ").map(|kid| kid.parse().unwrap());
        let known = kid.map_or(self.opens_with.is_empty(), |kid| self.key(kid).is_some());
        if !known {
            return problem(422, ProblemType::SealKey.name());
        }
        let path = format!("/v1/evidence/{}", self.uploads.len());
        let upload = (record, sha256, length.parse().unwrap(), Vec::new(), kid);
        self.uploads.insert(path.clone(), upload);
        let mut answer = response(201, &[]);
        // An address without a host, as HTTP allows.
        answer.headers.push(("location".to_owned(), format!("/yangqiao{path}")));
        answer
    }

    fn patch(&mut self, path: &str, from: &str, body: &[u8]) -> Response {
        self.patched += body.len();
        let Some((_, _, length, bytes, _)) = self.uploads.get_mut(path) else {
            return response(404, &[]);
        };
        if from.parse() != Ok(bytes.len()) {
            return response(409, &[]);
        }
        bytes.extend_from_slice(body);
        assert!(bytes.len() <= *length);
        offset(bytes.len())
    }

    fn issue(&mut self, record: RecordId, state: ReceiptState, signer: &SigningKey) -> String {
        self.sign(record, (state, None), signer)
    }

    fn sign(
        &mut self,
        record: RecordId,
        (state, decision): (ReceiptState, Option<Decision>),
        signer: &SigningKey,
    ) -> String {
        let (payload, _) = &self.records[&record];
        let receipt = Receipt {
            v: Version,
            iss: membership("m").iss,
            sub: membership("m").sub.unwrap(),
            iat: UnixTime(NOW),
            n: u32::try_from(self.receipts.len()).unwrap() + 1,
            prev: self.receipts.last().map(|last| Hash::of(last.as_bytes())),
            record,
            kind: payload.kind(),
            evidence: payload.evidence.iter().map(|file| file.sha256).collect(),
            state,
            received_at: UnixTime(NOW),
            reason: self.reason.clone(),
            decided_by: None,
            entry: None,
            due_on: self.due_on.or(Some(UnixTime(NOW + 10 * 86_400).day_in(ZoneOffset::CHINA))),
            decision,
            ext: Extensions::default(),
        };
        let compact = jws::sign(Typ::Receipt, signer, &serde_json::to_vec(&receipt).unwrap());
        if signer.to_bytes() == key(7).to_bytes() {
            self.receipts.push(compact.clone());
            self.records.get_mut(&record).unwrap().1.push(compact.clone());
        } else {
            self.records.remove(&record);
        }
        compact
    }
}

/// Every request is signed: by the membership's key, over its address and body.
fn check_signature(request: &Request) {
    let field = |name: &str| {
        request.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    };
    let claimed =
        signature::read(field("signature-input").unwrap(), field("signature").unwrap()).unwrap();
    let about = signature::Request {
        method: request.method.name(),
        uri: &request.url,
        body: request.body.as_deref(),
    };
    let key = SigningKey::from_bytes(&membership("m").key_seed).verifying_key();
    claimed.verify(about, field("content-digest"), &key).unwrap();
}

fn read(body: &[u8]) -> (RecordId, Record) {
    let compact = std::str::from_utf8(body).unwrap();
    let received = standing_verify::record::read(compact).unwrap();
    let key = SigningKey::from_bytes(&membership("m").key_seed).verifying_key();
    received.verify(&key).unwrap();
    (received.id, received.record)
}

fn response(status: u16, headers: &[(&str, &str)]) -> Response {
    let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Response { status, headers: headers.collect(), body: Vec::new() }
}

fn with_body<T: serde::Serialize>(status: u16, body: &T) -> Response {
    Response { body: serde_json::to_vec(body).unwrap(), ..response(status, &[]) }
}

fn problem(status: u16, kind: &str) -> Response {
    with_body(status, &serde_json::json!({"type": kind, "title": "the photo is not here"}))
}

fn offset(bytes: usize) -> Response {
    response(204, &[("upload-offset", &bytes.to_string())])
}

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn trust() -> TrustId {
    membership("m").trust
}

fn authority() -> Authority {
    Authority {
        iss: membership("m").iss,
        names: LocalText { en: "Yangqiao".into(), zh: "杨桥村".into() },
        api: API.parse().unwrap(),
        remit: vec![Typ::Receipt],
        keys: vec![AuthorityKey {
            used: KeyUse::Sign,
            jwk: jws::jwk_of(&key(7).verifying_key()),
            from: UnixTime(0),
            until: UnixTime(2 * NOW),
            withdrawn: None,
        }],
        rulebook: RulebookPointer { id: "r".parse().unwrap(), version: 1 },
        head_lasts_days: 7,
        ext: Extensions::default(),
        zone: Zone::china(),
        region: None,
    }
}

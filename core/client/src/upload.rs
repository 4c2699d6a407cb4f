//! Performing the queue: what its machine asks for, one request after the other, each answer kept
//! before the next request is made.

use base64ct::{Base64, Encoding};

use super::authority::{AuthorityApi, Call, unsigned};
use super::plan::{self, Arrived, Queued, Row};
use super::transport::{Method, Response, TransportError};
use super::wire::{JOSE, RecordAnswer, SEALED, TUS_VERSION, record_path};
use crate::gate::{Gates, retry_after};
use crate::queue::{self, Answer, Effect, Event, ReceiptSeen, Request, Seal};
use standing_model::clock::{Clock, Entropy};
use standing_model::time::UnixTime;
use standing_store::{CHUNK, Evidence, Membership, Store, StoreError};
use standing_verify::envelope::{PIECE, PIECE_OVERHEAD, Part, Sealing, Seed};
use standing_verify::keys::IssuerKeys;
use standing_verify::message::Expected;
use standing_verify::{receipt, record};

/// A stored chunk is a sealed piece.
const _: () = assert!(CHUNK == PIECE);

/// For the list of network accesses.
const RECORD: &str = "record";
const EVIDENCE: &str = "evidence";

/// Answers in a row, over different records, that do not verify or do not let this phone in:
/// whoever answers so is not sent the rest in this run.
const TURNED_AWAY: u32 = 3;

/// A membership whose queue is performed.
pub struct Upload<'a> {
    pub store: &'a Store,
    pub api: &'a AuthorityApi,
    pub keys: &'a IssuerKeys,
    /// To which key records and photos are sealed.
    pub sealing: &'a Sealing,
    pub membership: &'a Membership,
    pub clock: &'a dyn Clock,
    pub entropy: &'a dyn Entropy,
    /// Which hosts are left alone.
    pub gates: &'a Gates,
    /// Whether the run is to end.
    pub stopped: &'a (dyn Fn() -> bool + Send + Sync),
    /// Which items are tried.
    pub wake: Wake,
    /// The person wants photos to wait for another network than this.
    pub photos_wait: bool,
}

/// Which items a run tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wake {
    /// Those whose time has come.
    Due,
    /// Everything that is to be sent: a person asks for it now.
    Now,
}

/// What a run of the queue came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueOutcome {
    /// Records over which a receipt came.
    pub delivered: u32,
    /// Records that were tried.
    pub tried: u32,
    /// Answers in a row that turned this phone away.
    turned_away: u32,
}

/// What a request came to.
enum Came {
    Answer(Answer),
    Receipt(Box<Arrived>),
    EvidenceMissing,
    /// The run ended before an answer came.
    Stopped,
}

/// A request that can be made, or what came of it without one.
type Ready = Result<Call, Came>;

/// What could not be sealed is not sent.
const NOT_SENT: Came = Came::Answer(Answer::Unreached);

impl Upload<'_> {
    /// Whether anything is to be done now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn is_due(&self) -> Result<bool, StoreError> {
        Ok(!self.due()?.is_empty())
    }

    /// Sends everything whose time has come: what failed least often first, then the oldest.
    /// One that fails holds no other up.
    ///
    /// # Errors
    /// [`StoreError`] if an answer could not be kept; nothing is lost then, since what was sent
    /// may be sent again.
    pub async fn run(&self) -> Result<QueueOutcome, StoreError> {
        let mut outcome = QueueOutcome::default();
        for id in self.due()? {
            let left_alone = self.gates.closed(&self.api.host(), self.clock.now()).is_some();
            if (self.stopped)() || left_alone || outcome.turned_away >= TURNED_AWAY {
                break;
            }
            self.item(id, &mut outcome).await?;
        }
        Ok(outcome)
    }

    /// The rows that an event of waking would change or send.
    fn due(&self) -> Result<Vec<i64>, StoreError> {
        let now = self.clock.now();
        let id = &self.membership.id;
        let mut rows = self.store.read(|tx| tx.queue_briefs_waiting::<Queued>(id))?;
        rows.retain(|row| {
            let (item, mut woken) = (&row.item.progress, row.item.progress.clone());
            let waits = self.photos_wait && item.has_photo_to_send();
            let effects = woken.step(self.waking(), now, 0);
            !waits && (woken.state != item.state || !effects.is_empty())
        });
        rows.sort_by_key(|row| (row.item.progress.tries.failed, row.id));
        Ok(rows.iter().map(|row| row.id).collect())
    }

    const fn waking(&self) -> Event {
        match self.wake {
            Wake::Due => Event::Woken,
            Wake::Now => Event::WokenNow,
        }
    }

    /// One item, until it has a receipt, must wait, or needs the person.
    async fn item(&self, id: i64, outcome: &mut QueueOutcome) -> Result<(), StoreError> {
        let Some((mut row, mut effects)) = self.begin(id)? else { return Ok(()) };
        outcome.tried = outcome.tried.saturating_add(1);
        while let Some(request) = request(effects) {
            if (self.stopped)() {
                self.apply(id, Event::Stopped)?;
                break;
            }
            // A record that cannot be counted is sent all the same: it costs the notice of an older
            // copy of the folder, and nothing else.
            drop(self.store.before_sending());
            let came = self.perform(&row, &request).await?;
            outcome.count(&came);
            (row, effects) = match came {
                Came::Answer(answer) => self.apply(id, Event::Answered(answer))?,
                Came::EvidenceMissing => self.apply(id, Event::EvidenceMissing)?,
                Came::Stopped => self.apply(id, Event::Stopped)?,
                Came::Receipt(arrived) => self.keep(id, *arrived)?,
            };
        }
        Ok(())
    }

    /// Seals the photos and wakes the item in one transaction: the person may put another record
    /// in its place until then, with photos that are not sealed, or that are to wait. None if its
    /// photos are to wait.
    fn begin(&self, id: i64) -> Result<Option<(Row, Vec<Effect>)>, StoreError> {
        let to = self.sealing.recipient().map(|recipient| recipient.kid());
        let seal = to.map(|to| Ok::<_, StoreError>(Seal { to, seed: self.seed()? })).transpose()?;
        let (now, jitter) = (self.clock.now(), self.jitter()?);
        self.store.write(|tx| {
            let row: Option<Row> = tx.queue_item(id)?;
            if self.photos_wait && row.is_some_and(|row| row.item.progress.has_photo_to_send()) {
                return Ok(None);
            }
            if let Some(seal) = seal {
                plan::apply(tx, id, Event::SealTo(seal), now, jitter)?;
            }
            plan::apply(tx, id, self.waking(), now, jitter).map(Some)
        })
    }

    fn apply(&self, id: i64, event: Event) -> Result<(Row, Vec<Effect>), StoreError> {
        let (now, jitter) = (self.clock.now(), self.jitter()?);
        self.store.write(|tx| plan::apply(tx, id, event, now, jitter))
    }

    fn jitter(&self) -> Result<u64, StoreError> {
        let mut jitter = [0; 8];
        self.entropy.fill(&mut jitter)?;
        Ok(u64::from_be_bytes(jitter))
    }

    fn seed(&self) -> Result<Seed, StoreError> {
        let mut seed = [0; 32];
        self.entropy.fill(&mut seed)?;
        Ok(Seed::from_bytes(seed))
    }

    /// Verifies receipts and stores them in the transaction that changes the item's state.
    fn keep(&self, id: i64, arrived: Arrived) -> Result<(Row, Vec<Effect>), StoreError> {
        let now = self.clock.now();
        self.store.write(|tx| {
            plan::receive(tx, self.membership, std::slice::from_ref(&arrived), now)?;
            // The item hears that this was the answer to its own request, too.
            let row: Row = tx.queue_item(id)?.ok_or(StoreError::Missing("queue"))?;
            let seen = ReceiptSeen::of(&arrived.receipt, &row.item.progress);
            plan::apply(tx, id, Event::Answered(Answer::Receipt(seen)), now, 0)
        })
    }

    async fn perform(&self, row: &Row, request: &Request) -> Result<Came, StoreError> {
        let ready = match request {
            Request::Put => self.put(row)?,
            Request::AskOffset { url, .. } => {
                let headers = vec![("tus-resumable", TUS_VERSION.to_owned())];
                Ok(Call { method: Method::HEAD, headers, ..Call::get(url, EVIDENCE) })
            }
            Request::Create(upload) => self.create(row, *upload)?,
            Request::Patch { upload, url, offset } => self.patch(row, *upload, url, *offset)?,
        };
        let call = match ready {
            Ok(call) => call,
            Err(came) => return Ok(came),
        };
        Ok(match self.api.call(call).await {
            Ok(response) => self.read(row, request, &response)?,
            Err(TransportError::Stopped) => Came::Stopped,
            Err(TransportError::Unreachable | TransportError::LeftAlone(_)) => {
                Came::Answer(Answer::Unreached)
            }
            // A longer answer than any may be, or one that leads away, is no answer at all.
            Err(_) => Came::Answer(Answer::Nothing),
        })
    }

    fn put(&self, row: &Row) -> Result<Ready, StoreError> {
        let id = row.item.progress.record;
        let compact = record::sign(row.item.payload.as_bytes(), self.api.key());
        let (media_type, body) = match self.sealing.recipient() {
            Some(recipient) => {
                let seed = self.seed()?;
                (SEALED, recipient.seal(Part::Record(id), compact.as_bytes(), &seed))
            }
            None => (JOSE, Ok(compact.into_bytes())),
        };
        let Ok(body) = body else { return Ok(Err(NOT_SENT)) };
        Ok(Ok(Call::with(Method::PUT, record_path(id), media_type, body, RECORD)))
    }

    /// The upload at a place of the item, and its photo; none if that is not on this phone.
    fn to_upload<'r>(
        &self,
        row: &'r Row,
        upload: usize,
    ) -> Result<Option<(&'r queue::Upload, Evidence)>, StoreError> {
        let Some(upload) = row.item.progress.uploads.get(upload) else { return Ok(None) };
        let kept = self.store.read(|tx| tx.evidence(row.id))?;
        let file = kept
            .into_iter()
            .find(|file| (upload.sha256, upload.bytes) == (file.sha256, file.bytes));
        Ok(file.map(|file| (upload, file)))
    }

    /// Creating an upload carries the record's id, the hash and the length, and the key that the
    /// bytes are sealed to.
    fn create(&self, row: &Row, upload: usize) -> Result<Ready, StoreError> {
        let Some((upload, file)) = self.to_upload(row, upload)? else {
            return Ok(Err(Came::EvidenceMissing));
        };
        if upload.seal.is_none() && self.sealing.recipient().is_some() {
            return Ok(Err(NOT_SENT));
        }
        let encode = |text: String| Base64::encode_string(text.as_bytes());
        let record = encode(row.item.progress.record.to_string());
        let mut metadata = format!("record {record},sha256 {}", encode(file.sha256.to_string()));
        if let Some(seal) = &upload.seal {
            metadata.push_str(&format!(",seal {}", encode(seal.to.to_string())));
        }
        let headers = vec![
            ("tus-resumable", TUS_VERSION.to_owned()),
            ("upload-length", upload.length().to_string()),
            ("upload-metadata", metadata),
        ];
        let (method, path, purpose) = (Method::POST, "/v1/evidence".to_owned(), EVIDENCE);
        Ok(Ok(Call { method, path, headers, body: None, purpose }))
    }

    /// The bytes from an offset to the end of their chunk: one is read at a time.
    fn patch(&self, row: &Row, upload: usize, url: &str, offset: u32) -> Result<Ready, StoreError> {
        let missing = Ok(Err(Came::EvidenceMissing));
        let Some((upload, file)) = self.to_upload(row, upload)? else { return missing };
        let recipient = self.sealing.recipient();
        let piece = recipient.map_or(CHUNK, |_| PIECE + PIECE_OVERHEAD);
        let at = usize::try_from(offset).unwrap_or(usize::MAX);
        let n = u32::try_from(at / piece).unwrap_or(u32::MAX);
        let chunk = self.store.read(|tx| tx.evidence_chunk(row.id, file.id, n))?;
        let Some(chunk) = chunk else { return missing };
        let sealed = match (recipient, &upload.seal) {
            (Some(recipient), Some(Seal { seed, .. })) => {
                let (record, sha256) = (row.item.progress.record, file.sha256);
                recipient.seal_piece(Part::Photo { record, sha256, piece: n }, &chunk, seed)
            }
            (Some(_), None) => return Ok(Err(NOT_SENT)),
            (None, _) => Ok(chunk.to_vec()),
        };
        let Ok(sealed) = sealed else { return Ok(Err(NOT_SENT)) };
        let bytes = sealed.get(at % piece..).filter(|bytes| !bytes.is_empty());
        let Some(bytes) = bytes else { return missing };
        let media_type = "application/offset+octet-stream";
        let mut call = Call::with(Method::PATCH, url, media_type, bytes.to_vec(), EVIDENCE);
        call.headers.push(("tus-resumable", TUS_VERSION.to_owned()));
        call.headers.push(("upload-offset", offset.to_string()));
        Ok(Ok(call))
    }

    fn read(&self, row: &Row, request: &Request, answer: &Response) -> Result<Came, StoreError> {
        let offset = || answer.header("upload-offset").and_then(|field| field.parse().ok());
        let good = match request {
            Request::Put => {
                if let Some(arrived) = self.receipt(row, answer)? {
                    return Ok(Came::Receipt(Box::new(arrived)));
                }
                None
            }
            Request::Create(_) => answer
                .header("location")
                .and_then(|to| self.below(to))
                .map(|url| Answer::Created { url }),
            Request::AskOffset { .. } | Request::Patch { .. } => offset().map(Answer::Offset),
        };
        Ok(Came::Answer(match good {
            Some(good) if answer.is_success() => good,
            _ if answer.is_success() => Answer::Unverified,
            _ => status(answer, self.clock.now()),
        }))
    }

    /// The receipt in an answer, under whatever status, if it verifies over exactly this record.
    fn receipt(&self, row: &Row, answer: &Response) -> Result<Option<Arrived>, StoreError> {
        let read: Option<RecordAnswer> = serde_json::from_slice(&answer.body).ok();
        let Some(RecordAnswer { receipt: compact }) = read else { return Ok(None) };
        let (record, sub) = (row.item.record()?, self.membership.sub.as_deref());
        let expected = Expected { keys: self.keys, sub, held_since: None };
        let id = row.item.progress.record;
        let verified = receipt::verify_for(&compact, expected, id, &record).ok();
        Ok(verified.map(|receipt| Arrived { receipt, compact }))
    }

    /// An upload's address as an absolute one, if it lies below the authority's own.
    fn below(&self, location: &str) -> Option<String> {
        let base = url::Url::parse(&format!("{}/v1/evidence", self.api.base())).ok()?;
        let url: String = base.join(location).ok()?.into();
        let path = url.strip_prefix(self.api.base())?;
        (path.starts_with("/v1/") && url.len() <= 1_000).then_some(url)
    }
}

impl QueueOutcome {
    fn count(&mut self, came: &Came) {
        match came {
            Came::Receipt(_) => {
                self.delivered = self.delivered.saturating_add(1);
                self.turned_away = 0;
            }
            Came::Answer(
                Answer::Unverified | Answer::Status { status: 200..=299 | 401 | 403, .. },
            ) => self.turned_away = self.turned_away.saturating_add(1),
            Came::Answer(Answer::Created { .. } | Answer::Offset(_)) => self.turned_away = 0,
            Came::Answer(_) | Came::EvidenceMissing | Came::Stopped => {}
        }
    }
}

fn request(effects: Vec<Effect>) -> Option<Request> {
    effects.into_iter().find_map(|effect| match effect {
        Effect::Request(request) => Some(request),
        Effect::Withdraw | Effect::Alarm => None,
    })
}

fn status(answer: &Response, now: UnixTime) -> Answer {
    let said = unsigned(answer);
    Answer::Status {
        status: answer.status,
        retry_after: retry_after(answer, now),
        problem: said.kind,
        text: said.detail,
    }
}

#[cfg(test)]
#[path = "upload_tests.rs"]
mod tests;

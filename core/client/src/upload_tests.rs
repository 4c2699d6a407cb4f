use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;

use super::super::fake_authority::{API, FakeAuthority, Fault};
use super::super::plan::Queued;
use super::*;
use crate::guard::Guard;
use crate::queue::{Item, Progress, Reason, State, Trouble, WithdrawnBy};
use crate::status::Stop;
use crate::waiting::{Waiting, Why};
use standing_model::clock::{Clock, NoEntropy};
use standing_model::ext::Extensions;
use standing_model::ids::{Hash, RecordId, Salt};
use standing_model::message::ReceiptState;
use standing_model::record::{self as model, Body, MediaType, Record, Volunteering};
use standing_model::version::Version;
use standing_store::system::SystemEntropy;
use standing_store::testing::{FixedClock, MemorySecrets, NOW, membership, open};
use standing_verify::alarm::Alarm;

#[path = "upload_case_tests.rs"]
mod cases;
#[path = "upload_sealed_tests.rs"]
mod sealed;

/// A phone with a queue, and its authority.
struct Bench {
    folder: TempDir,
    secrets: Arc<MemorySecrets>,
    store: Option<Store>,
    clock: Arc<FixedClock>,
    authority: FakeAuthority,
    gates: Arc<Gates>,
    /// What the key list says of sealing.
    sealing: Sealing,
    made: AtomicU32,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let secrets = Arc::default();
        let store = open(folder.path(), &secrets).unwrap();
        store.write(|tx| tx.put_membership(&membership("m"))).unwrap();
        Self {
            folder,
            secrets,
            store: Some(store),
            clock: FixedClock::at(NOW),
            authority: FakeAuthority::default(),
            gates: Arc::default(),
            sealing: Sealing::Plain,
            made: AtomicU32::new(0),
        }
    }

    fn store(&self) -> &Store {
        self.store.as_ref().unwrap()
    }

    /// Switched off and on again.
    fn restart(&mut self) {
        self.store = None;
        self.store = Some(open(self.folder.path(), &self.secrets).unwrap());
    }

    /// Sends a photo of 5 MB over a connection that is cut ten times; the photo.
    async fn sends_through_cuts(&mut self) -> Vec<u8> {
        let whole = photo(5 * 1024 * 1024);
        let id = self.queue(std::slice::from_ref(&whole));
        for cut in 0..10_usize {
            self.authority.fail("PATCH", Fault::Cut(cut * 20_011));
            self.run().await;
            self.restart();
            self.clock.pass(6 * 3_600);
        }
        self.run().await;
        assert_eq!(self.state(id), State::Received);
        let held = self.authority.held();
        assert_eq!(held.uploads.len(), 1);
        // At most 1.02 times as many bytes are sent.
        assert!(held.patched * 100 <= whole.len() * 102, "{}", held.patched);
        drop(held);
        whole
    }

    /// Queues a record with photos; its row.
    fn queue(&self, photos: &[Vec<u8>]) -> i64 {
        let mut record = self.record(None);
        record.evidence = photos.iter().map(|photo| evidence(photo)).collect();
        let queued = self.queued(&record);
        let written = self.store().write(|tx| {
            let id = plan::add(tx, &membership("m").id, &queued)?;
            for photo in photos {
                tx.add_evidence(id, photo, "image/jpeg")?;
            }
            Ok(id)
        });
        written.unwrap()
    }

    fn record(&self, withdraws: Option<RecordId>) -> Record {
        let n = self.made.fetch_add(1, Ordering::Relaxed);
        let body = match withdraws {
            Some(of) => Body::Withdrawal(model::Withdrawal { of, reason: String::new() }),
            None => Body::Volunteering(Volunteering {
                organiser: "Library".into(),
                activity: "Reading aloud".into(),
                occurred_on: "2026-11-20".parse().unwrap(),
                minutes: 180,
            }),
        };
        let m = membership("m");
        Record {
            v: Version,
            aud: m.iss,
            trust: m.trust,
            sub: m.sub.unwrap(),
            made_at: self.clock.now(),
            salt: Salt::from_bytes(u128::from(n).to_be_bytes()),
            seen: None,
            body,
            evidence: Vec::new(),
            replaces: None,
            ext: Extensions::default(),
        }
    }

    fn queued(&self, record: &Record) -> Queued {
        let payload = serde_json::to_string(record).unwrap();
        let id = RecordId::of_payload(payload.as_bytes());
        let uploads =
            record.evidence.iter().map(|file| crate::queue::Upload::new(file.sha256, file.bytes));
        let item = Item::queued(id, record.kind(), uploads.collect(), self.clock.now());
        Queued { withdraws: record.withdraws(), ..Queued::new(item, payload) }
    }

    async fn run(&self) -> QueueOutcome {
        self.run_until(&|| false).await.unwrap()
    }

    async fn run_until(
        &self,
        stopped: &(dyn Fn() -> bool + Send + Sync),
    ) -> Result<QueueOutcome, StoreError> {
        self.with(stopped, &SystemEntropy, async |upload| upload.run().await).await
    }

    /// A run in which the person puts another record in the place of an item at every moment at
    /// which that is possible.
    async fn run_while_edited(&self, item: i64, photos_wait: bool) -> QueueOutcome {
        let edits = Edits { bench: self, item };
        let run = async |upload: Upload<'_>| Upload { photos_wait, ..upload }.run().await;
        self.with(&|| false, &edits, run).await.unwrap()
    }

    async fn with<T>(
        &self,
        stopped: &(dyn Fn() -> bool + Send + Sync),
        entropy: &dyn Entropy,
        does: impl AsyncFnOnce(Upload<'_>) -> T,
    ) -> T {
        let m = membership("m");
        let key = ed25519_dalek::SigningKey::from_bytes(&m.key_seed);
        let guard = Guard {
            inner: Arc::new(self.authority.clone()),
            gates: self.gates.clone(),
            stop: Stop::default(),
            deadline: None,
            clock: self.clock.clone(),
            entropy: Arc::new(SystemEntropy),
            noted: Arc::new(|| {}),
        };
        let api = AuthorityApi::new(Arc::new(guard), API, key);
        let keys = self.authority.keys();
        let upload = Upload {
            store: self.store(),
            api: &api,
            keys: &keys,
            sealing: &self.sealing,
            membership: &m,
            clock: &*self.clock,
            entropy,
            gates: &self.gates,
            stopped,
            wake: Wake::Due,
            photos_wait: false,
        };
        does(upload).await
    }

    /// What waits, whoever is asked next.
    fn waiting(&self) -> Waiting {
        let id = membership("m").id;
        let rows: Vec<Row> = self.store().read(|tx| tx.queue_items(&id)).unwrap();
        let closed = self.gates.closed("credit.example", self.clock.now());
        Waiting::of(rows.iter().map(|row| &row.item.progress), closed, false, self.clock.now())
    }

    fn row(&self, id: i64) -> Row {
        self.store().read(|tx| tx.queue_item(id)).unwrap().unwrap()
    }

    fn state(&self, id: i64) -> State {
        self.row(id).item.progress.state
    }
}

/// A person who keeps a form with a photo whenever the run asks for random bytes.
struct Edits<'a> {
    bench: &'a Bench,
    item: i64,
}

impl Entropy for Edits<'_> {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        let photo = photo(10);
        let record = Record { evidence: vec![evidence(&photo)], ..self.bench.record(None) };
        let queued = self.bench.queued(&record);
        let kept = self.bench.store().write(|tx| {
            if plan::replace(tx, self.item, queued)? {
                tx.add_evidence(self.item, &photo, "image/jpeg")?;
            }
            Ok(())
        });
        kept.unwrap();
        SystemEntropy.fill(bytes)
    }
}

fn evidence(photo: &[u8]) -> model::Evidence {
    model::Evidence {
        sha256: Hash::of(photo),
        bytes: u32::try_from(photo.len()).unwrap(),
        media_type: MediaType::Jpeg,
    }
}

fn photo(bytes: usize) -> Vec<u8> {
    (0..bytes).map(|n| (n % 251) as u8).collect()
}

#[tokio::test]
async fn a_record_leaves_with_its_photos_and_comes_back_as_a_receipt() {
    let bench = Bench::new();
    let photos = [photo(2 * CHUNK + 5), photo(10)];
    let id = bench.queue(&photos);
    let outcome = bench.run().await;
    assert_eq!((outcome.delivered, bench.waiting()), (1, Waiting::default()));
    assert_eq!(bench.state(id), State::Received);
    let row = bench.row(id);
    let held = bench.authority.held();
    assert!(held.records.contains_key(&row.item.progress.record));
    let arrived: Vec<&Vec<u8>> = held.uploads.values().map(|upload| &upload.3).collect();
    assert!(arrived == [&photos[0], &photos[1]]);
    assert_eq!(row.item.receipts[0].compact, held.receipts[0]);
}

#[tokio::test]
async fn a_cut_upload_goes_on_where_it_broke_off() {
    let mut bench = Bench::new();
    let whole = bench.sends_through_cuts().await;
    assert!(bench.authority.held().uploads.values().next().unwrap().3 == whole);
}

#[tokio::test]
async fn an_answer_that_got_lost_is_asked_for_again_and_the_record_counts_once() {
    let mut bench = Bench::new();
    let id = bench.queue(&[photo(100)]);
    for part in ["POST", "PATCH", "PUT"] {
        bench.authority.fail(part, Fault::AnswerLost);
        assert_eq!(bench.run().await.delivered, 0, "{part}");
        bench.restart();
        bench.clock.pass(6 * 3_600);
    }
    assert_eq!(bench.run().await.delivered, 1);
    assert_eq!(bench.state(id), State::Received);
    let held = bench.authority.held();
    assert_eq!((held.records.len(), held.receipts.len()), (1, 1));
}

#[tokio::test]
async fn without_a_network_nothing_left_the_phone_and_the_rest_is_not_tried() {
    let bench = Bench::new();
    let ids = [bench.queue(&[]), bench.queue(&[])];
    bench.authority.fail("PUT", Fault::Unreachable);
    bench.run().await;
    assert_eq!(bench.waiting().waiting, 2);
    assert_eq!(bench.authority.held().asked.len(), 1);
    let now = bench.clock.now();
    let taken = bench.store().write(|tx| plan::apply(tx, ids[0], Event::TakenBack, now, 0));
    assert_eq!(taken.unwrap().1, [], "nobody has to be told");
}

#[tokio::test]
async fn a_receipt_that_somebody_else_signed_is_not_believed() {
    let bench = Bench::new();
    let id = bench.queue(&[]);
    for times in 1..=3 {
        bench.authority.fail("PUT", Fault::WrongReceipt);
        bench.run().await;
        assert_eq!(bench.state(id), State::Queued);
        let trouble = bench.row(id).item.progress.trouble();
        assert_eq!(trouble, (times == 3).then_some(Trouble::AnswersDoNotVerify));
        bench.clock.pass(6 * 3_600);
    }
    bench.run().await;
    assert_eq!(bench.state(id), State::Received);
}

#[tokio::test]
async fn a_signed_rejection_arrives_under_its_error_status() {
    let bench = Bench::new();
    let ids = [bench.queue(&[]), bench.queue(&[])];
    bench.authority.fail("PUT", Fault::Rejected);
    bench.run().await;
    assert_eq!(bench.state(ids[0]), State::NeedsYou(Reason::Rejected));
    assert_eq!(bench.state(ids[1]), State::Received, "other items go on");
    assert_eq!((bench.waiting().needs_you, bench.waiting().waiting), (1, 0));
}

#[tokio::test]
async fn a_server_that_names_a_time_is_waited_for() {
    for (field, seconds) in [("120", 120), ("Mon, 23 Nov 2026 01:00:00 GMT", 3_600)] {
        let bench = Bench::new();
        let id = bench.queue(&[]);
        let headers: &'static [(&str, &str)] = Box::leak(Box::new([("retry-after", field)]));
        bench.authority.fail("PUT", Fault::Status(503, headers));
        bench.run().await;
        let next_at = bench.row(id).item.progress.tries.next_at;
        assert_eq!(next_at.since(UnixTime(NOW)), seconds);
    }
}

#[tokio::test]
async fn a_photo_that_is_gone_is_never_left_out() {
    let bench = Bench::new();
    let record = Record { evidence: vec![evidence(b"gone")], ..bench.record(None) };
    let queued = bench.queued(&record);
    let id = bench.store().write(|tx| plan::add(tx, &membership("m").id, &queued)).unwrap();
    bench.run().await;
    assert_eq!(bench.state(id), State::NeedsYou(Reason::EvidenceMissing));
    assert!(bench.authority.held().asked.is_empty());
}

#[tokio::test]
async fn an_upload_address_that_leads_away_is_not_followed() {
    let bench = Bench::new();
    let id = bench.queue(&[photo(10)]);
    for location in ["https://evil.example/v1/evidence/1", "//evil.example/", "/other/v1/x"] {
        let headers: &'static [(&str, &str)] = Box::leak(Box::new([("location", location)]));
        bench.authority.fail("POST", Fault::Status(201, headers));
        bench.run().await;
        assert_eq!(bench.row(id).item.progress.uploads[0].progress, Progress::NotCreated);
        bench.clock.pass(6 * 3_600);
    }
    let asked = &bench.authority.held().asked;
    assert!(asked.iter().all(|name| name.starts_with("POST https://credit.example/")));
}

#[tokio::test]
async fn stopping_keeps_what_was_done_and_loses_nothing() {
    let bench = Bench::new();
    let id = bench.queue(&[photo(3 * CHUNK)]);
    let left = AtomicU32::new(4);
    let stopped =
        || left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| n.checked_sub(1)).is_err();
    bench.run_until(&stopped).await.unwrap();
    assert_eq!(bench.state(id), State::Queued);
    let before = bench.authority.held().patched;
    assert!(before > 0 && before < 3 * CHUNK);
    bench.run().await;
    assert_eq!(bench.state(id), State::Received);
    assert_eq!(bench.authority.held().patched, 3 * CHUNK, "nothing was sent twice");
}

#[tokio::test]
async fn receipts_that_are_paged_move_the_record_on() {
    let bench = Bench::new();
    let id = bench.queue(&[]);
    bench.run().await;
    let record = bench.row(id).item.progress.record;
    let page = |state| {
        let compact = bench.authority.decide(record, state);
        arrive(&bench, compact);
        bench.state(id)
    };
    assert_eq!(page(ReceiptState::UnderReview), State::UnderReview);
    assert_eq!(page(ReceiptState::Accepted), State::Accepted);
    assert_eq!(bench.row(id).item.receipts.len(), 3);
    assert!(bench.store().read(|tx| tx.alarms()).unwrap().is_empty());
    assert_eq!(page(ReceiptState::Received), State::Accepted, "it does not go back");
    let alarms = bench.store().read(|tx| tx.alarms()).unwrap();
    let kept = &alarms[0].kept;
    assert_eq!((&kept.alarm, kept.evidence.len()), (&Alarm::ReceiptState { n: 4 }, 2));
}

fn arrive(bench: &Bench, compact: String) {
    let (m, keys) = (membership("m"), bench.authority.keys());
    let expected = Expected::fresh(&keys, m.sub.as_deref().unwrap());
    let receipt = standing_verify::message::verify(&compact, expected).unwrap();
    let arrived = [Arrived { receipt, compact }];
    bench.store().write(|tx| plan::receive(tx, &m, &arrived, bench.clock.now())).unwrap();
}

#[tokio::test]
async fn a_withdrawal_overtakes_its_record() {
    let bench = Bench::new();
    let id = bench.queue(&[]);
    bench.authority.fail("PUT", Fault::AnswerLost);
    bench.authority.held().records.clear();
    bench.run().await;
    let now = bench.clock.now();
    let taken = bench.store().write(|tx| plan::apply(tx, id, Event::TakenBack, now, 0)).unwrap();
    assert_eq!(taken.1, [Effect::Withdraw]);
    let record = bench.record(Some(taken.0.item.progress.record));
    let queued = bench.queued(&record);
    bench.store().write(|tx| plan::add(tx, &membership("m").id, &queued)).unwrap();
    bench.clock.pass(6 * 3_600);
    let asked = bench.authority.held().asked.len();
    bench.run().await;
    assert_eq!(bench.authority.held().asked.len(), asked + 1, "the record itself stays here");
    assert_eq!(bench.state(id), State::Withdrawn { by: WithdrawnBy::Person });
}

#[tokio::test]
async fn after_an_old_copy_is_put_back_nothing_is_sent_before_the_person_says_so() {
    let mut bench = Bench::new();
    let id = bench.queue(&[]);
    bench.store = None;
    let copy = std::fs::read(bench.folder.path().join("resident.db")).unwrap();
    bench.restart();
    bench.run().await;
    assert_eq!(bench.state(id), State::Received);
    bench.store = None;
    std::fs::write(bench.folder.path().join("resident.db"), copy).unwrap();
    bench.restart();
    let now = bench.clock.now();
    bench.store().write(|tx| plan::wake_up(tx, now)).unwrap();
    assert_eq!(bench.store().read(|tx| tx.restored_at()).unwrap(), None, "once");
    let asked = bench.authority.held().asked.len();
    bench.run().await;
    assert_eq!(bench.state(id), State::NeedsYou(Reason::Restored));
    assert_eq!(bench.authority.held().asked.len(), asked);
    bench.store().write(|tx| plan::apply(tx, id, Event::Retried, now, 0)).unwrap();
    bench.run().await;
    assert_eq!(bench.state(id), State::Received);
    assert_eq!(bench.authority.held().receipts.len(), 1, "the same record, the same receipt");
}

#[tokio::test]
async fn a_full_disk_while_syncing_is_named_and_loses_nothing() {
    let bench = Bench::new();
    bench.store().leave_pages(4);
    let add = || {
        let queued = bench.queued(&bench.record(None));
        bench.store().write(|tx| plan::add(tx, &membership("m").id, &queued))
    };
    let mut ids = Vec::new();
    let full = loop {
        match add() {
            Ok(id) => ids.push(id),
            Err(error) => break error,
        }
    };
    assert!(matches!(full, StoreError::Full) && !ids.is_empty(), "{full:?}");
    let full = bench.run_until(&|| false).await;
    assert!(matches!(full, Err(StoreError::Full)), "{full:?}");
    bench.store().leave_pages(1_000);
    bench.clock.pass(6 * 3_600);
    bench.run().await;
    assert!(ids.iter().all(|id| bench.state(*id) == State::Received));
    assert_eq!(bench.authority.held().receipts.len(), ids.len());
}

#[tokio::test]
async fn a_host_that_is_down_is_asked_for_no_more_than_it_takes_to_know() {
    let bench = Bench::new();
    for _ in 0..10 {
        bench.queue(&[]);
    }
    for _ in 0..10 {
        bench.authority.fail("PUT", Fault::Status(500, &[]));
    }
    assert_eq!(bench.run().await.delivered, 0);
    assert_eq!(bench.authority.held().asked.len(), 3);
    let waiting = bench.waiting();
    assert_eq!((waiting.waiting, waiting.why), (10, Some(Why::Unwell)));
    let next = waiting.next_attempt.unwrap().since(bench.clock.now());
    assert!((30..=60).contains(&next), "{next}");
    bench.run().await;
    assert_eq!(bench.authority.held().asked.len(), 3, "nobody knocks before that");
    bench.authority.held().faults.clear();
    bench.clock.pass(6 * 3_600);
    assert_eq!(bench.run().await.delivered, 10, "once each, as soon as it is well");
    assert_eq!(bench.waiting(), Waiting::default());
}

#[tokio::test]
async fn a_record_that_the_server_fails_on_holds_no_other_up() {
    let bench = Bench::new();
    let bad = bench.queue(&[]);
    let record = bench.row(bad).item.progress.record;
    for n in 0..4 {
        bench.authority.fail(&record.to_string(), Fault::Status(500, &[]));
        bench.queue(&[]);
        assert_eq!(bench.run().await.delivered, 1, "{n}");
        bench.clock.pass(6 * 3_600);
    }
    assert_eq!(bench.state(bad), State::Queued);
}

#[tokio::test]
async fn whoever_turns_the_phone_away_is_not_sent_the_rest() {
    for fault in [Fault::WrongReceipt, Fault::Status(403, &[]), Fault::Status(200, &[])] {
        let bench = Bench::new();
        for _ in 0..10 {
            bench.queue(&[]);
            bench.authority.fail("PUT", fault.clone());
        }
        assert_eq!(bench.run().await.delivered, 0);
        assert_eq!(bench.authority.held().asked.len(), 3, "{fault:?}");
        assert_eq!(bench.waiting().waiting, 10);
    }
}

#[tokio::test]
async fn what_is_not_due_is_neither_sent_nor_written() {
    let bench = Bench::new();
    let id = bench.queue(&[]);
    bench.authority.fail("PUT", Fault::AnswerLost);
    bench.run().await;
    bench.store().leave_pages(0);
    bench.clock.pass(-1);
    let before = bench.row(id);
    bench.run().await;
    assert_eq!(bench.row(id), before);
    assert_eq!(bench.authority.held().asked.len(), 1);
}

#[tokio::test]
async fn a_photo_that_an_edit_adds_during_the_run_waits_for_another_network_too() {
    let bench = Bench::new();
    let ids = [bench.queue(&[]), bench.queue(&[])];
    let outcome = bench.run_while_edited(ids[1], true).await;
    assert_eq!((outcome.tried, outcome.delivered), (1, 1));
    let item = bench.row(ids[1]).item.progress;
    assert!(item.has_photo_to_send() && item.can_be_replaced(), "{item:?}");
    assert!(bench.authority.held().uploads.is_empty());
    assert_eq!(bench.run().await.delivered, 1, "elsewhere it goes");
}

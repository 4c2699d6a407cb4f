//! Records and photos sealed on the way.

use super::*;
use standing_verify::envelope::{PIECE_OVERHEAD, RecipientSecret};

fn secret(n: u8) -> RecipientSecret {
    RecipientSecret::derive(&[n; 32])
}

impl Bench {
    /// The authority opens with these keys, and the list names the key `n`.
    fn sealed(n: u8, opens: &[u8]) -> Self {
        let mut bench = Self::new();
        bench.seal_to(n);
        bench.authority.held().opens_with = opens.iter().map(|n| secret(*n)).collect();
        bench
    }

    fn seal_to(&mut self, n: u8) {
        self.sealing = Sealing::To(secret(n).recipient().clone());
    }

    /// Whether a text went over the network as it is, or as a document carries it.
    fn was_seen(&self, plain: &[u8]) -> bool {
        let held = self.authority.held();
        held.wire.iter().any(|body| body.windows(plain.len()).any(|part| part == plain))
    }

    async fn later(&self) -> QueueOutcome {
        self.clock.pass(6 * 3_600);
        self.run().await
    }
}

#[tokio::test]
async fn whoever_reads_the_wire_finds_neither_words_nor_pixels() {
    let mut bench = Bench::sealed(1, &[1]);
    let whole = photo(2 * CHUNK + 5);
    let id = bench.queue(std::slice::from_ref(&whole));
    let payload = base64ct::Base64UrlUnpadded::encode_string(bench.row(id).item.payload.as_bytes());
    let pixels = whole.get(CHUNK - 16..CHUNK).unwrap();
    assert_eq!(bench.run().await.delivered, 1);
    assert_eq!(bench.state(id), State::Received);
    for plain in [b"Library".as_slice(), &payload.as_bytes()[..40], pixels] {
        assert!(!bench.was_seen(plain));
    }
    let (record, sha256) = (bench.row(id).item.progress.record, Hash::of(&whole));
    let sealed = bench.authority.held().uploads.values().next().unwrap().3.clone();
    assert_eq!(*secret(1).open_photo(record, sha256, &sealed).unwrap(), whole);
    // The same in the clear is found: the test can see.
    bench = Bench::new();
    bench.queue(std::slice::from_ref(&whole));
    bench.run().await;
    assert!(bench.was_seen(pixels) && bench.was_seen(&payload.as_bytes()[..10]));
}

#[tokio::test]
async fn a_sealed_upload_goes_on_where_it_broke_off() {
    let mut bench = Bench::sealed(1, &[1]);
    let whole = bench.sends_through_cuts().await;
    let held = bench.authority.held();
    assert_eq!(held.uploads.values().next().unwrap().2, whole.len() + 20 * PIECE_OVERHEAD);
}

#[tokio::test]
async fn a_photo_begun_in_the_clear_begins_again_sealed() {
    let mut bench = Bench::new();
    let whole = photo(CHUNK + 5);
    let id = bench.queue(std::slice::from_ref(&whole));
    bench.authority.fail("PATCH", Fault::Cut(1_000));
    bench.run().await;
    assert_eq!(bench.authority.held().patched, 1_000);
    bench.authority.held().opens_with = vec![secret(1)];
    bench.seal_to(1);
    bench.authority.held().wire.clear();
    assert_eq!(bench.later().await.delivered, 1);
    assert_eq!(bench.state(id), State::Received);
    assert!(!bench.was_seen(whole.get(2_000..2_016).unwrap()));
}

#[tokio::test]
async fn a_record_outlives_the_key_that_it_was_sealed_to() {
    for cut in [true, false] {
        let mut bench = Bench::sealed(1, &[1]);
        let id = bench.queue(&[photo(CHUNK + 5)]);
        bench.authority.fail(if cut { "PATCH" } else { "PUT" }, Fault::Cut(0));
        if !cut {
            bench.authority.fail("PUT", Fault::Unreachable);
            bench.authority.held().faults.remove(0);
        }
        bench.run().await;
        bench.authority.held().opens_with = vec![secret(2)];
        assert_eq!(bench.later().await.delivered, 0, "the phone knows the old key only");
        assert_eq!(bench.state(id), State::Queued, "nobody has to do anything");
        bench.seal_to(2);
        assert_eq!(bench.later().await.delivered, 1);
        assert_eq!(bench.authority.held().receipts.len(), 1);
    }
}

#[tokio::test]
async fn an_authority_that_opens_with_no_key_that_the_phone_knows_is_waited_for() {
    let bench = Bench::sealed(1, &[2]);
    let ids = [bench.queue(&[]), bench.queue(&[photo(10)])];
    for _ in 0..4 {
        assert_eq!(bench.later().await.delivered, 0);
    }
    for id in ids {
        assert_eq!(bench.state(id), State::Queued);
        assert!(bench.row(id).item.progress.tries.failed >= 4);
    }
    assert!(!bench.was_seen(b"Library"), "nothing goes unsealed instead");
}

#[tokio::test]
async fn a_record_that_is_edited_as_it_is_sent_leaves_sealed() {
    let bench = Bench::sealed(1, &[1]);
    let id = bench.queue(&[]);
    assert_eq!(bench.run_while_edited(id, false).await.delivered, 1);
    assert!(bench.row(id).item.progress.uploads[0].seal.is_some());
    assert!(!bench.was_seen(&photo(10)));
}

#[tokio::test]
async fn a_photo_without_a_seal_is_not_sent_where_there_is_a_key() {
    let bench = Bench::sealed(1, &[1]);
    let id = bench.queue(&[photo(10)]);
    let row = bench.row(id);
    assert_eq!(row.item.progress.uploads[0].seal, None);
    let url = format!("{API}/v1/evidence/1");
    bench
        .with(&|| false, &SystemEntropy, async |upload| {
            let not_sent = |ready| matches!(ready, Ok(Err(Came::Answer(Answer::Unreached))));
            assert!(not_sent(upload.create(&row, 0)));
            assert!(not_sent(upload.patch(&row, 0, &url, 0)));
        })
        .await;
}

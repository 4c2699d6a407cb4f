//! What somebody finds who has the files and not the keys.

use super::super::testing::{NOW, membership, open};
use super::super::*;
use super::{contents, document, opened};
use crate::model::text::LocalText;
use crate::model::time::UnixTime;

#[test]
fn rows_swapped_in_the_file_do_not_open() {
    let (folder, secrets, store) = opened();
    let m = membership("m");
    store
        .write(|tx| {
            tx.put_membership(&m)?;
            tx.add_document(Series::Statements, &m.id, &document(1, "one"))?;
            tx.add_document(Series::Statements, &m.id, &document(2, "two"))
        })
        .unwrap();
    drop(store);
    let file = rusqlite::Connection::open(folder.path().join("resident.db")).unwrap();
    file.execute_batch(
        "UPDATE statements SET sealed = (SELECT sealed FROM statements WHERE n = 2) WHERE n = 1",
    )
    .unwrap();
    drop(file);
    let store = open(folder.path(), &secrets).unwrap();
    let read = store.read(|tx| tx.documents(Series::Statements, &m.id));
    assert!(matches!(read, Err(StoreError::Corrupt("statements"))));
}

#[test]
fn nothing_private_stands_in_any_file_in_the_clear() {
    const PLANTED: &str = "planted-plain-text-7d1f";
    let (folder, _secrets, store) = opened();
    let mut m = membership("m");
    m.sub = Some(PLANTED.into());
    m.api = format!("https://{PLANTED}.example");
    m.enrolment = Some(PLANTED.into());
    m.hint = Some(LocalText { en: PLANTED.into(), zh: PLANTED.into() });
    m.key_seed.copy_from_slice(&[b'K'; 32]);
    plant(&store, &m, PLANTED);
    let look = |when: &str| {
        let needles = [PLANTED.as_bytes(), &[b'K'; 32], m.iss.as_str().as_bytes()];
        for (name, bytes) in contents(folder.path()) {
            for needle in needles {
                let found = bytes.windows(needle.len()).any(|part| part == needle);
                assert!(!found, "{when}: plain text in {name}");
            }
        }
    };
    look("open");
    drop(store);
    look("closed");
}

fn plant(store: &Store, m: &Membership, text: &str) {
    let written = store.write(|tx| {
        tx.put_membership(m)?;
        for series in [Series::Statements, Series::Notices, Series::Receipts] {
            tx.add_document(series, &m.id, &document(1, text))?;
        }
        let head = StoredHead { compact: text.into(), stored_at: UnixTime(NOW) };
        tx.add_head(&m.id, &head)?;
        tx.add_alarm(&Alarm {
            trust: m.trust,
            membership: Some(m.id.clone()),
            kind: text.into(),
            about: text.into(),
            documents: vec![text.into(), text.into()],
            found_at: UnixTime(NOW),
        })?;
        tx.set_setting(text, Some(text))?;
        tx.add_access(&Access {
            at: UnixTime(NOW),
            host: text.into(),
            purpose: text.into(),
            sent: 1,
            received: 2,
            status: Some(200),
        })?;
        let id = tx.add_queue_item(&m.id, &text, Some(UnixTime(NOW)))?;
        let row = QueueRow { id, membership: m.id.clone(), item: text };
        tx.put_queue_item(&row, None)?;
        tx.add_evidence(id, text.repeat(20_000).as_bytes(), text)
    });
    written.unwrap();
}

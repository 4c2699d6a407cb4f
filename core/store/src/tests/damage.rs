//! One byte at a time is changed in each sealed value: the folder opens, nothing else is lost, and
//! what was lost is kept aside and told.

use std::collections::{BTreeMap, BTreeSet};

use super::super::testing::{NOW, membership, open};
use super::super::*;
use super::{Arc, MemorySecrets, contents, document, fs};
use standing_model::ids::{Hash, MembershipId};
use standing_model::series::SeriesKind;
use standing_model::text::LocalText;
use standing_model::time::UnixTime;
use standing_verify::alarm::{Alarm, Found, KeptAlarm};
use standing_verify::metadata::MetadataState;
use standing_verify::watched::{Change, Held, HeldListing};
use tempfile::{TempDir, tempdir};

/// Every sealed column, and the alarm of what is damaged with it; none for a second copy, which is
/// looked at only when the first does not open.
const SEALED: [(&str, &str, &str); 15] = [
    ("vault", "sealed", "damaged-settings"),
    ("memberships", "sending", "damaged-membership"),
    ("memberships", "reading", "damaged-membership"),
    ("roots", "sealed", "damaged-public"),
    ("roots", "copy", ""),
    ("public_files", "sealed", "damaged-public"),
    ("public_files", "copy", ""),
    ("heads", "sealed", "damaged-head"),
    ("statements", "sealed", "damaged-statement"),
    ("notices", "sealed", "damaged-notice"),
    ("receipts", "sealed", "damaged-receipt"),
    ("alarms", "sealed", "damaged-alarm"),
    ("access", "sealed", "damaged-settings"),
    ("queue", "sealed", "damaged-record"),
    ("evidence", "sealed", "damaged-photo"),
];

pub(super) fn furnish(store: &Store) -> Result<(), StoreError> {
    store.write(|tx| {
        for name in ["m", "n"] {
            let mut m = membership(name);
            m.hint = Some(LocalText { en: "W∗".into(), zh: "王∗".into() });
            m.enrolment = Some("a.b.c".into());
            tx.put_membership(&m)?;
            for n in [1, 2] {
                for series in [SeriesKind::Statements, SeriesKind::Notices, SeriesKind::Receipts] {
                    tx.add_document(series, &m.id, &document(n, &format!("{name}{n}")))?;
                }
                let (stored_at, signed_at) = (UnixTime(NOW), UnixTime(NOW + i64::from(n)));
                let head = StoredHead { compact: n.to_string(), stored_at, signed_at };
                tx.add_head(&m.id, &head)?;
                let alarm = Alarm::Fork { series: SeriesKind::Receipts, n };
                let found = Found::over(alarm, vec!["a".into(), "b".into()]);
                let id = Some(m.id.clone());
                tx.keep_alarm(&KeptAlarm::of(found, m.trust, id, UnixTime(NOW)))?;
                let item = tx.add_queue_item(&m.id, &format!("{name}{n}"), Some(UnixTime(NOW)))?;
                let bytes = if item == 1 { CHUNK + 1 } else { 100 };
                tx.add_evidence(item, &vec![7; bytes], "image/jpeg")?;
            }
        }
        shared(tx)
    })?;
    store.run_ended()
}

/// What is of one membership alone, or of none.
fn shared(tx: &Tx<'_>) -> Result<(), StoreError> {
    let m = membership("m");
    tx.set_person(&m.id, &Person { name: "Father".into(), mark: "square".into() })?;
    tx.lock_membership(&m.id, false)?;
    let trust = m.trust;
    tx.put_root(&super::at_rest::root(1))?;
    tx.put_public_file(trust, "list", b"list")?;
    let files = [("root.json".to_owned(), b"{}".to_vec())].into();
    tx.put_metadata_state(trust, &MetadataState { files, ..MetadataState::default() })?;
    tx.set_setting("language", Some("en"))?;
    let uscc = "91330106MA2CFLDG4R".parse().map_err(|_| StoreError::Missing("code"))?;
    let said = Some(SaidThen { black: 1, red: 0, known: true });
    tx.set_lookups(&[Lookup { uscc, at: UnixTime(NOW), said }])?;
    tx.set_watched(&[watched()?])?;
    tx.add_answer(answer()?, "{}")?;
    let (host, purpose) = ("h".to_owned(), "p".to_owned());
    let access = Access { at: UnixTime(NOW), host, purpose, sent: 1, received: 1, status: None };
    tx.add_access(&access)?;
    tx.add_access(&access)
}

fn answer() -> Result<SavedAnswer, StoreError> {
    Ok(SavedAnswer {
        id: 0,
        uscc: "91330106MA2CFLDG4R".parse().map_err(|_| StoreError::Missing("sample"))?,
        name: "Tea".into(),
        publisher: LocalText { en: "Register".into(), zh: "企业库".into() },
        at: UnixTime(NOW),
        good_until: UnixTime(NOW + 1),
        said: SaidThen { black: 1, red: 0, known: true },
        left_out: 0,
        bytes: 2,
    })
}

fn watched() -> Result<Watched, StoreError> {
    let (missing, at) = (|_| StoreError::Missing("sample"), UnixTime(NOW));
    let last = "2026-11-22".parse().map_err(missing)?;
    let hash = Hash::of(b"x");
    let state = standing_model::listing::ListingState::Published;
    let listing = HeldListing { red: false, ends_on: last, state, reply: Some(hash), rest: hash };
    let listings = [("place".to_owned(), listing)].into();
    Ok(Watched {
        uscc: "91330106MA2CFLDG4R".parse().map_err(|_| StoreError::Missing("sample"))?,
        name: "Tea".into(),
        since: at,
        held: Held { registered: Some("Tea".into()), listings },
        changes: vec![Noticed { at, change: Change::Ended { red: false, last } }],
    })
}

/// Everything that can be read, by what it is.
fn everything(store: &Store) -> BTreeMap<String, String> {
    let read = store.read(|tx| {
        let mut all = BTreeMap::new();
        let mut keep = |name: String, value: String| drop(all.insert(name, value));
        for m in tx.memberships()? {
            let id = &m.id;
            let key = (m.trust, &m.iss, &m.sub, &m.api, &m.key_seed, m.joined_at);
            keep(format!("memberships {id}"), format!("{key:?}"));
            keep(format!("names {id}"), format!("{:?} {:?}", m.hint, m.enrolment));
            for series in [SeriesKind::Statements, SeriesKind::Notices, SeriesKind::Receipts] {
                for one in tx.documents(series, id)? {
                    keep(format!("{} {id} {}", series.name(), one.n), one.compact);
                }
            }
            for head in tx.newest_heads(id, 9)? {
                keep(format!("heads {id} {}", head.compact), String::new());
            }
            for row in tx.queue_items::<String>(id)? {
                photos(tx, row.id)?.into_iter().for_each(|(name, photo)| keep(name, photo));
                keep(format!("queue {}", row.id), row.item);
            }
        }
        for row in tx.alarms()? {
            if !matches!(row.kept.alarm, Alarm::Damaged { .. } | Alarm::Folder { .. }) {
                keep(format!("alarms {}", row.id), format!("{:?}", row.kept));
            }
        }
        let trust = membership("m").trust;
        keep("roots".into(), format!("{:?}", tx.root(trust)?));
        keep("public_files list".into(), format!("{:?}", tx.public_file(trust, "list")?));
        keep("public_files tuf".into(), format!("{:?}", tx.metadata_state(trust)?));
        keep("vault settings".into(), format!("{:?}", tx.setting("language")?));
        keep("vault lookups".into(), format!("{:?}", tx.lookups()?));
        keep("vault watched".into(), format!("{:?}", tx.watched()?));
        keep("vault answers".into(), format!("{:?}", tx.answers()?));
        keep("vault answer-1".into(), format!("{:?}", tx.answer_proof(1)?));
        keep("access".into(), tx.accesses()?.len().to_string());
        Ok(all)
    });
    read.unwrap()
}

fn photos(tx: &Tx<'_>, item: i64) -> Result<Vec<(String, String)>, StoreError> {
    let mut photos = Vec::new();
    for photo in tx.evidence(item)? {
        for n in 0.. {
            let Some(chunk) = tx.evidence_chunk(item, photo.id, n)? else { break };
            photos.push((format!("photos {item} {n}"), Hash::of(&chunk).to_string()));
        }
    }
    Ok(photos)
}

/// The codes of the alarms about the folder at the membership that has most of them.
fn told(store: &Store) -> Vec<&'static str> {
    let rows = store.read(|tx| tx.alarms()).unwrap();
    let about = |alarm: &Alarm| matches!(alarm, Alarm::Damaged { .. } | Alarm::Folder { .. });
    let of = |name: &str| -> Vec<&'static str> {
        let id = Some(MembershipId(name.into()));
        let ours = rows.iter().filter(|row| about(&row.kept.alarm) && row.kept.membership == id);
        ours.map(|row| row.kept.alarm.code()).collect()
    };
    let (m, n) = (of("m"), of("n"));
    if m.len() >= n.len() { m } else { n }
}

struct Folder {
    folder: TempDir,
    secrets: Arc<MemorySecrets>,
}

impl Folder {
    fn furnished() -> Self {
        let (folder, secrets) = (tempdir().unwrap(), Arc::default());
        furnish(&open(folder.path(), &secrets).unwrap()).unwrap();
        Self { folder, secrets }
    }

    fn copy(&self) -> Self {
        let folder = tempdir().unwrap();
        for (name, bytes) in contents(self.folder.path()) {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        let secrets = MemorySecrets::default();
        secrets.0.lock().unwrap().clone_from(&self.secrets.0.lock().unwrap());
        Self { folder, secrets: Arc::new(secrets) }
    }

    fn open(&self) -> Store {
        open(self.folder.path(), &self.secrets).unwrap()
    }

    fn file(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.folder.path().join("resident.db")).unwrap()
    }

    /// Changes one byte of a value; the value as it is then.
    fn flip(&self, table: &str, column: &str, row: i64, at: usize) -> Vec<u8> {
        let file = self.file();
        let sql = format!("SELECT {column} FROM {table} WHERE rowid = ?1");
        let mut sealed: Vec<u8> = file.query_row(&sql, [row], |row| row.get(0)).unwrap();
        let at = at.min(sealed.len() - 1);
        sealed[at] ^= 1;
        let sql = format!("UPDATE {table} SET {column} = ?2 WHERE rowid = ?1");
        file.execute(&sql, (row, &sealed)).unwrap();
        sealed
    }

    fn rows(&self, table: &str) -> Vec<i64> {
        let file = self.file();
        let only = if table == "vault" {
            "WHERE name IN ('settings', 'lookups', 'watched', 'answers', 'answer-1')"
        } else {
            ""
        };
        let mut sql = file.prepare(&format!("SELECT rowid FROM {table} {only}")).unwrap();
        sql.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    }
}

#[test]
fn one_damaged_value_closes_nothing_loses_nothing_else_and_is_told_and_kept() {
    let whole = Folder::furnished();
    let before = everything(&whole.open());
    for (table, column, code) in SEALED {
        for row in whole.rows(table).into_iter().take(1) {
            // The form, the sealed bytes, the tag.
            for at in [0, 40, usize::MAX] {
                let phone = whole.copy();
                let bytes = phone.flip(table, column, row, at);
                let name = format!("{table}.{column}, row {row}, byte {at}");
                let lost = lost(&before, &everything(&phone.open()));
                let may_lose = may_be_lost(table, column);
                assert!(lost.iter().all(|lost| may_lose.contains(lost)), "{name}: {lost:?}");
                for _ in (0..2).filter(|_| !code.is_empty()) {
                    let store = phone.open();
                    everything(&store);
                    let told = told(&store);
                    assert_eq!(told.iter().filter(|told| **told == code).count(), 1, "{name}");
                    let aside = store.read(|tx| tx.damaged()).unwrap();
                    let [aside] = aside.try_into().expect("one value");
                    assert_eq!(aside.place, format!("{table}.{column}"), "{name}");
                    assert_eq!(aside.bytes, bytes, "{name}");
                }
            }
        }
    }
}

/// What was there before and is not, or is different, in a word each.
fn lost<'a>(
    before: &'a BTreeMap<String, String>,
    after: &BTreeMap<String, String>,
) -> BTreeSet<&'a str> {
    let gone = before.iter().filter(|(key, value)| after.get(*key) != Some(value));
    gone.filter_map(|(key, _)| key.split(' ').next()).collect()
}

/// What may be lost with one value.
fn may_be_lost(table: &'static str, column: &str) -> Vec<&'static str> {
    match (table, column) {
        ("memberships", "reading") => vec!["names"],
        ("memberships" | "roots" | "public_files", _) => Vec::new(),
        // A photo is found through its record.
        ("queue", _) => vec!["queue", "photos"],
        ("evidence", _) => vec!["photos"],
        _ => vec![table],
    }
}

#[test]
fn the_values_that_say_whether_a_key_fits_are_two() {
    let whole = Folder::furnished();
    let before = everything(&whole.open());
    for name in ["send", "send-again", "read", "read-again", "contents", "restored"] {
        let phone = whole.copy();
        phone
            .file()
            .execute("UPDATE vault SET sealed = zeroblob(length(sealed)) WHERE name = ?1", [name])
            .unwrap();
        assert_eq!(everything(&phone.open()), before, "{name}");
        let told = told(&phone.open());
        assert!(told.len() <= 1, "{name}: {told:?}");
    }
}

#[test]
fn a_damaged_lock_of_a_persons_pages_locks_them_and_no_others() {
    let phone = Folder::furnished();
    let locked = |name: &str| {
        let id = MembershipId(name.into());
        phone.open().read(move |tx| tx.is_membership_locked(&id)).unwrap()
    };
    assert!(!locked("m"));
    let damage =
        "UPDATE vault SET sealed = zeroblob(length(sealed)) WHERE name = 'person-locked/m'";
    assert_eq!(phone.file().execute(damage, []).unwrap(), 1);
    assert!(locked("m") && !locked("n"));
}

/// Whose "m" and "n" are, and whether they are locked.
fn whose(phone: &Folder) -> [(Option<Person>, bool); 2] {
    let store = phone.open();
    ["m", "n"].map(|name| {
        let id = MembershipId(name.into());
        store.read(move |tx| Ok((tx.person(&id)?, tx.is_membership_locked(&id)?))).unwrap()
    })
}

/// The owner's of this phone, and open.
fn owners() -> (Option<Person>, bool) {
    (Some(Person::default()), false)
}

/// A copy of the phone after each of these was done to a value of the vault.
fn harmed(whole: &Folder, name: &str) -> [Folder; 2] {
    ["UPDATE vault SET sealed = zeroblob(length(sealed))", "DELETE FROM vault"].map(|harm| {
        let phone = whole.copy();
        let sql = format!("{harm} WHERE name = ?1");
        assert_eq!(phone.file().execute(&sql, [name]).unwrap(), 1);
        phone
    })
}

#[test]
fn a_damaged_name_is_nobody_elses() {
    let whole = Folder::furnished();
    let [(fathers, is_locked), other] = whose(&whole);
    assert_eq!((fathers.unwrap().name.as_str(), is_locked), ("Father", false));
    assert_eq!(other, owners());
    for phone in harmed(&whole, "person/m") {
        // Not the owner's of this phone, whose pages may be open; and not after it was put aside.
        for _ in 0..2 {
            assert_eq!(whose(&phone), [(None, true), owners()]);
        }
        // Said again, it is known again.
        let id = MembershipId("m".into());
        let said = phone.open().write(|tx| {
            tx.set_person(&id, &Person::default())?;
            tx.lock_membership(&id, false)
        });
        said.unwrap();
        assert_eq!(whose(&phone), [owners(), owners()]);
    }
}

#[test]
fn a_lock_that_was_taken_out_of_the_file_still_locks() {
    let whole = Folder::furnished();
    let dad = Person { name: "Dad".into(), mark: "square".into() };
    // A name is kept with its lock from the first time on, though nobody spoke of a lock.
    let set = |phone: &Folder, name: &str| {
        let id = MembershipId(name.into());
        phone.open().write(|tx| tx.set_person(&id, &dad)).unwrap();
    };
    set(&whole, "n");
    assert_eq!(whose(&whole).map(|(_, is_locked)| is_locked), [false, false]);
    for (at, name) in ["m", "n"].into_iter().enumerate() {
        for phone in harmed(&whole, &format!("person-locked/{name}")) {
            for _ in 0..2 {
                let found = whose(&phone);
                assert!(found[at].1 && !found[1 - at].1, "{name}: {found:?}");
                assert!(found.iter().all(|(person, _)| person.is_some()), "{name}: {found:?}");
            }
            // Another name does not open it.
            set(&phone, name);
            assert!(whose(&phone)[at].1, "{name}");
        }
    }
}

#[test]
fn a_name_and_a_lock_that_are_both_damaged_are_not_the_owners() {
    let phone = Folder::furnished();
    let harm = "UPDATE vault SET sealed = zeroblob(length(sealed)) WHERE name LIKE 'person%/m'";
    assert_eq!(phone.file().execute(harm, []).unwrap(), 2);
    for _ in 0..2 {
        assert_eq!(whose(&phone), [(None, true), owners()]);
    }
}

#[test]
fn a_damaged_chunk_is_a_missing_photo_and_the_record_goes_on() {
    let phone = Folder::furnished();
    phone.flip("evidence_chunks", "sealed", 1, 5000);
    let store = phone.open();
    let after = everything(&store);
    assert!(after.contains_key("queue 1") && !after.contains_key("photos 1 0"));
    assert!(told(&store).contains(&"damaged-photo"));
}

#[test]
fn a_damaged_document_leaves_its_place_to_the_one_that_is_fetched_again() {
    let phone = Folder::furnished();
    phone.flip("statements", "sealed", 1, 40);
    let store = phone.open();
    let m = MembershipId("m".into());
    let numbers = |store: &Store| {
        let all = store.read(|tx| tx.documents(SeriesKind::Statements, &m)).unwrap();
        all.iter().map(|one| one.n).collect::<Vec<_>>()
    };
    assert_eq!(numbers(&store), [2]);
    let again =
        store.write(|tx| tx.add_document(SeriesKind::Statements, &m, &document(1, "again")));
    assert!(again.unwrap());
    assert_eq!(numbers(&store), [1, 2]);
}

#[test]
fn a_note_of_a_document_that_does_not_open_is_none_and_goes_with_the_document() {
    let phone = Folder::furnished();
    let (m, series) = (MembershipId("m".into()), SeriesKind::Statements);
    let store = phone.open();
    let briefs = |store: &Store| store.read(|tx| tx.briefs::<String>(series, &m)).unwrap();
    assert_eq!(briefs(&store), [(1, None), (2, None)]);
    let note = |n: u32| store.write(|tx| tx.set_brief(series, &m, n, &format!("note {n}")));
    note(1).unwrap();
    note(2).unwrap();
    assert_eq!(briefs(&store), [(1, Some("note 1".into())), (2, Some("note 2".into()))]);
    store.write(|tx| tx.replace_document(series, &m, &document(2, "again"))).unwrap();
    assert_eq!(briefs(&store), [(1, Some("note 1".into())), (2, None)]);
    drop(store);
    assert_eq!(told(&phone.open()), [""; 0], "the file is as it was written");
    phone.flip("statements", "brief", 1, 40);
    let store = phone.open();
    assert_eq!(briefs(&store), [(1, None), (2, None)]);
    assert_eq!(store.read(|tx| tx.damaged()).unwrap(), [], "the document itself is whole");
}

#[test]
fn proofs_whose_list_was_damaged_go_with_the_next_change_and_no_number_is_given_twice() {
    for save in [true, false] {
        let phone = Folder::furnished();
        let list = "SELECT rowid FROM vault WHERE name = 'answers'";
        let list = phone.file().query_row(list, [], |row| row.get(0)).unwrap();
        phone.flip("vault", "sealed", list, 40);
        let store = phone.open();
        let change = |tx: &Tx<'_>| match save {
            true => tx.add_answer(answer()?, "[]"),
            false => tx.remove_answer(7),
        };
        store.write(change).unwrap();
        let (all, old) = store.read(|tx| Ok((tx.answers()?, tx.answer_proof(1)?))).unwrap();
        let ids: Vec<i64> = all.iter().map(|one| one.id).collect();
        assert_eq!((ids, old), (if save { vec![2] } else { vec![] }, None));
        let new = store.read(|tx| tx.answer_proof(2)).unwrap();
        assert_eq!(new.is_some(), save);
    }
}

#[test]
fn what_a_writer_would_write_over_is_kept_aside_first() {
    let phone = Folder::furnished();
    let settings =
        phone
            .file()
            .query_row("SELECT rowid FROM vault WHERE name = 'settings'", [], |row| row.get(0));
    let bytes = phone.flip("vault", "sealed", settings.unwrap(), 40);
    let store = phone.open();
    store.write(|tx| tx.set_setting("language", Some("zh-Hans"))).unwrap();
    let aside = store.read(|tx| tx.damaged()).unwrap();
    assert_eq!(aside.len(), 1);
    assert_eq!(aside[0].bytes, bytes);
    assert_eq!(store.read(|tx| tx.setting("language")).unwrap().as_deref(), Some("zh-Hans"));
}

#[test]
fn leaving_a_membership_takes_its_damaged_values_along() {
    let phone = Folder::furnished();
    phone.flip("queue", "sealed", 1, 40);
    let store = phone.open();
    everything(&store);
    assert_eq!(store.read(|tx| tx.damaged()).unwrap().len(), 1);
    store.write(|tx| tx.leave(&MembershipId("m".into()))).unwrap();
    assert_eq!(store.read(|tx| tx.damaged()).unwrap(), []);
}

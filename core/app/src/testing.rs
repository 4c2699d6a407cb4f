//! A phone that has joined, filled by hand: for tests of use cases.

use std::sync::Arc;

use ed25519_dalek::SigningKey;
use serde::Serialize;
use serde_json::json;
use tempfile::TempDir;

use super::words::Language;
use super::{App, Setup};
use standing_model::authority::{
    self, Authorities, Authority, AuthorityKey, KeyUse, RulebookPointer,
};
use standing_model::ext::Extensions;
use standing_model::ids::{Hash, MembershipId, TrustId};
use standing_model::message::Typ;
use standing_model::points::Points;
use standing_model::rulebook::{self, Rulebook};
use standing_model::series::SeriesKind;
use standing_model::statement::{Entry, EntryState, RulebookVersion, Star, StarState, Statement};
use standing_model::text::LocalText;
use standing_model::time::{Date, UnixTime, Zone};
use standing_rules::arithmetic;
use standing_store::system::SystemEntropy;
use standing_store::testing::{FixedClock, MemorySecrets, NOW, membership};
use standing_store::{Document, PinnedRoot, RootPurpose, StoredHead};
use standing_verify::alarm::{Alarm, Found, KeptAlarm};
use standing_verify::jws;

const DAY: i64 = 86_400;

/// A village's rulebook: stars, perks, one restriction.
pub(super) const VILLAGE: &str = "yangqiao-morality-bank-7";
/// A city's: five tiers, perks, two restrictions.
pub(super) const CITY: &str = "qianjiang-fen-1";

/// The bytes of a rulebook of the sample data.
pub(super) fn rulebook_bytes(name: &str) -> Vec<u8> {
    let root = env!("CARGO_MANIFEST_DIR");
    std::fs::read(format!("{root}/../../fixtures/rulebooks/{name}.json"))
        .unwrap()
        .trim_ascii_end()
        .to_vec()
}

/// A rulebook of the sample data.
pub(super) fn rulebook(name: &str) -> Rulebook {
    Rulebook::read(&rulebook_bytes(name)).unwrap()
}

/// An app over a folder of its own, and the authority that it joined.
pub(super) struct Phone {
    pub app: App,
    pub id: MembershipId,
    pub clock: Arc<FixedClock>,
    pub book: Rulebook,
    bytes: Vec<u8>,
    pub secrets: Arc<MemorySecrets>,
    pub folder: TempDir,
}

impl Phone {
    /// A phone that has joined an authority with this rulebook and holds nothing else.
    pub fn joined(name: &str, language: Language) -> Self {
        let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
        let clock = FixedClock::at(NOW);
        let app = open(&folder, &secrets, &clock, language);
        let (id, book, bytes) = (membership("m").id, rulebook(name), rulebook_bytes(name));
        let phone = Self { app, id, clock, book, bytes, secrets, folder };
        phone.write_membership();
        phone
    }

    /// A phone that has joined nobody.
    pub fn new(language: Language) -> Self {
        let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
        let clock = FixedClock::at(NOW);
        let app = open(&folder, &secrets, &clock, language);
        let (id, book, bytes) = (membership("m").id, rulebook(VILLAGE), rulebook_bytes(VILLAGE));
        Self { app, id, clock, book, bytes, secrets, folder }
    }

    /// Switched off and on again.
    pub fn restarted(self) -> Self {
        let Self { app, id, clock, book, bytes, secrets, folder } = self;
        let language = app.words().0;
        drop(app);
        let app = open(&folder, &secrets, &clock, language);
        Self { app, id, clock, book, bytes, secrets, folder }
    }

    /// Keeps a signed statement, numbered by its `seq`.
    pub fn keep(&self, statement: &Statement) {
        let compact = sign(Typ::Statement, statement);
        let document = Document {
            n: statement.seq,
            compact,
            stored_at: UnixTime(NOW),
            head: None,
            held_since: None,
        };
        self.write(|tx| tx.add_document(SeriesKind::Statements, &self.id, &document).map(|_| ()));
    }

    /// Keeps a signed answer that says how many statements there are.
    pub fn answer(&self, n: u32, iat: UnixTime, stored_at: UnixTime) {
        let mut statements = json!({"n": n, "withdrawn": []});
        if n > 0 {
            statements["last"] = json!(self.hash_of(n));
        }
        let head = json!({
            "v": 1, "iss": "credit.yangqiao.example", "sub": "resident-of-yangqiao", "iat": iat,
            "nonce": "pV1cAAAAAAAAAAAAAAAAAA", "statements": statements, "notices": {"n": 0}, "receipts": {"n": 0},
        });
        let head = StoredHead { compact: sign(Typ::Head, &head), stored_at, signed_at: iat };
        self.write(|tx| tx.add_head(&self.id, &head));
    }

    /// The hash of the statement with a number; of another one if it is not here.
    fn hash_of(&self, n: u32) -> Hash {
        let read = |tx: &standing_store::Tx<'_>| tx.document(SeriesKind::Statements, &self.id, n);
        let here = self.app.read(read).unwrap();
        here.map_or_else(|| Hash::of(b"newest"), |one| Hash::of(one.compact.as_bytes()))
    }

    /// Keeps an alarm over documents.
    pub fn alarm(&self, alarm: Alarm, documents: &[&str]) {
        let documents = documents.iter().map(|document| (*document).to_owned()).collect();
        let (trust, id) = (membership("m").trust, Some(self.id.clone()));
        let kept = KeptAlarm::of(Found::over(alarm, documents), trust, id, UnixTime(NOW));
        self.write(|tx| tx.keep_alarm(&kept).map(drop));
    }

    /// Changes the trust root's row: when it was checked, until when it is good, its newest time.
    pub fn check_root(&self, checked_at: UnixTime, good_until: UnixTime, signed_floor: UnixTime) {
        let root = root(checked_at, good_until, signed_floor);
        self.write(|tx| tx.put_root(&root));
    }

    pub fn write(
        &self,
        work: impl FnOnce(&standing_store::Tx<'_>) -> Result<(), standing_store::StoreError>,
    ) {
        self.app.store().unwrap().write(work).unwrap();
    }

    /// A statement that adds up: entries by rule and day, the same stars in every category.
    pub fn statement(&self, seq: u32, stars: u8, entries: &[(&str, &str)]) -> Statement {
        let pointer = self.pointer();
        let mut statement: Statement = serde_json::from_value(json!({
            "v": 1, "iss": "credit.yangqiao.example", "sub": "resident-of-yangqiao", "iat": NOW - DAY,
            "seq": seq, "period": {"from": "2026-07-01", "to": "2026-10-01"},
            "rulebook": pointer.id,
            "rulebooks": [RulebookVersion {
                version: pointer.version, sha256: Hash::of(&self.bytes),
            }],
            "score": 0, "tier": "none", "stars": [], "entries": [], "perks": [], "restrictions": [],
        }))
        .unwrap();
        statement.prev = (seq > 1).then(|| Hash::of(b"before"));
        let categories = self.book.stars.iter();
        statement.stars = categories.map(|one| self.star(&one.id, stars)).collect();
        let entries = (1_u32..).zip(entries);
        statement.entries =
            entries.map(|(n, (rule, day))| self.entry(&n.to_string(), rule, day)).collect();
        self.settle(&mut statement);
        statement
    }

    /// Sets total, tier, perks and restrictions as the rulebook says.
    pub fn settle(&self, statement: &mut Statement) {
        let (book, to) = (&self.book, statement.period.to);
        let books = book.clone().into();
        let total = arithmetic::compute(&books, &statement.entries, &statement.stars, to).total;
        statement.score = total;
        statement.tier = book.tier_of(total).unwrap().id.clone();
        let stars = arithmetic::current_stars(&statement.stars, to);
        let granted = |all: &[rulebook::Measure]| {
            all.iter()
                .filter(|one| arithmetic::is_due(one, book, total, &stars))
                .map(|one| standing_model::statement::Grant {
                    id: one.id.clone(),
                    since: to,
                    until: None,
                })
                .collect::<Vec<_>>()
        };
        let (perks, restrictions) = (granted(&book.perks), granted(&book.restrictions));
        (statement.perks, statement.restrictions) = (perks, restrictions);
    }

    /// Stars as the village gave them on 1 July 2026.
    pub fn star(&self, category: &str, value: u8) -> Star {
        Star {
            id: format!("S-{category}").parse().unwrap(),
            category: category.parse().unwrap(),
            value,
            rulebook: self.book.version,
            set_on: "2026-07-01".parse().unwrap(),
            set_by: office(),
            document: None,
            reason: None,
            notified_on: None,
            state: StarState::Active,
        }
    }

    fn entry(&self, id: &str, rule: &str, day: &str) -> Entry {
        let occurred_on: Date = day.parse().unwrap();
        let rule = self.book.rule(rule).unwrap();
        let points: Points = rule.points;
        Entry {
            id: id.parse().unwrap(),
            rule: rule.id.clone(),
            rulebook: self.book.version,
            points,
            occurred_on,
            recorded_on: occurred_on,
            by: office(),
            document: "2026-1".into(),
            legal_basis: rule.legal_basis.clone(),
            record: None,
            notified_on: None,
            ends_on: rule.valid_months.map(|months| occurred_on.plus_months(months)),
            state: EntryState::Active,
            contested: None,
            reason: None,
        }
    }

    pub fn pointer(&self) -> RulebookPointer {
        RulebookPointer { id: self.book.id.clone(), version: self.book.version }
    }

    fn write_membership(&self) {
        let names = LocalText { en: "Yangqiao".into(), zh: "杨桥村".into() };
        let authority = Authority {
            iss: "credit.yangqiao.example".parse().unwrap(),
            names,
            api: "https://credit.yangqiao.example".parse().unwrap(),
            remit: vec![Typ::Statement, Typ::Head, Typ::Notice, Typ::Receipt, Typ::DoorSign],
            keys: vec![AuthorityKey {
                used: KeyUse::Sign,
                jwk: jws::jwk_of(&key().verifying_key()),
                from: UnixTime(0),
                until: UnixTime(2 * NOW),
                withdrawn: None,
            }],
            rulebook: self.pointer(),
            head_lasts_days: 7,
            ext: Extensions::default(),
            zone: Zone::china(),
            region: "CN".parse().ok(),
        };
        let repo = "https://credit.yangqiao.example/tuf".parse().unwrap();
        let file = Authorities::new(vec![repo], vec![authority]).unwrap();
        let file = serde_json::to_vec(&file).unwrap();
        let trust = membership("m").trust;
        let book = rulebook::storage_key(Hash::of(&self.bytes));
        self.write(|tx| {
            tx.put_membership(&membership("m"))?;
            tx.put_root(&root(UnixTime(NOW), UnixTime(NOW + 60 * DAY), UnixTime(NOW)))?;
            tx.put_public_file(trust, authority::PATH, &file)?;
            let hash = Hash::of(&self.bytes).to_string();
            tx.put_public_file(trust, &self.pointer().path(), hash.as_bytes())?;
            tx.put_public_file(trust, &book, &self.bytes)
        });
    }
}

fn open(
    folder: &TempDir,
    secrets: &Arc<MemorySecrets>,
    clock: &Arc<FixedClock>,
    language: Language,
) -> App {
    let setup = Setup {
        folder: folder.path().to_owned(),
        language,
        clock: clock.clone(),
        entropy: Arc::new(SystemEntropy),
        secrets: secrets.clone(),
    };
    App::open(setup).unwrap()
}

fn root(checked_at: UnixTime, good_until: UnixTime, signed_floor: UnixTime) -> PinnedRoot {
    PinnedRoot {
        trust: TrustId(Hash::of(b"root")),
        purpose: RootPurpose::Authority,
        repo: "https://credit.yangqiao.example/tuf".into(),
        root: b"root".to_vec(),
        pinned_at: UnixTime(NOW),
        checked_at,
        good_until,
        signed_floor,
    }
}

fn office() -> LocalText {
    LocalText { en: "Village office".into(), zh: "村委会".into() }
}

fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

pub(super) fn sign<T: Serialize>(typ: Typ, payload: &T) -> String {
    jws::sign(typ, &key(), &serde_json::to_vec(payload).unwrap())
}

/// Names and bytes of what is in an archive, in its order.
pub(super) fn entries(archive: &std::path::Path) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(archive).unwrap()).unwrap();
    let mut files = Vec::new();
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
        files.push((name, bytes));
    }
    files
}

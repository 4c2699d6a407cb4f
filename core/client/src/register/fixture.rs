//! A small register that publishes, and a phone that fetches it.

use std::sync::Arc;

use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use super::super::super::testing::{FakeNetwork, REPO};
use super::super::super::watch::Nobody;
use super::super::*;
use standing_model::business::Uscc;
use standing_model::listing::{Coverage, ListType, ListingState, Severity};
use standing_model::register::{Organisation, Product};
use standing_model::text::LocalText;
use standing_model::time::ZoneOffset;
use standing_store::testing::{FixedClock, NOW, open};
use standing_store::{OrganisationRow, PinnedRoot};
use standing_verify::metadata::Pinned;
use standing_verify::metadata::testing::Publisher;
use standing_verify::register::{Row, write};

pub const DAY: i64 = 86_400;
pub const COURT: &str = "court.example";
pub const TAX: &str = "tax.example";
pub const TEA: &str = "91330106MA2CFLDG4R";

pub fn text(text: &str) -> LocalText {
    LocalText { en: text.into(), zh: text.into() }
}

pub fn organisation(code: &str, name: &str) -> Organisation {
    Organisation {
        uscc: code.parse().unwrap(),
        name: name.into(),
        name_en: None,
        region: text("Hangzhou"),
    }
}

pub fn listing(list_type: ListType, list_id: &str) -> Listing {
    Listing {
        list_id: list_id.into(),
        list_type,
        uscc: TEA.parse().unwrap(),
        name: "杭州西湖茶业有限公司".into(),
        authority: text("Office"),
        authority_code: "33".into(),
        decision_document: "2026-1".into(),
        decision_date: "2026-05-06".parse().unwrap(),
        legal_basis: Vec::new(),
        conduct: text("Sold unsafe food"),
        severity: Severity::Serious,
        publish_from: "2026-05-06".parse().unwrap(),
        publish_min: None,
        publish_max: "2029-05-06".parse().unwrap(),
        state: ListingState::Published,
        right_of_reply: None,
        source_hash: Hash::of(b"decision"),
    }
}

/// A publisher of one register with the lists of a court and a tax office.
pub struct Register {
    pub publisher: Publisher,
    pub version: u32,
    pub prev: Option<Hash>,
    pub list_versions: [(u32, Option<Hash>); 2],
    pub organisations: Vec<Organisation>,
    pub lists: [Vec<Listing>; 2],
}

impl Register {
    pub fn new() -> Self {
        Self {
            publisher: Publisher::new(UnixTime(NOW).plus(7 * DAY)),
            version: 0,
            prev: None,
            list_versions: [(0, None); 2],
            organisations: vec![
                organisation("91110000600037341L", "北京饭店"),
                organisation(TEA, "杭州西湖茶业有限公司"),
            ],
            lists: [vec![listing(ListType::Court, "C1")], vec![listing(ListType::Red, "R1")]],
        }
    }

    pub fn publish(&mut self) {
        let issued_at = UnixTime(NOW - DAY).plus(i64::from(self.version));
        let organisations = self.table(None, "register/organisations", &self.organisations.clone());
        let product = Product { prefix: "6901234".into(), uscc: TEA.parse().unwrap() };
        let products = self.table(None, "register/products", &[product]);
        self.publish_lists(issued_at);
        self.publish_index(issued_at, organisations, products);
        self.publisher.publish();
    }

    pub fn publish_lists(&mut self, issued_at: UnixTime) {
        let kinds = [ListType::Court, ListType::Red];
        for (at, (iss, kind)) in [COURT, TAX].into_iter().zip(kinds).enumerate() {
            let rows = self.lists[at].clone();
            let table = self.table(Some(iss), &format!("lists/{iss}/listings"), &rows);
            let (version, prev) = self.list_versions[at];
            let index = ListIndex {
                v: 1,
                iss: iss.parse().unwrap(),
                version: version + 1,
                prev,
                issued_at,
                next_update: issued_at.plus(7 * DAY),
                coverage: vec![Coverage {
                    list_type: kind,
                    region: "33".into(),
                    region_names: text("Zhejiang"),
                    as_of: issued_at.day_in(ZoneOffset::CHINA),
                }],
                table,
            };
            let bytes = serde_json::to_vec(&index).unwrap();
            self.list_versions[at] = (version + 1, Some(Hash::of(&bytes)));
            self.put(Some(iss), &format!("lists/{iss}/index.json"), bytes);
        }
    }

    pub fn publish_index(&mut self, issued_at: UnixTime, organisations: Table, products: Table) {
        self.version += 1;
        let lister = |iss: &str, kind| Lister {
            iss: iss.parse().unwrap(),
            names: text(iss),
            list_types: vec![kind],
        };
        let index = RegisterIndex {
            v: 1,
            version: self.version,
            prev: self.prev,
            issued_at,
            next_update: issued_at.plus(7 * DAY),
            publisher: text("Publisher"),
            region: text("Zhejiang"),
            organisations,
            products,
            listers: vec![lister(COURT, ListType::Court), lister(TAX, ListType::Red)],
        };
        let bytes = serde_json::to_vec(&index).unwrap();
        self.prev = Some(Hash::of(&bytes));
        self.put(None, INDEX_PATH, bytes);
    }

    pub fn put(&mut self, role: Option<&str>, path: &str, bytes: Vec<u8>) {
        let targets = match role {
            Some(role) => self.publisher.delegated.entry(role.into()).or_default(),
            None => &mut self.publisher.targets,
        };
        targets.insert(path.into(), bytes);
    }

    pub fn table<R: Row>(&mut self, role: Option<&str>, name: &str, rows: &[R]) -> Table {
        let (mut raw, path) = (Vec::new(), format!("{name}.zst"));
        let table = write(rows, &path, 2, &mut raw).unwrap();
        self.put(role, &path, compress_to_vec(raw.as_slice(), CompressionLevel::Fastest));
        table
    }

    /// Puts other bytes under a path and publishes them, signed, as if they were right.
    pub fn publish_with(&mut self, role: Option<&str>, path: &str, bytes: Vec<u8>) {
        self.put(role, path, bytes);
        self.publisher.publish();
    }
}

pub struct Phone {
    pub data: PublicData,
    pub network: Arc<FakeNetwork>,
    pub clock: Arc<FixedClock>,
    pub trust: TrustId,
    pub folder: tempfile::TempDir,
}

pub fn phone(register: &Register) -> Phone {
    let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
    let store = Arc::new(open(folder.path(), &secrets).unwrap());
    let (network, clock) = (FakeNetwork::new(&register.publisher.files), FixedClock::at(NOW));
    let data = PublicData { transport: network.clone(), store, clock: clock.clone() };
    let pinned = Pinned::stored(register.publisher.root(1)).unwrap();
    data.pin(&pinned, REPO, RootPurpose::Register).unwrap();
    Phone { data, network, clock, trust: pinned.trust(), folder }
}

impl Phone {
    pub async fn sync(&self) -> Result<RegisterNews, SyncError> {
        self.data.refresh_register(self.trust, &Nobody).await
    }

    pub fn names(&self) -> Vec<String> {
        let codes = ["91110000600037341L", TEA];
        let rows = |code: &str| {
            let code: Uscc = code.parse().unwrap();
            self.data.store.read_register(|tx| tx.organisations(&code)).unwrap()
        };
        let rows: Vec<OrganisationRow> = codes.into_iter().flat_map(rows).collect();
        rows.into_iter().map(|row| row.organisation.name).collect()
    }

    pub fn listed(&self) -> Vec<String> {
        let code: Uscc = TEA.parse().unwrap();
        let found = self.data.store.read_register(|tx| {
            let all = tx.registers()?;
            all.first().map_or(Ok(Vec::new()), |one| tx.listings(one.id, &code))
        });
        found.unwrap().into_iter().map(|(iss, row)| format!("{iss} {}", row.list_id)).collect()
    }

    pub fn root(&self) -> PinnedRoot {
        self.data.store.read(|tx| tx.root(self.trust)).unwrap().unwrap()
    }

    pub fn left_over(&self) -> usize {
        std::fs::read_dir(self.folder.path().join("downloads")).unwrap().count()
    }
}

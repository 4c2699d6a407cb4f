//! A small register that publishes, and a phone that fetches it.

use std::collections::BTreeMap;
use std::sync::Arc;

use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde::de::DeserializeOwned;

use super::super::super::testing::{FakeNetwork, REPO};
use super::super::super::watch::Nobody;
use super::super::*;
use standing_model::business::Uscc;
use standing_model::ext::Extensions;
use standing_model::listing::{ListType, Listing, ListingState, Severity};
use standing_model::register::{
    ChangeSet, Coverage, Forms, Limits, Office, Organisation, Product, Table,
};
use standing_model::row_code::RowCode;
use standing_model::text::LocalText;
use standing_model::time::Zone;
use standing_model::version::Version;
use standing_store::testing::{FixedClock, NOW, open};
use standing_store::{OrganisationRow, PinnedRoot};
use standing_verify::metadata::Pinned;
use standing_verify::metadata::testing::Publisher;
use standing_verify::register::{Row, write, write_changes};

pub const DAY: i64 = 86_400;
pub const COURT: &str = "court.example";
pub const TAX: &str = "tax.example";
pub const TEA: &str = "91330106MA2CFLDG4R";
pub const COURT_OFFICE: &str = "330100-FY";
pub const TAX_OFFICE: &str = "330000-SW";

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
        list_id: list_id.parse().unwrap(),
        list_type,
        uscc: TEA.parse().unwrap(),
        name: "杭州西湖茶业有限公司".into(),
        office: if list_type.is_red() { TAX_OFFICE } else { COURT_OFFICE }.parse().unwrap(),
        decision_document: "2026-1".into(),
        decision_date: "2026-05-06".parse().unwrap(),
        legal_basis: Vec::new(),
        conduct: text("Sold unsafe food"),
        severity: Severity::Serious,
        publish_from: "2026-05-06".parse().unwrap(),
        publish_min: None,
        publish_max: "2029-05-06".parse().unwrap(),
        state: ListingState::Published,
        appeal: None,
        right_of_reply: None,
        reply_origin: None,
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
    /// What the court and the tax office may list.
    pub grants: [Vec<ListType>; 2],
    pub offices: [Vec<&'static str>; 2],
    /// Seconds by which the tax office's list is dated ahead.
    pub ahead: i64,
    /// Bends the tax office's table as its index names it.
    pub bend: Option<fn(&mut Table)>,
    /// Rows of the tax office in place of its list, with codes that are no organisation's.
    pub signed_rows: Vec<Listing<RowCode>>,
    /// How many change sets are published; none if 0.
    pub changes: usize,
    /// What was published of each table: its lines, its root, and the changes to it.
    before: BTreeMap<String, (Vec<u8>, Table)>,
}

impl Register {
    /// A red listing of the organisation with this number.
    pub fn red(&self, number: usize) -> Listing {
        Listing {
            uscc: self.organisations[number].uscc.clone(),
            source_hash: Hash::of(&number.to_be_bytes()),
            ..listing(ListType::Red, &format!("L{number}"))
        }
    }

    /// Puts the first organisations, so many, on the tax office's red list.
    pub fn list_red(&mut self, many: usize) {
        self.lists[1] = (0..many).map(|number| self.red(number)).collect();
    }

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
            grants: [vec![ListType::Court], vec![ListType::Red]],
            offices: [vec![COURT_OFFICE], vec![TAX_OFFICE]],
            ahead: 0,
            bend: None,
            signed_rows: Vec::new(),
            changes: 0,
            before: BTreeMap::new(),
        }
    }

    /// So many organisations besides, so that a change is smaller than the table.
    pub fn with_more(mut self, count: u32) -> Self {
        let more = (0..count).map(|number| {
            let body = format!("91330106{number:08}0");
            let check = Uscc::check_character(&body).unwrap();
            organisation(&format!("{body}{check}"), &format!("杭州第{number}茶行"))
        });
        self.organisations.extend(more);
        self.organisations.sort_by(Row::order);
        self.changes = 30;
        self
    }

    pub fn publish(&mut self) {
        let issued_at = UnixTime(NOW - DAY).plus(i64::from(self.version));
        let organisations = self.table(None, "register/organisations", &self.organisations.clone());
        let product: Product = Product { prefix: "6901234".into(), uscc: TEA.parse().unwrap() };
        let products = self.table(None, "register/products", &[product]);
        self.publish_lists(issued_at);
        self.publish_index(issued_at, organisations, products);
        self.publisher.publish();
    }

    pub fn publish_lists(&mut self, issued_at: UnixTime) {
        for (at, iss) in [COURT, TAX].into_iter().enumerate() {
            let rows = self.lists[at].clone();
            let signed = self.signed_rows.clone();
            let name = format!("lists/{iss}/listings");
            let mut table = match iss {
                TAX if !signed.is_empty() => self.table(Some(iss), &name, &signed),
                _ => self.table(Some(iss), &name, &rows),
            };
            let issued_at = if iss == TAX { issued_at.plus(self.ahead) } else { issued_at };
            if let (Some(bend), TAX) = (self.bend, iss) {
                bend(&mut table);
            }
            let (version, prev) = self.list_versions[at];
            let index = ListIndex {
                v: Version,
                iss: iss.parse().unwrap(),
                version: version + 1,
                prev,
                issued_at,
                next_update: issued_at.plus(7 * DAY),
                table: Forms::one(table),
                ext: Extensions::default(),
            };
            let bytes = serde_json::to_vec(&index).unwrap();
            self.list_versions[at] = (version + 1, Some(Hash::of(&bytes)));
            self.put(Some(iss), &format!("lists/{iss}/index.json"), bytes);
        }
    }

    pub fn publish_index(&mut self, issued_at: UnixTime, organisations: Table, products: Table) {
        self.version += 1;
        let listers = [COURT, TAX].into_iter().enumerate().map(|(at, iss)| {
            let office = |code: &&str| Office { code: code.parse().unwrap(), names: text(code) };
            let (list_types, codes) = (self.grants[at].clone(), &self.offices[at]);
            let coverage = |list_type: &ListType| Coverage {
                list_type: *list_type,
                offices: codes.iter().map(|code| code.parse().unwrap()).collect(),
                as_of: Zone::china().day(issued_at),
            };
            Lister {
                iss: iss.parse().unwrap(),
                names: text(iss),
                coverage: list_types.iter().map(coverage).collect(),
                list_types,
                offices: codes.iter().map(office).collect(),
                limits: Limits { rows: 1000, raw_bytes: 1 << 20 },
            }
        });
        let index = RegisterIndex {
            v: Version,
            version: self.version,
            prev: self.prev,
            issued_at,
            next_update: issued_at.plus(7 * DAY),
            zone: Zone::china(),
            publisher: text("Publisher"),
            region: text("Zhejiang"),
            organisations: Forms::one(organisations),
            products: Forms::one(products),
            listers: listers.collect(),
            remedies: Vec::new(),
            working_days: None,
            ext: Extensions::default(),
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

    pub fn table<R: Row + PartialEq + DeserializeOwned>(
        &mut self,
        role: Option<&str>,
        name: &str,
        rows: &[R],
    ) -> Table {
        let (mut raw, path) = (Vec::new(), format!("{name}.zst"));
        let fits = |bits: &u8| rows.len() >> bits <= 32;
        let bits = if rows.is_empty() { 0 } else { (2..16).find(fits).unwrap() };
        let mut table = write(rows, &path, bits, &mut raw).unwrap();
        self.put(role, &path, packed(&raw));
        if let Some((lines, before)) = self.before.get(name).cloned() {
            table.changes = before.changes;
            if before.root != table.root && before.bits == bits {
                let lines = lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
                let old: Vec<R> = lines.map(|line| serde_json::from_slice(line).unwrap()).collect();
                let (lines, count) = write_changes(&old, rows).unwrap();
                let path = format!("{name}-{}.zst", self.version);
                table.changes.push(change_set(&path, (before.root, table.root), count, &lines));
                self.put(role, &path, packed(&lines));
            }
            let most = table.changes.len().saturating_sub(self.changes);
            table.changes.drain(..most);
        }
        self.before.insert(name.into(), (raw, table.clone()));
        table
    }

    /// Puts other bytes under a path and publishes them, signed, as if they were right.
    pub fn publish_with(&mut self, role: Option<&str>, path: &str, bytes: Vec<u8>) {
        self.put(role, path, bytes);
        self.publisher.publish();
    }
}

pub fn packed(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, CompressionLevel::Fastest)
}

pub fn change_set(path: &str, (base, result): (Hash, Hash), rows: u32, lines: &[u8]) -> ChangeSet {
    let raw_bytes = u32::try_from(lines.len()).unwrap();
    ChangeSet { path: path.into(), base, result, rows, raw_bytes }
}

pub struct Phone {
    pub data: PublicData,
    pub network: Arc<FakeNetwork>,
    pub clock: Arc<FixedClock>,
    pub trust: TrustId,
    pub folder: tempfile::TempDir,
}

/// A phone that has the register's root already.
pub fn phone(register: &Register) -> Phone {
    let phone = empty_phone(register);
    let pinned = Pinned::stored(register.publisher.root(1)).unwrap();
    phone.data.pin(&pinned, REPO, RootPurpose::Register).unwrap();
    phone.data.store.write(|tx| tx.set_relied(phone.trust, true)).unwrap();
    phone
}

/// A phone that has no register.
pub fn empty_phone(register: &Register) -> Phone {
    let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
    let store = Arc::new(open(folder.path(), &secrets).unwrap());
    let (network, clock) = (FakeNetwork::new(&register.publisher.files), FixedClock::at(NOW));
    let data = PublicData { transport: network.clone(), store, clock: clock.clone() };
    let trust = TrustId::of_root(&register.publisher.root(1));
    Phone { data, network, clock, trust, folder }
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
        let found = self.data.store.read_register(|tx| tx.listings(&code)).unwrap();
        found.into_iter().map(|row| format!("{} {}", row.iss, row.listing.list_id)).collect()
    }

    pub fn list(&self, iss: &str) -> ListRow {
        let lists = self.data.store.read_register(|tx| tx.lists(tx.registers()?[0].id)).unwrap();
        lists.into_iter().find(|list| list.index.iss.as_str() == iss).unwrap()
    }

    pub fn root(&self) -> PinnedRoot {
        self.data.store.read(|tx| tx.root(self.trust)).unwrap().unwrap()
    }

    pub fn left_over(&self) -> usize {
        std::fs::read_dir(self.folder.path().join("downloads")).unwrap().count()
    }
}

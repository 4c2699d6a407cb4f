use std::sync::Arc;

use super::super::testing::{FakeNetwork, Fault, REPO};
use super::*;
use standing_model::authority::Authority;
use standing_model::ext::Extensions;
use standing_model::ids::Issuer;
use standing_model::link::{Fingerprint, Purpose};
use standing_model::text::LocalText;
use standing_model::time::Zone;
use standing_store::testing::{FixedClock, NOW, open};
use standing_verify::alarm::{Alarm, FileFault, KeptAlarm};
use standing_verify::metadata::testing::Publisher;

const DAY: i64 = 86_400;
const RULEBOOK: &str = "rulebooks/yangqiao-morality-bank/7.json";

struct Phone {
    data: PublicData,
    network: Arc<FakeNetwork>,
    clock: Arc<FixedClock>,
    _folder: tempfile::TempDir,
}

fn phone(publisher: &Publisher) -> Phone {
    let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
    let store = Arc::new(open(folder.path(), &secrets).unwrap());
    let (network, clock) = (FakeNetwork::new(&publisher.files), FixedClock::at(NOW));
    let data = PublicData { transport: network.clone(), store, clock: clock.clone() };
    Phone { data, network, clock, _folder: folder }
}

fn authority(iss: &str, name: &str) -> Authority {
    Authority {
        iss: iss.parse().unwrap(),
        names: LocalText { en: name.into(), zh: name.into() },
        api: "https://api.example".parse().unwrap(),
        remit: Vec::new(),
        keys: Vec::new(),
        rulebook: RulebookPointer { id: "yangqiao-morality-bank".parse().unwrap(), version: 7 },
        head_lasts_days: 30,
        ext: Extensions::default(),
        zone: Zone::china(),
        region: None,
    }
}

fn rulebook() -> Vec<u8> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../fixtures/rulebooks/yangqiao-morality-bank-7.json"
    );
    std::fs::read(path).unwrap().trim_ascii_end().to_vec()
}

fn publish(publisher: &mut Publisher, authorities: Vec<Authority>) {
    let repo = vec![REPO.parse().unwrap()];
    let file = serde_json::to_vec(&Authorities::new(repo, authorities).unwrap()).unwrap();
    publisher.targets.insert(authority::PATH.into(), file);
    publisher.targets.insert(RULEBOOK.into(), rulebook());
    publisher.publish();
}

fn publisher() -> Publisher {
    let mut publisher = Publisher::new(UnixTime(NOW).plus(7 * DAY));
    publish(&mut publisher, vec![authority("credit.yangqiao.example", "Yangqiao")]);
    publisher
}

fn link(publisher: &Publisher) -> Link {
    Link {
        purpose: Purpose::Join("credit.yangqiao.example".parse().unwrap()),
        repo: REPO.into(),
        root_version: 1,
        fingerprint: Fingerprint::of(&TrustId::of_root(&publisher.root(1))),
    }
}

impl Phone {
    async fn pinned(&self, publisher: &Publisher) -> TrustId {
        let pinned = self.data.fetch_root(&link(publisher)).await.unwrap();
        self.data.pin(&pinned, REPO, RootPurpose::Authority).unwrap();
        pinned.trust()
    }

    async fn refresh(&self, trust: TrustId) -> Result<Authorities, SyncError> {
        let iss = "credit.yangqiao.example".parse().unwrap();
        self.data.refresh_authorities(trust, &[iss], &[]).await
    }

    fn kept(&self, trust: TrustId, name: &str) -> Option<Vec<u8>> {
        self.data.store.read(|tx| tx.public_file(trust, name)).unwrap()
    }

    fn root(&self, trust: TrustId) -> PinnedRoot {
        self.data.store.read(|tx| tx.root(trust)).unwrap().unwrap()
    }

    fn alarms(&self) -> Vec<KeptAlarm> {
        let rows = self.data.store.read(|tx| tx.alarms()).unwrap();
        rows.into_iter().map(|row| row.kept).collect()
    }
}

#[tokio::test]
async fn authorities_and_their_rulebooks_are_kept_with_three_dates() {
    let publisher = publisher();
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    let authorities = phone.refresh(trust).await.unwrap();
    assert_eq!(authorities.list().len(), 1);
    let kept = phone.kept(trust, &rulebook::storage_key(Hash::of(&rulebook())));
    assert_eq!(kept.unwrap(), rulebook());
    let root = phone.root(trust);
    assert_eq!(root.checked_at, UnixTime(NOW));
    assert_eq!(root.good_until, UnixTime(NOW).plus(7 * DAY));
}

fn calendar(region: &str, year: i32, more: &str) -> Vec<u8> {
    let days = r#""holidays":[],"worked":[]"#;
    format!(r#"{{"v":1,"region":"{region}","year":{year},"source":"s",{days}{more}}}"#).into()
}

/// Two authorities of one region, whose calendars are published for some years.
fn with_calendars(published: &[(&str, Vec<u8>)]) -> Publisher {
    let mut publisher = publisher();
    for (path, bytes) in published {
        publisher.targets.insert((*path).into(), bytes.clone());
    }
    let region = "CN".parse().ok();
    let of_region = |iss, name| Authority { region: region.clone(), ..authority(iss, name) };
    publish(&mut publisher, vec![of_region("a.example", "A"), of_region("b.example", "B")]);
    publisher
}

#[tokio::test]
async fn the_calendars_of_a_region_are_kept_for_three_years_and_fetched_when_they_change() {
    let (this, last) = ("calendars/CN/2026.json", "calendars/CN/2025.json");
    let long_ago = "calendars/CN/2024.json";
    let first = calendar("CN", 2026, "");
    let mut publisher = with_calendars(&[
        (this, first.clone()),
        (last, calendar("CN", 2025, "")),
        (long_ago, calendar("CN", 2024, "")),
    ]);
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    phone.refresh(trust).await.unwrap();
    assert_eq!(phone.kept(trust, this), Some(first));
    assert!(phone.kept(trust, last).is_some() && phone.kept(trust, long_ago).is_none());
    phone.network.asked();
    phone.refresh(trust).await.unwrap();
    let asked = phone.network.asked();
    assert!(asked.iter().all(|path| !path.contains("calendars")), "{asked:?}");
    let second = calendar("CN", 2026, r#","ext":{"note":1}"#);
    publisher.targets.insert(this.into(), second.clone());
    publisher.publish();
    phone.refresh(trust).await.unwrap();
    assert_eq!(phone.kept(trust, this), Some(second));
}

#[tokio::test]
async fn a_calendar_that_cannot_be_used_takes_no_place_and_stops_nothing() {
    let this = "calendars/CN/2026.json";
    for wrong in [
        calendar("CN", 2025, ""),
        calendar("CN-33", 2026, ""),
        calendar("CN", 2026, r#","holiday":[]"#),
        b"{}".to_vec(),
    ] {
        let publisher = with_calendars(&[(this, wrong)]);
        let phone = phone(&publisher);
        let trust = phone.pinned(&publisher).await;
        assert_eq!(phone.refresh(trust).await.unwrap().list().len(), 2);
        assert_eq!(phone.kept(trust, this), None);
        assert!(phone.kept(trust, &authority::refused(this)).is_some(), "to say why");
    }
}

#[tokio::test]
async fn a_rulebook_that_cannot_be_used_is_kept_to_say_why_until_one_can_be() {
    let mut publisher = publisher();
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    phone.refresh(trust).await.unwrap();
    let (refused, named) = (authority::refused(RULEBOOK), phone.kept(trust, RULEBOOK));
    assert_eq!(phone.kept(trust, &refused), None);
    let other = String::from_utf8(rulebook()).unwrap().replacen(": 7", ": 6", 1).into_bytes();
    for wrong in [br#"{"v":2}"#.to_vec(), other] {
        publisher.targets.insert(RULEBOOK.into(), wrong.clone());
        publisher.publish();
        phone.refresh(trust).await.unwrap();
        assert_eq!(phone.kept(trust, &refused), Some(wrong));
        assert_eq!(phone.kept(trust, RULEBOOK), named, "what is held stays in use");
        phone.network.asked();
        phone.refresh(trust).await.unwrap();
        let asked = phone.network.asked();
        assert!(asked.iter().all(|path| !path.contains("rulebooks")), "not again: {asked:?}");
    }
    publisher.targets.insert(RULEBOOK.into(), rulebook());
    publisher.publish();
    phone.refresh(trust).await.unwrap();
    assert_eq!((phone.kept(trust, &refused), phone.kept(trust, RULEBOOK)), (None, named));
}

#[tokio::test]
async fn a_rulebook_or_calendar_that_is_too_large_stops_nothing_and_is_not_fetched() {
    let this = "calendars/CN/2026.json";
    let first = calendar("CN", 2026, "");
    let mut publisher = with_calendars(&[(this, first.clone())]);
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    let issuers = ["a.example".parse().unwrap()];
    let refresh = || phone.data.refresh_authorities(trust, &issuers, &[]);
    refresh().await.unwrap();
    let held = (phone.kept(trust, RULEBOOK), phone.kept(trust, this));
    assert!(held.0.is_some() && held.1.is_some());
    for (path, most) in
        [(RULEBOOK, rulebook::MAX_BYTES), (this, standing_model::calendar::MAX_BYTES)]
    {
        let before = publisher.targets[path].clone();
        let large = [before.as_slice(), &vec![b' '; most]].concat();
        publisher.targets.insert(path.into(), large);
        publisher.publish();
        phone.network.asked();
        assert_eq!(refresh().await.unwrap().list().len(), 2, "{path}");
        let asked = phone.network.asked();
        assert!(
            asked.iter().all(|one| !one.contains("/CN/") && !one.contains("/yang")),
            "{asked:?}"
        );
        assert_eq!((phone.kept(trust, RULEBOOK), phone.kept(trust, this)), held, "{path}");
        let large = authority::too_large(path);
        assert!(phone.kept(trust, &large).is_some(), "to say why: {path}");
        publisher.targets.insert(path.into(), before);
        publisher.publish();
        refresh().await.unwrap();
        assert_eq!(phone.kept(trust, &large), None, "{path}");
    }
}

#[tokio::test]
async fn a_rulebook_that_an_earlier_app_refused_is_taken_by_one_that_can_read_it() {
    let publisher = publisher();
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    let refused = authority::refused(RULEBOOK);
    phone.data.store.write(|tx| tx.put_public_file(trust, &refused, &rulebook())).unwrap();
    phone.refresh(trust).await.unwrap();
    let kept = phone.kept(trust, &rulebook::storage_key(Hash::of(&rulebook())));
    assert_eq!((kept, phone.kept(trust, &refused)), (Some(rulebook()), None));
}

#[tokio::test]
async fn a_rulebook_that_is_kept_is_not_fetched_again() {
    let publisher = publisher();
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    phone.refresh(trust).await.unwrap();
    phone.network.asked();
    phone.refresh(trust).await.unwrap();
    let asked = phone.network.asked();
    assert!(asked.iter().all(|path| !path.contains("rulebooks")), "{asked:?}");
    assert!(asked.iter().all(|path| !path.contains("snapshot")), "{asked:?}");
}

#[tokio::test]
async fn a_link_with_another_fingerprint_pins_nothing() {
    let publisher = publisher();
    let phone = phone(&publisher);
    let wrong =
        Link { fingerprint: Fingerprint::of(&TrustId::of_root(b"another")), ..link(&publisher) };
    let error = phone.data.fetch_root(&wrong).await.unwrap_err();
    assert!(matches!(error, SyncError::Metadata(MetadataError::Fingerprint)), "{error}");
    assert_eq!(phone.data.store.read(|tx| tx.roots()).unwrap(), []);
}

#[tokio::test]
async fn a_rolled_back_repository_is_refused_and_what_is_kept_stays() {
    let mut publisher = publisher();
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    let old = publisher.files.all();
    publish(&mut publisher, vec![authority("credit.yangqiao.example", "Newer")]);
    phone.refresh(trust).await.unwrap();
    let before = (phone.kept(trust, authority::PATH), phone.root(trust));
    publisher.files.restore(old);
    phone.clock.pass(60);
    let error = phone.refresh(trust).await.unwrap_err();
    assert!(matches!(error, SyncError::Metadata(MetadataError::Rollback { .. })), "{error}");
    assert_eq!((phone.kept(trust, authority::PATH), phone.root(trust)), before);
}

#[tokio::test]
async fn expired_metadata_leave_old_data_readable_with_their_old_dates() {
    let publisher = publisher();
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    phone.refresh(trust).await.unwrap();
    phone.clock.pass(8 * DAY);
    let error = phone.refresh(trust).await.unwrap_err();
    assert!(matches!(error, SyncError::Metadata(MetadataError::Expired { .. })), "{error}");
    assert!(phone.kept(trust, authority::PATH).is_some());
    assert_eq!(phone.root(trust).checked_at, UnixTime(NOW));
}

#[tokio::test]
async fn a_clock_set_back_does_not_make_old_data_fresh() {
    let publisher = publisher();
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    let floor = UnixTime(NOW).plus(8 * DAY);
    let root = PinnedRoot { signed_floor: floor, ..phone.root(trust) };
    phone.data.store.write(|tx| tx.put_root(&root)).unwrap();
    let error = phone.refresh(trust).await.unwrap_err();
    assert!(matches!(error, SyncError::Metadata(MetadataError::Expired { .. })), "{error}");
}

#[tokio::test]
async fn two_contents_under_one_version_are_kept_as_one_alarm() {
    let publisher = publisher();
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    phone.refresh(trust).await.unwrap();
    publisher.publish_timestamp(1, 1, b"another snapshot");
    for _ in 0..2 {
        phone.refresh(trust).await.unwrap_err();
        let alarms = phone.alarms();
        assert_eq!(alarms.len(), 1);
        let (fault, name) = (FileFault::TwoContents, "timestamp".to_owned());
        assert_eq!(alarms[0].alarm, Alarm::PublicFile { fault, name, version: 1 });
        assert_eq!(alarms[0].evidence.len(), 2);
    }
}

#[tokio::test]
async fn a_rulebook_version_with_two_hashes_is_an_alarm_and_both_are_kept() {
    let mut publisher = publisher();
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    phone.refresh(trust).await.unwrap();
    let mut changed = rulebook();
    changed.insert(1, b' ');
    publisher.targets.insert(RULEBOOK.into(), changed.clone());
    publisher.publish();
    phone.refresh(trust).await.unwrap();
    let alarms = phone.alarms();
    assert_eq!(alarms.len(), 1);
    let id = "yangqiao-morality-bank".parse().unwrap();
    assert_eq!(alarms[0].alarm, Alarm::RulebookTwoHashes { id, version: 7 });
    for bytes in [rulebook(), changed] {
        assert_eq!(phone.kept(trust, &rulebook::storage_key(Hash::of(&bytes))), Some(bytes));
    }
}

#[tokio::test]
async fn another_zone_of_an_authority_is_an_alarm() {
    let mut publisher = publisher();
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    phone.refresh(trust).await.unwrap();
    let mut moved = authority("credit.yangqiao.example", "Yangqiao");
    moved.zone = serde_json::from_str(r#"{"name":"Asia/Tokyo","minutes":540}"#).unwrap();
    publish(&mut publisher, vec![moved]);
    for _ in 0..2 {
        phone.refresh(trust).await.unwrap();
        let alarms = phone.alarms();
        assert_eq!(alarms.len(), 1, "once, however often it is seen");
        let iss = "credit.yangqiao.example".parse().unwrap();
        assert_eq!(alarms[0].alarm, Alarm::ZoneChanged { iss });
        assert_eq!(alarms[0].evidence.len(), 2, "both lists are kept");
    }
}

#[tokio::test]
async fn a_rule_that_came_after_the_deed_is_an_alarm() {
    let alarms = async |in_force_from: &str| {
        let mut publisher = publisher();
        let phone = phone(&publisher);
        let trust = phone.pinned(&publisher).await;
        phone.refresh(trust).await.unwrap();
        let mut book: serde_json::Value = serde_json::from_slice(&rulebook()).unwrap();
        book["version"] = 8.into();
        book["in_force_from"] = in_force_from.into();
        let path = RULEBOOK.replace("/7.", "/8.");
        publisher.targets.insert(path, book.to_string().into_bytes());
        let mut next = authority("credit.yangqiao.example", "Yangqiao");
        next.rulebook.version = 8;
        publish(&mut publisher, vec![next]);
        phone.refresh(trust).await.unwrap();
        phone.alarms().into_iter().map(|kept| kept.alarm).collect::<Vec<_>>()
    };
    let id = "yangqiao-morality-bank".parse().unwrap();
    assert_eq!(alarms("2026-11-01").await, [Alarm::RuleAfterTheDeed { id, version: 8 }]);
    assert_eq!(alarms("2027-01-01").await, [], "it was published before its first day");
}

#[tokio::test]
async fn a_list_of_a_later_version_asks_for_a_newer_app_and_replaces_nothing() {
    let mut publisher = publisher();
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    phone.refresh(trust).await.unwrap();
    let before = phone.kept(trust, authority::PATH);
    let later = br#"{"v":2,"offices":[]}"#.to_vec();
    publisher.targets.insert(authority::PATH.into(), later);
    publisher.publish();
    let error = phone.refresh(trust).await.unwrap_err();
    assert!(matches!(error, SyncError::Later(_)), "{error}");
    assert_eq!(phone.kept(trust, authority::PATH), before);
    let kept = phone.kept(trust, authority::LATER);
    assert_eq!(
        kept.as_deref(),
        Some(br#"{"v":2,"offices":[]}"#.as_slice()),
        "beside it, as it came"
    );
    publish(&mut publisher, vec![authority("credit.yangqiao.example", "Yangqiao")]);
    phone.refresh(trust).await.unwrap();
    assert_eq!(phone.kept(trust, authority::LATER), None, "until one that can be read is signed");
}

/// A phone that has joined an authority called "Yangqiao" under a first root.
async fn with_yangqiao() -> (Phone, Publisher, TrustId) {
    let first = publisher();
    let phone = phone(&first);
    let trust = phone.pinned(&first).await;
    phone.refresh(trust).await.unwrap();
    phone.confirm("m", trust);
    (phone, first, trust)
}

impl Phone {
    /// A root that nobody confirmed holds no name; from here on this one does.
    fn confirm(&self, name: &str, trust: TrustId) {
        let membership = standing_store::testing::membership(name);
        let confirmed = standing_store::Membership { trust, ..membership };
        self.data.store.write(|tx| tx.put_membership(&confirmed)).unwrap();
    }
}

#[tokio::test]
async fn an_iss_that_another_root_holds_is_refused_and_so_is_its_name_until_both_are_kept() {
    let (phone, first, _) = with_yangqiao().await;
    for (iss, name, is_iss) in [
        ("credit.yangqiao.example", "Other", true),
        ("other.example", "Yangqiao", false),
        ("other.example", "Yangqiao\u{034F}", false),
        ("other.example", "Yang qiao", false),
        ("other.example", "Y\u{0430}ngqiao", false),
    ] {
        let mut second = Publisher::new(UnixTime(NOW).plus(6 * DAY));
        publish(&mut second, vec![authority(iss, name)]);
        first.files.restore(second.files.all());
        let trust = phone.pinned(&second).await;
        let error = phone.refresh(trust).await.unwrap_err();
        let refused = match error {
            SyncError::HeldElsewhere(_) => is_iss,
            SyncError::NameHeld(_) => !is_iss,
            _ => false,
        };
        assert!(refused, "{error}");
        assert_eq!(phone.kept(trust, authority::PATH), None);
    }
}

#[tokio::test]
async fn a_namesake_that_the_person_kept_is_refreshed_from_both_sides_and_a_further_one_is_not() {
    let (phone, first, yangqiao) = with_yangqiao().await;
    let files = first.files.all();
    let mut second = Publisher::new(UnixTime(NOW).plus(6 * DAY));
    publish(&mut second, vec![authority("other.example", "Yang qiao")]);
    first.files.restore(second.files.all());
    let iss: Issuer = "other.example".parse().unwrap();
    let fetched = phone.data.visit(&link(&second), std::slice::from_ref(&iss)).await.unwrap();
    let names: Vec<_> = fetched
        .namesakes
        .iter()
        .map(|one| (one.offered.iss.as_str(), one.held.iss.as_str(), one.held_under))
        .collect();
    assert_eq!(names, [("other.example", "credit.yangqiao.example", yangqiao)]);
    phone.data.admit(&fetched, |_| Ok(())).unwrap();
    phone.confirm("n", fetched.trust());
    phone.refresh(fetched.trust()).await.unwrap();
    first.files.restore(files);
    phone.refresh(yangqiao).await.unwrap();
    // Another authority under the second root takes the name as well: nobody has seen that one.
    let more = ["other.example", "third.example"].map(|iss| authority(iss, "Yang qiao"));
    publish(&mut second, more.to_vec());
    first.files.restore(second.files.all());
    let error = phone.refresh(fetched.trust()).await.unwrap_err();
    assert!(
        matches!(&error, SyncError::NameHeld(iss) if iss.as_str() == "third.example"),
        "{error}"
    );
}

#[tokio::test]
async fn what_stands_between_is_named_and_changes_nothing() {
    let publisher = publisher();
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    phone.network.fail("timestamp", Fault::Unreachable);
    let error = phone.refresh(trust).await.unwrap_err();
    assert!(matches!(error, SyncError::Transport { .. }), "{error}");
    let page = Fault::Answer(200, b"\n <!DOCTYPE html><p>Log in".to_vec());
    phone.network.fail("2.root", page);
    let error = phone.refresh(trust).await.unwrap_err();
    assert!(matches!(error, SyncError::WebPage { .. }), "{error}");
    phone.network.fail("timestamp", Fault::Answer(503, Vec::new()));
    let error = phone.refresh(trust).await.unwrap_err();
    assert!(matches!(error, SyncError::Status { status: 503, .. }), "{error}");
    phone.network.fail("timestamp", Fault::Answer(200, vec![b'1'; 20_000]));
    let error = phone.refresh(trust).await.unwrap_err();
    let SyncError::Transport { source, .. } = error else { panic!("{error}") };
    assert_eq!(source, super::super::transport::TransportError::TooLarge { limit: 16_384 });
    phone.refresh(trust).await.unwrap();
}

#[tokio::test]
async fn a_signed_name_with_a_percent_sign_leads_to_no_address() {
    let remote = Remote::new(phone(&publisher()).data.transport, "https://repo.example/tuf");
    for name in ["a/%2e%2e/b", "a%2fb", "..", "a/../b", "a//b", "/a", "a/.b", "a b", "a?b", "a#b"] {
        assert!(matches!(remote.address(name), Err(SyncError::Content { .. })), "{name}");
    }
    assert_eq!(remote.address("a/b-1.json").unwrap(), "https://repo.example/tuf/a/b-1.json");
}

fn publisher_at(repo: &[&str]) -> Publisher {
    let mut publisher = publisher();
    let authorities = vec![authority("credit.yangqiao.example", "Yangqiao")];
    let repo = repo.iter().map(|one| one.parse().unwrap()).collect();
    let file = serde_json::to_vec(&Authorities::new(repo, authorities).unwrap()).unwrap();
    publisher.targets.insert(authority::PATH.into(), file);
    publisher.publish();
    publisher
}

#[tokio::test]
async fn after_the_first_good_fetch_the_signed_addresses_are_asked_in_order() {
    let publisher = publisher_at(&["https://one.example/tuf", "https://two.example/tuf"]);
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    phone.refresh(trust).await.unwrap();
    assert_eq!(phone.network.asked_hosts(), ["repo.example"], "as the link says");
    phone.refresh(trust).await.unwrap();
    assert_eq!(phone.network.asked_hosts(), ["one.example"]);
    phone.network.fail("https://one.example", Fault::Unreachable);
    phone.refresh(trust).await.unwrap();
    assert_eq!(phone.network.asked_hosts(), ["one.example", "two.example"]);
}

#[tokio::test]
async fn an_address_that_a_later_link_added_is_asked_only_while_all_signed_ones_fail() {
    let publisher = publisher_at(&["https://one.example/tuf", "https://two.example/tuf"]);
    let phone = phone(&publisher);
    let trust = phone.pinned(&publisher).await;
    phone.refresh(trust).await.unwrap();
    let mirror = "https://mirror.example/tuf";
    assert!(!phone.data.add_address(trust, "https://two.example/tuf").unwrap());
    assert!(phone.data.add_address(trust, mirror).unwrap());
    assert!(phone.data.add_address(trust, mirror).unwrap(), "and again");
    phone.network.asked();
    for signed in ["https://one.example", "https://two.example"] {
        phone.network.fail(signed, Fault::Unreachable);
    }
    phone.refresh(trust).await.unwrap();
    assert_eq!(phone.network.asked_hosts(), ["one.example", "two.example", "mirror.example"]);
    let kept = phone.data.store.read(|tx| tx.further_address(trust)).unwrap();
    assert_eq!(kept, None, "forgotten after a good fetch");
    for signed in ["https://one.example", "https://two.example"] {
        phone.network.fail(signed, Fault::Unreachable);
    }
    phone.refresh(trust).await.unwrap_err();
    assert_eq!(phone.network.asked_hosts(), ["one.example", "two.example"]);
}

#[tokio::test]
async fn what_is_looked_at_by_a_link_is_not_kept_before_it_is_admitted() {
    let publisher = publisher();
    let phone = phone(&publisher);
    let visited = phone.data.visit(&link(&publisher), &[]).await.unwrap();
    let trust = visited.trust();
    assert_eq!(phone.data.store.read(|tx| tx.roots()).unwrap(), []);
    assert_eq!(phone.kept(trust, authority::PATH), None);
    phone.data.admit(&visited, |_| Ok(())).unwrap();
    assert_eq!(phone.root(trust).checked_at, UnixTime(NOW));
    phone.refresh(trust).await.unwrap();
}

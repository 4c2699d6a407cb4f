use std::sync::Arc;

use super::testing::Publisher;
use super::*;
use standing_model::ids::{Hash, TrustId};
use standing_model::link::{Fingerprint, Link, Purpose};

const NOW: UnixTime = UnixTime(1_795_000_000);
const DAY: i64 = 86_400;
const COURT: &str = "court.example";
const LIST: &str = "lists/court.example/index.json";

fn publisher() -> Publisher {
    let mut publisher = Publisher::new(NOW.plus(7 * DAY));
    publisher.targets.insert("register/index.json".into(), b"index 1".to_vec());
    publisher.delegated.insert(COURT.into(), [(LIST.into(), b"list 1".to_vec())].into());
    publisher.publish();
    publisher
}

async fn refreshed(
    publisher: &Publisher,
    state: MetadataState,
    now: UnixTime,
) -> Result<Refreshed, MetadataError> {
    let pinned = Pinned::stored(publisher.root(1)).unwrap();
    refresh(Arc::new(publisher.files.clone()), &pinned, state, now).await
}

async fn committed(publisher: &Publisher, state: MetadataState) -> MetadataState {
    let mut refreshed = refreshed(publisher, state, NOW).await.unwrap();
    refreshed.target(LIST, COURT, 100).await.unwrap();
    refreshed.state().clone()
}

#[tokio::test]
async fn a_file_is_read_as_its_role_signs_it() {
    let publisher = publisher();
    let mut refreshed = refreshed(&publisher, MetadataState::default(), NOW).await.unwrap();
    let index = refreshed.target("register/index.json", TARGETS, 100).await.unwrap();
    assert_eq!(index, b"index 1");
    assert_eq!(refreshed.target(LIST, COURT, 100).await.unwrap(), b"list 1");
    assert_eq!(refreshed.good_until(COURT), NOW.plus(7 * DAY));
    let located = refreshed.locate(LIST, COURT).await.unwrap();
    assert_eq!((located.length, located.sha256), (6, Hash::of(b"list 1")));
    assert_eq!(publisher.files.get(&located.address).unwrap(), b"list 1");
}

#[tokio::test]
async fn a_listing_path_is_refused_from_any_role_but_its_own() {
    let mut publisher = publisher();
    // A village signs a path of the court; its delegation does not reach there.
    let foreign = "lists/court.example/village.json".to_owned();
    publisher.delegated.insert("village.example".into(), [(foreign.clone(), vec![1])].into());
    // The publisher itself signs a second one.
    publisher.targets.insert("lists/court.example/extra.json".into(), vec![2]);
    publisher.publish();
    let mut refreshed = refreshed(&publisher, MetadataState::default(), NOW).await.unwrap();
    for role in ["village.example", COURT] {
        let error = refreshed.target(&foreign, role, 100).await.unwrap_err();
        assert!(matches!(error, MetadataError::NoSuchTarget(_)), "{error}");
    }
    let extra = "lists/court.example/extra.json";
    let error = refreshed.target(extra, COURT, 100).await.unwrap_err();
    assert!(matches!(error, MetadataError::WrongRole { .. }), "{error}");
    let error = refreshed.target(LIST, "village.example", 100).await.unwrap_err();
    assert!(matches!(error, MetadataError::WrongRole { .. }), "{error}");
    let error = refreshed.target(LIST, TARGETS, 100).await.unwrap_err();
    assert!(matches!(error, MetadataError::WrongRole { .. }), "{error}");
}

#[tokio::test]
async fn a_role_that_reaches_too_far_cannot_speak_for_another() {
    let mut publisher = publisher();
    let village = "a-village.example";
    publisher.delegated.insert(village.into(), [(LIST.into(), b"list 9".to_vec())].into());
    publisher.reach.insert(village.into(), "lists/*/*".into());
    publisher.publish();
    let mut refreshed = refreshed(&publisher, MetadataState::default(), NOW).await.unwrap();
    let error = refreshed.target(LIST, COURT, 100).await.unwrap_err();
    assert!(matches!(error, MetadataError::WrongRole { .. }), "{error}");
}

#[tokio::test]
async fn an_older_timestamp_is_refused_also_by_a_new_process() {
    let mut publisher = publisher();
    let old = publisher.files.all();
    let first = committed(&publisher, MetadataState::default()).await;
    publisher.publish();
    let second = committed(&publisher, first.clone()).await;
    publisher.files.restore(old);
    let error = refreshed(&publisher, second, NOW).await.unwrap_err();
    assert!(matches!(error, MetadataError::Rollback { held: 2, offered: 1, .. }), "{error}");
    // The same files are fine for somebody who never saw newer ones.
    refreshed(&publisher, first, NOW).await.unwrap();
}

#[tokio::test]
async fn an_equal_version_with_another_content_is_an_alarm_in_every_role() {
    let publisher = publisher();
    let state = committed(&publisher, MetadataState::default()).await;
    // The same timestamp version, signed again over another snapshot.
    publisher.publish_timestamp(1, 1, b"another snapshot");
    let alarm = refreshed(&publisher, state.clone(), NOW).await.unwrap_err();
    assert!(is_alarm(&alarm, "timestamp"), "{alarm}");
    // The next timestamp names another snapshot under the version that is held.
    publisher.publish_timestamp(2, 1, b"another snapshot");
    let alarm = refreshed(&publisher, state.clone(), NOW).await.unwrap_err();
    assert!(is_alarm(&alarm, "snapshot"), "{alarm}");

    let mut other = self::publisher();
    other.targets.insert("register/index.json".into(), b"index 2".to_vec());
    other.versions.insert(COURT.into(), 0);
    other.versions.insert("targets".into(), 0);
    other.publish();
    let alarm = refreshed(&other, state.clone(), NOW).await.unwrap_err();
    assert!(is_alarm(&alarm, "targets"), "{alarm}");

    let mut other = self::publisher();
    other.delegated.insert(COURT.into(), [(LIST.into(), b"list 2".to_vec())].into());
    other.versions.insert(COURT.into(), 0);
    other.publish();
    let mut refreshed = refreshed(&other, state, NOW).await.unwrap();
    let alarm = refreshed.target(LIST, COURT, 100).await.unwrap_err();
    assert!(is_alarm(&alarm, COURT), "{alarm}");
}

fn is_alarm(error: &MetadataError, role: &str) -> bool {
    matches!(error, MetadataError::EqualVersionOtherContent(evidence) if evidence.role == role)
}

#[tokio::test]
async fn nothing_changed_is_no_alarm_and_no_change() {
    let publisher = publisher();
    let state = committed(&publisher, MetadataState::default()).await;
    assert_eq!(committed(&publisher, state.clone()).await, state);
    // Delegated metadata that is held is not fetched again.
    publisher.files.remove("1.court.example.json");
    assert_eq!(committed(&publisher, state.clone()).await, state);
}

#[tokio::test]
async fn expired_metadata_are_refused_and_what_is_held_still_protects() {
    let mut publisher = publisher();
    let first = publisher.files.all();
    publisher.publish();
    let state = committed(&publisher, MetadataState::default()).await;
    let late = NOW.plus(8 * DAY);
    let error = refreshed(&publisher, state.clone(), late).await.unwrap_err();
    assert!(matches!(error, MetadataError::Expired { .. }), "{error}");
    // Everything held has expired; a fresh but older timestamp is still a rollback.
    publisher.files.restore(first);
    publisher.expires = NOW.plus(30 * DAY);
    publisher.files.put("2.root.json", publisher.root(2));
    let snapshot = publisher.files.get("1.snapshot.json").unwrap();
    publisher.publish_timestamp(1, 1, &snapshot);
    let error = refreshed(&publisher, state, late).await.unwrap_err();
    assert!(matches!(error, MetadataError::Rollback { .. }), "{error}");
}

#[tokio::test]
async fn a_store_that_lost_the_floor_is_noticed() {
    let publisher = publisher();
    let state = committed(&publisher, MetadataState::default()).await;
    for role in ["timestamp", "snapshot", "targets"] {
        let mut lost = state.clone();
        lost.files.remove(&format!("{role}.json"));
        assert!(matches!(lost.check_floor(), Err(MetadataError::FloorMissing(r)) if r == role));
        let error = refreshed(&publisher, lost, NOW).await.unwrap_err();
        assert!(matches!(error, MetadataError::FloorMissing(_)), "{error}");
    }
}

#[tokio::test]
async fn a_file_is_taken_only_with_its_signed_length_and_hash() {
    let publisher = publisher();
    let mut refreshed = refreshed(&publisher, MetadataState::default(), NOW).await.unwrap();
    let located = refreshed.locate(LIST, COURT).await.unwrap();
    let error = refreshed.fetch(&located, 5).await.unwrap_err();
    assert!(matches!(error, MetadataError::TooLarge { limit: 5, .. }), "{error}");
    for wrong in [b"list 2".as_slice(), b"list", b""] {
        publisher.files.put(&located.address, wrong);
        let error = refreshed.target(LIST, COURT, 100).await.unwrap_err();
        assert!(matches!(error, MetadataError::Mismatch(_)), "{error}");
    }
}

#[tokio::test]
async fn what_is_not_signed_or_not_metadata_is_refused() {
    let publisher = publisher();
    let genuine = String::from_utf8(publisher.files.get("timestamp.json").unwrap()).unwrap();
    publisher.files.put("timestamp.json", genuine.replace("\"version\":1", "\"version\":9"));
    let error = refreshed(&publisher, MetadataState::default(), NOW).await.unwrap_err();
    assert!(matches!(error, MetadataError::NotSigned(_)), "{error}");
    publisher.files.put("timestamp.json", "<html>Please log in</html>");
    let error = refreshed(&publisher, MetadataState::default(), NOW).await.unwrap_err();
    assert!(matches!(error, MetadataError::Malformed(_)), "{error}");
    publisher.files.remove("timestamp.json");
    let error = refreshed(&publisher, MetadataState::default(), NOW).await.unwrap_err();
    assert!(matches!(error, MetadataError::Incomplete(_)), "{error}");
}

#[test]
fn a_root_is_pinned_only_by_the_fingerprint_that_a_person_compared() {
    let root = publisher().root(1);
    let link = |root: &[u8], root_version| Link {
        purpose: Purpose::Register,
        repo: "https://register.example".into(),
        root_version,
        fingerprint: Fingerprint::of(&TrustId::of_root(root)),
    };
    let pinned = Pinned::by_link(&link(&root, 1), root.clone()).unwrap();
    assert_eq!(pinned.trust(), TrustId::of_root(&root));
    let other = publisher().root(2);
    let error = Pinned::by_link(&link(&root, 1), other).unwrap_err();
    assert!(matches!(error, MetadataError::Fingerprint), "{error}");
    let error = Pinned::by_link(&link(&root, 2), root.clone()).unwrap_err();
    assert!(matches!(error, MetadataError::Root(_)), "{error}");
    let page = b"<html></html>".to_vec();
    let error = Pinned::by_link(&link(&page, 1), page).unwrap_err();
    assert!(matches!(error, MetadataError::Root(_)), "{error}");
}

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
    let done = refresh(Arc::new(publisher.files.clone()), &pinned, state, now).await;
    done.map_err(|unfinished| unfinished.error)
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

#[tokio::test]
async fn a_root_that_was_verified_is_kept_although_a_later_step_failed() {
    let publisher = publisher();
    let state = committed(&publisher, MetadataState::default()).await;
    let stolen = publisher.files.get("1.snapshot.json").unwrap();
    // The publisher changes the timestamp's key, and somebody cuts the rest off.
    publisher.files.put("2.root.json", publisher.root_with(2, &[("timestamp", "new timestamp")]));
    publisher.files.remove("timestamp.json");
    let pinned = Pinned::stored(publisher.root(1)).unwrap();
    let cut = refresh(Arc::new(publisher.files.clone()), &pinned, state.clone(), NOW).await;
    let unfinished = cut.unwrap_err();
    assert!(matches!(unfinished.error, MetadataError::Incomplete(_)), "{}", unfinished.error);
    let verified = *unfinished.verified.unwrap();
    assert!(verified.files.contains_key("root_history/2.root.json"));
    // Later the thief hides the new root and goes on with the old key.
    publisher.files.remove("2.root.json");
    publisher.publish_timestamp(9, 1, &stolen);
    let error = refreshed(&publisher, verified, NOW).await.unwrap_err();
    assert!(matches!(error, MetadataError::NotSigned(_)), "{error}");
    // A phone that had not seen the new root would have gone along.
    refreshed(&publisher, state, NOW).await.unwrap();
}

#[tokio::test]
async fn after_a_change_of_keys_a_version_may_be_signed_with_another_content() {
    let mut publisher = publisher();
    let state = committed(&publisher, MetadataState::default()).await;
    // The thief's version 2 of the court was seen.
    let mut thief = self::publisher();
    thief.delegated.insert(COURT.into(), [(LIST.into(), b"forged".to_vec())].into());
    thief.publish();
    let seen = committed(&thief, state).await;
    // The publisher's own version 2, under a new key of the court.
    publisher.delegated.insert(COURT.into(), [(LIST.into(), b"list 2".to_vec())].into());
    publisher.keys.insert(COURT.into(), "new court".into());
    publisher.versions.insert("targets".into(), 5);
    publisher.versions.insert("snapshot".into(), 5);
    publisher.versions.insert("timestamp".into(), 5);
    publisher.publish();
    let mut now = refreshed(&publisher, seen, NOW).await.unwrap();
    assert_eq!(now.target(LIST, COURT, 100).await.unwrap(), b"list 2");
}

#[tokio::test]
async fn what_was_seen_below_the_version_that_is_held_is_forgotten() {
    let mut publisher = publisher();
    let mut state = committed(&publisher, MetadataState::default()).await;
    for _ in 0..5 {
        publisher.publish();
        state = committed(&publisher, state).await;
    }
    assert_eq!(state.seen.len(), 4, "{:?}", state.seen.keys());
    state.check_floor().unwrap();
}

#[tokio::test]
async fn one_key_under_two_ids_never_meets_a_threshold_of_two() {
    let mut publisher = publisher();
    publisher.twice.insert("timestamp".into());
    let root = publisher.root(1);
    assert!(matches!(Pinned::stored(root), Err(MetadataError::DuplicateKey(_))));
    let mut publisher = self::publisher();
    publisher.twice.insert(COURT.into());
    publisher.publish();
    let mut now = refreshed(&publisher, MetadataState::default(), NOW).await.unwrap();
    let error = now.target(LIST, COURT, 100).await.unwrap_err();
    assert!(matches!(&error, MetadataError::DuplicateKey(role) if role == COURT), "{error}");
    // A later root is held to it too.
    let mut bent = self::publisher();
    let pinned = Pinned::stored(bent.root(1)).unwrap();
    bent.twice.insert("timestamp".into());
    bent.files.put("2.root.json", bent.root(2));
    bent.publish();
    let state = MetadataState::default();
    let done = refresh(Arc::new(bent.files.clone()), &pinned, state, NOW).await;
    let error = done.unwrap_err().error;
    assert!(matches!(error, MetadataError::DuplicateKey(_)), "{error}");
}

#[tokio::test]
async fn a_delegated_role_may_not_publish_a_huge_file() {
    let mut publisher = publisher();
    let many = (0..4000).map(|n| (format!("lists/{COURT}/{n:060}"), vec![1]));
    publisher.delegated.insert(COURT.into(), many.collect());
    publisher.publish();
    let mut now = refreshed(&publisher, MetadataState::default(), NOW).await.unwrap();
    let error = now.target(&format!("lists/{COURT}/{:060}", 1), COURT, 9).await.unwrap_err();
    assert!(matches!(error, MetadataError::TooLarge { limit: 262_144, .. }), "{error}");
    assert_eq!(now.target("register/index.json", TARGETS, 100).await.unwrap(), b"index 1");
}

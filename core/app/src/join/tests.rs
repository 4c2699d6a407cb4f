//! Joining, against a village in memory: what leaves the phone, what stays on it, and when.

use std::sync::{Arc, Mutex};

use ed25519_dalek::SigningKey;
use serde_json::{Value, json};

use super::*;
use crate::testing::{CITY, Phone};
use crate::view::join::{GroupAnswer, GroupQuestion};
use crate::view::sync::NetworkKind;
use crate::words::Language;
use crate::{App, Stop};
use standing_client::transport::{Exchange, Request, Response, Transport, TransportError};
use standing_model::authority::{Authorities, AuthorityKey, KeyUse, RulebookPointer};
use standing_model::ext::Extensions;
use standing_model::link::Purpose;
use standing_model::message::Typ;
use standing_model::text::LocalText;
use standing_model::time::UnixTime;
use standing_store::testing::{NOW, membership};
use standing_verify::jws;
use standing_verify::metadata::testing::{Files, Publisher};

const REPO: &str = "https://files.example/tuf";
const SIGNED: &str = "https://signed.example/tuf";
const API: &str = "https://api.example/yangqiao";
const CODE: &str = "7QK2-M9TD-4XWZ-0HBC-7";
const SUB: &str = "r-7Qm2";

/// What the village does with a request to enrol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mood {
    /// It answers as it should.
    Right,
    /// It answers without knowing the code.
    Guesses,
    /// It takes the request, and the answer gets lost.
    Silent,
    /// It says no, at length.
    Refuses,
}

/// A repository and the API of its one authority.
struct Village {
    files: Files,
    root: Vec<u8>,
    mood: Mutex<Mood>,
    asked: Mutex<Vec<Request>>,
}

fn iss() -> Issuer {
    "credit.yangqiao.example".parse().unwrap()
}

fn signing() -> SigningKey {
    SigningKey::from_bytes(&[1; 32])
}

fn trust_list() -> Authorities {
    let authority = Authority {
        iss: iss(),
        names: LocalText { en: "Yangqiao village\u{202E}".into(), zh: "杨桥村".into() },
        api: API.parse().unwrap(),
        remit: vec![Typ::Enrolment],
        keys: vec![AuthorityKey {
            used: KeyUse::Sign,
            jwk: jwk_of(&signing().verifying_key()),
            from: UnixTime(0),
            until: UnixTime(2 * NOW),
            withdrawn: None,
        }],
        rulebook: RulebookPointer { id: "r".parse().unwrap(), version: 1 },
        head_lasts_days: 7,
        ext: Extensions::default(),
        zone: Zone::china(),
        region: None,
    };
    Authorities::new(vec![SIGNED.parse().unwrap()], vec![authority]).unwrap()
}

impl Village {
    fn new() -> Arc<Self> {
        let mut publisher = Publisher::new(UnixTime(NOW).plus(7 * 86_400));
        let file = serde_json::to_vec(&trust_list()).unwrap();
        publisher.targets.insert(standing_model::authority::PATH.into(), file);
        publisher.publish();
        let (files, root) = (publisher.files.clone(), publisher.root(1));
        let (mood, asked) = (Mutex::new(Mood::Right), Mutex::default());
        Arc::new(Self { files, root, mood, asked })
    }

    fn link(&self) -> String {
        let fingerprint = Fingerprint::of(&TrustId::of_root(&self.root));
        let purpose = Purpose::Join(iss());
        Link { purpose, repo: REPO.into(), root_version: 1, fingerprint }.to_string()
    }

    fn is(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    fn asked(&self) -> Vec<Request> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }

    /// The bodies of the requests to enrol since the last call.
    fn bodies(&self) -> Vec<Value> {
        let posts = self.asked().into_iter().filter_map(|request| request.body);
        posts.map(|body| serde_json::from_slice(&body).unwrap()).collect()
    }

    fn answer(&self, request: &Request) -> Result<Response, TransportError> {
        let ok = |status, body| Ok(Response { status, headers: Vec::new(), body });
        if let Some((_, path)) = request.url.split_once("/tuf/") {
            let file = self.files.get(path.strip_prefix("metadata/").unwrap_or(path));
            return file.map_or_else(|| ok(404, Vec::new()), |file| ok(200, file));
        }
        let Some(body) = &request.body else { return ok(404, Vec::new()) };
        let known = match *self.mood.lock().unwrap() {
            Mood::Silent => return Err(TransportError::Broken),
            Mood::Refuses => {
                let words = json!({"type": "standing:else", "detail": "Call 0571-1234 at once"});
                return ok(403, words.to_string().into_bytes());
            }
            Mood::Right => CODE.parse().unwrap(),
            Mood::Guesses => EnrolmentCode::of_random(&[7; 10]),
        };
        let request: DeviceRequest = serde_json::from_slice(body).unwrap();
        let (iss, jkt) = (iss(), request.key.thumbprint());
        let binding = Binding { trust: request.root, iss: &iss, jkt, nonce: request.nonce };
        let code = CodeKey::of(&known);
        assert!(code.proves(binding, request.proof) || known != CODE.parse().unwrap());
        let enrolment = json!({
            "v": 1, "iss": iss, "sub": SUB, "iat": NOW, "aud": request.nonce,
            "ack": code.ack(binding, SUB), "keys": [{"jkt": jkt, "from": NOW}],
            "hint": {"en": "Wang ∗ying", "zh-Hans": "王∗英"},
        });
        let signed = jws::sign(Typ::Enrolment, &signing(), enrolment.to_string().as_bytes());
        ok(200, json!({ "enrolment": signed }).to_string().into_bytes())
    }
}

impl Transport for Village {
    fn send(&self, request: Request) -> Exchange<'_> {
        Box::pin(async move {
            self.asked.lock().unwrap().push(request.clone());
            self.answer(&request)
        })
    }
}

fn phone(village: &Arc<Village>) -> Phone {
    let mut phone = Phone::new(Language::English);
    phone.app.transport = village.clone();
    phone
}

fn roots(app: &App) -> usize {
    app.read(|tx| tx.roots()).unwrap().len()
}

async fn sync(app: &App) {
    app.sync(NetworkKind::Unmetered, &Stop::default(), &|_| {}).await.unwrap();
}

#[tokio::test]
async fn a_link_shows_whose_it_is_and_one_to_a_sibling_shows_the_sibling() {
    let village = Village::new();
    let phone = phone(&village);
    let view = phone.app.read_link(&village.link()).unwrap();
    assert_eq!((view.iss.as_str(), view.host.as_str()), (iss().as_str(), "files.example"));
    assert!(view.known.contains(iss().as_str()), "{}", view.known);
    assert_eq!(view.groups, [], "the code proves the root: nothing is compared by eye");
    let sibling = village.link().replace(iss().as_str(), "credit.shaoxing.example");
    let view = phone.app.read_link(&sibling).unwrap();
    assert_eq!(view.iss, "credit.shaoxing.example");
    assert!(view.known.contains("credit.shaoxing.example"), "{}", view.known);
    assert!(village.asked().is_empty());
    let refused = phone.app.authority_preview(&sibling, &Stop::default()).await.unwrap_err();
    assert_eq!(refused.kind, ErrorKind::Untrusted, "the trust list has no such authority");
}

#[tokio::test]
async fn before_the_code_the_authority_only_claims_and_nothing_is_kept() {
    let village = Village::new();
    let phone = phone(&village);
    let preview = phone.app.authority_preview(&village.link(), &Stop::default()).await.unwrap();
    assert_eq!(preview.claim, "It calls itself “Yangqiao village”.");
    assert_eq!((preview.iss.as_str(), preview.host.as_str()), (iss().as_str(), "api.example"));
    let shown: Vec<&str> = preview.rows.iter().map(|row| row.value.as_str()).collect();
    assert_eq!(
        shown,
        [iss().as_str(), "api.example", "files.example", "Asia/Shanghai (UTC+08:00)"]
    );
    assert!(village.asked().iter().all(|request| request.body.is_none()));
    assert_eq!((roots(&phone.app), phone.app.memberships().unwrap().len()), (0, 0));
}

#[tokio::test]
async fn the_code_is_in_no_request_of_a_join() {
    let village = Village::new();
    let phone = phone(&village);
    let joined =
        phone.app.join(&village.link(), &CODE.to_lowercase(), &Stop::default()).await.unwrap();
    assert_eq!(joined.hint, "Wang ∗ying");
    let secret = CODE.replace('-', "");
    let secret = &secret[..16];
    for request in village.asked() {
        let body = String::from_utf8(request.body.clone().unwrap_or_default()).unwrap();
        let said = format!("{} {:?} {body}", request.url, request.headers).to_uppercase();
        let bare: String = said.chars().filter(char::is_ascii_alphanumeric).collect();
        assert!(!bare.contains(secret), "{said}");
        if request.method == Method::POST {
            let mut members: Vec<String> =
                serde_json::from_str::<serde_json::Map<String, Value>>(&body)
                    .unwrap()
                    .into_iter()
                    .map(|(name, _)| name)
                    .collect();
            members.sort_unstable();
            assert_eq!(members, ["key", "letter", "nonce", "proof", "root", "v"]);
        }
    }
}

#[tokio::test]
async fn a_join_that_failed_pins_nothing_and_asks_nobody_again() {
    for (mood, kind) in [
        (Mood::Guesses, ErrorKind::Untrusted),
        (Mood::Refuses, ErrorKind::Unreachable),
        (Mood::Silent, ErrorKind::Unreachable),
    ] {
        let village = Village::new();
        let phone = phone(&village);
        village.is(mood);
        let error = phone.app.join(&village.link(), CODE, &Stop::default()).await.unwrap_err();
        assert_eq!(error.kind, kind, "{mood:?}");
        let said = format!("{:?}", error.problem);
        assert!(!said.contains("0571"), "words of a stranger: {said}");
        assert_eq!((roots(&phone.app), phone.app.memberships().unwrap().len()), (0, 0));
        village.asked();
        sync(&phone.app).await;
        assert_eq!(village.asked().len(), 0, "{mood:?}");
        let row = phone.app.read(|tx| tx.memberships()).unwrap().remove(0);
        assert_eq!((row.api.as_str(), row.sub, row.hint, row.enrolment), ("", None, None, None));
    }
}

#[tokio::test]
async fn an_answer_that_got_lost_is_asked_for_again_with_the_same_proof() {
    let village = Village::new();
    let phone = phone(&village);
    village.is(Mood::Silent);
    phone.app.join(&village.link(), CODE, &Stop::default()).await.unwrap_err();
    let first = village.bodies();
    village.is(Mood::Right);
    let mut phone = phone.restarted();
    phone.app.transport = village.clone();
    phone.app.join(&village.link(), CODE, &Stop::default()).await.unwrap();
    assert_eq!((first.len(), village.bodies()), (1, first));
}

#[tokio::test]
async fn a_name_that_is_not_mine_leaves_nothing_behind() {
    let village = Village::new();
    let phone = phone(&village);
    let joined = phone.app.join(&village.link(), CODE, &Stop::default()).await.unwrap();
    assert_eq!(roots(&phone.app), 1);
    phone.app.confirm(&joined.membership, false).unwrap();
    assert_eq!(phone.app.read(|tx| tx.memberships()).unwrap(), []);
    assert_eq!(roots(&phone.app), 0);
    village.asked();
    sync(&phone.app).await;
    assert_eq!(village.asked().len(), 0);
    let again = phone.app.join(&village.link(), CODE, &Stop::default()).await.unwrap();
    phone.app.confirm(&again.membership, true).unwrap();
    assert_eq!(
        phone.app.memberships().unwrap()[0].state,
        crate::view::join::MembershipState::Active
    );
}

#[tokio::test]
async fn after_a_join_that_failed_or_was_declined_a_restart_raises_no_alarm() {
    for mood in [Mood::Guesses, Mood::Refuses, Mood::Silent, Mood::Right] {
        let village = Village::new();
        let phone = phone(&village);
        // What the start finds is told at the memberships that are left.
        let elsewhere = "credit.shaoxing.example".parse().unwrap();
        let other = Membership { iss: elsewhere, ..membership("other") };
        phone.app.write(|tx| tx.put_membership(&other)).unwrap();
        village.is(mood);
        let joined = phone.app.join(&village.link(), CODE, &Stop::default()).await;
        assert_eq!(joined.is_ok(), mood == Mood::Right);
        if let Ok(joined) = joined {
            phone.app.confirm(&joined.membership, false).unwrap();
        }
        let phone = phone.restarted();
        assert_eq!(phone.app.read(|tx| tx.alarms()).unwrap(), [], "{mood:?}");
    }
}

#[tokio::test]
async fn what_is_no_code_is_said_and_nothing_is_asked_for() {
    let village = Village::new();
    let phone = phone(&village);
    for (typed, code) in [
        ("abc", "code-form"),
        ("7QK2-M9TD-4XWZ-0HBC", "code-form"),
        ("7QK2-M9TD-4XWZ-0HBC-8", "code-typing"),
        ("7QK2-M9TD-4XWZ-0HB?-7", "code-character"),
        ("11010519491231002X", "code-resident-number"),
        ("110105 19491231 002X", "code-resident-number"),
    ] {
        let error = phone.app.join(&village.link(), typed, &Stop::default()).await.unwrap_err();
        assert_eq!((error.kind, error.problem.code.as_str()), (ErrorKind::Invalid, code));
        assert!(!format!("{:?}", error.problem).contains(typed));
    }
    assert_eq!(village.asked().len(), 0);
    assert_eq!(phone.app.read(|tx| tx.memberships()).unwrap(), []);
}

#[tokio::test]
async fn a_later_letter_adds_an_address_and_replaces_none() {
    let village = Village::new();
    let phone = phone(&village);
    let joined = phone.app.join(&village.link(), CODE, &Stop::default()).await.unwrap();
    phone.app.confirm(&joined.membership, true).unwrap();
    let signed = phone.app.read(|tx| tx.roots()).unwrap().remove(0);
    assert_eq!(signed.repo, SIGNED, "the link's address served for the first fetch only");
    village.asked();
    let own = village.link().replace("files.example", "signed.example");
    let mirror = village.link().replace("files.example", "mirror.example");
    for (link, adds) in [(own, false), (mirror, true)] {
        let preview = phone.app.authority_preview(&link, &Stop::default()).await.unwrap();
        let joined = preview.rows.last().unwrap();
        assert_eq!((joined.value.as_str(), preview.rows.len()), ("Wang ∗ying", 5));
        assert_eq!(joined.note.contains("mirror.example is asked only if"), adds, "{joined:?}");
    }
    assert!(village.asked().iter().all(|request| request.url.starts_with(SIGNED)));
    let trust = signed.trust;
    let added = phone.app.read(|tx| tx.further_address(trust)).unwrap();
    assert_eq!(added.as_deref(), Some("https://mirror.example/tuf"));
}

#[tokio::test]
async fn two_groups_of_a_register_s_fingerprint_are_typed_from_the_paper() {
    let phone = Phone::joined(CITY, Language::English);
    let fingerprint = Fingerprint::of(&TrustId::of_root(b"register"));
    let purpose = Purpose::Register;
    let link = Link { purpose, repo: REPO.into(), root_version: 1, fingerprint }.to_string();
    let paper = fingerprint.grouped();
    let paper: Vec<&str> = paper.split(' ').collect();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..200 {
        let asked = phone.app.read_link(&link).unwrap().groups;
        let numbers: Vec<u8> = asked.iter().map(|one| one.number).collect();
        assert!(matches!(numbers[..], [a, b] if 1 <= a && a < b && b <= 6), "{numbers:?}");
        seen.insert(numbers);
        let answer = |text: &dyn Fn(&str) -> String| -> Vec<GroupAnswer> {
            let typed = |one: &GroupQuestion| text(paper[usize::from(one.number) - 1]);
            asked.iter().map(|one| GroupAnswer { number: one.number, typed: typed(one) }).collect()
        };
        phone.app.check_groups(&link, &answer(&|group| group.to_lowercase())).unwrap();
        let wrong = [answer(&|_| "0000".into()), answer(&|group| group[..3].into()), Vec::new()];
        let once = answer(&|group| group.into())[..1].to_vec();
        let twice = [once.clone(), once.clone()].concat();
        for wrong in wrong.into_iter().chain([once, twice]) {
            let error = phone.app.check_groups(&link, &wrong).unwrap_err();
            assert_eq!(error.problem.code, "groups-differ");
        }
    }
    assert!(seen.len() > 10, "picked at random: {seen:?}");
    let view = phone.app.read_link(&link).unwrap();
    let shown = format!("{view:?}");
    assert!(paper.iter().all(|group| !shown.contains(group)), "the screen shows no group: {shown}");
}

/// A phone that has joined an authority of another root whose name reads as the village's.
fn with_a_namesake(village: &Arc<Village>) -> Phone {
    let phone = phone(village);
    let held = Authority {
        iss: "credit.other.example".parse().unwrap(),
        names: LocalText { en: "Yang qiao  VILLAGE".into(), zh: "另一个村".into() },
        api: "https://api.other.example".parse().unwrap(),
        ..trust_list().list()[0].clone()
    };
    let (iss, trust) = (held.iss.clone(), TrustId::of_root(b"other"));
    let list = Authorities::new(vec![SIGNED.parse().unwrap()], vec![held]).unwrap();
    let root = standing_store::PinnedRoot {
        trust,
        purpose: standing_store::RootPurpose::Authority,
        repo: SIGNED.into(),
        root: b"other".to_vec(),
        pinned_at: UnixTime(NOW),
        checked_at: UnixTime(NOW),
        good_until: UnixTime(2 * NOW),
        signed_floor: UnixTime(0),
    };
    let other = standing_store::Membership { trust, iss, ..membership("other") };
    let path = standing_model::authority::PATH;
    let kept = phone.app.write(|tx| {
        tx.put_root(&root)?;
        tx.put_public_file(trust, path, &serde_json::to_vec(&list).unwrap())?;
        tx.put_membership(&other)
    });
    kept.unwrap();
    phone
}

#[tokio::test]
async fn a_name_that_reads_as_a_held_one_is_shown_beside_it_and_joined_by_a_second_step_only() {
    let village = Village::new();
    let phone = with_a_namesake(&village);
    let link = village.link();
    let both =
        phone.app.authority_preview(&link, &Stop::default()).await.unwrap().namesakes.unwrap();
    let shown: Vec<Vec<&str>> = both
        .authorities
        .iter()
        .map(|one| one.rows.iter().map(|row| row.value.as_str()).take(3).collect())
        .collect();
    assert_eq!(
        shown,
        [
            ["Yangqiao village", iss().as_str(), "api.example"],
            ["Yang qiao  VILLAGE", "credit.other.example", "api.other.example"],
        ]
    );
    let roots_shown: Vec<&str> =
        both.authorities.iter().map(|one| one.rows[3].value.as_str()).collect();
    assert_ne!(roots_shown[0], roots_shown[1]);
    let refused = phone.app.join(&link, CODE, &Stop::default()).await.unwrap_err();
    assert_eq!((refused.kind, refused.problem.code.as_str()), (ErrorKind::Refused, "name-held"));
    assert!(village.bodies().is_empty(), "nothing was sent");
    let other = phone
        .app
        .join_namesake(&link, CODE, "of another page", &Stop::default())
        .await
        .unwrap_err();
    assert_eq!(other.problem.code, "name-held", "only what was shown");
    let asked = phone.app.join_namesake(&link, CODE, &both.seen, &Stop::default()).await.unwrap();
    phone.app.confirm(&asked.membership, true).unwrap();
    let names = phone.app.memberships().unwrap();
    let names: Vec<&str> = names.iter().map(|one| one.authority.as_str()).collect();
    assert!(names.contains(&"Yangqiao village (credit.yangqiao.example)"), "{names:?}");
    assert!(names.contains(&"Yang qiao  VILLAGE (credit.other.example)"), "{names:?}");
}

#[tokio::test]
async fn a_resident_s_name_that_another_authority_uses_is_refused() {
    let village = Village::new();
    let phone = with_a_namesake(&village);
    let other = phone.app.read(|tx| tx.memberships()).unwrap().remove(0);
    let same_sub = standing_store::Membership { sub: Some(SUB.parse().unwrap()), ..other };
    phone.app.write(|tx| tx.put_membership(&same_sub)).unwrap();
    let both = phone
        .app
        .authority_preview(&village.link(), &Stop::default())
        .await
        .unwrap()
        .namesakes
        .unwrap();
    let refused = phone
        .app
        .join_namesake(&village.link(), CODE, &both.seen, &Stop::default())
        .await
        .unwrap_err();
    assert_eq!(refused.kind, ErrorKind::Untrusted, "{refused:?}");
    assert_eq!(phone.app.memberships().unwrap().len(), 1, "nothing of it is kept");
}

/// A village of which one kind of request hangs, until it is asked to stop.
struct Hangs {
    village: Arc<Village>,
    /// What is in the address of a request that hangs.
    at: &'static str,
    stop: Stop,
}

impl Transport for Hangs {
    fn send(&self, request: Request) -> Exchange<'_> {
        if !request.url.contains(self.at) {
            return self.village.send(request);
        }
        Box::pin(async move {
            // It arrives, and its answer does not.
            drop(self.village.send(request).await);
            self.stop.stop();
            std::future::pending().await
        })
    }
}

#[tokio::test]
async fn a_join_that_is_stopped_ends_at_once_and_joins_nobody_and_the_code_goes_on() {
    // While the root, the trust list and the proof of the code are on their way.
    for at in ["root.json", "authorities.json", "/v1/devices"] {
        let village = Village::new();
        let mut phone = phone(&village);
        let stop = Stop::default();
        phone.app.transport = Arc::new(Hangs { village: village.clone(), at, stop: stop.clone() });
        let error = phone.app.join(&village.link(), CODE, &stop).await.unwrap_err();
        let told = (error.kind, error.problem.code.as_str());
        assert_eq!(told, (ErrorKind::Unreachable, "join-stopped"), "{at}");
        assert_eq!((roots(&phone.app), phone.app.memberships().unwrap().len()), (0, 0), "{at}");
        let asked = phone.app.read(|tx| tx.memberships()).unwrap();
        let has_sent = at == "/v1/devices";
        assert_eq!(asked.len(), usize::from(has_sent), "{at}: only what may have been sent");
        assert!(asked.iter().all(|one| one.sub.is_none() && one.enrolment.is_none()), "{at}");
        let sent = village.bodies();
        phone.app.transport = village.clone();
        let again = phone.app.join(&village.link(), CODE, &Stop::default()).await.unwrap();
        phone.app.confirm(&again.membership, true).unwrap();
        let repeated = village.bodies();
        assert_eq!((repeated.len(), sent.is_empty()), (1, !has_sent), "{at}");
        assert!(sent.is_empty() || sent == repeated, "{at}: the same question once more");
    }
}

#[tokio::test]
async fn a_preview_that_is_stopped_ends_at_once_and_keeps_nothing() {
    let village = Village::new();
    let mut phone = phone(&village);
    let stop = Stop::default();
    phone.app.transport =
        Arc::new(Hangs { village: village.clone(), at: "timestamp", stop: stop.clone() });
    let error = phone.app.authority_preview(&village.link(), &stop).await.unwrap_err();
    assert_eq!(error.problem.code, "join-stopped");
    assert_eq!((roots(&phone.app), phone.app.memberships().unwrap().len()), (0, 0));
}

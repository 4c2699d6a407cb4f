//! What a message must be to be believed, one broken thing at a time.

use ed25519_dalek::SigningKey;
use serde_json::{Value, json};

use super::*;
use crate::jws;
use standing_model::authority::{
    Authority, AuthorityKey, KeyUse, KeyWithdrawal, RulebookPointer, WithdrawalReason,
};
use standing_model::ext::Extensions;
use standing_model::text::LocalText;
use standing_model::time::Zone;

fn key() -> SigningKey {
    SigningKey::from_bytes(&[1; 32])
}

fn authority() -> Authority {
    let names = LocalText { en: "Yangqiao".into(), zh: "杨桥".into() };
    Authority {
        iss: "credit.yangqiao.example".parse().unwrap(),
        names,
        api: "https://credit.yangqiao.example".parse().unwrap(),
        remit: vec![Typ::Statement, Typ::Head, Typ::Receipt],
        keys: vec![AuthorityKey {
            used: KeyUse::Sign,
            jwk: jws::jwk_of(&key().verifying_key()),
            from: UnixTime(1_000),
            until: UnixTime(9_000),
            withdrawn: None,
        }],
        rulebook: RulebookPointer { id: "r".parse().unwrap(), version: 1 },
        head_lasts_days: 7,
        ext: Extensions::default(),
        zone: Zone::china(),
        region: None,
    }
}

fn keys_of(authority: &Authority) -> IssuerKeys {
    IssuerKeys::of(TrustId::of_root(b"root"), authority)
}

const NONCE: &str = "pV1cAAAAAAAAAAAAAAAAAA";

fn head() -> Value {
    json!({
        "v": 1, "iss": "credit.yangqiao.example", "sub": "r-1", "iat": 2_000, "nonce": NONCE,
        "statements": {"n": 0, "withdrawn": []}, "notices": {"n": 0}, "receipts": {"n": 0},
    })
}

fn signed(payload: &Value) -> String {
    jws::sign(Typ::Head, &key(), payload.to_string().as_bytes())
}

fn verdict(compact: &str, authority: &Authority) -> Result<(), &'static str> {
    let keys = keys_of(authority);
    verify::<Head>(compact, Expected::fresh(&keys, "r-1")).map(|_| ()).map_err(|error| error.code())
}

#[test]
fn a_good_message_is_believed_and_carries_its_proof() {
    let compact = signed(&head());
    let keys = keys_of(&authority());
    let verified = verify::<Head>(&compact, Expected::fresh(&keys, "r-1")).unwrap();
    assert_eq!(verified.hash(), Hash::of(compact.as_bytes()));
    assert_eq!(verified.trust(), TrustId::of_root(b"root"));
    assert_eq!(verified.payload().nonce, NONCE.parse().unwrap());
}

#[test]
fn another_kind_is_refused_before_anything_else_is_looked_at() {
    let compact = jws::sign(Typ::Receipt, &SigningKey::from_bytes(&[2; 32]), b"not even json");
    assert_eq!(verdict(&compact, &authority()), Err("wrong-typ"));
}

#[test]
fn a_stranger_s_key_is_refused_and_a_borrowed_key_id_too() {
    let stranger = SigningKey::from_bytes(&[2; 32]);
    let compact = jws::sign(Typ::Head, &stranger, head().to_string().as_bytes());
    assert_eq!(verdict(&compact, &authority()), Err("unknown-key"));
    let mine = signed(&head());
    let header = mine.split('.').next().unwrap();
    let borrowed = format!("{header}.{}", compact.split_once('.').unwrap().1);
    assert_eq!(verdict(&borrowed, &authority()), Err("bad-signature"));
}

#[test]
fn another_authority_resident_or_remit_is_refused() {
    let with = |name: &str, value: Value| {
        let mut payload = head();
        payload[name] = value;
        signed(&payload)
    };
    let other = with("iss", json!("credit.hangzhou.example"));
    assert_eq!(verdict(&other, &authority()), Err("wrong-issuer"));
    assert_eq!(verdict(&with("sub", json!("r-2")), &authority()), Err("wrong-resident"));
    let mut narrow = authority();
    narrow.remit = vec![Typ::Receipt];
    assert_eq!(verdict(&signed(&head()), &narrow), Err("outside-remit"));
}

#[test]
fn a_key_counts_only_while_it_was_in_use() {
    for (iat, expected) in [(999, true), (1_000, false), (8_999, false), (9_000, true)] {
        let mut payload = head();
        payload["iat"] = json!(iat);
        let refused = verdict(&signed(&payload), &authority()) == Err("key-not-in-use");
        assert_eq!(refused, expected, "{iat}");
    }
}

#[test]
fn a_superseded_key_keeps_its_past_and_a_compromised_one_only_what_was_held() {
    let withdrawn = |reason| {
        let mut authority = authority();
        authority.keys[0].withdrawn = Some(KeyWithdrawal { at: UnixTime(5_000), reason });
        authority
    };
    assert_eq!(verdict(&signed(&head()), &withdrawn(WithdrawalReason::Superseded)), Ok(()));
    let compromised = withdrawn(WithdrawalReason::Compromised);
    assert_eq!(verdict(&signed(&head()), &compromised), Err("key-compromised"));
    let keys = keys_of(&compromised);
    let held =
        |since| Expected { keys: &keys, sub: Some("r-1"), held_since: Some(UnixTime(since)) };
    assert!(verify::<Head>(&signed(&head()), held(4_999)).is_ok());
    assert!(verify::<Head>(&signed(&head()), held(5_000)).is_err());
}

#[test]
fn content_that_could_be_read_in_two_ways_is_refused() {
    let good = head().to_string();
    for (from, to) in [
        (r#""iat":2000"#, r#""iat":2000,"iat":2000"#),
        (r#""iat":2000"#, r#""iat":2000,"extra":1"#),
        (r#""iat":2000"#, r#""iat":2000,"i\u0061t":2000"#),
        (r#"{"n":0}"#, "[0]"),
        (r#"{"n":0}"#, r#"{"n":0,"last":null}"#),
        (r#"{"n":0}"#, r#"{"n":-0}"#),
        (r#""sub":"r-1""#, r#""sub":"\ud800""#),
        (r#""iat":2000"#, r#""iat":2000.0"#),
        (r#""iat":2000"#, r#""iat":9007199254740992"#),
        (r#""iat":2000"#, r#""iat":2e3"#),
        (r#"{"n":0}"#, r#"{"n":0,"n":0}"#),
    ] {
        let wrong = good.replacen(from, to, 1);
        assert_ne!(wrong, good);
        let compact = jws::sign(Typ::Head, &key(), wrong.as_bytes());
        assert_eq!(verdict(&compact, &authority()), Err("payload"), "{to}");
    }
    for wrong in [
        format!("{good} "),
        format!(" {good}"),
        format!("\u{FEFF}{good}"),
        format!(r#"["credit.yangqiao.example","r-1",2000,"{NONCE}",[0,[]],{{"n":0}},{{"n":0}}]"#),
    ] {
        let compact = jws::sign(Typ::Head, &key(), wrong.as_bytes());
        assert_eq!(verdict(&compact, &authority()), Err("payload"), "{wrong}");
    }
    let spaced = serde_json::to_vec_pretty(&head()).unwrap();
    let compact = jws::sign(Typ::Head, &key(), &spaced);
    assert_eq!(verdict(&compact, &authority()), Ok(()), "white space between tokens");
    let mut contradiction = head();
    contradiction["notices"]["n"] = json!(1);
    assert_eq!(verdict(&signed(&contradiction), &authority()), Err("contradiction"));
}

/// A head of a later version, with a member that this build does not know.
fn later() -> Value {
    let mut head = head();
    (head["v"], head["mood"]) = (json!(2), json!({"of": "the day"}));
    head
}

#[test]
fn a_message_of_a_later_version_is_genuine_and_not_read() {
    let keys = keys_of(&authority());
    let error = verify::<Head>(&signed(&later()), Expected::fresh(&keys, "r-1")).unwrap_err();
    let TrustError::Later { v: 2, frame: Some(frame) } = error else { panic!("{error}") };
    assert_eq!(frame.payload().iat, UnixTime(2_000));
    assert_eq!(frame.kid(), jws::jwk_of(&key().verifying_key()).thumbprint());
    let mut same_form = head();
    same_form["v"] = json!(2);
    assert_eq!(verdict(&signed(&same_form), &authority()), Err("later"), "v is looked at first");
}

#[test]
fn a_message_of_a_later_version_must_pass_every_other_check() {
    let check = |change: &dyn Fn(&mut Value)| {
        let mut payload = later();
        change(&mut payload);
        verdict(&signed(&payload), &authority())
    };
    assert_eq!(check(&|head| head["iss"] = json!("other.example")), Err("wrong-issuer"));
    assert_eq!(check(&|head| head["sub"] = json!("r-2")), Err("wrong-resident"));
    assert_eq!(check(&|head| head["iat"] = json!(1)), Err("key-not-in-use"));
    assert_eq!(check(&|head| head["mood"] = Value::Null), Err("payload"), "nor by a looser reader");
    for v in [json!(0), json!("2"), json!(2.5), json!(-1)] {
        assert_eq!(check(&|head| head["v"] = v.clone()), Err("payload"), "{v}");
    }
    assert_eq!(check(&|head| drop(head.as_object_mut().unwrap().remove("v"))), Err("payload"));
    assert_eq!(check(&|head| drop(head.as_object_mut().unwrap().remove("sub"))), Err("payload"));
    let forged =
        jws::sign(Typ::Head, &SigningKey::from_bytes(&[2; 32]), later().to_string().as_bytes());
    assert_eq!(verdict(&forged, &authority()), Err("unknown-key"));
    let mut outside = authority();
    outside.remit.clear();
    assert_eq!(verdict(&signed(&later()), &outside), Err("outside-remit"));
}

#[test]
fn a_later_item_of_a_series_has_a_number_and_a_link() {
    let receipt = |n: i64, prev: Option<Hash>| {
        let mut payload = json!({
            "v": 3, "iss": "credit.yangqiao.example", "sub": "r-1", "iat": 2_000, "n": n,
        });
        if let Some(prev) = prev {
            payload["prev"] = json!(prev);
        }
        let compact = jws::sign(Typ::Receipt, &key(), payload.to_string().as_bytes());
        let keys = keys_of(&authority());
        verify::<Receipt>(&compact, Expected::fresh(&keys, "r-1")).unwrap_err().code()
    };
    assert_eq!(receipt(1, None), "later");
    assert_eq!(receipt(2, Some(Hash::of(b"1"))), "later");
    assert_eq!(receipt(2, None), "contradiction");
    assert_eq!(receipt(0, None), "contradiction");
    assert_eq!(receipt(-1, None), "payload");
}

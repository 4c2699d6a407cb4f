//! The vector of PROTOCOL §5, and an answer that is wrong in one thing at a time.

use ed25519_dalek::SigningKey;
use serde_json::{Value, json};

use super::*;
use crate::jws;
use standing_model::authority::{Authority, AuthorityKey, KeyUse, RulebookPointer};
use standing_model::ext::Extensions;
use standing_model::message::Typ;
use standing_model::text::LocalText;
use standing_model::time::{UnixTime, Zone};

const NONCE: &str = "pV1cAAAAAAAAAAAAAAAAAA";

fn nonce() -> Nonce {
    NONCE.parse().unwrap()
}

fn counted(from: u8) -> Hash {
    Hash::from_bytes(std::array::from_fn(|at| from + u8::try_from(at).unwrap()))
}

fn iss() -> Issuer {
    "credit.yangqiao.example".parse().unwrap()
}

fn code() -> CodeKey {
    CodeKey::of(&"7QK2-M9TD-4XWZ-0HBC-7".parse().unwrap())
}

fn binding(iss: &Issuer) -> Binding<'_> {
    Binding { trust: TrustId(counted(0)), iss, jkt: KeyId(counted(32)), nonce: nonce() }
}

#[test]
fn the_vector_of_the_protocol_comes_out() {
    let (code, iss) = (code(), iss());
    assert_eq!(code.letter(TrustId(counted(0)), &iss).to_string(), "0Iu3eP9PaS24e6pLT1byWQ");
    let proof = code.proof(binding(&iss));
    assert_eq!(proof.to_string(), "S75kUI2_9yy0dkJYyGy5LBsfJD1054L4aZdjZ8hsCR0");
    let ack = code.ack(binding(&iss), "r-7Qm2");
    assert_eq!(ack.to_string(), "em9hNU9kJ-RSwP8OcCJrwT2R4f29aG_crFPMcplWRvo");
    assert!(code.proves(binding(&iss), proof) && code.acknowledges(binding(&iss), "r-7Qm2", ack));
    assert!(!code.proves(binding(&iss), ack), "an answer is no request");
}

#[test]
fn a_proof_is_worth_nothing_for_another_root_authority_key_nonce_or_code() {
    let (code, iss) = (code(), iss());
    let here = binding(&iss);
    let proof = code.proof(here);
    let sibling: Issuer = "credit.hangzhou.example".parse().unwrap();
    for elsewhere in [
        Binding { trust: TrustId(counted(1)), ..here },
        Binding { iss: &sibling, ..here },
        Binding { jkt: KeyId(counted(33)), ..here },
        Binding { nonce: "pV1cAAAAAAAAAAAAAAAAAQ".parse().unwrap(), ..here },
    ] {
        assert!(!code.proves(elsewhere, proof), "{elsewhere:?}");
    }
    let other = CodeKey::of(&standing_model::code::EnrolmentCode::of_random(&[7; 10]));
    assert!(!other.proves(here, proof));
    assert_ne!(code.letter(here.trust, &iss), code.letter(here.trust, &sibling));
}

#[test]
fn parts_cannot_be_moved_into_one_another() {
    let code = code();
    let mac = |parts: &[&[u8]]| code.mac(b"p", parts).finalize().into_bytes();
    assert_ne!(mac(&[b"ab", b"c"]), mac(&[b"a", b"bc"]));
    assert_ne!(mac(&[b"ab"]), mac(&[b"ab", b""]));
}

#[test]
fn the_nonce_of_a_key_is_always_the_same_and_of_another_key_another() {
    assert_eq!(nonce_of(&[1; 32]), nonce_of(&[1; 32]));
    assert_ne!(nonce_of(&[1; 32]), nonce_of(&[2; 32]));
}

fn signing() -> SigningKey {
    SigningKey::from_bytes(&[1; 32])
}

fn keys() -> IssuerKeys {
    let authority = Authority {
        iss: iss(),
        names: LocalText { en: "Yangqiao".into(), zh: "杨桥".into() },
        api: "https://credit.yangqiao.example".parse().unwrap(),
        remit: vec![Typ::Enrolment],
        keys: vec![AuthorityKey {
            used: KeyUse::Sign,
            jwk: jws::jwk_of(&signing().verifying_key()),
            from: UnixTime(1_000),
            until: UnixTime(9_000),
            withdrawn: None,
        }],
        rulebook: RulebookPointer { id: "r".parse().unwrap(), version: 1 },
        head_lasts_days: 7,
        ext: Extensions::default(),
        zone: Zone::china(),
        region: None,
    };
    IssuerKeys::of(TrustId(counted(0)), &authority)
}

fn answer() -> Value {
    let iss = iss();
    json!({
        "v": 1, "iss": iss, "sub": "r-7Qm2", "iat": 2_000, "aud": NONCE,
        "ack": code().ack(binding(&iss), "r-7Qm2"),
        "keys": [{"jkt": KeyId(counted(32)), "from": 2_000}],
        "hint": {"en": "Wang ∗ying", "zh-Hans": "王∗英"},
    })
}

fn verdict(answer: &Value, sub: Option<&str>) -> Result<String, TrustError> {
    let compact = jws::sign(Typ::Enrolment, &signing(), answer.to_string().as_bytes());
    let verified = verify_answer(&compact, &keys(), &code(), binding(&iss()), sub)?;
    Ok(verified.into_payload().sub.to_string())
}

#[test]
fn an_answer_that_knows_the_code_is_believed() {
    assert_eq!(verdict(&answer(), None).unwrap(), "r-7Qm2");
    assert_eq!(verdict(&answer(), Some("r-7Qm2")).unwrap(), "r-7Qm2");
    assert_eq!(verdict(&answer(), Some("r-8")), Err(TrustError::WrongResident));
}

#[test]
fn an_answer_that_is_wrong_in_one_thing_is_refused() {
    let changed = |member: &str, value: Value| {
        let mut answer = answer();
        answer[member] = value;
        verdict(&answer, None).map_err(|error| error.code())
    };
    let wrong = Err("wrong-answer");
    let guessed = CodeKey::of(&standing_model::code::EnrolmentCode::of_random(&[7; 10]));
    let iss = iss();
    assert_eq!(changed("ack", json!(guessed.ack(binding(&iss), "r-7Qm2"))), wrong);
    assert_eq!(changed("ack", json!(code().proof(binding(&iss)))), wrong, "the phone's own proof");
    assert_eq!(changed("sub", json!("r-8")), wrong, "another resident under the same proof");
    assert_eq!(changed("aud", json!("pV1cAAAAAAAAAAAAAAAAAQ")), wrong);
    assert_eq!(changed("keys", json!([{"jkt": KeyId(counted(33)), "from": 2_000}])), wrong);
    let ended = json!([{"jkt": KeyId(counted(32)), "from": 2_000, "until": 2_001}]);
    assert_eq!(changed("keys", ended), wrong, "a key that acts no more");
    assert_eq!(changed("code", json!(counted(0))), Err("payload"));
}

#[test]
fn keys_of_another_root_are_no_proof_of_this_one() {
    let compact = jws::sign(Typ::Enrolment, &signing(), answer().to_string().as_bytes());
    let iss = iss();
    let elsewhere = Binding { trust: TrustId(counted(1)), ..binding(&iss) };
    let refused = verify_answer(&compact, &keys(), &code(), elsewhere, None).unwrap_err();
    assert_eq!(refused.code(), "wrong-answer");
}

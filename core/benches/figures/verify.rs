//! P1: what believing a statement costs beyond its signature.

use crate::frame::{Case, Session};
use ed25519_dalek::{Signature, SigningKey, VerifyingKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use standing_core::ids::TrustId;
use standing_core::model::authority::{Authority, AuthorityKey, RulebookPointer};
use standing_core::model::message::Typ;
use standing_core::model::statement::Statement;
use standing_core::model::text::LocalText;
use standing_core::model::time::UnixTime;
use standing_core::trust::keys::IssuerKeys;
use standing_core::trust::message::{Expected, Verified, verify};
use standing_core::trust::{chain, jws};
use std::hint::black_box;

const ISS: &str = "credit.yangqiao.example";
const SUB: &str = "r-7f3a9c";
const DAY: i64 = 86_400;

/// A statement as it travels, and the one before it on this phone.
struct Sample {
    compact: String,
    before: Verified<Statement>,
    keys: IssuerKeys,
    public: VerifyingKey,
    signing_input: String,
    signature: Signature,
    payload: Vec<u8>,
}

/// Measures a small statement and a full one.
pub fn measure(session: &Session) -> Result<(), String> {
    let small = sample(0)?;
    let case = Case {
        figure: "P1",
        case: format!("verify a small statement, {} bytes", small.compact.len()),
        product: "signature, parse, claims, remit, chain link",
        baseline: "verify_strict over the same bytes",
        goal_per_mille: 1_100,
    };
    session.compare(&case, || believe(&small), || check_signature(&small));
    let full = sample(60)?;
    let case = Case {
        figure: "P1",
        case: format!("verify a statement of 60 entries, {} bytes", full.compact.len()),
        product: "signature, parse, claims, remit, chain link",
        baseline: "verify_strict, SHA-256, serde_json into the same structs",
        goal_per_mille: 1_150,
    };
    session.compare(&case, || believe(&full), || check_and_read(&full));
    Ok(())
}

fn believe(sample: &Sample) {
    let after = verify::<Statement>(&sample.compact, Expected::fresh(&sample.keys, SUB));
    let alarms = after.as_ref().map(|after| chain::compare(&sample.before, after));
    let _ = black_box((alarms.is_ok_and(|alarms| alarms.is_empty()), after.is_ok()));
}

fn check_signature(sample: &Sample) {
    let input = black_box(sample.signing_input.as_bytes());
    let _ = black_box(sample.public.verify_strict(input, &sample.signature));
}

fn check_and_read(sample: &Sample) {
    check_signature(sample);
    let _ = black_box(Sha256::digest(sample.compact.as_bytes()));
    let _ = black_box(serde_json::from_slice::<Statement>(black_box(&sample.payload)));
}

/// Signs two statements of one chain, and checks that the second is believed as it stands and not
/// when a byte of it is changed.
fn sample(entries: usize) -> Result<Sample, String> {
    let key = SigningKey::from_bytes(&[1; 32]);
    let keys = IssuerKeys::of(TrustId::of_root(b"testonly"), &authority(&key)?);
    let first = jws::sign(Typ::Statement, &key, statement(1, None, entries).as_bytes());
    let before = verify::<Statement>(&first, Expected::fresh(&keys, SUB))
        .map_err(|error| format!("the first statement is refused: {error}"))?;
    let payload = statement(2, Some(before.hash().to_string()), entries);
    let compact = jws::sign(Typ::Statement, &key, payload.as_bytes());
    let (signing_input, _) = compact.rsplit_once('.').ok_or("the compact form has no parts")?;
    let sample = Sample {
        signature: ed25519_dalek::Signer::sign(&key, signing_input.as_bytes()),
        signing_input: signing_input.to_owned(),
        public: key.verifying_key(),
        payload: payload.into_bytes(),
        compact,
        before,
        keys,
    };
    check(&sample)?;
    Ok(sample)
}

fn check(sample: &Sample) -> Result<(), String> {
    let read = |compact: &str| verify::<Statement>(compact, Expected::fresh(&sample.keys, SUB));
    let after = read(&sample.compact).map_err(|error| format!("refused: {error}"))?;
    let alarms = chain::compare(&sample.before, &after);
    if !alarms.is_empty() {
        return Err(format!("a good chain raises {alarms:?}"));
    }
    let same = serde_json::from_slice::<Statement>(&sample.payload);
    if same.ok().as_ref() != Some(after.payload()) {
        return Err("product and baseline read different statements".to_owned());
    }
    let changed = sample.compact.replacen(".ey", ".fy", 1);
    if changed == sample.compact || read(&changed).is_ok() {
        return Err("a changed statement is believed".to_owned());
    }
    Ok(())
}

fn authority(key: &SigningKey) -> Result<Authority, String> {
    Ok(Authority {
        iss: ISS.parse().map_err(|error| format!("{error}"))?,
        names: LocalText { en: "Yangqiao".into(), zh: "杨桥".into() },
        api: format!("https://{ISS}"),
        remit: vec![Typ::Statement],
        keys: vec![AuthorityKey {
            jwk: jws::jwk_of(&key.verifying_key()),
            from: UnixTime(0),
            until: UnixTime(1_000_000 * DAY),
            withdrawn: None,
        }],
        rulebook: RulebookPointer { id: "yangqiao".into(), version: 3 },
        head_lasts_days: 7,
    })
}

fn statement(seq: u32, prev: Option<String>, entries: usize) -> String {
    let entries: Vec<Value> = (0..entries).map(entry).collect();
    let mut text = json!({
        "iss": ISS, "sub": SUB, "iat": 1_760_000_000 + i64::from(seq) * DAY, "seq": seq,
        "period": { "from": "2025-01-01", "to": "2025-12-31" },
        "rulebook": { "id": "yangqiao", "version": 3, "sha256": TrustId::of_root(b"r").to_string() },
        "score": 1_048, "tier": "good", "stars": { "courtesy": 3, "environment": 4 },
        "entries": entries, "perks": [], "restrictions": [],
    });
    if let (Some(fields), Some(prev)) = (text.as_object_mut(), prev) {
        fields.insert("prev".to_owned(), prev.into());
    }
    text.to_string()
}

fn entry(at: usize) -> Value {
    json!({
        "id": format!("e-2025-{at:04}"), "rule": "volunteering-hours", "points": 2,
        "occurred_on": "2025-03-02", "recorded_on": "2025-03-05",
        "authority": "杨桥村民委员会信用工作小组", "document": format!("杨信〔2025〕{at}号"),
        "legal_basis": "《杨桥村信用积分管理办法》第十二条第二款", "notified_on": "2025-03-06",
        "ends_on": "2027-03-05", "state": "active", "reason": "参加村道清扫志愿服务两小时",
    })
}

//! The examples in `PROTOCOL.md` are what the code writes and reads.
//!
//! `STANDING_BLESS=1 cargo test -p standing-app --test protocol` writes them again.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "protocol/members.rs"]
mod members;
#[path = "protocol/rulebook.rs"]
mod rulebook;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use ed25519_dalek::SigningKey;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use standing_client::wire::signature::{Request, sign};
use standing_client::wire::{self, DeviceRequest};
use standing_model::authority::Authorities;
use standing_model::calendar::Calendar;
use standing_model::case_file::CaseFile;
use standing_model::code::EnrolmentCode;
use standing_model::door_sign::DoorSign;
use standing_model::ids::{Hash, Issuer, KeyId, Nonce, RecordId, TrustId, to_base64url};
use standing_model::link::{Fingerprint, Link, Purpose};
use standing_model::listing::{ListIndex, Listing};
use standing_model::message::{Enrolment, Head, Notice, Receipt, Typ};
use standing_model::record::Record;
use standing_model::register::{Organisation, Product, RegisterIndex};
use standing_model::statement::Statement;
use standing_verify::enrolment::{Binding, CodeKey, verify_answer};
use standing_verify::envelope::{Part, RecipientSecret, Seed};
use standing_verify::jws;
use standing_verify::keys::IssuerKeys;

fn key() -> SigningKey {
    SigningKey::from_bytes(&Hash::of(b"testonly protocol example").as_bytes().clone())
}

fn hash(of: &str) -> String {
    Hash::of(of.as_bytes()).to_string()
}

/// Reads an example by the type that the product reads it with, and writes it as that type does.
fn as_read<T: DeserializeOwned + Serialize>(example: Value) -> Value {
    let read: T = serde_json::from_value(example).expect("an example that the product reads");
    serde_json::to_value(read).unwrap()
}

/// An example of the document with this schema.
fn pretty(name: &str, value: &Value) -> String {
    format!("```json {name}\n{}\n```", serde_json::to_string_pretty(value).unwrap())
}

fn line<T: DeserializeOwned + Serialize>(name: &str, example: Value) -> String {
    let read: T = serde_json::from_value(example).expect("an example that the product reads");
    format!("```json {name}\n{}\n```", serde_json::to_string(&read).unwrap())
}

fn text(en: &str, zh: &str) -> Value {
    json!({"en": en, "zh-Hans": zh})
}

fn statement() -> Value {
    as_read::<Statement>(json!({
        "v": 1, "iss": "credit.yangqiao.example", "sub": "r-7Qm2", "iat": 1_790_812_800, "seq": 8,
        "prev": hash("statement 7"), "period": {"from": "2026-07-01", "to": "2026-09-30"},
        "rulebook": "yangqiao-morality-bank",
        "rulebooks": [{"version": 7, "sha256": hash("rulebook 7")},
            {"version": 8, "sha256": hash("rulebook 8")}],
        "score": 82, "tier": "good",
        "stars": [{
            "id": "S-2026-010", "category": "courtyard", "value": 3, "rulebook": 7,
            "set_on": "2026-06-30", "set_by": text("Yangqiao village committee", "杨桥村村民委员会"),
            "document": "2026-77", "reason": text("The yard is a shop.", "庭院兼作小店。"),
            "notified_on": "2026-07-02", "state": "active"
        }],
        "entries": [{
            "id": "8-0031", "rule": "F-2", "rulebook": 8, "points": -5,
            "occurred_on": "2026-09-12", "recorded_on": "2026-09-30",
            "by": text("Township credit office", "镇信用办"), "document": "2026-118",
            "legal_basis": [{"instrument": text("Township rules", "镇规"), "article": "9"}],
            "notified_on": "2026-09-30", "ends_on": "2027-09-12", "state": "active",
            "contested": {"since": "2026-10-02", "by": "resident", "record": hash("a contest")},
            "reason": text("The bank says that it had no payment.", "银行称未收到还款。")
        }, {
            "id": "8-0032", "rule": "R-1", "rulebook": 8, "points": -3,
            "occurred_on": "2026-09-14", "recorded_on": "2026-09-30",
            "by": text("River chief", "河长"), "document": "2026-119", "legal_basis": [],
            "record": {"id": hash("a self-report"), "kind": "self_report"},
            "ends_on": "2027-03-14", "state": "active"
        }],
        "perks": [{"id": "soap", "since": "2026-04-01", "until": "2027-03-31"}], "restrictions": [],
        "door": "YQ-3-12"
    }))
}

fn notice() -> Value {
    as_read::<Notice>(json!({
        "v": 1, "iss": "credit.yangqiao.example", "sub": "r-7Qm2", "iat": 1_790_985_600, "n": 3,
        "prev": hash("notice 2"),
        "about": {"reissue": {
            "series": "statements",
            "items": [{"n": 8, "old": hash("statement 8"), "new": hash("another statement 8")}],
            "why": text("Entry 8-0031 belongs to another household", "记录项8-0031属于另一户")
        }},
        "text": text("Statement 8 was replaced.", "第8期对账单已替换。"),
        "sent_on": "2026-10-03", "channel": "post", "document": "2026-121"
    }))
}

fn head() -> Value {
    as_read::<Head>(json!({
        "v": 1, "iss": "credit.yangqiao.example", "sub": "r-7Qm2", "iat": 1_790_899_200, "nonce": "pV1cAAAAAAAAAAAAAAAAAA",
        "statements": {"n": 8, "last": hash("statement 8"), "withdrawn": [
            {"seq": 5, "at": 1_780_000_000, "why": text("Wrong household", "户别有误")}]},
        "notices": {"n": 0}, "receipts": {"n": 1, "last": hash("receipt 1")}
    }))
}

fn door_sign() -> Value {
    as_read::<DoorSign>(json!({
        "v": 1, "iss": "credit.yangqiao.example", "iat": 1_790_816_400, "door": "YQ-3-12",
        "quarter": "2026-Q4",
        "stars": {"courtyard": 3, "law": 5, "recycling": 4, "finance": 4, "family": 5}
    }))
}

fn record() -> Value {
    as_read::<Record>(json!({
        "v": 1, "aud": "credit.yangqiao.example",
        "trust": hash("root.json"), "sub": "r-7Qm2", "made_at": 1_790_900_000,
        "salt": "AAECAwQFBgcICQoLDA0ODw", "seen": hash("head"),
        "body": {"volunteering": {"organiser": "Village committee", "activity": "Cleaned the docks",
            "occurred_on": "2026-10-02", "minutes": 180}},
        "evidence": [{"sha256": hash("photo"), "bytes": 204_800, "media_type": "image/jpeg"}]
    }))
}

fn receipt() -> Value {
    let payload = serde_json::to_vec(&record()).unwrap();
    as_read::<Receipt>(json!({
        "v": 1, "iss": "credit.yangqiao.example", "sub": "r-7Qm2", "iat": 1_790_900_060, "n": 2,
        "prev": hash("receipt 1"), "record": RecordId::of_payload(&payload).to_string(),
        "kind": "volunteering", "evidence": [hash("photo")], "state": "accepted",
        "received_at": 1_790_900_060, "due_on": "2026-10-14", "entry": "9-0004",
        "decided_by": text("Village committee", "村民委员会"), "reason": text("Two hours were shown.", "证明了两小时。")
    }))
}

/// The decision of a contest, and of one that goes to the next instance, in one line each.
fn decisions() -> String {
    let of = |reason: Value, decision: Value| {
        let mut receipt = receipt();
        let members = receipt.as_object_mut().unwrap();
        members.retain(|name, _| !["entry", "due_on", "reason"].contains(&name.as_str()));
        members.insert("kind".into(), json!("contest"));
        members.insert("state".into(), json!("decided"));
        members.insert("evidence".into(), json!([]));
        members.insert("decision".into(), decision);
        if !reason.is_null() {
            members.insert("reason".into(), reason);
        }
        line::<Receipt>("receipt", receipt)
    };
    let effect = json!({"target": {"entry": "8-0031"}, "change": "withdrawn", "on": "2026-10-12"});
    let next = json!({"step": "review", "to": text("Township credit office", "镇信用管理办公室"),
        "until": "2026-10-22"});
    [
        of(Value::Null, json!({"outcome": "granted", "effect": effect})),
        of(
            text("The bank had no payment.", "银行未收到还款。"),
            json!({"outcome": "refused", "next": next}),
        ),
    ]
    .join("\n\n")
}

fn authorities() -> Value {
    let example = json!({"v": 1, "repo": ["https://credit.yangqiao.example/tuf"], "authorities": [{
        "iss": "credit.yangqiao.example", "names": text("Yangqiao village committee", "杨桥村民委员会"),
        "api": "https://credit.yangqiao.example",
        "remit": ["standing-enrolment+jwt", "standing-statement+jwt", "standing-head+jwt",
            "standing-notice+jwt", "standing-receipt+jwt"],
        "keys": [{"use": "sign", "jwk": jws::jwk_of(&key().verifying_key()),
            "from": 1_700_000_000, "until": 1_900_000_000}, {"use": "sign",
            "jwk": jws::jwk_of(&SigningKey::from_bytes(&[1; 32]).verifying_key()),
            "from": 1_600_000_000, "until": 1_700_000_000,
            "withdrawn": {"at": 1_650_000_000, "reason": "superseded"}},
            {"use": "seal", "jwk": seal_key().jwk(), "from": 1_700_000_000, "until": 1_900_000_000}],
        "rulebook": {"id": "yangqiao-morality-bank", "version": 7}, "head_lasts_days": 7,
        "region": "CN",
        "zone": {"name": "Asia/Shanghai", "minutes": 480}
    }]});
    let read = Authorities::read(example.to_string().as_bytes()).expect("a valid list");
    serde_json::to_value(read).unwrap()
}

fn seal_key() -> RecipientSecret {
    RecipientSecret::derive(&std::array::from_fn::<u8, 32, _>(|at| u8::try_from(at).unwrap()))
}

/// A vector of each part: short texts in the place of a record and of a photo.
fn sealed() -> String {
    let (secret, seed) = (seal_key(), Seed::from_bytes([7; 32]));
    let (record, sha256) = (RecordId(Hash::of(b"a record")), Hash::of(b"pixels"));
    let part = Part::Photo { record, sha256, piece: 0 };
    let body = secret.recipient().seal(Part::Record(record), b"words", &seed).unwrap();
    let piece = secret.recipient().seal_piece(part, b"pixels", &seed).unwrap();
    assert_eq!(*secret.open(Part::Record(record), &body).unwrap(), b"words");
    assert_eq!(*secret.open_photo(record, sha256, &piece).unwrap(), b"pixels");
    let kid = secret.recipient().kid();
    let vector = [
        (
            "the authority's private key",
            "DeriveKeyPair (RFC 9180 §7.1.3) of the bytes 00 to 1f".into(),
        ),
        ("its public key, `x`", to_base64url(secret.jwk().as_bytes())),
        ("its thumbprint", kid.to_string()),
        ("the record's id", record.to_string()),
        ("a body that opens to `words`", to_base64url(&body)),
        ("SHA-256 of the photo", sha256.to_string()),
        ("an upload that opens to `pixels`", to_base64url(&piece)),
    ];
    let rows: String =
        vector.iter().map(|(name, value)| format!("| {name} | `{value}` |\n")).collect();
    format!("Vectors; every body has another encapsulated key:\n\n| | |\n|---|---|\n{rows}")
        .trim_end()
        .to_owned()
}

fn rows() -> String {
    let listing = json!({
        "list_id": "samr-2026-57", "list_type": "samr_serious", "uscc": "91330106MA2CFLDG4R",
        "name": "杭州西湖茶业有限公司", "office": "330100-SJ", "decision_document": "杭市监罚〔2026〕57号",
        "decision_date": "2026-05-06",
        "legal_basis": [{"instrument": text("Food Safety Law", "食品安全法"), "article": "124"}],
        "conduct": text("Sold unsafe food", "销售不符合食品安全标准的食品"), "severity": "serious",
        "publish_from": "2026-05-20", "publish_min": "2027-05-06", "publish_max": "2029-05-06",
        "state": "appeal_window",
        "appeal": {"until": "2026-07-05", "basis": {
            "instrument": text("Administrative Reconsideration Law", "行政复议法"), "article": "20"}},
        "right_of_reply": text("The batch was recalled.", "该批次已召回。"),
        "reply_origin": {
            "on": "2026-05-20",
            "by": text("Handed in at the office", "到机关当面提交"),
        },
        "source_hash": hash("decision")
    });
    let rows = [
        line::<Organisation>(
            "organisation",
            json!({"uscc": "91330106MA2CFLDG4R", "name": "杭州西湖茶业有限公司",
            "name_en": "West Lake Tea Co., Ltd.", "region": text("Xihu District, Hangzhou", "杭州市西湖区")}),
        ),
        line::<Product>("product", json!({"prefix": "69369838", "uscc": "91330106MA2CFLDG4R"})),
        line::<Listing>("listing", listing),
    ];
    rows.join("\n\n")
}

fn table(of: &str, rows: u32, bits: u8) -> Value {
    json!({"v": 1, "snapshot": format!("{of}.ndjson.zst"), "rows": rows, "raw_bytes": rows * 180,
        "bits": bits, "root": hash(of)})
}

fn register_index() -> Value {
    let changes = json!([{
        "path": "register/organisations-211.ndjson.zst", "base": hash("version 211"),
        "result": hash("register/organisations"), "rows": 64, "raw_bytes": 12_000
    }]);
    let mut organisations = table("register/organisations", 64_000, 11);
    organisations.as_object_mut().unwrap().insert("changes".into(), changes);
    let index = as_read::<RegisterIndex>(json!({
        "v": 1, "version": 212, "prev": hash("index 211"), "issued_at": 1_795_140_000,
        "next_update": 1_795_744_800, "zone": {"name": "Asia/Shanghai", "minutes": 480},
        "publisher": text("Register of Zhejiang", "浙江企业名录"), "region": text("Zhejiang", "浙江省"),
        "organisations": [organisations], "products": [table("register/products", 3_000, 7)],
        "listers": [{
            "iss": "samr.zhejiang.example",
            "names": text("Zhejiang Administration for Market Regulation", "浙江省市场监督管理局"),
            "list_types": ["samr_serious"],
            "offices": [{"code": "330100-SJ",
                "names": text("Market regulator of Hangzhou", "杭州市市场监督管理局")}],
            "coverage": [{"type": "samr_serious", "offices": ["330100-SJ"], "as_of": "2026-11-20"}],
            "limits": {"rows": 20_000, "raw_bytes": 4_194_304}
        }],
        "remedies": [{
            "kind": "repair", "list_types": ["samr_serious"], "severity": "serious",
            "names": text("Apply for credit repair", "申请信用修复"),
            "condition": text("The fault has been put right", "已经改正"),
            "after_months": 12,
            "documents": [text("Public commitment", "信用承诺书")],
            "steps": [{"names": text("Credit China answers", "“信用中国”网站答复"),
                "days": 10, "days_are": "working"}],
            "basis": {"instrument": text("NDRC Order No. 36", "国家发展改革委令第36号"),
                "article": "8"}
        }],
        "working_days": "CN"
    }));
    let read: RegisterIndex = serde_json::from_value(index.clone()).unwrap();
    assert_eq!(read.check(), Ok(()), "an example within its limits");
    index
}

fn list_index() -> Value {
    let list = as_read::<ListIndex>(json!({
        "v": 1, "iss": "samr.zhejiang.example", "version": 57, "prev": hash("list 56"),
        "issued_at": 1_795_140_000, "next_update": 1_795_744_800,
        "table": [table("lists/samr.zhejiang.example/listings", 640, 5)]
    }));
    let read: ListIndex = serde_json::from_value(list.clone()).unwrap();
    let index: RegisterIndex = serde_json::from_value(register_index()).unwrap();
    let lister = index.lister(&read.iss).unwrap();
    assert_eq!(read.check(lister), Ok(()), "an example within its grant");
    list
}

fn link() -> String {
    let link = Link {
        purpose: Purpose::Join("credit.yangqiao.example".parse().unwrap()),
        repo: "https://credit.yangqiao.example/tuf".into(),
        root_version: 1,
        fingerprint: Fingerprint::of(&TrustId::of_root(b"root.json")),
    };
    assert_eq!(link.to_string().parse::<Link>().unwrap(), link);
    format!("```\n{link}\n```\n\nThe fingerprint on paper: `{}`.", link.fingerprint.grouped())
}

fn request() -> String {
    let uri = "https://credit.yangqiao.example/v1/head?nonce=pV1cAAAAAAAAAAAAAAAAAA";
    let headers = sign(Request { method: "GET", uri, body: None }, "server-nonce", &key());
    format!(
        "```http\nGET {uri}\nSignature-Input: {}\nSignature: {}\n```",
        headers.signature_input, headers.signature
    )
}

/// The vector, and the request and answer that it is part of.
#[expect(clippy::too_many_lines, reason = "one example from end to end")]
fn enrolment() -> String {
    let code: EnrolmentCode = "7QK2-M9TD-4XWZ-0HBC-7".parse().unwrap();
    let counted =
        |from: u8| Hash::from_bytes(std::array::from_fn(|at| from + u8::try_from(at).unwrap()));
    let (trust, jkt) = (TrustId(counted(0)), KeyId(counted(32)));
    let iss: Issuer = "credit.yangqiao.example".parse().unwrap();
    let sub = "r-7Qm2";
    let nonce: Nonce = "pV1cAAAAAAAAAAAAAAAAAA".parse().unwrap();
    let secret = CodeKey::of(&code);
    let binding = Binding { trust, iss: &iss, jkt, nonce };
    let vector = [
        ("code", String::from_utf8(code.secret().to_vec()).unwrap()),
        ("trust_id", "the bytes 00 to 1f".to_owned()),
        ("jkt", "the bytes 20 to 3f".to_owned()),
        ("iss", iss.to_string()),
        ("nonce", nonce.to_string()),
        ("sub", sub.to_owned()),
        ("letter", secret.letter(trust, &iss).to_string()),
        ("proof", secret.proof(binding).to_string()),
        ("ack", secret.ack(binding, sub).to_string()),
    ];
    let rows: String =
        vector.iter().map(|(name, value)| format!("| {name} | `{value}` |\n")).collect();
    let device = jws::jwk_of(&SigningKey::from_bytes(&[2; 32]).verifying_key());
    let trust = TrustId::of_root(b"root.json");
    let binding = Binding { trust, iss: &iss, jkt: device.thumbprint(), nonce };
    let request = as_read::<DeviceRequest>(json!({
        "v": 2, "letter": secret.letter(trust, &iss), "proof": secret.proof(binding),
        "key": device, "root": trust, "nonce": nonce,
    }));
    let answer = json!({
        "v": 1, "iss": iss, "sub": sub, "iat": 1_790_812_800, "aud": nonce,
        "ack": secret.ack(binding, sub),
        "keys": [{"jkt": hash("an earlier key"), "from": 1_760_000_000, "until": 1_790_812_800},
            {"jkt": device.thumbprint(), "from": 1_790_812_800}],
        "hint": text("Wang ∗ying", "王∗英"),
    });
    let compact = jws::sign(Typ::Enrolment, &key(), answer.to_string().as_bytes());
    let authorities = Authorities::read(authorities().to_string().as_bytes()).unwrap();
    let keys = IssuerKeys::of(trust, authorities.list().first().expect("an authority"));
    verify_answer(&compact, &keys, &secret, binding, None).expect("an answer that is believed");
    let (request, answer) =
        (pretty("device-request", &request), pretty("enrolment", &as_read::<Enrolment>(answer)));
    format!(
        "The vector:\n\n| | |\n|---|---|\n{rows}\nA request, then the payload of its answer, \
         under the root of §2.3:\n\n{request}\n\n{answer}"
    )
}

fn calendar() -> Value {
    let example = json!({"v": 1, "region": "CN", "year": 2026,
        "source": "State Council General Office, arrangement of holidays in 2026",
        "holidays": ["2026-10-01", "2026-10-02", "2026-10-05"], "worked": ["2026-10-10"]});
    let read = Calendar::read(example.to_string().as_bytes()).expect("a valid calendar");
    serde_json::to_value(read).unwrap()
}

/// Records of the other kinds, in one line each.
fn records() -> String {
    let of = |body: Value| {
        let mut record = record();
        let members = record.as_object_mut().unwrap();
        members.insert("body".into(), body);
        members.insert("evidence".into(), json!([]));
        members.insert("replaces".into(), json!(hash("a record that was not taken up")));
        line::<Record>("record", record)
    };
    let contest = |target: Value| {
        json!({"contest": {"target": target, "grounds": ["not_told"], "wants": "explained",
            "mark": false}})
    };
    let done = |target: Value| json!({"compliance": {"target": target, "done": "The yard is clear.", "on": "2026-10-01"}});
    [
        json!({"self_report": {"rule": "R-1", "occurred_on": "2026-09-14",
            "description": "A bottle fell into the dock."}}),
        json!({"blood_donation": {"donation_code": "33010626001234", "occurred_on": "2026-09-20",
            "place": "Hangzhou", "donation": {"whole_blood_ml": 300}}}),
        json!({"blood_donation": {"donation_code": "33010626001235", "occurred_on": "2026-11-01",
            "place": "Hangzhou", "donation": {"platelet_units": 1}}}),
        json!({"contest": {"target": {"entry": "8-0031"}, "grounds": ["already_complied", "other"],
            "words": "The bank has written that the loan is paid.", "wants": "removed", "mark": true,
            "follows": hash("an earlier contest")}}),
        contest(json!({"star": "S-2026-003"})),
        contest(json!({"measure": "notice-board"})),
        contest(json!({"statement": 8})),
        contest(json!({"notice": 3})),
        contest(json!({"device": hash("a key")})),
        done(json!({"entry": "8-0031"})),
        done(json!({"measure": "notice-board"})),
        done(json!({"notice": 3})),
        json!({"rights_request": {"right": "explain", "words": "Who decided entry 8-0031?"}}),
        json!({"withdrawal": {"of": hash("a record"), "reason": ""}}),
    ]
    .map(of)
    .join("\n\n")
}

/// Notices about the other matters, in one line each.
fn notices() -> String {
    let of = |about: Value| {
        let mut notice = notice();
        let until = json!({"what": "contest", "until": "2026-11-02"});
        let notice_of = notice.as_object_mut().unwrap();
        notice_of.insert("about".into(), about);
        notice_of.insert("deadline".into(), until);
        line::<Notice>("notice", notice)
    };
    [
        json!({"entry": "8-0031"}),
        json!({"star": "S-2026-003"}),
        json!({"measure": "notice-board"}),
        json!({"record": hash("a record")}),
        json!({"membership": "address"}),
        json!({"device": hash("a key")}),
        json!({"key_revoked": hash("a key")}),
        json!({"rulebook": {"id": "yangqiao-morality-bank", "version": 8}}),
        json!("other"),
    ]
    .map(of)
    .join("\n\n")
}

/// The bodies of `/v1` besides the request of an enrolment.
fn bodies() -> String {
    let compact = |typ, payload: Value| jws::sign(typ, &key(), payload.to_string().as_bytes());
    let head = compact(Typ::Head, head());
    let receipt = compact(Typ::Receipt, receipt());
    let enrolment = compact(Typ::Enrolment, json!({}));
    let page = json!({"items": [compact(Typ::Notice, notice())], "more": false});
    let problem = json!({"type": "standing:code-used", "title": "The code was used.",
        "detail": "Ask for a new letter."});
    [
        line::<wire::DeviceAnswer>("device-answer", json!({"enrolment": enrolment})),
        line::<wire::HeadAnswer>("head-answer", json!({"head": head})),
        line::<wire::Page>("page", page),
        line::<wire::RecordAnswer>("record-answer", json!({"receipt": receipt})),
        line::<wire::Problem>("problem", problem),
    ]
    .join("\n\n")
}

/// What a register without rows in a code's buckets says of it; the files are cut short.
fn proof() -> Value {
    json!({
        "v": 1,
        "proof_of": "91330106MA2CFLDG4R",
        "files": {
            "metadata/pinned.root.json": to_base64url(b"the root"),
            "register/index.json": to_base64url(b"the index"),
        },
        "tables": [
            {"lines": [], "path": [hash("the bucket beside")]},
            {"iss": "court.hangzhou.example", "lines": ["{\"uscc\":\"91330106MA2CFLDG4R\"}"],
             "path": [hash("the bucket beside")]},
        ],
    })
}

/// What a phone says beside the documents of a case.
fn case_file() -> Value {
    as_read::<CaseFile>(json!({
        "format": "standing-case-file/1",
        "phone_times": [{"document": hash("statement 8"), "reached_at": 1_790_812_900}],
        "hand_ins": [{"record": hash("record"), "on": "2026-10-02", "photo": hash("a stamp")}],
    }))
}

fn header() -> Value {
    let compact = jws::sign(Typ::Statement, &key(), statement().to_string().as_bytes());
    let header = compact.split('.').next().unwrap();
    let header = standing_model::ids::from_base64url(header).unwrap();
    serde_json::from_slice(&header).unwrap()
}

fn example(name: &str) -> String {
    match name {
        "authorities" => pretty(name, &authorities()),
        "calendar" => pretty(name, &calendar()),
        "rows" => rows(),
        "register-index" => pretty(name, &register_index()),
        "list-index" => pretty(name, &list_index()),
        "link" => link(),
        "proof" => pretty(name, &proof()),
        "header" => pretty(name, &header()),
        "statement" => pretty(name, &statement()),
        "rulebook" => pretty(name, &rulebook::rulebook()),
        "head" => pretty(name, &head()),
        "record" => pretty(name, &record()),
        "records" => records(),
        "receipt" => pretty(name, &receipt()),
        "decisions" => decisions(),
        "notice" => pretty(name, &notice()),
        "notices" => notices(),
        "request" => request(),
        "bodies" => bodies(),
        "sealed" => sealed(),
        "enrolment" => enrolment(),
        "door" => pretty(name, &door_sign()),
        "case-file" => pretty(name, &case_file()),
        other => panic!("PROTOCOL.md asks for an example that no test writes: {other}"),
    }
}

/// Replaces what stands between `<!-- kind name -->` and the next `<!-- end -->`.
fn filled(page: &str, kind: &str, mut with: impl FnMut(&str) -> String) -> String {
    let mut written = String::new();
    let mut rest = page;
    let begin = format!("<!-- {kind} ");
    while let Some((before, after)) = rest.split_once(&begin) {
        let (name, after) = after.split_once(" -->\n").expect("a name");
        let (_, after) = after.split_once("<!-- end -->").expect("an end");
        written.push_str(&format!("{before}{begin}{name} -->\n{}\n<!-- end -->", with(name)));
        rest = after;
    }
    written + rest
}

#[test]
fn the_page_is_what_the_code_writes_and_reads() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../PROTOCOL.md");
    let page = fs::read_to_string(&path).unwrap();
    let schemas = members::Schemas::read();
    let mut described = BTreeSet::new();
    let written = filled(&page, "example", example);
    let written = filled(&written, "members", |name| {
        described.insert(name.to_owned());
        schemas.tables(name)
    });
    if std::env::var_os("STANDING_BLESS").is_some() {
        fs::write(&path, &written).unwrap();
        return;
    }
    assert!(page == written, "PROTOCOL.md is out of date: run this test with STANDING_BLESS=1");
    assert!(described.remove("common"), "the types that several documents have");
    let described: BTreeSet<&str> = described.iter().map(String::as_str).collect();
    assert_eq!(described, schemas.names(), "each document has its table of members");
}

mod recent;

use std::sync::Arc;

use super::*;
use crate::Setup;
use crate::view::businesses::RecentRow;
use crate::words::Language;
use standing_model::ids::{Hash, Issuer, TrustId};
use standing_model::listing::{Coverage, ListIndex, ListType, Listing, ListingState, Severity};
use standing_model::register::{Lister, Organisation, Product, RegisterIndex, Table};
use standing_model::text::LocalText;
use standing_model::time::UnixTime;
use standing_store::system::SystemEntropy;
use standing_store::testing::{FixedClock, MemorySecrets, NOW};
use standing_store::{PinnedRoot, StoreError};

const DAY: i64 = 86_400;
const TEA: &str = "91330106MA2CFLDG4R";
const COURT: &str = "court.example";
const TAX: &str = "tax.example";

fn text(en: &str, zh: &str) -> LocalText {
    LocalText { en: en.into(), zh: zh.into() }
}

fn table() -> Table {
    Table { snapshot: "t".into(), rows: 1, raw_bytes: 0, bits: 0, root: Hash::of(b"") }
}

/// A black listing for a serious matter, decided on 6 May 2026.
fn listing(list_type: ListType) -> Listing {
    Listing {
        list_id: "L1".into(),
        list_type,
        uscc: TEA.parse().unwrap(),
        name: "杭州西湖茶业有限公司".into(),
        authority: text("Market regulator of Hangzhou", "杭州市市场监督管理局"),
        authority_code: "33".into(),
        decision_document: "2026-118".into(),
        decision_date: "2026-05-06".parse().unwrap(),
        legal_basis: Vec::new(),
        conduct: text("Sold unsafe food", "销售不安全食品"),
        severity: Severity::Serious,
        publish_from: "2026-05-06".parse().unwrap(),
        publish_min: Some("2027-05-06".parse().unwrap()),
        publish_max: "2029-05-06".parse().unwrap(),
        state: ListingState::Published,
        right_of_reply: None,
        source_hash: Hash::of(b"decision"),
    }
}

struct Phone {
    app: App,
    clock: Arc<FixedClock>,
    folder: tempfile::TempDir,
}

fn empty(language: Language) -> Phone {
    let (folder, clock) = (tempfile::tempdir().unwrap(), FixedClock::at(NOW));
    let setup = Setup {
        folder: folder.path().to_owned(),
        language,
        clock: clock.clone(),
        entropy: Arc::new(SystemEntropy),
        secrets: Arc::new(MemorySecrets::default()),
    };
    Phone { app: App::open(setup).unwrap(), clock, folder }
}

/// A phone with one register: two businesses, the lists of a court and a tax office.
fn phone(listings: &[(&str, Listing)], language: Language) -> Phone {
    let phone = empty(language);
    let store = phone.app.store().unwrap();
    let trust = TrustId::of_root(b"root");
    let root = PinnedRoot {
        trust,
        purpose: RootPurpose::Register,
        repo: "https://register.example".into(),
        root: b"root".to_vec(),
        pinned_at: UnixTime(NOW),
        checked_at: UnixTime(NOW - 7200),
        good_until: UnixTime(NOW + 30 * DAY),
        signed_floor: UnixTime(NOW - 3 * DAY),
    };
    store.write(|tx| tx.put_root(&root)).unwrap();
    let (issued_at, index) = (UnixTime(NOW - 3 * DAY), register_index());
    store
        .write_register(|tx| {
            let good_until = UnixTime(NOW + 30 * DAY);
            let id = tx.put_register(trust, &serde_json::to_vec(&index).unwrap(), good_until)?;
            for iss in [COURT, TAX] {
                let list = list_index(iss, issued_at);
                tx.put_list(id, &list.iss, &serde_json::to_vec(&list).unwrap(), good_until)?;
            }
            tx.put_organisation(id, &organisation(TEA, "杭州西湖茶业有限公司", "West Lake Tea"))?;
            tx.put_organisation(id, &organisation("91350100M000100Y43", "西湖饭店", "Lake Hotel"))?;
            tx.index_names()?;
            let product = Product { prefix: "6901234".into(), uscc: TEA.parse().unwrap() };
            tx.put_product(id, &product)?;
            listings.iter().try_for_each(|(iss, row)| {
                let iss: Issuer = iss.parse().unwrap();
                tx.put_listing(id, &iss, row)
            })
        })
        .unwrap_or_else(|error: StoreError| panic!("{error}"));
    phone
}

fn organisation(code: &str, name: &str, name_en: &str) -> Organisation {
    Organisation {
        uscc: code.parse().unwrap(),
        name: name.into(),
        name_en: Some(name_en.into()),
        region: text("Hangzhou", "杭州市"),
    }
}

fn register_index() -> RegisterIndex {
    let issued_at = UnixTime(NOW - 3 * DAY);
    let lister = |iss: &str, en: &str, zh: &str, kinds: &[ListType]| Lister {
        iss: iss.parse().unwrap(),
        names: text(en, zh),
        list_types: kinds.to_vec(),
    };
    RegisterIndex {
        v: 1,
        version: 1,
        prev: None,
        issued_at,
        next_update: issued_at.plus(7 * DAY),
        publisher: text("Register of Zhejiang", "浙江企业名录"),
        region: text("Zhejiang", "浙江省"),
        organisations: table(),
        products: table(),
        listers: vec![
            lister(COURT, "the court", "法院", &[ListType::Court]),
            lister(TAX, "the tax office", "税务局", &[ListType::Red]),
        ],
    }
}

fn list_index(iss: &str, issued_at: UnixTime) -> ListIndex {
    ListIndex {
        v: 1,
        iss: iss.parse().unwrap(),
        version: 1,
        prev: None,
        issued_at,
        next_update: issued_at.plus(7 * DAY),
        coverage: Vec::<Coverage>::new(),
        table: table(),
    }
}

fn kinds(card: &BusinessCard) -> Vec<TagKind> {
    card.tags.iter().map(|tag| tag.kind).collect()
}

#[test]
fn no_listing_names_what_was_covered_and_is_not_praise() {
    let phone = phone(&[], Language::English);
    let view = phone.app.business(TEA).unwrap();
    assert_eq!(
        view.verdict_text,
        "In the register, no listing by the court and the tax office (lists of 20 November 2026). \
         Says nothing about quality."
    );
    assert_eq!((view.verdict, kinds(&view.card)), (CheckState::Holds, vec![TagKind::NotListed]));
    assert_eq!(view.lists.len(), 2);
    assert_eq!(
        view.lists[0].text,
        "List of 20 November 2026, checked 2 hours ago, next due 27 November 2026."
    );
    assert_eq!(view.card.code, "91 330106 MA2CFLDG4 R");
}

#[test]
fn a_business_that_is_not_in_the_register_is_unknown_not_unlisted() {
    let phone = phone(&[], Language::English);
    let view = phone.app.business("91420000737944946L").unwrap();
    assert_eq!(view.verdict_text, "Unknown: not in this register. That is neither good nor bad.");
    assert_eq!((view.verdict, kinds(&view.card)), (CheckState::Unknown, vec![TagKind::Unknown]));
}

#[test]
fn a_black_listing_says_who_why_and_until_when() {
    let phone = phone(&[(COURT, listing(ListType::Court))], Language::English);
    let view = phone.app.business("91 330106 ma2cfldg4 r").unwrap();
    let [one] = view.listings.as_slice() else { panic!("{view:?}") };
    assert_eq!(one.tag.text, "Black list · sanctioned");
    assert_eq!(one.tag.detail, "Market regulator of Hangzhou, until 6 May 2029");
    assert_eq!(
        (one.conduct.as_str(), one.reply.as_str()),
        ("Sold unsafe food", "No reply published")
    );
    let facts: Vec<String> =
        one.facts.iter().map(|f| format!("{}: {} {}", f.label, f.value, f.note)).collect();
    assert!(facts.contains(&"Class: Serious ".to_owned()), "{facts:?}");
    let end = "Ends by itself on: 6 May 2029 in 2 years and 5 months";
    assert!(facts.iter().any(|fact| fact == end), "{facts:?}");
    assert!(view.verdict_text.starts_with("On the black list once."), "{}", view.verdict_text);
}

#[test]
fn a_red_listing_is_the_good_one_and_never_worded_as_a_fault() {
    for language in [Language::English, Language::Chinese] {
        let mut red = listing(ListType::Red);
        red.conduct = text("Paid every tax in time", "按时足额纳税");
        let phone = phone(&[(TAX, red)], language);
        let view = phone.app.business(TEA).unwrap();
        assert_eq!((view.verdict, kinds(&view.card)), (CheckState::Holds, vec![TagKind::Red]));
        let shown = format!("{view:?}").to_lowercase();
        for wrong in
            ["black", "sanction", "fail", "serious", "repair", "黑名单", "惩戒", "严重", "修复"]
        {
            assert!(!shown.contains(wrong), "{wrong}: {shown}");
        }
    }
}

#[test]
fn past_its_next_update_a_black_listing_was_and_the_verdict_is_unknown() {
    let phone = phone(&[(COURT, listing(ListType::Court))], Language::English);
    phone.clock.pass(4 * DAY);
    let view = phone.app.business(TEA).unwrap();
    assert_eq!(kinds(&view.card), [TagKind::WasListed]);
    assert_eq!(view.card.tags[0].text, "Was listed on 6 May 2026, may have been repaired");
    assert_eq!(view.verdict, CheckState::Unknown);
    assert!(!view.verdict_text.contains("no listing"), "{}", view.verdict_text);
}

#[test]
fn a_clock_set_back_does_not_make_a_list_fresh() {
    let phone = phone(&[], Language::English);
    let root = phone.app.read(|tx| tx.root(TrustId::of_root(b"root"))).unwrap().unwrap();
    let root = PinnedRoot { signed_floor: UnixTime(NOW + 5 * DAY), ..root };
    phone.app.write(|tx| tx.put_root(&root)).unwrap();
    let view = phone.app.business(TEA).unwrap();
    assert_eq!(view.verdict, CheckState::Unknown);
}

#[test]
fn a_listing_ends_by_itself_if_either_clock_says_so() {
    let mut short = listing(ListType::Court);
    // The class allows 3 months, whatever the list says.
    short.severity = Severity::Minor;
    let phone = phone(&[(COURT, short)], Language::English);
    let view = phone.app.business(TEA).unwrap();
    assert_eq!(kinds(&view.card), [TagKind::NotListed]);
    for state in [ListingState::Repaired, ListingState::Ended] {
        let phone = self::phone(
            &[(COURT, Listing { state, ..listing(ListType::Court) })],
            Language::English,
        );
        assert_eq!(phone.app.business(TEA).unwrap().listings, []);
    }
}

#[test]
fn an_open_appeal_is_not_final() {
    let appeal = |decided: &str| {
        let state = ListingState::AppealWindow;
        let decision_date = decided.parse().unwrap();
        let row = Listing { state, decision_date, ..listing(ListType::Court) };
        let phone = phone(&[(COURT, row)], Language::English);
        phone.app.business(TEA).unwrap().listings[0].state.clone()
    };
    assert!(appeal("2026-11-18").starts_with("Not final"), "{}", appeal("2026-11-18"));
    assert!(appeal("2026-09-01").contains("was over"), "{}", appeal("2026-09-01"));
}

#[test]
fn search_is_ordered_by_name_and_never_by_listing() {
    let names = |phone: &Phone| -> Vec<String> {
        let found = phone.app.search("西湖").unwrap();
        found.rows.into_iter().map(|card| card.name).collect()
    };
    let without = names(&phone(&[], Language::English));
    let with = names(&phone(&[(COURT, listing(ListType::Court))], Language::English));
    assert_eq!(without, ["西湖饭店", "杭州西湖茶业有限公司"]);
    assert_eq!(without, with);
    let phone = phone(&[], Language::English);
    let by_code = phone.app.search("９１330106-ma2cfldg4r").unwrap();
    assert_eq!(by_code.rows[0].name, "杭州西湖茶业有限公司");
    let none = phone.app.search("没有这家").unwrap();
    assert!(none.rows.is_empty() && !none.empty.is_empty());
}

#[test]
fn a_resident_number_is_refused_before_anything_is_read() {
    // No register is there: the number is refused first all the same.
    let phone = empty(Language::English);
    for number in [
        "360426199101010071",
        "11010519491231002X",
        "张三 120103198806018241",
        "ID 110105 19491231 002X",
        "110105\u{200B}19491231002X",
        "110105194912310021",
    ] {
        for error in [phone.app.search(number).unwrap_err(), phone.app.scan(number).unwrap_err()] {
            assert_eq!(error.problem.code, "resident-number");
            assert!(!format!("{error:?}").contains(number), "it is repeated");
        }
    }
    assert_eq!(
        phone.app.business("360426199101010071").unwrap_err().problem.code,
        "resident-number"
    );
    assert_eq!(phone.app.search("西湖").unwrap_err().problem.code, "no-register");
}

#[test]
fn a_scanned_product_names_its_licensee_without_a_verdict() {
    let phone = phone(&[(COURT, listing(ListType::Court))], Language::English);
    let view = phone.app.scan("https://tea.example/01/06901234567892/10/A").unwrap();
    assert_eq!((view.kind, view.uscc.as_str()), (ScanKind::Product, TEA));
    assert!(view.text.contains("counterfeit") && !view.text.contains("list"), "{}", view.text);
    let view = phone.app.scan("6936983800013").unwrap();
    assert_eq!(view.kind, ScanKind::UnknownProduct);
    assert_eq!(phone.app.scan("6901234567893").unwrap_err().problem.code, "gtin-check");
    let view = phone.app.scan(&format!("https://licence.example/?code={TEA}")).unwrap();
    assert_eq!((view.kind, view.uscc.as_str()), (ScanKind::Business, TEA));
    assert_eq!(phone.app.search("911100001011223344").unwrap_err().problem.code, "uscc-check");
}

#[test]
fn the_same_is_said_in_chinese() {
    let phone = phone(&[], Language::Chinese);
    let view = phone.app.business(TEA).unwrap();
    assert_eq!(
        view.verdict_text,
        "已登记，未被法院和税务局列入名单（2026年11月20日的名单），不涉及质量。"
    );
}

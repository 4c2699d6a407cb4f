mod alarms;
mod barcode;
mod compare;
mod history;
mod letters;
mod recent;
mod remedy;
mod watch;

use std::sync::Arc;

use super::*;
use crate::Setup;
use crate::view::businesses::RecentRow;
use crate::view::sync::Fetch;
use crate::words::Language;
use standing_model::ext::Extensions;
use standing_model::ids::{Hash, Issuer, TrustId};
use standing_model::link::Fingerprint;
use standing_model::listing::LegalBasis;
use standing_model::listing::{Appeal, ListIndex, ListType, Listing, ListingState, Severity};
use standing_model::register::{
    Coverage, Forms, Limits, Lister, Office, Organisation, Product, RegisterIndex, Table,
};
use standing_model::text::LocalText;
use standing_model::time::{UnixTime, Zone, ZoneOffset};
use standing_model::version::Version;
use standing_store::system::SystemEntropy;
use standing_store::testing::{FixedClock, MemorySecrets, NOW};
use standing_store::{PinnedRoot, RootPurpose, StoreError};

const DAY: i64 = 86_400;
const TEA: &str = "91330106MA2CFLDG4R";
const COURT: &str = "court.example";
const TAX: &str = "tax.example";

fn text(en: &str, zh: &str) -> LocalText {
    LocalText { en: en.into(), zh: zh.into() }
}

fn table() -> Forms {
    let (snapshot, root, changes) = ("t".to_owned(), Hash::of(b""), Vec::new());
    Forms::one(Table { v: 1, snapshot, rows: 1, raw_bytes: 0, bits: 0, root, changes })
}

/// A black listing for a serious matter, decided on 6 May 2026.
fn listing(list_type: ListType) -> Listing {
    Listing {
        list_id: "L1".parse().unwrap(),
        list_type,
        uscc: TEA.parse().unwrap(),
        name: "杭州西湖茶业有限公司".into(),
        office: if list_type.is_red() { "330000-SW" } else { "330100-SJ" }.parse().unwrap(),
        decision_document: "2026-118".into(),
        decision_date: "2026-05-06".parse().unwrap(),
        legal_basis: Vec::new(),
        conduct: text("Sold unsafe food", "销售不安全食品"),
        severity: Severity::Serious,
        publish_from: "2026-05-06".parse().unwrap(),
        publish_min: Some("2027-05-06".parse().unwrap()),
        publish_max: "2029-05-06".parse().unwrap(),
        state: ListingState::Published,
        appeal: None,
        right_of_reply: None,
        reply_origin: None,
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
    add(
        &phone,
        b"root",
        &register_index(),
        &[
            (TEA, "杭州西湖茶业有限公司", "West Lake Tea"),
            ("91350100M000100Y43", "西湖饭店", "Lake Hotel"),
        ],
        listings,
    );
    phone
}

/// Adds a register as a sync would have left it.
fn add(
    phone: &Phone,
    root: &[u8],
    index: &RegisterIndex,
    organisations: &[(&str, &str, &str)],
    listings: &[(&str, Listing)],
) {
    let store = phone.app.store().unwrap();
    let trust = TrustId::of_root(root);
    let root = PinnedRoot {
        trust,
        purpose: RootPurpose::Register,
        repo: "https://register.example".into(),
        root: root.to_vec(),
        pinned_at: UnixTime(NOW),
        checked_at: UnixTime(NOW - 7200),
        good_until: UnixTime(NOW + 30 * DAY),
        signed_floor: UnixTime(NOW - 3 * DAY),
    };
    store.write(|tx| tx.put_root(&root)).unwrap();
    let issued_at = UnixTime(NOW - 3 * DAY);
    store
        .write_register(|tx| {
            let good_until = UnixTime(NOW + 30 * DAY);
            let id = tx.put_register(trust, &serde_json::to_vec(index).unwrap(), good_until)?;
            for iss in [COURT, TAX] {
                let list = list_index(iss, issued_at);
                let bytes = serde_json::to_vec(&list).unwrap();
                tx.put_list(id, &list.iss, &bytes, good_until, Hash::of(b"grant"))?;
            }
            for (code, name, name_en) in organisations {
                tx.put_organisation(id, &organisation(code, name, name_en))?;
            }
            tx.index_names()?;
            let product = Product { prefix: "6901234".into(), uscc: TEA.parse().unwrap() };
            tx.put_product(id, &product)?;
            listings.iter().try_for_each(|(iss, row)| {
                let iss: Issuer = iss.parse().unwrap();
                tx.put_listing(id, &iss, row)
            })
        })
        .unwrap_or_else(|error: StoreError| panic!("{error}"));
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
    let lister = |iss: &str, names: LocalText, kind, office: Office| Lister {
        iss: iss.parse().unwrap(),
        names,
        list_types: vec![kind],
        coverage: vec![Coverage {
            list_type: kind,
            offices: vec![office.code.clone()],
            as_of: Zone::china().day(issued_at),
        }],
        offices: vec![office],
        limits: Limits { rows: 10, raw_bytes: 10_000 },
    };
    let office = |code: &str, names| Office { code: code.parse().unwrap(), names };
    let market = text("Market regulator of Hangzhou", "杭州市市场监督管理局");
    let tax = text("the tax office", "税务局");
    RegisterIndex {
        v: Version,
        version: 1,
        prev: None,
        issued_at,
        next_update: issued_at.plus(7 * DAY),
        zone: Zone::china(),
        publisher: text("Register of Zhejiang", "浙江企业库"),
        region: text("Zhejiang", "浙江省"),
        organisations: table(),
        products: table(),
        listers: vec![
            lister(COURT, text("the court", "法院"), ListType::Court, office("330100-SJ", market)),
            lister(TAX, tax.clone(), ListType::Red, office("330000-SW", tax)),
        ],
        remedies: Vec::new(),
        working_days: None,
        ext: Extensions::default(),
    }
}

fn list_index(iss: &str, issued_at: UnixTime) -> ListIndex {
    ListIndex {
        v: Version,
        iss: iss.parse().unwrap(),
        version: 1,
        prev: None,
        issued_at,
        next_update: issued_at.plus(7 * DAY),
        table: table(),
        ext: Extensions::default(),
    }
}

fn kinds(card: &BusinessCard) -> Vec<TagKind> {
    card.tags.iter().map(|tag| tag.kind).collect()
}

fn said(view: &BusinessView) -> Vec<(CheckState, &str)> {
    view.verdicts.iter().map(|line| (line.state, line.text.as_str())).collect()
}

#[test]
fn no_listing_names_what_was_covered_and_is_not_praise() {
    let phone = phone(&[], Language::English);
    let view = phone.app.business(TEA).unwrap();
    assert_eq!(
        said(&view),
        [
            (CheckState::Holds, "Included in Register of Zhejiang (as of 20 November 2026)."),
            (
                CheckState::Holds,
                "Not on the list of the court (20 November 2026). The list covers: Court list of those who did not carry out a judgment, decided by Market regulator of Hangzhou, up to 20 November 2026. This says nothing about quality."
            ),
            (
                CheckState::Holds,
                "Not on the list of the tax office (20 November 2026). The list covers: Red list, decided by the tax office, up to 20 November 2026. This says nothing about quality."
            ),
        ]
    );
    assert_eq!(kinds(&view.card), vec![TagKind::NotListed]);
    assert_eq!(view.lists.len(), 2);
    assert_eq!(
        view.lists[0].text,
        "List of 20 November 2026, checked 2 hours ago, next update due 27 November 2026."
    );
    assert_eq!(view.card.code, "91 330106 MA2CFLDG4 R");
}

#[test]
fn a_business_that_no_register_has_is_unknown_not_unlisted() {
    let phone = phone(&[], Language::English);
    let view = phone.app.business("91420000737944946L").unwrap();
    assert_eq!(view.verdict_text, "In no register on this phone. That is neither good nor bad.");
    assert_eq!(view.verdicts[0].state, CheckState::Unknown);
    assert_eq!(kinds(&view.card), vec![TagKind::Unknown]);
}

#[test]
fn a_business_that_a_list_names_is_listed_although_no_register_has_it() {
    let far = Listing { uscc: "91420000737944946L".parse().unwrap(), ..listing(ListType::Court) };
    let phone = phone(&[(COURT, Listing { name: "长江货运".into(), ..far })], Language::English);
    let view = phone.app.business("91420000737944946L").unwrap();
    assert_eq!((view.card.name.as_str(), kinds(&view.card)), ("长江货运", vec![TagKind::Black]));
    assert_eq!(view.verdicts[0].state, CheckState::Unknown, "the register lacks it");
    assert!(
        view.verdict_text.contains("Black list of the court: 1 listing"),
        "{}",
        view.verdict_text
    );
    let found = phone.app.search("91420000737944946L").unwrap();
    assert_eq!((found.found, found.rows[0].name.as_str()), (1, "长江货运"));
    phone.app.note_lookup("91420000737944946L").unwrap();
    assert_eq!(phone.app.recent().unwrap().rows[0].name, "长江货运");
}

/// The first register and a second of the same listers' names, in which the tea shop is another.
fn two(relied: bool, name: &str) -> Phone {
    let phone = phone(&[], Language::English);
    let mut second = register_index();
    second.publisher = text("National register", "全国企业库");
    add(&phone, b"second", &second, &[(TEA, name, "Tea")], &[(COURT, listing(ListType::Court))]);
    let store = phone.app.store().unwrap();
    store
        .write_register(|tx| {
            let id = tx.registers()?[1].id;
            tx.set_register_relied(id, relied)
        })
        .unwrap_or_else(|error: StoreError| panic!("{error}"));
    phone
}

#[test]
fn a_listing_in_the_second_register_is_shown_as_one_in_the_first() {
    let phone = two(true, "杭州西湖茶业有限公司");
    let view = phone.app.business(TEA).unwrap();
    assert_eq!((kinds(&view.card), view.listings.len()), (vec![TagKind::Black], 1));
    assert_eq!((view.verdicts.len(), view.lists.len()), (6, 4), "{:?}", said(&view));
    assert!(view.others.is_empty());
    let found = phone.app.search("西湖").unwrap();
    let tea = found.rows.iter().find(|row| row.uscc == TEA).unwrap();
    assert_eq!(kinds(tea), [TagKind::Black]);
}

#[test]
fn two_names_for_one_code_are_shown_as_a_contradiction() {
    let view = two(true, "冒名茶行").app.business(TEA).unwrap();
    let last = view.verdicts.last().unwrap();
    assert_eq!(last.state, CheckState::Fails);
    for part in ["杭州西湖茶业有限公司", "冒名茶行", "Register of Zhejiang", "National register"]
    {
        assert!(last.text.contains(part), "{part}: {}", last.text);
    }
}

#[test]
fn a_register_that_is_not_relied_on_is_told_below_and_gives_no_name_and_no_tag() {
    let phone = two(false, "冒名茶行");
    let view = phone.app.business(TEA).unwrap();
    assert_eq!(
        (view.card.name.as_str(), kinds(&view.card)),
        ("杭州西湖茶业有限公司", vec![TagKind::NotListed])
    );
    assert_eq!((view.listings.len(), view.verdicts.len(), view.lists.len()), (0, 3, 2));
    assert_eq!(
        view.others,
        [
            "Another register, National register, on which you do not rely, says: on the black list of the court, decided by Market regulator of Hangzhou, up to and including 5 May 2029."
        ]
    );
    assert!(phone.app.search("冒名").unwrap().rows.is_empty());
    assert!(!phone.app.search("西湖").unwrap().searched.contains("National"));
}

#[test]
fn reliance_is_changed_without_adding_the_register_again_and_the_verdict_says_it() {
    let phone = two(false, "冒名茶行");
    let fingerprint = phone.app.registers().unwrap().rows[1].fingerprint.clone();
    let first = phone.app.registers().unwrap().rows[0].fingerprint.clone();
    let rows = phone.app.rely_on_register(&first, false).unwrap().rows;
    assert_eq!((rows[0].relied, rows[0].reliance.contains("do not rely")), (false, true));
    let view = phone.app.business(TEA).unwrap();
    assert_eq!(kinds(&view.card), [TagKind::Unknown], "{view:#?}");
    assert!(view.others[0].contains("on which you do not rely"), "{view:#?}");
    assert!(phone.app.rely_on_register(&fingerprint, true).unwrap().rows[1].relied);
    assert_eq!(kinds(&phone.app.business(TEA).unwrap().card), [TagKind::Black]);
    assert_eq!(phone.app.rely_on_register("0000", true).unwrap_err().kind, ErrorKind::NotFound);
}

#[test]
fn a_listing_names_its_office_and_who_signed_it() {
    let phone = phone(&[(COURT, listing(ListType::Court))], Language::English);
    let view = phone.app.business(TEA).unwrap();
    let one = &view.listings[0];
    assert_eq!(one.signed_by, "the court");
    assert_eq!(
        one.tag.detail,
        "Market regulator of Hangzhou, published by the court, up to and including 5 May 2029"
    );
    let fact = |label: &str| one.facts.iter().find(|fact| fact.label == label).unwrap();
    assert_eq!(fact("Decided by").value, "Market regulator of Hangzhou");
    assert_eq!(fact("Published and signed by").value, "the court");
}

#[test]
fn what_the_publisher_does_not_grant_now_is_not_shown_whatever_is_on_the_phone() {
    let office = Listing { office: "330000-SW".parse().unwrap(), ..listing(ListType::Court) };
    for (iss, row) in [
        (COURT, office),
        (TAX, listing(ListType::Court)),
        (TAX, Listing { office: "330100-SJ".parse().unwrap(), ..listing(ListType::Red) }),
        ("gone.example", listing(ListType::Court)),
    ] {
        let phone = phone(&[(iss, row)], Language::English);
        let view = phone.app.business(TEA).unwrap();
        assert_eq!(
            (view.listings.len(), kinds(&view.card)),
            (0, vec![TagKind::NotListed]),
            "{iss}"
        );
    }
}

#[test]
fn a_day_is_one_of_the_registers_zone() {
    // NOW is noon in UTC; at 16:30 it is the next day in Shanghai.
    let phone = phone(&[(COURT, listing(ListType::Court))], Language::English);
    let ends = Zone::china().day(UnixTime(NOW)).plus_days(1);
    let row =
        Listing { list_id: "L2".parse().unwrap(), publish_max: ends, ..listing(ListType::Court) };
    let store = phone.app.store().unwrap();
    let iss: Issuer = COURT.parse().unwrap();
    store
        .write_register(|tx| tx.put_listing(tx.registers()?[0].id, &iss, &row))
        .unwrap_or_else(|error: StoreError| panic!("{error}"));
    let count = || phone.app.business(TEA).unwrap().listings.len();
    assert_eq!(count(), 2);
    let midnight = ends.start_in(ZoneOffset::CHINA);
    phone.clock.pass(midnight.since(UnixTime(NOW)));
    assert_eq!(count(), 1);
}

#[test]
fn a_black_listing_says_who_why_and_until_when() {
    let phone = phone(&[(COURT, listing(ListType::Court))], Language::English);
    let view = phone.app.business("91 330106 ma2cfldg4 r").unwrap();
    let [one] = view.listings.as_slice() else { panic!("{view:?}") };
    assert_eq!(one.tag.text, "Black list · sanctioned");
    assert_eq!(
        (one.conduct.as_str(), one.reply.as_str()),
        ("Sold unsafe food", "No reply published")
    );
    let facts: Vec<String> =
        one.facts.iter().map(|f| format!("{}: {} {}", f.label, f.value, f.note)).collect();
    assert!(facts.contains(&"Severity: Serious ".to_owned()), "{facts:?}");
    let text = &view.verdicts[1].text;
    assert!(text.starts_with("Black list of the court: 1 listing ("), "{text}");
}

#[test]
fn a_red_listing_is_the_good_one_and_never_worded_as_a_fault() {
    for language in [Language::English, Language::Chinese] {
        let mut red = listing(ListType::Red);
        red.conduct = text("Paid every tax in time", "按时足额纳税");
        let phone = phone(&[(TAX, red)], language);
        let view = phone.app.business(TEA).unwrap();
        assert_eq!(kinds(&view.card), vec![TagKind::Red]);
        // The court's list is named as what it covers, and says nothing of this business.
        let about = (&view.listings, &view.card, &view.verdicts[2]);
        let shown = format!("{about:?}").to_lowercase().replace("repair: none", "");
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
    assert_eq!(view.card.tags[0].text, "Was listed on 6 May 2026; may have been removed since");
    assert!(view.verdicts[1..].iter().all(|line| line.state == CheckState::Unknown));
    assert!(!view.verdict_text.to_lowercase().contains("no listing"), "{}", view.verdict_text);
}

#[test]
fn a_clock_set_back_does_not_make_a_list_fresh() {
    let phone = phone(&[], Language::English);
    let root = phone.app.read(|tx| tx.root(TrustId::of_root(b"root"))).unwrap().unwrap();
    let root = PinnedRoot { signed_floor: UnixTime(NOW + 5 * DAY), ..root };
    phone.app.write(|tx| tx.put_root(&root)).unwrap();
    let view = phone.app.business(TEA).unwrap();
    assert!(view.verdicts[1..].iter().all(|line| line.state == CheckState::Unknown));
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
fn an_open_appeal_is_not_final_and_only_the_list_says_how_long_it_is_open() {
    let appeal = |until: Option<&str>| {
        let state = ListingState::AppealWindow;
        let instrument = text("Administrative Reconsideration Law", "行政复议法");
        let appeal = until.map(|until| Appeal {
            until: until.parse().unwrap(),
            basis: LegalBasis { instrument, article: "20".into() },
        });
        let row = Listing { state, appeal, ..listing(ListType::Court) };
        let phone = phone(&[(COURT, row)], Language::English);
        phone.app.business(TEA).unwrap().listings.remove(0)
    };
    let open = appeal(Some("2026-12-18"));
    assert_eq!(
        open.state,
        "Not final: the business can appeal up to and including 18 December 2026"
    );
    let event = open.history.iter().find(|one| one.text == "Last day to appeal").unwrap();
    assert_eq!(event.note, "Administrative Reconsideration Law and Article 20");
    assert!(appeal(Some("2026-09-01")).state.contains("was 1 September 2026"));
    assert_eq!(appeal(None).state, "Not final: the business can still appeal");
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
    let sure = "The first 7 digits of barcode 6901234567892 are registered";
    assert!(view.text.starts_with(sure), "how much of it is known: {}", view.text);
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
        "浙江企业库已收录（截至2026年11月20日）。\
         法院的名单（2026年11月20日）中没有它。名单范围：\
         法院失信被执行人名单，由杭州市市场监督管理局决定，截至2026年11月20日。这不说明商品或服务的质量。\
         税务局的名单（2026年11月20日）中没有它。名单范围：\
         红名单，由税务局决定，截至2026年11月20日。这不说明商品或服务的质量。"
    );
}

#[test]
fn no_more_than_eight_registers_are_kept_and_one_can_be_removed() {
    let phone = phone(&[(COURT, listing(ListType::Court))], Language::English);
    for n in 1..8 {
        add(&phone, format!("root {n}").as_bytes(), &register_index(), &[], &[]);
    }
    let link = |root: &[u8]| {
        let fingerprint = Fingerprint::of(&TrustId::of_root(root));
        let repo = "https://register.example/tuf".to_owned();
        let purpose = standing_model::link::Purpose::Register;
        standing_model::link::Link { purpose, repo, root_version: 1, fingerprint }.to_string()
    };
    let add = |root: &[u8]| {
        let (link, stop) = (link(root), crate::Stop::default());
        stop.stop();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime
            .block_on(phone.app.add_register(&link, true, Fetch::All, &stop))
            .unwrap_err()
            .problem
            .code
    };
    assert_eq!(add(b"ninth"), "registers-full");
    let first = Fingerprint::of(&TrustId::of_root(b"root")).grouped();
    phone.app.remove_register(&first).unwrap();
    assert_eq!(phone.app.registers().unwrap().rows.len(), 7);
    assert_eq!(phone.app.remove_register(&first).unwrap_err().kind, ErrorKind::NotFound);
    let view = phone.app.business(TEA).unwrap();
    assert_eq!(kinds(&view.card), vec![TagKind::Unknown], "nothing of it is left");
}

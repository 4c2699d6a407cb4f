use super::*;
use crate::view::businesses::{RemedyNow, RemedyView};
use standing_model::listing::ReplyOrigin;
use standing_model::remedy::{Remedy, RemedyKind, RemedyStep};
use standing_model::rulebook::DayKind;

pub fn repair() -> Remedy {
    let step =
        |en: &str, days| RemedyStep { names: text(en, en), days, days_are: DayKind::Working };
    Remedy {
        kind: RemedyKind::Repair,
        list_types: vec![ListType::Court],
        severity: Some(Severity::Serious),
        names: text("Apply for credit repair", "申请信用修复"),
        condition: Some(text("It has been put right", "已经改正")),
        after_months: Some(12),
        documents: vec![text("Public commitment", "信用承诺书")],
        steps: vec![step("Credit China answers", 10), step("The office decides", 3)],
        basis: LegalBasis {
            instrument: text("Order No. 36", "第36号令"), article: String::new()
        },
    }
}

/// What the page says can be done about a listing of the court.
fn remedies(listing: &Listing, remedy: Remedy, language: Language) -> Vec<RemedyView> {
    let phone = with_remedies(listing, vec![remedy], language);
    phone.app.business(TEA).unwrap().listings.remove(0).remedies
}

/// A phone with one listing of the court, whose publisher names these remedies.
pub fn with_remedies(listing: &Listing, remedies: Vec<Remedy>, language: Language) -> Phone {
    let phone = empty(language);
    let index = RegisterIndex { remedies, working_days: "CN".parse().ok(), ..register_index() };
    add(
        &phone,
        b"root",
        &index,
        &[(TEA, "杭州西湖茶业有限公司", "Tea")],
        &[(COURT, listing.clone())],
    );
    let trust = TrustId::of_root(b"root");
    let root = env!("CARGO_MANIFEST_DIR");
    let calendar = std::fs::read(format!("{root}/../../fixtures/calendars/CN/2026.json")).unwrap();
    let written = phone.app.write(|tx| {
        tx.put_public_file(trust, "register/index.json", &serde_json::to_vec(&index).unwrap())?;
        tx.put_public_file(trust, "calendars/CN/2026.json", &calendar)
    });
    written.unwrap();
    phone
}

#[test]
fn before_the_first_day_there_is_nothing_to_do_and_the_day_is_named() {
    let found = remedies(&listing(ListType::Court), repair(), Language::English);
    let [one] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((one.title.as_str(), one.now), ("Apply for credit repair", RemedyNow::NotYet));
    assert_eq!(one.when, "Possible from 6 May 2027 (in 5 months)");
    assert_eq!(one.documents, ["Public commitment"]);
    let chinese = remedies(&listing(ListType::Court), repair(), Language::Chinese);
    assert!(chinese[0].when.starts_with("2027年5月6日起才能办理"), "{chinese:?}");
}

#[test]
fn an_open_remedy_names_each_last_day_and_marks_a_year_without_a_calendar() {
    let early = Listing {
        decision_date: "2025-11-20".parse().unwrap(),
        publish_min: None,
        ..listing(ListType::Court)
    };
    let found = remedies(&early, repair(), Language::English);
    assert_eq!((found[0].now, found[0].when.as_str()), (RemedyNow::Open, "Possible now"));
    let facts: Vec<String> = found[0]
        .facts
        .iter()
        .map(|one| format!("{}: {} {}", one.label, one.value, one.note))
        .collect();
    assert_eq!(facts[0], "Condition: It has been put right ");
    assert_eq!(facts[1], "Credit China answers: At the latest 7 December 2026 ");
    assert_eq!(facts[2], "The office decides: At the latest 10 December 2026 ");
    assert_eq!(facts[3], "Basis: Order No. 36 ");
    let slow =
        Remedy { steps: vec![RemedyStep { days: 30, ..repair().steps.remove(0) }], ..repair() };
    let found = remedies(&early, slow, Language::English);
    assert!(found[0].facts[1].note.contains("2027"), "{found:?}");
}

#[test]
fn a_listing_that_expires_first_leaves_nothing_to_do_and_another_first_day_is_told() {
    let late =
        Listing { publish_min: Some("2029-06-01".parse().unwrap()), ..listing(ListType::Court) };
    let found = remedies(&late, repair(), Language::English);
    assert_eq!(
        found[0].when,
        "Nothing to do: the listing expires by itself; its last day is 5 May 2029"
    );
    assert_eq!(found[0].facts[1].value, "6 May 2027", "what the rule gives: {found:?}");
    assert!(found[0].facts[1].note.contains("another first day"), "{found:?}");
    let other = Remedy { severity: Some(Severity::Minor), ..repair() };
    assert_eq!(remedies(&late, other, Language::English), []);
}

#[test]
fn a_reply_says_when_and_how_it_came_or_that_nobody_says_so() {
    let reply = Some(text("We paid", "已缴清"));
    let by = text("handed in at the office", "到机关当面提交");
    let origin = Some(ReplyOrigin { on: "2026-05-20".parse().unwrap(), by });
    let shown = |right_of_reply, reply_origin| {
        let row = Listing { right_of_reply, reply_origin, ..listing(ListType::Court) };
        phone(&[(COURT, row)], Language::English).app.business(TEA).unwrap().listings.remove(0)
    };
    let told = shown(reply.clone(), origin.clone());
    assert_eq!(told.reply_origin, "Received on 20 May 2026: handed in at the office");
    assert_eq!(
        shown(reply, None).reply_origin,
        "The list does not say when and how it was received."
    );
    assert_eq!(shown(None, origin).reply_origin, "", "there is no reply");
}

use super::*;
use crate::view::comparison::{ComparedRow, ComparisonView};

const HOTEL: &str = "91350100M000100Y43";

fn compare(phone: &Phone, codes: &[&str]) -> ComparisonView {
    let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
    phone.app.compare(&codes).unwrap()
}

fn texts(row: &ComparedRow) -> Vec<&str> {
    row.cells.iter().flat_map(|cell| &cell.items).map(|item| item.text.as_str()).collect()
}

#[test]
fn two_businesses_stand_side_by_side_in_words_and_in_the_order_of_choosing() {
    let phone = phone(&[(COURT, listing(ListType::Court))], Language::English);
    let view = compare(&phone, &[HOTEL, TEA]);
    let names: Vec<&str> = view.businesses.iter().map(|card| card.name.as_str()).collect();
    assert_eq!(names, ["西湖饭店", "杭州西湖茶业有限公司"]);
    let [listings, looked_at] = view.sections.as_slice() else { panic!("{view:?}") };
    let [black, red] = listings.rows.as_slice() else { panic!("{view:?}") };
    assert_eq!(texts(black), ["None", "Sold unsafe food"]);
    assert_eq!(texts(red), ["None", "None"]);
    assert_eq!(
        black.cells[1].items[0].lines,
        [
            "Severity: Serious",
            "Market regulator of Hangzhou, published by the court, up to and including 5 May 2029",
            "Decided on 6 May 2026",
            "Published",
            "No reply published",
        ]
    );
    let labels: Vec<&str> = looked_at.rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels, ["Check character", "Register of Zhejiang", "the court", "the tax office"]);
    assert!(texts(&looked_at.rows[2])[1].starts_with("Black list of the court: 1 listing"));
    assert!(view.sections.iter().flat_map(|one| &one.rows).all(|row| row.cells.len() == 2));
    // Whoever is sanctioned is neither first nor last for it.
    let turned = compare(&phone, &[TEA, HOTEL]);
    assert_eq!(turned.businesses[0].uscc, TEA);
}

#[test]
fn a_listing_of_a_list_out_of_date_leaves_the_comparison_as_unknown() {
    let phone = phone(&[(COURT, listing(ListType::Court))], Language::English);
    phone.clock.pass(5 * DAY);
    let view = compare(&phone, &[TEA, HOTEL]);
    let black = &view.sections[0].rows[0];
    assert_eq!(texts(black), ["Unknown", "Unknown"]);
    assert!(black.cells.iter().all(|cell| cell.state == CheckState::Unknown));
    assert!(!format!("{:?}", view.sections).contains("unsafe"));
}

#[test]
fn a_stranger_is_unknown_in_every_row_and_each_row_is_about_its_own_list() {
    let phone = phone(&[], Language::English);
    let view = compare(&phone, &[TEA, "91420000737944946L"]);
    assert_eq!(texts(&view.sections[0].rows[0]), ["None", "Unknown"]);
    let court = &view.sections[1].rows[2];
    assert!(texts(court).iter().all(|text| text.contains("the court")), "{court:?}");
}

#[test]
fn one_is_no_comparison_and_five_are_too_many() {
    let phone = phone(&[], Language::English);
    assert_eq!(compare(&phone, &[]).todo, "Choose two to four businesses.");
    let one = compare(&phone, &[TEA]);
    assert_eq!((one.todo.as_str(), one.sections.len()), ("Choose at least one more.", 0));
    let codes = [TEA, HOTEL, "91420000737944946L", "91330110MA2GYNTE21"];
    assert!(compare(&phone, &codes).full);
    let code = |codes: &[&str]| {
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        phone.app.compare(&codes).unwrap_err().problem.code
    };
    assert_eq!(code(&[&codes[..], &["91110000600037341L"]].concat()), "compare-full");
    assert_eq!(code(&[TEA, "91330106ma2cfldg4r"]), "compare-twice");
    assert_eq!(code(&["11010519491231002X"]), "resident-number");
}

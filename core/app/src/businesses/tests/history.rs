use super::*;
use crate::view::businesses::ListingView;
use standing_model::listing::ReplyOrigin;

fn shown(row: Listing, language: Language) -> ListingView {
    let phone = phone(&[(COURT, row)], language);
    phone.app.business(TEA).unwrap().listings.remove(0)
}

/// Each event in one line, those that are to come in brackets.
fn told(one: &ListingView) -> Vec<String> {
    let line = |row: &crate::view::receipts::TimelineRow| {
        let said = [row.text.as_str(), &row.day, &row.note].join(" | ");
        if row.done { said } else { format!("({said})") }
    };
    one.history.iter().map(line).collect()
}

fn full(state: ListingState) -> Listing {
    let instrument = text("Administrative Reconsideration Law", "行政复议法");
    Listing {
        state,
        appeal: Some(Appeal {
            until: "2026-07-05".parse().unwrap(),
            basis: LegalBasis { instrument, article: "20".into() },
        }),
        publish_from: "2026-07-06".parse().unwrap(),
        publish_min: Some("2027-05-06".parse().unwrap()),
        right_of_reply: Some(text("We paid the fine.", "罚款已缴。")),
        reply_origin: Some(ReplyOrigin {
            on: "2026-05-20".parse().unwrap(),
            by: text("at the counter", "当面提交"),
        }),
        ..listing(ListType::Court)
    }
}

#[test]
fn a_listing_tells_what_happened_and_what_comes_in_the_order_of_days() {
    let one = shown(full(ListingState::Contested), Language::English);
    assert_eq!(
        told(&one),
        [
            "Decided on | 6 May 2026 | Market regulator of Hangzhou",
            "Reply by the business | 20 May 2026 | at the counter",
            "Last day to appeal | 5 July 2026 | Administrative Reconsideration Law and Article 20",
            "Published | 6 July 2026 | the court",
            "Contested by the business |  | The list does not say since when",
            "(Credit repair possible from | 6 May 2027 | in 5 months)",
            "(Last day on the list | 5 May 2029 | in 2 years and 5 months, also if this phone’s list \
             is old by then)",
        ]
    );
    assert_eq!(one.term.text, "Day 202 of 1,096; credit repair possible from day 366");
    assert_eq!((one.term.today, one.term.repair), (183, Some(333)));
    let chinese = shown(full(ListingState::Published), Language::Chinese);
    assert_eq!(chinese.history[1].note, "当面提交");
    assert!(!told(&chinese).iter().any(|line| line.contains("异议")), "{:?}", told(&chinese));
}

#[test]
fn no_event_is_told_that_the_list_does_not_date() {
    let row = Listing { reply_origin: None, appeal: None, ..full(ListingState::Published) };
    let said = told(&shown(row, Language::English));
    assert!(
        said.iter().all(|line| !line.contains("Reply") && !line.contains("appeal")),
        "{said:?}"
    );
    // The origin of a reply that is not published any more is nobody's business.
    let row = Listing { right_of_reply: None, ..full(ListingState::Published) };
    let said = told(&shown(row, Language::English));
    assert!(said.iter().all(|line| !line.contains("Reply")), "{said:?}");
}

#[test]
fn no_repair_is_promised_that_would_come_after_the_end_and_none_to_a_commended_business() {
    let late = Listing { severity: Severity::Minor, ..full(ListingState::Published) };
    let late = Listing { decision_date: "2026-10-06".parse().unwrap(), ..late };
    let late = shown(late, Language::English);
    assert_eq!(late.term.repair, None);
    assert!(told(&late).iter().all(|line| !line.contains("repair")), "{:?}", told(&late));
    let Listing { list_type, office, .. } = listing(ListType::Red);
    let red = Listing { list_type, office, ..full(ListingState::Published) };
    let phone = phone(&[(TAX, red)], Language::English);
    let red = phone.app.business(TEA).unwrap().listings.remove(0);
    assert_eq!(red.term.repair, None);
    assert!(told(&red).iter().all(|line| !line.contains("repair")), "{:?}", told(&red));
}

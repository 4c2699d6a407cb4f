use super::remedy::{repair, with_remedies};
use super::*;
use crate::view::cases::{ContestGround, ContestWants, LetterSender};
use crate::view::listing_letters::{ListingAim, ListingDraft, ListingKey};
use standing_model::remedy::{Remedy, RemedyKind, RemedyStep};

/// A company that is on the court's list, whose rules name a correction and a repair.
fn on_the_list(language: Language) -> Phone {
    listed(early(), language)
}

/// A listing that has been published for a year, without a first day of its own.
fn early() -> Listing {
    Listing {
        decision_date: "2025-11-20".parse().unwrap(),
        publish_min: None,
        ..listing(ListType::Court)
    }
}

fn listed(one: Listing, language: Language) -> Phone {
    let correction = Remedy {
        kind: RemedyKind::Correction,
        severity: None,
        names: text("Ask for correction in writing", "书面申请纠正"),
        after_months: None,
        documents: vec![text("Written request", "书面申请")],
        ..repair()
    };
    with_remedies(&one, vec![repair(), correction], language)
}

fn key() -> ListingKey {
    let register = TrustId::of_root(b"root").to_string();
    ListingKey { uscc: TEA.into(), register, lister: COURT.into(), list_id: "L1".into() }
}

fn contest() -> ListingDraft {
    ListingDraft {
        listing: key(),
        aim: ListingAim::Contest,
        grounds: vec![ContestGround::NotMe],
        words: "Our code differs in its last sign.".into(),
        wants: ContestWants::Removed,
        on: String::new(),
    }
}

fn done() -> ListingDraft {
    ListingDraft {
        aim: ListingAim::Done,
        grounds: Vec::new(),
        words: "Paid in full".into(),
        on: "2026-11-20".into(),
        ..contest()
    }
}

fn sender() -> LetterSender {
    LetterSender { name: "Liu <b>".into(), address: "1 Lake Road".into() }
}

#[test]
fn a_listing_is_contested_by_letter_in_both_languages_from_what_is_signed() {
    let phone = on_the_list(Language::English);
    assert_eq!(phone.app.business(TEA).unwrap().listings[0].key, Some(key()));
    let form = phone.app.listing_form(&key(), ListingAim::Contest).unwrap();
    assert_eq!(form.membership, None);
    assert!(!form.paper_only.is_empty() && form.photos_most == 0, "{form:?}");
    assert!(form.grounds.iter().all(|one| one.ground != ContestGround::WrongPoints), "{form:?}");
    assert!(form.deadline_note.contains("Ask for correction in writing. Possible now."));
    let letter = phone.app.listing_letter(&contest(), &sender()).unwrap();
    insta::assert_snapshot!(letter.text);
    assert!(letter.html.contains("Liu &lt;b&gt;") && !letter.html.contains("<b>"));
    let done = phone.app.listing_letter(&done(), &sender()).unwrap();
    insta::assert_snapshot!(done.text);
}

#[test]
fn a_letter_tells_the_rules_first_day_from_the_lists() {
    let own = Listing { publish_min: Some("2026-12-20".parse().unwrap()), ..early() };
    let phone = listed(own, Language::English);
    let letter = phone.app.listing_letter(&done(), &sender()).unwrap().text;
    for said in [
        "By the rule named first above, this can be asked for from 20 November 2026.",
        "The list names 20 December 2026 as the first day on which repair can be asked for.",
        "按上列第一项规定，自2026年11月20日起可以申请。",
        "名单载明自2026年12月20日起可以申请修复。",
    ] {
        assert!(letter.contains(said), "{said}: {letter}");
    }
}

#[test]
fn every_problem_of_such_a_form_is_named_and_nothing_is_kept() {
    let phone = on_the_list(Language::English);
    let check = |draft: &ListingDraft| phone.app.check_listing_letter(draft).unwrap();
    assert!(check(&contest()).ready && check(&done()).ready);
    for (name, draft) in [
        ("no ground", ListingDraft { grounds: Vec::new(), ..contest() }),
        ("points", ListingDraft { grounds: vec![ContestGround::WrongPoints], ..contest() }),
        (
            "unsaid",
            ListingDraft { grounds: vec![ContestGround::Other], words: " ".into(), ..contest() },
        ),
        ("resident number", ListingDraft { words: "11010519491231002X".into(), ..contest() }),
        ("long", ListingDraft { words: "字".repeat(1_001), ..contest() }),
        ("no day", ListingDraft { on: String::new(), ..done() }),
        ("a day to come", ListingDraft { on: "2027-01-01".into(), ..done() }),
        ("nothing done", ListingDraft { words: String::new(), ..done() }),
    ] {
        let checked = check(&draft);
        assert!(!checked.ready && !checked.notes.is_empty(), "{name}: {checked:?}");
        let kept = phone.app.keep_listing_letter(&draft, "f").unwrap_err();
        assert_eq!(kept.kind, ErrorKind::Invalid, "{name}");
    }
    assert_eq!(phone.app.business(TEA).unwrap().letters, []);
    for elsewhere in [
        ListingKey { list_id: "L2".into(), ..key() },
        ListingKey { lister: TAX.into(), ..key() },
        ListingKey { uscc: "91350100M000100Y43".into(), ..key() },
    ] {
        let gone = phone.app.listing_form(&elsewhere, ListingAim::Done).unwrap_err();
        assert_eq!((gone.kind, gone.problem.code.as_str()), (ErrorKind::NotFound, "listing-gone"));
    }
}

#[test]
fn a_red_listing_is_nobodys_to_contest() {
    let phone = phone(&[(TAX, listing(ListType::Red))], Language::English);
    assert_eq!(phone.app.business(TEA).unwrap().listings[0].key, None);
    let red = ListingKey { lister: TAX.into(), ..key() };
    assert!(phone.app.listing_form(&red, ListingAim::Contest).is_err());
}

#[test]
fn the_hand_in_starts_the_days_of_the_rule_and_is_said_when_they_have_passed() {
    let phone = on_the_list(Language::English);
    let app = &phone.app;
    let id = app.keep_listing_letter(&done(), "form").unwrap().item;
    assert_eq!(app.keep_listing_letter(&done(), "form").unwrap().item, id, "the same form");
    let other = app.keep_listing_letter(&contest(), "form").unwrap_err();
    let refused = (other.kind, other.problem.code.as_str());
    assert_eq!(refused, (ErrorKind::Refused, "listing-form-kept"));
    let page = app.listing_case(id).unwrap();
    assert_eq!(page.text, "Written on 23 November 2026. Not handed in yet.");
    assert!(!page.handed_in && page.deadline.is_none(), "{page:?}");
    for day in ["2026-11-22", "2026-11-24", "soon"] {
        let wrong = app.note_listing_hand_in(id, day, None).unwrap_err();
        assert_eq!(wrong.problem.code, "hand-in-day", "{day}");
    }
    let wrong = app.note_listing_hand_in(id, "2026-11-23", Some(b"no photo")).unwrap_err();
    assert_eq!(wrong.problem.code, "hand-in-photo");
    let page = app.note_listing_hand_in(id, "2026-11-23", None).unwrap();
    // Ten working days, then three.
    let due =
        |page: &crate::view::listing_letters::ListingCaseView| page.deadline.clone().unwrap().date;
    assert_eq!((page.handed_in, due(&page).as_str()), (true, "2026-12-07"));
    assert!(page.listed.starts_with("Still on the list of"), "{page:?}");
    phone.clock.pass(15 * DAY);
    assert_eq!(due(&app.listing_case(id).unwrap()), "2026-12-10");
    phone.clock.pass(7 * DAY);
    let late = app.listing_case(id).unwrap();
    assert!(late.todo.starts_with("The last day, 10 December 2026, has passed."), "{late:?}");
    assert_eq!(app.business(TEA).unwrap().letters.len(), 1);
    app.erase_listing_case(id).unwrap();
    assert_eq!(app.business(TEA).unwrap().letters, []);
    assert_eq!(app.listing_case(id).unwrap_err().kind, ErrorKind::NotFound);
}

/// Keeps a row of the court's list as a sync does.
fn put(phone: &Phone, row: &Listing) {
    let iss: Issuer = COURT.parse().unwrap();
    let store = phone.app.store().unwrap();
    store
        .write_register(|tx| tx.put_listing(tx.registers()?[0].id, &iss, row))
        .unwrap_or_else(|error: StoreError| panic!("{error}"));
}

#[test]
fn a_listing_that_is_not_shown_is_not_said_to_be_gone() {
    let phone = on_the_list(Language::English);
    let app = &phone.app;
    let id = app.keep_listing_letter(&done(), "form").unwrap().item;
    app.note_listing_hand_in(id, "2026-11-23", None).unwrap();
    let is_said = |listed: &str, is_over: bool| {
        let page = app.listing_case(id).unwrap();
        assert!(page.listed.contains(listed), "{listed}: {page:?}");
        assert_eq!(page.todo.starts_with("Nothing more to do here"), is_over, "{page:?}");
    };
    is_said("Still on the list of the court", false);
    put(&phone, &Listing { publish_from: "2026-12-20".parse().unwrap(), ..early() });
    is_said("its first day has not come by this phone’s time", false);
    put(&phone, &Listing { publish_max: "2026-11-01".parse().unwrap(), ..early() });
    is_said("No longer on the list of the court under this number (list of", true);
    put(&phone, &Listing { list_id: "L2".parse().unwrap(), ..early() });
    is_said("under number L2, by the same decision", false);
    let mut index = register_index();
    index.listers.retain(|one| one.iss.as_str() != COURT);
    let store = phone.app.store().unwrap();
    let (trust, until) = (TrustId::of_root(b"root"), UnixTime(NOW + 30 * DAY));
    let bytes = serde_json::to_vec(&index).unwrap();
    store
        .write_register(|tx| tx.put_register(trust, &bytes, until))
        .unwrap_or_else(|error: StoreError| panic!("{error}"));
    is_said("no longer lets that list name decisions of this office", false);
}

#[test]
fn a_copy_of_a_letter_is_as_what_was_handed_in() {
    let basis = LegalBasis { instrument: text("Appeals Act", "申诉法"), article: String::new() };
    let appeal = Appeal { until: "2026-11-25".parse().unwrap(), basis };
    let phone = listed(Listing { appeal: Some(appeal), ..early() }, Language::English);
    let app = &phone.app;
    let until = app.listing_form(&key(), ListingAim::Contest).unwrap().deadline.unwrap();
    let event = "Standing: last day to appeal";
    assert_eq!((until.label.as_str(), until.event.as_str()), ("Last day to appeal", event));
    let id = app.keep_listing_letter(&contest(), "form").unwrap().item;
    let letter = || app.listing_case_letter(id, &sender()).unwrap().text;
    phone.clock.pass(DAY);
    let first = letter();
    assert!(first.contains("\n23 November 2026\n"), "the day of writing: {first}");
    assert!(first.contains("within the time that the list names"), "{first}");
    app.note_listing_hand_in(id, "2026-11-24", None).unwrap();
    phone.clock.pass(10 * DAY);
    assert_eq!(letter(), first, "after the last day to appeal, too");
}

#[test]
fn a_day_in_a_year_without_a_calendar_is_marked_as_unsure() {
    let due = |days| {
        let slow =
            Remedy { steps: vec![RemedyStep { days, ..repair().steps.remove(0) }], ..repair() };
        let phone = with_remedies(&early(), vec![slow], Language::English);
        let id = phone.app.keep_listing_letter(&done(), "form").unwrap().item;
        let page = phone.app.note_listing_hand_in(id, "2026-11-23", None).unwrap();
        (page.deadline.unwrap().label, page.todo.contains("list of days off for 2027"))
    };
    assert_eq!(due(10), ("The office’s next step due".to_owned(), false));
    assert_eq!(due(30), ("The office’s next step due (holidays not known)".to_owned(), true));
}

#[test]
fn a_form_that_is_kept_twice_at_once_gives_one_letter() {
    let phone = on_the_list(Language::English);
    let app = &phone.app;
    let keep = || app.keep_listing_letter(&done(), "form").unwrap().item;
    std::thread::scope(|scope| (0..4).for_each(|_| drop(scope.spawn(keep))));
    assert_eq!(app.business(TEA).unwrap().letters.len(), 1);
    for n in 1..50 {
        app.keep_listing_letter(&done(), &n.to_string()).unwrap();
    }
    let full = app.keep_listing_letter(&done(), "one more").unwrap_err();
    assert_eq!(full.problem.code, "listing-letters-full");
    assert!(keep() > 0, "what is kept is still found");
}

#[test]
fn a_letter_is_written_from_the_register_that_the_listing_was_seen_in() {
    let name = "杭州西湖茶业有限公司";
    let form = |phone: &Phone, root: &[u8]| {
        let own = ListingKey { register: TrustId::of_root(root).to_string(), ..key() };
        phone.app.listing_form(&own, ListingAim::Contest).map_err(|error| error.problem.code)
    };
    let (both, one) = (two(true, name), two(false, name));
    let seen = both.app.business(TEA).unwrap().listings[0].key.clone().unwrap();
    assert_eq!(seen.register, TrustId::of_root(b"second").to_string());
    assert!(form(&both, b"second").is_ok());
    assert_eq!(form(&both, b"root").unwrap_err(), "listing-gone", "that one has no such listing");
    assert_eq!(form(&one, b"second").unwrap_err(), "listing-gone", "that one is not relied on");
}

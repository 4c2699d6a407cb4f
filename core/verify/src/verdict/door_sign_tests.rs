//! A sign against the clock and against statements.

use serde_json::json;

use super::*;
use standing_model::ids::{Hash, KeyId, TrustId};
use standing_model::message::Typ;
use standing_model::text::LocalText;
use standing_model::time::{Date, ZoneOffset};

fn sign(quarter: &str, iat: UnixTime, stars: serde_json::Value) -> Verified<DoorSign> {
    let payload = serde_json::from_value(json!({
        "v": 1, "iss": "credit.yangqiao.example", "iat": iat, "door": "YQ-3-12",
        "quarter": quarter, "stars": stars,
    }));
    let (kid, trust) = (KeyId(Hash::of(b"key")), TrustId(Hash::of(b"root")));
    Verified::of_parts(payload.unwrap(), Hash::of(b"sign"), kid, trust, ZoneOffset::CHINA)
}

/// A statement with two categories, one of which was set again.
fn statement(iss: &str, door: Option<&str>) -> Statement {
    let star = |id: &str, category: &str, value: u8, state: &str| {
        json!({"id": id, "category": category, "value": value, "rulebook": 1,
            "set_on": "2026-09-30", "set_by": {"en": "e", "zh-Hans": "z"}, "state": state})
    };
    let mut statement = json!({
        "v": 1, "iss": iss, "sub": "r-1", "iat": 1_795_000_000, "seq": 1,
        "period": {"from": "2026-07-01", "to": "2026-09-30"},
        "rulebook": "r", "rulebooks": [{"version": 1, "sha256": Hash::of(b"r")}],
        "score": 0, "tier": "t", "entries": [], "perks": [], "restrictions": [],
        "stars": [star("S-1", "courtyard", 5, "replaced"), star("S-2", "courtyard", 3, "active"),
            star("S-3", "law", 5, "active")],
    });
    if let Some(door) = door {
        statement["door"] = door.into();
    }
    serde_json::from_value(statement).unwrap()
}

/// Each in force.
fn own<'a>(statements: impl IntoIterator<Item = &'a Statement>) -> Vec<OwnStatement<'a>> {
    let one = |statement| OwnStatement { statement, in_force: InForce::Newest };
    statements.into_iter().map(one).collect()
}

fn differs(category: &str, sign: u8, statement: u8) -> StarDifference {
    StarDifference { category: category.parse().unwrap(), sign, statement }
}

fn at(day: &str) -> UnixTime {
    day.parse::<Date>().unwrap().start_in(ZoneOffset::CHINA)
}

#[test]
fn a_sign_is_current_from_the_first_to_the_last_second_of_its_quarter() {
    let sign = sign("2026-Q4", at("2026-09-28"), json!({"law": 5}));
    for (latest, expected) in [
        (at("2026-10-01").plus(-1), Age::NotYet),
        (at("2026-10-01"), Age::Current),
        (at("2027-01-01").plus(-1), Age::Current),
        (at("2027-01-01"), Age::Earlier),
        (at("2032-05-05"), Age::Earlier),
    ] {
        assert_eq!(age(&sign, latest), expected, "{latest:?}");
    }
}

#[test]
fn a_sign_that_was_signed_later_than_now_is_not_yet_one() {
    let (now, stars) = (at("2026-11-23"), json!({"law": 5}));
    assert_eq!(age(&sign("2026-Q4", now.plus(TOLERANCE), stars.clone()), now), Age::Current);
    assert_eq!(age(&sign("2026-Q4", now.plus(TOLERANCE + 1), stars), now), Age::NotYet);
}

#[test]
fn a_sign_is_compared_with_the_statement_that_names_its_door() {
    let of = |stars, statements: &[Statement]| {
        let sign = sign("2026-Q4", at("2026-10-01"), stars);
        whose(sign.payload(), Age::Current, &own(statements))
    };
    let village = "credit.yangqiao.example";
    let [mine, neighbour] = ["YQ-3-12", "YQ-3-13"].map(|door| statement(village, Some(door)));
    let same = json!({"courtyard": 3, "law": 5});
    let found = |differences| Whose::Own { differences };
    assert_eq!(of(same.clone(), std::slice::from_ref(&mine)), found(vec![]));
    assert_eq!(of(same.clone(), &[neighbour.clone(), mine.clone()]), found(vec![]));
    let raised = of(json!({"courtyard": 5, "law": 5}), std::slice::from_ref(&mine));
    assert_eq!(raised, found(vec![differs("courtyard", 5, 3)]));
    let more = of(json!({"courtyard": 3, "family": 2}), std::slice::from_ref(&mine));
    assert_eq!(more, found(vec![differs("family", 2, 0), differs("law", 0, 5)]));
    let own_doors = vec!["YQ-3-13".parse().unwrap()];
    assert_eq!(of(same.clone(), &[neighbour]), Whose::Another { own: own_doors });
    // Another authority's doors may have the same marks.
    let elsewhere = statement("credit.elsewhere.example", Some("YQ-3-12"));
    assert_eq!(of(same.clone(), &[elsewhere, statement(village, None)]), Whose::Unknown);
    assert_eq!(of(same, &[]), Whose::Unknown);
}

#[test]
fn only_other_stars_on_the_own_door_fail() {
    let states = [Age::Current, Age::Earlier, Age::NotYet].map(Age::state);
    assert_eq!(states, [State::Holds, State::Unknown, State::Unknown]);
    let differences = vec![differs("law", 5, 4)];
    assert_eq!(Whose::Own { differences }.state(), State::Fails);
    assert_eq!(Whose::Own { differences: vec![] }.state(), State::Holds);
    assert_eq!(Whose::Another { own: vec![] }.state(), State::Unknown);
    assert_eq!(Whose::Unknown.state(), State::Unknown);
}

#[test]
fn the_stars_of_another_quarter_are_not_held_against_todays() {
    let mine = statement("credit.yangqiao.example", Some("YQ-3-12"));
    let old = sign("2026-Q3", at("2026-07-01"), json!({"courtyard": 5}));
    for age in [Age::Earlier, Age::NotYet] {
        let found = whose(old.payload(), age, &own([&mine]));
        assert_eq!((&found, found.state()), (&Whose::OwnThen, State::Holds));
    }
    let other = statement("credit.yangqiao.example", Some("YQ-3-13"));
    let found = whose(old.payload(), Age::Earlier, &own([&other]));
    assert!(matches!(found, Whose::Another { .. }));
}

#[test]
fn a_sign_is_not_held_against_a_statement_from_before_its_quarter() {
    let other_stars = sign("2026-Q4", at("2026-10-01"), json!({"courtyard": 1}));
    let mut mine = statement("credit.yangqiao.example", Some("YQ-3-12"));
    let found = |mine: &Statement, in_force: InForce| {
        let own = OwnStatement { statement: mine, in_force };
        whose(other_stars.payload(), Age::Current, &[own])
    };
    assert_eq!(found(&mine, InForce::Newest).state(), State::Fails, "it ends the day before");
    assert_eq!(found(&mine, InForce::NoHead).state(), State::Fails, "nothing newer is known of");
    let why = LocalText { en: "x".into(), zh: "x".into() };
    for in_force in [
        InForce::Withdrawn { at: at("2026-11-01"), why },
        InForce::OtherCounted,
        InForce::Superseded { by: 2 },
        InForce::Replaced { newest: 2 },
    ] {
        let found = found(&mine, in_force);
        let expected = Whose::NotCompared(NotCompared::NotInForce);
        assert_eq!((&found, found.state()), (&expected, State::Unknown));
    }
    mine.period.to = "2026-09-29".parse().unwrap();
    let found = found(&mine, InForce::Newest);
    let expected = Whose::NotCompared(NotCompared::EndsBefore);
    assert_eq!((&found, found.state()), (&expected, State::Unknown));
}

#[test]
fn stars_set_within_the_quarter_are_not_held_against_its_sign() {
    let mut mine = statement("credit.yangqiao.example", Some("YQ-3-12"));
    mine.period.to = "2026-11-15".parse().unwrap();
    let star = |id: &str, value: u8, set_on: &str, state: StarState| {
        let (id, set_on) = (id.parse().unwrap(), set_on.parse().unwrap());
        Star { id, value, set_on, state, ..mine.stars[1].clone() }
    };
    let stars = vec![
        star("S-1", 2, "2026-06-30", StarState::Replaced),
        star("S-2", 3, "2026-09-30", StarState::Replaced),
        star("S-4", 5, "2026-09-30", StarState::Withdrawn),
        star("S-5", 4, "2026-10-01", StarState::Active),
    ];
    mine.stars = stars;
    let found = |courtyard: u8| {
        let sign = sign("2026-Q4", at("2026-10-01"), json!({"courtyard": courtyard}));
        whose(sign.payload(), Age::Current, &own([&mine]))
    };
    assert_eq!(found(3), Whose::Own { differences: vec![] });
    assert_eq!(found(4), Whose::Own { differences: vec![differs("courtyard", 4, 3)] });
}

#[test]
fn of_two_residents_behind_a_door_the_later_statement_counts() {
    let sign = sign("2026-Q4", at("2026-10-01"), json!({"courtyard": 4, "law": 5}));
    let earlier = statement("credit.yangqiao.example", Some("YQ-3-12"));
    let with_stars_of_the_sign = |to: &str, iat: UnixTime| {
        let mut later = Statement { iat, ..earlier.clone() };
        later.period.to = to.parse().unwrap();
        later.stars[1].value = 4;
        later
    };
    for later in [
        with_stars_of_the_sign("2026-10-31", earlier.iat.plus(-1)),
        with_stars_of_the_sign("2026-09-30", earlier.iat.plus(1)),
    ] {
        for both in [[&earlier, &later], [&later, &earlier]] {
            let found = whose(sign.payload(), Age::Current, &own(both));
            assert_eq!(found, Whose::Own { differences: vec![] });
        }
        // One that says nothing of the sign gives way to the other's.
        let mut both = own([&later, &earlier]);
        both[0].in_force = InForce::OtherCounted;
        assert_eq!(whose(sign.payload(), Age::Current, &both).state(), State::Fails);
    }
}

#[test]
fn only_a_list_that_may_be_older_than_the_sign_leaves_a_refused_key_unknown() {
    let (now, day) = (at("2026-11-23"), 86_400);
    let list = KeyList { unread: false, good_until: Some(now.plus(day)), latest: now };
    let past = KeyList { good_until: Some(now), ..list };
    let unread = KeyList { unread: true, ..list };
    let before = Some(now.plus(-day));
    for error in [
        TrustError::UnknownKey(KeyId(Hash::of(b"key"))),
        TrustError::OutsideRemit(Typ::DoorSign),
        TrustError::KeyNotInUse,
    ] {
        let old = |claimed, list| old_list(&error, claimed, list, now);
        assert_eq!((old(before, list), old(Some(now), list), old(None, list)), (None, None, None));
        assert_eq!(old(before, past), Some(OldList::PastDate));
        assert_eq!(old(before, unread), Some(OldList::Unread));
        assert_eq!(old(Some(now.plus(1)), list), Some(OldList::CheckedBefore));
    }
    for list in [past, unread] {
        assert_eq!(old_list(&TrustError::BadSignature, Some(now.plus(1)), list, now), None);
    }
}

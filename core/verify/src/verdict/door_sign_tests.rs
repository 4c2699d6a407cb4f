//! A sign against the clock and against statements.

use serde_json::json;

use super::*;
use standing_model::ids::{Hash, KeyId, TrustId};
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
        whose(sign("2026-Q4", at("2026-10-01"), stars).payload(), Age::Current, statements)
    };
    let village = "credit.yangqiao.example";
    let (own, neighbour) =
        (statement(village, Some("YQ-3-12")), statement(village, Some("YQ-3-13")));
    let same = json!({"courtyard": 3, "law": 5});
    let differs = |category: &str, sign, statement| StarDifference {
        category: category.parse().unwrap(),
        sign,
        statement,
    };
    let found = |differences| Whose::Own { differences };
    assert_eq!(of(same.clone(), &[own.clone()]), found(vec![]));
    assert_eq!(of(same.clone(), &[neighbour.clone(), own.clone()]), found(vec![]));
    let raised = of(json!({"courtyard": 5, "law": 5}), &[own.clone()]);
    assert_eq!(raised, found(vec![differs("courtyard", 5, 3)]));
    let more = of(json!({"courtyard": 3, "family": 2}), &[own.clone()]);
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
    let differences =
        vec![StarDifference { category: "law".parse().unwrap(), sign: 5, statement: 4 }];
    assert_eq!(Whose::Own { differences }.state(), State::Fails);
    assert_eq!(Whose::Own { differences: vec![] }.state(), State::Holds);
    assert_eq!(Whose::Another { own: vec![] }.state(), State::Unknown);
    assert_eq!(Whose::Unknown.state(), State::Unknown);
}

#[test]
fn the_stars_of_another_quarter_are_not_held_against_todays() {
    let own = statement("credit.yangqiao.example", Some("YQ-3-12"));
    let old = sign("2026-Q3", at("2026-07-01"), json!({"courtyard": 5}));
    for age in [Age::Earlier, Age::NotYet] {
        let found = whose(old.payload(), age, [&own]);
        assert_eq!((&found, found.state()), (&Whose::OwnThen, State::Holds));
    }
    let other = statement("credit.yangqiao.example", Some("YQ-3-13"));
    assert!(matches!(whose(old.payload(), Age::Earlier, [&other]), Whose::Another { .. }));
}

//! Planted unfairness is named; fair rulebooks are left in peace.

use super::*;
use standing_model::points::Points;

fn fixture(name: &str) -> Rulebook {
    let root = env!("CARGO_MANIFEST_DIR");
    let bytes = std::fs::read(format!("{root}/../../fixtures/rulebooks/{name}.json")).unwrap();
    Rulebook::read(bytes.trim_ascii_end()).unwrap()
}

fn city() -> Rulebook {
    fixture("qianjiang-fen-1")
}

fn found(rulebook: &Rulebook) -> Vec<(&'static str, Basis)> {
    lint(rulebook).iter().map(|finding| (finding.concern.code(), finding.basis)).collect()
}

/// The city's rulebook, which is fair, with one rule's name and points changed.
fn with_rule(points: i32, en: &str, zh: &str) -> Vec<(&'static str, Basis)> {
    let mut rulebook = city();
    let rule = rulebook.rules.iter_mut().find(|rule| rule.id == "L-1").unwrap();
    rule.points = Points::new(points);
    rule.names = LocalText { en: en.into(), zh: zh.into() };
    found(&rulebook)
}

#[test]
fn a_fair_rulebook_gives_no_finding() {
    assert_eq!(found(&city()), []);
}

#[test]
fn household_stars_are_said_to_count_what_others_do() {
    let findings = lint(&fixture("yangqiao-morality-bank-7"));
    let [Finding { concern: Concern::CountsHousehold { categories }, basis: Basis::Data }] =
        findings.as_slice()
    else {
        panic!("{findings:?}");
    };
    assert_eq!(categories.len(), 5);
}

#[test]
fn stars_that_count_nothing_count_nobody() {
    let mut village = fixture("yangqiao-morality-bank-7");
    village.stars.iter_mut().for_each(|stars| stars.points.fill(Points::ZERO));
    assert_eq!(found(&village), []);
}

#[test]
fn a_rulebook_without_a_contest_step_is_named() {
    for name in ["rongcheng-letters-1", "baoji-honours-1"] {
        assert_eq!(found(&fixture(name)), [("no-contest", Basis::Data)], "{name}");
    }
}

#[test]
fn taking_points_for_not_giving_blood_is_named_by_number_and_by_word() {
    let mut rulebook = city();
    let rule = rulebook.rules.iter_mut().find(|rule| rule.id == "S-2").unwrap();
    rule.points = Points::new(-20);
    assert_eq!(found(&rulebook), [("takes-for-blood", Basis::Data)]);
    let blood = [("takes-for-blood", Basis::Wording)];
    assert_eq!(with_rule(-5, "No blood given this year", "本年度有义务"), blood);
    assert_eq!(with_rule(-5, "A duty", "未参加献血"), blood);
}

#[test]
fn a_forged_donation_certificate_may_cost_points() {
    assert_eq!(with_rule(-5, "Forging a blood donation certificate", "伪造献血证"), []);
}

#[test]
fn what_relatives_do_is_not_ones_own_conduct() {
    let others = [("counts-others", Basis::Wording)];
    assert_eq!(with_rule(-5, "A family member was fined", "被处罚"), others);
    assert_eq!(with_rule(-5, "Littering", "家庭成员乱扔垃圾"), others);
    assert_eq!(with_rule(5, "Good marks of one's child's teacher", "好评"), others);
    assert_eq!(with_rule(5, "Helping a neighbour in need", "帮助有困难的邻里"), []);
}

#[test]
fn words_that_only_look_like_a_relative_are_left_in_peace() {
    for fair in [
        "Helping with a disabled person's shopping",
        "Relative quiet at night",
        "Child seat missing",
        "A child seat is missing",
        "Comparison's sake",
        "Sonic alarm not switched off",
    ] {
        assert_eq!(with_rule(-5, fair, "其他"), [], "{fair}");
    }
    let others = [("counts-others", Basis::Wording)];
    for unfair in [
        "One’s son’s truancy",
        "Spouse fined",
        "Child missing school",
        "Litter left by another household member",
        "The neighbour did not sweep",
    ] {
        assert_eq!(with_rule(-5, unfair, "其他"), others, "{unfair}");
    }
}

#[test]
fn confessing_earns_nothing_and_silence_costs_nothing() {
    let confessing = [("rewards-confessing", Basis::Wording)];
    let silence = [("punishes-silence", Basis::Wording)];
    assert_eq!(with_rule(5, "Confessing a misdeed", "主动承认错误"), confessing);
    assert_eq!(with_rule(-5, "Failing to report one's neighbours", "知情不报"), silence);
    assert_eq!(with_rule(5, "Reporting a broken street lamp", "报告路灯损坏"), []);
}

#[test]
fn a_restriction_says_how_it_is_lifted() {
    let mut rulebook = city();
    rulebook.restrictions[0].note.zh = " ".into();
    assert_eq!(found(&rulebook), [("lifting-not-said", Basis::Data)]);
    rulebook.restrictions[0].note.zh = "见规定。".into();
    rulebook.restrictions[0].note.en = "It cannot be lifted.".into();
    assert_eq!(found(&rulebook), [("cannot-be-lifted", Basis::Wording)]);
    rulebook.restrictions[0].note.en = "It cannot be limited to one person.".into();
    assert_eq!(found(&rulebook), []);
    rulebook.restrictions[0].note.zh = "终身有效。".into();
    assert_eq!(found(&rulebook), [("cannot-be-lifted", Basis::Wording)]);
    rulebook.restrictions[0].when = Condition::TierAtMost("very-good".parse().unwrap());
    assert_eq!(found(&rulebook), [("cannot-be-lifted", Basis::Data)]);
}

#[test]
fn a_deduction_ends_and_a_confession_waits() {
    let mut rulebook = city();
    let rule = rulebook.rules.iter_mut().find(|rule| rule.id == "L-2").unwrap();
    rule.valid_months = None;
    rule.cooling_off_hours = 0;
    assert_eq!(found(&rulebook), [("never-ends", Basis::Data), ("no-cooling-off", Basis::Data)]);
}

#[test]
fn one_concern_about_one_rule_is_said_once() {
    let mut rulebook = city();
    let rule = rulebook.rules.iter_mut().find(|rule| rule.id == "S-2").unwrap();
    rule.points = Points::new(-20);
    rule.names.en = "Not giving blood".into();
    assert_eq!(found(&rulebook), [("takes-for-blood", Basis::Data)]);
}

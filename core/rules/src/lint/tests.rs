//! Planted unfairness is named; fair rulebooks are left in peace.

use super::*;
use standing_model::points::Points;

fn fixture(name: &str) -> Rulebook {
    let root = env!("CARGO_MANIFEST_DIR");
    let bytes = std::fs::read(format!("{root}/../../fixtures/rulebooks/{name}.json")).unwrap();
    Rulebook::read(bytes.trim_ascii_end()).unwrap()
}

/// The city's rulebook with a law for each restriction, which makes it fair.
fn city() -> Rulebook {
    with_basis(fixture("qianjiang-fen-1"))
}

fn with_basis(mut rulebook: Rulebook) -> Rulebook {
    let basis = rulebook.rules[0].legal_basis.clone();
    for restriction in &mut rulebook.restrictions {
        restriction.legal_basis.clone_from(&basis);
    }
    rulebook
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
    let findings = lint(&with_basis(fixture("yangqiao-morality-bank-7")));
    let [Finding { concern: Concern::CountsHousehold { categories }, basis: Basis::Data }] =
        findings.as_slice()
    else {
        panic!("{findings:?}");
    };
    assert_eq!(categories.len(), 5);
}

#[test]
fn stars_that_count_nothing_count_nobody() {
    let mut village = with_basis(fixture("yangqiao-morality-bank-7"));
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

/// What is planted, in English and in Chinese, with the sign of its points.
const PLANTED: [(&str, i32, &[&str], &[&str]); 10] = [
    (
        "counts-belief",
        5,
        &[
            "Taking part in worship",
            "Being religious",
            "Going to church on a workday",
            "Their beliefs",
        ],
        &["参加宗教活动", "家中烧香", "信教群众登记"],
    ),
    (
        "counts-ethnicity",
        -5,
        &["Belonging to an ethnic minority", "Residents who are Uyghurs", "Skin colour"],
        &["少数民族居民", "族别登记", "维吾尔居民"],
    ),
    (
        "counts-politics",
        -5,
        &["Petitioning above the county", "Political views", "Taking part in a protest"],
        &["越级上访", "政治立场", "妄议政策", "党员"],
    ),
    (
        "counts-family",
        -5,
        &["Divorced in the last year", "Having a third child", "Still unmarried at 30"],
        &["离婚", "违反计划生育", "三十岁未婚"],
    ),
    (
        "counts-reporting",
        5,
        &["Reporting a neighbour who smokes", "Informing on others", "A tip-off to the committee"],
        &["举报他人乱扔垃圾", "检举违法行为", "揭发问题"],
    ),
    (
        "counts-minors",
        -5,
        &[
            "Residents under 18 out after ten",
            "School grades below average",
            "Minors in an internet café",
        ],
        &["未成年人进入网吧", "小学生未完成家庭作业", "未满十八周岁夜归"],
    ),
    (
        "counts-past",
        -5,
        &["Debts from before this rule", "Fines in earlier years", "Applied retroactively"],
        &["追溯此前三年的欠费", "施行前的违规", "历年行为"],
    ),
    (
        "counts-collective",
        -5,
        &[
            "The whole household loses points",
            "Every household of the lane",
            "Joint liability for litter",
        ],
        &["全户扣分", "邻里连坐", "一人违规，全组扣分"],
    ),
    (
        "counts-not-donating",
        -5,
        &["Not donating to the flood fund", "Refused to donate", "No donation this year"],
        &["未捐款", "拒绝捐款", "不捐物资"],
    ),
    (
        "counts-not-volunteering",
        -5,
        &["Not volunteering at the clean-up", "Too few volunteer hours", "Refusing to volunteer"],
        &["未参加志愿服务", "志愿服务不足八小时", "拒绝参加志愿活动"],
    ),
];

#[test]
fn every_planted_rule_is_found_in_either_language_and_named_once() {
    for (code, points, english, chinese) in PLANTED {
        let expected = [(code, Basis::Wording)];
        for text in english {
            assert_eq!(with_rule(points, text, "其他"), expected, "{text}");
            assert_eq!(with_rule(points, &text.to_uppercase(), "其他"), expected, "{text}");
            assert_eq!(with_rule(points, &format!("{text}\u{200B}"), "其他"), expected, "{text}");
        }
        for text in chinese {
            assert_eq!(with_rule(points, "Other", text), expected, "{text}");
            let (first, rest) = text.split_at(3);
            let hidden = format!("{first}\u{200B}{rest}");
            assert_eq!(with_rule(points, "Other", &hidden), expected, "{text}");
        }
    }
}

/// Fair rules with words in them that look like unfair ones.
const FAIR: &[&str] = &[
    "Helping with a disabled person's shopping",
    "Expressing disbelief",
    "Acting in good faith",
    "Choosing a family doctor",
    "Minor damage to a public bike",
    "Winning the village race",
    "Demonstration of first aid",
    "Reporting a broken street lamp",
    "Helping minors cross the road",
    "Protection of minors",
    "Collective heating paid on time",
    "Donated goods sorted",
    "Volunteer hours recorded",
    "Cooking ethnic food for the festival",
    "Repairs at the marriage registry",
    "A party for the elderly",
    "Temple Street swept",
    "Churchill Road swept",
    "Late return of a library book on prayerful silence",
    "Weather forecast for the past week shared",
];

/// The same in Chinese.
const FAIR_CHINESE: &[&str] = &[
    "帮助残疾人购物",
    "签约家庭医生",
    "民族路清扫",
    "食品追溯码登记",
    "关爱未成年人志愿服务",
    "信访接待志愿服务",
    "缴纳生育保险",
    "报告路灯损坏",
    "捐款",
    "参加志愿服务",
    "集体土地整理",
    "公交车上给孕妇让座",
];

#[test]
fn what_only_looks_like_it_is_left_in_peace() {
    for points in [5, -5] {
        for fair in FAIR {
            assert_eq!(with_rule(points, fair, "其他"), [], "{fair} {points}");
        }
        for fair in FAIR_CHINESE {
            assert_eq!(with_rule(points, "Other", fair), [], "{fair} {points}");
        }
    }
}

#[test]
fn the_sign_of_the_points_decides_where_only_one_is_unfair() {
    assert_eq!(with_rule(-5, "Informing on others falsely", "诬告"), []);
    assert_eq!(with_rule(5, "Clean-up by the whole village", "其他"), []);
    assert_eq!(with_rule(5, "Other", "不捐款也可以参加"), []);
    assert_eq!(with_rule(0, "Religious affiliation", "宗教"), [], "it counts nothing");
}

#[test]
fn volunteering_that_takes_points_is_known_by_its_number() {
    let mut rulebook = city();
    let hours = rulebook.records.volunteering.as_ref().unwrap().rule.clone();
    let rule = rulebook.rules.iter_mut().find(|rule| rule.id == hours).unwrap();
    rule.points = Points::new(-1);
    assert_eq!(found(&rulebook), [("counts-not-volunteering", Basis::Data)]);
}

#[test]
fn a_restriction_names_a_law_and_is_of_a_kind_on_the_national_list() {
    let mut rulebook = city();
    rulebook.restrictions[0].legal_basis.clear();
    assert_eq!(found(&rulebook), [("no-legal-basis", Basis::Data)]);
    let named = |en: &str, zh: &str| {
        let mut rulebook = city();
        rulebook.restrictions[0].names = LocalText { en: en.into(), zh: zh.into() };
        found(&rulebook)
    };
    let beyond = [("not-on-national-list", Basis::Wording)];
    assert_eq!(named("Children may not attend the village school", "子女不得就读村小学"), beyond);
    assert_eq!(named("No place in the care home", "不得入住养老院"), beyond);
    assert_eq!(named("Slower internet", "限制网速"), beyond);
    assert_eq!(named("No seat on a flight", "其他"), []);
    assert_eq!(named("Other", "不准出境"), []);
    assert_eq!(lists::NATIONAL_LIST.len(), 11);
}

#[test]
fn tiers_that_nobody_reaches_are_named() {
    let unreachable = [("unreachable-tier", Basis::Data)];
    let mut above = city();
    above.tiers.last_mut().unwrap().from = Points::new(1_001);
    assert_eq!(found(&above), unreachable, "above the scale");
    above.tiers.last_mut().unwrap().from = Points::new(1_000);
    assert_eq!(found(&above), [], "its very end is reached");
    let mut below = city();
    below.scale.min = Points::new(550);
    assert_eq!(found(&below), unreachable, "the lowest one lies below the scale");
    let mut twins = city();
    twins.tiers[1].names = twins.tiers[2].names.clone();
    assert_eq!(found(&twins), [("same-tier-name", Basis::Data)]);
}

#[test]
fn what_start_stars_and_limited_rules_come_to_is_the_highest_score() {
    let mut village = with_basis(fixture("yangqiao-morality-bank-7"));
    village.stars.iter_mut().for_each(|stars| stars.points.fill(Points::new(1)));
    village.rules.retain(|rule| rule.id == "W-1");
    // 70, five categories of 1, and twice 3 in each of two calendar years.
    let unreachable =
        |village: &Rulebook| found(village).iter().any(|(code, _)| *code == "unreachable-tier");
    village.tiers.last_mut().unwrap().from = Points::new(87);
    assert!(!unreachable(&village));
    village.tiers.last_mut().unwrap().from = Points::new(88);
    assert!(unreachable(&village));
    village.rules[0].max_per_year = None;
    assert!(!unreachable(&village), "without a limit any score is reached");
}

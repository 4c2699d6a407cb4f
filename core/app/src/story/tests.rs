use crate::error::ErrorKind;
use crate::testing::{Phone, VILLAGE, rulebook, rulebook_bytes};
use crate::view::CheckState;
use crate::view::story::{MovedTarget, RulebookChangeKind, StoryView};
use crate::words::Language;
use standing_model::ids::Hash;
use standing_model::points::Points;
use standing_model::rulebook::{Rulebooks, storage_key};
use standing_model::statement::{EntryState, RulebookVersion, Statement};
use standing_model::time::Date;
use standing_rules::arithmetic;
use standing_store::testing::membership;

const NEWER: &str = "yangqiao-morality-bank-8";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A statement as of a day by versions 7 and 8, settled by both.
fn statement(phone: &Phone, seq: u32, to: &str, entries: &[(&str, &str)]) -> Statement {
    let mut statement = phone.statement(seq, 3, entries);
    statement.period.to = day(to);
    statement.period.from = day(to).plus_days(-90);
    for star in &mut statement.stars {
        star.set_on = day("2025-01-01");
    }
    let newer = rulebook_bytes(NEWER);
    statement.rulebooks.push(RulebookVersion { version: 8, sha256: Hash::of(&newer) });
    settle(&mut statement);
    statement
}

fn settle(statement: &mut Statement) {
    let books = Rulebooks::try_from(vec![rulebook(VILLAGE), rulebook(NEWER)]).unwrap();
    let Statement { entries, stars, period, .. } = &*statement;
    let total = arithmetic::compute(&books, entries, stars, period.to).total;
    let book = books.as_of(period.to);
    let current = arithmetic::current_stars(stars, period.to);
    let granted = |all: &[standing_model::rulebook::Measure]| {
        let due = all.iter().filter(|one| arithmetic::is_due(one, book, total, &current));
        due.map(|one| standing_model::statement::Grant {
            id: one.id.clone(),
            since: period.to,
            until: None,
        })
        .collect::<Vec<_>>()
    };
    let (perks, restrictions) = (granted(&book.perks), granted(&book.restrictions));
    let tier = book.tier_of(total).unwrap().id.clone();
    (statement.score, statement.tier) = (total, tier);
    (statement.perks, statement.restrictions) = (perks, restrictions);
}

fn phone(language: Language) -> Phone {
    let phone = Phone::joined(VILLAGE, language);
    let newer = rulebook_bytes(NEWER);
    let key = storage_key(Hash::of(&newer));
    phone.write(|tx| tx.put_public_file(membership("m").trust, &key, &newer));
    phone
}

/// Four statements: littering came and ran out, the third does not add up, the fourth is by
/// another version.
fn told(language: Language) -> Phone {
    let phone = phone(language);
    phone.keep(&statement(&phone, 1, "2025-03-31", &[]));
    let entries = [("R-1", "2025-05-01"), ("V-1", "2025-06-01")];
    phone.keep(&statement(&phone, 2, "2025-06-30", &entries));
    let mut wrong = statement(&phone, 3, "2025-12-31", &entries);
    wrong.score -= Points::new(4);
    phone.keep(&wrong);
    let more =
        [&entries[..], &[("V-1", "2026-06-02"), ("V-1", "2026-06-03"), ("F-2", "2026-06-04")]];
    let mut last = statement(&phone, 4, "2026-09-30", &more.concat());
    for entry in &mut last.entries[..2] {
        entry.state = EntryState::Ended;
    }
    settle(&mut last);
    phone.keep(&last);
    phone
}

fn story(phone: &Phone) -> StoryView {
    phone.app.story(&phone.id).unwrap()
}

#[test]
fn the_story_shows_every_statement_and_what_moved_the_score() {
    let view = story(&told(Language::English));
    assert_eq!(view.period, "Yangqiao, 31 March 2025 to 30 September 2026");
    assert_eq!(view.heading, "From 70 to 77");
    let moved: Vec<_> = view
        .moved
        .iter()
        .map(|row| format!("{} {}: {}", row.points, row.title, row.detail))
        .collect();
    assert_eq!(
        moved,
        [
            "+12 Visiting elderly parents, or taking them to the doctor: 2 entries, +6 each, rule V-1",
            "−5 Late on a loan payment: Counts up to and including 3 June 2027.",
        ]
    );
    assert_eq!(view.moved_all, "+7 in all");
    assert_eq!(view.moved[0].target, MovedTarget::Statement { seq: 4 });
    assert_eq!(view.moved[1].target, MovedTarget::Entry { seq: 4, entry: "5".into() });
    assert_eq!(
        view.past[1],
        "“Littering at the river landing”, −5, was recorded on 1 May 2025 and expired on 1 May 2026. \
         It does not count today."
    );
    let rows: Vec<_> = view
        .rows
        .iter()
        .map(|row| {
            format!("{} {} {} {} {}", row.seq, row.score, row.change, row.note, row.rulebook)
        })
        .collect();
    assert_eq!(
        rows,
        [
            "4 77 +10  Rulebook 8, from 1 July 2026",
            "3 67 −4 Does not add up ",
            "2 71 +1  ",
            "1 70   ",
        ]
    );
}

#[test]
fn the_chart_marks_what_does_not_add_up_and_where_the_rules_changed() {
    let view = story(&told(Language::English));
    let chart = view.chart.unwrap();
    let steps: Vec<_> = chart.steps.iter().map(|step| (step.at, step.points, step.state)).collect();
    use CheckState::{Fails, Holds};
    assert_eq!(steps, [(0, 70, Holds), (91, 71, Holds), (275, 67, Fails), (548, 77, Holds)]);
    let labels: Vec<_> = chart.steps.iter().map(|step| step.label.as_str()).collect();
    assert_eq!(labels, ["70", "", "", "77"]);
    assert_eq!((chart.lowest, chart.highest), (60, 85));
    let bands: Vec<_> =
        chart.bands.iter().map(|band| (band.name.as_str(), band.from, band.to)).collect();
    assert_eq!(bands, [("Fair", 60, 75), ("Good", 75, 85)]);
    assert!(chart.bands[1].is_current && chart.bands[1].range == "75 to 89");
    let marks: Vec<_> = chart.rulebooks.iter().map(|mark| (mark.at, mark.label.as_str())).collect();
    assert_eq!(marks, [(457, "Rulebook 8")]);
    let ticks: Vec<_> = chart.ticks.iter().map(|mark| mark.label.as_str()).collect();
    assert_eq!(ticks, ["March 2025", "January 2026", "September 2026"]);
    let findings: Vec<_> = view.findings.iter().map(|one| (one.seq, one.text.as_str())).collect();
    let said = "Statement 3 says 67; its own entries and stars add up to 71.";
    assert_eq!(findings, [(Some(3), said)]);
    assert_eq!(view.state, CheckState::Fails);
    assert_eq!(view.checks[0].mark, "One does not add up");
    assert!(view.checks.iter().any(|check| check.mark == "All signed"));
}

#[test]
fn it_is_told_in_chinese_without_spaces_between_signs() {
    let view = story(&told(Language::Chinese));
    assert_eq!(view.heading, "从70分到77分");
    assert_eq!(view.moved_all, "合计+7分");
    assert_eq!(view.findings[0].text, "第3期写的是67分，按其明细和星级合计应为71分。");
    assert_eq!(view.chart.unwrap().ticks[1].label, "2026年1月");
}

#[test]
fn what_the_chart_leaves_out_is_said() {
    let phone = phone(Language::English);
    assert_eq!(story(&phone).empty, "No statement has reached this phone yet.");
    assert!(story(&phone).chart.is_none());
    let mut unknown = statement(&phone, 2, "2025-03-31", &[]);
    unknown.rulebooks[0].sha256 = Hash::of(b"nobody has it");
    phone.keep(&unknown);
    phone.keep(&statement(&phone, 3, "2025-06-30", &[]));
    let one = story(&phone);
    assert_eq!((one.heading.as_str(), one.chart.is_none()), ("70", true));
    assert!(one.moved_empty.starts_with("Only one statement"), "{}", one.moved_empty);
    phone.keep(&statement(&phone, 5, "2025-09-30", &[]));
    let view = story(&phone);
    let chart = view.chart.unwrap();
    let joined: Vec<_> = chart.steps.iter().map(|step| (step.seq, step.joined)).collect();
    assert_eq!(joined, [(3, false), (5, false)], "no line across the fourth");
    let said: Vec<_> = view.findings.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(said.len(), 2);
    assert!(
        said[0].starts_with("Statements that are not on this phone, by number: 4."),
        "{said:?}"
    );
    assert!(said[1].contains("their rulebook is not on this phone, by number: 2"), "{said:?}");
    assert_eq!(view.moved_empty, "Nothing moved the score.");
}

#[test]
fn any_two_statements_are_compared_in_either_order() {
    let phone = told(Language::English);
    let view = phone.app.compare_statements(&phone.id, 4, 1).unwrap();
    assert_eq!(view, phone.app.compare_statements(&phone.id, 1, 4).unwrap());
    assert_eq!((view.earlier.seq, view.later.seq), (1, 4));
    assert_eq!(view.heading, "From 70 to 77");
    assert_eq!(view.moved_all, "+7 in all");
    assert_eq!(view.earlier.rulebook, "Rulebook 7, from 1 January 2024");
    assert_eq!(view.later.rulebook, "Rulebook 8, from 1 July 2026");
    assert_eq!(view.changes[0].title, "Level: Fair → Good");
    let choices: Vec<_> = view.statements.iter().map(|one| one.seq).collect();
    assert_eq!(choices, [4, 3, 2, 1]);
    assert_eq!(view.statements[3].name, "Statement 1, 31 March 2025");
    let wrong = phone.app.compare_statements(&phone.id, 1, 3).unwrap();
    let unexplained = wrong.moved.iter().find(|row| row.title == "Not explained by any entry");
    assert_eq!(unexplained.unwrap().points, "−4");
    let kind = |a, b| phone.app.compare_statements(&phone.id, a, b).unwrap_err().kind;
    assert_eq!((kind(2, 2), kind(1, 9)), (ErrorKind::Invalid, ErrorKind::NotFound));
}

#[test]
fn without_the_earlier_rulebook_the_changes_are_still_told() {
    let phone = phone(Language::English);
    let mut unknown = statement(&phone, 1, "2025-03-31", &[]);
    unknown.rulebooks[0].sha256 = Hash::of(b"nobody has it");
    phone.keep(&unknown);
    phone.keep(&statement(&phone, 2, "2025-06-30", &[("R-1", "2025-05-01")]));
    let view = phone.app.compare_statements(&phone.id, 1, 2).unwrap();
    assert_eq!(view.heading, "Statements 1 and 2");
    assert_eq!((view.earlier.score.as_str(), view.moved.len()), ("", 0));
    assert!(view.moved_empty.contains("rulebook of statement 1 is not on this phone"));
    assert_eq!(view.changes[0].title, "Littering at the river landing");
}

#[test]
fn two_versions_say_which_rule_became_what_and_from_when() {
    let phone = told(Language::English);
    let view = phone.app.compare_rulebooks(&phone.id, 8, 7).unwrap();
    assert_eq!(view.title, "Rulebooks 7 and 8");
    assert_eq!(view.heading, "What changed on 1 July 2026");
    let titles: Vec<_> = view.parts.iter().map(|part| part.title.as_str()).collect();
    assert_eq!(titles, ["Rules", "If an entry is wrong"]);
    let rules: Vec<_> =
        view.parts[0].rows.iter().map(|row| (row.kind, row.title.as_str())).collect();
    use RulebookChangeKind::{Added, Changed, Removed};
    assert_eq!(
        rules,
        [
            (Changed, "W-1 “Dedication to one’s work”"),
            (Changed, "R-1 “Littering at the river landing”"),
            (Added, "C-2 “Helping at a clean-up that the village calls”"),
            (Removed, "C-1 “Helping at a clean-up of lane or river bank”"),
        ]
    );
    assert_eq!(
        view.parts[0].rows[0].text,
        [
            "Now +2 each time, before +3.",
            "How often it counts in a year: now 4 times, before twice.",
            "How long it counts: now 6 months, before 12 months.",
        ]
    );
    assert_eq!(view.parts[0].rows[2].text[0], "+2 each time");
    let step = &view.parts[1].rows[0].text;
    assert_eq!(step[..], ["Time for this step: now 15 working days, before 30 days."]);
    assert_eq!(view.rulebooks.len(), 2);
    let kind = |a, b| phone.app.compare_rulebooks(&phone.id, a, b).unwrap_err().kind;
    assert_eq!((kind(7, 7), kind(7, 9)), (ErrorKind::Invalid, ErrorKind::NotFound));
}

#[test]
fn a_long_story_opens_two_statements() {
    let phone = phone(Language::English);
    for seq in 1..=60 {
        let to = day("2020-01-01").plus_days(i64::from(seq) * 30).to_string();
        phone.keep(&statement(&phone, seq, &to, &[]));
    }
    phone.write(|tx| crate::holdings::note(tx, &phone.app.memo));
    let phone = phone.restarted();
    let store = phone.app.store().unwrap();
    phone.app.statements(&phone.id).unwrap();
    store.take_opened();
    let view = story(&phone);
    let opened = store.take_opened();
    let bodies =
        opened.iter().filter(|((table, column), _)| (*table, *column) == ("statements", "sealed"));
    assert_eq!(bodies.map(|(_, n)| *n).sum::<u32>(), 2);
    assert_eq!((view.rows.len(), view.chart.unwrap().steps.len()), (60, 60));
}

//! Every rulebook can be read by people, in both languages, with nothing left out.

use super::*;
use crate::view::rulebook::{Certainty, Chapter, ChapterKind, Fact};
use crate::words::Language;

const ALL: [&str; 4] =
    ["yangqiao-morality-bank-7", "qianjiang-fen-1", "rongcheng-letters-1", "baoji-honours-1"];

fn fixture(name: &str) -> Rulebook {
    let root = env!("CARGO_MANIFEST_DIR");
    let bytes = std::fs::read(format!("{root}/../../fixtures/rulebooks/{name}.json")).unwrap();
    Rulebook::read(bytes.trim_ascii_end()).unwrap()
}

fn read(book: &Rulebook, language: Language) -> RulebookView {
    let snapshot = Snapshot {
        membership: MembershipId("m".into()),
        authority: "Yangqiao".into(),
        hash: Hash::of(b"r"),
        used: "used".into(),
    };
    view(Words(language), book, snapshot, "2026-11-23".parse().unwrap())
}

fn chapter(view: &RulebookView, kind: ChapterKind) -> &Chapter {
    view.chapters.iter().find(|chapter| chapter.kind == kind).unwrap()
}

fn fact<'a>(view: &'a RulebookView, kind: ChapterKind, label: &str) -> &'a Fact {
    let facts = &chapter(view, kind).facts;
    facts.iter().find(|fact| fact.label == label).unwrap_or_else(|| panic!("{label} in {facts:?}"))
}

/// Every text of a view that a person reads.
fn texts(view: &RulebookView) -> Vec<&String> {
    let mut texts = vec![&view.name, &view.heading, &view.noticed_lead, &view.hash_note];
    for noticed in &view.noticed {
        texts.extend([&noticed.text, &noticed.why, &noticed.basis]);
    }
    for chapter in &view.chapters {
        texts.extend([&chapter.title, &chapter.lead]);
        for fact in &chapter.facts {
            texts.extend([&fact.label, &fact.value]);
            texts.extend(&fact.lines);
            texts.extend(fact.origins.iter().flat_map(|origin| [&origin.text, &origin.sure]));
        }
    }
    texts
}

#[test]
fn every_rulebook_reads_in_both_languages_without_a_gap() {
    for name in ALL {
        let book = fixture(name);
        for language in [Language::English, Language::Chinese] {
            let view = read(&book, language);
            for text in texts(&view) {
                assert!(!text.is_empty() && !text.contains(['{', '}']), "{name}: {text:?}");
            }
            if language == Language::English {
                let mut han = texts(&view).into_iter().filter(|text| text.contains('，'));
                assert_eq!(han.next(), None, "{name}");
            }
        }
    }
}

#[test]
fn a_rule_says_what_it_counts_how_often_how_long_and_on_what_ground() {
    let view = read(&fixture(ALL[0]), Language::English);
    let late = fact(&view, ChapterKind::Takes, "Late on a loan payment");
    assert_eq!(late.value, "−5 each time");
    assert_eq!(
        late.lines,
        [
            "At most twice a year (−10 in all).",
            "Counts for 12 months from the day it happened, then expires.",
            "You can report it yourself.",
            "Your report stays on this phone for 24 hours. It is sent only if you then confirm it.",
            "Basis: Village rules (wording made up for this example), F-2",
            "Rule F-2",
        ]
    );
    let origins: Vec<_> = late.origins.iter().map(|origin| origin.certainty).collect();
    assert_eq!(origins, [Certainty::Report, Certainty::Assumed]);
    assert_eq!(
        late.origins[0].text,
        "The deed and its points: Report on the morality bank of Yangqiao (newspaper report)"
    );
}

#[test]
fn stars_say_what_each_number_of_them_counts() {
    let view = read(&fixture(ALL[0]), Language::Chinese);
    let yard = fact(&view, ChapterKind::Stars, "庭院整洁");
    assert_eq!(yard.value, "1至5星");
    assert_eq!(yard.lines.first().unwrap(), "1星：−2分");
    assert_eq!(yard.lines.last().unwrap(), "5星：+2分");
}

#[test]
fn tiers_perks_and_restrictions_name_their_scores() {
    let view = read(&fixture(ALL[1]), Language::English);
    assert_eq!(fact(&view, ChapterKind::Tiers, "Very good").value, "700 to 750");
    let gym = fact(&view, ChapterKind::Perks, "Free use of school gyms");
    assert_eq!(gym.value, "From level “Very good”: 700 or more");
    let bike = fact(&view, ChapterKind::Restrictions, "Higher deposit on public bikes");
    assert_eq!(bike.value, "Up to level “Needs improvement”: below 550");
    assert!(bike.lines[0].starts_with("How it is lifted: Lifted at 550 points."));
}

#[test]
fn two_texts_that_disagree_are_both_shown() {
    for (language, label) in
        [(Language::English, "Two texts disagree"), (Language::Chinese, "两份文本说法不一致")]
    {
        let view = read(&fixture(ALL[1]), language);
        let conflict = fact(&view, ChapterKind::Records, label);
        assert!(conflict.value.contains("14") && conflict.value.contains("28"));
    }
}

#[test]
fn volumes_are_a_choice_and_awards_a_row() {
    let city = fixture(ALL[1]);
    for (language, volumes, award, awards) in [
        (Language::English, "200, 300 or 400 ml each time", "Awards", "Bronze from 20 donations; "),
        (Language::Chinese, "每次200、300或400毫升", "表彰", "铜奖：满20次；"),
    ] {
        let view = read(&city, language);
        let facts = &chapter(&view, ChapterKind::Records).facts;
        assert!(facts.iter().any(|fact| fact.value == volumes), "{facts:?}");
        assert!(fact(&view, ChapterKind::Records, award).value.starts_with(awards));
    }
}

#[test]
fn decimals_and_letters_are_told_as_they_are() {
    let honours = read(&fixture(ALL[3]), Language::English);
    let social = fact(&honours, ChapterKind::Adds, "Award from a social organisation");
    assert_eq!(social.value, "+0.5 each time");
    let letters = read(&fixture(ALL[2]), Language::English);
    assert_eq!(fact(&letters, ChapterKind::Tiers, "AAA").value, "1,050 to 1,500");
    assert_eq!(
        chapter(&letters, ChapterKind::Contest).lead,
        "The rulebook names no steps. You can still ask the authority in writing to correct data about you, under the Personal Information Protection Law."
    );
    assert_eq!(letters.noticed[0].code, "no-contest");
}

#[test]
fn what_the_app_noticed_names_the_rule_and_what_it_rests_on() {
    let mut book = fixture(ALL[1]);
    let without = "“Higher deposit on public bikes” names no legal basis.";
    assert_eq!(read(&book, Language::English).noticed[1].text, without);
    let basis = book.rules[0].legal_basis.clone();
    book.restrictions.iter_mut().for_each(|one| one.legal_basis.clone_from(&basis));
    assert!(read(&book, Language::English).noticed_lead.starts_with("Nothing that Standing looks"));
    let rule = book.rules.iter_mut().find(|rule| rule.id == "L-1").unwrap();
    rule.valid_months = None;
    rule.names.en = "A relative\u{202E} was fined".into();
    let noticed = read(&book, Language::English).noticed;
    assert_eq!(noticed[0].text, "Rule L-1 “A relative was fined” takes points without an end.");
    assert_eq!(noticed[0].basis, "The rulebook’s own numbers show it.");
    assert_eq!(noticed[1].code, "counts-others");
    assert!(noticed[1].basis.ends_with("It may be mistaken."));
}

#[test]
fn a_rulebook_of_the_future_does_not_say_since() {
    let mut book = fixture(ALL[1]);
    assert_eq!(read(&book, Language::English).heading, "Version 1, applies since 1 January 2024.");
    book.in_force_from = "2027-01-01".parse().unwrap();
    assert_eq!(read(&book, Language::English).heading, "Version 1, applies from 1 January 2027.");
}

#[test]
fn a_hash_is_shown_in_groups_that_can_be_read_aloud() {
    let hash = read(&fixture(ALL[1]), Language::English).hash;
    assert_eq!(hash.split(' ').map(str::len).collect::<Vec<_>>(), [8; 8]);
}

#[test]
fn the_rulebook_of_the_newest_statement_is_the_one_that_is_shown() {
    use crate::testing::{CITY, Phone};
    let phone = Phone::joined(CITY, Language::English);
    let before = phone.app.rulebook(&phone.id).unwrap();
    assert_eq!((before.id.as_str(), before.version), ("qianjiang-fen", 1));
    assert!(before.used.starts_with("The authority uses this version now."), "{}", before.used);
    phone.keep(&phone.statement(1, 0, &[]));
    let view = phone.app.rulebook(&phone.id).unwrap();
    assert_eq!((view.id.as_str(), view.version), ("qianjiang-fen", 1));
    assert_eq!(view.used, "Statement 1 was calculated with this version.");
    assert_eq!((view.hash.len(), view.hash), (64 + 7, before.hash));
}

#[test]
fn a_rulebook_that_never_came_is_not_found_and_the_advice_is_to_sync() {
    use crate::testing::{CITY, Phone};
    let phone = Phone::joined(CITY, Language::English);
    let trust = standing_store::testing::membership("m").trust;
    let path = "rulebooks/qianjiang-fen/1.json";
    phone.write(|tx| tx.put_public_file(trust, path, b"no hash"));
    let none = phone.app.rulebook(&phone.id).unwrap_err();
    assert_eq!((none.kind, none.problem.code.as_str()), (ErrorKind::NotFound, "no-rulebook"));
    assert!(none.problem.todo.contains("Sync"));
}

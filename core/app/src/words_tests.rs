//! Both languages say the same, and every sentence that the code asks for exists.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// Keys (attributes as `key.attribute`) with the values that each sentence takes.
fn keys(sources: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::new();
    for source in sources {
        FluentResource::try_new((*source).to_owned()).expect("a readable file of sentences");
        let mut message = String::new();
        let mut current = String::new();
        for line in source.lines() {
            if let Some((key, _)) = line.split_once(" =") {
                let name = key.trim();
                if !line.starts_with([' ', '#', '[', '*']) {
                    message = name.to_owned();
                    current = name.to_owned();
                    let twice = keys.insert(current.clone(), BTreeSet::new());
                    assert!(twice.is_none(), "{name} appears twice");
                } else if let Some(attribute) = name.strip_prefix('.') {
                    current = format!("{message}.{attribute}");
                    keys.insert(current.clone(), BTreeSet::new());
                }
            }
            for part in line.split('$').skip(1) {
                let name = part.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
                keys.entry(current.clone()).or_default().insert(name);
            }
        }
    }
    keys
}

#[test]
fn both_languages_have_the_same_sentences_with_the_same_values() {
    let (english, chinese) = (keys(ENGLISH), keys(CHINESE));
    for (key, values) in &english {
        assert_eq!(chinese.get(key), Some(values), "{key}");
    }
    assert_eq!(english.len(), chinese.len(), "a sentence that only Chinese has");
}

#[test]
fn labels_are_plain_and_the_same_in_both_languages() {
    let english = include_str!("../../locales/en/ui.ftl");
    let chinese = include_str!("../../locales/zh-Hans/ui.ftl");
    let (english_keys, chinese_keys) = (keys(&[english]), keys(&[chinese]));
    for (key, values) in &english_keys {
        assert_eq!(chinese_keys.get(key), Some(values), "{key}");
        assert!(!key.contains('.'), "{key}: a label has no attributes");
    }
    assert_eq!(english_keys.len(), chinese_keys.len());
    // What makes catalogs from them knows one choice: by the number $n.
    for line in english.lines().chain(chinese.lines()).filter(|line| line.contains("->")) {
        assert!(line.ends_with("{ $n ->"), "{line}");
    }
}

#[test]
fn every_file_of_sentences_is_loaded() {
    for (folder, loaded) in [("en", ENGLISH), ("zh-Hans", CHINESE)] {
        let folder = format!("{}/../locales/{folder}", env!("CARGO_MANIFEST_DIR"));
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            // Labels of the native apps are made into their own catalogs.
            let is_label = path.ends_with("ui.ftl");
            assert_eq!(loaded.contains(&text.as_str()), !is_label, "{}", path.display());
        }
    }
}

/// Chinese is set without typed spaces: the line breaks and the gaps are the renderer's.
#[test]
fn chinese_has_no_typed_spaces_around_digits_and_values() {
    let ui = include_str!("../../locales/zh-Hans/ui.ftl");
    let is_han = |c: char| ('\u{3000}'..='\u{9fff}').contains(&c);
    for source in CHINESE.iter().chain([&ui]) {
        let texts = source.lines().filter(|line| !line.starts_with('#'));
        for line in texts {
            let text = line.split_once(" = ").map_or(line, |(_, text)| text);
            let text: Vec<char> = text.chars().collect();
            for around in text.windows(3) {
                let [before, gap, after] = around else { continue };
                let at_value = |c: char| c.is_ascii_digit() || ['{', '}'].contains(&c);
                let typed =
                    (is_han(*before) && at_value(*after)) || (at_value(*before) && is_han(*after));
                assert!(*gap != ' ' || !typed, "{line}");
            }
        }
    }
}

#[test]
fn every_problem_says_what_is_safe_and_what_to_do() {
    let english = keys(ENGLISH);
    let problems = english.keys().filter(|key| key.starts_with("problem-") && !key.contains('.'));
    let mut count = 0;
    for problem in problems {
        count += 1;
        for attribute in ["safe", "todo"] {
            assert!(english.contains_key(&format!("{problem}.{attribute}")), "{problem}");
        }
    }
    assert!(count > 10);
}

/// What is counted, in the plural.
const COUNTED: &[&str] = &[
    "answers",
    "articles",
    "benefits",
    "businesses",
    "cases",
    "characters",
    "codes",
    "companies",
    "connections",
    "copies",
    "days",
    "entries",
    "files",
    "grounds",
    "hours",
    "items",
    "letters",
    "levels",
    "listings",
    "lists",
    "minutes",
    "months",
    "notices",
    "offices",
    "phones",
    "photos",
    "points",
    "receipts",
    "records",
    "registers",
    "reports",
    "restrictions",
    "rows",
    "rules",
    "signs",
    "stars",
    "statements",
    "steps",
    "times",
    "users",
    "versions",
    "warnings",
    "weeks",
    "years",
];

/// "1 days" in a text, if it says so.
fn miscounted(text: &str) -> Option<&str> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != ',').collect();
    let pairs = words.windows(2).filter(|pair| pair[0] == "1");
    pairs.map(|pair| pair[1]).find(|word| COUNTED.contains(word))
}

#[test]
fn every_sentence_reads_with_0_1_2_and_1000() {
    assert_eq!(miscounted("in 1 days"), Some("days"));
    assert_eq!((miscounted("in 1 day"), miscounted("in 21 days")), (None, None));
    let mut count = 0;
    let all = keys(ENGLISH);
    for key in all.keys() {
        let (name, attribute) = match key.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (key.as_str(), None),
        };
        // A sentence may take in its own attributes.
        let own = all.iter().filter(|(key, _)| key.split('.').next() == Some(name));
        let values: BTreeSet<&String> = own.flat_map(|(_, values)| values).collect();
        for n in [0, 1, 2, 1_000] {
            let named = |name: &&String| (&*String::leak((*name).clone()), n.into());
            let args: Vec<Arg<'_>> = values.iter().map(named).collect();
            for language in [Language::English, Language::Chinese] {
                // What a sentence lacks is found out by `find` itself.
                let Some(text) = Words(language).find(name, attribute, &args) else { continue };
                assert!(!text.contains(['{', '}', '$']), "{key}: {text}");
                if language == Language::English {
                    assert_eq!(miscounted(&text), None, "{key}: {text}");
                }
                count += 1;
            }
        }
    }
    assert!(count > 5_000, "{count}");
}

#[test]
fn sizes_are_rounded_as_people_say_them() {
    let en = Words(Language::English);
    for (bytes, said) in [
        (0, "nothing"),
        (1, "under 1 kB"),
        (999, "under 1 kB"),
        (1_000, "1 kB"),
        (1_400, "1.4 kB"),
        (9_949, "9.9 kB"),
        (9_960, "10 kB"),
        (31_400, "31 kB"),
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (1_240_000, "1.2 MB"),
        (18_000_000, "18 MB"),
    ] {
        assert_eq!(en.size(bytes), said);
    }
    assert_eq!(Words(Language::Chinese).size(820_000), "820 kB");
}

#[test]
fn dates_ages_and_points_read_as_people_write_them() {
    let (en, zh) = (Words(Language::English), Words(Language::Chinese));
    let day: Date = "2026-12-04".parse().unwrap();
    assert_eq!(en.weekday_date(day), "Friday 4 December 2026");
    assert_eq!(zh.weekday_date(day), "2026年12月4日（星期五）");
    assert_eq!(en.days_away(day, "2026-11-25".parse().unwrap()), "in 9 days");
    for (until, english, chinese) in [
        ("2027-03-03", "in 89 days", "89天后"),
        ("2027-03-04", "in 3 months", "3个月后"),
        ("2027-05-06", "in 5 months", "5个月后"),
        ("2028-12-03", "in 23 months", "23个月后"),
        ("2028-12-04", "in 2 years", "2年后"),
        ("2029-01-04", "in 2 years and 1 month", "2年1个月后"),
        ("2029-05-06", "in 2 years and 5 months", "2年5个月后"),
    ] {
        let far = until.parse().unwrap();
        assert_eq!(
            (en.days_away(far, day), zh.days_away(far, day)),
            (english.into(), chinese.into())
        );
    }
    assert_eq!(en.ago(UnixTime(0), UnixTime(7_200)), "2 hours ago");
    assert_eq!(en.ago(UnixTime(0), UnixTime(60)), "1 minute ago");
    assert_eq!(zh.ago(UnixTime(0), UnixTime(7_200)), "2小时前");
    let scale = |decimals| Scale {
        min: Points::ZERO,
        max: Points::new(100),
        start: Points::ZERO,
        decimals,
        source: "s".parse().unwrap(),
        start_source: "s".parse().unwrap(),
    };
    assert_eq!(en.points(Points::new(-5), &scale(0)), "−5");
    assert_eq!(en.points(Points::new(305), &scale(1)), "+30.5");
    assert_eq!(en.score(Points::new(8), &scale(2)), "0.08");
    let names = ["A".to_owned(), "B".to_owned(), "C".to_owned()];
    assert_eq!(en.row(&names), "A, B and C");
    assert_eq!(zh.row(&names), "A、B和C");
}

#[test]
fn a_value_in_a_sentence_is_plain_and_cannot_turn_the_words_around_it() {
    let words = Words(Language::English);
    let said = |name: &str| {
        words.say("join-question", &[("authority", name.into()), ("hint", "x".into())])
    };
    assert_eq!(said("A\u{202E}b\u{200B}"), said("Ab"));
    assert!(said("שלום").contains("\u{2068}שלום\u{2069}"));
}

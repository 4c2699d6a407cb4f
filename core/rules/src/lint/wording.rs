//! What the names of rules and notes say, as far as words can tell.
//!
//! Each reading asks for a telling phrase, not for a topic: “forged a donation certificate” is
//! about blood and fair to punish, “did not give blood” is not.

use super::lists::Topic;
use standing_model::text::{Language, LocalText};

/// Whether a text is about a topic, in either language.
pub fn about(text: &LocalText, topic: &Topic) -> bool {
    let (mut english, mut chinese) = read(text);
    for fair in topic.fair {
        english = english.replace(fair, "·");
        chinese = chinese.replace(fair, "·");
    }
    let said = words(&english);
    let says = |phrase: &&str| {
        let phrase = words(phrase);
        !phrase.is_empty() && said.windows(phrase.len()).any(|run| run == phrase)
    };
    topic.english.iter().any(says) || has(&chinese, topic.chinese)
}

/// Not giving blood.
pub fn no_blood(text: &LocalText) -> bool {
    let (en, zh) = read(text);
    let words = words(&en);
    let not = ["not", "no", "never", "without", "declined", "declining", "missed", "refused"];
    let refusing = ["refusing", "refusal", "refuses", "didn't", "failing", "failed", "failure"];
    let english = words.contains(&"blood")
        && words.iter().any(|word| not.contains(word) || refusing.contains(word));
    let not =
        ["不献", "未献", "没献", "没有献", "未参加献", "未参与献", "不参加", "拒绝", "未完成"];
    english || (zh.contains('献') && zh.contains('血') && has(&zh, &not))
}

/// Somebody else's conduct: a name whose subject is a relative, the household or a neighbour.
pub fn somebody_else(text: &LocalText) -> bool {
    let others = [
        "family member",
        "household member",
        "member of the household",
        "member of the family",
        "relative",
        "spouse",
        "husband",
        "wife",
        "child",
        "son",
        "daughter",
        "neighbour",
        "colleague",
    ];
    let (en, zh) = read(text);
    let words = words(&en);
    let english = others.iter().any(|who| {
        let who: Vec<&str> = who.split(' ').collect();
        acts(&words, &who) || owns(&words, &who) || is_agent(&words, &who)
    });
    let subjects = ["家庭成员", "家属", "亲属", "配偶", "子女", "家人", "邻居", "同事", "同户"];
    english || subjects.iter().any(|who| zh.starts_with(who))
}

/// “A spouse was fined”: the name begins with them, and a verb follows. “Child seat missing” and
/// “Relative quiet at night” are about a seat and a quiet.
fn acts(words: &[&str], who: &[&str]) -> bool {
    let article = matches!(words.first(), Some(&("a" | "an" | "the" | "one's")));
    let rest = words.get(usize::from(article)..).unwrap_or_default();
    let Some(&verb) = rest.strip_prefix(who).and_then(|after| after.first()) else { return false };
    let auxiliary = ["was", "were", "is", "has", "had", "did", "does", "who", "not", "fails"];
    auxiliary.contains(&verb) || verb.ends_with("ed") || verb.ends_with("ing")
}

/// "One's child's teacher": the whole word, so that "a person's" is nobody's son's.
fn owns(words: &[&str], who: &[&str]) -> bool {
    let Some((last, first)) = who.split_last() else { return false };
    words.windows(who.len()).any(|run| {
        run.split_last().is_some_and(|(end, start)| {
            start == first && end.strip_suffix("'s").is_some_and(|stem| stem == *last)
        })
    })
}

/// “Litter left by a family member”.
fn is_agent(words: &[&str], who: &[&str]) -> bool {
    [&["by", "a"][..], &["by", "another"], &["by", "one's"]]
        .iter()
        .any(|by| words.windows(by.len() + who.len()).any(|run| run.strip_prefix(*by) == Some(who)))
}

/// Confessing, or reporting oneself.
pub fn confessing(text: &LocalText) -> bool {
    let (en, zh) = read(text);
    let english = ["confess", "admitting", "admission of", "owning up", "reporting oneself"];
    let more = ["turning oneself in", "own misconduct", "own offence", "own violation"];
    let chinese = ["自首", "坦白", "主动交代", "主动承认", "主动认错", "主动说明问题", "检讨"];
    has(&en, &english) || has(&en, &more) || has(&zh, &chinese)
}

/// Not reporting: oneself or others.
pub fn silence(text: &LocalText) -> bool {
    let (en, zh) = read(text);
    let english = ["not report", "failing to report", "failure to report", "failed to report"];
    let more = ["conceal", "withholding", "keeping silent", "not admitting", "not confess"];
    let chinese = ["隐瞒", "瞒报", "不报告", "未报告", "不主动报告", "未主动报告", "知情不报"];
    let also = ["未申报", "不申报", "不举报", "未举报", "拒不承认", "拒不交代"];
    has(&en, &english) || has(&en, &more) || has(&zh, &chinese) || has(&zh, &also)
}

/// Without an end.
pub fn permanent(text: &LocalText) -> bool {
    let (en, zh) = read(text);
    let english =
        ["permanent", "for life", "for ever", "forever", "never lifted", "cannot be lifted"];
    has(&en, &english) || has(&zh, &["永久", "终身", "永远", "不可解除", "不予解除"])
}

/// As a person sees it: an invisible character hides no word.
fn read(text: &LocalText) -> (String, String) {
    let english = text.get(Language::English).to_lowercase().replace('’', "'");
    (english, text.get(Language::Chinese))
}

fn has(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| text.contains(phrase))
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .collect()
}

//! What the shops for apps show: within their limits, in both languages, in the house's words.

use std::collections::BTreeSet;

use crate::breach::Breach;
use crate::source::Text;

/// A text of a shop: the name of its file, and how long it may be.
struct Limit {
    file: &'static str,
    most: usize,
    /// What is counted: characters, or bytes where the shop counts those.
    counted: fn(&str) -> usize,
}

fn characters(text: &str) -> usize {
    text.chars().count()
}

const fn text(file: &'static str, most: usize) -> Limit {
    Limit { file, most, counted: characters }
}

/// Google's limits; F-Droid reads the same files and allows no less.
const ANDROID: &[Limit] =
    &[text("title.txt", 30), text("short_description.txt", 80), text("full_description.txt", 4000)];

/// A note of a version, on Android.
const CHANGES: Limit = text("changelogs", 500);

/// Apple's limits. Keywords are counted in bytes, of which a Chinese character takes three.
const IOS: &[Limit] = &[
    text("name.txt", 30),
    text("subtitle.txt", 30),
    Limit { file: "keywords.txt", most: 100, counted: str::len },
    text("promotional_text.txt", 170),
    text("description.txt", 4000),
    text("release_notes.txt", 4000),
];

/// The folders of the texts, by the names that the shops have for both languages.
pub const FOLDERS: &[(&str, [&str; 2])] = &[
    ("android/fastlane/metadata/android", ["en-US", "zh-CN"]),
    ("ios/fastlane/metadata", ["en-US", "zh-Hans"]),
];

/// What a shop refuses, or a reader does not believe.
const PRAISE: &[&str] = &[
    "amazing",
    "best",
    "easy-to-use",
    "guarantee",
    "guaranteed",
    "leading",
    "no. 1",
    "number one",
    "official",
    "perfect",
    "powerful",
    "revolutionary",
    "top-rated",
    "trusted",
    "unique",
    "world-class",
    "100%",
    "!",
    "！",
    "最好",
    "最佳",
    "第一名",
    "唯一",
    "官方",
    "权威",
    "完美",
    "顶级",
    "领先",
    "保证",
];

/// A shop shows no other company's name.
const NAMES: &[&str] = &["android", "apple", "google", "huawei", "iphone", "ipad", "f-droid"];

/// What each long text has to say, for a resident must not take the app for an authority's.
const SAYS: [&str; 2] =
    ["Standing does not represent any government or authority.", "明账不代表任何政府或机构。"];

/// Texts that are too long, missing in a language, empty, or that say what no shop should.
pub fn wrong(files: &[Text], version_code: u32) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (folder, languages) in FOLDERS {
        let limits = if folder.starts_with("ios") { IOS } else { ANDROID };
        for (language, says) in languages.iter().zip(SAYS) {
            let own: Vec<&Text> =
                files.iter().filter(|file| is_of(file, folder, language)).collect();
            breaches.extend(own.iter().flat_map(|file| judged(file, limits)));
            breaches.extend(missing(&own, &format!("{folder}/{language}"), limits));
            let long = own
                .iter()
                .find(|file| file.path.ends_with("description.txt") && file.text.contains(says));
            if long.is_none() {
                breaches.push(breach(
                    format!("{folder}/{language}"),
                    format!("no description says “{says}”"),
                ));
            }
            let changes = format!("{folder}/{language}/changelogs/{version_code}.txt");
            if !folder.starts_with("ios") && own.iter().all(|file| file.path != changes) {
                breaches.push(breach(changes, "says nothing of this version".to_owned()));
            }
        }
        breaches.extend(unpaired(files, folder, languages));
    }
    breaches
}

fn breach(file: String, what: String) -> Breach {
    Breach { file, line: 1, what }
}

fn is_of(file: &Text, folder: &str, language: &str) -> bool {
    rest(file, folder).is_some_and(|rest| rest.starts_with(&format!("{language}/")))
}

fn rest<'a>(file: &'a Text, folder: &str) -> Option<&'a str> {
    file.path.strip_prefix(folder)?.strip_prefix('/')
}

/// One text: its length, and its words.
fn judged(file: &Text, limits: &[Limit]) -> Vec<Breach> {
    let said = file.text.trim_end_matches('\n');
    let named = limits.iter().find(|limit| file.path.ends_with(&format!("/{}", limit.file)));
    let limit = match named {
        Some(limit) => limit,
        None if file.path.contains("/changelogs/") => &CHANGES,
        None => {
            return vec![breach(file.path.clone(), "no shop reads a file of this name".to_owned())];
        }
    };
    let mut found = Vec::new();
    let length = (limit.counted)(said);
    if length > limit.most || length == 0 {
        found.push(format!("is {length} long; from 1 to {} are allowed", limit.most));
    }
    if said.lines().any(|line| line.trim() != line) || said.trim() != said {
        found.push("has blanks at the end of a line".to_owned());
    }
    if limit.most < 100 && (said.contains('\n') || said.ends_with(['.', '。'])) {
        found.push("is one line without a full stop".to_owned());
    }
    let lower = said.to_lowercase();
    let words = PRAISE.iter().chain(NAMES).filter(|word| lower.contains(*word));
    found.extend(words.map(|word| format!("says “{word}”, which a shop refuses")));
    found.into_iter().map(|what| breach(file.path.clone(), what)).collect()
}

fn missing(own: &[&Text], folder: &str, limits: &[Limit]) -> Vec<Breach> {
    let there =
        |limit: &&Limit| own.iter().any(|file| file.path == format!("{folder}/{}", limit.file));
    let missing = limits.iter().filter(|limit| !there(limit));
    missing
        .map(|limit| breach(format!("{folder}/{}", limit.file), "is missing".to_owned()))
        .collect()
}

/// Files of one language that the other does not have, and languages that nobody reads.
fn unpaired(files: &[Text], folder: &str, languages: &[&str; 2]) -> Vec<Breach> {
    let mut names: [BTreeSet<&str>; 2] = Default::default();
    let mut breaches = Vec::new();
    for file in files {
        let Some(rest) = rest(file, folder) else { continue };
        let part = rest.split_once('/');
        let at = part
            .and_then(|(tag, name)| Some((languages.iter().position(|one| *one == tag)?, name)));
        match at {
            Some((index, name)) => {
                names.get_mut(index).map(|names| names.insert(name));
            }
            None => {
                breaches.push(breach(file.path.clone(), "is in no language of the app".to_owned()))
            }
        }
    }
    let [english, chinese] = &names;
    let alone = english.symmetric_difference(chinese);
    breaches.extend(
        alone.map(|name| {
            breach(format!("{folder}/…/{name}"), "is there in one language".to_owned())
        }),
    );
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::told;

    fn file(path: &str, text: &str) -> Text {
        Text { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_text_that_is_too_long_or_praises_is_named() {
        let title = file(
            "android/fastlane/metadata/android/en-US/title.txt",
            "The best app of all for checking scores.\n",
        );
        let found = told(&judged(&title, ANDROID));
        assert_eq!(found.len(), 3, "{found:?}");
        let keywords = file("ios/fastlane/metadata/zh-Hans/keywords.txt", &"异".repeat(34));
        assert_eq!(judged(&keywords, IOS).len(), 1, "bytes are counted");
        assert_eq!(judged(&file("a/odd.txt", "x"), IOS).len(), 1, "a name that nobody reads");
    }

    #[test]
    fn what_one_language_lacks_is_named() {
        let folder = "ios/fastlane/metadata";
        let one = file("ios/fastlane/metadata/en-US/name.txt", "Standing");
        assert_eq!(unpaired(&[one], folder, &["en-US", "zh-Hans"]).len(), 1);
        let odd = file("ios/fastlane/metadata/de-DE/name.txt", "Standing");
        assert_eq!(unpaired(&[odd], folder, &["en-US", "zh-Hans"]).len(), 1);
        assert!(!wrong(&[], 100).is_empty());
    }
}

//! What the apps read the labels from: Kotlin, Swift, Android's resources and Apple's catalogs.
//!
//! The code of an app asks the Kotlin or Swift. The others are for what the system shows without
//! that code: notifications, the widget, the reasons for permissions.

use super::{Label, Piece, Text};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

/// The entries of Info.plist that a person reads, and the labels that they show.
const INFO_LABELS: &[(&str, &str)] = &[
    ("CFBundleDisplayName", "app-name"),
    ("CFBundleName", "app-name"),
    ("NSCameraUsageDescription", "permission-camera"),
    ("NSFaceIDUsageDescription", "permission-face"),
    ("ShortcutLookUp", "shortcut-look-up"),
    ("ShortcutRecord", "action-record"),
    ("ShortcutScan", "shortcut-scan"),
];

/// Every file with its path from the root of the repository; git ignores them.
pub fn files(labels: &[Label], version: &str) -> Result<[(&'static str, String); 7]> {
    let (english, chinese) =
        (android(labels, |label| &label.english), android(labels, |label| &label.chinese));
    let all = catalog(labels.iter().map(|label| (label.key.as_str(), label)));
    let kotlin_words = "android/logic/src/generated/kotlin/standing/logic/words/Words.kt";
    Ok([
        (kotlin_words, kotlin(labels)),
        ("android/logic/src/generated/kotlin/standing/logic/Version.kt", kotlin_version(version)),
        ("android/app/src/generated/res/values/strings.xml", english),
        // By script, so that Singapore reads these and Taiwan does not.
        ("android/app/src/generated/res/values-b+zh+Hans/strings.xml", chinese),
        ("ios/Sources/Logic/generated/Words.swift", swift(labels)),
        ("ios/App/generated/Localizable.xcstrings", all),
        ("ios/App/generated/InfoPlist.xcstrings", info(labels)?),
    ])
}

/// `action-read-aloud` as a name in code: `actionReadAloud`.
pub fn camel(key: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    let mut words = key.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    first + &words.map(capital).collect::<String>()
}

/// `n` and `of` are numbers; every other value is a text.
fn is_number(parameter: &str) -> bool {
    ["n", "of"].contains(&parameter)
}

/// A form with its words and values written in some way.
fn write(
    pieces: &[Piece],
    words: impl Fn(&str) -> String,
    value: impl Fn(&str) -> String,
) -> String {
    let write = |piece: &Piece| match piece {
        Piece::Words(text) => words(text),
        Piece::Value(name) => value(name),
    };
    pieces.iter().map(write).collect()
}

/// How Kotlin and Swift, which differ in three signs, write a text as an expression.
struct Literal {
    /// What comes before and after a value within a text.
    value: [&'static str; 2],
    special: &'static [char],
    /// A choice by `n` of the forms for one and for any other number.
    choice: fn(&str, &str) -> String,
}

impl Literal {
    fn expression(&self, text: &Text) -> String {
        match &text.one {
            None => self.quoted(&text.other),
            // By CLDR, English says "one" for the whole number 1 alone.
            Some(one) => (self.choice)(&self.quoted(one), &self.quoted(&text.other)),
        }
    }

    fn quoted(&self, pieces: &[Piece]) -> String {
        let letter = |letter: char| match letter {
            '\n' => "\\n".to_owned(),
            letter if self.special.contains(&letter) => format!("\\{letter}"),
            letter => letter.into(),
        };
        let [before, after] = self.value;
        let text = write(
            pieces,
            |words| words.chars().map(letter).collect(),
            |name| format!("{before}{name}{after}"),
        );
        format!("\"{text}\"")
    }
}

/// `n: Int, word: String`
fn typed(parameters: &[String]) -> String {
    let kind = |name: &String| if is_number(name) { "Int" } else { "String" };
    let typed: Vec<String> =
        parameters.iter().map(|name| format!("{name}: {}", kind(name))).collect();
    typed.join(", ")
}

fn kotlin(labels: &[Label]) -> String {
    let head = |label: &Label| match label.parameters.as_slice() {
        [] => format!("val {}", camel(&label.key)),
        parameters => format!("fun {}({})", camel(&label.key), typed(parameters)),
    };
    let abstracts = labels.iter().map(|label| format!("    abstract {}: String\n", head(label)));
    let object = |of: fn(&Label) -> &Text, name: &str, constant: &str| {
        let literal = Literal {
            value: ["${", "}"],
            special: &['"', '\\', '$'],
            choice: |one, other| format!("if (n == 1) {one} else {other}"),
        };
        let members = labels.iter().map(|label| {
            // A getter keeps hundreds of texts out of the constructor, which a first screen
            // waits for.
            let arrow = if label.parameters.is_empty() { " get() =" } else { " =" };
            let text = literal.expression(of(label));
            format!("    override {}{arrow} {text}\n", head(label))
        });
        format!(
            "\nobject {name} : Words() {{\n    override val language get() = \
             Language.{constant}\n\n{}}}\n",
            members.collect::<String>()
        )
    };
    [
        KOTLIN_HEAD.to_owned(),
        abstracts.collect(),
        KOTLIN_CHOICE.to_owned(),
        object(|label| &label.english, "EnglishWords", "ENGLISH"),
        object(|label| &label.chinese, "ChineseWords", "CHINESE"),
    ]
    .concat()
}

const KOTLIN_HEAD: &str = "\
// Made by `cargo xtask generate` from core/locales/*/ui.ftl; a change belongs there.
@file:Suppress(\"MaxLineLength\", \"UNUSED_PARAMETER\")

package standing.logic.words

import standing.core.Language

/** What the labels of the app say in one language. */
abstract class Words {
    /** The language of these words. */
    abstract val language: Language

";

const KOTLIN_CHOICE: &str = "
    companion object {
        /** The words of a language. */
        fun of(language: Language): Words = when (language) {
            Language.ENGLISH -> EnglishWords
            Language.CHINESE -> ChineseWords
        }
    }
}
";

fn kotlin_version(version: &str) -> String {
    format!(
        "// Made by `cargo xtask generate` from android/gradle/libs.versions.toml.\n\
         package standing.logic\n\n\
         /** The version of the app. */\n\
         const val VERSION: String = \"{version}\"\n"
    )
}

fn swift(labels: &[Label]) -> String {
    let literal = Literal {
        value: ["\\(", ")"],
        special: &['"', '\\'],
        choice: |one, other| format!("(n == 1 ? {one} : {other})"),
    };
    let members = labels.iter().map(|label| {
        let head = match label.parameters.as_slice() {
            [] => format!("var {}: String", camel(&label.key)),
            parameters => format!("func {}(_ {}) -> String", camel(&label.key), typed(parameters)),
        };
        let [english, chinese] =
            [&label.english, &label.chinese].map(|text| literal.expression(text));
        format!("    public {head} {{ language == .english ? {english} : {chinese} }}\n")
    });
    format!("{SWIFT_HEAD}{}}}\n", members.collect::<String>())
}

const SWIFT_HEAD: &str = "\
// Made by `cargo xtask generate` from core/locales/*/ui.ftl; a change belongs there.
import Core

/// What the labels of the app say in one language.
public struct Words: Equatable, Sendable {
    /// The language of these words.
    public let language: Language

    /// The words of a language.
    public init(_ language: Language) {
        self.language = language
    }

";

/// A label for what the system shows without the app's code: none if a number chooses its form,
/// since nothing there needs one.
fn plain(
    label: &Label,
    of: fn(&Label) -> &Text,
    value: impl Fn(usize) -> String,
) -> Option<String> {
    let text = of(label);
    let place = |name: &str| label.parameters.iter().take_while(|it| *it != name).count();
    let sign = if label.parameters.is_empty() { "%" } else { "%%" };
    let words = |words: &str| words.replace('%', sign);
    let chooses = label.english.is_plural || label.chinese.is_plural;
    (!chooses).then(|| write(&text.other, words, |name| value(place(name).saturating_add(1))))
}

fn android(labels: &[Label], of: fn(&Label) -> &Text) -> String {
    let entry = |label: &Label| {
        let text = android_text(&plain(label, of, |place| format!("%{place}$s"))?);
        // Without values a percent sign is itself, and aapt must not look for values behind it.
        let is_plain = label.parameters.is_empty() && text.contains('%');
        let formatted = if is_plain { " formatted=\"false\"" } else { "" };
        let name = label.key.replace('-', "_");
        Some(format!("    <string name=\"{name}\"{formatted}>{text}</string>\n"))
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <!-- Made by `cargo xtask generate` from core/locales/*/ui.ftl; a change belongs there. -->\n\
         <resources>\n{}</resources>\n",
        labels.iter().filter_map(entry).collect::<String>()
    )
}

/// Escapes what means something to XML or to aapt. Spaces that aapt would drop, at an end or in a
/// row, are written by their number.
fn android_text(plain: &str) -> String {
    let mut text = String::new();
    let mut before = ' ';
    let mut letters = plain.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '\'' | '"' | '\\' => text.extend(['\\', letter]),
            '\n' => text.push_str("\\n"),
            '@' | '?' if text.is_empty() => text.extend(['\\', letter]),
            ' ' if before == ' ' || letters.peek().is_none() => text.push_str("\\u0020"),
            letter => text.push(letter),
        }
        before = letter;
    }
    text
}

fn info(labels: &[Label]) -> Result<String> {
    let find = |(name, key): &(&'static str, &str)| {
        let found = labels.iter().find(|label| label.key == *key);
        Ok((*name, found.with_context(|| format!("find the label `{key}` for Info.plist"))?))
    };
    let entries: Result<Vec<(&str, &Label)>> = INFO_LABELS.iter().map(find).collect();
    Ok(catalog(entries?.into_iter()))
}

fn catalog<'a>(entries: impl Iterator<Item = (&'a str, &'a Label)>) -> String {
    let text = |label, of| plain(label, of, |place| format!("%{place}$@"));
    let unit = |value| json!({ "stringUnit": { "state": "translated", "value": value } });
    let strings = entries.filter_map(|(name, label)| {
        let (en, zh) = (text(label, |it| &it.english)?, text(label, |it| &it.chinese)?);
        let texts = json!({ "en": unit(en), "zh-Hans": unit(zh) });
        Some((name.to_owned(), json!({ "extractionState": "manual", "localizations": texts })))
    });
    let strings: Map<String, Value> = strings.collect();
    let catalog = json!({ "sourceLanguage": "en", "strings": strings, "version": "1.0" });
    format!("{catalog:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::labels;

    /// Kotlin, Swift, both files of Android and the catalog of Apple must have these lines.
    fn assert_written(english: &str, chinese: &str, expected: &[(usize, &str)]) {
        let labels = labels(english, chinese).unwrap();
        let texts = [
            kotlin(&labels),
            swift(&labels),
            android(&labels, |label| &label.english),
            android(&labels, |label| &label.chinese),
            catalog(labels.iter().map(|label| (label.key.as_str(), label))),
        ];
        for (index, line) in expected {
            assert!(texts[*index].contains(line), "{line}\n{}", texts[*index]);
        }
    }

    #[test]
    fn a_label_is_a_value_and_one_with_parameters_a_function() {
        let english = "app-name = Standing\nstep-at = Step { $n } of { $of }: { $word }\n";
        let chinese = "app-name = 明账\nstep-at = { $word }：第{ $n }步，共{ $of }步\n";
        assert_written(
            english,
            chinese,
            &[
                (0, "    abstract val appName: String\n"),
                (0, "    abstract fun stepAt(n: Int, of: Int, word: String): String\n"),
                (0, "    override val appName get() = \"明账\"\n"),
                (0, "stepAt(n: Int, of: Int, word: String) = \"Step ${n} of ${of}: ${word}\"\n"),
                (0, "stepAt(n: Int, of: Int, word: String) = \"${word}：第${n}步，共${of}步\"\n"),
                (
                    1,
                    "    public var appName: String { language == .english ? \"Standing\" : \"明账\" }\n",
                ),
                (
                    1,
                    "    public func stepAt(_ n: Int, of: Int, word: String) -> String { language == ",
                ),
                (
                    1,
                    ".english ? \"Step \\(n) of \\(of): \\(word)\" : \"\\(word)：第\\(n)步，共\\(of)步\" }\n",
                ),
                (2, "    <string name=\"step_at\">Step %1$s of %2$s: %3$s</string>\n"),
                (3, "    <string name=\"step_at\">%3$s：第%1$s步，共%2$s步</string>\n"),
                (4, "\"value\": \"%3$@：第%1$@步，共%2$@步\""),
            ],
        );
    }

    #[test]
    fn english_chooses_by_number_and_chinese_has_one_form() {
        let english = "a-b = { $n ->\n    [one] 1 day\n   *[other] { $n } days\n  }\n";
        assert_written(
            english,
            "a-b = { $n }天\n",
            &[
                (0, "fun aB(n: Int) = if (n == 1) \"1 day\" else \"${n} days\"\n"),
                (0, "fun aB(n: Int) = \"${n}天\"\n"),
                (
                    1,
                    "{ language == .english ? (n == 1 ? \"1 day\" : \"\\(n) days\") : \"\\(n)天\" }",
                ),
                (
                    2,
                    "<resources>
</resources>",
                ),
                (
                    3,
                    "<resources>
</resources>",
                ),
                (4, "\"strings\": {}"),
            ],
        );
    }

    #[test]
    fn characters_that_mean_something_to_a_language_stay_themselves() {
        for (source, kotlin, swift, android, apple) in [
            ("a \"$x\\", r#""a \"\$x\\""#, r#""a \"$x\\""#, r#">a \"$x\\<"#, r#""a \"$x\\""#),
            ("Tom & 'Ann' <b>", "Tom", "Tom", ">Tom &amp; \\'Ann\\' &lt;b&gt;<", "<b>"),
            ("@home? @", "\"@", "\"@", ">\\@home? @<", "\"@home? @\""),
            ("5 % and 6 %", "5 %", "5 %", " formatted=\"false\">5 % and 6 %<", "5 % and 6 %"),
            ("a  b{ \" \" }", "a  b ", "a  b ", ">a \\u0020b\\u0020<", "a  b "),
            ("\n    one\n    two", "one\\ntwo", "one\\ntwo", ">one\\ntwo<", "one\\ntwo"),
        ] {
            let source = format!("a-b = {source}\n");
            let expected = [(0, kotlin), (1, swift), (2, android), (4, apple)];
            assert_written(&source, &source, &expected);
        }
    }

    #[test]
    fn a_label_that_info_plist_needs_and_is_missing_is_named() {
        let labels = labels("app-name = x\n", "app-name = x\n").unwrap();
        assert!(info(&labels).unwrap_err().to_string().contains("permission-camera"));
        assert_eq!([camel("a-read-aloud"), camel("join-intro-1")], ["aReadAloud", "joinIntro1"]);
    }
}

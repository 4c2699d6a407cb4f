//! What the apps read the labels from: Kotlin, Swift, Android's resources and Apple's catalogs.
//!
//! The code of an app asks the Kotlin or Swift. The others are for what the system shows without
//! that code: notifications, the widget, the reasons for permissions.

use super::{Label, Language, Piece, Text};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

const KOTLIN: &str = "android/logic/src/generated/kotlin/standing/logic/words/Words.kt";
/// The app's own version, which "About" shows.
const VERSION: &str = "android/logic/src/generated/kotlin/standing/logic/Version.kt";
const SWIFT: &str = "ios/Sources/Logic/generated/Words.swift";
const ENGLISH: &str = "android/app/src/generated/res/values/strings.xml";
/// By script, so that Singapore reads these and Taiwan does not.
const CHINESE: &str = "android/app/src/generated/res/values-b+zh+Hans/strings.xml";
const CATALOG: &str = "ios/App/generated/Localizable.xcstrings";
const INFO: &str = "ios/App/generated/InfoPlist.xcstrings";

/// The entries of Info.plist that a person reads, and the labels that they show.
const INFO_LABELS: &[(&str, &str)] = &[
    ("CFBundleDisplayName", "app-name"),
    ("CFBundleName", "app-name"),
    ("NSCameraUsageDescription", "permission-camera"),
];

/// Every file with its path from the root of the repository; git ignores them.
pub fn files(labels: &[Label], version: &str) -> Result<Vec<(&'static str, String)>> {
    Ok(vec![
        (KOTLIN, kotlin(labels)),
        (VERSION, kotlin_version(version)),
        (SWIFT, swift(labels)),
        (ENGLISH, android(labels, Language::English)),
        (CHINESE, android(labels, Language::Chinese)),
        (CATALOG, catalog(labels.iter().map(|label| (label.key.as_str(), label)))),
        (INFO, info(labels)?),
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

/// A form for a formatter: `%1$d`, because languages put the values in different orders. Without
/// values nobody formats it, and a percent sign is itself.
fn format_string(pieces: &[Piece], parameters: &[String], kinds: [&str; 2]) -> String {
    let [number, text] = kinds;
    let value = |name: &str| {
        let place = parameters.iter().take_while(|parameter| *parameter != name).count();
        let kind = if is_number(name) { number } else { text };
        format!("%{}${kind}", place.saturating_add(1))
    };
    let sign = if parameters.is_empty() { "%" } else { "%%" };
    write(pieces, |words| words.replace('%', sign), value)
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
    let object = |language: Language, name: &str, constant: &str| {
        let literal = Literal {
            value: ["${", "}"],
            special: &['"', '\\', '$'],
            choice: |one, other| format!("if (n == 1) {one} else {other}"),
        };
        let members = labels.iter().map(|label| {
            // A getter keeps hundreds of texts out of the constructor, which a first screen
            // waits for.
            let arrow = if label.parameters.is_empty() { " get() =" } else { " =" };
            let text = literal.expression(label.text(language));
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
        object(Language::English, "EnglishWords", "ENGLISH"),
        object(Language::Chinese, "ChineseWords", "CHINESE"),
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

fn android(labels: &[Label], language: Language) -> String {
    let entry = |label: &Label| {
        let name = label.key.replace('-', "_");
        let forms = label.text(language).forms();
        let mut forms = forms.map(|(form, it)| (form, android_text(it, &label.parameters)));
        // A label with forms in one language has plurals in both.
        if label.english.is_plural || label.chinese.is_plural {
            let item = |(form, text)| format!("        <item quantity=\"{form}\">{text}</item>\n");
            let items: String = forms.map(item).collect();
            return format!("    <plurals name=\"{name}\">\n{items}    </plurals>\n");
        }
        let text = forms.next().map(|(_, text)| text).unwrap_or_default();
        // Without values a percent sign is itself, and aapt must not look for values behind it.
        let is_plain = label.parameters.is_empty() && text.contains('%');
        let plain = if is_plain { " formatted=\"false\"" } else { "" };
        format!("    <string name=\"{name}\"{plain}>{text}</string>\n")
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <!-- Made by `cargo xtask generate` from core/locales/*/ui.ftl; a change belongs there. -->\n\
         <resources>\n{}</resources>\n",
        labels.iter().map(entry).collect::<String>()
    )
}

/// Escapes what means something to XML or to aapt. Spaces that aapt would drop, at an end or in a
/// row, are written by their number.
fn android_text(pieces: &[Piece], parameters: &[String]) -> String {
    let plain = format_string(pieces, parameters, ["d", "s"]);
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
    let strings = entries.map(|(name, label)| {
        let texts = json!({
            "en": localization(&label.english, &label.parameters),
            "zh-Hans": localization(&label.chinese, &label.parameters),
        });
        (name.to_owned(), json!({ "extractionState": "manual", "localizations": texts }))
    });
    let strings: Map<String, Value> = strings.collect();
    let catalog = json!({ "sourceLanguage": "en", "strings": strings, "version": "1.0" });
    format!("{catalog:#}\n")
}

fn localization(text: &Text, parameters: &[String]) -> Value {
    let unit = |pieces: &[Piece]| {
        let value = format_string(pieces, parameters, ["lld", "@"]);
        json!({ "stringUnit": { "state": "translated", "value": value } })
    };
    if !text.is_plural {
        return unit(&text.other);
    }
    let forms = text.forms().map(|(form, pieces)| (form.to_owned(), unit(pieces)));
    json!({ "variations": { "plural": forms.collect::<Map<String, Value>>() } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::labels;

    /// Kotlin, Swift, both files of Android and the catalog of Apple for some labels.
    fn written(english: &str, chinese: &str) -> [String; 5] {
        let labels = labels(english, chinese).unwrap();
        let catalog = catalog(labels.iter().map(|label| (label.key.as_str(), label)));
        let [english, chinese] =
            [Language::English, Language::Chinese].map(|language| android(&labels, language));
        [kotlin(&labels), swift(&labels), english, chinese, catalog]
    }

    fn assert_contains(texts: &[String; 5], expected: &[(usize, &str)]) {
        for (index, line) in expected {
            assert!(texts[*index].contains(line), "{line}\n{}", texts[*index]);
        }
    }

    #[test]
    fn a_label_is_a_value_and_one_with_parameters_a_function() {
        let texts = written(
            "app-name = Standing\nstep-at = Step { $n } of { $of }: { $word }\n",
            "app-name = 明账\nstep-at = { $word }：第{ $n }步，共{ $of }步\n",
        );
        let swift = "    public func stepAt(_ n: Int, of: Int, word: String) -> String { language == \
             .english ? \"Step \\(n) of \\(of): \\(word)\" : \"\\(word)：第\\(n)步，共\\(of)步\" }\n";
        let signature = "    override fun stepAt(n: Int, of: Int, word: String) = ";
        assert_contains(
            &texts,
            &[
                (0, "    abstract val appName: String\n"),
                (0, "    abstract fun stepAt(n: Int, of: Int, word: String): String\n"),
                (0, "    override val appName get() = \"明账\"\n"),
                (0, &format!("{signature}\"Step ${{n}} of ${{of}}: ${{word}}\"\n")),
                (0, &format!("{signature}\"${{word}}：第${{n}}步，共${{of}}步\"\n")),
                (
                    1,
                    "    public var appName: String { language == .english ? \"Standing\" : \"明账\" }\n",
                ),
                (1, swift),
                (2, "    <string name=\"step_at\">Step %1$d of %2$d: %3$s</string>\n"),
                (3, "    <string name=\"step_at\">%3$s：第%1$d步，共%2$d步</string>\n"),
                (4, "\"value\": \"Step %1$lld of %2$lld: %3$@\""),
                (4, "\"value\": \"%3$@：第%1$lld步，共%2$lld步\""),
            ],
        );
    }

    #[test]
    fn english_chooses_by_number_and_chinese_has_one_form() {
        let english = "a-b = { $n ->\n    [one] 1 day\n   *[other] { $n } days\n  }\n";
        let texts = written(english, "a-b = { $n }天\n");
        assert_contains(
            &texts,
            &[
                (0, "fun aB(n: Int) = if (n == 1) \"1 day\" else \"${n} days\"\n"),
                (0, "fun aB(n: Int) = \"${n}天\"\n"),
                (
                    1,
                    "{ language == .english ? (n == 1 ? \"1 day\" : \"\\(n) days\") : \"\\(n)天\" }",
                ),
                (
                    2,
                    "<plurals name=\"a_b\">\n        <item quantity=\"one\">1 day</item>\n        \
                 <item quantity=\"other\">%1$d days</item>\n    </plurals>",
                ),
                (
                    3,
                    "<plurals name=\"a_b\">\n        <item quantity=\"other\">%1$d天</item>\n    </pl",
                ),
            ],
        );
        let catalog: Value = serde_json::from_str(&texts[4]).unwrap();
        let forms = &catalog["strings"]["a-b"]["localizations"]["en"]["variations"]["plural"];
        assert_eq!(forms["one"]["stringUnit"]["value"], "1 day");
        assert_eq!(forms["other"]["stringUnit"]["value"], "%1$lld days");
    }

    #[test]
    fn characters_that_mean_something_to_a_language_stay_themselves() {
        let texts = written("a-b =\n    a \"$x\\\n    b\n", "a-b = x\n");
        assert_contains(
            &texts,
            &[
                (0, r#"get() = "a \"\$x\\\nb""#),
                (1, r#"? "a \"$x\\\nb" :"#),
                (2, r#">a \"$x\\\nb<"#),
            ],
        );
        for (source, android, apple) in [
            ("Tom & \"Ann\"'s <b>", ">Tom &amp; \\\"Ann\\\"\\'s &lt;b&gt;<", "Tom & "),
            ("@home? @", ">\\@home? @<", "\"@home? @\""),
            ("?", ">\\?<", "\"?\""),
            ("5 % and 6 %", " formatted=\"false\">5 % and 6 %<", "5 % and 6 %"),
            ("{ $n } %", ">%1$d %%<", "%1$lld %%"),
            ("a\\  b{ \" \" }", ">a\\\\ \\u0020b\\u0020<", "a\\\\  b "),
        ] {
            let source = format!("a-b = {source}\n");
            assert_contains(&written(&source, &source), &[(2, android), (4, apple)]);
        }
    }

    #[test]
    fn a_label_that_info_plist_needs_and_is_missing_is_named() {
        let labels = labels("app-name = x\n", "app-name = x\n").unwrap();
        assert!(info(&labels).unwrap_err().to_string().contains("permission-camera"));
    }

    #[test]
    fn a_key_becomes_a_name_in_code() {
        assert_eq!(camel("action-read-aloud"), "actionReadAloud");
        assert_eq!(camel("join-intro-1"), "joinIntro1");
    }
}

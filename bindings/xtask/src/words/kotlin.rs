//! The labels as Kotlin: a class with a member for each, and an object for each language.

use super::literal::{Literal, kind};
use super::{Label, Language, Parameter, camel};

/// Where it goes, from the root of the repository; git ignores it.
pub const FILE: &str = "android/logic/src/generated/kotlin/standing/logic/words/Words.kt";

/// Where the app's own version goes, which "About" shows.
pub const VERSION: &str = "android/logic/src/generated/kotlin/standing/logic/Version.kt";

const LITERAL: Literal = Literal {
    value: ["${", "}"],
    special: &['"', '\\', '$'],
    choice: |one, other| format!("if (n == 1) {one} else {other}"),
};

const HEAD: &str = "\
// Made by `cargo xtask generate` from core/locales/*/ui.ftl; a change belongs there.
@file:Suppress(\"MaxLineLength\", \"UNUSED_PARAMETER\")

package standing.logic.words

import standing.core.Language

/** What the labels of the app say in one language. */
abstract class Words {
    /** The language of these words. */
    abstract val language: Language

";

const CHOICE: &str = "
    companion object {
        /** The words of a language. */
        fun of(language: Language): Words = when (language) {
            Language.ENGLISH -> EnglishWords
            Language.CHINESE -> ChineseWords
        }
    }
}
";

/// The file.
pub fn file(labels: &[Label]) -> String {
    let mut text = HEAD.to_owned();
    for label in labels {
        text.push_str(&format!("    abstract {}: String\n", head(label)));
    }
    text.push_str(CHOICE);
    for (language, name, constant) in [
        (Language::English, "EnglishWords", "ENGLISH"),
        (Language::Chinese, "ChineseWords", "CHINESE"),
    ] {
        text.push_str(&format!("\nobject {name} : Words() {{\n"));
        text.push_str(&format!("    override val language get() = Language.{constant}\n\n"));
        for label in labels {
            text.push_str(&member(label, language));
        }
        text.push_str("}\n");
    }
    text
}

/// The file with the app's version.
pub fn version(version: &str) -> String {
    format!(
        "// Made by `cargo xtask generate` from android/gradle/libs.versions.toml.\n\
         package standing.logic\n\n\
         /** The version of the app. */\n\
         const val VERSION: String = \"{version}\"\n"
    )
}

/// `val actionOpen` or `fun searchFound(n: Int)`.
fn head(label: &Label) -> String {
    let name = camel(&label.key);
    if label.parameters.is_empty() {
        return format!("val {name}");
    }
    let typed = |parameter: &Parameter| format!("{}: {}", parameter.name, kind(parameter.kind));
    let list: Vec<String> = label.parameters.iter().map(typed).collect();
    format!("fun {name}({})", list.join(", "))
}

fn member(label: &Label, language: Language) -> String {
    let text = match language {
        Language::English => &label.english,
        Language::Chinese => &label.chinese,
    };
    // A getter keeps hundreds of texts out of the constructor, which a first screen waits for.
    let arrow = if label.parameters.is_empty() { " get() =" } else { " =" };
    format!("    override {}{arrow} {}\n", head(label), LITERAL.expression(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::labels;

    fn written(english: &str, chinese: &str) -> String {
        file(&labels(english, chinese).unwrap())
    }

    #[test]
    fn a_label_is_a_value_and_one_with_parameters_a_function() {
        let text = written(
            "app-name = Standing\nstep-at = Step { $n } of { $of }: { $word }\n",
            "app-name = 明账\nstep-at = { $word }：第{ $n }步，共{ $of }步\n",
        );
        for line in [
            "    abstract val appName: String\n",
            "    abstract fun stepAt(n: Int, of: Int, word: String): String\n",
            "    override val appName get() = \"明账\"\n",
            "    override fun stepAt(n: Int, of: Int, word: String) = \
             \"Step ${n} of ${of}: ${word}\"\n",
            "    override fun stepAt(n: Int, of: Int, word: String) = \
             \"${word}：第${n}步，共${of}步\"\n",
        ] {
            assert!(text.contains(line), "{line}{text}");
        }
    }

    #[test]
    fn english_chooses_by_number_and_chinese_has_one_form() {
        let english = "a-b = { $n ->\n    [one] 1 day\n   *[other] { $n } days\n  }\n";
        let text = written(english, "a-b = { $n }天\n");
        assert!(
            text.contains("fun aB(n: Int) = if (n == 1) \"1 day\" else \"${n} days\"\n"),
            "{text}"
        );
        assert!(text.contains("fun aB(n: Int) = \"${n}天\"\n"), "{text}");
    }

    #[test]
    fn quotes_dollars_and_lines_stay_themselves() {
        let text = written("a-b =\n    a \"$x\\\n    b\n", "a-b = x\n");
        assert!(text.contains(r#"get() = "a \"\$x\\\nb""#), "{text}");
    }
}

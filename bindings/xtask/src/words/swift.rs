//! The labels as Swift: one value with a member for each, in the language that it holds.

use super::literal::{Literal, kind};
use super::{Label, Parameter, camel};

/// Where it goes, from the root of the repository; git ignores it.
pub const FILE: &str = "ios/Sources/Logic/generated/Words.swift";

const LITERAL: Literal = Literal {
    value: ["\\(", ")"],
    special: &['"', '\\'],
    choice: |one, other| format!("(n == 1 ? {one} : {other})"),
};

const HEAD: &str = "\
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

/// The file.
pub fn file(labels: &[Label]) -> String {
    let mut text = HEAD.to_owned();
    for label in labels {
        text.push_str(&member(label));
    }
    text.push_str("}\n");
    text
}

fn member(label: &Label) -> String {
    let (english, chinese) =
        (LITERAL.expression(&label.english), LITERAL.expression(&label.chinese));
    let choice = format!("language == .english ? {english} : {chinese}");
    format!("    public {} {{ {choice} }}\n", head(label))
}

/// `var actionOpen: String` or `func searchFound(_ n: Int) -> String`.
fn head(label: &Label) -> String {
    let name = camel(&label.key);
    if label.parameters.is_empty() {
        return format!("var {name}: String");
    }
    let typed = |(index, parameter): (usize, &Parameter)| {
        let label = if index == 0 { "_ " } else { "" };
        format!("{label}{}: {}", parameter.name, kind(parameter.kind))
    };
    let list: Vec<String> = label.parameters.iter().enumerate().map(typed).collect();
    format!("func {name}({}) -> String", list.join(", "))
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
            "    public var appName: String { language == .english ? \"Standing\" : \"明账\" }\n",
            "    public func stepAt(_ n: Int, of: Int, word: String) -> String { language == \
             .english ? \"Step \\(n) of \\(of): \\(word)\" : \"\\(word)：第\\(n)步，共\\(of)步\" }\n",
        ] {
            assert!(text.contains(line), "{line}{text}");
        }
    }

    #[test]
    fn english_chooses_by_number_and_chinese_has_one_form() {
        let english = "a-b = { $n ->\n    [one] 1 day\n   *[other] { $n } days\n  }\n";
        let text = written(english, "a-b = { $n }天\n");
        let line = "{ language == .english ? (n == 1 ? \"1 day\" : \"\\(n) days\") : \"\\(n)天\" }";
        assert!(text.contains(line), "{text}");
    }

    #[test]
    fn quotes_backslashes_and_lines_stay_themselves() {
        let text = written("a-b =\n    a \"x\\\n    b\n", "a-b = x\n");
        assert!(text.contains(r#"? "a \"x\\\nb" :"#), "{text}");
    }
}

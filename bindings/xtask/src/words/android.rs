//! The labels as Android resources: for what the system shows without the app, such as
//! notifications, the widget and the reasons for permissions.

use super::{Kind, Label, Language, Parameter, Piece};

/// The file of a language, from the root of the repository; git ignores it.
pub fn path(language: Language) -> &'static str {
    match language {
        Language::English => "android/app/src/generated/res/values/strings.xml",
        // By script, so that Singapore reads these and Taiwan does not.
        Language::Chinese => "android/app/src/generated/res/values-b+zh+Hans/strings.xml",
    }
}

/// The file's text.
pub fn file(labels: &[Label], language: Language) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <!-- Made by `cargo xtask generate` from core/locales/*/ui.ftl; a change belongs there. -->\n\
         <resources>\n",
    );
    for label in labels {
        text.push_str(&entry(label, language));
    }
    text.push_str("</resources>\n");
    text
}

fn entry(label: &Label, language: Language) -> String {
    let name = label.key.replace('-', "_");
    let forms = match language {
        Language::English => label.english.forms(),
        Language::Chinese => label.chinese.forms(),
    };
    if label.is_plural() {
        let items: String = forms
            .iter()
            .map(|(category, pieces)| {
                let said = said(pieces, &label.parameters);
                format!("        <item quantity=\"{category}\">{said}</item>\n")
            })
            .collect();
        return format!("    <plurals name=\"{name}\">\n{items}    </plurals>\n");
    }
    let said: String = forms.iter().map(|(_, pieces)| said(pieces, &label.parameters)).collect();
    // Without values a percent sign is itself, and aapt must not look for values behind it.
    let plain =
        if label.parameters.is_empty() && said.contains('%') { " formatted=\"false\"" } else { "" };
    format!("    <string name=\"{name}\"{plain}>{said}</string>\n")
}

fn said(pieces: &[Piece], parameters: &[Parameter]) -> String {
    let mut text = String::new();
    let is_format = !parameters.is_empty();
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Value(name) => text.push_str(&placeholder(name, parameters)),
            Piece::Words(words) => {
                let at_start = index == 0;
                let at_end = index.saturating_add(1) == pieces.len();
                text.push_str(&escaped(words, is_format, at_start, at_end));
            }
        }
    }
    text
}

/// `%1$d`: languages put the values in different orders.
fn placeholder(name: &str, parameters: &[Parameter]) -> String {
    let found = parameters.iter().enumerate().find(|(_, parameter)| parameter.name == name);
    found.map_or_else(String::new, |(index, parameter)| {
        let kind = match parameter.kind {
            Kind::Number => 'd',
            Kind::Words => 's',
        };
        format!("%{}${kind}", index.saturating_add(1))
    })
}

/// Characters that mean something to XML, to aapt or to the formatter. Spaces that aapt would
/// drop, at an end or in a row, are written by their number.
fn escaped(words: &str, is_format: bool, at_start: bool, at_end: bool) -> String {
    let mut text = String::new();
    let mut letters = words.chars().peekable();
    let mut before = if at_start { ' ' } else { '.' };
    while let Some(letter) = letters.next() {
        let is_last = at_end && letters.peek().is_none();
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '\'' | '"' | '\\' => text.extend(['\\', letter]),
            '\n' => text.push_str("\\n"),
            '@' | '?' if text.is_empty() && at_start => text.extend(['\\', letter]),
            '%' if is_format => text.push_str("%%"),
            ' ' if before == ' ' || is_last => text.push_str("\\u0020"),
            letter => text.push(letter),
        }
        before = letter;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::labels;

    fn written(english: &str, chinese: &str) -> [String; 2] {
        let labels = labels(english, chinese).unwrap();
        [Language::English, Language::Chinese].map(|language| file(&labels, language))
    }

    #[test]
    fn a_label_is_a_string_with_its_values_by_place() {
        let [english, chinese] =
            written("step-at = Step { $n }: { $word }\n", "step-at = { $word }：第{ $n }步\n");
        let line = "    <string name=\"step_at\">Step %1$d: %2$s</string>\n";
        assert!(english.contains(line), "{english}");
        assert!(chinese.contains(">%2$s：第%1$d步</string>"), "{chinese}");
    }

    #[test]
    fn a_label_with_forms_in_one_language_has_plurals_in_both() {
        let [english, chinese] = written(
            "a-b = { $n ->\n    [one] 1 day\n   *[other] { $n } days\n  }\n",
            "a-b = { $n }天\n",
        );
        let items = "<plurals name=\"a_b\">\n        <item quantity=\"one\">1 day</item>\n        \
                     <item quantity=\"other\">%1$d days</item>\n    </plurals>";
        assert!(english.contains(items), "{english}");
        let items = "<plurals name=\"a_b\">\n        <item quantity=\"other\">%1$d天</item>\n    </plurals>";
        assert!(chinese.contains(items), "{chinese}");
    }

    #[test]
    fn characters_that_mean_something_to_the_system_stay_themselves() {
        for (source, said) in [
            ("a-b = Tom & \"Ann\"'s <b>\n", ">Tom &amp; \\\"Ann\\\"\\'s &lt;b&gt;<"),
            ("a-b = @home? @\n", ">\\@home? @<"),
            ("a-b = ?\n", ">\\?<"),
            ("a-b = 5 % and 6 %\n", " formatted=\"false\">5 % and 6 %<"),
            ("a-b = { $n } %\n", ">%1$d %%<"),
            ("a-b = a\\  b{ \" \" }\n", ">a\\\\ \\u0020b\\u0020<"),
            ("a-b =\n    one\n    two\n", ">one\\ntwo<"),
        ] {
            let [english, _] = written(source, &source.replace("a-b = x", "a-b = y"));
            assert!(english.contains(said), "{said} {english}");
        }
    }
}

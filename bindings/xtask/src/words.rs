//! The labels of the apps, made from `core/locales/*/ui.ftl`: what a button says, and what a
//! screen reader says for it. Finished sentences about a person's data are the core's own.
//!
//! Both languages are read into one model; [`templates`] write the forms that an app needs.
//! Fluent can do more than the catalogs of the phones: attributes, terms, functions, choices
//! inside a sentence. A label that needs one of those is refused by name.

mod templates;

use crate::catalog::Catalog;
use crate::workspace::Workspace;
use anyhow::{Context, Result, anyhow, bail, ensure};
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey,
};
use std::collections::BTreeMap;

/// A language of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Language {
    English,
    Chinese,
}

impl Language {
    fn file(self) -> &'static str {
        match self {
            Self::English => "core/locales/en/ui.ftl",
            Self::Chinese => "core/locales/zh-Hans/ui.ftl",
        }
    }

    /// Its plural categories for whole numbers, by CLDR.
    fn categories(self) -> &'static [&'static str] {
        match self {
            Self::English => &["one", "other"],
            Self::Chinese => &["other"],
        }
    }
}

/// One label in both languages.
#[derive(Debug)]
struct Label {
    /// As in `action-read-aloud`.
    key: String,
    /// The values it takes, in the order of the English text; `n` comes first where it chooses.
    parameters: Vec<String>,
    english: Text,
    chinese: Text,
}

impl Label {
    fn text(&self, language: Language) -> &Text {
        match language {
            Language::English => &self.english,
            Language::Chinese => &self.chinese,
        }
    }
}

/// What a label says in one language.
#[derive(Debug, PartialEq)]
struct Text {
    /// Whether the number `n` chooses the form.
    is_plural: bool,
    /// The form for one; only English has it.
    one: Option<Vec<Piece>>,
    /// The form for every other number, or the only one.
    other: Vec<Piece>,
}

#[derive(Debug, PartialEq)]
enum Piece {
    Words(String),
    /// The value with this name.
    Value(String),
}

impl Text {
    /// The forms by category.
    fn forms(&self) -> impl Iterator<Item = (&'static str, &[Piece])> {
        let one = self.one.as_deref().map(|pieces| ("one", pieces));
        one.into_iter().chain([("other", self.other.as_slice())])
    }

    /// The names of its values, each once, in the order of reading; the choosing number first.
    fn values(&self) -> Vec<&str> {
        let mut names = if self.is_plural { vec!["n"] } else { Vec::new() };
        for piece in self.forms().flat_map(|(_, pieces)| pieces) {
            if let Piece::Value(name) = piece
                && !names.contains(&name.as_str())
            {
                names.push(name);
            }
        }
        names
    }
}

/// Writes the labels for every app, and says how many there are.
pub fn generate(workspace: &Workspace) -> Result<usize> {
    let source = |language: Language| workspace.read(language.file());
    let labels = labels(&source(Language::English)?, &source(Language::Chinese)?)?;
    let catalog = Catalog::read(workspace)?;
    let version = catalog.versions.get("app").context("find the version of the app")?;
    for (path, text) in templates::files(&labels, version)? {
        workspace.write(path, &text)?;
    }
    Ok(labels.len())
}

/// Reads two sources and puts them beside each other, in the order of the English one.
fn labels(english: &str, chinese: &str) -> Result<Vec<Label>> {
    let missing = |key: &str, lacks: Language, has: Language| {
        anyhow!("find `{key}` in {}, which {} has", lacks.file(), has.file())
    };
    let mut others: BTreeMap<_, _> = texts(Language::Chinese, chinese)?.into_iter().collect();
    let (mut labels, mut names) = (Vec::new(), BTreeMap::new());
    for (key, english) in texts(Language::English, english)? {
        let chinese = others
            .remove(&key)
            .ok_or_else(|| missing(&key, Language::Chinese, Language::English))?;
        if let Some(first) = names.insert(templates::camel(&key), key.clone()) {
            let name = templates::camel(&key);
            bail!("tell `{key}` from `{first}`: in code both are called {name}");
        }
        let (mine, theirs) = (english.values(), chinese.values());
        ensure!(
            mine.len() == theirs.len() && mine.iter().all(|name| theirs.contains(name)),
            "take the same values for `{key}`: English has [{}], Chinese has [{}]",
            mine.join(", "),
            theirs.join(", ")
        );
        let parameters = mine.into_iter().map(str::to_owned).collect();
        labels.push(Label { key, parameters, english, chinese });
    }
    match others.keys().next() {
        None => Ok(labels),
        Some(key) => Err(missing(key, Language::English, Language::Chinese)),
    }
}

/// The texts of one language by key, in the order of the file.
fn texts(language: Language, source: &str) -> Result<Vec<(String, Text)>> {
    let file = language.file();
    let resource = fluent_syntax::parser::parse(source).map_err(|(_, faults)| {
        let (at, why) = faults
            .first()
            .map_or((0, String::new()), |fault| (fault.pos.start, fault.kind.to_string()));
        let line = source.bytes().take(at).filter(|byte| *byte == b'\n').count();
        anyhow!("read {file}, line {}: {why}", line.saturating_add(1))
    })?;
    let mut texts: Vec<(String, Text)> = Vec::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name;
                let text = text(language, message);
                let text = text.with_context(|| format!("use `{key}` of {file}"))?;
                ensure!(texts.iter().all(|(other, _)| other != key), "use `{key}` of {file} twice");
                texts.push((key.to_owned(), text));
            }
            Entry::Term(term) => bail!("use `-{}` of {file}: labels have no terms", term.id.name),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Junk { content } => bail!("read {file}: `{}`", content.trim()),
        }
    }
    Ok(texts)
}

fn text(language: Language, message: &Message<&str>) -> Result<Text> {
    let key = message.id.name;
    // A hyphen keeps names in code clear of the keywords of Kotlin and Swift.
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    ensure!(
        key.chars().all(plain) && key.contains('-'),
        "a key is `feature-name` in small letters"
    );
    if let Some(attribute) = message.attributes.first() {
        bail!("labels have no attributes, and this has `.{}`", attribute.id.name);
    }
    let pattern = message.value.as_ref().context("it has no text")?;
    match pattern.elements.as_slice() {
        [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] => {
            plural(language, selector, variants)
        }
        _ => Ok(Text { is_plural: false, one: None, other: pieces(pattern)? }),
    }
}

fn plural(
    language: Language,
    selector: &InlineExpression<&str>,
    variants: &[Variant<&str>],
) -> Result<Text> {
    let is_number =
        matches!(selector, InlineExpression::VariableReference { id } if id.name == "n");
    ensure!(is_number, "only the number $n may choose");
    let (mut one, mut other) = (None, None);
    for variant in variants {
        let (VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name }) =
            variant.key;
        let known = language.categories();
        ensure!(known.contains(&name), "`[{name}]` is none of the forms {}", known.join(", "));
        ensure!(variant.default == (name == "other"), "`*` belongs to `[other]`");
        let form = if name == "one" { &mut one } else { &mut other };
        ensure!(form.replace(pieces(&variant.value)?).is_none(), "`[{name}]` is there twice");
    }
    Ok(Text { is_plural: true, one, other: other.context("`*[other]` is missing")? })
}

fn pieces(pattern: &Pattern<&str>) -> Result<Vec<Piece>> {
    let mut pieces: Vec<Piece> = Vec::new();
    for element in &pattern.elements {
        let piece = match element {
            PatternElement::TextElement { value } => Piece::Words((*value).to_owned()),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => placed(inline)?,
            PatternElement::Placeable { .. } => {
                bail!("a choice must be the whole label, so that each form is a whole sentence")
            }
        };
        match (pieces.last_mut(), piece) {
            (Some(Piece::Words(before)), Piece::Words(more)) => before.push_str(&more),
            (_, piece) => pieces.push(piece),
        }
    }
    Ok(pieces)
}

fn placed(inline: &InlineExpression<&str>) -> Result<Piece> {
    use InlineExpression as Inline;
    match inline {
        Inline::VariableReference { id } => {
            let name = id.name;
            let is_plain = name.chars().all(|c| c.is_ascii_lowercase());
            ensure!(is_plain, "`${name}`: a value's name is one word in small letters");
            Ok(Piece::Value(name.to_owned()))
        }
        // `{ "{" }` is how Fluent writes a brace; its `\u` escapes are not needed.
        Inline::StringLiteral { value } | Inline::NumberLiteral { value } => {
            ensure!(!value.contains('\\'), "write the character itself instead of `{value}`");
            Ok(Piece::Words((*value).to_owned()))
        }
        Inline::FunctionReference { id, .. }
        | Inline::MessageReference { id, .. }
        | Inline::TermReference { id, .. } => {
            bail!("a label takes in nothing but values, and this takes in `{}`", id.name)
        }
        Inline::Placeable { .. } => bail!("one pair of braces is enough"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(english: &str, chinese: &str) -> String {
        format!("{:#}", labels(english, chinese).unwrap_err())
    }

    #[test]
    fn words_values_and_quoted_braces_are_read_in_order() {
        let read =
            texts(Language::English, "# A comment\na-b =\n    A { $n }{ \"{\" } of\n    B\n");
        let other = vec![
            Piece::Words("A ".into()),
            Piece::Value("n".into()),
            Piece::Words("{ of\nB".into()),
        ];
        assert_eq!(read.unwrap(), [("a-b".into(), Text { is_plural: false, one: None, other })]);
    }

    #[test]
    fn a_number_chooses_between_whole_sentences_and_is_a_value_even_if_no_form_says_it() {
        let source = "a-b = { $n ->\n    [one] 1 found\n   *[other] { $word } found\n  }\n";
        let read = texts(Language::English, source).unwrap();
        let (_, text) = &read[0];
        assert_eq!(text.one, Some(vec![Piece::Words("1 found".into())]));
        assert_eq!(text.values(), ["n", "word"]);
    }

    #[test]
    fn what_the_catalogs_of_the_phones_cannot_say_is_refused_by_key_and_file() {
        let choice = |inside: &str| format!("a-b = {{ $n ->\n{inside}\n  }}\n");
        for (source, why) in [
            ("a-b = x\n    .c = y\n".to_owned(), "`.c`"),
            ("a-b =\n    .c = y\n".to_owned(), "`.c`"),
            ("a-b = { a-c }\n".to_owned(), "`a-c`"),
            ("a-b = { -brand }\n".to_owned(), "`brand`"),
            ("a-b = { NUMBER($n) }\n".to_owned(), "NUMBER"),
            ("a-b = { \"\\u0041\" }\n".to_owned(), "the character itself"),
            ("a-b = { $firstName }\n".to_owned(), "small letters"),
            ("a-b = x { $n ->\n   *[other] y\n  }\n".to_owned(), "the whole label"),
            ("a-b = { $of ->\n   *[other] y\n  }\n".to_owned(), "only the number $n"),
            (choice("    [0] none\n   *[other] y"), "`[0]`"),
            (choice("    [few] y\n   *[other] y"), "`[few]`"),
            (choice("   *[one] y\n    [other] z"), "`*` belongs"),
            (choice("   *[one] y"), "`*` belongs"),
            ("a-b = x\na-b = y\n".to_owned(), "twice"),
            ("-a-brand = x\n".to_owned(), "no terms"),
            ("a-title = x\ntitle = x\n".to_owned(), "feature-name"),
            ("a-B = x\n".to_owned(), "feature-name"),
            ("a-b = x\n\na-c x\n".to_owned(), "line 3"),
        ] {
            let text = refusal(&source, "");
            assert!(text.contains(why), "{source}{text}");
            assert!(text.contains("core/locales/en/ui.ftl"), "{source}{text}");
        }
        let chinese = choice("    [one] x\n   *[other] y");
        let text = refusal("", &chinese);
        assert!(text.contains("`[one]`") && text.contains("zh-Hans"), "{text}");
    }

    #[test]
    fn a_label_that_one_language_lacks_is_named_with_the_file_that_lacks_it() {
        let (one, two) = ("a-b = x\n", "a-b = x\na-c = y\n");
        let (en, zh) = ("core/locales/en/ui.ftl", "core/locales/zh-Hans/ui.ftl");
        assert_eq!(refusal(two, one), format!("find `a-c` in {zh}, which {en} has"));
        assert_eq!(refusal(one, two), format!("find `a-c` in {en}, which {zh} has"));
        let text = refusal("a-b1 = x\na-b-1 = y\n", "a-b1 = x\na-b-1 = y\n");
        assert!(text.contains("`a-b-1` from `a-b1`") && text.contains("aB1"), "{text}");
    }

    #[test]
    fn both_languages_take_the_same_values() {
        let text = refusal("a-b = { $n } of { $of }\n", "a-b = 第{ $n }\n");
        assert!(text.contains("`a-b`: English has [n, of], Chinese has [n]"), "{text}");
        let found = labels("a-b = { $n } of { $of }\n", "a-b = 共{ $of }第{ $n }\n").unwrap();
        assert_eq!(found[0].parameters, ["n", "of"]);
        let english = "a-b = { $n ->\n    [one] one { $word }\n   *[other] { $n }\n }\n";
        assert_eq!(labels(english, "a-b = { $n }{ $word }\n").unwrap().len(), 1);
        assert!(refusal(english, "a-b = { $n }\n").contains("word"));
    }
}

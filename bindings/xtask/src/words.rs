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
    Entry, Expression, InlineExpression as Inline, Message, Pattern, PatternElement, VariantKey,
};
use std::collections::BTreeMap;

/// A language: its file, and its plural categories for whole numbers by CLDR.
type Language = (&'static str, &'static [&'static str]);
const ENGLISH: Language = ("core/locales/en/ui.ftl", &["one", "other"]);
const CHINESE: Language = ("core/locales/zh-Hans/ui.ftl", &["other"]);

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
    /// The names of its values, each once, in the order of reading; the choosing number first.
    fn values(&self) -> Vec<&str> {
        let mut names = if self.is_plural { vec!["n"] } else { Vec::new() };
        for piece in self.one.iter().flatten().chain(&self.other) {
            match piece {
                Piece::Value(name) if !names.contains(&name.as_str()) => names.push(name),
                _ => {}
            }
        }
        names
    }
}

/// Writes the labels for every app.
pub fn generate(workspace: &Workspace) -> Result<()> {
    let labels = labels(&workspace.read(ENGLISH.0)?, &workspace.read(CHINESE.0)?)?;
    let catalog = Catalog::read(workspace)?;
    let version = catalog.versions.get("app").context("find the version of the app")?;
    for (path, text) in templates::files(&labels, version)? {
        workspace.write(path, &text)?;
    }
    Ok(())
}

/// Reads two sources and puts them beside each other, in the order of the English one.
fn labels(english: &str, chinese: &str) -> Result<Vec<Label>> {
    let missing = |key: &str, (lacks, _): Language, (has, _): Language| {
        anyhow!("find `{key}` in {lacks}, which {has} has")
    };
    let mut others: BTreeMap<_, _> = texts(CHINESE, chinese)?.into_iter().collect();
    let (mut labels, mut names) = (Vec::new(), BTreeMap::new());
    for (key, english) in texts(ENGLISH, english)? {
        let chinese = others.remove(&key).ok_or_else(|| missing(&key, CHINESE, ENGLISH))?;
        let name = templates::camel(&key);
        if let Some(first) = names.insert(name.clone(), key.clone()) {
            bail!("tell `{key}` from `{first}`: in code both are called {name}");
        }
        let (mine, theirs) = (english.values(), chinese.values());
        ensure!(
            mine.len() == theirs.len() && mine.iter().all(|name| theirs.contains(name)),
            "take the same values for `{key}`: English has {mine:?}, Chinese has {theirs:?}"
        );
        let parameters = mine.into_iter().map(str::to_owned).collect();
        labels.push(Label { key, parameters, english, chinese });
    }
    match others.keys().next() {
        None => Ok(labels),
        Some(key) => Err(missing(key, ENGLISH, CHINESE)),
    }
}

/// The texts of one language by key, in the order of the file.
fn texts(language: Language, source: &str) -> Result<Vec<(String, Text)>> {
    let (file, _) = language;
    let resource = fluent_syntax::parser::parse(source).map_err(|(_, faults)| {
        let fault = faults.first().map(|fault| (fault.pos.start, fault.kind.to_string()));
        let (at, why) = fault.unwrap_or_default();
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

fn text((_, categories): Language, message: &Message<&str>) -> Result<Text> {
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
    let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] =
        pattern.elements.as_slice()
    else {
        return Ok(Text { is_plural: false, one: None, other: pieces(pattern)? });
    };
    let is_number = matches!(selector, Inline::VariableReference { id } if id.name == "n");
    ensure!(is_number, "only the number $n may choose");
    let mut forms = BTreeMap::new();
    for variant in variants {
        let (VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name }) =
            variant.key;
        ensure!(categories.contains(&name), "`[{name}]` is none of the forms {categories:?}");
        ensure!(variant.default == (name == "other"), "`*` belongs to `[other]`");
        let twice = forms.insert(name, pieces(&variant.value)?).is_some();
        ensure!(!twice, "`[{name}]` is there twice");
    }
    let other = forms.remove("other").context("`*[other]` is missing")?;
    Ok(Text { is_plural: true, one: forms.remove("one"), other })
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

fn placed(inline: &Inline<&str>) -> Result<Piece> {
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
    fn words_values_and_forms_are_read_in_order() {
        let words = |text: &str| Piece::Words(text.to_owned());
        let read = texts(ENGLISH, "# Comment\na-b =\n    A { $n }{ \"{\" } of\n    B\n").unwrap();
        assert_eq!(read[0].1.other, [words("A "), Piece::Value("n".into()), words("{ of\nB")]);
        let choice = "a-b = { $n ->\n    [one] 1 found\n   *[other] { $word } found\n  }\n";
        let (_, text) = &texts(ENGLISH, choice).unwrap()[0];
        assert_eq!(text.one, Some(vec![words("1 found")]));
        assert_eq!(text.values(), ["n", "word"], "the number counts even if no form says it");
    }

    #[test]
    fn what_the_catalogs_of_the_phones_cannot_say_is_refused_by_key_and_file() {
        let choice = |inside: &str| format!("a-b = {{ $n ->\n{inside}\n  }}\n");
        for (source, why) in [
            ("a-b = x\n    .c = y\n", "`.c`"),
            ("a-b =\n    .c = y\n", "`.c`"),
            ("a-b = { a-c }\n", "`a-c`"),
            ("a-b = { -brand }\n", "`brand`"),
            ("a-b = { NUMBER($n) }\n", "NUMBER"),
            ("a-b = { \"\\u0041\" }\n", "the character itself"),
            ("a-b = { $firstName }\n", "small letters"),
            ("a-b = x { $n ->\n   *[other] y\n  }\n", "the whole label"),
            ("a-b = { $of ->\n   *[other] y\n  }\n", "only the number $n"),
            (&choice("    [0] none\n   *[other] y"), "`[0]`"),
            (&choice("    [few] y\n   *[other] y"), "`[few]`"),
            (&choice("   *[one] y\n    [other] z"), "`*` belongs"),
            ("a-b = x\na-b = y\n", "twice"),
            ("-a-brand = x\n", "no terms"),
            ("title = x\n", "feature-name"),
            ("a-B = x\n", "feature-name"),
            ("a-b = x\n\na-c x\n", "line 3"),
        ] {
            let text = refusal(source, "");
            assert!(text.contains(why) && text.contains(ENGLISH.0), "{source}{text}");
        }
        let text = refusal("", &choice("    [one] x\n   *[other] y"));
        assert!(text.contains("`[one]`") && text.contains(CHINESE.0), "{text}");
    }

    #[test]
    fn both_languages_have_the_same_labels_with_the_same_values() {
        let (one, two) = ("a-b = x\n", "a-b = x\na-c = y\n");
        let (en, zh) = (ENGLISH.0, CHINESE.0);
        assert_eq!(refusal(two, one), format!("find `a-c` in {zh}, which {en} has"));
        assert_eq!(refusal(one, two), format!("find `a-c` in {en}, which {zh} has"));
        let text = refusal("a-b1 = x\na-b-1 = y\n", "a-b1 = x\na-b-1 = y\n");
        assert!(text.contains("`a-b-1` from `a-b1`") && text.contains("aB1"), "{text}");
        let text = refusal("a-b = { $n } of { $of }\n", "a-b = 第{ $n }\n");
        assert!(text.contains("English has [\"n\", \"of\"], Chinese has [\"n\"]"), "{text}");
        let found = labels("a-b = { $n } of { $of }\n", "a-b = 共{ $of }第{ $n }\n").unwrap();
        assert_eq!(found[0].parameters, ["n", "of"]);
    }
}

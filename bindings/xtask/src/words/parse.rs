//! A file of labels, read with Fluent's own parser and held to what labels may be.
//!
//! Fluent can do more than the catalogs of the phones: attributes, terms, functions, choices
//! inside a sentence. A label that needs one of those is refused by name.

use super::Language;
use super::label::{Piece, Text};
use anyhow::{Context, Result, anyhow, bail};
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey,
};
use std::collections::BTreeSet;

/// The texts of one language by key, in the order of the file.
pub fn texts(language: Language, source: &str) -> Result<Vec<(String, Text)>> {
    let file = language.file();
    let resource = fluent_syntax::parser::parse(source).map_err(|(_, faults)| {
        let first = faults.first();
        let line = first.map_or(0, |fault| line_of(source, fault.pos.start));
        let kind = first.map(|fault| fault.kind.to_string()).unwrap_or_default();
        anyhow!("read {file}, line {line}: {kind}")
    })?;
    let mut known = BTreeSet::new();
    let mut texts = Vec::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name;
                let text =
                    text(language, message).with_context(|| format!("use `{key}` of {file}"))?;
                if !known.insert(key) {
                    bail!("use `{key}` of {file}: it stands there twice");
                }
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
    if !key.chars().all(plain) || !key.contains('-') {
        bail!("a key is `feature-name` in small letters");
    }
    if let Some(attribute) = message.attributes.first() {
        bail!("labels have no attributes, and this has `.{}`", attribute.id.name);
    }
    let Some(pattern) = &message.value else {
        bail!("it says nothing");
    };
    match pattern.elements.as_slice() {
        [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] => {
            plural(language, selector, variants)
        }
        _ => Ok(Text::Plain(pieces(pattern)?)),
    }
}

fn plural(
    language: Language,
    selector: &InlineExpression<&str>,
    variants: &[Variant<&str>],
) -> Result<Text> {
    if !matches!(selector, InlineExpression::VariableReference { id } if id.name == "n") {
        bail!("only the number $n may choose");
    }
    let (mut one, mut other) = (None, None);
    for variant in variants {
        let category = match variant.key {
            VariantKey::Identifier { name } => name,
            VariantKey::NumberLiteral { value } => {
                bail!("`[{value}]` is a number: labels choose by plural category")
            }
        };
        if !language.categories().contains(&category) {
            let known = language.categories().join(", ");
            bail!("`[{category}]` is no plural category of this language, which has: {known}");
        }
        if variant.default != (category == "other") {
            bail!("`*` belongs to `[other]`");
        }
        let form = if category == "one" { &mut one } else { &mut other };
        if form.replace(pieces(&variant.value)?).is_some() {
            bail!("`[{category}]` stands there twice");
        }
    }
    match other {
        Some(other) => Ok(Text::Plural { one, other }),
        None => bail!("`*[other]` is missing"),
    }
}

fn pieces(pattern: &Pattern<&str>) -> Result<Vec<Piece>> {
    let mut pieces: Vec<Piece> = Vec::new();
    for element in &pattern.elements {
        let piece = match element {
            PatternElement::TextElement { value } => Piece::Words((*value).to_owned()),
            PatternElement::Placeable { expression } => placed(expression)?,
        };
        match (pieces.last_mut(), piece) {
            (Some(Piece::Words(before)), Piece::Words(more)) => before.push_str(&more),
            (_, piece) => pieces.push(piece),
        }
    }
    Ok(pieces)
}

fn placed(expression: &Expression<&str>) -> Result<Piece> {
    let Expression::Inline(inline) = expression else {
        bail!("a choice must be the whole label, so that each form is a whole sentence");
    };
    match inline {
        InlineExpression::VariableReference { id } => value(id.name),
        InlineExpression::StringLiteral { value } => literal(value),
        InlineExpression::NumberLiteral { value } => Ok(Piece::Words((*value).to_owned())),
        InlineExpression::FunctionReference { id, .. } => {
            bail!("labels call no functions, and this calls {}", id.name)
        }
        InlineExpression::MessageReference { id, .. } => {
            bail!("a label stands alone, and this takes in `{}`", id.name)
        }
        InlineExpression::TermReference { id, .. } => {
            bail!("labels have no terms, and this takes in `-{}`", id.name)
        }
        InlineExpression::Placeable { .. } => bail!("one pair of braces is enough"),
    }
}

fn value(name: &str) -> Result<Piece> {
    let is_plain = name.chars().all(|c| c.is_ascii_lowercase());
    if !is_plain {
        bail!("`${name}`: a value's name is one word in small letters");
    }
    Ok(Piece::Value(name.to_owned()))
}

/// `{ "{" }` is how Fluent writes a brace; its `\u` escapes are not needed, the files are UTF-8.
fn literal(value: &str) -> Result<Piece> {
    if value.contains('\\') {
        bail!("write the character itself instead of `{value}`");
    }
    Ok(Piece::Words(value.to_owned()))
}

fn line_of(source: &str, position: usize) -> usize {
    source.bytes().take(position).filter(|byte| *byte == b'\n').count().saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(source: &str) -> String {
        format!("{:#}", texts(Language::English, source).unwrap_err())
    }

    fn words(text: &str) -> Piece {
        Piece::Words(text.to_owned())
    }

    fn value(name: &str) -> Piece {
        Piece::Value(name.to_owned())
    }

    #[test]
    fn words_values_and_quoted_braces_are_read_in_order() {
        let read =
            texts(Language::English, "# A comment\na-b = Step { $n }{ \"{\" } of\n").unwrap();
        let pieces = vec![words("Step "), value("n"), words("{ of")];
        assert_eq!(read, [("a-b".to_owned(), Text::Plain(pieces))]);
    }

    #[test]
    fn a_label_over_two_lines_is_one_text() {
        let read = texts(Language::English, "a-b =\n    one\n    two\n").unwrap();
        assert_eq!(read[0].1, Text::Plain(vec![words("one\ntwo")]));
    }

    #[test]
    fn a_number_chooses_between_whole_sentences() {
        let source = "a-b = { $n ->\n    [one] 1 found\n   *[other] { $n } found\n  }\n";
        let other = vec![value("n"), words(" found")];
        let text = Text::Plural { one: Some(vec![words("1 found")]), other };
        assert_eq!(texts(Language::English, source).unwrap()[0].1, text);
    }

    #[test]
    fn what_the_catalogs_of_the_phones_cannot_say_is_refused_by_key_and_file() {
        let choice = |inside: &str| format!("a-b = {{ $n ->\n{inside}\n  }}\n");
        for (source, why) in [
            ("a-b = x\n    .c = y\n".to_owned(), "`.c`"),
            ("a-b =\n    .c = y\n".to_owned(), "`.c`"),
            ("a-b = { a-c }\n".to_owned(), "`a-c`"),
            ("a-b = { -brand }\n".to_owned(), "`-brand`"),
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
            ("title = x\n".to_owned(), "feature-name"),
            ("a-B = x\n".to_owned(), "feature-name"),
        ] {
            let said = refusal(&source);
            assert!(
                said.contains(why) && said.contains("core/locales/en/ui.ftl"),
                "{source}{said}"
            );
            let key = if source.starts_with("title") { "title" } else { "a-" };
            assert!(said.contains(key), "{said}");
        }
    }

    #[test]
    fn chinese_has_no_form_for_one() {
        let source = "a-b = { $n ->\n    [one] x\n   *[other] y\n  }\n";
        let said = format!("{:#}", texts(Language::Chinese, source).unwrap_err());
        assert!(said.contains("`[one]`") && said.contains("zh-Hans"), "{said}");
    }

    #[test]
    fn a_file_that_is_not_fluent_is_refused_with_its_line() {
        let said = refusal("a-b = x\n\na-c x\n");
        assert!(said.contains("line 3"), "{said}");
    }
}

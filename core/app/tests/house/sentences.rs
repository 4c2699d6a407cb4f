//! Every sentence that the code asks for exists, in both languages, with the values it takes.

use std::collections::{BTreeMap, BTreeSet};

use crate::breach::Breach;
use crate::source::{Source, Text};
use proc_macro2::TokenTree;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// Functions that give the end of a key, and its beginning.
const COMPOSED: &[(&str, &str, &str)] = &[
    ("core/verify/src/lib.rs", "code", "trust-"),
    ("core/verify/src/alarm.rs", "code", "problem-alarm-"),
    ("core/rules/src/lint.rs", "code", "lint-"),
    ("core/verify/src/metadata.rs", "code", "metadata-"),
];

/// Sentences by key, attributes as `key.attribute`, with the values that each takes.
pub type Sentences = BTreeMap<String, BTreeSet<String>>;

/// Labels of the native apps, which the core does not load.
const LABELS: &str = "/ui.ftl";

/// The sentences in a language's files.
pub fn sentences(files: &[Text]) -> Sentences {
    let mut found = Sentences::new();
    for file in files.iter().filter(|file| !file.path.ends_with(LABELS)) {
        let (mut message, mut current) = (String::new(), String::new());
        for line in file.text.lines() {
            if let Some((key, _)) = line.split_once(" =") {
                if let Some(attribute) = key.trim().strip_prefix('.') {
                    current = format!("{message}.{attribute}");
                } else if key.starts_with(|first: char| first.is_ascii_lowercase()) {
                    message = key.to_owned();
                    current = message.clone();
                }
            }
            let values = line.split('$').skip(1).map(|part| {
                part.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect::<String>()
            });
            if !current.is_empty() {
                found.entry(current.clone()).or_default().extend(values);
            }
        }
    }
    found
}

/// What the code asks for and a language does not have.
pub fn missing(core: &[Source], language: &str, sentences: &Sentences) -> Vec<Breach> {
    let families: BTreeSet<&str> =
        sentences.keys().filter_map(|key| Some(key.split_once('-')?.0)).collect();
    let mut breaches = Vec::new();
    for source in core.iter().filter(|source| !is_test_file(&source.path)) {
        let mut walk =
            Walk { path: &source.path, language, sentences, families: &families, breaches };
        walk.visit_file(&source.file);
        breaches = walk.breaches;
    }
    breaches
}

/// What a function that gives the end of a key can give, and a language does not have.
pub fn missing_ends(core: &[Source], language: &str, sentences: &Sentences) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (path, function, beginning) in COMPOSED {
        let mut ends = Ends { function, inside: false, found: Vec::new() };
        core.iter()
            .filter(|source| source.path == *path)
            .for_each(|one| ends.visit_file(&one.file));
        let mut breach = |line, what| {
            breaches.push(Breach { file: (*path).to_owned(), line, what });
        };
        if ends.found.is_empty() {
            breach(1, format!("has no function `{function}` that gives words any more"));
        }
        for (line, end) in ends.found {
            let key = format!("{beginning}{end}");
            if !sentences.contains_key(&key) {
                breach(
                    line,
                    format!("needs `{key}`: write it in a file of core/locales/{language}/"),
                );
            }
        }
    }
    breaches
}

struct Ends<'a> {
    function: &'a str,
    inside: bool,
    found: Vec<(usize, String)>,
}

impl<'ast> Visit<'ast> for Ends<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.inside = item.sig.ident == self.function;
        visit::visit_item_fn(self, item);
        self.inside = false;
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.inside = item.sig.ident == self.function;
        visit::visit_impl_item_fn(self, item);
        self.inside = false;
    }

    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        if self.inside {
            self.found.push((literal.span().start().line, literal.value()));
        }
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
}

struct Walk<'a> {
    path: &'a str,
    language: &'a str,
    sentences: &'a Sentences,
    families: &'a BTreeSet<&'a str>,
    breaches: Vec<Breach>,
}

impl Walk<'_> {
    fn need(&mut self, key: &str, at: &impl Spanned, args: Option<&syn::Expr>) {
        let language = self.language;
        let what = match self.sentences.get(key) {
            None => format!("asks for `{key}`: write it in a file of core/locales/{language}/"),
            Some(takes) => {
                let Some(given) = args.and_then(names) else { return };
                let gap: Vec<&String> = takes.difference(&given).collect();
                if gap.is_empty() {
                    return;
                }
                format!(
                    "`{key}` in {language} takes {gap:?} too: give it here, or leave it out there"
                )
            }
        };
        let (file, line) = (self.path.to_owned(), at.span().start().line);
        self.breaches.push(Breach { file, line, what });
    }

    fn call(&mut self, call: &syn::ExprMethodCall) {
        let text = |at: usize| literal(call.args.get(at)?);
        let args = |at: usize| call.args.get(at);
        match call.method.to_string().as_str() {
            "say" => {
                if let Some(key) = text(0) {
                    self.need(&key, call, args(1));
                }
            }
            "attribute" => {
                if let (Some(key), Some(name)) = (text(0), text(1)) {
                    self.need(&format!("{key}.{name}"), call, args(2));
                }
            }
            "error" => self.problem(text(1), call, args(2)),
            "problem" => self.problem(text(0), call, args(1)),
            _ => {}
        }
    }

    fn problem(&mut self, code: Option<String>, at: &impl Spanned, args: Option<&syn::Expr>) {
        let Some(code) = code else { return };
        for part in ["", ".safe", ".todo"] {
            self.need(&format!("problem-{code}{part}"), at, args);
        }
    }
}

impl<'ast> Visit<'ast> for Walk<'_> {
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.call(call);
        visit::visit_expr_method_call(self, call);
    }

    /// A key that is chosen first and said later: `"perk-since"` is one if there are other
    /// sentences of the family `perk-`.
    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        let text = literal.value();
        let family = text.split_once('-').map(|(family, _)| family);
        let shaped =
            text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let is_key = family.is_some_and(|family| self.families.contains(family));
        let is_problem = self.sentences.contains_key(&format!("problem-{text}"));
        if shaped && is_key && !is_problem && !text.ends_with('-') {
            self.need(&text, literal, None);
        }
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let is_test = |attribute: &syn::Attribute| {
            let tokens = attribute.meta.require_list().map(|list| list.tokens.clone());
            let mut words = tokens.unwrap_or_default().into_iter();
            attribute.path().is_ident("cfg")
                && matches!(words.next(), Some(TokenTree::Ident(word)) if word == "test")
        };
        if !item.attrs.iter().any(is_test) {
            visit::visit_item_mod(self, item);
        }
    }
}

fn is_test_file(path: &str) -> bool {
    let tests = ["/tests.rs", "_tests.rs", "/testing.rs"];
    !path.starts_with("core/app/src/") || tests.iter().any(|ending| path.ends_with(ending))
}

fn literal(expression: &syn::Expr) -> Option<String> {
    match expression {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

/// The names in `&[("name", …), …]`; none if the values are written otherwise.
fn names(args: &syn::Expr) -> Option<BTreeSet<String>> {
    let syn::Expr::Reference(reference) = args else { return None };
    let syn::Expr::Array(array) = &*reference.expr else { return None };
    let name = |element: &syn::Expr| match element {
        syn::Expr::Tuple(pair) => literal(pair.elems.first()?),
        _ => None,
    };
    array.elems.iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::told;

    const FILE: &str = "\
# words
perk-since = Open since { $since }.
perk-open = Open
  .none = Nothing
problem-gone = Gone: { $name }
  .safe = Safe.
  .todo = Look { $n ->
    [one] once
    *[other] { $n } times
  }
";

    fn said(code: &str) -> Vec<String> {
        let file = Text { path: "core/locales/en/a.ftl".into(), text: FILE.into() };
        let label =
            Text { path: "core/locales/en/ui.ftl".into(), text: "tab-home = Home\n".into() };
        let code = format!("fn f() {{ {code} }}");
        let source = Source::parse("core/app/src/a.rs", &code).unwrap();
        told(&missing(&[source], "English", &sentences(&[file, label])))
    }

    #[test]
    fn a_sentence_that_nobody_wrote_is_named() {
        for code in [
            r#"words.say("home", &[])"#,
            r#"words.attribute("perk-open", "some", &[])"#,
            r#"let key = if x { "perk-open" } else { "perk-shut" };"#,
            r#"words.say("tab-home", &[])"#,
        ] {
            assert_eq!(said(code).len(), 1, "{code}");
        }
        assert_eq!(said(r#"words.error(Kind::A, "lost", &[])"#).len(), 3);
    }

    #[test]
    fn a_value_that_is_not_given_is_named() {
        let gap = said(r#"words.say("perk-since", &[("until", day)])"#);
        assert!(gap[0].contains("takes [\"since\"] too"), "{gap:?}");
        assert_eq!(said(r#"words.problem("gone", &[("name", a)])"#).len(), 1);
    }

    #[test]
    fn the_ends_of_composed_keys_are_read_where_they_are_given() {
        let code = r#"impl E { fn code(&self) -> &str { match self { _ => "gone" } }
            fn other(&self) -> &str { "else" } }"#;
        let source = Source::parse("core/verify/src/lib.rs", code).unwrap();
        let said = told(&missing_ends(&[source], "en", &Sentences::new()));
        assert!(said[0].starts_with("core/verify/src/lib.rs:1: needs `trust-gone`"), "{said:?}");
        assert_eq!(said.len(), COMPOSED.len(), "one missing, and every other file: {said:?}");
    }

    #[test]
    fn what_is_written_may_be_said() {
        for code in [
            r#"words.say("perk-since", &[("since", day)])"#,
            r#"words.say("perk-since", &args)"#,
            r#"words.attribute("perk-open", "none", &[])"#,
            r#"words.problem("gone", &[("name", a), ("n", b)])"#,
            r#"let code = "gone"; let other = "text-size"; format!("perk-{x}");"#,
        ] {
            assert_eq!(said(code), [""; 0], "{code}");
        }
    }
}

//! Files and functions stay short enough to be read at one sitting.

use crate::breach::Breach;
use crate::source::{Source, Text};
use proc_macro2::TokenTree;
use syn::visit::{self, Visit};

/// The most lines of a file without its unit tests, by the ending of its name.
const FILES: &[(&str, usize)] = &[(".rs", 600), (".kt", 300), (".swift", 300)];

/// The most lines between the braces of a function.
const FUNCTION: usize = 40;

/// Files over their limit.
pub fn long_files(files: &[Text]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in files {
        let limit = FILES.iter().find(|(ending, _)| file.path.ends_with(ending));
        let lines = file.text.lines().take_while(|line| *line != "#[cfg(test)]").count();
        if let Some((_, most)) = limit
            && lines > *most
        {
            breaches.push(Breach {
                file: file.path.clone(),
                line: most + 1,
                what: format!(
                    "has {lines} lines, {most} are allowed: split it by what it is about"
                ),
            });
        }
    }
    breaches
}

/// Functions over their limit; tests may tell a long story.
pub fn long_functions(sources: &[Source]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for source in sources.iter().filter(|source| !is_test_file(&source.path)) {
        let mut walk = Walk { path: &source.path, breaches: Vec::new() };
        walk.visit_file(&source.file);
        breaches.append(&mut walk.breaches);
    }
    breaches
}

struct Walk<'a> {
    path: &'a str,
    breaches: Vec<Breach>,
}

impl Walk<'_> {
    fn measure(&mut self, signature: &syn::Signature, body: &syn::Block) {
        let open = body.brace_token.span.open().start().line;
        let close = body.brace_token.span.close().start().line;
        let lines = close.saturating_sub(open).saturating_sub(1);
        if lines > FUNCTION {
            let name = &signature.ident;
            self.breaches.push(Breach {
                file: self.path.to_owned(),
                line: signature.ident.span().start().line,
                what: format!(
                    "`{name}` has {lines} lines, {FUNCTION} are allowed: give its steps names as \
                     functions of their own, or make its data a table"
                ),
            });
        }
    }
}

impl<'ast> Visit<'ast> for Walk<'_> {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !is_test(&item.attrs) {
            self.measure(&item.sig, &item.block);
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if !is_test(&item.attrs) {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if !is_test(&item.attrs) {
            self.measure(&item.sig, &item.block);
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(body) = &item.default {
            self.measure(&item.sig, body);
        }
        visit::visit_trait_item_fn(self, item);
    }
}

fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.ends_with("_tests.rs") || path.contains("/tests/")
}

/// `#[test]`, `#[tokio::test]` or `#[cfg(test)]`.
fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let last = attribute.path().segments.last().map(|segment| segment.ident.to_string());
        let only_in_tests = |list: &syn::MetaList| {
            let mut words = list.tokens.clone().into_iter();
            matches!(words.next(), Some(TokenTree::Ident(word)) if word == "test")
        };
        match last.as_deref() {
            Some("test") => true,
            Some("cfg") => attribute.meta.require_list().is_ok_and(only_in_tests),
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::told;

    fn long(before: &str, lines: usize, after: &str) -> Vec<String> {
        let text = format!("{before}{}{after}", "    step();\n".repeat(lines));
        told(&long_functions(&[Source::parse("core/app/src/home.rs", &text).unwrap()]))
    }

    #[test]
    fn a_function_may_have_forty_lines_and_no_more() {
        assert_eq!(long("fn f() {\n", 40, "}"), [""; 0]);
        let said = long("\nfn f() {\n", 41, "}");
        assert!(said[0].starts_with("core/app/src/home.rs:2: `f` has 41 lines"), "{said:?}");
    }

    #[test]
    fn methods_and_default_methods_are_functions_too() {
        for before in ["impl S { fn f() {\n", "trait T { fn f() {\n", "mod m { fn f() {\n"] {
            assert_eq!(long(before, 41, "}}").len(), 1, "{before}");
        }
    }

    #[test]
    fn tests_and_tables_may_be_long() {
        for before in ["#[test] fn f() {\n", "#[tokio::test] async fn f() {\n"] {
            assert_eq!(long(before, 41, "}"), [""; 0], "{before}");
        }
        assert_eq!(long("#[cfg(test)] mod tests { fn f() {\n", 41, "}}"), [""; 0]);
        assert!(is_test_file("core/client/src/register_tests.rs"));
        assert!(
            is_test_file("core/verify/src/jws/tests.rs") && is_test_file("core/app/tests/house.rs")
        );
        assert!(
            !is_test_file("core/app/src/contests.rs") && !is_test_file("core/client/src/run.rs")
        );
        let table = format!("const T: &[u8] = &[\n{}];", "1,\n".repeat(90));
        assert!(
            long_functions(&[Source::parse("core/model/src/a.rs", &table).unwrap()]).is_empty()
        );
    }

    #[test]
    fn a_file_over_its_limit_is_named() {
        let lines = |path: &str, count: usize| Text {
            path: path.to_owned(),
            text: "a line\n".repeat(count),
        };
        let files = [
            lines("core/model/src/a.rs", 600),
            lines("core/model/src/b.rs", 601),
            lines("android/app/C.kt", 301),
            lines("ios/Sources/UI/D.swift", 300),
            lines("core/README.md", 900),
        ];
        let said = told(&long_files(&files));
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].starts_with("core/model/src/b.rs:601: has 601 lines, 600 are allowed"));
        assert!(said[1].starts_with("android/app/C.kt:301: "));
    }
}

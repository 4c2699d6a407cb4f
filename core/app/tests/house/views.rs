//! A screen shows one moment and changes nothing: query, decide, present.
//!
//! A use case that returns a view reads each database at most once, so that a sync in between
//! never mixes two versions, and writes nothing. What reads says no sentence.

use std::collections::BTreeMap;

use crate::breach::Breach;
use crate::source::Source;
use syn::visit::{self, Visit};

/// Use cases that change something and then show it.
const CHANGES: &[&str] = &[
    "comply",
    "confirm_record",
    "contest",
    "keep_listing_letter",
    "note_answer",
    "note_hand_in",
    "note_listing_hand_in",
    "put_aside",
    "queue_record",
    "rely_on_register",
    "remove_photos",
    "reopen",
    "request_right",
    "retry_record",
    "withdraw_record",
];

/// The doors to the store.
const READS: [&str; 2] = ["read", "read_register"];
const WRITES: &[&str] = &["write", "keep_notes"];

/// Methods that say something to a person.
const WORDS: &[&str] = &["say", "attribute", "sentences", "problem", "alarm", "ago"];

/// A method of the app.
struct Method {
    path: String,
    line: usize,
    is_view: bool,
    /// What it calls on itself or on its store, as often as that is written.
    calls: Vec<String>,
}

/// Views that write, or that read more than one moment.
pub fn torn_views(sources: &[Source]) -> Vec<Breach> {
    let mut methods = BTreeMap::new();
    for source in sources.iter().filter(|source| !is_test(&source.path)) {
        for item in &source.file.items {
            if let syn::Item::Impl(block) = item
                && type_name(&block.self_ty) == "App"
            {
                let found = block.items.iter().filter_map(|item| method(&source.path, item));
                methods.extend(found);
            }
        }
    }
    let mut breaches = Vec::new();
    for (name, method) in methods.iter().filter(|(_, method)| method.is_view) {
        let count = |doors: &[&str]| count(&methods, name, doors, 0);
        let torn = READS.iter().find(|door| count(&[door]) > 1);
        let what = match torn {
            _ if count(WRITES) > 0 => {
                format!("`{name}` shows something and writes: make the change a call of its own")
            }
            Some(door) => {
                format!("`{name}` calls `{door}` more than once: a sync in between mixes versions")
            }
            None => continue,
        };
        breaches.push(Breach { file: method.path.clone(), line: method.line, what });
    }
    breaches
}

/// How often a method goes through one of these doors, by itself or by what it calls.
fn count(methods: &BTreeMap<String, Method>, name: &str, doors: &[&str], depth: usize) -> usize {
    if doors.contains(&name) {
        return 1;
    }
    let Some(method) = methods.get(name).filter(|_| depth < 8) else { return 0 };
    method.calls.iter().map(|called| count(methods, called, doors, depth + 1)).sum()
}

fn method(path: &str, item: &syn::ImplItem) -> Option<(String, Method)> {
    let syn::ImplItem::Fn(function) = item else { return None };
    let signature = &function.sig;
    let name = signature.ident.to_string();
    let mut calls = Calls::default();
    calls.visit_block(&function.block);
    let open = matches!(function.vis, syn::Visibility::Public(_)) && signature.asyncness.is_none();
    let shows = match &signature.output {
        syn::ReturnType::Default => false,
        syn::ReturnType::Type(_, given) => {
            let mut idents = Idents::default();
            idents.visit_type(given);
            idents.0.iter().any(|ident| ident.ends_with("View"))
        }
    };
    let is_view = open && shows && !CHANGES.contains(&name.as_str());
    let line = signature.ident.span().start().line;
    Some((name, Method { path: path.to_owned(), line, is_view, calls: calls.0 }))
}

/// Functions that read and say a sentence.
pub fn speaking_queries(sources: &[Source]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for source in sources.iter().filter(|source| !is_test(&source.path)) {
        let mut walk = Queries { path: &source.path, breaches: Vec::new() };
        walk.visit_file(&source.file);
        breaches.append(&mut walk.breaches);
    }
    breaches
}

struct Queries<'a> {
    path: &'a str,
    breaches: Vec<Breach>,
}

impl Queries<'_> {
    fn look(&mut self, signature: &syn::Signature, body: &syn::Block) {
        let mut idents = Idents::default();
        signature.inputs.iter().for_each(|input| idents.visit_fn_arg(input));
        if !idents.0.iter().any(|ident| ident == "Tx" || ident == "RegisterTx") {
            return;
        }
        let mut said = Said::default();
        said.visit_block(body);
        if let Some(word) = said.0 {
            let name = &signature.ident;
            self.breaches.push(Breach {
                file: self.path.to_owned(),
                line: name.span().start().line,
                what: format!(
                    "`{name}` has a transaction and calls `{word}`: read values, and let what \
                     presents them choose the words"
                ),
            });
        }
    }
}

impl<'ast> Visit<'ast> for Queries<'_> {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.ident != "tests" {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.look(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.look(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }
}

/// Methods called on `self`, or on what begins with it.
#[derive(Default)]
struct Calls(Vec<String>);

impl<'ast> Visit<'ast> for Calls {
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if begins_with_self(&call.receiver) {
            self.0.push(call.method.to_string());
        }
        visit::visit_expr_method_call(self, call);
    }
}

fn begins_with_self(expression: &syn::Expr) -> bool {
    match expression {
        syn::Expr::Path(path) => path.path.is_ident("self"),
        syn::Expr::MethodCall(call) => begins_with_self(&call.receiver),
        syn::Expr::Try(inner) => begins_with_self(&inner.expr),
        _ => false,
    }
}

#[derive(Default)]
struct Idents(Vec<String>);

impl<'ast> Visit<'ast> for Idents {
    fn visit_ident(&mut self, ident: &'ast proc_macro2::Ident) {
        self.0.push(ident.to_string());
    }
}

#[derive(Default)]
struct Said(Option<String>);

impl<'ast> Visit<'ast> for Said {
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let name = call.method.to_string();
        if WORDS.contains(&name.as_str()) {
            self.0.get_or_insert(name);
        }
        visit::visit_expr_method_call(self, call);
    }
}

fn type_name(of: &syn::Type) -> String {
    match of {
        syn::Type::Path(path) => {
            path.path.segments.last().map(|one| one.ident.to_string()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

fn is_test(path: &str) -> bool {
    path.ends_with("tests.rs") || path.contains("/tests/") || path.ends_with("/testing.rs")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::told;

    fn torn(body: &str) -> Vec<String> {
        let text = format!(
            "impl App {{ pub fn home(&self) -> Result<HomeView, AppError> {{ {body} }}
             fn twice(&self) {{ self.read(f)?; self.read(g)?; }}
             fn keep(&self) {{ self.write(f); }}
             pub fn put_aside(&self) -> HomeView {{ self.write(f); self.home() }} }}"
        );
        let source = Source::parse("core/app/src/home.rs", &text).unwrap();
        told(&torn_views(&[source]))
    }

    #[test]
    fn a_view_of_one_moment_is_fine_and_one_of_two_is_named() {
        assert_eq!(torn("self.read(|tx| all(tx))?; self.store()?.read_register(f)?"), [""; 0]);
        for body in [
            "self.read(f)?; self.read(g)?",
            "self.read(f)?; self.store()?.read(g)?",
            "rows.map(|row| self.read(f)); self.read(g)?",
            "self.twice()",
            "self.write(f)",
            "self.keep()",
        ] {
            assert_eq!(torn(body).len(), 1, "{body}");
        }
    }

    #[test]
    fn a_query_that_says_something_is_named() {
        let said = |text: &str| {
            let source = Source::parse("core/app/src/home.rs", text).unwrap();
            told(&speaking_queries(&[source])).len()
        };
        assert_eq!(said("fn read(tx: &Tx<'_>, words: Words) { words.say(1, 2) }"), 1);
        assert_eq!(said("fn read(tx: &Tx<'_>) { tx.roots() }"), 0);
        assert_eq!(said("fn present(words: Words) { words.say(1, 2) }"), 0);
    }
}

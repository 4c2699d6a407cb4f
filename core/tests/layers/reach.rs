//! What a file reaches for: every path in it, with `super` and `self` worked out.

use crate::source::Source;
use proc_macro2::{Ident, TokenStream, TokenTree};
use std::collections::BTreeMap;
use syn::visit::{self, Visit};

/// A path and where it stands.
#[derive(Debug)]
pub struct Reach {
    /// The line of its first word.
    pub line: usize,
    /// Its words: `crate` first for this crate's own modules, else another crate or a local name.
    pub path: Vec<String>,
}

/// Every path of a file: imports, expressions, types, attributes and the insides of macros.
pub fn reaches(source: &Source) -> Vec<Reach> {
    let mut walk = Walk { module: source.module(), found: Vec::new() };
    walk.visit_file(&source.file);
    walk.found
}

/// The names that a crate's root makes public, and where each really lives.
pub fn exports(root: &syn::File) -> BTreeMap<String, Vec<String>> {
    let mut names = BTreeMap::new();
    for item in &root.items {
        if let syn::Item::Use(item) = item
            && !matches!(item.vis, syn::Visibility::Inherited)
        {
            for (path, name) in leaves(&item.tree) {
                let mut path = words(&path);
                path.retain(|word| word != "crate" && word != "self");
                path.insert(0, "crate".to_owned());
                names.insert(name, path);
            }
        }
    }
    names
}

struct Walk {
    /// The module that is being read, inline modules included.
    module: Vec<String>,
    found: Vec<Reach>,
}

impl Walk {
    fn note(&mut self, path: &[&Ident]) {
        let Some(first) = path.first() else { return };
        let line = first.span().start().line;
        self.found.push(Reach { line, path: resolve(&self.module, &words(path)) });
    }

    /// Macros and attributes are not parsed by `syn`: their words are read one by one. In an
    /// attribute a single word counts, and so does a path in quotes, as serde writes it.
    fn note_tokens(&mut self, tokens: TokenStream, attribute: bool) {
        let mut path: Vec<Ident> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(word) => {
                    if colons != 2 {
                        self.note_end(&mut path, attribute);
                    }
                    path.push(word);
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Punct(_) => colons = 0,
                TokenTree::Group(group) => self.note_tokens(group.stream(), attribute),
                TokenTree::Literal(literal) if attribute => self.note_quoted(&literal),
                TokenTree::Literal(_) => colons = 0,
            }
        }
        self.note_end(&mut path, attribute);
    }

    fn note_end(&mut self, path: &mut Vec<Ident>, attribute: bool) {
        if attribute || path.len() > 1 {
            self.note(&path.iter().collect::<Vec<_>>());
        }
        path.clear();
    }

    fn note_quoted(&mut self, literal: &proc_macro2::Literal) {
        let text = syn::parse_str::<syn::LitStr>(&literal.to_string());
        if let Ok(path) = text.and_then(|text| text.parse::<syn::Path>()) {
            let words: Vec<String> =
                path.segments.iter().map(|one| one.ident.to_string()).collect();
            let line = literal.span().start().line;
            self.found.push(Reach { line, path: resolve(&self.module, &words) });
        }
    }
}

impl<'ast> Visit<'ast> for Walk {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        for (path, _) in leaves(&item.tree) {
            self.note(&path);
        }
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        // `extern crate self as me` gives the whole crate another name.
        self.note(&[&item.ident]);
        if item.ident == "self" {
            let line = item.ident.span().start().line;
            self.found.push(Reach { line, path: vec!["crate".to_owned()] });
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let idents: Vec<&Ident> = path.segments.iter().map(|segment| &segment.ident).collect();
        let alone = path.get_ident().is_some_and(|word| word == "self" || word == "crate");
        if !alone {
            self.note(&idents);
        }
        visit::visit_path(self, path);
    }

    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {
        // `pub(in crate::store)` narrows; it imports nothing.
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        self.note_tokens(call.tokens.clone(), false);
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if attribute.path().is_ident("doc") {
            return;
        }
        visit::visit_attribute(self, attribute);
        match &attribute.meta {
            syn::Meta::List(list) => self.note_tokens(list.tokens.clone(), true),
            syn::Meta::NameValue(pair) => {
                if let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = &pair.value {
                    self.note_quoted(&text.token());
                }
            }
            syn::Meta::Path(_) => {}
        }
    }
}

/// The paths of an import, each with the name that it brings in; `*` is left out of the path.
fn leaves(tree: &syn::UseTree) -> Vec<(Vec<&Ident>, String)> {
    match tree {
        syn::UseTree::Path(path) => {
            let mut all = leaves(&path.tree);
            for (words, name) in &mut all {
                words.insert(0, &path.ident);
                // `a::{self}` brings in `a`.
                if words.len() == 2 && words.last().is_some_and(|last| *last == "self") {
                    words.pop();
                    if name == "self" {
                        *name = path.ident.to_string();
                    }
                }
            }
            all
        }
        syn::UseTree::Name(name) => vec![(vec![&name.ident], name.ident.to_string())],
        syn::UseTree::Rename(new) => vec![(vec![&new.ident], new.rename.to_string())],
        syn::UseTree::Glob(_) => vec![(Vec::new(), "*".to_owned())],
        syn::UseTree::Group(group) => group.items.iter().flat_map(leaves).collect(),
    }
}

fn words(path: &[&Ident]) -> Vec<String> {
    path.iter().map(|word| word.to_string().trim_start_matches("r#").to_owned()).collect()
}

/// Works out `self` and `super` from the module where the path stands.
fn resolve(module: &[String], path: &[String]) -> Vec<String> {
    let mut from = module.to_vec();
    let mut rest = path;
    let mut own = false;
    while let Some((word, after)) = rest.split_first() {
        match word.as_str() {
            "crate" => from.clear(),
            "super" => {
                from.pop();
            }
            "self" => {}
            _ => break,
        }
        own = true;
        rest = after;
    }
    let mut whole: Vec<String> = Vec::new();
    if own {
        whole.push("crate".to_owned());
        whole.extend(from);
    }
    whole.extend_from_slice(rest);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let source = Source::parse("core/src/trust/jws.rs", text).unwrap();
        reaches(&source).iter().map(|reach| reach.path.join("::")).collect()
    }

    #[test]
    fn imports_are_taken_apart() {
        let text = "use crate::{store::{self, Row as R}, model::*}; use super::head;";
        let paths = ["crate::store", "crate::store::Row", "crate::model", "crate::trust::head"];
        assert_eq!(found(text), paths);
    }

    #[test]
    fn a_module_inside_a_file_stands_one_deeper() {
        let text = "mod tests { use super::*; use super::super::chain; }";
        assert_eq!(found(text), ["crate::trust::jws", "crate::trust::chain"]);
    }

    #[test]
    fn paths_in_types_calls_macros_and_attributes_are_seen() {
        for text in [
            "fn f(x: crate::store::Row) {}",
            "fn f() { crate::store::Row::new() }",
            "fn f() { println!(\"{}\", crate::store::Row::new()) }",
            "macro_rules! m { () => { $crate::store::Row } }",
            "#[serde(with = \"crate::store::Row\")] struct S;",
            "impl crate::store::Row for S {}",
            "fn f() { match x { crate::store::Row::A => {} _ => {} } }",
        ] {
            let all = found(text);
            assert!(
                all.iter().any(|path| path.starts_with("crate::store::Row")),
                "{text}: {all:?}"
            );
        }
    }

    #[test]
    fn comments_and_visibility_are_no_imports() {
        let text = "/// See `crate::store::Row`.\n// crate::store\npub(in crate::store) struct S;";
        assert!(found(text).iter().all(|path| !path.contains("store")));
    }

    #[test]
    fn another_name_for_the_crate_is_seen() {
        for text in ["use crate as all;", "extern crate self as all;", "use super::super::*;"] {
            assert!(found(text).contains(&"crate".to_owned()), "{text}");
        }
    }

    #[test]
    fn a_root_tells_where_its_public_names_live() {
        let file = syn::parse_file("pub use app::{App as Resident}; use store::Row;").unwrap();
        let names = exports(&file);
        assert_eq!(names.get("Resident").unwrap().join("::"), "crate::app::App");
        assert!(!names.contains_key("Row"));
    }
}

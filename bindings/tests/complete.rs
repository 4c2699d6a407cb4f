//! Every use case of the core crosses the language border.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};
use syn::{FnArg, ImplItem, Item, Type, Visibility};

/// What foreign code does not need: sentences come finished in the views.
const NOT_FOR_PHONES: &[&str] = &["words"];

#[test]
fn every_use_case_is_offered_to_phones() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut known = use_cases(&here.join("../core/app/src"));
    let offered = use_cases(&here.join("src"));
    assert!(known.contains("home"), "use cases are found where they stand: {known:?}");
    known.retain(|name| !NOT_FOR_PHONES.contains(&name.as_str()));
    let missing: Vec<_> = known.difference(&offered).collect();
    assert!(missing.is_empty(), "add to bindings/src/app: {missing:?}");
}

/// The public methods of `App` in a folder.
fn use_cases(folder: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            names.append(&mut use_cases(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let file = syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap();
            names.extend(file.items.iter().flat_map(methods));
        }
    }
    names
}

fn methods(item: &Item) -> Vec<String> {
    let Item::Impl(block) = item else { return Vec::new() };
    let of_app = matches!(&*block.self_ty, Type::Path(path) if path.path.is_ident("App"));
    let methods = block.items.iter().filter_map(|item| match item {
        ImplItem::Fn(method) if matches!(method.vis, Visibility::Public(_)) => Some(method),
        _ => None,
    });
    let methods = methods
        .filter(|method| of_app && matches!(method.sig.inputs.first(), Some(FnArg::Receiver(_))));
    methods.map(|method| method.sig.ident.to_string()).collect()
}

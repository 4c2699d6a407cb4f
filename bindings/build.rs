//! Mirrors the core's views for UniFFI.
//!
//! `#[uniffi::remote]` wants each type of the core written out once more. For plain data a second
//! copy says nothing new and drifts, comments first, so it is made here from the first: every
//! public struct and enum in `core/app/src/view`, with its comments, becomes a record or an enum
//! of the surface. `api.txt` shows what that amounts to.
//!
//! For Android it also asks the linker for pages of 16 KB.

use quote::{ToTokens, quote};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Fields, Ident, Item, TypePath, Visibility};

const VIEWS: &str = "../core/app/src/view";

/// Names that Kotlin's exceptions and generated code have already.
const TAKEN: &[&str] = &["message", "cause"];

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    println!("cargo::rerun-if-changed={VIEWS}");
    // Newer phones map a library only if it is cut at their page size. Said here, and not by a
    // variable of the caller, so that no way of building forgets it.
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "android") {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-z,max-page-size=16384");
    }
    let mut mirrors = String::new();
    for path in sources(Path::new(VIEWS))? {
        let told = |error| format!("could not mirror {}: {error}", path.display());
        mirrors.push_str(&mirror(&path).map_err(told)?);
    }
    let target = PathBuf::from(env::var("OUT_DIR")?).join("views.rs");
    Ok(fs::write(target, mirrors)?)
}

/// The files of the views, in an order that does not change.
fn sources(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn mirror(path: &Path) -> Outcome<String> {
    let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let module = match name {
        "mod" => quote!(standing_app::view),
        feature => {
            let feature = syn::parse_str::<Ident>(feature)?;
            quote!(standing_app::view::#feature)
        }
    };
    let mut text = String::new();
    for item in syn::parse_file(&fs::read_to_string(path)?)?.items {
        let (name, kind, fields) = match &item {
            Item::Struct(one) if is_public(&one.vis) => {
                (one.ident.clone(), quote!(Record), vec![&one.fields])
            }
            Item::Enum(one) if is_public(&one.vis) => {
                let fields = one.variants.iter().map(|variant| &variant.fields).collect();
                (one.ident.clone(), quote!(Enum), fields)
            }
            _ => continue,
        };
        fields.into_iter().try_for_each(check)?;
        let mut item = item;
        Plainly.visit_item_mut(&mut item);
        let lines = quote! {
            pub use #module::#name;
            #[uniffi::remote(#kind)]
            #item
        };
        text.push_str(&format!("{lines}\n"));
    }
    Ok(text)
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// Every field has a name that both languages can use.
fn check(fields: &Fields) -> Outcome<()> {
    for field in fields {
        match &field.ident {
            None => return Err(format!("`{}` needs a name", field.ty.to_token_stream()).into()),
            Some(name) if TAKEN.iter().any(|taken| name == taken) => {
                return Err(format!("Kotlin's exceptions have a `{name}` already").into());
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Keeps the comments of all attributes, and the last word of each type: all types meet in one
/// module.
struct Plainly;

impl VisitMut for Plainly {
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        attributes.retain(|attribute| attribute.path().is_ident("doc"));
    }

    fn visit_type_path_mut(&mut self, path: &mut TypePath) {
        visit_mut::visit_type_path_mut(self, path);
        if let Some(last) = path.path.segments.last().cloned() {
            path.path = last.into();
        }
    }
}

//! House rules that Cargo and clippy cannot hold: directions, doors, sizes, sentences.
//!
//! Each rule lives in `house/` beside planted sources that show that it can fail.

#[path = "house/breach.rs"]
mod breach;
#[path = "house/data.rs"]
mod data;
#[path = "house/doors.rs"]
mod doors;
#[path = "house/sentences.rs"]
mod sentences;
#[path = "house/size.rs"]
mod size;
#[path = "house/source.rs"]
mod source;

use breach::hold;
use source::{Source, rust_below, text_below};

#[test]
fn no_crate_of_the_core_depends_on_one_above_it() {
    let manifests = text_below("core", &["toml"]).unwrap();
    assert!(manifests.len() >= 6, "the manifests of the core were not found");
    hold(doors::wrong_dependencies(&manifests));
}

#[test]
fn the_verifying_crate_builds_without_c_sqlite_tls_or_an_async_runtime() {
    assert_eq!(doors::heavy_below_verify().unwrap(), [""; 0]);
}

#[test]
fn the_command_line_enters_by_the_app_only() {
    let mut outside = rust_below("bindings/src").unwrap();
    let fixtures = rust_below("fixtures/src").unwrap();
    outside.extend(fixtures.into_iter().filter(|file| doors::is_command_line(&file.path)));
    hold(doors::past_the_app(&outside));
}

#[test]
fn no_file_outgrows_its_limit() {
    let mut files = Vec::new();
    for folder in ["core", "bindings", "fixtures", "android", "ios"] {
        files.extend(text_below(folder, &["rs", "kt", "swift"]).unwrap());
    }
    hold(size::long_files(&files));
}

#[test]
fn no_function_outgrows_its_limit() {
    let sources: Vec<Source> =
        ["core", "bindings", "fixtures"].iter().flat_map(|at| rust_below(at).unwrap()).collect();
    hold(size::long_functions(&sources));
}

#[test]
fn every_file_of_sample_data_is_named_in_the_fixtures_table() {
    let files = source::kept_below("fixtures").unwrap();
    hold(data::unnamed(&files, &source::text("fixtures/README.md").unwrap_or_default()));
}

#[test]
fn every_sentence_that_the_code_asks_for_exists_in_both_languages() {
    let core = rust_below("core").unwrap();
    for language in ["en", "zh-Hans"] {
        let files = text_below(&format!("core/locales/{language}"), &["ftl"]).unwrap();
        let sentences = sentences::sentences(&files);
        hold(sentences::missing(&core, language, &sentences));
        hold(sentences::missing_ends(&core, language, &sentences));
    }
}

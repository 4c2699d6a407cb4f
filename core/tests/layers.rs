//! The house keeps its layers, its doors and its limits.
//!
//! Sources are parsed with `syn`, never searched as text: a comment may say `store`, an import may
//! not. Each rule lives in `layers/` beside planted sources that show that it can fail.

#[path = "layers/breach.rs"]
mod breach;
#[path = "layers/data.rs"]
mod data;
#[path = "layers/direction.rs"]
mod direction;
#[path = "layers/doors.rs"]
mod doors;
#[path = "layers/reach.rs"]
mod reach;
#[path = "layers/sentences.rs"]
mod sentences;
#[path = "layers/size.rs"]
mod size;
#[path = "layers/source.rs"]
mod source;

use breach::hold;
use source::{Source, rust_below, text_below};

#[test]
fn no_module_imports_from_a_layer_above_its_own() {
    let core = rust_below("core/src").unwrap();
    assert!(core.len() > 5, "the core's sources were not found");
    hold(direction::upward(&core));
}

#[test]
fn wire_types_know_neither_the_store_nor_the_rest_of_sync() {
    hold(direction::wire(&rust_below("core/src").unwrap()));
}

#[test]
fn bindings_and_command_line_enter_by_the_app_door_only() {
    let core = rust_below("core/src").unwrap();
    let mut outside = rust_below("bindings/src").unwrap();
    let fixtures = rust_below("fixtures/src").unwrap();
    outside.extend(fixtures.into_iter().filter(|file| doors::is_command_line(&file.path)));
    hold(doors::past_the_app(&outside, &direction::exports(&core)));
}

#[test]
fn the_core_does_not_know_that_it_crosses_a_language_border() {
    let mut breaches = doors::border_words(&rust_below("core/src").unwrap());
    breaches.extend(doors::border_packages(&text_below("core", &["toml"]).unwrap()));
    hold(breaches);
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
    let core = rust_below("core/src").unwrap();
    for language in ["en", "zh-Hans"] {
        let files = text_below(&format!("core/locales/{language}"), &["ftl"]).unwrap();
        let sentences = sentences::sentences(&files);
        hold(sentences::missing(&core, language, &sentences));
        hold(sentences::missing_ends(&core, language, &sentences));
    }
}

//! House rules that Cargo and clippy cannot hold: directions, doors, sizes, sentences.
//!
//! Each rule lives in `house/` beside planted sources that show that it can fail.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "house/behaviours.rs"]
mod behaviours;
#[path = "house/breach.rs"]
mod breach;
#[path = "house/citations.rs"]
mod citations;
#[path = "house/data.rs"]
mod data;
#[path = "house/doors.rs"]
mod doors;
#[path = "house/glossary.rs"]
mod glossary;
#[path = "house/limits.rs"]
mod limits;
#[path = "house/sentences.rs"]
mod sentences;
#[path = "house/size.rs"]
mod size;
#[path = "house/source.rs"]
mod source;
#[path = "house/stores.rs"]
mod stores;
#[path = "house/views.rs"]
mod views;
#[path = "house/wording.rs"]
mod wording;

use breach::hold;
use citations::Page;
use source::{Source, Text, rust_below, text_below};

#[test]
fn no_crate_of_the_core_depends_on_one_above_it() {
    let manifests = text_below("core", &["toml"]).unwrap();
    assert!(manifests.len() >= 6, "the manifests of the core were not found");
    hold(doors::wrong_dependencies(&manifests));
}

#[test]
fn the_verifying_crate_builds_without_c_sqlite_tls_or_an_async_runtime() {
    assert_eq!(doors::below("standing-verify", doors::HEAVY).unwrap(), [""; 0]);
}

#[test]
fn the_phone_does_not_carry_what_documents_the_formats() {
    assert_eq!(doors::below("standing-bindings", &["schemars", "jsonschema"]).unwrap(), [""; 0]);
    assert!(!doors::below("standing", &["schemars"]).unwrap().is_empty(), "the command does");
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

#[test]
fn what_both_phones_do_is_shown_by_a_test_of_each() {
    let text = source::text(behaviours::TABLE).unwrap();
    let table = source::Text { path: behaviours::TABLE.to_owned(), text };
    let tests =
        ["android", "ios/Tests"].iter().flat_map(|at| text_below(at, &["kt", "swift"]).unwrap());
    hold(behaviours::unshown(&table, &tests.collect::<Vec<_>>()));
}

/// Everything that is written by hand and may cite a page.
fn written() -> Vec<Text> {
    let endings = ["rs", "kt", "kts", "swift", "md", "sql", "toml"];
    ["core", "bindings", "fixtures", "android", "ios"]
        .iter()
        .flat_map(|folder| text_below(folder, &endings).unwrap())
        // Its own examples cite what does not exist.
        .filter(|file| !file.path.ends_with("house/citations.rs"))
        .chain([Text { path: "README.md".to_owned(), text: source::text("README.md").unwrap() }])
        .collect()
}

#[test]
fn what_is_cited_exists_and_says_what_is_quoted() {
    let pages = ["PROTOCOL", "DOMAIN"]
        .map(|name| Page::new(name, &source::text(&format!("core/{name}.md")).unwrap()));
    let decisions = source::kept_below("core/decisions").unwrap();
    hold(pages.iter().flat_map(Page::doubles).collect());
    hold(citations::wrong(&written(), &pages, &decisions));
}

#[test]
fn comments_and_pages_are_in_the_english_of_today() {
    hold(wording::archaic(&written()));
}

#[test]
fn what_is_quoted_can_be_found() {
    let (books, code): (Vec<Text>, Vec<Text>) =
        written().into_iter().partition(|file| file.path.ends_with(".md"));
    let mut books = books;
    books.extend(text_below("core/locales/en", &["ftl"]).unwrap());
    // The app's comments show sentences of its screens, with values in them.
    let own = [
        "core/model/",
        "core/rules/",
        "core/verify/",
        "core/store/",
        "core/client/",
        "fixtures/src/",
    ];
    let code: Vec<Text> = code
        .into_iter()
        .filter(|file| own.iter().any(|folder| file.path.starts_with(folder)))
        .collect();
    hold(citations::orphans(&code, &books));
}

/// Words of the glossary that no sentence has yet: fewer each time, never more.
const UNUSED_WORDS: usize = 34;

#[test]
fn the_glossary_names_types_that_exist_and_words_that_people_read() {
    let code = text_below("core", &["rs"]).unwrap();
    let page = source::text("core/DOMAIN.md").unwrap();
    hold(glossary::wrong(&page, &code));
    let sentences = [(2, "en"), (3, "zh-Hans")].map(|(column, language)| {
        let of = |folder: &str| text_below(&format!("{folder}/{language}"), &["ftl"]).unwrap();
        let mut files = of("core/locales");
        files.extend(of("fixtures/src/cli/locales"));
        (column, files)
    });
    let unused = breach::told(&glossary::unused(&page, &sentences));
    assert!(unused.len() <= UNUSED_WORDS, "{unused:#?}");
}

#[test]
fn the_app_explains_words_of_the_glossary() {
    let page = source::text("core/DOMAIN.md").unwrap();
    for (column, language) in [(2, "en"), (3, "zh-Hans")] {
        let path = format!("core/locales/{language}/help.ftl");
        let help = source::Text { text: source::text(&path).unwrap(), path };
        assert!(help.text.matches("\nhelp-word-").count() > 20, "{}: no words", help.path);
        hold(glossary::unknown(&page, column, &help));
    }
}

/// Folders with sentences for people: of the apps, of the command line, of the sandbox.
fn sentences_for_people(language: &str) -> Vec<source::Text> {
    let mut files = Vec::new();
    for folder in ["core/locales", "fixtures/src/cli/locales"] {
        files.extend(text_below(&format!("{folder}/{language}"), &["ftl"]).unwrap());
    }
    files
}

#[test]
fn one_thing_has_one_name_in_every_sentence() {
    hold(wording::avoided(&sentences_for_people("en"), false));
    let mut chinese = sentences_for_people("zh-Hans");
    chinese.extend(text_below("fixtures/rulebooks", &["json"]).unwrap());
    for folder in ["fixtures/src", "android/app/src/main", "android/logic/src/main", "ios/Sources"]
    {
        chinese.extend(text_below(folder, &["rs", "kt", "swift", "xml"]).unwrap());
    }
    hold(wording::avoided(&chinese, true));
}

#[test]
fn the_shops_for_apps_show_what_they_allow_in_both_languages() {
    let mut files: Vec<source::Text> = stores::FOLDERS
        .iter()
        .flat_map(|(folder, _)| text_below(folder, &["txt"]).unwrap())
        .collect();
    // As android/app/build.gradle.kts: 1.2.3 is 10203.
    let parts = env!("CARGO_PKG_VERSION").split('.').map(|part| part.parse::<u32>().unwrap());
    hold(stores::wrong(&files, parts.fold(0, |code, part| code * 100 + part)));
    // One word for one thing holds for them, too: they are read as sentences of the app are.
    for file in &mut files {
        file.path.push_str(".ftl");
        file.text = file.text.lines().map(|line| format!("said = {line}\n")).collect();
    }
    let (chinese, english): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| file.path.contains("/zh-"));
    hold(wording::avoided(&english, false));
    hold(wording::avoided(&chinese, true));
}

#[test]
fn numbers_and_buttons_read_as_on_the_screen() {
    hold(wording::uncounted(&sentences_for_people("en")));
    for language in ["en", "zh-Hans"] {
        let folder = format!("core/locales/{language}");
        let ui = source::text(&format!("{folder}/ui.ftl")).unwrap();
        let labels = source::Text { path: format!("{folder}/ui.ftl"), text: ui };
        let files = text_below(&folder, &["ftl"]).unwrap();
        hold(wording::no_such_button(&files, &labels));
    }
}

#[test]
fn a_screen_shows_one_moment_and_changes_nothing() {
    let app = rust_below("core/app/src").unwrap();
    assert!(app.len() > 20, "the sources of the app were not found");
    hold(views::torn_views(&app));
    hold(views::speaking_queries(&app));
}

/// Limits that no test reaches yet: fewer each time, never more.
const UNREACHED_LIMITS: usize = 37;

#[test]
fn every_limit_has_a_test_that_reaches_it() {
    let core = rust_below("core").unwrap();
    let mut code = text_below("core", &["rs"]).unwrap();
    code.extend(text_below("fixtures/tests", &["rs"]).unwrap());
    let limits = limits::limits(&core);
    hold(limits::wrong(&limits, &code));
    let unreached = breach::told(&limits::unreached(&limits));
    assert!(unreached.len() <= UNREACHED_LIMITS, "{unreached:#?}");
    println!("{} limits, {} of them not reached yet", limits.len(), unreached.len());
}

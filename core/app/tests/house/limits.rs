//! Every limit of the core has a test that reaches it. [`TESTS`] names it; a new limit fails until it
//! is in the table, and a test that goes fails with it.

use crate::breach::Breach;
use crate::source::{Source, Text};

/// How the name of a limit begins.
const BEGINNINGS: [&str; 4] = ["MAX_", "MOST", "LONGEST", "KEPT"];

/// A test: its file, and its name.
type Test = (&'static str, &'static str);

const DOCUMENTS: Test =
    ("core/model/src/limits_tests.rs", "a_document_has_no_more_bytes_than_its_kind");
const LISTS: Test = ("core/model/src/limits_tests.rs", "a_list_has_no_more_items_than_its_place");
const TEXTS: Test = ("core/model/src/limits_tests.rs", "an_address_and_a_scanned_text_have_an_end");
const TRUST_LIST: Test =
    ("core/model/src/limits_tests.rs", "an_authority_has_no_more_addresses_and_keys_than_it_may");
const SIZES: Test =
    ("core/model/src/register/tests.rs", "every_size_has_a_limit_that_the_index_alone_shows");
const PIECES: Test =
    ("core/store/src/search_tests.rs", "no_more_than_sixteen_pieces_are_looked_for");
const DOCUMENTS_OF_ALARM: Test = (
    "core/verify/src/alarm/tests.rs",
    "however_many_documents_there_are_no_more_are_kept_than_fit",
);

/// Limits by file and name, and the test that reaches each.
const TESTS: &[(&str, &str, Test)] = &[
    ("core/model/src/address.rs", "MAX_ADDRESS", TEXTS),
    ("core/model/src/authority.rs", "MAX_ADDRESSES", TRUST_LIST),
    ("core/model/src/authority.rs", "MAX_BYTES", DOCUMENTS),
    ("core/model/src/authority.rs", "MAX_KEYS", TRUST_LIST),
    ("core/model/src/calendar.rs", "MAX_BYTES", DOCUMENTS),
    ("core/model/src/case.rs", "MAX_GROUNDS", LISTS),
    (
        "core/model/src/case.rs",
        "MAX_WORDS",
        (
            "core/model/src/case_tests.rs",
            "a_contest_names_each_ground_once_and_says_what_another_reason_is",
        ),
    ),
    ("core/model/src/door_sign.rs", "MAX_BYTES", DOCUMENTS),
    (
        "core/model/src/door_sign.rs",
        "MAX_CATEGORIES",
        ("core/model/src/door_sign.rs", "a_sign_has_a_limited_number_of_categories"),
    ),
    (
        "core/model/src/ext.rs",
        "MAX_BYTES",
        ("core/model/src/ext.rs", "an_extension_is_read_by_the_same_strict_rules"),
    ),
    (
        "core/model/src/ext.rs",
        "MAX_EXTENSIONS",
        ("core/model/src/ext.rs", "an_extension_is_read_by_the_same_strict_rules"),
    ),
    (
        "core/model/src/json.rs",
        "MAX_DEPTH",
        ("core/model/src/limits_tests.rs", "what_lies_inside_each_other_has_a_bottom"),
    ),
    (
        "core/model/src/json.rs",
        "MAX_INTEGER",
        ("core/model/src/time.rs", "an_instant_beyond_json_integers_is_refused"),
    ),
    (
        "core/model/src/listing.rs",
        "MOST_MONTHS",
        (
            "core/model/src/listing.rs",
            "no_listing_is_longer_than_its_class_or_than_36_months_whatever_it_says",
        ),
    ),
    (
        "core/model/src/message.rs",
        "MAX_KEYS",
        (
            "fixtures/tests/authority/enrolment.rs",
            "an_enrolment_names_no_more_keys_than_it_can_and_the_first_phone_keeps_its_own",
        ),
    ),
    (
        "core/model/src/names.rs",
        "MAX_ID",
        ("core/model/src/names.rs", "an_id_has_one_grammar_and_is_never_a_resident_number"),
    ),
    ("core/model/src/record.rs", "MAX_BYTES", DOCUMENTS),
    ("core/model/src/register.rs", "MAX_INDEX_BYTES", DOCUMENTS),
    (
        "core/model/src/register.rs",
        "MAX_LISTERS",
        ("core/model/src/register/tests.rs", "a_register_names_no_more_authorities_than_it_may"),
    ),
    ("core/model/src/register.rs", "MAX_ROWS", SIZES),
    ("core/model/src/register.rs", "MAX_RAW_BYTES", SIZES),
    (
        "core/model/src/register.rs",
        "MAX_LIST_RAW_BYTES",
        (
            "core/model/src/register/tests.rs",
            "all_lists_together_are_limited_by_what_the_publisher_grants",
        ),
    ),
    (
        "core/model/src/register.rs",
        "MAX_FILE_BYTES",
        (
            "core/client/src/download_tests.rs",
            "a_file_that_is_signed_with_more_bytes_than_any_may_have_is_not_asked_for",
        ),
    ),
    ("core/model/src/register.rs", "MAX_ROW_BYTES", DOCUMENTS),
    (
        "core/model/src/register.rs",
        "MAX_LISTING_BYTES",
        ("core/verify/src/register/tests.rs", "a_row_of_a_list_is_small"),
    ),
    (
        "core/model/src/register.rs",
        "MAX_LISTINGS_OF_ONE",
        ("core/verify/src/register/tests.rs", "one_company_has_so_many_rows_in_a_list_and_no_more"),
    ),
    ("core/model/src/register/table.rs", "MAX_BITS", SIZES),
    ("core/model/src/register/table.rs", "MAX_CHANGES", LISTS),
    ("core/model/src/register/table.rs", "MAX_FORMS", LISTS),
    ("core/model/src/register/table.rs", "MOST_RATIO", SIZES),
    ("core/model/src/rulebook.rs", "MAX_BYTES", DOCUMENTS),
    ("core/model/src/scan.rs", "MAX_SCANNED", TEXTS),
    ("core/model/src/statement.rs", "MAX_BYTES", DOCUMENTS),
    (
        "core/model/src/text.rs",
        "MOST_MARKS",
        ("core/model/src/text.rs", "a_letter_keeps_three_marks"),
    ),
    (
        "core/rules/src/forecast.rs",
        "MOST_QUARTERS",
        ("core/rules/src/forecast_tests.rs", "what_ends_after_the_last_quarter_is_said"),
    ),
    (
        "core/rules/src/outlook.rs",
        "MOST_DAYS",
        ("core/rules/src/outlook_tests.rs", "of_days_that_were_not_tried_nothing_is_claimed"),
    ),
    (
        "core/rules/src/what_if.rs",
        "MOST_ADDED",
        ("core/rules/src/what_if_tests.rs", "what_does_not_exist_is_refused_by_name"),
    ),
    (
        "core/verify/src/alarm.rs",
        "MAX_ENTRIES",
        (
            "core/verify/src/alarm/tests.rs",
            "of_many_entries_the_first_are_named_also_when_they_are_seen_again",
        ),
    ),
    ("core/verify/src/alarm.rs", "MAX_BRANCHES", DOCUMENTS_OF_ALARM),
    ("core/verify/src/alarm.rs", "MAX_HASHES", DOCUMENTS_OF_ALARM),
    (
        "core/verify/src/jws.rs",
        "MAX_HEADER",
        (
            "core/verify/src/jws.rs",
            "a_document_is_no_longer_than_its_header_its_payload_and_a_signature",
        ),
    ),
    (
        "core/verify/src/register.rs",
        "MAX_WINDOW_BYTES",
        (
            "core/verify/src/register/tests.rs",
            "a_frame_may_not_ask_for_a_large_window_or_a_dictionary",
        ),
    ),
    (
        "core/store/src/access.rs",
        "KEPT_SECONDS",
        ("core/store/src/tests/mod.rs", "exchanges_are_forgotten_after_ninety_days"),
    ),
    (
        "core/store/src/heads.rs",
        "KEPT",
        ("core/store/src/heads.rs", "the_newest_hundred_heads_are_kept"),
    ),
    ("core/store/src/search.rs", "MOST_PIECES", PIECES),
    ("core/store/src/search/sound.rs", "MOST_LETTERS", PIECES),
    (
        "core/store/src/search/sound.rs",
        "MOST_WAYS",
        ("core/store/src/search/sound.rs", "a_text_is_cut_in_every_way_but_not_without_end"),
    ),
    (
        "core/client/src/authority.rs",
        "MAX_UNSIGNED",
        (
            "core/client/src/authority.rs",
            "of_what_nobody_signed_no_more_than_300_characters_are_kept",
        ),
    ),
    (
        "core/client/src/http.rs",
        "MOST_NOTES",
        (
            "core/client/src/http.rs",
            "a_phone_that_can_keep_nothing_notes_no_more_than_so_many_exchanges",
        ),
    ),
    (
        "core/client/src/queue.rs",
        "LONGEST_WAIT",
        (
            "core/client/src/queue/tests/table.rs",
            "a_server_that_names_a_time_is_waited_for_at_most_six_hours",
        ),
    ),
    (
        "core/client/src/wire/mod.rs",
        "MAX_ANSWER",
        (
            "fixtures/tests/promises/bad_answers.rs",
            "an_answer_without_an_end_is_cut_at_its_limit_wherever_it_comes",
        ),
    ),
    (
        "core/app/src/businesses/compare.rs",
        "MOST",
        ("core/app/src/businesses/tests/compare.rs", "one_is_no_comparison_and_five_are_too_many"),
    ),
    (
        "core/app/src/businesses/letters.rs",
        "MOST",
        (
            "core/app/src/businesses/tests/letters.rs",
            "a_form_that_is_kept_twice_at_once_gives_one_letter",
        ),
    ),
    (
        "core/app/src/businesses/recent.rs",
        "KEPT",
        (
            "core/app/src/businesses/tests/recent.rs",
            "at_most_twenty_are_kept_and_one_that_left_the_register_says_so",
        ),
    ),
    (
        "core/app/src/businesses/registers.rs",
        "MOST",
        (
            "core/app/src/businesses/tests/mod.rs",
            "no_more_than_eight_registers_are_kept_and_one_can_be_removed",
        ),
    ),
    (
        "core/app/src/businesses/watch.rs",
        "MOST",
        (
            "core/app/src/businesses/tests/watch.rs",
            "whom_somebody_watches_is_sealed_erased_and_bounded",
        ),
    ),
    (
        "core/app/src/cases/form.rs",
        "MAX_PHOTOS",
        ("core/app/src/cases/tests.rs", "every_problem_of_a_draft_is_named_by_its_field"),
    ),
    (
        "core/app/src/people.rs",
        "LONGEST_NAME",
        (
            "core/app/src/people/tests.rs",
            "a_name_that_is_a_number_or_too_long_is_refused_and_nothing_changes",
        ),
    ),
    (
        "core/app/src/records/photo.rs",
        "MAX_BYTES",
        (
            "core/app/src/records/photo.rs",
            "what_is_no_photo_is_refused_and_what_is_too_large_is_called_that",
        ),
    ),
    (
        "core/app/src/records/photo.rs",
        "MAX_PIXELS",
        (
            "core/app/src/records/photo.rs",
            "a_photo_that_is_decoded_whole_has_fewer_pixels_than_one_that_is_not",
        ),
    ),
    (
        "core/app/src/records/photo.rs",
        "MAX_PROGRESSIVE_PIXELS",
        (
            "core/app/src/records/photo.rs",
            "a_photo_that_is_decoded_whole_has_fewer_pixels_than_one_that_is_not",
        ),
    ),
];

/// The limits of the core: where each is, and what it is called.
pub fn limits(core: &[Source]) -> Vec<(String, String, usize)> {
    let shipped = core.iter().filter(|one| one.path.contains("/src/") && !is_of_tests(&one.path));
    let mut found = Vec::new();
    for source in shipped {
        for item in &source.file.items {
            let syn::Item::Const(item) = item else { continue };
            let name = item.ident.to_string();
            if BEGINNINGS.iter().any(|beginning| name.starts_with(beginning)) && is_number(&item.ty)
            {
                found.push((source.path.clone(), name, item.ident.span().start().line));
            }
        }
    }
    found
}

fn is_of_tests(path: &str) -> bool {
    let ends = ["tests.rs", "testing.rs", "traps.rs", "fixture.rs", "fake_authority.rs"];
    path.contains("/tests/") || ends.iter().any(|end| path.ends_with(end))
}

fn is_number(of: &syn::Type) -> bool {
    let syn::Type::Path(path) = of else { return false };
    let name = path.path.segments.last().map(|last| last.ident.to_string());
    name.is_some_and(|name| ["usize", "u8", "u32", "u64", "i32", "i64"].contains(&name.as_str()))
}

/// Limits that no test in the table reaches.
pub fn unreached(limits: &[(String, String, usize)]) -> Vec<Breach> {
    let listed = |file: &str, name: &str| TESTS.iter().any(|row| (row.0, row.1) == (file, name));
    let missing = limits.iter().filter(|(file, name, _)| !listed(file, name));
    let what = "is a limit without a test in house/limits.rs: reach it, and name the test there";
    let breach = |(file, name, line): &(String, String, usize)| Breach {
        file: file.clone(),
        line: *line,
        what: format!("`{name}` {what}"),
    };
    missing.map(breach).collect()
}

/// Rows of the table that name no limit or no test.
pub fn wrong(limits: &[(String, String, usize)], code: &[Text]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let mut say = |file: &str, what: String| {
        breaches.push(Breach { file: file.to_owned(), line: 1, what });
    };
    for (file, name, (tests, test)) in TESTS {
        if !limits.iter().any(|one| (one.0.as_str(), one.1.as_str()) == (*file, *name)) {
            say(file, format!("has no limit `{name}`, which house/limits.rs names"));
        }
        let declared = format!("fn {test}(");
        if !code.iter().any(|one| one.path == *tests && one.text.contains(&declared)) {
            say(tests, format!("has no test `{test}`, which reaches `{name}` of {file}"));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::told;

    fn found(path: &str, text: &str) -> Vec<(String, String, usize)> {
        limits(&[Source::parse(path, text).unwrap()])
    }

    #[test]
    fn a_limit_that_nobody_named_is_one_too_many() {
        let text =
            "\nconst MAX_NEW: usize = 3;\nconst KEPT: &str = \"name\";\nconst OTHER: u8 = 1;";
        let found = found("core/client/src/new.rs", text);
        let said = told(&unreached(&found));
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("core/client/src/new.rs:2: `MAX_NEW` is a limit"), "{said:?}");
    }

    #[test]
    fn a_test_that_went_is_missed() {
        let said = told(&wrong(&[], &[]));
        assert_eq!(said.len(), 2 * TESTS.len());
    }
}

//! The target that has this binary's name: `fixtures/src/fuzz`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some(target) = standing_fixtures::fuzz::named(env!("CARGO_BIN_NAME")) {
        (target.run)(bytes);
    }
});

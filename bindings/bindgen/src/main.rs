//! The UniFFI generator as a command of this workspace, and `bindgen api LIBRARY`, which lists
//! what a built library offers to Kotlin and Swift.

mod api;

use anyhow::Context;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let ["api", library] = words.as_slice() else {
        uniffi::uniffi_bindgen_main();
        return ExitCode::SUCCESS;
    };
    match surface(library) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("could not {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn surface(library: &str) -> anyhow::Result<String> {
    let bytes = std::fs::read(library).with_context(|| format!("read {library}"))?;
    let items = uniffi_bindgen::macro_metadata::extract_from_bytes(&bytes)
        .with_context(|| format!("find UniFFI's description of itself in {library}"))?;
    Ok(api::list(&items))
}

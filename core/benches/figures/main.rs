//! The product measured against baselines in one run, as lines for `cargo xtask bench`.
//!
//! Each figure is a module with one function. It checks results first, then times product and
//! baseline in turn; nothing here judges a time. To add a figure, write its module and name it in
//! [`FIGURES`].

mod frame;
mod verify;

use frame::Session;
use std::process::ExitCode;

/// Measures one figure.
type Figure = fn(&Session) -> Result<(), String>;

const FIGURES: &[(&str, Figure)] = &[("P1", verify::measure)];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let session = match Session::read(&words) {
        Ok(session) => session,
        Err(why) => {
            eprintln!("could not {why}");
            return ExitCode::FAILURE;
        }
    };
    for (name, measure) in FIGURES {
        if session.wants(name)
            && let Err(why) = measure(&session)
        {
            session.wrong(name, &why);
        }
    }
    ExitCode::SUCCESS
}

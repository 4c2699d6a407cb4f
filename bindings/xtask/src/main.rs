//! The project's own commands: `cargo xtask test`, `app`, `generate` and others.
//!
//! Nothing here links the core or UniFFI: the commands start fast and call cargo for the rest.

mod api;
mod app;
mod arguments;
mod audit;
mod bench;
mod bindings;
mod call;
mod catalog;
mod display;
mod generate;
mod licence;
mod maven;
mod part;
mod pictures;
mod report;
mod sandbox;
mod shipped;
mod swift;
mod test;
mod tool;
mod words;
mod workspace;

use anyhow::Result;
use arguments::Request;
use std::process::ExitCode;
use workspace::Workspace;

const HELP: &str = "\
The project's own commands. Run them from anywhere in the repository.

  cargo xtask test                everything: format, lints, tests, bindings, licences
  cargo xtask test rust kotlin    these parts alone
  cargo xtask test --list         the names of its parts
  cargo xtask app                 the Android app in a window, against a sandbox authority, with
                                  eight statements; --fresh: at the first screen;
                                  --lang zh, --dark, --text 2.0
  cargo xtask pictures            every screen in each of its states, to target/pictures;
                                  `pictures home sync`: these screens alone
  cargo xtask generate            what the apps compile and nobody writes: bindings,
                                  labels, licences
  cargo xtask generate --labels   the labels alone, in a moment
  cargo xtask api                 compares what the bindings offer with bindings/api.txt
  cargo xtask api --bless         writes that file anew, for a change that is meant
  cargo xtask audit               every dependency, by the rules in .deny.toml
  cargo xtask bench               product against baselines: ratios, never a judged time
  cargo xtask bench P1            one figure; `--rounds N` before it takes more turns than 9

A full run writes each part's whole output to <target folder>/xtask/NAME.log, shows it when the
part fails, and ends in the line `N passed, N failed, N skipped`. What the machine lacks is
installed when you are root on Debian, and otherwise named with the command that installs it.
With CI=true nothing may be skipped. A program that takes longer than 25 minutes is stopped.
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match arguments::read(&words).and_then(obey) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("could not {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Carries one request out; `false` means that it ran and found something wrong.
fn obey(request: Request) -> Result<bool> {
    match request {
        Request::Help => {
            report::say(HELP.trim_end());
            Ok(true)
        }
        Request::ListParts => {
            report::say(test::list().trim_end());
            Ok(true)
        }
        Request::Api { bless } => api::run(&Workspace::find()?, bless),
        Request::App(opening) => app::open(&Workspace::find()?, &opening),
        Request::Audit => audit::run(&Workspace::find()?),
        Request::Bench { only, rounds } => bench::run(&Workspace::find()?, &only, rounds),
        Request::Generate { labels } => generate::run(&Workspace::find()?, labels),
        Request::Pictures { only } => pictures::take(&Workspace::find()?, &only),
        Request::Test { only } => test::run(&Workspace::find()?, &only),
    }
}

//! The project's own commands: `cargo xtask test`, `app`, `generate` and others.
//!
//! Nothing here links the core or UniFFI: the commands start fast and call cargo for the rest.

mod app;
mod audit;
mod bench;
mod bindings;
mod call;
mod catalog;
mod jose;
mod licences;
mod maven;
mod pictures;
mod report;
mod swift;
mod test;
mod tool;
mod words;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;
use workspace::Workspace;

/// The project's own commands. Run them from anywhere in the repository.
#[derive(Debug, Parser)]
#[command(
    bin_name = "cargo xtask",
    disable_help_subcommand = true,
    arg_required_else_help = true,
    after_help = "\
A test writes the whole output of each part to <target folder>/xtask/NAME.log, shows it when the
part fails, and ends in the line `N passed, N failed`. What the machine lacks is installed if you
are root on Debian, and otherwise named with the command that installs it. With CI=true nothing
may be skipped. A program that takes longer than 25 minutes is stopped."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, PartialEq, Subcommand)]
enum Command {
    /// Everything, or the named parts: format, lints, tests, bindings, licences
    Test {
        /// The parts to run; all if none is named
        parts: Vec<String>,
        /// Names the parts and what each of them checks
        #[arg(long, conflicts_with = "parts")]
        list: bool,
    },
    /// The Android app in a window, enrolled with eight statements, against a sandbox authority
    App(app::Options),
    /// A picture of every screen in each of its states, to target/pictures
    Pictures {
        /// Parts, screens or states, such as `home` or `home-offline`; all if none is named
        names: Vec<String>,
    },
    /// What the apps compile and nobody writes by hand: bindings, labels, licences
    Generate {
        /// The labels alone, which need no build
        #[arg(long)]
        labels: bool,
    },
    /// Compares what the bindings offer with bindings/api.txt
    Api {
        /// Writes the file again, for a change that is intended
        #[arg(long)]
        bless: bool,
    },
    /// Checks every dependency with cargo-deny, by the rules in .deny.toml
    Audit,
    /// Hands damaged documents to every reader, in search of one that breaks its promise
    Fuzz {
        /// The reader; all if none is named
        #[arg(long)]
        target: Option<String>,
        /// The same seed gives the same inputs
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Damaged copies for each reader
        #[arg(long, default_value_t = 20_000)]
        rounds: u64,
    },
    /// Measures the product against baselines: ratios, never a judged time
    Bench {
        /// The figures to measure; all if none is named
        figures: Vec<String>,
        /// How often each case is measured; fewer than nine say little about the spread
        #[arg(long, default_value_t = 9, value_parser = clap::value_parser!(u32).range(9..))]
        rounds: u32,
    },
}

fn main() -> ExitCode {
    // Exit code 2 with a line and a hint for a word that is not understood, 0 for help.
    let arguments = Arguments::parse();
    match call::stop_on_ctrl_c().and_then(|()| run(arguments.command)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("could not {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// `false` means that the command ran and found something wrong.
fn run(command: Command) -> Result<bool> {
    let workspace = || Workspace::find();
    match command {
        Command::Test { list: true, .. } => {
            report::say(test::list().trim_end());
            Ok(true)
        }
        Command::Test { parts, .. } => test::run(&workspace()?, &parts),
        Command::App(options) => app::open(&workspace()?, &options),
        Command::Pictures { names } => pictures::take(&workspace()?, &names),
        Command::Generate { labels } => bindings::run(&workspace()?, labels),
        Command::Api { bless } => bindings::check_api(&workspace()?, bless),
        Command::Fuzz { target, seed, rounds } => fuzz(&workspace()?, target, seed, rounds),
        Command::Audit => audit::run(&workspace()?),
        Command::Bench { figures, rounds } => bench::run(&workspace()?, &figures, rounds),
    }
}

/// Runs `fixtures/examples/fuzz.rs` and passes its lines on.
fn fuzz(workspace: &Workspace, target: Option<String>, seed: u64, rounds: u64) -> Result<bool> {
    let words = ["run", "--quiet", "--package", "standing", "--example", "fuzz", "--"];
    let call = workspace.cargo(&words).args(["--seed", &seed.to_string()]);
    let call = call.args(["--rounds", &rounds.to_string()]);
    let call = target.into_iter().fold(call, |call, name| call.args(["--target", &name]));
    let hear = |line: &str| {
        report::say(line);
        Ok(())
    };
    Ok(call.listen(hear)?.success())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn read(line: &str) -> Result<Command, String> {
        let words = ["xtask"].into_iter().chain(line.split_whitespace());
        Arguments::try_parse_from(words).map(|it| it.command).map_err(|it| it.to_string())
    }

    #[test]
    fn commands_take_names_and_options() {
        Arguments::command().debug_assert();
        let parts = vec!["rust".to_owned(), "format".to_owned()];
        assert_eq!(read("test rust format").unwrap(), Command::Test { parts, list: false });
        let figures = vec!["P1".to_owned()];
        assert_eq!(read("bench P1").unwrap(), Command::Bench { figures, rounds: 9 });
    }

    #[test]
    fn a_slip_is_answered_with_what_to_type() {
        for (line, hint) in [
            ("tset", "'test'"),
            ("test --olny rust", "--olny"),
            ("bench --rounds 3", "9.."),
            ("bench --rounds many", "many"),
            ("generate --label", "'--labels'"),
            ("app --lang de", "[possible values: en, zh]"),
            ("app --text 20", "1.0 to 2.0"),
            ("app --drak", "'--dark'"),
            ("pictures --only home", "--only"),
        ] {
            let text = read(line).unwrap_err();
            assert!(text.contains(hint), "{line}: {text}");
        }
    }
}

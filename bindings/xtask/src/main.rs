//! The project's own commands: `cargo xtask test`, `app`, `generate` and others.
//!
//! Nothing here links the core or UniFFI: the commands start fast and call cargo for the rest.

mod app;
mod bindings;
mod call;
mod catalog;
mod licences;
mod maven;
mod peers;
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
        /// Those that stores show instead, in their sizes and names, below this folder
        #[arg(long, value_name = "DIR", conflicts_with = "names")]
        store: Option<std::path::PathBuf>,
    },
    /// What the apps compile and nobody writes by hand: bindings, labels, licences
    Generate,
    /// Compares what the bindings offer with bindings/api.txt
    Api {
        /// Writes the file again, for a change that is intended
        #[arg(long)]
        bless: bool,
    },
    /// Hands damaged documents to every reader, in search of one that breaks its promise
    Fuzz(Words),
    /// Kills, cuts, damages and lies, from a seed, and counts what is lost; `-- --list` names how
    Torture(Words),
    /// Measures the product against baselines: ratios, never a judged time
    Bench(Words),
}

/// What a program of the workspace takes: `-- --help` shows it.
#[derive(Debug, PartialEq, clap::Args)]
struct Words {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    words: Vec<String>,
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
        Command::Pictures { store: Some(folder), .. } => {
            app::store_pictures(&workspace()?, &folder)
        }
        Command::Pictures { names, store: None } => app::pictures(&workspace()?, &names),
        Command::Generate => bindings::generate_all(&workspace()?).map(|()| true),
        Command::Api { bless } => {
            let workspace = workspace()?;
            let begun = std::time::Instant::now();
            let outcome = bindings::api(&workspace, bless)?;
            outcome.report("api", begun.elapsed(), &workspace.logs()?)?;
            Ok(outcome.tally.failed == 0)
        }
        Command::Fuzz(words) => program(&["run", "--quiet", "--example", "fuzz"], words),
        Command::Torture(Words { mut words }) => {
            words.push("--full".into());
            program(&["test", "--quiet", "--test", "torture"], Words { words })
        }
        Command::Bench(words) => program(&["bench", "--quiet", "--bench", "figures"], words),
    }
}

/// Runs an example or a bench of the package `standing`, and passes its lines on.
fn program(words: &[&str], own: Words) -> Result<bool> {
    let call = Workspace::find()?.cargo(words).args(["--package", "standing", "--"]);
    Ok(call.args(own.words).relay()?.success())
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
        let words = ["P1", "--rounds", "11"].map(str::to_owned).to_vec();
        assert_eq!(read("bench P1 --rounds 11").unwrap(), Command::Bench(Words { words }));
        let store = Some("shop".into());
        assert_eq!(read("pictures --store shop"), Ok(Command::Pictures { names: vec![], store }));
    }

    #[test]
    fn a_slip_is_answered_with_what_to_type() {
        for (line, hint) in [
            ("tset", "'test'"),
            ("test --olny rust", "--olny"),
            ("api --bles", "'--bless'"),
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

//! Maven, which builds and tests the Kotlin of this repository.

use crate::bindings;
use crate::call::Call;
use crate::report::{Outcome, Tally};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

/// Runs the tests of some modules, and only builds what they need; an empty list is the whole
/// project. The library must have been built and its Kotlin generated.
pub fn test(workspace: &Workspace, pom: &str, modules: &[&str]) -> Result<Outcome> {
    // A failure in one module would leave out the tests of those that build on it.
    let call = call(workspace, pom, modules, "test")?.arg("-Dmaven.test.failure.ignore=true");
    // The modules with tests that others are built on.
    let below = ["logic", "app"].into_iter();
    let skipped = below.filter(|module| !modules.is_empty() && !modules.contains(module));
    let call = call.args(skipped.map(|module| format!("-D{module}.tests.skip=true")));
    let turn = workspace.in_turn()?;
    let mut ended = call.run()?;
    drop(turn);
    let counts = count(&ended.text);
    if ended.success && counts.is_empty() {
        return Ok(Outcome::failed("Maven ran no test; look at the log", ended.text));
    }
    // Told to ignore failed tests, Maven ends well whatever became of them.
    let unseen = unseen(&ended.text, &counts, modules);
    ended.text.extend(unseen.iter().map(|line| format!("\n{line}\n")));
    let mut tally = Tally::default();
    counts.values().for_each(|module| tally += *module);
    let shown = failed_tests(&ended.text) + &failing_lines(&ended.text);
    let success = ended.success && unseen.is_empty();
    Ok(Outcome::counted(tally, success, ended.text).showing(shown))
}

/// What went wrong without a test that says so.
fn unseen(text: &str, counts: &BTreeMap<String, Tally>, modules: &[&str]) -> Vec<String> {
    const BROKEN: &[&str] = &[
        "There was a timeout in the fork",
        "The forked VM terminated",
        "There was an error in the forked process",
    ];
    let ran = |module: &str| counts.get(module).is_some_and(|it| it.passed > 0 || it.failed > 0);
    let silent = modules.iter().filter(|module| !ran(module));
    let mut lines: Vec<String> =
        silent.map(|module| format!("the module {module} ran no test")).collect();
    if BROKEN.iter().any(|sign| text.contains(sign)) {
        lines.push("the tests did not come to their end; look at the log".to_owned());
    }
    lines
}

/// Compiles some modules and what they need. Until what it gives goes, no other run takes the
/// classes away.
pub fn compile(workspace: &Workspace, pom: &str, modules: &[&str]) -> Result<File> {
    let turn = workspace.in_turn()?;
    let ended = call(workspace, pom, modules, "process-classes")?.run()?;
    if !ended.success {
        bail!("compile the Kotlin:\n{}", failing_lines(&ended.text));
    }
    Ok(turn)
}

fn call(workspace: &Workspace, pom: &str, modules: &[&str], phase: &str) -> Result<Call> {
    let property = |name: &str, path: PathBuf| format!("-D{name}={}", path.display());
    let pom = workspace.root.join(pom);
    let call = workspace
        .call("mvn")
        .args(["--batch-mode", "--no-transfer-progress", "-Dstyle.color=never"])
        .args([
            property("core.libdir", bindings::folder(workspace)),
            property("core.bindings", workspace.root.join(bindings::KOTLIN)),
            property("standing.bin", bindings::program(workspace, "standing")),
        ])
        .arg("--file")
        .arg(&pom)
        // Surefire starts its children in the folder of the module, and Maven reads `.mvn` there.
        .at(pom.parent().unwrap_or(Path::new(".")));
    let call = match modules {
        [] => call,
        modules => call.args(["--projects", &modules.join(","), "--also-make"]),
    };
    Ok(call.arg(phase))
}

/// The class path of a module after [`compile`]: its own classes first, then what it needs.
pub fn class_path(workspace: &Workspace, module: &str) -> Result<String> {
    let folder = workspace.made().join("android").join(module);
    let others = std::fs::read_to_string(folder.join("class-path.txt"))
        .with_context(|| format!("read the class path of {module}"))?;
    let separator = if cfg!(windows) { ';' } else { ':' };
    Ok(format!("{}{separator}{}", folder.join("classes").display(), others.trim()))
}

/// Adds up each module's summaries, `Tests run: 9, Failures: 0, Errors: 0, Skipped: 0`. The line of
/// a single class reads the same and goes on with `Time elapsed`.
fn count(text: &str) -> BTreeMap<String, Tally> {
    let (mut counts, mut module) = (BTreeMap::<String, Tally>::new(), "");
    for line in text.lines().filter(|line| !line.contains("Time elapsed")) {
        // `[INFO] --- maven-surefire-plugin:3.5.2:test (default-test) @ logic ---`
        let header = line.strip_suffix(" ---").filter(|line| line.starts_with("[INFO] --- "));
        module = header.and_then(|line| line.rsplit_once(" @ ")).map_or(module, |(_, name)| name);
        let Some((_, summary)) = line.split_once("Tests run:") else {
            continue;
        };
        let mut numbers = summary
            .split(|character: char| !character.is_ascii_digit())
            .filter_map(|piece| piece.parse::<u64>().ok());
        let mut next = || numbers.next().unwrap_or(0);
        let (run, failures, errors, skipped) = (next(), next(), next(), next());
        let failed = failures.saturating_add(errors);
        let passed = run.saturating_sub(failed).saturating_sub(skipped);
        *counts.entry(module.to_owned()).or_default() += Tally { passed, failed, skipped };
    }
    counts
}

/// Each test that failed, by its name: these lines come first, and the traces after all of them.
/// A test's own line reads `[ERROR] a.Test.its name -- Time elapsed: 0.2 s <<< FAILURE!`.
fn failed_tests(text: &str) -> String {
    let ends = text.lines().filter(|line| line.contains(" <<< "));
    let tests = ends.filter(|line| !line.contains("Tests run:"));
    let names = tests.filter_map(|line| line.strip_prefix("[ERROR] ")?.split(" -- Time").next());
    names.map(|name| format!("failed: {name}\n")).collect()
}

/// Leaves out what went well, the frames of a failure that are not ours, Maven's advice about
/// itself, and its second list of what does not compile.
fn failing_lines(text: &str) -> String {
    let mut slips = BTreeSet::new();
    let mut kept = String::new();
    for line in text.lines().map(|line| line.replace(PLAIN, "")).filter(|line| !is_dull(line)) {
        if !line.starts_with("[ERROR] file:") || slips.insert(line.clone()) {
            kept.push_str(&line);
            kept.push('\n');
        }
    }
    kept
}

/// With which Maven ends its colours, also where it uses none.
const PLAIN: &str = "\u{1b}[0m";

fn is_dull(line: &str) -> bool {
    const DULL: &[&str] = &["[INFO]", "[WARNING]"];
    const FRAMES: &[&str] =
        &["at org.junit.", "at org.apache.maven.", "at java.base/", "at androidx.", "at kotlin"];
    const ADVICE: &[&str] = &[
        "[Help 1]",
        "-> [Help 1]",
        "To see the full stack trace",
        "Re-run Maven using",
        "For more information about",
        "After correcting the problems",
        "mvn <args> -rf",
        "at org.jetbrains.kotlin.",
    ];
    let line = line.trim();
    let inner = line.strip_prefix("[ERROR]").map(str::trim_start);
    line.is_empty()
        || DULL.iter().chain(FRAMES).any(|start| line.starts_with(start))
        || inner.is_some_and(|it| it.is_empty() || ADVICE.iter().any(|start| it.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summaries_of_a_module_are_added_up_and_single_classes_are_not() {
        let text = "\
[INFO] --- maven-surefire-plugin:3.5.2:test (default-test) @ logic ---
[INFO] Running standing.HomeTest
[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.5 s -- in standing.HomeTest
[ERROR] Tests run: 6, Failures: 1, Errors: 1, Skipped: 1, Time elapsed: 0.5 s <<< FAILURE! -- in X
[INFO] Results:
[ERROR] Tests run: 9, Failures: 1, Errors: 1, Skipped: 1
[INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0
[INFO] --- surefire:3.5.2:test (default-test) @ app ---
[INFO] Tests run: 1, Failures: 0, Errors: 0, Skipped: 1
";
        let counts = count(text);
        assert_eq!(counts["logic"], Tally { passed: 8, failed: 2, skipped: 1 });
        assert_eq!(counts["app"], Tally { passed: 0, failed: 0, skipped: 1 });
        assert!(count("[ERROR] Compilation failure").is_empty());
        assert_eq!(unseen(text, &counts, &["logic"]), [""; 0]);
        assert_eq!(unseen(text, &counts, &["logic", "app"]), ["the module app ran no test"]);
    }

    #[test]
    fn tests_that_were_broken_off_do_not_count_as_well_ended() {
        for sign in ["[ERROR] There was a timeout in the fork", "The forked VM terminated without"]
        {
            assert_eq!(unseen(sign, &BTreeMap::new(), &[]).len(), 1, "{sign}");
        }
    }

    #[test]
    fn failed_tests_are_named_before_their_traces() {
        let text = "\
[ERROR] Tests run: 2, Failures: 1, Errors: 1, Skipped: 0, Time elapsed: 1 s <<< FAILURE! -- in a.Test
[ERROR] a.Test.one, and two -- Time elapsed: 0.2 s <<< FAILURE!
java.lang.AssertionError
[ERROR] a.Test.three -- Time elapsed: 0.3 s <<< ERROR!
";
        assert_eq!(failed_tests(text), "failed: a.Test.one, and two\nfailed: a.Test.three\n");
        assert_eq!(failed_tests("[INFO] Tests run: 2, Time elapsed: 1 s -- in a.Test"), "");
    }

    #[test]
    fn only_what_went_wrong_is_shown() {
        let text = "[INFO] Running A\n[ERROR] A.b <<< FAILURE!\n  at standing.A.b(A.kt:7)\n  at \
                    org.junit.Assert.fail(Assert.java:1)\n\n[WARNING] old\n";
        assert_eq!(failing_lines(text), "[ERROR] A.b <<< FAILURE!\n  at standing.A.b(A.kt:7)\n");
    }

    #[test]
    fn a_slip_in_the_kotlin_is_shown_once_and_without_maven_s_advice() {
        let slip = "[ERROR] file:///app/A.kt:7:1 Unresolved reference 'b'.\n";
        let goal = "[ERROR] Failed to execute goal kotlin:compile on project app: \n";
        let advice = "[ERROR] -> [Help 1]\n[ERROR] \n[ERROR] Re-run Maven using the -X switch\n\
                      [ERROR]   mvn <args> -rf :app\n\u{1b}[0m\u{1b}[0m\n";
        let text = format!("\u{1b}[0m[INFO] Scanning\n{slip}{goal}{slip}{advice}");
        assert_eq!(failing_lines(&text), format!("{slip}{goal}"));
    }
}

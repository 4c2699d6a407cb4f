//! Maven, which builds and tests the Kotlin of this repository.

use crate::bindings;
use crate::call::Call;
use crate::report::{Outcome, Tally};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use roxmltree::Document;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::PathBuf;

/// The folder of the app's Maven project.
pub const ANDROID: &str = "android";

/// Runs the tests of some modules of a project, and only builds what they need; an empty list is
/// the whole project. The library must have been built and its Kotlin generated.
pub fn test(workspace: &Workspace, project: &str, modules: &[&str]) -> Result<Outcome> {
    // A failure in one module would leave out the tests of those that build on it.
    let call = call(workspace, project, modules, "test").arg("-Dmaven.test.failure.ignore=true");
    // The modules with tests that others are built on.
    let below = ["logic", "app"].into_iter();
    let skipped = below.filter(|module| !modules.is_empty() && !modules.contains(module));
    let call = call.args(skipped.map(|module| format!("-D{module}.tests.skip=true")));
    let folders: Vec<(&str, PathBuf)> = match modules {
        [] => vec![("", workspace.root.join(project).join("target"))],
        modules => modules.iter().map(|module| (*module, built(workspace, module))).collect(),
    };
    let lock = workspace.lock_build()?;
    for (_, folder) in &folders {
        fs::remove_dir_all(folder.join(REPORTS)).ok();
    }
    let ended = call.run()?;
    let mut found = Found::default();
    for (module, folder) in &folders {
        let before = found.tally;
        found.read(&folder.join(REPORTS))?;
        // Told to ignore failed tests, Maven ends well whatever became of them.
        if ended.success && found.tally == before {
            found.lines.push(format!("{project}/{module} ran no test; look at the log"));
        }
    }
    drop(lock);
    if BROKEN.iter().any(|sign| ended.text.contains(sign)) {
        found.lines.push("the tests did not come to their end; look at the log".to_owned());
    }
    let success = ended.success && found.lines.is_empty();
    let shown = found.lines.join("\n") + "\n" + &found.traces + &errors(&ended.text);
    Ok(Outcome::counted(found.tally, success, ended.text).showing(shown))
}

/// Where Surefire writes its reports, in the folder of a module's build.
const REPORTS: &str = "surefire-reports";

/// What Maven writes when a process with tests ended early, which leaves no trace in the reports.
const BROKEN: &[&str] = &[
    "There was a timeout in the fork",
    "The forked VM terminated",
    "There was an error in the forked process",
];

/// What Surefire's reports say.
#[derive(Default)]
struct Found {
    tally: Tally,
    /// What went wrong, a line for each: first of all, because traces are long.
    lines: Vec<String>,
    traces: String,
}

impl Found {
    /// Reads the reports in a folder; none if it is not there.
    fn read(&mut self, folder: &std::path::Path) -> Result<()> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let paths: BTreeSet<PathBuf> = entries.map(|entry| entry.path()).collect();
        for path in paths.iter().filter(|path| path.extension().is_some_and(|it| it == "xml")) {
            let text = fs::read_to_string(path);
            let text = text.with_context(|| format!("read {}", path.display()))?;
            self.add(&text).with_context(|| format!("read {}", path.display()))?;
        }
        Ok(())
    }

    /// Adds the report of one class.
    fn add(&mut self, report: &str) -> Result<()> {
        let document = Document::parse(report)?;
        for test in document.descendants().filter(|node| node.has_tag_name("testcase")) {
            let find = |name: &str| test.children().find(|child| child.has_tag_name(name));
            if let Some(failure) = find("failure").or_else(|| find("error")) {
                self.tally += Tally::one(false);
                let [class, name] =
                    ["classname", "name"].map(|it| test.attribute(it).unwrap_or_default());
                let trace = failure.text().or(failure.attribute("message")).unwrap_or_default();
                let trace = trace.lines().filter(|line| is_ours(line));
                self.lines.push(format!("failed: {class}.{name}"));
                self.traces.push_str(&format!("\n{class}.{name}\n"));
                self.traces.extend(trace.map(|line| format!("{line}\n")));
            } else {
                let skipped = find("skipped").is_some();
                self.tally +=
                    Tally { passed: (!skipped).into(), failed: 0, skipped: skipped.into() };
            }
        }
        Ok(())
    }
}

/// Leaves out the frames of a trace that lie in libraries.
fn is_ours(line: &str) -> bool {
    let frame = line.trim().strip_prefix("at ");
    !line.trim().is_empty() && frame.is_none_or(|frame| frame.starts_with("standing."))
}

/// Maven's errors without its advice about itself and its second list of what does not compile.
fn errors(text: &str) -> String {
    let mut known = BTreeSet::new();
    let text = text.split("-> [Help 1]").next().unwrap_or_default();
    let errors = text.lines().filter(|line| line.starts_with("[ERROR] "));
    let compile = errors.filter(|line| !line.contains("Tests run:") && !line.contains(" <<< "));
    compile.filter(|line| known.insert(line.trim())).map(|line| format!("{line}\n")).collect()
}

/// Compiles a module of the app and what it needs. While the lock is held, no other run deletes
/// the classes.
pub fn compile(workspace: &Workspace, module: &str) -> Result<File> {
    let lock = workspace.lock_build()?;
    let ended = call(workspace, ANDROID, &[module], "process-classes").run()?;
    if !ended.success {
        bail!("compile the Kotlin:\n{}", errors(&ended.text));
    }
    Ok(lock)
}

fn call(workspace: &Workspace, project: &str, modules: &[&str], phase: &str) -> Call {
    let property = |name: &str, path: PathBuf| format!("-D{name}={}", path.display());
    let call = workspace
        .call("mvn")
        .args(["--batch-mode", "--no-transfer-progress", "-Dstyle.color=never"])
        .args([
            property("core.libdir", bindings::folder(workspace)),
            property("core.bindings", workspace.root.join(bindings::KOTLIN)),
            property("standing.bin", bindings::program(workspace, "standing")),
        ])
        // Surefire starts its children in the folder of the module, and Maven reads `.mvn` there.
        .at(&workspace.root.join(project));
    let call = match modules {
        [] => call,
        modules => call.args(["--projects", &modules.join(","), "--also-make"]),
    };
    call.arg(phase)
}

/// Where a module of the app is built.
fn built(workspace: &Workspace, module: &str) -> PathBuf {
    workspace.output().join("android").join(module)
}

/// The class path of a module after [`compile`]: its own classes first, then what it needs.
pub fn class_path(workspace: &Workspace, module: &str) -> Result<String> {
    let folder = built(workspace, module);
    let others = fs::read_to_string(folder.join("class-path.txt"))
        .with_context(|| format!("read the class path of {module}"))?;
    let separator = if cfg!(windows) { ';' } else { ':' };
    Ok(format!("{}{separator}{}", folder.join("classes").display(), others.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_added_up_and_failed_tests_named_before_their_traces() {
        let mut found = Found::default();
        let trace = "java.lang.AssertionError: no\n\tat org.junit.Assert.fail(Assert.java:1)\n\
                     \tat standing.A.b(A.kt:7)";
        let report = format!(
            "<testsuite name='standing.A' tests='4'><properties/>\
             <testcase classname='standing.A' name='it holds'/>\
             <testcase classname='standing.A' name='later'><skipped/></testcase>\
             <testcase classname='standing.A' name='one, and two'><failure>{trace}</failure></testcase>\
             <testcase classname='standing.A' name='three'><error message='gone'/></testcase>\
             </testsuite>"
        );
        found.add(&report).unwrap();
        assert_eq!(found.tally, Tally { passed: 1, failed: 2, skipped: 1 });
        assert_eq!(found.lines, ["failed: standing.A.one, and two", "failed: standing.A.three"]);
        let shown =
            "java.lang.AssertionError: no\n\tat standing.A.b(A.kt:7)\n\nstanding.A.three\ngone\n";
        assert!(found.traces.ends_with(shown), "{}", found.traces);
        assert!(found.add("<testsuite><testcase").is_err(), "a report that was cut off");
    }

    #[test]
    fn a_slip_in_the_kotlin_is_shown_once_and_without_maven_s_advice() {
        let slip = "[ERROR] file:///app/A.kt:7:1 Unresolved reference 'b'.\n";
        let goal = "[ERROR] Failed to execute goal kotlin:compile on project app: \n";
        let advice = "[ERROR] -> [Help 1]\n[ERROR] Re-run Maven using the -X switch\n";
        let text = format!("[INFO] Scanning\n{slip}{goal}{slip}{advice}");
        assert_eq!(errors(&text).trim_end_matches("[ERROR] \n"), format!("{slip}{goal}"));
    }
}

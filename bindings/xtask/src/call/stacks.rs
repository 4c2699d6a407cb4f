//! Where the Java programs below a process stand: else nobody can tell afterwards why one hung.

use super::{Call, tree};
use std::path::Path;
use std::time::Duration;

/// A machine that does not answer for so long tells nothing.
const PATIENCE: Duration = Duration::from_secs(10);

/// The threads that are in code of this repository, as `jstack` tells them. Empty where there are
/// none, or no way to ask.
pub fn below(process: u32) -> String {
    let is_java = |process: &u32| {
        std::fs::read_to_string(format!("/proc/{process}/comm")).is_ok_and(|name| name == "java\n")
    };
    tree::of(process).into_iter().filter(is_java).map(|process| ours(&told(process))).collect()
}

fn told(process: u32) -> String {
    let call = Call::new("jstack".into(), Path::new("/")).arg(process.to_string());
    let call = Call { limit: PATIENCE, ..call };
    call.run().map(|ended| ended.text).unwrap_or_default()
}

/// A thread is a block of lines that begins with its name.
fn ours(dump: &str) -> String {
    let is_ours = |thread: &&str| thread.starts_with('"') && thread.contains("at standing.");
    dump.split("\n\n").filter(is_ours).map(|thread| format!("\n{}\n", thread.trim_end())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_all_threads_those_are_told_that_are_in_code_of_ours() {
        let dump = "2026-11-23 11:46:09\nFull thread dump\n\n\
            \"main\" #1 waiting\n\tat java.lang.Thread.sleep(Native Method)\n\tat standing.logic.HomeTest.waits(HomeTest.kt:7)\n\n\
            \"GC Thread#0\" os_prio=0 runnable\n\n\
            \"Finalizer\" #3 daemon\n\tat java.lang.Object.wait(Native Method)\n";
        let told = ours(dump);
        assert!(told.starts_with("\n\"main\" #1") && told.ends_with("(HomeTest.kt:7)\n"), "{told}");
        assert!(!told.contains("GC") && !told.contains("Finalizer"), "{told}");
    }

    #[test]
    fn a_process_without_java_tells_nothing() {
        assert_eq!(below(std::process::id()), "");
    }
}

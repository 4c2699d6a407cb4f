//! A process and all that it started, stopped together.
//!
//! A process group would be simpler, but Ctrl-C at a terminal reaches only the group in front:
//! what runs in another one would go on after the person stopped the command.

use std::process::{Command, Stdio};

/// Stops a process and those below it. What has ended meanwhile is left out.
pub fn kill(process: u32) {
    let mut kill = Command::new("sh");
    kill.args(["-c", "kill -KILL \"$@\"", "sh"]).args(of(process).iter().map(u32::to_string));
    kill.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().ok();
}

/// A process, and after it its children, their children and so on.
pub fn of(process: u32) -> Vec<u32> {
    below(process, &pairs())
}

fn below(process: u32, pairs: &[(u32, u32)]) -> Vec<u32> {
    let mut found = vec![process];
    let mut next = 0;
    while let Some(parent) = found.get(next).copied() {
        let children = pairs.iter().filter(|(child, its)| *its == parent && *child != process);
        found.extend(children.map(|(child, _)| *child));
        next += 1;
    }
    found
}

/// Every process of the machine with its parent.
fn pairs() -> Vec<(u32, u32)> {
    match std::fs::read_dir("/proc") {
        Ok(entries) => entries
            .filter_map(|entry| std::fs::read_to_string(entry.ok()?.path().join("stat")).ok())
            .filter_map(|text| pair(&text))
            .collect(),
        Err(_) => asked(),
    }
}

/// `7 (a (b) c) S 1 …`: the name in the middle may hold anything.
fn pair(stat: &str) -> Option<(u32, u32)> {
    let (process, _) = stat.split_once(' ')?;
    let (_, rest) = stat.rsplit_once(')')?;
    Some((process.parse().ok()?, rest.split_whitespace().nth(1)?.parse().ok()?))
}

/// Systems without `/proc` have `ps`.
fn asked() -> Vec<(u32, u32)> {
    let output = Command::new("ps").args(["-A", "-o", "pid=,ppid="]).output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let line = |line: &str| {
        let (process, parent) = line.trim().split_once(' ')?;
        Some((process.parse().ok()?, parent.trim().parse().ok()?))
    };
    text.unwrap_or_default().lines().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_found_with_all_below_it_and_nothing_else() {
        let pairs = [(1, 0), (5, 1), (6, 5), (7, 6), (8, 5), (9, 1)];
        assert_eq!(below(5, &pairs), [5, 6, 8, 7]);
    }

    #[test]
    fn the_parent_is_read_past_any_name() {
        assert_eq!(pair("7 (a) S (b) R 3 7 7"), Some((7, 3)));
        assert_eq!(pair("nothing"), None);
    }

    #[test]
    fn this_process_and_its_parent_are_seen() {
        let here = std::process::id();
        assert!(pairs().iter().any(|(process, parent)| *process == here && *parent > 0));
    }
}

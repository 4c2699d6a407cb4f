//! `cargo xtask pictures`: a picture of every screen, and a page to browse them.

use crate::app;
use crate::report::say;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;

/// Which screens there are, known without a build: a test of the app holds the list.
const SCREENS: &str = "android/app/screens.txt";

/// What the app's side ends with when it has said already what is wrong.
const TOLD: &[i32] = &[1, 2];

/// Writes a picture of every screen in each of its states, or of those that are named, and a page
/// to browse them. Stopped in between, it leaves what it has taken.
pub fn take(workspace: &Workspace, only: &[String]) -> Result<bool> {
    let screens = std::fs::read_to_string(workspace.root.join(SCREENS));
    known(&screens.with_context(|| format!("read {SCREENS}"))?, only)?;
    let _classes = app::ready(workspace)?;
    let folder = workspace.made().join("pictures");
    let ended = app::java(workspace, "standing.app.desktop.Pictures")?
        .arg("--out")
        .arg(&folder)
        .args(only)
        .listen(|line| {
            say(line);
            Ok(())
        })?;
    if !ended.success() && !ended.code().is_some_and(|code| TOLD.contains(&code)) {
        bail!("take all of the pictures: java ended with {ended}");
    }
    let page = folder.join("index.html");
    if ended.code() != Some(2) {
        say(&format!("browse them in {}", page.display()));
    }
    Ok(ended.success())
}

/// A name is that of a part, of a screen, or of one of its states, such as `home-offline`: which
/// states there are, only the app knows.
fn known(list: &str, names: &[String]) -> Result<()> {
    let lines = list.lines().filter_map(|line| line.split_once(": "));
    let (parts, screens): (Vec<&str>, Vec<&str>) = lines.unzip();
    let screens: BTreeSet<&str> = screens.iter().flat_map(|line| line.split(", ")).collect();
    let is_known = |name: &&String| {
        parts.contains(&name.as_str())
            || name.split('-').next().is_some_and(|it| screens.contains(it))
    };
    if let Some(unknown) = names.iter().find(|name| !is_known(name)) {
        let all: Vec<&str> = screens.into_iter().collect();
        bail!("find a screen named `{unknown}`; there are: {}", all.join(", "));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "Statement: home, statement\nSync: sync\n";

    fn refused(name: &str) -> Option<String> {
        known(LIST, &[name.to_owned()]).err().map(|error| error.to_string())
    }

    #[test]
    fn a_screen_that_is_not_there_is_told_before_anything_is_built() {
        let line = "find a screen named `nosuch`; there are: home, statement, sync";
        assert_eq!(refused("nosuch").unwrap(), line);
        for slip in ["hom", "Home", "", "-offline", "home, statement"] {
            assert!(refused(slip).is_some(), "{slip}");
        }
    }

    #[test]
    fn parts_screens_and_states_are_names() {
        for name in ["Statement", "home", "home-offline", "sync"] {
            assert_eq!(refused(name), None);
        }
        assert!(known(LIST, &[]).is_ok());
    }
}

//! `cargo xtask pictures`: a picture of every screen, and a page to browse them.

use crate::app;
use crate::report::say;
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use std::collections::BTreeSet;

/// Which screens there are, known without a build: a test of the app holds the list.
const SCREENS: &str = "android/app/screens.txt";

/// Writes a picture of every screen in each of its states, or of those that are named, and a page
/// to browse them. Stopped in between, it leaves what it has taken.
pub fn take(workspace: &Workspace, names: &[String]) -> Result<bool> {
    check(&workspace.read(SCREENS)?, names)?;
    let _lock = app::compile(workspace)?;
    let folder = workspace.output().join("pictures");
    let java = app::java(workspace, "standing.app.desktop.Pictures")?;
    let status = java.arg("--out").arg(&folder).args(names).listen(|line| {
        say(line);
        Ok(())
    })?;
    // With 1 and 2 the app has said already what is wrong; with 2 it has taken none.
    match status.code() {
        Some(0 | 1) => say(&format!("browse them in {}", folder.join("index.html").display())),
        Some(2) => {}
        _ => bail!("take all of the pictures: java ended with {status}"),
    }
    Ok(status.success())
}

/// A name is that of a part, of a screen, or of one of its states, such as `home-offline`: which
/// states there are, only the app knows.
fn check(list: &str, names: &[String]) -> Result<()> {
    let lines = list.lines().filter_map(|line| line.split_once(": "));
    let (parts, screens): (Vec<&str>, Vec<&str>) = lines.unzip();
    let screens: BTreeSet<&str> = screens.iter().flat_map(|line| line.split(", ")).collect();
    let is_known = |name: &&String| {
        let screen = name.split('-').next().unwrap_or_default();
        parts.contains(&name.as_str()) || screens.contains(screen)
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

    #[test]
    fn an_unknown_screen_is_reported_before_anything_is_built() {
        let refused = |name: &str| {
            let list = "Statement: home, statement\nSync: sync\n";
            check(list, &[name.to_owned()]).err().map(|error| error.to_string())
        };
        let line = "find a screen named `nosuch`; there are: home, statement, sync";
        assert_eq!(refused("nosuch").unwrap(), line);
        for slip in ["hom", "Home", "", "-offline", "home, statement"] {
            assert!(refused(slip).is_some(), "{slip}");
        }
        for name in ["Statement", "home", "home-offline", "sync"] {
            assert_eq!(refused(name), None);
        }
    }
}

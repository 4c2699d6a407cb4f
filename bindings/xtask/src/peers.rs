//! Programs that know nothing of this product: each meets it in an example of `fixtures`, which
//! counts its tests as `cargo test` does.

use crate::report::{Outcome, say};
use crate::test::count;
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use std::ffi::OsStr;
use std::path::PathBuf;

/// Installs PyJWT, and no other version: what it accepts is written in PROTOCOL.
const PYJWT: &str = "python3 -m venv . && bin/python -m pip install --quiet \
    --disable-pip-version-check pyjwt==2.15.1 cryptography==50.0.2";

/// Installs the server of tus.
const TUS: &str = "npm install --silent --no-audit --no-fund --prefix . \
    @tus/server@2.4.5 @tus/file-store@2.1.1";

/// Standing's signatures before PyJWT, and PyJWT's before Standing.
pub fn jose(workspace: &Workspace) -> Result<Outcome> {
    match installed(workspace, "venv", PYJWT) {
        Ok(folder) => example(workspace, "jose", &[folder.join("bin/python")]),
        Err(error) => Ok(Outcome::skipped(format!("PyJWT is needed: {error:#}"))),
    }
}

/// The phone's uploads before a tus server.
pub fn tus(workspace: &Workspace) -> Result<Outcome> {
    let folder = match installed(workspace, "npm", TUS) {
        Ok(folder) => folder,
        Err(error) => return Ok(Outcome::skipped(format!("@tus/server is needed: {error:#}"))),
    };
    std::fs::copy(workspace.root.join("fixtures/tus/server.mjs"), folder.join("server.mjs"))?;
    example(workspace, "tus", &[folder])
}

/// A published register behind nginx, which Debian keeps out of people's PATH.
pub fn nginx(workspace: &Workspace) -> Result<Outcome> {
    example::<PathBuf>(workspace, "nginx", &[])
}

fn example<A: AsRef<OsStr>>(workspace: &Workspace, name: &str, words: &[A]) -> Result<Outcome> {
    let call = workspace.cargo(&["run", "--quiet", "--package", "standing", "--example", name]);
    let path = std::env::var("PATH").unwrap_or_default() + ":/usr/sbin";
    let ended = call.env("PATH", path).arg("--").args(words).run()?;
    Ok(Outcome::counted(count(&ended.text), ended.success, ended.text))
}

/// A folder of its own below the target folder, in which this line of the shell has run once.
fn installed(workspace: &Workspace, name: &str, line: &str) -> Result<PathBuf> {
    let folder = workspace.output().join(name);
    let note = folder.join("installed");
    if std::fs::read_to_string(&note).is_ok_and(|installed| installed == line) {
        return Ok(folder);
    }
    say(&format!("      installing what is missing: {line}"));
    std::fs::create_dir_all(&folder)?;
    let done = workspace.call("sh").at(&folder).args(["-c", line]).downloading().run();
    ensure!(done.context("install")?.success, "`{line}` did not work in target/{name}");
    std::fs::write(note, line)?;
    Ok(folder)
}

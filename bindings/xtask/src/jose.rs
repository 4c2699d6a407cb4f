//! Standing's signatures before PyJWT, and PyJWT's before Standing.

use crate::call::Call;
use crate::report::{Outcome, say};
use crate::test::count;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// What is installed, and no other version: what it accepts is written down in PROTOCOL.
const PACKAGES: &[&str] = &["pyjwt==2.15.1", "cryptography==50.0.2"];

/// Runs `fixtures/examples/jose.rs` with a Python that has PyJWT.
pub fn test(workspace: &Workspace) -> Result<Outcome> {
    let python = match environment(workspace) {
        Ok(python) => python,
        Err(error) => return Ok(Outcome::skipped(format!("PyJWT is needed: {error:#}"))),
    };
    let words = ["run", "--quiet", "--package", "standing", "--example", "jose", "--"];
    let ended = workspace.cargo(&words).args([python]).run()?;
    Ok(Outcome::counted(count(&ended.text), ended.success, ended.text))
}

/// A Python of its own below the target folder, with exactly these packages.
fn environment(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.output().join("venv");
    let python = folder.join("bin/python");
    let probe = "import importlib.metadata as m, sys; \
                 sys.exit(any(m.version(p) != v for p, v in (a.split('==') for a in sys.argv[1:])))";
    let is_here = || workspace.call(&python).args(["-c", probe]).args(PACKAGES).succeeds();
    if is_here() {
        return Ok(python);
    }
    say(&format!("      installing what is missing: pip install {}", PACKAGES.join(" ")));
    let done = |call: Call| call.downloading().run().map(|ended| ended.success);
    let made = done(workspace.call("python3").args(["-m", "venv"]).args([&folder]))?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    if !made
        || !done(workspace.call(&python).args(pip).args(PACKAGES)).context("install")?
        || !is_here()
    {
        bail!("`pip install {}` in target/venv did not work", PACKAGES.join(" "));
    }
    Ok(python)
}

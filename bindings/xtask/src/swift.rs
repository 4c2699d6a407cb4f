//! The Swift toolchain: the one on PATH, or a Debian release that has one, kept in the user's cache.
//!
//! The machine's own Debian may be too old to have Swift. Then a newer release is set up in a
//! folder, and programs run inside it by `chroot`. What that needs to have mounted is mounted in
//! a namespace of that one program, so no mount outlives it and none can be met by a clean-up.

pub mod generated;
mod mirror;

use crate::call::Call;
use crate::report::say;
use crate::tool;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The first release of Debian with Swift 6.
const RELEASE: &str = "trixie";

/// Where Debian keeps those of Swift's programs that would clash with others in `/usr/bin`.
const PROGRAMS: &str = "/usr/libexec/swift/bin";

/// Sets the release up in the folder `$1`, from the mirror `$2`, as the release `$3`. It downloads
/// as this machine does, proxies and all; hooks would call programs that are not in there.
const SET_UP: &str = "
debootstrap --variant=minbase --include=ca-certificates \"$3\" \"$1\" \"$2\"
mount -t proc proc \"$1/proc\"
mount --bind /dev \"$1/dev\"
apt-config dump Acquire | grep -vi proxy-auto-detect > \"$1/etc/apt/apt.conf.d/90acquire\"
chroot \"$1\" apt-get update -qq
chroot \"$1\" apt-get install -y -qq --no-install-recommends \\
  swiftlang swiftlang-dev libc6-dev libstdc++-14-dev
chroot \"$1\" apt-get clean
";

/// Runs what follows `--` in the folder `$2` of the release in `$1`, with every folder named
/// before it at its own place. Without `/proc` the compiler dies.
const ENTER: &str = "
root=$1 folder=$2; shift 2
mount -t proc proc \"$root/proc\"
mount --bind /dev \"$root/dev\"
while [ \"$1\" != -- ]; do
  mkdir -p \"$root$1\"; mount --bind \"$1\" \"$root$1\"; shift
done
shift
exec chroot \"$root\" sh -euc 'cd \"$0\"; exec \"$@\"' \"$folder\" \"$@\"
";

/// A Swift toolchain that works.
pub enum Toolchain {
    /// `swift` on PATH.
    OnPath,
    /// A Debian release in this folder.
    Kept(PathBuf),
}

/// Finds a toolchain or sets one up; where neither can be, the line that says what would help.
pub fn find() -> Result<Result<Toolchain, String>> {
    if is_new_enough(Call::new("swift".into(), Path::new("."))) {
        return Ok(Ok(Toolchain::OnPath));
    }
    if !tool::is_root_on_debian() || !mirror::is_debian()? {
        return Ok(Err("Swift 6 is needed: `swift` on PATH, or root on Debian".to_owned()));
    }
    if let Some(line) = tool::missing(&[tool::DEBOOTSTRAP, tool::MOUNTING]) {
        return Ok(Err(line));
    }
    let kept = set_up_once(&cache()?.join("standing"))?;
    Ok(Ok(Toolchain::Kept(kept)))
}

impl Toolchain {
    /// A program of the toolchain, to run in a folder of the repository.
    pub fn call(&self, workspace: &Workspace, folder: &Path, program: &str) -> Call {
        match self {
            Self::OnPath => workspace.call(program).at(folder),
            Self::Kept(root) => inside(&root.display().to_string(), "ENTER", ENTER)
                .arg(folder)
                .args([&workspace.root, &workspace.target])
                .args(["--", program])
                .env("PATH", format!("{PROGRAMS}:/usr/sbin:/usr/bin:/sbin:/bin"))
                .env("HOME", "/root"),
        }
    }
}

/// A shell script whose mounts, and whose children, end with it.
fn inside(root: &str, name: &str, script: &str) -> Call {
    Call::new("unshare".into(), Path::new("/")).args(tool::SHELL_APART).args([script, name, root])
}

fn is_new_enough(swift: Call) -> bool {
    swift.arg("--version").run().is_ok_and(|ended| ended.success && version(&ended.text) >= 6)
}

/// The first number after "Swift version": `Apple Swift version 6.1.2` has others before it.
fn version(text: &str) -> u64 {
    text.split_once("Swift version ").map_or(0, |(_, rest)| tool::first_number(rest))
}

/// The user's cache folder. What is kept there can be deleted at any time.
fn cache() -> Result<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let cache = named("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || named("HOME").map(|home| Path::new(&home).join(".cache"));
    cache.or_else(home).context("find the cache folder: neither XDG_CACHE_HOME nor HOME is set")
}

/// The release in this folder, set up if it is not. A set-up that was interrupted has left its
/// folder under another name, and is begun again.
fn set_up_once(folder: &Path) -> Result<PathBuf> {
    fs::create_dir_all(folder).with_context(|| format!("make {}", folder.display()))?;
    // Of two that run at the same time one waits for the other.
    let lock = File::create(folder.join("swift.lock")).context("make the lock of the set-up")?;
    lock.lock().context("wait for another set-up of Swift")?;
    let kept = folder.join(format!("swift-{RELEASE}"));
    if kept.is_dir() {
        return Ok(kept);
    }
    let unfinished = folder.join(format!("swift-{RELEASE}.unfinished"));
    set_up(&unfinished)?;
    fs::rename(&unfinished, &kept).context("keep the Debian release with Swift")?;
    Ok(kept)
}

fn set_up(folder: &Path) -> Result<()> {
    let mirror = mirror::of_this_machine()?;
    clear(folder)?;
    say(&format!("      setting up Swift once, 2.6 GB, two minutes: {}", folder.display()));
    let begun = Instant::now();
    let ended = inside(&folder.display().to_string(), "SET_UP", SET_UP)
        .args([OsStr::new(&mirror), OsStr::new(RELEASE)])
        .env("DEBIAN_FRONTEND", "noninteractive")
        .downloading()
        .run()?;
    if !ended.success {
        bail!("set up a Debian release with Swift:\n{}", ended.text);
    }
    say(&format!("      Swift is set up, in {} s", begun.elapsed().as_secs()));
    Ok(())
}

/// Removes what an interrupted set-up left, never across the border of a file system: if devices
/// were still mounted there, they would stay.
fn clear(folder: &Path) -> Result<()> {
    let ended = Call::new("rm".into(), Path::new("/"))
        .args(["-rf", "--one-file-system", "--"])
        .arg(folder)
        .run()?;
    if !ended.success {
        bail!("clear {}:\n{}", folder.display(), ended.text);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_swifts_own_and_not_its_drivers() {
        let apple = "swift-driver version: 1.115 Apple Swift version 6.0.3 (swiftlang-6.0.3)";
        assert_eq!(version(apple), 6);
        assert_eq!(version("Swift version 5.10.1 (swift-5.10.1-RELEASE)"), 5);
        assert_eq!(version("sh: swift: not found"), 0);
    }

    #[test]
    fn a_set_up_that_was_interrupted_is_cleared_and_begun_again() {
        let folder = std::env::temp_dir().join(format!("standing-swift-{}", std::process::id()));
        fs::create_dir_all(folder.join("usr/bin")).unwrap();
        fs::write(folder.join("usr/bin/half"), "").unwrap();
        clear(&folder).unwrap();
        assert!(!folder.exists());
        clear(&folder).unwrap();
    }

    #[test]
    fn a_release_that_is_there_is_not_set_up_again() {
        let folder = std::env::temp_dir().join(format!("standing-kept-{}", std::process::id()));
        let kept = folder.join("swift-trixie");
        fs::create_dir_all(&kept).unwrap();
        assert_eq!(set_up_once(&folder).unwrap(), kept);
        fs::remove_dir_all(&folder).unwrap();
    }
}

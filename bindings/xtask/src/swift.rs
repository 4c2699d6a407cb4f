//! The iOS package: built in Swift 6 mode without warnings, its tests run against the sandbox,
//! every Swift file formatted, and the files that need Apple's frameworks parsed.
//!
//! The toolchain is the one on PATH, or a Debian release that has one, kept in the user's cache:
//! the machine's own Debian may be too old to have Swift. Programs run inside that release by
//! `chroot`. What that needs to have mounted is mounted in a namespace of that one program, so no
//! mount outlives it and none can be met by a clean-up.

use crate::call::{Call, Ended};
use crate::report::{Outcome, Tally, first_number, say};
use crate::workspace::Workspace;
use crate::{bindings, tool};
use anyhow::{Context, Result};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The library for devices and simulators.
const FRAMEWORK: &str = "ios/Standing.xcframework";

/// What is formatted: everything by hand, never what is generated.
const FORMATTED: &[&str] = &[
    "ios/Package.swift",
    "ios/Sources/Core",
    "ios/Sources/Logic",
    "ios/Sources/UI",
    "ios/Tests",
    "ios/App",
    "bindings/tests/swift",
];

/// The first release of Debian with Swift 6.
const RELEASE: &str = "trixie";

/// Where Debian keeps those of Swift's programs that would clash with others in `/usr/bin`.
const PATH: &str = "/usr/libexec/swift/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// Finds the mirror of exactly this machine's release, which a security archive or a vendor's is
/// not: no host is written down in this project. Images for clouds name a list of mirrors.
const MIRROR: &str = "
mirror_of() {
  apt-get indextargets --format '$(REPO_URI) $(RELEASE)' | awk -v r=\"$1\" '$2 == r {print $1; exit}'
}
mirror=$(mirror_of \"$VERSION_CODENAME\")
[ \"$mirror\" ] || { apt-get update -qq; mirror=$(mirror_of \"$VERSION_CODENAME\"); }
case $mirror in mirror+file:*)
  list=${mirror#mirror+file:}; list=${list%/}
  mirror=$(awk 'NF && !/^#/ {print $1; exit}' \"$list\") ;;
esac
[ \"$mirror\" ] || { echo \"no mirror of $VERSION_CODENAME in apt's sources\"; exit 1; }
";

/// Sets up the release `$2` in the folder `$1`. It downloads as this machine does, proxies and all;
/// hooks would call programs that are not in there. What an interrupted set-up left is removed, but
/// never across the border of a file system.
const SET_UP: &str = "
rm -rf --one-file-system -- \"$1\"
debootstrap --variant=minbase --include=ca-certificates \"$2\" \"$1\" \"$mirror\"
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

/// Runs the part `swift` of the test.
pub fn test(workspace: &Workspace) -> Result<Outcome> {
    // Elsewhere the package takes the library as Apple's tools pack it.
    if !cfg!(target_os = "linux") && !workspace.root.join(FRAMEWORK).exists() {
        return Ok(Outcome::skipped("ios/build-xcframework.sh --testonly comes first"));
    }
    let toolchain = match find()? {
        Ok(toolchain) => toolchain,
        Err(line) => return Ok(Outcome::skipped(line)),
    };
    bindings::generate_all(workspace)?;
    let (format, parse) = (format(workspace, &toolchain)?, parse(workspace, &toolchain)?);
    let test = run_tests(workspace, &toolchain)?;
    let mut tally = count(&test.text);
    let success = test.success && tally.passed > 0 && format.success && parse.success;
    tally += Tally::one(format.success);
    tally += Tally::one(parse.success);
    Ok(Outcome::counted(tally, success, format.text + &parse.text + &test.text))
}

fn format(workspace: &Workspace, toolchain: &Toolchain) -> Result<Ended> {
    let mut files = Vec::new();
    for name in FORMATTED {
        files.extend(swift_files(&workspace.root.join(name))?);
    }
    toolchain
        .call(workspace, &workspace.root.join("ios"), "swift")
        .args(["format", "lint", "--strict", "--parallel", "--configuration", ".swift-format"])
        .args(files)
        .run()
}

/// What needs Apple's frameworks cannot be compiled here; that it is Swift at all can be seen.
fn parse(workspace: &Workspace, toolchain: &Toolchain) -> Result<Ended> {
    let swiftc = toolchain.call(workspace, &workspace.root, "swiftc");
    let files = swift_files(&workspace.root.join("ios/App"))?;
    swiftc.args(["-parse", "-swift-version", "6"]).args(files).run()
}

fn run_tests(workspace: &Workspace, toolchain: &Toolchain) -> Result<Ended> {
    let pictures = workspace.output().join("pictures/ios");
    fs::create_dir_all(&pictures).context("make the folder of pictures")?;
    toolchain
        .call(workspace, &workspace.root.join("ios"), "swift")
        .args(["test", "--disable-xctest", "-Xswiftc", "-warnings-as-errors", "--scratch-path"])
        .arg(workspace.target.join("ios"))
        .env("STANDING_LIBRARIES", bindings::folder(workspace))
        .env("STANDING_PROGRAM", bindings::program(workspace, "standing"))
        .env("STANDING_FIXTURES", workspace.root.join("fixtures"))
        .env("STANDING_PICTURES", pictures)
        .run()
}

/// Reads Swift Testing's summary, `Test run with 12 tests failed after 0.1 seconds with 3 issues.`,
/// and the line of each test that failed.
fn count(text: &str) -> Tally {
    let failed = |line: &&str| line.starts_with("✘ Test ") && line.contains(" failed after ");
    let failed = text.lines().filter(|line| !line.contains("Test run with ")).filter(failed);
    let failed = failed.fold(0_u64, |sum, _| sum.saturating_add(1));
    let runs = text.split("Test run with ").skip(1).map(first_number);
    let all = runs.fold(0, u64::saturating_add);
    Tally { passed: all.saturating_sub(failed), failed, skipped: 0 }
}

/// The Swift files at or below a path, leaving out what is generated.
fn swift_files(path: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if path.is_symlink() || path.ends_with("generated") {
        return Ok(found);
    }
    if path.is_dir() {
        for entry in fs::read_dir(path).with_context(|| format!("read {}", path.display()))? {
            found.extend(swift_files(&entry?.path())?);
        }
    } else if path.extension().is_some_and(|ending| ending == "swift") {
        found.push(path.to_path_buf());
    }
    found.sort();
    Ok(found)
}

/// A Swift toolchain that works.
enum Toolchain {
    OnPath,
    /// A Debian release in this folder.
    Kept(PathBuf),
}

/// Finds a toolchain or sets one up; where neither can be, the line that says what would help.
fn find() -> Result<Result<Toolchain, String>> {
    let on_path = Call::new("swift", Path::new(".")).arg("--version").run();
    if on_path.is_ok_and(|ended| ended.success && version(&ended.text) >= 6) {
        return Ok(Ok(Toolchain::OnPath));
    }
    // The mirrors of Debian's descendants do not have its releases.
    let is_debian =
        fs::read_to_string("/etc/os-release").unwrap_or_default().contains("\nID=debian\n");
    if !tool::is_root_on_debian() || !is_debian {
        return Ok(Err("Swift 6 is needed: `swift` on PATH, or root on Debian".to_owned()));
    }
    if let Some(line) = tool::missing(&[tool::DEBOOTSTRAP, tool::MOUNTING]) {
        return Ok(Err(line));
    }
    Ok(Ok(Toolchain::Kept(set_up_once(&cache()?.join("standing"))?)))
}

impl Toolchain {
    /// A program of the toolchain, to run in a folder of the repository.
    fn call(&self, workspace: &Workspace, folder: &Path, program: &str) -> Call {
        match self {
            Self::OnPath => workspace.call(program).at(folder),
            Self::Kept(root) => in_namespace(root, "ENTER", ENTER)
                .args([folder, &workspace.root, &workspace.target])
                .args(["--", program])
                .env("PATH", PATH)
                .env("HOME", "/root"),
        }
    }
}

/// A shell script whose mounts, and whose children, end with it.
fn in_namespace(root: &Path, name: &str, script: &str) -> Call {
    let unshare = Call::new("unshare", Path::new("/")).args(tool::NAMESPACE);
    unshare.args([script, name]).arg(root)
}

/// The first number after "Swift version": `Apple Swift version 6.1.2` has others before it.
fn version(text: &str) -> u64 {
    text.split_once("Swift version ").map_or(0, |(_, rest)| first_number(rest))
}

/// The user's cache folder. What is kept there can be deleted at any time.
fn cache() -> Result<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let home = || named("HOME").map(|home| Path::new(&home).join(".cache"));
    let cache = named("XDG_CACHE_HOME").map(PathBuf::from).or_else(home);
    cache.context("find the cache folder: neither XDG_CACHE_HOME nor HOME is set")
}

/// The release in this folder, set up if it is not. A set-up that was interrupted has left its
/// folder under another name, and is started over.
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
    say(&format!("      setting up Swift once, 2.6 GB, two minutes: {}", folder.display()));
    let begun = Instant::now();
    let script = format!(". /etc/os-release{MIRROR}{SET_UP}");
    in_namespace(&unfinished, "SET_UP", &script)
        .arg(RELEASE)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .downloading()
        .check("set up a Debian release with Swift")?;
    say(&format!("      Swift is set up, in {} s", begun.elapsed().as_secs()));
    fs::rename(&unfinished, &kept).context("keep the Debian release with Swift")?;
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_swifts_own_and_not_its_drivers() {
        let apple = "swift-driver version: 1.115 Apple Swift version 6.0.3 (swiftlang-6.0.3)";
        assert_eq!(version(apple), 6);
        assert_eq!(version("Swift version 5.10.1 (swift-5.10.1-RELEASE)"), 5);
    }

    #[test]
    fn the_mirror_is_that_of_exactly_this_release_and_a_list_is_followed_to_its_first() {
        let list = tempfile::NamedTempFile::new().unwrap();
        fs::write(list.path(), "# mirrors\n\nhttps://one.example/debian\tpriority:1\nhttp://two\n")
            .unwrap();
        let of_list = format!("mirror+file:{}/", list.path().display());
        for (source, mirror) in [
            ("http://plain.example/debian/", Some("http://plain.example/debian/\n")),
            (&of_list, Some("https://one.example/debian\n")),
            ("", None),
        ] {
            let targets = format!(
                "https://vendor.example/apt/ cloud-bookworm\nhttp://plain.example/debian-security/ \
                 bookworm-security\n{source} bookworm\n"
            );
            let folder = tempfile::tempdir().unwrap();
            let fake = folder.path().join("apt-get");
            fs::write(&fake, "#!/bin/sh\n[ $1 = update ] || echo \"$targets\"\n").unwrap();
            assert!(Call::new("chmod", folder.path()).arg("+x").arg(fake).succeeds());
            let script = format!(
                "PATH={}:$PATH VERSION_CODENAME=bookworm{MIRROR}echo \"$mirror\"",
                folder.path().display()
            );
            let call = Call::new("sh", Path::new("/")).env("targets", targets);
            assert_eq!(call.args(["-euc", &script]).answer().ok().as_deref(), mirror);
        }
    }

    #[test]
    fn a_release_that_is_there_is_not_set_up_again() {
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("swift-trixie");
        fs::create_dir_all(&kept).unwrap();
        assert_eq!(set_up_once(folder.path()).unwrap(), kept);
    }

    #[test]
    fn the_summary_is_read_with_the_tests_that_failed() {
        let good = "✔ Test \"it holds\" passed after 0.001 seconds.\n\
                    ✔ Test run with 12 tests passed after 0.5 seconds.\n";
        assert_eq!(count(good), Tally { passed: 12, failed: 0, skipped: 0 });
        let bad = "✘ Test \"it holds\" recorded an issue at A.swift:3:5: Expectation failed\n\
                   ✘ Test \"it holds\" failed after 0.001 seconds with 1 issue.\n\
                   ✘ Test run with 12 tests failed after 0.5 seconds with 1 issue.\n";
        assert_eq!(count(bad), Tally { passed: 11, failed: 1, skipped: 0 });
        assert_eq!(count("error: cannot find 'x' in scope"), Tally::default());
    }
}

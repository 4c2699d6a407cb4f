//! Programs that parts need, how to see whether they are here, and what installs them.

use crate::call::Call;
use crate::report::say;
use std::path::Path;

/// A program that a part needs.
#[derive(Clone, Copy)]
pub struct Tool {
    name: &'static str,
    /// A line for the shell that succeeds if the program is here.
    probe: &'static str,
    source: Source,
}

/// Where a program comes from.
#[derive(Clone, Copy)]
enum Source {
    /// A component of the Rust toolchain.
    Rustup(&'static str),
    /// Packages of Debian, separated by spaces.
    Debian(&'static str),
    /// Nothing to install: whoever started this machine grants it, in these words.
    Right(&'static str),
}

use Source::{Debian, Right, Rustup};

pub const RUSTFMT: Tool = tool("rustfmt", "cargo fmt --version", Rustup("rustfmt"));
pub const CLIPPY: Tool = tool("clippy", "cargo clippy --version", Rustup("clippy"));
/// Builds SQLite, ring and zstd.
pub const C_COMPILER: Tool = tool("a C compiler", "cc --version", Debian("gcc libc6-dev"));
/// The Android tools ask for 17.
pub const JDK: Tool = tool("a JDK 17", HAS_JDK, Debian("default-jdk-headless"));
const HAS_JDK: &str = "test \"$(javac -version 2>&1 | sed 's/[^0-9]*\\([0-9]*\\).*/\\1/')\" -ge 17";
/// PyJWT is put into an environment of its own.
pub const PYTHON: Tool =
    tool("Python", "python3 -c 'import ensurepip, venv'", Debian("python3 python3-venv"));
/// Serves a published register as its publisher would.
pub const NGINX: Tool =
    tool("nginx", "PATH=$PATH:/usr/sbin command -v nginx", Debian("nginx-light"));
pub const NODE: Tool = tool("Node.js", "npm --version", Debian("nodejs npm"));
pub const MAVEN: Tool = tool("Maven", "mvn --version", Debian("maven"));
/// The desktop's Compose draws with these on Linux; other systems have them.
pub const DRAWING: Tool =
    tool("what Compose draws with", DRAWS, Debian("libgl1 libx11-6 libfontconfig1 fontconfig"));
const DRAWS: &str = "test $(uname) != Linux && exit; \
    command -v fc-list || exit 1; all=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p); \
    for name in libGL.so.1 libX11.so.6 libfontconfig.so.1; do \
    case $all in *$name*) ;; *) exit 1 ;; esac; done";
/// The screens' Chinese, in the shapes of the mainland.
pub const CHINESE_FONT: Tool = tool(
    "a Chinese font",
    "test $(uname) != Linux || fc-list | grep -q 'Noto Sans CJK SC'",
    Debian("fonts-noto-cjk"),
);
pub const LATIN_FONT: Tool = tool(
    "the font Roboto",
    "test $(uname) != Linux || fc-list | grep -q Roboto",
    Debian("fonts-roboto-unhinted"),
);
/// Opens the app in a window; pictures do without.
pub const WINDOWS: Tool = tool("a Java with windows", HAS_WINDOWS, Debian("default-jre"));
const HAS_WINDOWS: &str = "home=$(java -XshowSettings:properties -version 2>&1 \
    | sed -n 's/.*java.home = //p'); test -e \"$home/lib/libawt_xawt.so\"";
/// A display that nobody sees, for the journeys in the real window.
pub const XVFB: Tool = tool("Xvfb", "command -v Xvfb", Debian("xvfb"));
pub const DEBOOTSTRAP: Tool = tool("debootstrap", "debootstrap --version", Debian("debootstrap"));
/// A shell whose mounts, and whose children, end with it.
pub const NAMESPACE: &[&str] =
    &["--mount", "--pid", "--fork", "--kill-child", "--propagation", "private", "sh", "-euc"];
/// Root in a container has the packages, but seldom this. The probe mounts what Swift needs.
pub const MOUNTING: Tool = tool("the right to mount", MOUNTS, Right(GRANT));
const MOUNTS: &str = "unshare --mount --pid --fork --kill-child --propagation private sh -euc \
    'mount -t proc proc /proc'";
const GRANT: &str = "in a container `--cap-add SYS_ADMIN --security-opt apparmor=unconfined`, or \
    else `swift` on PATH";

const fn tool(name: &'static str, probe: &'static str, source: Source) -> Tool {
    Tool { name, probe, source }
}

/// Makes sure of these programs, installing what this machine lets it install; what is still
/// missing comes back as one line that says how to install it.
pub fn missing(tools: &[Tool]) -> Option<String> {
    let lacking: Vec<&Tool> = tools.iter().filter(|tool| !tool.is_here()).collect();
    lacking.iter().for_each(|tool| tool.install());
    let still = lacking.iter().filter(|tool| !tool.is_here()).map(|tool| tool.advice());
    let still: Vec<String> = still.collect();
    (!still.is_empty()).then(|| still.join("; "))
}

impl Tool {
    fn is_here(&self) -> bool {
        shell(self.probe).succeeds()
    }

    fn advice(&self) -> String {
        let way = match self.source {
            Rustup(component) => format!("`rustup component add {component}`"),
            Debian(packages) => format!("`sudo apt-get install {packages}` on Debian"),
            Right(words) => words.to_owned(),
        };
        format!("{} is needed: {way}", self.name)
    }

    /// Tries what this machine allows; the probe afterwards tells whether it helped.
    fn install(&self) {
        match self.source {
            Rustup(component) => {
                attempt(&format!("rustup component add {component}"));
            }
            Debian(packages) if is_root_on_debian() => {
                let line = format!("apt-get install -y --no-install-recommends {packages}");
                // The list of packages is fetched only if it does not have these.
                if !attempt(&line) && attempt("apt-get update") {
                    attempt(&line);
                }
            }
            Debian(_) | Right(_) => {}
        }
    }
}

fn attempt(line: &str) -> bool {
    say(&format!("      installing what is missing: {line}"));
    shell(line).env("DEBIAN_FRONTEND", "noninteractive").downloading().succeeds()
}

/// Whether packages can be installed here without asking.
pub fn is_root_on_debian() -> bool {
    Path::new("/etc/debian_version").exists() && shell("test $(id -u) = 0").succeeds()
}

fn shell(line: &str) -> Call {
    Call::new("sh", Path::new(".")).args(["-c", line])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_comes_with_the_command_that_installs_it() {
        let absent = tool("a moon", "no-such-program", Debian("moon stars"));
        assert!(!absent.is_here());
        let advice = absent.advice();
        assert_eq!(advice, "a moon is needed: `sudo apt-get install moon stars` on Debian");
    }

    #[test]
    fn a_right_that_is_missing_is_asked_for_and_not_installed() {
        let line = missing(&[Tool { probe: "false", ..MOUNTING }]).unwrap();
        assert!(line.starts_with("the right to mount is needed: "), "{line}");
        assert!(line.contains("SYS_ADMIN") && !line.contains("apt-get"), "{line}");
    }

    #[test]
    fn the_right_is_probed_as_it_is_used() {
        assert!(MOUNTS.starts_with(&format!("unshare {} ", NAMESPACE.join(" "))));
    }

    #[test]
    fn an_old_jdk_does_not_count_as_here() {
        for (version, fits) in [("17.0.15", true), ("21", true), ("11.0.2", false), ("", false)] {
            let probe = HAS_JDK.replace("javac -version", &format!("echo javac {version}"));
            assert_eq!(shell(&probe).succeeds(), fits, "{version}");
        }
    }
}

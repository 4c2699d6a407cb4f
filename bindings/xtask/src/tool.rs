//! Programs that parts need, how to see whether they are here, and what installs them.

use crate::call::Call;
use crate::report::say;
use std::path::Path;

/// A program that a part needs.
pub struct Tool {
    name: &'static str,
    probe: &'static [&'static str],
    /// The least version that will do, found in what the probe says; 0 for any.
    least: u64,
    source: Source,
}

/// Where a program comes from.
enum Source {
    /// A component of the Rust toolchain.
    Rustup(&'static str),
    /// Packages of Debian.
    Debian(&'static [&'static str]),
    /// Nothing to install: whoever started this machine grants it, in these words.
    Right(&'static str),
}

/// Formats Rust.
pub const RUSTFMT: Tool =
    tool("rustfmt", &["cargo", "fmt", "--version"], Source::Rustup("rustfmt"));
/// Lints Rust.
pub const CLIPPY: Tool = tool("clippy", &["cargo", "clippy", "-V"], Source::Rustup("clippy"));
/// Builds SQLite, ring and zstd.
pub const C_COMPILER: Tool =
    tool("a C compiler", &["cc", "--version"], Source::Debian(&["gcc", "libc6-dev"]));
/// Builds and tests the Kotlin.
pub const MAVEN: Tool = tool("Maven", &["mvn", "--version"], Source::Debian(&["maven"]));
/// Compiles and runs the Kotlin; the Android tools ask for 17.
pub const JDK: Tool = Tool {
    least: 17,
    ..tool("a JDK", &["javac", "-version"], Source::Debian(&["default-jdk-headless"]))
};

/// What the desktop's Compose draws with on Linux; other systems have it.
pub const DRAWING: Tool = tool(
    "what Compose draws with",
    &["sh", "-c", DRAWS],
    Source::Debian(&["libgl1", "libx11-6", "libfontconfig1", "fontconfig"]),
);
const DRAWS: &str = "test $(uname) != Linux && exit; \
    command -v fc-list >/dev/null || exit 1; all=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p); \
    for name in libGL.so.1 libX11.so.6 libfontconfig.so.1; do \
    case $all in *$name*) ;; *) exit 1 ;; esac; done";
/// The screens' Chinese, in the shapes of the mainland.
pub const CHINESE_FONT: Tool = tool(
    "a Chinese font",
    &["sh", "-c", "test $(uname) != Linux || fc-list | grep -q 'Noto Sans CJK SC'"],
    Source::Debian(&["fonts-noto-cjk"]),
);
/// The screens' Latin letters.
pub const LATIN_FONT: Tool = tool(
    "the font Roboto",
    &["sh", "-c", "test $(uname) != Linux || fc-list | grep -q Roboto"],
    Source::Debian(&["fonts-roboto-unhinted"]),
);
/// What opens the app in a window; pictures do without.
pub const WINDOWS: Tool =
    tool("a Java with windows", &["sh", "-c", HAS_WINDOWS], Source::Debian(&["default-jre"]));
const HAS_WINDOWS: &str = "home=$(java -XshowSettings:properties -version 2>&1 \
    | sed -n 's/.*java.home = //p'); test -e \"$home/lib/libawt_xawt.so\"";
/// What the journeys in the real window take: a display that nobody sees.
pub const JOURNEYS: &[Tool] =
    &[tool("Xvfb", &["sh", "-c", "command -v Xvfb"], Source::Debian(&["xvfb"])), WINDOWS];
/// Sets up a Debian release in a folder.
pub const DEBOOTSTRAP: Tool =
    tool("debootstrap", &["debootstrap", "--version"], Source::Debian(&["debootstrap"]));
/// A shell whose mounts, and whose children, end with it.
pub const SHELL_APART: &[&str] =
    &["--mount", "--pid", "--fork", "--kill-child", "--propagation", "private", "sh", "-euc"];
/// Root in a container has the packages, but seldom this. The probe mounts what Swift needs.
pub const MOUNTING: Tool = tool(
    "the right to mount",
    &["sh", "-c", MOUNTS],
    Source::Right(
        "in a container `--cap-add SYS_ADMIN --security-opt apparmor=unconfined`, or else \
         `swift` on PATH",
    ),
);
const MOUNTS: &str = "unshare --mount --pid --fork --kill-child --propagation private sh -euc \
    'mount -t proc proc /proc'";

const fn tool(name: &'static str, probe: &'static [&'static str], source: Source) -> Tool {
    Tool { name, probe, least: 0, source }
}

/// Makes sure of these programs, installing what this machine lets it install; what is still
/// missing comes back as one line that says how to install it.
pub fn missing(tools: &[Tool]) -> Option<String> {
    let lacking: Vec<&Tool> = tools.iter().filter(|tool| !tool.is_here()).collect();
    for tool in &lacking {
        tool.install();
    }
    let still: Vec<String> =
        lacking.iter().filter(|tool| !tool.is_here()).map(|tool| tool.advice()).collect();
    if still.is_empty() { None } else { Some(still.join("; ")) }
}

impl Tool {
    fn is_here(&self) -> bool {
        let Some((program, words)) = self.probe.split_first() else {
            return false;
        };
        Call::new(program.into(), Path::new(".")).args(words).run().is_ok_and(|ended| {
            ended.success && (self.least == 0 || first_number(&ended.text) >= self.least)
        })
    }

    fn advice(&self) -> String {
        let version = if self.least == 0 { String::new() } else { format!(" {}", self.least) };
        let way = match self.source {
            Source::Rustup(component) => format!("`rustup component add {component}`"),
            Source::Debian(packages) => {
                format!("`sudo apt-get install {}` on Debian", packages.join(" "))
            }
            Source::Right(words) => words.to_owned(),
        };
        format!("{}{version} is needed: {way}", self.name)
    }

    /// Tries what this machine allows; the probe afterwards tells whether it helped.
    fn install(&self) {
        match self.source {
            Source::Rustup(component) => {
                attempt(&["rustup", "component", "add", component]);
            }
            Source::Debian(packages) if is_root_on_debian() => {
                let mut words = vec!["apt-get", "install", "-y", "--no-install-recommends"];
                words.extend(packages);
                // The list of packages is fetched only when it does not have these.
                if !attempt(&words) && attempt(&["apt-get", "update"]) {
                    attempt(&words);
                }
            }
            Source::Debian(_) | Source::Right(_) => {}
        }
    }
}

fn attempt(words: &[&str]) -> bool {
    let Some((program, rest)) = words.split_first() else {
        return false;
    };
    say(&format!("      installing what is missing: {}", words.join(" ")));
    Call::new(program.into(), Path::new("."))
        .args(rest)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .downloading()
        .run()
        .is_ok_and(|ended| ended.success)
}

/// Whether packages can be installed here without asking.
pub fn is_root_on_debian() -> bool {
    let user = Call::new("id".into(), Path::new(".")).args(["-u"]).run();
    Path::new("/etc/debian_version").exists() && user.is_ok_and(|ended| ended.text.trim() == "0")
}

/// The first number in a text such as `javac 17.0.15`.
pub fn first_number(text: &str) -> u64 {
    text.split(|character: char| !character.is_ascii_digit())
        .find(|piece| !piece.is_empty())
        .and_then(|piece| piece.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABSENT: Tool =
        Tool { name: "a moon", probe: &["no-such-program"], least: 17, source: NOWHERE };
    const NOWHERE: Source = Source::Debian(&["moon", "stars"]);

    #[test]
    fn what_is_missing_comes_with_the_command_that_installs_it() {
        assert!(!ABSENT.is_here());
        let advice = ABSENT.advice();
        assert_eq!(advice, "a moon 17 is needed: `sudo apt-get install moon stars` on Debian");
    }

    #[test]
    fn a_right_that_is_missing_is_asked_for_and_not_installed() {
        let advice = Tool { probe: &["false"], ..MOUNTING }.advice();
        assert!(advice.starts_with("the right to mount is needed: "), "{advice}");
        assert!(advice.contains("SYS_ADMIN") && !advice.contains("apt-get"), "{advice}");
    }

    #[test]
    fn the_right_is_probed_as_it_is_used() {
        assert!(MOUNTS.starts_with(&format!("unshare {} ", SHELL_APART.join(" "))));
    }

    #[test]
    fn a_version_is_read_from_what_the_program_says() {
        assert_eq!(first_number("javac 17.0.15\n"), 17);
        assert_eq!(first_number("no number"), 0);
    }

    #[test]
    fn an_old_version_does_not_count_as_here() {
        let old = Tool { least: 9_999, ..tool("echo", &["echo", "echo 12.1"], NOWHERE) };
        assert!(!old.is_here());
        assert!(tool("echo", &["echo", "12"], NOWHERE).is_here());
    }
}

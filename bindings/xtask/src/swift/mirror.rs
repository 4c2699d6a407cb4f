//! The mirror that this machine takes Debian from, read from apt's own sources.

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The start of an address that names a list of mirrors on this machine.
const LIST: &str = "mirror+file:";

/// Whether this is Debian itself: the mirrors of its descendants do not have its releases.
pub fn is_debian() -> Result<bool> {
    Ok(field(&release()?, "ID=").is_some_and(|id| id == "debian"))
}

/// The mirror of this machine's own release: no host is written down in this project.
pub fn of_this_machine() -> Result<String> {
    let codename =
        field(&release()?, "VERSION_CODENAME=").context("find this Debian's codename")?;
    let found = sources(Path::new("/etc/apt")).iter().find_map(|text| among(text, &codename));
    let found = found.with_context(|| format!("find a mirror of {codename} in apt's sources"))?;
    followed(found)
}

fn release() -> Result<String> {
    fs::read_to_string("/etc/os-release").context("read /etc/os-release")
}

/// The mirror itself, where the sources name a list of them: images for clouds do.
fn followed(uri: String) -> Result<String> {
    let Some(path) = uri.strip_prefix(LIST) else {
        return Ok(uri);
    };
    // `mirror+file:/etc/…` and `mirror+file:///etc/…` are the same file.
    let path = path.strip_prefix("//").unwrap_or(path);
    let list = fs::read_to_string(path).with_context(|| format!("read the mirrors in {path}"))?;
    first(&list).with_context(|| format!("find a mirror in {path}"))
}

/// The first address of a list; what follows it on its line is its rank.
fn first(list: &str) -> Option<String> {
    let mut words = list.lines().filter_map(|line| line.split_whitespace().next());
    words.find(|word| !word.starts_with('#')).map(str::to_owned)
}

fn field(text: &str, name: &str) -> Option<String> {
    let value = text.lines().find_map(|line| line.strip_prefix(name))?;
    Some(value.trim_matches('"').to_owned())
}

/// Every file of sources, the main one first.
fn sources(folder: &Path) -> Vec<String> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder.join("sources.list.d"))
        .map(|entries| entries.filter_map(|entry| Some(entry.ok()?.path())).collect())
        .unwrap_or_default();
    paths.sort();
    paths.insert(0, folder.join("sources.list"));
    paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}

/// The mirror of exactly this release: a security archive or a vendor's has another suite.
fn among(text: &str, codename: &str) -> Option<String> {
    in_lines(text, codename).or_else(|| text.split("\n\n").find_map(|one| in_stanza(one, codename)))
}

/// `deb [signed-by=…] http://mirror/debian bookworm main`
fn in_lines(text: &str, codename: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let mut words = line.split_whitespace().skip_while(|word| *word != "deb").skip(1);
        let mut uri = words.next()?;
        if uri.starts_with('[') {
            while !uri.ends_with(']') {
                uri = words.next()?;
            }
            uri = words.next()?;
        }
        let suits = words.next() == Some(codename) && line.trim_start().starts_with("deb ");
        suits.then(|| uri.to_owned())
    })
}

/// `URIs: http://mirror/debian` above `Suites: bookworm bookworm-updates`.
fn in_stanza(stanza: &str, codename: &str) -> Option<String> {
    let values = |name: &str| {
        let line = stanza.lines().find_map(|line| line.strip_prefix(name));
        line.map(|line| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    };
    let suits = values("Suites:")?.iter().any(|suite| suite == codename);
    let binary = values("Types:").is_none_or(|types| types.iter().any(|one| one == "deb"));
    if suits && binary { values("URIs:")?.into_iter().next() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mirror_is_read_from_stanzas() {
        let text = "Types: deb\n# a note\nURIs: http://mirror.example/debian\nSuites: bookworm \
                    bookworm-updates\nComponents: main\n\nTypes: deb\nURIs: \
                    http://mirror.example/debian-security\nSuites: bookworm-security\n";
        assert_eq!(among(text, "bookworm").unwrap(), "http://mirror.example/debian");
        assert_eq!(among(text, "trixie"), None);
    }

    #[test]
    fn a_mirror_is_read_from_lines_and_a_vendors_is_passed_over() {
        let text = "# deb http://off.example/debian bookworm main\n\
                    deb https://vendor.example/apt cloud-bookworm main\n\
                    deb-src http://source.example/debian bookworm main\n\
                    deb [arch=amd64 signed-by=/k.gpg] http://mirror.example/debian bookworm main\n";
        assert_eq!(among(text, "bookworm").unwrap(), "http://mirror.example/debian");
    }

    #[test]
    fn a_list_of_mirrors_is_followed_to_its_first() {
        let path = std::env::temp_dir().join(format!("standing-mirrors-{}", std::process::id()));
        fs::write(&path, "# mirrors\n\nhttps://one.example/debian\tpriority:1\nhttp://two\n")
            .unwrap();
        for slashes in ["", "//"] {
            let uri = format!("{LIST}{slashes}{}", path.display());
            assert_eq!(followed(uri).unwrap(), "https://one.example/debian");
        }
        fs::write(&path, "# none\n").unwrap();
        assert!(followed(format!("{LIST}{}", path.display())).is_err());
        fs::remove_file(&path).unwrap();
        assert_eq!(followed("http://plain.example".to_owned()).unwrap(), "http://plain.example");
    }

    #[test]
    fn the_codename_is_read_with_and_without_quotes() {
        let text = "ID=debian\nVERSION_CODENAME=bookworm\n";
        assert_eq!(field(text, "VERSION_CODENAME=").unwrap(), "bookworm");
        assert_eq!(field("VERSION_CODENAME=\"sid\"", "VERSION_CODENAME=").unwrap(), "sid");
    }
}

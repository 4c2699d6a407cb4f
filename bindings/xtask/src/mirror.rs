//! The mirror that this machine takes Debian from: no host is written down in this project.

use crate::call::Call;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The start of an address that names a list of mirrors on this machine.
const LIST: &str = "mirror+file:";

/// Whether this is Debian itself: the mirrors of its descendants do not have its releases.
pub fn is_debian() -> Result<bool> {
    Ok(field(&release()?, "ID=").is_some_and(|id| id == "debian"))
}

/// The mirror of this machine's own release. A security archive, or a vendor's, has another.
pub fn of_this_machine() -> Result<String> {
    let codename =
        field(&release()?, "VERSION_CODENAME=").context("find this Debian's codename")?;
    let found = match mirror_of(&codename)? {
        // apt knows its sources, in all their forms, once it has fetched their lists.
        None => {
            Call::new("apt-get", Path::new("/")).arg("update").check("read apt's sources")?;
            mirror_of(&codename)?
        }
        found => found,
    };
    followed(&found.with_context(|| format!("find a mirror of {codename} in apt's sources"))?)
}

fn mirror_of(codename: &str) -> Result<Option<String>> {
    let targets = Call::new("apt-get", Path::new("/"))
        .args(["indextargets", "--format", "$(REPO_URI) $(RELEASE)"])
        .answer()?;
    Ok(among(&targets, codename).map(str::to_owned))
}

fn among<'a>(targets: &'a str, codename: &str) -> Option<&'a str> {
    let mut pairs = targets.lines().filter_map(|line| line.rsplit_once(' '));
    pairs.find(|(_, release)| *release == codename).map(|(uri, _)| uri)
}

fn release() -> Result<String> {
    fs::read_to_string("/etc/os-release").context("read /etc/os-release")
}

fn field(text: &str, name: &str) -> Option<String> {
    let value = text.lines().find_map(|line| line.strip_prefix(name))?;
    Some(value.trim_matches('"').to_owned())
}

/// The mirror itself, where the sources name a list of them: images for clouds do.
fn followed(uri: &str) -> Result<String> {
    let Some(path) = uri.strip_prefix(LIST) else {
        return Ok(uri.to_owned());
    };
    // `mirror+file:/etc/…` and `mirror+file:///etc/…` are the same file.
    let path = path.strip_prefix("//").unwrap_or(path).trim_end_matches('/');
    let list = fs::read_to_string(path).with_context(|| format!("read the mirrors in {path}"))?;
    // What follows an address on its line is its rank.
    let mut words = list.lines().filter_map(|line| line.split_whitespace().next());
    let first = words.find(|word| !word.starts_with('#'));
    first.map(str::to_owned).with_context(|| format!("find a mirror in {path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mirror_is_that_of_exactly_this_release() {
        let targets = "https://vendor.example/apt/ cloud-bookworm\n\
                       http://mirror.example/debian-security/ bookworm-security\n\
                       http://mirror.example/debian/ bookworm\n";
        assert_eq!(among(targets, "bookworm").unwrap(), "http://mirror.example/debian/");
        assert_eq!(among(targets, "trixie"), None);
    }

    #[test]
    fn a_list_of_mirrors_is_followed_to_its_first() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let path = file.path();
        fs::write(path, "# mirrors\n\nhttps://one.example/debian\tpriority:1\nhttp://two\n")
            .unwrap();
        for uri in [format!("{LIST}{}", path.display()), format!("{LIST}//{}/", path.display())] {
            assert_eq!(followed(&uri).unwrap(), "https://one.example/debian");
        }
        fs::write(path, "# none\n").unwrap();
        assert!(followed(&format!("{LIST}{}", path.display())).is_err());
        assert_eq!(followed("http://plain.example").unwrap(), "http://plain.example");
    }

    #[test]
    fn the_codename_is_read_with_and_without_quotes() {
        let text = "ID=debian\nVERSION_CODENAME=bookworm\n";
        assert_eq!(field(text, "VERSION_CODENAME=").unwrap(), "bookworm");
        assert_eq!(field("VERSION_CODENAME=\"sid\"", "VERSION_CODENAME=").unwrap(), "sid");
    }
}

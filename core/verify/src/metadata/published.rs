//! The names under which a repository publishes what is kept of it.

use super::MetadataError;
use super::state::version;
use standing_model::ids::Hash;

/// The name below `metadata/` of a file of [`super::MetadataState`]: roots by their versions, the
/// snapshot and the top-level targets as well, the rest as it is kept.
pub fn name(kept: &str, bytes: &[u8]) -> Result<String, MetadataError> {
    Ok(match kept.strip_prefix("root_history/") {
        Some(root) => root.to_owned(),
        None if matches!(kept, "snapshot.json" | "targets.json") => {
            format!("{}.{kept}", version(bytes)?)
        }
        None => kept.to_owned(),
    })
}

/// The address of a target, its hash in its name.
pub fn address(path: &str, bytes: &[u8]) -> String {
    let hex = Hash::of(bytes).to_hex();
    match path.rsplit_once('/') {
        Some((folder, name)) => format!("targets/{folder}/{hex}.{name}"),
        None => format!("targets/{hex}.{path}"),
    }
}

//! The keys of a role: each counts once, and a change of them begins a new history.

use std::collections::{BTreeMap, BTreeSet};

use sigstore_tuf::{Delegations, Key, Metadata, RoleKeys, Root};

use super::MetadataError;
use standing_model::ids::Hash;

/// Names a role's set of keys and its threshold.
///
/// # Errors
/// [`MetadataError::DuplicateKey`] if one key has two ids: it would be counted twice, and meet a
/// threshold of two alone.
pub(super) fn of_role(
    role: &str,
    keys: &BTreeMap<String, Key>,
    role_keys: &RoleKeys,
) -> Result<Hash, MetadataError> {
    let ids: BTreeSet<&String> = role_keys.keyids.iter().collect();
    let mut public: Vec<String> = ids
        .into_iter()
        .filter_map(|id| keys.get(id))
        .map(|key| key.keyval.public.to_ascii_lowercase())
        .collect();
    public.sort_unstable();
    if public.windows(2).any(|pair| matches!(pair, [a, b] if a == b)) {
        return Err(MetadataError::DuplicateKey(role.to_owned()));
    }
    public.push(role_keys.threshold.to_string());
    Ok(Hash::of(public.join("\n").as_bytes()))
}

/// Checks every role of a root file.
///
/// # Errors
/// [`MetadataError::DuplicateKey`]; [`MetadataError::Malformed`] if it is no root.
pub(super) fn check_root(bytes: &[u8]) -> Result<(), MetadataError> {
    let root = Metadata::<Root>::from_slice(bytes)?.into_signed();
    root.roles.iter().try_for_each(|(name, keys)| of_role(name, &root.keys, keys).map(drop))
}

/// The keys of a delegated role; none if nobody delegates to it.
///
/// # Errors
/// [`MetadataError::DuplicateKey`].
pub(super) fn of_delegated(
    role: &str,
    delegations: Option<&Delegations>,
) -> Result<Option<Hash>, MetadataError> {
    let Some(delegations) = delegations else { return Ok(None) };
    let found = delegations.roles.iter().find(|one| one.name == role);
    found.map(|found| of_role(role, &delegations.keys, &found.role_keys())).transpose()
}

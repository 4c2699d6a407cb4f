//! The latest time that this phone has reason to believe: its clock, what it wrote down itself, and
//! what was signed for it.

use standing_model::ids::{Issuer, TrustId};
use standing_model::register::RegisterIndex;
use standing_model::time::UnixTime;
use standing_store::{MembershipState, PinnedRoot, StoreError, Tx};

/// The latest time that the phone itself wrote down.
///
/// The day of joining counts only until the first answer: that comes later and is written at each
/// sync, so a clock that stood ahead while joining is not held against the phone for ever.
pub(super) fn noted(tx: &Tx<'_>) -> Result<Option<UnixTime>, StoreError> {
    let mut noted = Vec::new();
    for membership in tx.memberships()? {
        let active = membership.state == MembershipState::Active;
        let head = tx.newest_head(&membership.id)?.filter(|_| active);
        noted.push(head.map_or(membership.joined_at, |head| head.stored_at));
    }
    noted.extend(tx.roots()?.iter().map(|root| root.checked_at));
    noted.extend(tx.newest_access()?.map(|access| access.at));
    Ok(noted.into_iter().max())
}

/// The latest of what was noted and of what one signer, or the roles of its root, signed.
pub(super) fn floor(tx: &Tx<'_>, trust: TrustId, iss: &Issuer) -> Result<UnixTime, StoreError> {
    let root = tx.root(trust)?.map(|root| root.signed_floor);
    let signed = root.max(tx.head_floor(trust, iss)?);
    Ok(signed.max(noted(tx)?).unwrap_or_default())
}

/// The latest time for one register: what the phone noted, and what the roles of its root and the
/// publisher signed. A list's own date counts for that list alone.
pub(super) fn of_register(
    clock: UnixTime,
    noted: Option<UnixTime>,
    root: &PinnedRoot,
    index: &RegisterIndex,
) -> UnixTime {
    let signed = root.signed_floor.max(index.issued_at);
    clock.max(signed).max(noted.unwrap_or_default())
}

//! Who an authority is: as its trust root publishes it, and what it is called where another one has
//! its name, or where several of its residents share this phone.

use super::people::Given;
use super::words::Words;
use standing_model::authority::{self, Authorities, Authority};
use standing_model::time::UnixTime;
use standing_store::{Membership, MembershipState, StoreError, Tx};

/// The authority of a membership, as its trust root publishes it, and when that was checked. One
/// that has a namesake on this phone is called by its name and its `iss` (PROTOCOL §1.4).
pub(super) fn authority_of(
    tx: &Tx<'_>,
    membership: &Membership,
) -> Result<Option<(Authority, UnixTime)>, StoreError> {
    let Some((mut authority, checked_at)) = published(tx, membership)? else { return Ok(None) };
    if has_namesake(tx, membership, &authority)? {
        let Authority { names, iss, .. } = &mut authority;
        names.en = format!("{} ({iss})", names.en);
        names.zh = format!("{}（{iss}）", names.zh);
    }
    Ok(Some((authority, checked_at)))
}

/// The name of a membership's authority for a person who chooses between memberships.
pub(super) fn whose(
    tx: &Tx<'_>,
    membership: &Membership,
    words: Words,
) -> Result<String, StoreError> {
    let known = authority_of(tx, membership)?;
    let name = known.map(|(authority, _)| authority.names.get(words.0));
    with_resident(tx, membership, name.unwrap_or_else(|| membership.iss.to_string()), words)
}

/// An authority's name, with what the person at this phone calls the resident; else with the
/// resident's masked name if several of its residents share this phone.
pub(super) fn with_resident(
    tx: &Tx<'_>,
    membership: &Membership,
    name: String,
    words: Words,
) -> Result<String, StoreError> {
    let beside = |one: &Membership| {
        one.state == MembershipState::Active
            && one.id != membership.id
            && (one.trust, &one.iss) == (membership.trust, &membership.iss)
            && one.sub != membership.sub
    };
    // A phone that lies locked keeps names to itself.
    let given =
        if tx.can_read() { Given::read(tx, &membership.id)?.text(words) } else { String::new() };
    if !given.is_empty() {
        return Ok(format!("{name} · {given}"));
    }
    let hint = membership.hint.as_ref().filter(|_| membership.state == MembershipState::Active);
    Ok(match hint {
        Some(hint) if tx.memberships()?.iter().any(beside) => {
            format!("{name} · {}", hint.get(words.0))
        }
        _ => name,
    })
}

fn has_namesake(
    tx: &Tx<'_>,
    membership: &Membership,
    authority: &Authority,
) -> Result<bool, StoreError> {
    let active = |one: &Membership| one.state == MembershipState::Active;
    for other in tx.memberships()?.iter().filter(|one| active(one) && one.trust != membership.trust)
    {
        let known = published(tx, other)?;
        if known.is_some_and(|(known, _)| known.names.reads_as(&authority.names)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The authority of a membership as its trust root publishes it, word for word.
fn published(
    tx: &Tx<'_>,
    membership: &Membership,
) -> Result<Option<(Authority, UnixTime)>, StoreError> {
    let Some(bytes) = tx.public_file(membership.trust, authority::PATH)? else { return Ok(None) };
    let Some(root) = tx.root(membership.trust)? else { return Ok(None) };
    let known = Authorities::read(&bytes).ok();
    let found = known.and_then(|known| known.find(&membership.iss).cloned());
    Ok(found.map(|authority| (authority, root.checked_at)))
}

//! Names that read alike under two roots. Both may be true: the person sees both and decides
//! (PROTOCOL §1.4).

use standing_model::authority::Authority;
use standing_model::ids::{Issuer, TrustId};
use standing_store::{StoreError, Tx};

/// The name under which a phone keeps which names of a root the person has kept beside others.
const KEPT: &str = "namesakes.json";

/// An authority and the root that it is named under.
type Named = (TrustId, Issuer);

/// Two authorities whose names read alike, in no order.
pub(super) type Pair = [Named; 2];

/// An authority whose name reads as one that this phone holds under another root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Namesake {
    /// The one that is offered.
    pub offered: Authority,
    /// The root that it is offered under.
    pub offered_under: TrustId,
    /// The one that this phone holds.
    pub held: Authority,
    /// The root that it is held under.
    pub held_under: TrustId,
}

impl Namesake {
    pub(super) fn pair(&self) -> Pair {
        let mut pair = [
            (self.offered_under, self.offered.iss.clone()),
            (self.held_under, self.held.iss.clone()),
        ];
        pair.sort();
        pair
    }
}

/// The pairs that the person kept when joining under this root.
pub(super) fn kept(tx: &Tx<'_>, trust: TrustId) -> Result<Vec<Pair>, StoreError> {
    let file = tx.public_file(trust, KEPT)?;
    // What this phone wrote. Where it cannot be read, the person is asked again.
    Ok(file.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
}

/// Keeps both names of each of these.
pub(super) fn keep(tx: &Tx<'_>, trust: TrustId, both: &[Namesake]) -> Result<(), StoreError> {
    if both.is_empty() {
        return Ok(());
    }
    let mut pairs = kept(tx, trust)?;
    pairs.extend(both.iter().map(Namesake::pair));
    pairs.sort();
    pairs.dedup();
    tx.put_public_file(trust, KEPT, &serde_json::to_vec(&pairs).unwrap_or_default())
}

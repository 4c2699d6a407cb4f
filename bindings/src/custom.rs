//! Identifiers, which are strings on the other side.
//!
//! Reading one never fails here: UniFFI would throw an exception without a type. The use case that
//! gets an identifier looks it up, and throws `NotFound` for one that does not exist.

use standing_app::ids::MembershipId;

uniffi::custom_type!(
    MembershipId,
    String,
    {
        remote,
        lower: |id| id.0,
        try_lift: |text| Ok(MembershipId(text)),
    }
);

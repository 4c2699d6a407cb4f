//! When a listing holds, and what a list says of a code.

use super::State;
use super::freshness::Published;
use standing_model::listing::Listing;
use standing_model::register::{Lister, Office};
use standing_model::time::Date;

/// Why a listing is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotShown {
    /// The publisher does not grant this list, or this office, to its lister now.
    NotGranted,
    /// It is repaired, ended, or past its last day by the later clock.
    Over,
    /// Its first day has not come, by the earlier clock.
    NotYet,
}

/// The office of a listing that is shown: a listing ends if either clock says so, and only what
/// the publisher grants now counts, whatever was taken before. `today` is by the later of the
/// clock and the newest signed time, `wall` by the clock alone.
///
/// # Errors
/// [`NotShown`].
pub fn shown<'a>(
    listing: &Listing,
    lister: &'a Lister,
    today: Date,
    wall: Date,
) -> Result<&'a Office, NotShown> {
    let office = lister.office(&listing.office);
    let granted = office.filter(|_| lister.may_list(listing.list_type, &listing.office));
    let office = granted.ok_or(NotShown::NotGranted)?;
    if listing.is_over_on(today) {
        Err(NotShown::Over)
    } else if listing.publish_from > today.min(wall) {
        Err(NotShown::NotYet)
    } else {
        Ok(office)
    }
}

/// The listings of one code in one list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Bad ones.
    pub black: usize,
    /// Good ones.
    pub red: usize,
}

/// What one list says of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfList {
    /// The list is not here, or not in date; these were in it.
    NotInDate(Count),
    /// It covers nothing that it names, and has none.
    NothingCovered,
    /// It has none among what it covers.
    None,
    /// It has these; `covers` says whether it names what it covers.
    Listed {
        /// How many.
        count: Count,
        /// Whether the publisher says what the list covers.
        covers: bool,
    },
}

/// What one list says of a code that has `count` listings in it; `list` is none if it is not here.
#[must_use]
pub const fn of_list(lister: &Lister, list: Option<Published>, count: Count) -> OfList {
    let covers = !lister.coverage.is_empty();
    match list {
        Some(Published::InDate) => {}
        Some(Published::Due | Published::Expired) | None => return OfList::NotInDate(count),
    }
    match (count.black + count.red, covers) {
        (0, false) => OfList::NothingCovered,
        (0, true) => OfList::None,
        (_, covers) => OfList::Listed { count, covers },
    }
}

impl OfList {
    /// How sure it is.
    #[must_use]
    pub const fn state(self) -> State {
        match self {
            Self::None | Self::Listed { .. } => State::Holds,
            Self::NotInDate(_) | Self::NothingCovered => State::Unknown,
        }
    }
}

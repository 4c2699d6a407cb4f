//! The registers on this phone, and how old each list of them is.

use crate::view::CheckState;
use crate::view::businesses::ListProof;
use crate::words::Words;
use standing_model::ids::Issuer;
use standing_model::listing::Listing;
use standing_model::time::{UnixTime, ZoneOffset};
use standing_store::{ListRow, RegisterRow};

/// Every register on this phone.
pub(super) struct Shelf {
    pub registers: Vec<Register>,
    pub words: Words,
    /// What the phone's clock says.
    pub wall: UnixTime,
}

/// One register with its lists.
pub(super) struct Register {
    pub row: RegisterRow,
    pub lists: Vec<ListRow>,
    /// The last good refresh, by the phone's clock.
    pub checked_at: UnixTime,
    /// The later of the phone's clock and the newest signed time.
    pub now: UnixTime,
    /// The zone of its days.
    pub zone: ZoneOffset,
}

/// A listing that stands today, and whether its list is in date.
pub(super) struct Standing {
    pub listing: Listing,
    pub in_date: bool,
    pub today: standing_model::time::Date,
}

impl Register {
    /// "Freshness holds only if both agree": past its next update, or past the signatures' end, a
    /// list is too old for a verdict.
    pub fn in_date(&self, list: &ListRow) -> bool {
        self.now < list.index.next_update && self.now <= list.good_until
    }

    pub fn list(&self, iss: &Issuer) -> Option<&ListRow> {
        self.lists.iter().find(|list| list.index.iss == *iss)
    }
}

impl Shelf {
    /// The listings that stand: "a listing ends if either clock says so". Repaired and ended ones
    /// are not shown: "repair = stop publishing".
    pub fn standing(&self, register: &Register, rows: Vec<(Issuer, Listing)>) -> Vec<Standing> {
        let today = register.now.day_in(register.zone);
        let wall = self.wall.day_in(register.zone);
        let mut standing: Vec<Standing> = rows
            .into_iter()
            .filter(|(_, listing)| listing.stands_on(today) && listing.publish_from <= wall)
            .map(|(iss, listing)| Standing {
                in_date: register.list(&iss).is_some_and(|list| register.in_date(list)),
                listing,
                today,
            })
            .collect();
        standing.sort_by(|a, b| {
            let key = |one: &Standing| (one.listing.decision_date, one.listing.list_id.clone());
            key(b).cmp(&key(a))
        });
        standing
    }

    /// What each list that the publisher names rests on.
    pub fn lists(&self, register: &Register) -> Vec<ListProof> {
        let words = self.words;
        let listers = register.row.index.listers.iter();
        let proofs = listers.map(|lister| {
            let authority = lister.names.get(words.0);
            let Some(list) = register.list(&lister.iss) else {
                let args = [("authority", authority.as_str().into())];
                return ListProof {
                    state: CheckState::Unknown,
                    mark: words.say("list-missing", &[]),
                    text: words.say("list-missing-text", &args),
                    authority,
                };
            };
            let (state, mark) = if register.in_date(list) {
                (CheckState::Holds, "list-in-date")
            } else {
                (CheckState::Unknown, "list-too-old")
            };
            let args = [
                ("date", words.date(list.index.issued_at.day_in(register.zone)).into()),
                ("ago", words.ago(register.checked_at, self.wall).into()),
                ("due", words.date(list.index.next_update.day_in(register.zone)).into()),
            ];
            let text = words.say("list-proof", &args);
            ListProof { authority, state, mark: words.say(mark, &[]), text }
        });
        proofs.collect()
    }

    /// "Searched in the register of …, as of …".
    pub fn searched(&self) -> String {
        let words = self.words;
        let said = self.registers.iter().map(|register| {
            let index = &register.row.index;
            let args = [
                ("publisher", index.publisher.get(words.0).into()),
                ("date", words.date(index.issued_at.day_in(register.zone)).into()),
            ];
            words.say("search-register", &args)
        });
        let said: Vec<String> = said.collect();
        words.say("search-searched", &[("registers", words.row(&said).into())])
    }
}

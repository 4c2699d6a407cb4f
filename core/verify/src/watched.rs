//! What changed about a business between two looks at the registers. Nothing of a listing's words
//! is kept: one that has ended is shown nowhere (PROTOCOL §2.2.8).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use standing_model::ids::{Hash, Issuer, TrustId};
use standing_model::listing::{Listing, ListingState};
use standing_model::time::Date;

/// What the registers that a person relies on said of one business.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Its registered name; none if no register had it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered: Option<String>,
    /// Its published listings, by the hash of where each is.
    pub listings: BTreeMap<String, HeldListing>,
}

/// A listing without its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldListing {
    /// Whether it is on a red list, the good one.
    pub red: bool,
    /// The first day on which it is published no longer.
    pub ends_on: Date,
    /// What became of it.
    pub state: ListingState,
    /// Names the business's reply; none if there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<Hash>,
    /// Names everything else in it.
    pub rest: Hash,
}

impl HeldListing {
    /// A listing, and the hash of where it is: in which register, in whose list, under which id.
    #[must_use]
    pub fn of(register: TrustId, iss: &Issuer, listing: &Listing) -> (String, Self) {
        let place = format!("{register} {iss} {}", listing.list_id);
        let reply = listing.right_of_reply.as_ref().map(|reply| Hash::of(&json(reply)));
        let state = ListingState::Published;
        let rest = Listing { right_of_reply: None, state, ..listing.clone() };
        let held = Self {
            red: listing.list_type.is_red(),
            ends_on: listing.ends_on(),
            state: listing.state,
            reply,
            rest: Hash::of(&json(&rest)),
        };
        (Hash::of(place.as_bytes()).to_string(), held)
    }
}

fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}

/// One change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A register has it now.
    Entered,
    /// No register has it any more.
    Left,
    /// It is registered under another name.
    Renamed,
    /// A list names it that did not.
    Listed {
        /// Whether on a red list.
        red: bool,
    },
    /// A listing ended by itself.
    Ended {
        /// Whether on a red list.
        red: bool,
        /// The last day on which it was published.
        last: Date,
    },
    /// A listing was taken off before its end.
    Removed {
        /// Whether on a red list.
        red: bool,
    },
    /// The reply to a listing is new, another one or gone.
    Reply,
    /// A listing can be appealed, is contested or is final, and was not.
    State(ListingState),
    /// Something else in a listing is different: its class, its end, its document.
    Details,
}

/// What changed since `before`, on `today` in the register's zone.
#[must_use]
pub fn compare(before: &Held, after: &Held, today: Date) -> Vec<Change> {
    let registered = match (&before.registered, &after.registered) {
        (None, Some(_)) => Some(Change::Entered),
        (Some(_), None) => Some(Change::Left),
        (Some(old), Some(new)) if old != new => Some(Change::Renamed),
        _ => None,
    };
    let gone = before.listings.iter().filter(|(place, _)| !after.listings.contains_key(*place));
    let gone = gone.map(|(_, HeldListing { red, ends_on, .. })| match *ends_on <= today {
        true => Change::Ended { red: *red, last: ends_on.plus_days(-1) },
        false => Change::Removed { red: *red },
    });
    let listed = after.listings.iter().flat_map(|(place, now)| match before.listings.get(place) {
        None => vec![Change::Listed { red: now.red }],
        Some(old) => of_listing(old, now),
    });
    registered.into_iter().chain(listed).chain(gone).collect()
}

fn of_listing(old: &HeldListing, now: &HeldListing) -> Vec<Change> {
    let state = (old.state != now.state).then_some(Change::State(now.state));
    let reply = (old.reply != now.reply).then_some(Change::Reply);
    let rest = (old.rest != now.rest).then_some(Change::Details);
    [state, reply, rest].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use standing_model::text::LocalText;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn listing() -> Listing {
        let text = || LocalText { en: "x".into(), zh: "x".into() };
        serde_json::from_value(serde_json::json!({
            "list_id": "L1", "list_type": "court", "uscc": "91330106MA2CFLDG4R", "name": "x",
            "office": "330100-FY", "decision_document": "1", "decision_date": "2026-05-06",
            "legal_basis": [], "conduct": text(), "severity": "serious",
            "publish_from": "2026-05-06", "publish_max": "2029-05-06", "state": "published",
            "source_hash": Hash::of(b"x"),
        }))
        .unwrap()
    }

    fn held(listings: impl IntoIterator<Item = Listing>) -> Held {
        let trust = TrustId(Hash::of(b"root"));
        let iss = "court.example".parse().unwrap();
        let held = listings.into_iter().map(|one| HeldListing::of(trust, &iss, &one));
        Held { registered: Some("Tea".into()), listings: held.collect() }
    }

    #[test]
    fn each_kind_of_change_is_named_once_and_nothing_else() {
        let (was, red) = (listing(), Change::Listed { red: true });
        let reply = Some(LocalText { en: "sorry".into(), zh: "抱歉".into() });
        let mut commended = listing();
        commended.list_id = "L2".parse().unwrap();
        commended.list_type = standing_model::listing::ListType::Red;
        let contested = Listing { state: ListingState::Contested, ..listing() };
        let replied = Listing { right_of_reply: reply.clone(), ..listing() };
        let both = Listing { right_of_reply: reply, ..contested.clone() };
        let longer = Listing { publish_max: day("2028-05-06"), ..listing() };
        let elsewhere = Held { registered: None, ..held([listing()]) };
        let renamed = Held { registered: Some("Tee".into()), ..held([listing()]) };
        let state = Change::State(ListingState::Contested);
        for (before, after, today, changes) in [
            (held([was.clone()]), held([was.clone()]), "2026-11-23", vec![]),
            (held([]), held([was.clone()]), "2026-11-23", vec![Change::Listed { red: false }]),
            (held([was.clone()]), held([was.clone(), commended]), "2026-11-23", vec![red]),
            (held([was.clone()]), held([contested]), "2026-11-23", vec![state]),
            (held([was.clone()]), held([replied]), "2026-11-23", vec![Change::Reply]),
            (held([was.clone()]), held([both]), "2026-11-23", vec![state, Change::Reply]),
            (held([was.clone()]), held([longer]), "2026-11-23", vec![Change::Details]),
            (held([was.clone()]), held([]), "2029-05-05", vec![Change::Removed { red: false }]),
            (
                held([was.clone()]),
                held([]),
                "2029-05-06",
                vec![Change::Ended { red: false, last: day("2029-05-05") }],
            ),
            (held([was.clone()]), elsewhere.clone(), "2026-11-23", vec![Change::Left]),
            (elsewhere, held([was.clone()]), "2026-11-23", vec![Change::Entered]),
            (held([was]), renamed, "2026-11-23", vec![Change::Renamed]),
        ] {
            assert_eq!(compare(&before, &after, day(today)), changes, "{after:?}");
        }
    }

    #[test]
    fn what_is_held_has_no_word_of_a_listing() {
        let text = LocalText { en: "sold unsafe food".into(), zh: "销售不安全食品".into() };
        let one = Listing { conduct: text.clone(), right_of_reply: Some(text), ..listing() };
        let json = serde_json::to_string(&held([one])).unwrap();
        for word in ["unsafe", "不安全", "330100", "L1", "court"] {
            assert!(!json.contains(word), "{word}: {json}");
        }
    }
}

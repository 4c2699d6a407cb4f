//! An alarm on this phone: its evidence, what explains it, whether the person put it aside.

use serde::{Deserialize, Serialize};

use super::{Alarm, Concerns, Found, MAX_BRANCHES, MAX_HASHES};
use standing_model::ids::{Hash, MembershipId, TrustId};
use standing_model::message::{About, Reissue};
use standing_model::series::SeriesKind;
use standing_model::text::LocalText;
use standing_model::time::{Date, UnixTime};

/// A document that an alarm rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// It, as it came.
    pub document: String,
    /// When it reached this phone, by the phone's clock.
    pub reached_at: UnixTime,
    /// Since when this phone has held it, for a key that is withdrawn later.
    pub held_since: Option<UnixTime>,
}

/// An alarm on this phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptAlarm {
    /// The trust root that it is about.
    pub trust: TrustId,
    /// The membership that it is about; none if it is about the trust root's own files.
    pub membership: Option<MembershipId>,
    /// What is wrong.
    pub alarm: Alarm,
    /// The hashes of what contradicts each other, at most [`MAX_HASHES`].
    pub hashes: Vec<Hash>,
    /// The documents, at most [`MAX_HASHES`].
    pub evidence: Vec<Evidence>,
    /// When it was found first, by the phone's clock.
    pub found_at: UnixTime,
    /// When the person put it aside, if they did.
    pub put_aside_at: Option<UnixTime>,
}

/// What of a notice may explain an alarm.
#[derive(Debug, Clone, Copy)]
pub struct Explains<'a> {
    /// The notice's number.
    pub n: u32,
    /// The day on which it was sent.
    pub sent_on: Date,
    /// What it is about.
    pub about: &'a About,
}

/// Where an alarm stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AlarmState {
    /// Nothing explains it.
    Open,
    /// A notice explains it; it is not settled by that.
    Explained {
        /// The notice.
        notice: u32,
        /// The day that the notice gives.
        on: Date,
        /// Its reason.
        why: LocalText,
    },
    /// The person put it aside.
    PutAside {
        /// When, by the phone's clock.
        at: UnixTime,
    },
}

impl KeptAlarm {
    /// An alarm that was found now.
    #[must_use]
    pub fn of(
        found: Found,
        trust: TrustId,
        membership: Option<MembershipId>,
        now: UnixTime,
    ) -> Self {
        let Found { alarm, mut hashes, documents } = found;
        hashes.dedup();
        hashes.truncate(MAX_HASHES);
        let evidence = |document| Evidence { document, reached_at: now, held_since: None };
        let evidence = documents.into_iter().take(MAX_HASHES).map(evidence).collect();
        Self {
            trust,
            membership,
            alarm: alarm.shortened(),
            hashes,
            evidence,
            found_at: now,
            put_aside_at: None,
        }
    }

    /// Takes up the same alarm, seen again; whether that says something new. A new hash opens it
    /// again (PROTOCOL §3.6.6).
    pub fn absorb(&mut self, again: Self) -> bool {
        let before = self.clone();
        let mut news = false;
        for hash in again.hashes {
            if !self.hashes.contains(&hash) {
                // The newest takes the last place when there is no room left.
                self.hashes.truncate(self.most_hashes() - 1);
                self.hashes.push(hash);
                news = true;
            }
        }
        if news {
            self.put_aside_at = None;
        }
        self.alarm.absorb(again.alarm);
        for one in again.evidence {
            let is_known = self.evidence.iter().any(|known| known.document == one.document);
            // A head that says the same once more is no further evidence.
            let is_named = self.hashes.contains(&Hash::of(one.document.as_bytes()));
            if !is_known && (news || is_named) && self.evidence.len() < MAX_HASHES {
                self.evidence.push(one);
            }
        }
        *self != before
    }

    const fn most_hashes(&self) -> usize {
        match self.alarm {
            Alarm::Fork { .. } => MAX_BRANCHES,
            _ => MAX_HASHES,
        }
    }

    /// The documents that contradict each other, with the hash of each; none for one that the
    /// authority named and did not give.
    pub fn branches(&self) -> impl Iterator<Item = (Hash, Option<&Evidence>)> {
        self.hashes.iter().map(|hash| {
            let mut evidence = self.evidence.iter();
            let found = evidence.find(|one| Hash::of(one.document.as_bytes()) == *hash);
            (*hash, found)
        })
    }

    /// Whether it breaks what this phone says of a series.
    #[must_use]
    pub fn concerns(&self, series: SeriesKind) -> bool {
        self.membership.is_some() && self.alarm.concerns() == Concerns::Series(series)
    }

    /// Where it stands, given the notices that verify.
    #[must_use]
    pub fn state<'a>(&self, notices: impl Iterator<Item = Explains<'a>>) -> AlarmState {
        if let Some(at) = self.put_aside_at {
            return AlarmState::PutAside { at };
        }
        self.explained(notices).unwrap_or(AlarmState::Open)
    }

    /// The notice that explains it, if one does: for exactly its hashes (PROTOCOL §3.6.5).
    #[must_use]
    pub fn explained<'a>(&self, notices: impl Iterator<Item = Explains<'a>>) -> Option<AlarmState> {
        let (series, n) = self.alarm.may_be_explained()?;
        let mut notices = notices.filter_map(|notice| match notice.about {
            About::Reissue(reissue) => Some((notice, reissue)),
            _ => None,
        });
        let found = notices.find(|(_, reissue)| {
            SeriesKind::from(reissue.series) == series && self.is_covered(reissue, n)
        });
        found.map(|(notice, reissue)| AlarmState::Explained {
            notice: notice.n,
            on: notice.sent_on,
            why: reissue.why.clone(),
        })
    }

    fn is_covered(&self, reissue: &Reissue, n: u32) -> bool {
        let named = |hash: &Hash| {
            let mut items = reissue.items.iter().filter(|item| item.n == n);
            items.any(|item| [item.old, item.new].contains(hash))
        };
        !self.hashes.is_empty() && self.hashes.iter().all(named)
    }
}

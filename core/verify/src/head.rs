//! Heads: "this is everything up to now", and what contradicts it.

use super::TrustError;
use super::alarm::{Alarm, Found};
use super::message::{Expected, Verified, verify};
use standing_model::ids::{Hash, Nonce};
use standing_model::message::Head;
use standing_model::series::SeriesKind;
use standing_model::time::UnixTime;
use standing_rules::clocks::TOLERANCE;

/// Verifies the answer to a question that carried `nonce`.
///
/// # Errors
/// [`TrustError`] of [`verify`]; [`TrustError::WrongAnswer`] if it answers another nonce.
pub fn verify_answer(
    compact: &str,
    expected: Expected<'_>,
    nonce: Nonce,
) -> Result<Verified<Head>, TrustError> {
    let head = verify::<Head>(compact, expected)?;
    if head.payload().nonce == nonce {
        Ok(head)
    } else {
        Err(TrustError::WrongAnswer("a head for another question"))
    }
}

/// The highest number of a series that was ever verified.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mark {
    /// The number.
    pub n: u32,
    /// The hash of its document, as it was named last.
    pub last: Option<Hash>,
    /// The signed time at which that number was named first.
    pub since: UnixTime,
}

/// Everything that a further head of a membership is compared with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// The latest signed time of a head.
    pub iat: Option<UnixTime>,
    /// The newest of the heads.
    newest: Option<Head>,
    marks: [Mark; 3],
}

/// How a head stands to what is known of one series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// Nothing new.
    Same,
    /// Further documents.
    Ahead,
    /// The same number with another hash.
    Other,
    /// Fewer documents, as a server may say that has not heard of the newest yet.
    NotYet,
    /// Fewer documents.
    Behind,
}

/// What a head says against what is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// What is wrong.
    pub found: Vec<Found>,
    /// Whether it takes the place of the newest head (PROTOCOL §3.6.3).
    pub replaces: bool,
    positions: [Position; 3],
}

impl Compared {
    /// How the head stands to one series.
    #[must_use]
    pub const fn position(&self, series: SeriesKind) -> Position {
        let [statements, notices, receipts] = self.positions;
        match series {
            SeriesKind::Statements => statements,
            SeriesKind::Notices => notices,
            SeriesKind::Receipts => receipts,
        }
    }
}

impl Marks {
    /// What heads that verified say, the newest first.
    #[must_use]
    pub fn of(heads: &[Head]) -> Self {
        let mark = |series: SeriesKind| {
            let tips = heads.iter().map(|head| (head.tip(series), head.iat));
            let n = tips.clone().map(|((n, _), _)| n).max().unwrap_or(0);
            let mut named = tips.filter(|((named, _), _)| *named == n);
            let (last, first) = named.next().map_or((None, UnixTime(0)), |((_, last), iat)| {
                (last, named.map(|(_, iat)| iat).fold(iat, UnixTime::min))
            });
            Mark { n, last, since: first }
        };
        Self {
            iat: heads.iter().map(|head| head.iat).max(),
            newest: heads.first().cloned(),
            marks: SeriesKind::ALL.map(mark),
        }
    }

    /// What is known of one series.
    #[must_use]
    pub const fn mark(&self, series: SeriesKind) -> Mark {
        let [statements, notices, receipts] = self.marks;
        match series {
            SeriesKind::Statements => statements,
            SeriesKind::Notices => notices,
            SeriesKind::Receipts => receipts,
        }
    }

    /// Takes up a document that verified and that no head named yet.
    pub fn raise(&mut self, series: SeriesKind, mark: Mark) {
        let [statements, notices, receipts] = &mut self.marks;
        let known = match series {
            SeriesKind::Statements => statements,
            SeriesKind::Notices => notices,
            SeriesKind::Receipts => receipts,
        };
        if mark.n > known.n {
            *known = mark;
        }
    }

    /// Compares a further head: every contradiction, none hides another.
    #[must_use]
    pub fn compare(&self, compact: &str, newer: &Head) -> Compared {
        let mut found = Vec::new();
        let mut positions = [Position::Same; 3];
        let mut replaces = true;
        for (series, position) in SeriesKind::ALL.into_iter().zip(&mut positions) {
            let mark = self.mark(series);
            *position = self.position(series, newer);
            let documents = vec![compact.to_owned()];
            let (alarm, hashes) = match *position {
                Position::Same | Position::Ahead => continue,
                Position::NotYet => {
                    replaces = false;
                    continue;
                }
                Position::Behind => {
                    replaces = false;
                    let hashes = mark.last.into_iter().collect();
                    (Alarm::Rollback { series, n: mark.n }, hashes)
                }
                Position::Other => {
                    let hashes = mark.last.into_iter().chain(newer.tip(series).1).collect();
                    (Alarm::Fork { series, n: mark.n }, hashes)
                }
            };
            found.push(Found { alarm, hashes, documents });
        }
        let (earlier, in_order) = self.time(compact, newer);
        found.extend(earlier);
        let (gone, complete) = self.withdrawals(compact, newer);
        replaces &= in_order && complete;
        found.extend(gone);
        Compared { found, replaces, positions }
    }

    fn position(&self, series: SeriesKind, newer: &Head) -> Position {
        let (mark, (n, last)) = (self.mark(series), newer.tip(series));
        match n.cmp(&mark.n) {
            std::cmp::Ordering::Greater => Position::Ahead,
            std::cmp::Ordering::Equal if last == mark.last => Position::Same,
            std::cmp::Ordering::Equal => Position::Other,
            std::cmp::Ordering::Less if newer.iat.since(mark.since) <= TOLERANCE => {
                Position::NotYet
            }
            std::cmp::Ordering::Less => Position::Behind,
        }
    }

    /// Whether its time may follow, with the alarm if clocks cannot explain it.
    fn time(&self, compact: &str, newer: &Head) -> (Option<Found>, bool) {
        let back = self.iat.map_or(0, |iat| iat.since(newer.iat));
        let found = (back > TOLERANCE).then(|| Found {
            alarm: Alarm::HeadEarlier,
            hashes: Vec::new(),
            documents: vec![compact.to_owned()],
        });
        (found, back <= 0)
    }

    /// Whether it names every withdrawal that the newest head named, with the alarms if the time
    /// between them cannot explain it.
    fn withdrawals(&self, compact: &str, newer: &Head) -> (Vec<Found>, bool) {
        let Some(older) = &self.newest else { return (Vec::new(), true) };
        let still = |n: u32| newer.statements.withdrawn.iter().any(|one| one.seq == n);
        let gone = older.statements.withdrawn.iter().filter(|one| !still(one.seq));
        let gone = gone.map(|one| Found {
            alarm: Alarm::WithdrawalGone { n: one.seq },
            hashes: Vec::new(),
            documents: vec![compact.to_owned()],
        });
        let gone: Vec<Found> = gone.collect();
        let complete = gone.is_empty();
        let late = newer.iat.since(older.iat) > TOLERANCE;
        (if late { gone } else { Vec::new() }, complete)
    }
}

/// Every contradiction between an older head and a newer one.
#[must_use]
pub fn compare(older: &Head, newer: &Head) -> Vec<Alarm> {
    let compared = Marks::of(std::slice::from_ref(older)).compare("", newer);
    compared.found.into_iter().map(|found| found.alarm).collect()
}

#[cfg(test)]
mod tests;

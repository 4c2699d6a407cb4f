//! Numbered signed documents of a membership: statements, notices, receipts.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::damage::Broken;
use super::seal::Place;
use super::{SecretName, StoreError, Tx};
use standing_model::ids::{Hash, MembershipId};
use standing_model::series::SeriesKind;
use standing_model::time::UnixTime;

/// A document as it came, and what this phone knew when it stored it. Numbers do not change and
/// rows are not written again, except for what was signed again by another key: a second document
/// with one number belongs to the alarms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its number, from 1.
    pub n: u32,
    /// Its compact form.
    pub compact: String,
    /// When, by the phone's clock.
    pub stored_at: UnixTime,
    /// The hash of the head under which it was stored.
    pub head: Option<Hash>,
    /// That head's signed time: since when this phone has held the document, provably.
    pub held_since: Option<UnixTime>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Sealed {
    compact: String,
    stored_at: UnixTime,
    head: Option<Hash>,
    held_since: Option<UnixTime>,
}

impl Sealed {
    pub fn of(document: &Document) -> Self {
        let Document { n: _, compact, stored_at, head, held_since } = document.clone();
        Self { compact, stored_at, head, held_since }
    }

    pub fn document(self, n: u32) -> Document {
        let Self { compact, stored_at, head, held_since } = self;
        Document { n, compact, stored_at, head, held_since }
    }
}

impl Tx<'_> {
    /// Keeps a document; false, and nothing written, if there is one with its number.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn add_document(
        &self,
        series: SeriesKind,
        membership: &MembershipId,
        document: &Document,
    ) -> Result<bool, StoreError> {
        let sealed = Sealed::of(document);
        let sealed =
            self.in_place(series, membership, document.n, |place| self.seal(place, &sealed))?;
        let table = series.name();
        let sql = format!(
            "INSERT INTO {table} (membership, n, sealed) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"
        );
        Ok(self.execute(&sql, (&membership.0, document.n, sealed))? == 1)
    }

    /// Puts a document in the place of the one with its number: only for what was signed again, where
    /// the one before says the same or is kept by an alarm.
    ///
    /// # Errors
    /// [`StoreError::Missing`] if there is none with its number.
    pub fn replace_document(
        &self,
        series: SeriesKind,
        membership: &MembershipId,
        document: &Document,
    ) -> Result<(), StoreError> {
        let table = series.name();
        let sql = format!("DELETE FROM {table} WHERE membership = ?1 AND n = ?2");
        if self.execute(&sql, (&membership.0, document.n))? == 0 {
            return Err(StoreError::Missing(table));
        }
        self.add_document(series, membership, document).map(drop)
    }

    /// Every document of a chain, in rising order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn documents(
        &self,
        series: SeriesKind,
        membership: &MembershipId,
    ) -> Result<Vec<Document>, StoreError> {
        let table = series.name();
        let sql = format!("SELECT n, sealed FROM {table} WHERE membership = ?1 ORDER BY n");
        let rows = self.all(&sql, [&membership.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let opened = rows
            .into_iter()
            .map(|(n, sealed): (u32, Vec<u8>)| self.open_document(series, membership, n, &sealed));
        opened.filter_map(Result::transpose).collect()
    }

    /// The numbers of a chain's documents, in rising order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn document_numbers(
        &self,
        series: SeriesKind,
        membership: &MembershipId,
    ) -> Result<Vec<u32>, StoreError> {
        let sql = format!("SELECT n FROM {} WHERE membership = ?1 ORDER BY n", series.name());
        self.all(&sql, [&membership.0], |row| row.get(0))
    }

    /// One document.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn document(
        &self,
        series: SeriesKind,
        membership: &MembershipId,
        n: u32,
    ) -> Result<Option<Document>, StoreError> {
        let table = series.name();
        let sql = format!("SELECT sealed FROM {table} WHERE membership = ?1 AND n = ?2");
        let sealed: Option<Vec<u8>> = self.first(&sql, (&membership.0, n), |row| row.get(0))?;
        let opened = sealed.map(|sealed| self.open_document(series, membership, n, &sealed));
        Ok(opened.transpose()?.flatten())
    }

    /// Notes what a list needs of a document, apart from it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_brief<T: Serialize>(
        &self,
        series: SeriesKind,
        membership: &MembershipId,
        n: u32,
        brief: &T,
    ) -> Result<(), StoreError> {
        let sealed = self.in_column("brief", series, membership, n, |at| self.seal(at, brief))?;
        let sql =
            format!("UPDATE {} SET brief = ?3 WHERE membership = ?1 AND n = ?2", series.name());
        self.execute(&sql, (&membership.0, n, sealed)).map(drop)
    }

    /// The number of each document of a chain, in rising order, and what is noted of it. A note that
    /// does not open does not count: it is rebuilt from its document.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn briefs<T: DeserializeOwned>(
        &self,
        series: SeriesKind,
        membership: &MembershipId,
    ) -> Result<Vec<(u32, Option<T>)>, StoreError> {
        let sql =
            format!("SELECT n, brief FROM {} WHERE membership = ?1 ORDER BY n", series.name());
        let rows = self.all(&sql, [&membership.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let open = |(n, sealed): (u32, Vec<u8>)| {
            let brief = match sealed.is_empty() {
                true => None,
                false => match self
                    .in_column("brief", series, membership, n, |at| self.open(at, &sealed))
                {
                    Err(StoreError::Corrupt(_)) => None,
                    opened => Some(opened?),
                },
            };
            Ok((n, brief))
        };
        rows.into_iter().map(open).collect()
    }

    fn open_document(
        &self,
        series: SeriesKind,
        membership: &MembershipId,
        n: u32,
        sealed: &[u8],
    ) -> Result<Option<Document>, StoreError> {
        let opened: Result<Sealed, _> =
            self.in_place(series, membership, n, |place| self.open(place, sealed));
        let broken = || Broken::numbered(series.name(), membership, n, sealed);
        let opened = self.unless_broken(opened, broken)?;
        Ok(opened.map(|opened| opened.document(n)))
    }

    fn in_place<T>(
        &self,
        series: SeriesKind,
        membership: &MembershipId,
        n: u32,
        work: impl FnOnce(&Place<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.in_column("sealed", series, membership, n, work)
    }

    fn in_column<T>(
        &self,
        column: &'static str,
        series: SeriesKind,
        membership: &MembershipId,
        n: u32,
        work: impl FnOnce(&Place<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let row = format!("{membership}/{n}");
        work(&Place {
            key: key(series),
            trust: Some(self.trust_of(membership)?),
            table: series.name(),
            column,
            row: &row,
            version: 1,
        })
    }
}

/// The key that seals a series: receipts are the queue's.
pub(super) const fn key(series: SeriesKind) -> SecretName {
    match series {
        SeriesKind::Receipts => SecretName::Send,
        SeriesKind::Statements | SeriesKind::Notices => SecretName::Read,
    }
}

//! Documents of a series whose pages arrived and whose head was not matched yet. They are kept so
//! that a connection that breaks costs nothing twice; nothing here is part of a series, and no
//! screen shows it.

use super::documents::{Sealed, key};
use super::seal::Place;
use super::{Document, StoreError, Tx};
use standing_model::ids::MembershipId;
use standing_model::series::SeriesKind;

impl Tx<'_> {
    /// Keeps a document provisionally, in the place of one with its number.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn keep_provisional(
        &self,
        series: SeriesKind,
        membership: &MembershipId,
        document: &Document,
    ) -> Result<(), StoreError> {
        let (n, sealed) = (document.n, Sealed::of(document));
        let sealed =
            self.at_provisional(series, membership, n, |place| self.seal(place, &sealed))?;
        let sql = "INSERT OR REPLACE INTO provisional (membership, series, n, sealed) \
                   VALUES (?1, ?2, ?3, ?4)";
        self.execute(sql, (&membership.0, series.name(), n, sealed))?;
        Ok(())
    }

    /// The numbers that are kept provisionally, in rising order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn provisional_numbers(
        &self,
        series: SeriesKind,
        membership: &MembershipId,
    ) -> Result<Vec<u32>, StoreError> {
        let sql = "SELECT n FROM provisional WHERE membership = ?1 AND series = ?2 ORDER BY n";
        self.all(sql, (&membership.0, series.name()), |row| row.get(0))
    }

    /// One document that is kept provisionally; none if it does not open, since it can be fetched
    /// again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn provisional(
        &self,
        series: SeriesKind,
        membership: &MembershipId,
        n: u32,
    ) -> Result<Option<Document>, StoreError> {
        let sql = "SELECT sealed FROM provisional WHERE membership = ?1 AND series = ?2 AND n = ?3";
        let found: Option<Vec<u8>> =
            self.first(sql, (&membership.0, series.name(), n), |row| row.get(0))?;
        let Some(sealed) = found else { return Ok(None) };
        let opened: Result<Sealed, _> =
            self.at_provisional(series, membership, n, |place| self.open(place, &sealed));
        match opened {
            Ok(opened) => Ok(Some(opened.document(n))),
            Err(StoreError::Corrupt(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Forgets what was kept provisionally up to a number.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn forget_provisional(
        &self,
        series: SeriesKind,
        membership: &MembershipId,
        up_to: u32,
    ) -> Result<(), StoreError> {
        let sql = "DELETE FROM provisional WHERE membership = ?1 AND series = ?2 AND n <= ?3";
        self.execute(sql, (&membership.0, series.name(), up_to))?;
        Ok(())
    }

    fn at_provisional<T>(
        &self,
        series: SeriesKind,
        membership: &MembershipId,
        n: u32,
        work: impl FnOnce(&Place<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let row = format!("{membership}/{}/{n}", series.name());
        work(&Place {
            key: key(series),
            trust: Some(self.trust_of(membership)?),
            table: "provisional",
            column: "sealed",
            row: &row,
            version: 1,
        })
    }
}

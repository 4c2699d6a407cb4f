//! Letters about a listing of one's own organisation: written on this phone, handed in on paper.
//! Sealed like the rest, each by itself, and the photo of a stamp apart from its letter.

use base64ct::{Base64, Encoding};
use serde::{Deserialize, Serialize};

use super::{SecretName, StoreError, Tx};
use standing_model::case::{Ground, Wanted};
use standing_model::ids::{Issuer, TrustId};
use standing_model::listing::Listing;
use standing_model::remedy::Remedy;
use standing_model::text::LocalText;
use standing_model::time::{Date, UnixTime};

/// Before the number of a letter, in the name of its value.
const LETTER: &str = "listing-letter-";
/// Before the number of a letter, in the name of the value of its photo.
const PHOTO: &str = "listing-photo-";
/// The name of the value that holds the highest number that was given.
const HIGHEST: &str = "listing-highest";

/// A letter about a listing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListingLetter {
    /// Its number on this phone.
    pub id: i64,
    /// The random name of the form that it was written in.
    pub form: String,
    /// The day on which it was written, in the register's zone.
    pub written_on: Date,
    /// The register that has the listing.
    pub trust: TrustId,
    /// Who signs the list.
    pub lister: Issuer,
    /// That authority's name then.
    pub signer: LocalText,
    /// The deciding office's name then.
    pub office: LocalText,
    /// The day of the list that named the organisation then, in the register's zone.
    pub list_of: Date,
    /// The listing as it was signed then.
    pub listing: Listing,
    /// What the publisher signed that can be done about it; none if it names nothing of that kind.
    pub remedy: Option<Remedy>,
    /// What is written about it.
    pub says: ListingSays,
    /// When it was handed in; none if that was not noted.
    pub handed_in: Option<ListingHandIn>,
}

/// What a letter says of a listing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListingSays {
    /// That something in it is wrong.
    Contest {
        /// Why.
        grounds: Vec<Ground>,
        /// In the person's words.
        words: Option<String>,
        /// What is asked for.
        wants: Wanted,
    },
    /// That what was ordered has been done.
    Done {
        /// What was done, in the person's words.
        words: String,
        /// On which day.
        on: Date,
    },
}

/// That a letter was handed in, by the person's own word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListingHandIn {
    /// The day, as the person gave it.
    pub on: Date,
    /// When that was noted, by the phone's clock.
    pub noted_at: UnixTime,
}

impl Tx<'_> {
    /// The letters about listings, in the order of writing.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn listing_letters(&self) -> Result<Vec<ListingLetter>, StoreError> {
        let mut all = Vec::new();
        for id in self.numbers(LETTER)? {
            all.extend(self.vault_or_broken(SecretName::Read, &named(LETTER, id))?);
        }
        Ok(all)
    }

    /// Keeps a new letter under a number of its own, which it returns. No number is given twice:
    /// what still names a letter that was forgotten leads to no other one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn add_listing_letter(&self, letter: ListingLetter) -> Result<i64, StoreError> {
        let given: Option<i64> = self.vault_or_broken(SecretName::Read, HIGHEST)?;
        let here = self.numbers(LETTER)?.into_iter().chain(self.numbers(PHOTO)?);
        let id = here.chain(given).max().unwrap_or(0).saturating_add(1);
        self.set_vault(SecretName::Read, HIGHEST, &id)?;
        self.set_vault(SecretName::Read, &named(LETTER, id), &ListingLetter { id, ..letter })?;
        Ok(id)
    }

    /// Notes that a letter was handed in, in the place of what was noted before. A photo that was
    /// kept stays unless there is another one.
    ///
    /// # Errors
    /// [`StoreError::Missing`] for a letter that is not here.
    pub fn note_listing_hand_in(
        &self,
        id: i64,
        one: ListingHandIn,
        photo: Option<&[u8]>,
    ) -> Result<(), StoreError> {
        let letter: Option<ListingLetter> = self.vault(SecretName::Read, &named(LETTER, id))?;
        let letter = letter.ok_or(StoreError::Missing("letter"))?;
        let letter = ListingLetter { handed_in: Some(one), ..letter };
        self.set_vault(SecretName::Read, &named(LETTER, id), &letter)?;
        let Some(photo) = photo else { return Ok(()) };
        self.set_vault(SecretName::Read, &named(PHOTO, id), &Base64::encode_string(photo))
    }

    /// The photo of a letter's stamp, if there is one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn listing_photo(&self, id: i64) -> Result<Option<Vec<u8>>, StoreError> {
        let kept: Option<String> = self.vault_or_broken(SecretName::Read, &named(PHOTO, id))?;
        Ok(kept.and_then(|text| Base64::decode_vec(&text).ok()))
    }

    /// Forgets a letter with its photo. One that is not here is no error.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_listing_letter(&self, id: i64) -> Result<(), StoreError> {
        let names = [named(LETTER, id), named(PHOTO, id)];
        self.execute("DELETE FROM vault WHERE name IN (?1, ?2)", names).map(drop)
    }

    fn numbers(&self, before: &str) -> Result<Vec<i64>, StoreError> {
        let sql = "SELECT name FROM vault WHERE name GLOB ?1";
        let names = self.all(sql, [format!("{before}*")], |row| row.get::<_, String>(0))?;
        let number = |name: &String| name.strip_prefix(before)?.parse().ok();
        let mut numbers: Vec<i64> = names.iter().filter_map(number).collect();
        numbers.sort_unstable();
        Ok(numbers)
    }
}

fn named(before: &str, id: i64) -> String {
    format!("{before}{id}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::open;
    use std::sync::Arc;

    fn letter(form: &str) -> ListingLetter {
        let text = |text: &str| LocalText { en: text.into(), zh: text.into() };
        let listing = serde_json::json!({
            "list_id": "L1", "list_type": "court", "uscc": "91330106MA2CFLDG4R", "name": "茶",
            "office": "330100-SJ", "decision_document": "1", "decision_date": "2026-05-06",
            "legal_basis": [], "conduct": { "en": "x", "zh-Hans": "x" }, "severity": "serious",
            "publish_from": "2026-05-06", "publish_max": "2029-05-06", "state": "published",
            "source_hash": standing_model::ids::Hash::of(b"x"),
        });
        ListingLetter {
            id: 0,
            form: form.into(),
            written_on: "2026-11-23".parse().unwrap(),
            trust: TrustId::of_root(b"root"),
            lister: "court.example".parse().unwrap(),
            signer: text("Court"),
            office: text("Office"),
            list_of: "2026-11-20".parse().unwrap(),
            listing: serde_json::from_value(listing).unwrap(),
            remedy: None,
            says: ListingSays::Done { words: "Paid".into(), on: "2026-11-20".parse().unwrap() },
            handed_in: None,
        }
    }

    #[test]
    fn a_letter_is_kept_with_the_photo_of_its_stamp_and_goes_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(folder.path(), &Arc::default()).unwrap();
        let first = store.write(|tx| tx.add_listing_letter(letter("a"))).unwrap();
        let second = store.write(|tx| tx.add_listing_letter(letter("b"))).unwrap();
        assert_eq!((first, second), (1, 2));
        let on = |day: &str| ListingHandIn { on: day.parse().unwrap(), noted_at: UnixTime(2) };
        let note = |id, day, photo: Option<&[u8]>| {
            store.write(|tx| tx.note_listing_hand_in(id, on(day), photo))
        };
        note(first, "2026-11-24", Some(b"stamp")).unwrap();
        // The day is put right; the photo stays.
        note(first, "2026-11-25", None).unwrap();
        assert!(matches!(note(9, "2026-11-25", None), Err(StoreError::Missing(_))));
        let kept = store.read(|tx| tx.listing_letters()).unwrap();
        let handed_in: Vec<_> = kept.iter().map(|one| one.handed_in).collect();
        assert_eq!(handed_in, [Some(on("2026-11-25")), None]);
        let photo = |id| store.read(|tx| tx.listing_photo(id)).unwrap();
        assert_eq!((photo(first).as_deref(), photo(second)), (Some(b"stamp".as_slice()), None));
        store.write(|tx| tx.remove_listing_letter(first)).unwrap();
        let left = store.read(|tx| tx.listing_letters()).unwrap();
        assert_eq!(left.iter().map(|one| one.id).collect::<Vec<_>>(), [second]);
        assert_eq!(photo(first), None);
        store.write(|tx| tx.remove_listing_letter(second)).unwrap();
        let third = store.write(|tx| tx.add_listing_letter(letter("c"))).unwrap();
        assert_eq!(third, 3, "the number of a letter that was forgotten is not given again");
    }
}

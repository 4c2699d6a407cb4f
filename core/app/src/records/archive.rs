//! Everything that is a person's own in one archive that any program opens.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

use ed25519_dalek::SigningKey;
use serde::Serialize;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::export::{DamagedValue, damaged, record_json};
use crate::App;
use crate::error::AppError;
use crate::people::{self, Given};
use crate::view::records::ArchiveView;
use standing_client::plan::{Queued, Row};
use standing_model::ids::{Issuer, MembershipId, TrustId};
use standing_model::key::PublicKey;
use standing_model::series::SeriesKind;
use standing_store::{Membership, StoreError, Tx};
use standing_verify::jws::jwk_of;

/// Whose key a phone has for a membership, and the authority's word for it.
#[derive(Serialize)]
struct MembershipExport<'a> {
    format: &'static str,
    iss: &'a Issuer,
    trust: TrustId,
    #[serde(skip_serializing_if = "Option::is_none")]
    sub: Option<&'a str>,
    /// The public key of this phone; the private one stays on it.
    key: PublicKey,
    #[serde(skip_serializing_if = "Option::is_none")]
    enrolment: Option<&'a str>,
}

/// What does not open, as it lies in the file.
#[derive(Serialize)]
struct DamageExport {
    format: &'static str,
    damaged: Vec<DamagedValue>,
}

/// How much went into an archive.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Counts {
    records: u64,
    photos: u64,
    documents: u64,
    damaged: u64,
    /// Of all files together, without what the archive itself adds.
    bytes: u64,
}

/// An archive on its way into a file, or one that is only counted. Photos pass through it chunk by
/// chunk, and are not opened to be counted.
pub(crate) struct Archive<'a> {
    zip: Option<ZipWriter<&'a mut File>>,
    counts: Counts,
}

impl App {
    /// What [`App::export_all`] would write, and about how large it would be. Writes nothing.
    ///
    /// # Errors
    /// `Storage`; `NotFound` once everything here was erased.
    pub fn archive_contents(&self, of: Option<&MembershipId>) -> Result<ArchiveView, AppError> {
        let words = self.words();
        let about = words.say("archive-about", &[]);
        let read = |tx: &Tx<'_>| Ok((fill(tx, of, None, &about)?, people::only_of(tx, of)?));
        let (counts, whose) = self.read(read)?;
        Ok(self.archive_view(counts, "archive-inside", whose))
    }

    /// Writes an archive of everything that is one person's own to a new file: of the one whose
    /// this membership is, and nothing of the others on this phone. Without one, of everybody:
    /// records with their
    /// receipts and photos, statements, notices, the public keys, and what is damaged, as it lies.
    /// `standing check` reads it. The file is not encrypted: whoever made it room deletes it.
    ///
    /// # Errors
    /// `Storage` if the file is there already or cannot be written, and nothing is left of it then;
    /// `NotFound` once everything here was erased.
    pub fn export_all(
        &self,
        of: Option<&MembershipId>,
        file: &Path,
    ) -> Result<ArchiveView, AppError> {
        let words = self.words();
        let about = words.say("archive-about", &[]);
        let store = self.store()?;
        let done = to_new_file(file, |out| {
            store.read(|tx| Ok((fill(tx, of, Some(out), &about)?, people::only_of(tx, of)?)))
        });
        let (counts, whose) = done.map_err(|error| self.explain_store(&error))?;
        Ok(self.archive_view(counts, "archive-done", whose))
    }

    fn archive_view(&self, counts: Counts, key: &str, whose: Option<Given>) -> ArchiveView {
        let (words, day) = (self.words(), self.now().day_in(self.here()));
        let args = [
            ("records", counts.records.into()),
            ("photos", counts.photos.into()),
            ("documents", counts.documents.into()),
            ("size", words.size(counts.bytes).into()),
        ];
        let mut text = vec![words.say(key, &args)];
        if counts.damaged > 0 {
            text.push(words.say("archive-damaged", &[("n", counts.damaged.into())]));
        }
        text.extend(whose.map(|given| match given.text(words).as_str() {
            "" => words.say("archive-own", &[]),
            name => words.say("archive-of", &[("name", name.into())]),
        }));
        ArchiveView { file_name: format!("standing-{day}.zip"), text: words.sentences(&text) }
    }
}

/// Writes a file that is not there yet; nothing is left of it if that fails.
pub(crate) fn to_new_file<T>(
    file: &Path,
    fill: impl FnOnce(&mut File) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let mut out = OpenOptions::new().write(true).create_new(true).open(file).map_err(written)?;
    let done = fill(&mut out);
    let done = done.and_then(|done| out.sync_all().map(|()| done).map_err(written));
    if done.is_err() {
        drop(std::fs::remove_file(file));
    }
    done
}

/// What the file system says.
fn written(error: std::io::Error) -> StoreError {
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => StoreError::Full,
        _ => StoreError::Io(error),
    }
}

/// Fills an archive; without a file it is only counted.
fn fill(
    tx: &Tx<'_>,
    of: Option<&MembershipId>,
    file: Option<&mut File>,
    about: &str,
) -> Result<Counts, StoreError> {
    let mut archive = Archive::new(file);
    archive.add("about.txt", about.as_bytes())?;
    let whose = match of {
        Some(one) => people::with_same_person(tx, one)?,
        None => tx.memberships()?,
    };
    for (n, membership) in (1..).zip(&whose) {
        archive.membership(tx, membership, &format!("{n}-{}", membership.iss))?;
    }
    // Last: reading the rest may have found more of it.
    let damaged = damaged(tx, |id| of.is_none() || whose.iter().any(|one| one.id == *id))?;
    if !damaged.is_empty() {
        archive.counts.damaged = u64::try_from(damaged.len()).unwrap_or(u64::MAX);
        let export = DamageExport { format: "standing-damage-export/1", damaged };
        archive.add_json("damaged.json", &export)?;
    }
    archive.finish()
}

impl<'a> Archive<'a> {
    /// An archive in a file; without one it is only counted.
    pub fn new(file: Option<&'a mut File>) -> Self {
        Self { zip: file.map(ZipWriter::new), counts: Counts::default() }
    }

    /// Ends it.
    pub fn finish(self) -> Result<Counts, StoreError> {
        let Self { zip, counts } = self;
        if let Some(zip) = zip {
            zip.finish().map_err(|error| written(error.into()))?;
        }
        Ok(counts)
    }

    fn membership(
        &mut self,
        tx: &Tx<'_>,
        membership: &Membership,
        folder: &str,
    ) -> Result<(), StoreError> {
        let key = SigningKey::from_bytes(&membership.key_seed);
        let export = MembershipExport {
            format: "standing-membership-export/1",
            iss: &membership.iss,
            trust: membership.trust,
            sub: membership.sub.as_deref(),
            key: jwk_of(&key.verifying_key()),
            enrolment: membership.enrolment.as_deref(),
        };
        self.add_json(&format!("{folder}/membership.json"), &export)?;
        for row in tx.queue_items::<Queued>(&membership.id)? {
            self.record(tx, membership, &row, folder)?;
        }
        for series in [SeriesKind::Statements, SeriesKind::Notices, SeriesKind::Receipts] {
            for n in tx.document_numbers(series, &membership.id)? {
                let Some(document) = tx.document(series, &membership.id, n)? else { continue };
                let name = format!("{folder}/{}/{n:05}.jws", series.name());
                self.add(&name, document.compact.as_bytes())?;
                self.counts.documents = self.counts.documents.saturating_add(1);
            }
        }
        Ok(())
    }

    fn record(
        &mut self,
        tx: &Tx<'_>,
        membership: &Membership,
        row: &Row,
        folder: &str,
    ) -> Result<(), StoreError> {
        // What the payload says is not needed here: one that cannot be read is still the person's.
        let evidence = row.item.record().map(|record| record.evidence).unwrap_or_default();
        let json = record_json(membership, row, evidence, Vec::new())?;
        let name = format!("{folder}/records/{:05}", row.id);
        self.add(&format!("{name}.json"), json.as_bytes())?;
        self.counts.records = self.counts.records.saturating_add(1);
        for (n, file) in (1..).zip(tx.evidence(row.id)?) {
            self.begin(&format!("{name}-{n}.jpg"))?;
            if let Some(zip) = &mut self.zip {
                for chunk in 0.. {
                    let Some(bytes) = tx.evidence_chunk(row.id, file.id, chunk)? else { break };
                    zip.write_all(&bytes).map_err(written)?;
                }
            }
            self.counts.photos = self.counts.photos.saturating_add(1);
            self.counts.bytes = self.counts.bytes.saturating_add(file.bytes.into());
        }
        Ok(())
    }

    pub fn add_json<T: Serialize>(&mut self, name: &str, value: &T) -> Result<(), StoreError> {
        let json = serde_json::to_string_pretty(value);
        self.add(name, json.map_err(|_| StoreError::Corrupt("export"))?.as_bytes())
    }

    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.begin(name)?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.counts.bytes = self.counts.bytes.saturating_add(length);
        self.zip.as_mut().map_or(Ok(()), |zip| zip.write_all(bytes).map_err(written))
    }

    /// Stored as it is: photos do not shrink, and the rest is small. No entry says when it was made.
    fn begin(&mut self, name: &str) -> Result<(), StoreError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(zip::DateTime::default())
            .unix_permissions(0o600);
        let Some(zip) = &mut self.zip else { return Ok(()) };
        zip.start_file(name, options).map_err(|error| written(error.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Phone, VILLAGE};
    use crate::words::Language;

    #[cfg(target_os = "linux")]
    #[test]
    fn an_archive_that_does_not_fit_is_named_and_nothing_is_left_of_it() {
        let phone = Phone::joined(VILLAGE, Language::English);
        let path = phone.folder.path().join("archive.zip");
        let done = to_new_file(&path, |_| {
            let mut full = OpenOptions::new().write(true).open("/dev/full").map_err(written)?;
            phone.app.store().unwrap().read(|tx| fill(tx, None, Some(&mut full), "About"))
        });
        assert!(matches!(done, Err(StoreError::Full)), "{done:?}");
        assert_eq!(phone.app.explain_store(&StoreError::Full).problem.code, "storage-full");
        assert!(!path.exists());
        assert!(phone.app.export_all(None, &path).is_ok(), "once there is room");
    }
}

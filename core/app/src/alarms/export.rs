//! An alarm as a file that anybody can check: what was signed, as it came, and a summary to read.

use serde::Serialize;

use super::compare::Compared;
use crate::App;
use crate::error::AppError;
use crate::view::alarms::{AlarmExport, AlarmView};
use standing_model::ids::MembershipId;
use standing_store::StoreError;

/// What the JSON file holds.
#[derive(Serialize)]
struct Export<'a> {
    /// Says what the file is.
    format: &'static str,
    /// What a person reads, line by line. It proves nothing; the documents do.
    summary: Vec<String>,
    /// The documents that contradict each other and what names them, as they came: any JOSE
    /// library can check those that are signed messages.
    documents: Vec<&'a str>,
}

impl App {
    /// An alarm with all of its documents as JSON: `standing check` reads it.
    ///
    /// # Errors
    /// As [`App::alarm`].
    pub fn export_alarm(
        &self,
        membership: Option<&MembershipId>,
        alarm: i64,
    ) -> Result<AlarmExport, AppError> {
        let (scope, held) = self.opened_alarm(membership, alarm)?;
        let words = self.words();
        let view = Compared::of(&scope, &held, words).view(&scope, &held, words);
        let documents = held.kept.evidence.iter().map(|one| one.document.as_str()).collect();
        let summary = summary(&view);
        let export = Export { format: "standing-alarm-export/1", summary, documents };
        let json = serde_json::to_string_pretty(&export);
        let json = json.map_err(|_| self.explain_store(&StoreError::Corrupt("alarms")))?;
        Ok(AlarmExport { file_name: format!("standing-{}.json", view.row.problem.code), json })
    }
}

/// The page of the alarm as lines.
fn summary(view: &AlarmView) -> Vec<String> {
    let line = |parts: &[&str]| {
        let parts = parts.iter().copied().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    };
    let row = &view.row;
    let head = [row.problem.happened.clone(), row.found.clone(), row.status_text.clone()];
    let branches = view.branches.iter().map(|one| {
        let said = [&one.name, &one.value, &one.detail, &one.dated, &one.reached, &one.signer];
        let said = said.map(String::as_str);
        line(&[&said[..], &[one.fingerprint.as_str(), one.note.as_str()]].concat())
    });
    let differs = view.differs.iter().map(|one| {
        let values: Vec<&str> = one.values.iter().map(String::as_str).collect();
        line(&[one.label.as_str(), &values.join(" | ")])
    });
    let rest = std::iter::once(view.same.clone()).chain(view.meaning.iter().cloned());
    head.into_iter()
        .chain(branches)
        .chain(differs)
        .chain(rest)
        .filter(|one| !one.is_empty())
        .collect()
}

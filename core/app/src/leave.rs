//! Leaving a membership: what would be lost, and then that it is.

use super::App;
use super::view::join::LeaveView;
use crate::error::AppError;
use standing_client::plan::Queued;
use standing_model::ids::MembershipId;

impl App {
    /// What leaving a membership would take away, for the person to confirm. Nothing is changed.
    ///
    /// # Errors
    /// `NotFound` if there is no such membership, `Storage`.
    pub fn leaving(&self, membership: &MembershipId) -> Result<LeaveView, AppError> {
        let words = self.words();
        let read = self.read(|tx| {
            let Some(found) = tx.membership(membership)? else { return Ok(None) };
            let authority = super::authorities::authority_of(tx, &found)?;
            let rows = tx.queue_briefs::<Queued>(membership)?;
            let open = rows.iter().filter(|row| row.item.progress.is_open()).count();
            Ok(Some((found.iss, authority, open)))
        })?;
        let (iss, authority, waiting) = read.ok_or_else(|| self.no_membership())?;
        let name = authority.map(|(authority, _)| authority.names.get(words.0));
        let name = name.unwrap_or_else(|| iss.to_string());
        let mut text = vec![words.say("leave-text", &[("authority", name.as_str().into())])];
        if waiting > 0 {
            text.push(words.say("leave-waiting", &[("n", waiting.into())]));
        }
        Ok(LeaveView { authority: name, text: words.sentences(&text) })
    }

    /// Leaves a membership: its key, documents, records and photos are erased from this phone. The
    /// authority keeps what it has, and is told nothing.
    ///
    /// # Errors
    /// `NotFound` if there is no such membership; `Storage`, also if a sync is at work.
    pub fn leave_membership(&self, membership: &MembershipId) -> Result<(), AppError> {
        let _at_work = self.at_work()?;
        if self.read(|tx| tx.membership(membership))?.is_none() {
            return Err(self.no_membership());
        }
        self.memo.clear();
        self.write(|tx| tx.leave(membership))?;
        self.checkpoint()
    }
}

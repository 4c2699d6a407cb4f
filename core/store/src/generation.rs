//! The folder's generation, kept beside the keys, where a restored backup does not reach: a folder
//! of an earlier generation is an older copy.
//!
//! Every change counts the generation up inside the folder. The key store hears of it twice in a
//! run, since it may take half a second: before the first byte of a record leaves, so that no copy
//! from before can send the record as if for the first time, and when the run ends. Opening the
//! folder catches up what was written since.

use std::sync::PoisonError;

use super::{SecretName, Store, StoreError};

/// How far the counter has come.
#[derive(Debug, Default)]
pub(super) struct Generation {
    /// What the key store has.
    pub kept: u64,
    /// What the folder has.
    pub written: u64,
    /// Records have left in the run that is at work.
    is_sending: bool,
}

impl Store {
    /// Says that records are about to leave: call it before each is sent. The first call of a run
    /// keeps the generation beside the keys, the others do nothing.
    ///
    /// # Errors
    /// [`StoreError::Secrets`] if the key store does not answer, [`StoreError`]. A record may be sent all the same:
    /// only an older copy of the folder would not be noticed.
    pub fn before_sending(&self) -> Result<(), StoreError> {
        let mut generation = self.generation.lock().unwrap_or_else(PoisonError::into_inner);
        if generation.is_sending {
            return Ok(());
        }
        if generation.written == generation.kept {
            // A copy from before now must be of an earlier generation.
            generation.written = self.write_plainly(|tx| tx.next_generation())?;
        }
        self.keep(&mut generation)?;
        generation.is_sending = true;
        Ok(())
    }

    /// Says that a run has ended, however it ended: keeps the generation beside the keys, and writes
    /// the journal back into the database.
    ///
    /// # Errors
    /// [`StoreError::Secrets`], [`StoreError`]. What was stored is on the disk all the same, and the
    /// next run or opening makes up for it.
    pub fn run_ended(&self) -> Result<(), StoreError> {
        let kept = self.keep_generation();
        self.checkpoint()?;
        kept
    }

    /// Keeps the generation beside the keys, if it moved.
    pub(super) fn keep_generation(&self) -> Result<(), StoreError> {
        let mut generation = self.generation.lock().unwrap_or_else(PoisonError::into_inner);
        generation.is_sending = false;
        self.keep(&mut generation)
    }

    /// The highest of all: two writers may come here in either order.
    pub(super) fn note_generation(&self, written: u64) {
        let mut generation = self.generation.lock().unwrap_or_else(PoisonError::into_inner);
        generation.written = generation.written.max(written);
    }

    fn keep(&self, generation: &mut Generation) -> Result<(), StoreError> {
        if generation.written > generation.kept {
            // Once everything is being erased, nothing is kept beside the keys any more.
            self.check_open()?;
            let name = SecretName::Generation.name();
            self.secrets.store(name, &generation.written.to_be_bytes())?;
            generation.kept = generation.written;
        }
        Ok(())
    }
}

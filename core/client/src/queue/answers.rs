//! The table of answers (PROTOCOL §6.1), row by row.

use super::{Answer, Effect, Item, Leaving, Outcome, Progress, RUNNING_AT_MOST, Reason, Upload};
use crate::wire::ProblemType;
use standing_model::time::UnixTime;
use standing_verify::envelope::{PIECE, PIECE_OVERHEAD};

/// How often an upload may start over before the item pauses.
const RESTARTS: u32 = 4;

/// A server that takes less than one part in so many of a piece takes little of it.
const LITTLE: u32 = 4;

/// How often in a row a server may take little before the item pauses.
const LITTLES: u32 = 4;

/// How often a server may lose a record's photos before the person is asked.
pub(super) const LOSSES: u32 = 8;

/// A status without anything signed.
struct Unsigned {
    status: u16,
    retry_after: Option<u32>,
    problem: Option<ProblemType>,
    text: String,
}

impl Item {
    pub(super) fn answered(&mut self, answer: Answer, now: UnixTime, jitter: u64) -> Vec<Effect> {
        // A receipt counts whenever it comes; any other late answer is about nothing any more.
        if let Answer::Receipt(receipt) = answer {
            self.leaving = Leaving::Maybe;
            return self.receipt_answered(receipt, now);
        }
        if self.leaving == Leaving::Trying {
            self.leaving = match answer {
                Answer::Unreached => Leaving::No,
                _ => Leaving::Maybe,
            };
        }
        if !self.is_to_be_sent() {
            return Vec::new();
        }
        let upload = self.uploads.iter().position(|upload| upload.progress != Progress::Done);
        match (answer, upload) {
            (Answer::Nothing | Answer::Unreached, _) => self.lost(now, jitter),
            (Answer::Created { url }, Some(upload)) => {
                return self.uploaded(upload, Progress::At { url, offset: 0 });
            }
            (Answer::Offset(offset), Some(upload)) => {
                return self.offset(upload, offset, now, jitter);
            }
            (Answer::Status { status, retry_after, problem, text }, upload) => {
                self.note(now, Outcome::Status(status));
                let answer = Unsigned { status, retry_after, problem, text };
                return self.unsigned(answer, upload, now, jitter);
            }
            _ => self.unverified(now, jitter),
        }
        Vec::new()
    }

    /// No network, or a timeout.
    fn lost(&mut self, now: UnixTime, jitter: u64) {
        self.note(now, Outcome::NoAnswer);
        self.retry(now, jitter);
    }

    /// A good status whose receipt does not verify: after three the person is told.
    fn unverified(&mut self, now: UnixTime, jitter: u64) {
        self.note(now, Outcome::Unverified);
        self.tries.unverified = self.tries.unverified.saturating_add(1);
        self.retry(now, jitter);
    }

    fn unsigned(
        &mut self,
        answer: Unsigned,
        upload: Option<usize>,
        now: UnixTime,
        jitter: u64,
    ) -> Vec<Effect> {
        if answer.status != 409 {
            self.tries.running_since = None;
        }
        if !matches!(answer.status, 401 | 403) {
            self.tries.not_let_in = 0;
        }
        if !(200..=299).contains(&answer.status) {
            self.tries.unverified = 0;
        }
        // The newest list names the key that the authority opens with.
        if answer.problem == Some(ProblemType::SealKey) {
            self.retry(now, jitter);
            return Vec::new();
        }
        if let Some(effects) = self.tus_status(answer.status, upload, now, jitter) {
            return effects;
        }
        match (answer.status, answer.retry_after) {
            (429 | 503, Some(seconds)) => self.wait_as_told(now, seconds),
            (..=199 | 300..=399 | 408 | 425 | 429 | 500.., _) => self.retry(now, jitter),
            (200..=299, _) => self.unverified_status(now, jitter),
            (409, _) => self.still_running(now, jitter),
            (401 | 403, _) => {
                self.tries.not_let_in = self.tries.not_let_in.saturating_add(1);
                self.retry(now, jitter);
            }
            _ if answer.problem == Some(ProblemType::EvidenceMissing)
                && !self.uploads.is_empty()
                && self.tries.missing < LOSSES =>
            {
                return self.upload_all_again(now, jitter);
            }
            (status, _) => self.refused(status, answer.text),
        }
        Vec::new()
    }

    /// A good status without a receipt is one whose receipt does not verify.
    fn unverified_status(&mut self, now: UnixTime, jitter: u64) {
        self.tries.unverified = self.tries.unverified.saturating_add(1);
        self.retry(now, jitter);
    }

    /// `409`: the first attempt still runs; after 24 hours the person is asked.
    fn still_running(&mut self, now: UnixTime, jitter: u64) {
        let since = self.tries.running_since.filter(|since| *since <= now);
        let since = *self.tries.running_since.insert(since.unwrap_or(now));
        if now.since(since) >= RUNNING_AT_MOST {
            self.needs(Reason::StillRunning);
        } else {
            self.retry(now, jitter);
        }
    }

    /// `4xx` without a receipt: its text is not signed. A case was not answered by it.
    fn refused(&mut self, status: u16, text: String) {
        self.needs(if self.kind.is_case() {
            Reason::NotAnswered { status, text }
        } else {
            Reason::RefusedUnsigned { status, text }
        });
    }

    /// The row of tus: start again, or ask for the offset; none for a status
    /// that means the same in every request.
    fn tus_status(
        &mut self,
        status: u16,
        upload: Option<usize>,
        now: UnixTime,
        jitter: u64,
    ) -> Option<Vec<Effect>> {
        let upload = upload?;
        let url = match &self.uploads.get(upload)?.progress {
            Progress::Unknown { url } | Progress::At { url, .. } => url.clone(),
            Progress::NotCreated | Progress::Done => return None,
        };
        let progress = match status {
            404 | 410 | 460 => Progress::NotCreated,
            409 => Progress::Unknown { url },
            // tus: somebody, probably an earlier request of this phone, still writes to it.
            423 => {
                self.retry(now, jitter);
                return Some(Vec::new());
            }
            _ => return None,
        };
        Some(self.start_over(upload, progress, now, jitter))
    }

    fn start_over(
        &mut self,
        upload: usize,
        progress: Progress,
        now: UnixTime,
        jitter: u64,
    ) -> Vec<Effect> {
        self.tries.restarts = self.tries.restarts.saturating_add(1);
        if progress == Progress::NotCreated {
            self.tries.lost = self.tries.lost.saturating_add(1);
        }
        if let Some(file) = self.uploads.get_mut(upload) {
            file.progress = progress;
        }
        // A server that forgets each time would keep the phone busy for ever. One that forgot after
        // a pause, too, gets the photos once in each pause, and these grow.
        if self.tries.restarts > RESTARTS || self.tries.lost > RESTARTS {
            self.retry(now, jitter);
            return Vec::new();
        }
        self.next_request()
    }

    /// The server says that it does not have the photos that it said it had.
    fn upload_all_again(&mut self, now: UnixTime, jitter: u64) -> Vec<Effect> {
        self.tries.missing = self.tries.missing.saturating_add(1);
        for upload in &mut self.uploads {
            upload.progress = Progress::NotCreated;
        }
        self.start_over(0, Progress::NotCreated, now, jitter)
    }

    fn uploaded(&mut self, upload: usize, progress: Progress) -> Vec<Effect> {
        if let Some(file) = self.uploads.get_mut(upload) {
            file.progress = progress;
        }
        self.next_request()
    }

    fn offset(&mut self, upload: usize, offset: u32, now: UnixTime, jitter: u64) -> Vec<Effect> {
        let Some(file) = self.uploads.get(upload) else {
            return Vec::new();
        };
        let length = file.length();
        let (url, before) = match &file.progress {
            Progress::Unknown { url } => (url.clone(), None),
            Progress::At { url, offset } => (url.clone(), Some(*offset)),
            Progress::NotCreated | Progress::Done => return Vec::new(),
        };
        if offset > length {
            return self.start_over(upload, Progress::NotCreated, now, jitter);
        }
        if before.is_some_and(|before| offset <= before) {
            let progress = Progress::Unknown { url };
            return self.start_over(upload, progress, now, jitter);
        }
        let took_little = before.is_some_and(|before| file.took_little(before, offset));
        let progress = if offset == length { Progress::Done } else { Progress::At { url, offset } };
        if took_little {
            self.tries.little = self.tries.little.saturating_add(1);
        } else {
            self.tries.failed = 0;
            self.tries.little = before.map_or(self.tries.little, |_| 0);
        }
        // A server that takes a byte of each piece would keep the phone busy for ever.
        if took_little && self.tries.little >= LITTLES {
            let _ = self.uploaded(upload, progress);
            self.note(now, Outcome::TookLittle);
            self.retry(now, jitter);
            return Vec::new();
        }
        self.uploaded(upload, progress)
    }
}

impl Upload {
    /// Whether a server took only a little of what it was sent: all up to the end of a piece.
    fn took_little(&self, before: u32, offset: u32) -> bool {
        let piece = if self.seal.is_some() { PIECE + PIECE_OVERHEAD } else { PIECE };
        let piece = u32::try_from(piece).unwrap_or(u32::MAX);
        let sent = (piece - before % piece).min(self.length().saturating_sub(before));
        offset.saturating_sub(before) < sent / LITTLE
    }
}

//! Errors of the layers below, as something that a person can act on.

use super::App;
use super::words::Words;
use crate::error::{AppError, ErrorKind};
use standing_client::SyncError;
use standing_client::gate::Cause;
use standing_client::transport::TransportError;
use standing_model::json::rule_of;
use standing_model::register;
use standing_store::StoreError;
use standing_verify::TrustError;
use standing_verify::metadata::MetadataError;

impl App {
    pub(super) fn explain_store(&self, error: &StoreError) -> AppError {
        store(self.words(), error)
    }

    pub(super) fn explain_trust(&self, error: &TrustError, host: &str) -> AppError {
        stored(self.words(), error, host)
    }
}

/// What the store ran into.
pub(super) fn store(words: Words, error: &StoreError) -> AppError {
    use ErrorKind::{KeyUnavailable, Storage, TooNew};
    let (kind, code) = match error {
        StoreError::Full => (Storage, "storage-full"),
        StoreError::InUse | StoreError::Busy => (Storage, "storage-in-use"),
        StoreError::NewerVersion { .. } => (TooNew, "storage-newer"),
        StoreError::KeyMissing(_) | StoreError::KeyWrong(_) => (KeyUnavailable, "key-wrong"),
        StoreError::Secrets(_) => (KeyUnavailable, "key-unavailable"),
        StoreError::NoEntropy(_) => return no_entropy(words),
        StoreError::EraseUnfinished => (Storage, "erase-unfinished"),
        StoreError::Erased => (ErrorKind::NotFound, "erased"),
        StoreError::Corrupt(_)
        | StoreError::Missing(_)
        | StoreError::Io(_)
        | StoreError::Refused { .. } => (Storage, "storage-damaged"),
    };
    words.error(kind, code, &[])
}

/// Why a document that `host` sent is not accepted.
pub(super) fn trust(words: Words, error: &TrustError, host: &str) -> AppError {
    untrusted(words, "untrusted", error, host)
}

/// Why a document that is kept on this phone does not pass its checks.
fn stored(words: Words, error: &TrustError, from: &str) -> AppError {
    untrusted(words, "untrusted-kept", error, from)
}

fn untrusted(words: Words, code: &str, error: &TrustError, host: &str) -> AppError {
    if matches!(error, TrustError::Later { .. }) {
        return words.error(ErrorKind::TooNew, "later-document", &[("host", host.into())]);
    }
    let args = [("host", host.into()), ("reason", words.refusal(error).into())];
    words.error(ErrorKind::Untrusted, code, &args)
}

/// The system gave no random bytes.
pub(super) fn no_entropy(words: Words) -> AppError {
    words.error(ErrorKind::Storage, "no-entropy", &[])
}

/// What an exchange with `host` ran into.
pub(super) fn transport(words: Words, error: &TransportError, host: &str) -> AppError {
    let (kind, code) = match error {
        TransportError::Unreachable
        | TransportError::Broken
        | TransportError::Timeout
        | TransportError::LeftAlone(Cause::Unreachable | Cause::Silent) => {
            (ErrorKind::Unreachable, "unreachable")
        }
        TransportError::LeftAlone(_) => (ErrorKind::Unreachable, "left-alone"),
        TransportError::Stopped => (ErrorKind::Unreachable, "stopped"),
        TransportError::Redirect => (ErrorKind::Unreachable, "redirected"),
        TransportError::TooLarge { .. } | TransportError::NotTaken => {
            (ErrorKind::Untrusted, "bad-answer")
        }
        TransportError::Address => (ErrorKind::Invalid, "address"),
    };
    words.error(kind, code, &[("host", host.into())])
}

/// What a sync of public data from `host` ran into.
pub(super) fn sync(words: Words, error: &SyncError, host: &str) -> AppError {
    use ErrorKind::{Refused, Unreachable, Untrusted};
    match error {
        SyncError::Transport { source, host } => transport(words, source, host),
        SyncError::Status { host, .. } | SyncError::WebPage { host } => {
            words.error(Unreachable, "bad-answer", &[("host", host.as_str().into())])
        }
        SyncError::Metadata(MetadataError::Fingerprint) => {
            words.error(Untrusted, "root-mismatch", &[("host", host.into())])
        }
        SyncError::Metadata(error) => metadata(words, error.code(), "2", host),
        SyncError::Table(_) => metadata(words, "content", "2.2.4", host),
        SyncError::Content { path, why } => {
            metadata(words, "unfit", rule_of(why).unwrap_or_else(|| rule_for(path)), host)
        }
        SyncError::Refused { host, detail, .. } if detail.is_empty() => {
            words.error(Unreachable, "bad-answer", &[("host", host.as_str().into())])
        }
        SyncError::Refused { host, detail, .. } => {
            let args = [("host", host.as_str().into()), ("detail", detail.as_str().into())];
            words.error(Refused, "refused", &args)
        }
        SyncError::Trust { host, source } => trust(words, source, host),
        SyncError::Contradiction(alarm) => {
            AppError { kind: Untrusted, problem: words.alarm(alarm) }
        }
        SyncError::Later(_) => later(words, host),
        SyncError::HeldElsewhere(_) => words.error(Refused, "root-other", &[]),
        SyncError::NameHeld(iss) => {
            words.error(Refused, "name-held", &[("iss", iss.to_string().into())])
        }
        SyncError::NoSealKey(iss) => {
            words.error(Refused, "no-seal-key", &[("iss", iss.to_string().into())])
        }
        SyncError::NotPinned => words.error(ErrorKind::NotFound, "no-membership", &[]),
        SyncError::Stopped => words.error(Unreachable, "stopped", &[]),
        SyncError::NoRoom { needed, free } => no_room(words, *needed, *free),
        SyncError::AsksFirst { bytes } => asks_first(words, *bytes),
        SyncError::Store(error) => store(words, error),
    }
}

fn later(words: Words, host: &str) -> AppError {
    words.error(ErrorKind::TooNew, "later-version", &[("host", host.into())])
}

fn asks_first(words: Words, bytes: u64) -> AppError {
    words.error(ErrorKind::Refused, "asks-first", &[("size", words.size(bytes).into())])
}

/// The needed space rounded up and the free one down: what is freed by these is enough.
fn no_room(words: Words, needed: u64, free: u64) -> AppError {
    let (needed, free) = (needed.div_ceil(1_000_000), free / 1_000_000);
    words.error(ErrorKind::Storage, "no-room", &[("needed", needed.into()), ("free", free.into())])
}

/// The rule of PROTOCOL that says what a public file holds.
fn rule_for(path: &str) -> &'static str {
    match path {
        register::INDEX_PATH => "2.2.1",
        list if list.starts_with("lists/") => "2.2.2",
        calendar if calendar.starts_with("calendars/") => "2.1.3",
        book if book.starts_with("rulebooks/") => "3.1.3",
        _ => "2.1",
    }
}

fn metadata(words: Words, code: &str, rule: &str, host: &str) -> AppError {
    let reason = words.cited(&words.say(&format!("metadata-{code}"), &[]), rule);
    words.error(
        ErrorKind::Untrusted,
        "metadata",
        &[("host", host.into()), ("reason", reason.into())],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;
    use standing_model::authority::{self, Authorities};
    use standing_model::calendar::Calendar;
    use standing_verify::register::TableError;

    /// Why a reader refuses these bytes, as a sync tells it.
    fn of_path<T: std::fmt::Debug, E: ToString>(path: &str, read: Result<T, E>) -> SyncError {
        SyncError::content(path, read.map_err(|why| why.to_string()).unwrap_err())
    }

    #[test]
    fn a_public_file_that_is_refused_is_told_by_its_rule_in_both_languages() {
        let twice = br#"{"v":1,"v":1}"#;
        let table = SyncError::Table(TableError::Trailing);
        let metadata = MetadataError::Malformed("no JSON".to_owned());
        for (error, rule) in [
            (of_path(authority::PATH, Authorities::read(twice)), "1.7.2"),
            (SyncError::content(authority::PATH, "an authority is named twice"), "2.1"),
            (SyncError::content(register::INDEX_PATH, "its zone changed"), "2.2.1"),
            (SyncError::content("lists/court.json", "another lister"), "2.2.2"),
            (of_path("calendars/CN/2026.json", Calendar::read(twice)), "1.7.2"),
            (SyncError::content("calendars/CN/2026.json", "another year"), "2.1.3"),
            (SyncError::content("rulebooks/yangqiao/7.json", "another id"), "3.1.3"),
            (table, "2.2.4"),
            (SyncError::Metadata(metadata), "2"),
        ] {
            for (language, cited) in
                [(Language::English, "(protocol rule "), (Language::Chinese, "（协议规则")]
            {
                let told = sync(Words(language), &error, "credit.yangqiao.example");
                let said = format!("{} {}", told.problem.happened, told.problem.safe);
                assert_eq!(told.kind, ErrorKind::Untrusted, "{said}");
                assert!(said.contains(&format!("{cited}{rule}")), "{rule}: {said}");
                assert!(!told.problem.todo.is_empty(), "{said}");
            }
        }
    }
}

//! What a call throws: the core's error, as a class for each thing that a person can do about it.

use standing_app::error::{self as core, ErrorKind, Problem};

/// Writes the enum, with the same four fields in each variant, and the conversion from the core.
macro_rules! app_error {
    ($($(#[doc = $doc:literal])+ $kind:ident,)+) => {
        /// Why a call could not do what it was asked. Nothing in it is personal.
        ///
        /// `code` is one word, the same in every language. The other fields are sentences in the
        /// person's language: what happened, what is safe, what to do.
        #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
        #[uniffi::export(Display)]
        pub enum AppError {
            $(
                $(#[doc = $doc])+
                #[error("{code}: {happened} {safe} {todo}")]
                $kind { code: String, happened: String, safe: String, todo: String },
            )+
        }

        impl From<core::AppError> for AppError {
            fn from(error: core::AppError) -> Self {
                let Problem { code, happened, safe, todo } = error.problem;
                match error.kind {
                    $(ErrorKind::$kind => Self::$kind { code, happened, safe, todo },)+
                }
            }
        }

        #[uniffi::export]
        impl AppError {
            /// The explanation, whatever the kind.
            pub fn problem(&self) -> Problem {
                match self.clone() {
                    $(Self::$kind { code, happened, safe, todo })|+ => {
                        Problem { code, happened, safe, todo }
                    }
                }
            }
        }
    };
}

app_error! {
    /// What was typed, scanned or chosen cannot be used: change it.
    Invalid,
    /// There is no such thing on this phone: go back.
    NotFound,
    /// The other side could not be reached: try again later.
    Unreachable,
    /// What arrived cannot be believed, and was not kept: tell the authority.
    Untrusted,
    /// The other side said no: do what it asks for.
    Refused,
    /// The phone could not store or read: make room, close the other copy.
    Storage,
    /// The phone does not give the key out now: unlock it.
    KeyUnavailable,
    /// Something newer than this app: update the app.
    TooNew,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_reads_as_its_code_and_three_sentences() {
        let problem = Problem {
            code: "code-used".to_owned(),
            happened: "This code was used already.".to_owned(),
            safe: "Nothing was sent.".to_owned(),
            todo: "Ask for a new one.".to_owned(),
        };
        let error = AppError::from(core::AppError { kind: ErrorKind::Refused, problem });
        assert!(matches!(error, AppError::Refused { .. }));
        assert_eq!(
            error.to_string(),
            "code-used: This code was used already. Nothing was sent. Ask for a new one."
        );
    }
}

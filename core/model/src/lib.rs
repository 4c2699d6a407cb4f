//! Values of the domain and their shapes on the wire: no I/O, no time, no randomness.
//!
//! A value that exists is valid: its reader is the only way to it, and says what is wrong. The
//! formats are described in `core/PROTOCOL.md`, the codes in `core/DOMAIN.md`.
//!
//! ```
//! use standing_model::business::Uscc;
//! use standing_model::rulebook::{Rulebook, RulebookError};
//! use standing_model::time::Date;
//!
//! // What a person types is read leniently, and says what is wrong with it.
//! let code: Uscc = "91330106-ma2cfldg4r".parse()?;
//! assert_eq!(code.as_str(), "91330106MA2CFLDG4R");
//!
//! // A file is read strictly: a member that nobody knows is refused, and so is a later format.
//! let later = Rulebook::read(br#"{"v": 2, "id": "village"}"#);
//! assert!(matches!(later, Err(RulebookError::LaterFormat(2))));
//!
//! // A period of months ends on the last day of a shorter month (DOMAIN §7.3).
//! let day: Date = "2026-08-31".parse()?;
//! assert_eq!(day.plus_months(6).to_string(), "2027-02-28");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod address;
pub mod authority;
pub mod business;
pub mod calendar;
pub mod case;
pub mod case_file;
pub mod clock;
pub mod code;
pub mod door_sign;
pub mod ext;
pub mod frame;
pub mod gtin;
pub mod ids;
pub mod json;
pub mod key;
pub mod link;
pub mod listing;
pub mod message;
mod names;
pub mod points;
pub mod quarter;
pub mod record;
pub mod register;
pub mod remedy;
pub mod resident;
pub mod row_code;
pub mod rulebook;
pub mod scan;
#[cfg(feature = "schema")]
mod schema;
pub mod series;
pub mod statement;
pub mod text;
pub mod time;
pub mod version;

#[cfg(test)]
mod limits_tests;
